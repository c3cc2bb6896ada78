# SPDX-License-Identifier: Apache-2.0
"""Headless Chromium for tests and measurements of pages, driven through chromedriver (Debian: chromium-driver)."""
import base64
import json
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


class Driver:
    """A chromedriver at a port that is free, ended when done."""

    @staticmethod
    def is_there():
        return bool(shutil.which("chromedriver") and shutil.which("chromium"))

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

    def saved(self, button, name):
        """The bytes of the file that a button saves."""
        self.run("document.getElementById(arguments[0]).click()", button)
        file = self.downloads / name
        for _ in range(200):
            if file.exists() and file.stat().st_size > 0:
                return file.read_bytes()
            time.sleep(0.1)
        return b""

    def shoot(self, file):
        file.write_bytes(base64.b64decode(self.call("/screenshot")))
