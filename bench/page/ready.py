# SPDX-License-Identifier: Apache-2.0
"""How long headless Chromium takes until an exported page is drawn and takes clicks.   ready.py PAGE [RUNS]     5 runs

From the navigation to the page's own mark `drawn`, each run in a browser of its own. Prints the size of the file, the median and all runs; the
load of the machine, as a busy one is slower. Exit 1 when the page was not ready within 20 s.
"""
import os
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests" / "outside"))
from browser import READY, is_there, opened  # noqa: E402


def main():
    page, runs = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print(f"{page.name}: {page.stat().st_size / 1e6:.2f} MB")
    if not is_there():
        print("skipped: no chromium with playwright-core or chromedriver")
        return 0
    times = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder, opened(folder) as browser:
            browser.open(page.as_uri())
            times.append(browser.run(READY))
            shown = browser.run("return [nodes.length, edges.length, data.allEdges]")
            notice = browser.run("return byId('notice').hidden ? '' : byId('notice').textContent")
    print("{} entities, {} of {} edges".format(*shown) + (f"; the page says: {notice}" if notice else ""))
    if None in times:
        print("not ready within 20 s")
        return 1
    print(f"drawn and takes clicks after {statistics.median(times):.0f} ms, median of {runs} ({', '.join(map(str, sorted(times)))}); load {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
