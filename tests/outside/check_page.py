# SPDX-License-Identifier: Apache-2.0
"""Drives an exported page in headless Chromium: search, choice, sentence, filters, opening, timeline, saving, address, keyboard, axe-core, no
request, no error.

usage: check_page.py PAGE [SCREENSHOT_FOLDER [AXE]]
AXE is axe-core's axe.min.js; without it accessibility is not judged, and that is said. Needs chromium, and playwright-core or chromedriver
(browser.py); says "skipped" without them. Exit 1 where something is not as it should be.
"""
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from browser import KEYS, READY, is_there, opened

DETAILS = "return document.getElementById('details').textContent"
COUNTS = "return document.getElementById('counts').textContent"


SERIOUS = ("serious", "critical")


def axe_findings(browser, axe):
    """What axe-core finds serious or critical in the page as it stands, one line each."""
    browser.run(axe)
    found = browser.run("return axe.run().then((results) => results.violations.map((v) => [v.impact, v.id, v.nodes[0].html.slice(0, 120)]))")
    return [" ".join(finding) for finding in found if finding[0] in SERIOUS]


def check_axe(browser, axe, words):
    findings = axe_findings(browser, axe)
    return f"axe-core finds nothing serious: {words}" + "".join("\n  " + line for line in findings), not findings


def counts(browser):
    return browser.run("const { nodeCount, edgeCount } = applyFilters(); return [nodeCount, edgeCount]")


def check_filters(browser):
    """Each filter alone against what the data says."""
    alone = "Object.assign(state, { relations: new Set(), classes: new Set(), modes: new Set(), confidence: 0, from: '', to: '', undated: true });"
    browser.run("choose(null, null)")
    cases = {
        "relation": ("state.relations.add(edges[0].relation.name)", "e.relation.name !== edges[0].relation.name"),
        "class": ("state.classes.add(data.classes[edges[0].source.cls].name)", "e.source.cls !== edges[0].source.cls && e.target.cls !== edges[0].source.cls"),
        "modality": ("state.modes.add(edges[0].mode)", "e.mode !== edges[0].mode"),
        "confidence": ("state.confidence = 0.6", "e.confidence >= 0.6"),
        "time": ("state.from = '2010-01-01'; state.to = '2015-12-31'; state.undated = false",
                 "(e.last || e.first) >= '2010-01-01' && (e.first || e.last).slice(0, 10) <= '2015-12-31' && (e.first || e.last) !== ''")}
    for name, (setting, condition) in cases.items():
        found = browser.run(alone + setting + "; filtersChanged(); return edges.filter((e) => e.shown).length")
        expected = browser.run(f"return edges.filter((e) => {condition}).length")
        yield f"the filter by {name}", found == expected
    browser.run(alone + "filtersChanged(); showFilters()")


def check_opening(browser, shots):
    """Opening a node leaves its neighbours; opening a second adds to them; everything comes back."""
    whole = counts(browser)
    browser.run("choose(byDegree[0], null); document.getElementById('open').click()")
    first = browser.run("return [edges.filter((e) => e.shown).length, byDegree[0].edges.length]")
    yield "opening leaves the entity's own edges", first[0] == first[1]
    browser.run("const n = byDegree[0]; const e = n.edges.find((e) => e.source !== e.target); choose(e.source === n ? e.target : e.source, null); document.getElementById('open').click()")
    second = browser.run("return [edges.filter((e) => e.shown).length, edges.filter((e) => state.open.has(e.source) || state.open.has(e.target)).length, state.open.size]")
    yield "opening another adds its edges", second[0] == second[1] and second[2] == 2 and second[0] >= first[0]
    yield "the address has what is open", "open=" in browser.run("return stateToHash()")
    browser.shoot(shots / "page-open.png")
    browser.run("[...document.querySelectorAll('#details button')].find((b) => b.textContent === 'Show everything').click(); choose(null, null)")
    yield "everything comes back", counts(browser) == whole


def check_times(browser):
    """A bar of the timeline leaves the edges of its time; the same bar brings all back."""
    bars = browser.run("return [...document.querySelectorAll('#times button')].map((b) => b.getAttribute('aria-label'))")
    dated = browser.run("return new Set(edges.map((e) => (e.first || e.last).slice(0, 7)).filter((d) => d.length === 7)).size")
    if not bars:
        yield "without several times there are no bars", dated < 2
        return
    browser.run("document.querySelector('#tick-undated').click()")
    largest = max(range(len(bars)), key=lambda i: int(bars[i].rsplit(": ", 1)[1].split()[0]))
    browser.run("document.querySelectorAll('#times button')[arguments[0]].click()", largest)
    shown = browser.run("return edges.filter((e) => e.shown).length")
    yield "a bar leaves its time", 0 < shown and browser.run("return edges.filter((e) => e.shown).every(inTime) && state.from !== ''")
    browser.run("document.querySelectorAll('#times button')[arguments[0]].click(); document.querySelector('#tick-undated').click()", largest)
    yield "the same bar brings all back", browser.run("return state.from === '' && edges.every((e) => e.shown)")


def check_saving(browser):
    """What the buttons save."""
    picture = browser.saved("png", "graph.png")
    size = browser.run("return [canvas.width, canvas.height]")
    yield "the PNG is a picture of the drawing", picture[:8] == b"\x89PNG\r\n\x1a\n" and [int.from_bytes(picture[at:at + 4], "big") for at in (16, 20)] == size
    try:
        root = ElementTree.fromstring(browser.saved("svg", "graph.svg"))
        circles = len(root.findall("{http://www.w3.org/2000/svg}circle"))
    except ElementTree.ParseError:
        circles = -1
    yield "the SVG is well-formed and has every node shown", circles == browser.run("return nodes.filter((n) => n.shown).length")


def check_keyboard(browser):
    """With the Tab key alone every part of the page is reached, and focus is never lost."""
    browser.run("choose(null, null); document.body.focus(); document.activeElement.blur(); scrollTo(0, 0)")
    wanted, seen = {"search", "filters", "canvas", "details", "buttons"}, set()
    for _ in range(120):
        browser.press([KEYS["Tab"]])
        seen |= set(browser.run("""const e = document.activeElement; return [e.id, ...['filters', 'details'].filter((id) => document.getElementById(id).contains(e)),
            e.closest('.buttons') ? 'buttons' : '']"""))
        if wanted <= seen:
            break
    yield "Tab reaches every part" + "".join(f", not {part}" for part in sorted(wanted - seen)), wanted <= seen


def check(browser, address, shots, axe):
    """What is seen, as (words, whether it is as it should be)."""
    browser.open(address)
    ready = browser.run(READY)
    yield "ready", ready is not None
    left_out, notice = browser.run("return [data.allEdges - edges.length, byId('notice').hidden ? '' : byId('notice').textContent]")
    numbers = browser.run("return [edges.length, data.allEdges].map((count) => count.toLocaleString('en'))")
    yield f"what is left out is said: {left_out} edges, '{notice}'", all(number in notice for number in numbers) if left_out > 0 else notice == ""
    whole = browser.run(COUNTS)
    target = browser.run("const n = byDegree[0]; return [n.label, n.id, n.edges.length]")
    browser.shoot(shots / "page-whole.png")

    browser.run("document.body.focus(); document.activeElement.blur()")
    browser.press("/")
    yield "/ goes to the search", browser.run("return document.activeElement.id") == "search"
    alias = browser.run("return nodes.flatMap((n) => n.aliases.map((a) => [a, n.id])).find(([a, id]) => findNodes(a)[0].id === id && nodeById.get(id).label !== a)")
    if alias:
        browser.press(alias[0].upper())
        browser.press([KEYS["Enter"]])
        yield "another name finds the entity", browser.run("return state.node && state.node.id") == alias[1]
        browser.run("byId('search').value = ''")
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
    browser.run(READY)
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
    if axe:
        yield check_axe(browser, axe, "the other theme")
        browser.run("byId('theme').click(); choose(byDegree[0], byDegree[0].edges[0])")
        yield check_axe(browser, axe, "an edge")
        browser.run("choose(byDegree[0], null); state.colour = 'community'; filtersChanged(); showFilters()")
        yield check_axe(browser, axe, "an entity, by community")
        browser.run("state.colour = 'class'; choose(null, null); showFilters()")
    yield from check_filters(browser)
    yield from check_opening(browser, shots)
    yield from check_times(browser)
    yield from check_saving(browser)
    yield from check_keyboard(browser)
    browser.run("state.colour = 'community'; state.size = 'betweenness'; filtersChanged(); showFilters(); fit()")
    browser.shoot(shots / "page-community.png")
    yield "communities have their legend", browser.run("return document.querySelectorAll('#filters .plain li').length") == browser.run(
        "return Math.min(10, new Set(nodes.map((n) => n.community).filter(Boolean)).size)")
    yield "every field has a name", browser.run("""return [...document.querySelectorAll('input, button, canvas')].every((e) =>
        e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length > 0))""")
    yield "nothing was fetched", browser.run("return performance.getEntriesByType('resource').length") == 0
    log = browser.messages()
    yield "no error in the console" + "".join("\n  " + line for line in log), not log


def main():
    if not is_there():
        print("page           skipped: no chromium with playwright-core or chromedriver")
        return 0
    shots = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(sys.argv[1]).resolve().parent
    shots.mkdir(parents=True, exist_ok=True)
    axe = Path(sys.argv[3]).read_text(encoding="utf-8") if len(sys.argv) > 3 else ""
    if not axe:
        print("axe-core       skipped: not given")
    page = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as downloads, opened(downloads) as browser:
        browser.open(page.as_uri())
        ready = browser.run(READY)
        browser.open("about:blank")
        results = list(check(browser, page.as_uri(), shots, axe))
    failed = [words for words, well in results if not well]
    print(f"page           {len(results) - len(failed)} of {len(results)} as they should be; drawn after {ready} ms, {page.stat().st_size / 1e6:.2f} MB")
    for words in failed:
        print("  not: " + words)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
