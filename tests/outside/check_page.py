# SPDX-License-Identifier: Apache-2.0
"""Drives an exported page in headless Chromium: search, choice, sentence, filters, address, keyboard, no request, no error.

usage: check_page.py PAGE [SCREENSHOT_FOLDER]
Needs chromium and chromedriver (Debian: chromium-driver); says "skipped" without them. Exit 1 where something is not as it should be.
"""
import base64
import json
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

PORT = 9787
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Down": "\ue015", "Right": "\ue014"}


class Browser:
    """As much of WebDriver as is needed here."""

    def __init__(self):
        self.base = f"http://127.0.0.1:{PORT}"
        options = {"args": ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1400,900"]}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        made = self.call("/session", {"capabilities": {"alwaysMatch": wanted}})
        self.base += "/session/" + made["sessionId"]

    def call(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def run(self, script, *arguments):
        return self.call("/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, text):
        actions = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.call("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def click(self, x, y):
        actions = [{"type": "pointerMove", "x": round(x), "y": round(y)}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.call("/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": actions}]})

    def open(self, address):
        self.call("/url", {"url": address})

    def shoot(self, file):
        file.write_bytes(base64.b64decode(self.call("/screenshot")))


def start_driver():
    driver = subprocess.Popen(["chromedriver", f"--port={PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/status", timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    return driver


DETAILS = "return document.getElementById('details').textContent"
COUNTS = "return document.getElementById('counts').textContent"


def check(browser, address, shots):
    """What is seen, as (words, whether it is as it should be)."""
    browser.open(address)
    yield "ready", browser.run("return document.documentElement.dataset.ready") == "yes"
    yield "ready within 2 s", browser.run("return performance.timing.domComplete - performance.timing.navigationStart") < 2000
    whole = browser.run(COUNTS)
    target = browser.run("const n = byDegree[0]; return [n.label, n.id, n.edges.length]")
    browser.shoot(shots / "page-whole.png")

    browser.run("document.body.focus(); document.activeElement.blur()")
    browser.press("/")
    yield "/ goes to the search", browser.run("return document.activeElement.id") == "search"
    browser.press(target[0].upper())
    browser.press([KEYS["Enter"]])
    yield "search and Enter choose the entity", browser.run("return state.node && state.node.id") == target[1]
    yield "the address has it", "node=" in browser.run("return new Promise((done) => setTimeout(() => done(location.hash), 400))")
    yield "its edges are listed", browser.run("return document.querySelectorAll('#details .list button').length") == min(300, target[2])
    browser.shoot(shots / "page-node.png")

    browser.run("document.querySelector('#details .list button').focus()")
    browser.press([KEYS["Enter"]])
    marked = browser.run("return [...document.querySelectorAll('#details mark')].map((mark) => mark.textContent)")
    expected = browser.run("""return state.edge.passages.map((number) => { const [d, b, e, text] = data.passages[number];
        return data.documents[d].text ? Array.from(data.documents[d].text).slice(b, e).join('') : text; })""")
    yield "an edge's sentences are marked", len(marked) > 0 and marked == expected
    browser.shoot(shots / "page-edge.png")

    there = browser.run("return new Promise((done) => setTimeout(() => done(location.hash), 400))")
    chosen = browser.run("return state.edge.key")
    browser.open("about:blank")
    browser.open(address + there)
    yield "the address brings the same edge back", browser.run("return state.edge && state.edge.key") == chosen
    browser.press([KEYS["Escape"]])
    browser.press([KEYS["Escape"]])
    yield "Escape lets go", browser.run("return !state.edge && !state.node") and browser.run(DETAILS).startswith("Overview")

    place = browser.run("""const n = byDegree[0]; centreOn(n); const box = canvas.getBoundingClientRect(), [x, y] = toScreen(n.x, n.y);
        return [box.left + x, box.top + y]""")
    browser.click(*place)
    yield "a click on a node chooses it", browser.run("return state.node && state.node.id") == target[1]
    place = browser.run("""choose(null, null); fit(); const box = canvas.getBoundingClientRect();
        for (const e of edges.slice(0, 50)) { const p = curve(e); if (!p) continue; const x = (p[0] + 2 * p[2] + p[4]) / 4, y = (p[1] + 2 * p[3] + p[5]) / 4;
          if (!nodeAt(x, y) && edgeAt(x, y) === e) return [box.left + x, box.top + y, e.key]; } return null""")
    if place:  # where edges lie so close that none of some can be hit alone, there is nothing to see
        browser.click(place[0], place[1])
        yield "a click on an edge chooses it", browser.run("return state.edge && state.edge.siblings.some((e) => e.key === arguments[0])", place[2])

    browser.run("choose(null, null); document.querySelector('#filters input[type=checkbox]').click()")
    yield "a filter takes edges away", browser.run(COUNTS) != whole
    browser.run("document.querySelector('#filters input[type=checkbox]').click()")
    yield "and brings them back", browser.run(COUNTS) == whole
    before = browser.run("canvas.focus(); return camera.x")
    browser.press([KEYS["Right"]])
    yield "arrow keys move the drawing", browser.run("return camera.x") > before
    browser.run("byId('theme').click()")
    browser.shoot(shots / "page-other-theme.png")
    yield "the theme changes", browser.run("return state.theme") in ("dark", "light")
    yield "the SVG is well-formed", browser.run("""return !new DOMParser().parseFromString(svgOfView(), 'image/svg+xml').querySelector('parsererror')""")
    yield "every field has a name", browser.run("""return [...document.querySelectorAll('input, button, canvas')].every((e) =>
        e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length > 0))""")
    yield "nothing was fetched", browser.run("return performance.getEntriesByType('resource').length") == 0
    log = [entry["message"] for entry in browser.call("/se/log", {"type": "browser"}) if entry["level"] in ("SEVERE", "WARNING")]
    yield "no error in the console" + "".join("\n  " + line for line in log), not log


def main():
    if not (shutil.which("chromedriver") and shutil.which("chromium")):
        print("page           skipped: no chromedriver")
        return 0
    shots = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(sys.argv[1]).resolve().parent
    driver = start_driver()
    try:
        browser = Browser()
        results = list(check(browser, Path(sys.argv[1]).resolve().as_uri(), shots))
        browser.call("", method="DELETE")
    finally:
        driver.terminate()
        driver.wait()
    failed = [words for words, well in results if not well]
    print(f"page           {len(results) - len(failed)} of {len(results)} as they should be")
    for words in failed:
        print("  not: " + words)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
