# SPDX-License-Identifier: Apache-2.0
"""Headless Chromium for tests and measurements of pages: driven by playwright-core where node has it (the variable PLAYWRIGHT names the folder of
node/package.json and drive.cjs), else through chromedriver (Debian: chromium-driver)."""
import base64
import contextlib
import json
import os
import re
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Down": "\ue015", "Right": "\ue014", "Tab": "\ue004", "Shift": "\ue008",
        "Control": "\ue009", "Left": "\ue012", "Up": "\ue013"}

# Milliseconds from the navigation to the first drawing that takes clicks; null where it does not come.
READY = """return new Promise((done) => { const ask = () => { const mark = performance.getEntriesByName("drawn")[0];
    if (mark) done(Math.round(mark.startTime)); else if (performance.now() > 20000) done(null); else setTimeout(ask, 20); }; ask(); })"""


def playwright():
    """The folder with playwright-core, or nothing."""
    folder = os.environ.get("PLAYWRIGHT", "")
    return folder if folder and shutil.which("node") and (Path(folder) / "node_modules" / "playwright-core").is_dir() else ""


def is_there():
    return bool(shutil.which("chromium") and (playwright() or shutil.which("chromedriver")))


@contextlib.contextmanager
def opened(downloads):
    """A browser; what it saves goes to the folder."""
    if playwright():
        browser = PlaywrightBrowser(playwright(), downloads)
        try:
            yield browser
        finally:
            browser.end()
        return
    with Driver() as driver:
        browser = WebDriverBrowser(driver, downloads)
        yield browser
        browser.call("", method="DELETE")


class Driver:
    """A chromedriver at a port that is free, ended when done."""

    def __enter__(self):
        self.process = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        said = []
        for line in self.process.stdout:  # it says its port, and nothing after that
            said.append(line)
            if found := re.search(r"started successfully on port (\d+)", line):
                self.address = "http://127.0.0.1:" + found.group(1)
                return self
        raise SystemExit("chromedriver did not start: " + "".join(said))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Browser:
    """What a page is judged by, whoever drives it: open, run, press, press_with, click, shoot, resize, messages."""

    downloads = Path()

    def saved(self, button, name):
        """The bytes of the file that a button saves."""
        self.run("document.getElementById(arguments[0]).click()", button)
        file = self.downloads / name
        for _ in range(200):
            if file.exists() and file.stat().st_size > 0:
                return file.read_bytes()
            time.sleep(0.1)
        return b""


class WebDriverBrowser(Browser):
    """As much of WebDriver as is needed here."""

    def __init__(self, driver, downloads):
        self.base = driver.address
        self.downloads = Path(downloads)
        options = {"args": ["--headless", "--no-sandbox", "--disable-gpu", "--window-size=1400,900"],
                   "prefs": {"download.default_directory": str(downloads), "profile.default_content_setting_values.automatic_downloads": 1}}
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

    def press_with(self, held, key):
        """A key while another one is held."""
        actions = [{"type": kind, "value": value} for kind, value in (("keyDown", KEYS[held]), ("keyDown", key), ("keyUp", key), ("keyUp", KEYS[held]))]
        self.call("/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def click(self, x, y):
        actions = [{"type": "pointerMove", "x": round(x), "y": round(y)}, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.call("/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": actions}]})

    def open(self, address):
        self.call("/url", {"url": address})

    def shoot(self, file):
        file.write_bytes(base64.b64decode(self.call("/screenshot")))

    def resize(self, width, height):
        self.call("/window/rect", {"width": width, "height": height})

    def messages(self):
        """What the console got since the last time: errors and warnings."""
        return [entry["message"] for entry in self.call("/se/log", {"type": "browser"}) if entry["level"] in ("SEVERE", "WARNING")]


class PlaywrightBrowser(Browser):
    """playwright-core in a node beside this (node/drive.cjs)."""

    def __init__(self, folder, downloads):
        self.downloads = Path(downloads)
        self.process = subprocess.Popen(["node", str(Path(folder) / "drive.cjs"), shutil.which("chromium"), str(downloads)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)

    def tell(self, command, **fields):
        self.process.stdin.write(json.dumps({"command": command, **fields}) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": "node has ended"}
        if "error" in answer:
            raise RuntimeError(f"{command}: {answer['error']}")
        return answer["value"]

    def end(self):
        self.process.stdin.close()
        self.process.wait(30)

    def open(self, address):
        self.tell("open", address=address)

    def run(self, script, *values):
        return self.tell("run", script=script, values=list(values))

    def press(self, keys):
        self.tell("press", keys=list(keys))

    def press_with(self, held, key):
        self.tell("press_with", held=KEYS[held], key=key)

    def click(self, x, y):
        self.tell("click", x=round(x), y=round(y))

    def shoot(self, file):
        self.tell("shoot", file=str(file))

    def resize(self, width, height):
        self.tell("resize", width=width, height=height)

    def messages(self):
        return self.tell("messages")
