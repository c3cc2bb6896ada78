# SPDX-License-Identifier: Apache-2.0
"""Drives `entente serve` in headless Chromium: search, query, error at its place, question, filter, an edge's sentence in its
document, timeline, exports, keyboard alone, accessibility, deciding, no request elsewhere.

usage: check_serve.py PROGRAM GRAPH SCREENSHOT_FOLDER [AXE_CORE_SCRIPT]
Needs chromium and chromedriver (Debian: chromium-driver); says "skipped" without them. Exit 1 where something is not as it should be.
"""
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE), str(HERE.parent / "serve")]
from browser import KEYS, is_there, opened  # noqa: E402
from server import Server  # noqa: E402


def until(browser, script, *arguments, seconds=30):
    """What a script gives once that is true, else what it gave last."""
    end = time.monotonic() + seconds
    while True:
        seen = browser.run(script, *arguments)
        if seen or time.monotonic() > end:
            return seen
        time.sleep(0.05)


def text_of(browser, name):
    return browser.run("return document.getElementById(arguments[0]).textContent", name)


def type_in(browser, text, mode=None):
    """Clears the box and types."""
    if mode:
        browser.run("byId('mode-' + arguments[0]).click()", mode)
    browser.run("box.focus(); box.value = ''; fitBox()")
    browser.press(list(text))


RAN = "return !asking.running && (asking.answer || !byId('problem').hidden)"


def run(browser, text, mode):
    browser.run("asking.answer = null; clearProblem()")
    type_in(browser, text, mode)
    browser.run("closeOffers()")
    browser.press([KEYS["Enter"]])
    time.sleep(0.2)
    return until(browser, RAN)


def size(browser, width, height):
    browser.resize(width, height)
    time.sleep(0.4)


def check_search(browser, shots):
    browser.run("document.activeElement.blur()")
    browser.press("/")
    yield "/ goes to the search", browser.run("return document.activeElement.id") == "search"
    browser.press("chin")
    yield "the search finds by the beginning of a name", "China" in until(browser, "return byId('found').textContent")
    browser.press([KEYS["Enter"]])
    yield "Enter chooses the entity", until(browser, "return state.node && state.node.label") == "China"
    yield "its edges are listed", browser.run("return document.querySelectorAll('#details .list button').length") > 3
    browser.shoot(shots / "serve-node.png")
    before = browser.run("return edges.length")
    browser.run("byId('expand').click()")
    yield "what is not stated as done is counted", "all facts shows them" in until(browser, "return byId('notice').hidden ? '' : byId('notice').textContent")
    yield "its neighbours come", until(browser, "return state.node && state.node.label === 'China' && state.node.edges.length > 3") and browser.run("return edges.length") >= before
    yield "colours by community are there for what came, too", browser.run("state.colour = 'community'; draw(); return nodes.every((node) => nodeColour(node).startsWith('rgb'))")
    browser.run("state.colour = 'class'; redraw()")


def check_query(browser, shots):
    type_in(browser, "MATCH (a:Countr", "query")
    yield "labels are completed", "Country" in (until(browser, "return byId('offers').hidden ? '' : byId('offers').textContent") or "")
    browser.shoot(shots / "serve-completion.png")
    browser.press([KEYS["Tab"]])
    yield "Tab takes a word", browser.run("return box.value") == "MATCH (a:Country"
    run(browser, "MATCH (a:Country)-[f:cooperated]-(b)\nRETURN a, f, b.nane AS x, bb LIMIT 10".replace("\n", " "), "query")
    shown = text_of(browser, "problem")
    yield "an error has line and column", "Line 1, column" in shown and "bb" in shown
    yield "the wrong place is marked and chosen", browser.run("return box.value.slice(box.selectionStart, box.selectionStart + 2)") == "bb"
    browser.shoot(shots / "serve-error.png")
    time.sleep(0.3)
    yield "the drawing keeps its shape beside it", browser.run("const ratio = devicePixelRatio; return Math.abs(canvas.height - canvas.clientHeight * ratio) <= 1 && Math.abs(canvas.width - canvas.clientWidth * ratio) <= 1")
    run(browser, "MATCH (a:Country)-[f:cooperated]-(b) RETURN a, f, b.name AS name LIMIT 40", "query")
    rows = browser.run("return document.querySelectorAll('#answer tbody tr').length")
    yield "a query gives a table", rows > 3 and browser.run("return [...document.querySelectorAll('#answer th')].map((e) => e.textContent).join()") == "#,a,f,name"
    yield "and beside it the graph of the answer", 0 < browser.run("return edges.length") <= 40
    browser.run("document.querySelectorAll('#answer tbody button')[1].focus()")
    browser.press([KEYS["Enter"]])
    yield "a row chooses its edge", browser.run("return state.edge && state.edge.facts.some((id) => asking.answer.parts[1].facts.includes(id))")
    marks = browser.run("return [...document.querySelectorAll('#details mark')].map((e) => e.textContent)")
    yield "an edge has its sentence", len(marks) > 0 and len(marks[0]) > 10
    browser.run("[...document.querySelectorAll('#details button')].find((e) => e.textContent === 'Whole document').click()")
    whole = until(browser, "const q = document.querySelector('#details blockquote.whole'); return q && q.textContent.length > 300 && q.querySelector('mark').textContent")
    yield "in its document, marked", whole == marks[0]
    yield "without --write nothing is decided", browser.run("return document.querySelectorAll('#decisions button').length") == 0 and browser.run("return byId('undo').hidden")
    browser.shoot(shots / "serve-query.png")


def check_bare_answer(browser):
    run(browser, "MATCH (a:Country) RETURN count(*) AS n", "query")
    yield "an answer without nodes says so", "Nothing of the graph" in text_of(browser, "notice") and browser.run("return document.querySelector('#answer tbody button').disabled")


def check_question(browser, shots):
    run(browser, "Who cooperated with China?", "question")
    if "model" in text_of(browser, "problem"):
        print("skipped: questions, no language model")
        return
    yield "a question gives rows", browser.run("return document.querySelectorAll('#answer tbody tr').length") > 0
    yield "with how it was read and its query", "Read as" in text_of(browser, "answer") and "MATCH" in text_of(browser, "answer")
    heads = browser.run("return [...document.querySelectorAll('#answer th')].map((e) => e.textContent)")
    yield "columns that say nothing are left out", heads[:4] == ["#", "subject", "relation", "object"] and not {"begin", "sentence"} & set(heads)
    yield "relations stand there in words", " " in browser.run("return document.querySelector('#answer tbody tr td:nth-child(3)').textContent")
    browser.run("document.querySelector('#answer tbody button').click()")
    yield "a row chooses its edge", browser.run("return Boolean(state.edge)")
    browser.shoot(shots / "serve-question.png")
    there = browser.run("return new Promise((done) => setTimeout(() => done(location.href), 400))")
    chosen = browser.run("return state.edge.key")
    browser.open("about:blank")
    browser.open(there)
    until(browser, "return document.documentElement.dataset.live")
    yield "the address brings question and edge back", browser.run("return box.value") == "Who cooperated with China?" and until(browser, "return state.edge && state.edge.key") == chosen


def check_filters(browser, shots):
    browser.run("byId('all-facts').checked = true; box.value = ''; byId('whole').click()")
    until(browser, "return !asking.answer && edges.length > 0")
    browser.run("byId('tab-filters').click()")
    whole = text_of(browser, "counts")
    browser.run("document.querySelector('#filters input[type=checkbox]').click()")
    yield "a filter takes edges away", text_of(browser, "counts") != whole
    browser.run("document.querySelector('#filters input[type=checkbox]').click()")
    yield "and brings them back", text_of(browser, "counts") == whole
    yield "there is a timeline", browser.run("return document.querySelectorAll('#times .bars button').length") > 3
    browser.run("document.querySelectorAll('#times .bars button')[2].focus()")
    browser.press([KEYS["Enter"]])
    yield "a bar leaves its time alone", browser.run("return state.from") != "" and text_of(browser, "counts") != whole
    browser.shoot(shots / "serve-timeline.png")
    browser.run("state.from = state.to = ''; filtersChanged(); showFilters()")
    names = browser.run("""const saved = []; save = (blob, name) => saved.push(blob.text().then((text) => [name, text.slice(0, 400), blob.size]));
        for (const format of ['turtle', 'graphml', 'csv']) await exportView(format);
        byId('svg').click(); draw(); await new Promise((done) => canvas.toBlob((blob) => { save(blob, 'graph.png'); done(); }));
        return Promise.all(saved)""".join(["return (async () => {", "})()"]))
    by_name = {name: (text, length) for name, text, length in names}
    yield "the view is exported", set(by_name) == {"view.ttl", "view.graphml", "view.csv", "graph.svg", "graph.png"} and all(length > 500 for _, length in by_name.values())
    yield "each as what it is", "@prefix" in by_name["view.ttl"][0] and "<graphml" in by_name["view.graphml"][0] and "<svg" in by_name["graph.svg"][0] and "PNG" in by_name["graph.png"][0]


def check_keyboard(browser):
    """From the top of the page with Tab alone: everything that can be used is reached, and is seen to be."""
    browser.run("document.body.tabIndex = -1; document.body.focus(); window.reached = []; document.addEventListener('focusin', (e) => reached.push(e.target.id || e.target.className || e.target.tagName))")
    for _ in range(25):
        browser.press([KEYS["Tab"]])
    reached = browser.run("return reached")
    yield "Tab reaches everything at the top in order", [name for name in reached if name in ("skip", "search", "fit", "theme", "mode-question", "mode-query", "text", "run", "all-facts", "saved")][:4] == ["skip", "search", "fit", "theme"]
    browser.run("byId('skip').focus()")
    browser.press([KEYS["Enter"]])
    yield "the first link leads to the question", browser.run("return document.activeElement.id") == "text"
    browser.run("byId('mode-query').click(); box.focus(); box.value = ''")
    browser.press(list("MATCH (a:Country) RETURN a LIMIT 3"))
    browser.run("closeOffers()")
    browser.press([KEYS["Enter"]])
    until(browser, "return !asking.running && asking.answer && asking.answer.rows.length === 3")
    browser.press([KEYS["Tab"]] * 4)
    for _ in range(12):
        if browser.run("return Boolean(document.activeElement.closest('#answer tbody'))"):
            break
        browser.press([KEYS["Tab"]])
    browser.press([KEYS["Enter"]])
    yield "a query is run and a row chosen with keys alone", browser.run("return state.node && state.node.label") == browser.run("return asking.answer.rows[0][0]")
    browser.press([KEYS["Escape"]])
    yield "Escape lets go", browser.run("return !state.node")


def serious(browser, axe):
    browser.run(axe)
    found = browser.run("return axe.run(document).then((r) => r.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120))]))")
    return [each for each in found if each[0] in ("serious", "critical")]


def check_looks(browser, shots, axe):
    for theme in ("light", "dark"):
        browser.run("state.theme = arguments[0]; showTheme()", theme)
        for name, (width, height) in {"wide": (1500, 950), "narrow": (420, 900)}.items():
            size(browser, width, height)
            for words, do in {"overview": "box.value = ''; byId('whole').click()", "answer": None}.items():
                if do:
                    browser.run(do)
                    until(browser, "return !asking.answer && edges.length > 0")
                else:
                    run(browser, "MATCH (a:Country)-[f:cooperated]-(b) RETURN a, f, b LIMIT 30", "query")
                    browser.run("document.querySelectorAll('#answer tbody button')[0].click()")
                time.sleep(0.4)
                browser.run("window.scrollTo(0, 0)")
                browser.shoot(shots / f"serve-{theme}-{name}-{words}.png")
                yield f"nothing is wider than the page ({theme}, {name}, {words})", browser.run("return document.documentElement.scrollWidth <= innerWidth + 1")
                if axe:
                    found = serious(browser, axe)
                    yield f"axe-core: nothing serious ({theme}, {name}, {words})" + "".join(f"\n    {each}" for each in found), not found
    size(browser, 1400, 900)


def check(browser, server, shots, axe):
    browser.open(server.address)
    yield "the page is filled", until(browser, "return document.documentElement.dataset.live") == "yes" and browser.run("return edges.length") > 0
    browser.shoot(shots / "serve-overview.png")
    for part in (check_search, check_query, check_question, check_filters):
        yield from part(browser, shots)
    yield from check_bare_answer(browser)
    yield from check_keyboard(browser)
    yield from check_looks(browser, shots, axe)
    log = browser.messages()
    log = [line for line in log if "status of 400" not in line]  # the errors that were asked for
    yield "no error in the console" + "".join("\n  " + line for line in log), not log
    urls = browser.run("return performance.getEntriesByType('resource').map((e) => e.name)")
    yield "nothing was asked of others", all(url.startswith(server.address) or url.startswith(("blob:", "data:")) for url in urls)


def log_of(program, graph):
    lines = subprocess.run([program, "decisions", "--export", "-g", graph], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in lines.splitlines()]


def tab_to(browser, beginning):
    """With the Tab key to the element whose id begins so; its id, or nothing."""
    for _ in range(60):
        name = browser.run("return document.activeElement.id")
        if name.startswith(beginning):
            return name
        browser.press([KEYS["Tab"]])
    return ""


SAID = "return byId('said').hidden ? '' : byId('said').textContent"


def check_deciding(browser, server, program, graph, shots, axe):
    """With --write: confirm, note and deny with keys alone, what is drawn, the log, undo; another's decision; a page that has no token."""
    browser.open(server.address + "#token=" + server.token)
    until(browser, "return document.documentElement.dataset.live")
    yield "the token does not stay in the address", until(browser, "return !location.hash.includes('token')")
    run(browser, "MATCH (a:Country)-[f:cooperated]-(b) WHERE f.confidence < 1 RETURN a, f, b LIMIT 20", "query")
    browser.run("document.querySelector('#answer tbody button').click(); byId('details').focus()")
    until(browser, "return document.querySelector('#decisions button')")
    fact = browser.run("return state.edge.facts[0]")
    shape = browser.run("return JSON.stringify([nodes.length, edges.length, camera.x, camera.y, camera.scale])")
    yield "Tab reaches the button to confirm", tab_to(browser, "confirm-") == "confirm-" + fact
    browser.press([KEYS["Enter"]])
    yield "it is told", "Confirmed: " in until(browser, SAID)
    yield "the edge says so", "confirmed by a person" in text_of(browser, "decisions") and browser.run("return state.edge.confidence") == 1
    yield "focus stays", browser.run("return document.activeElement.id") == "confirm-" + fact
    yield "the drawing stays", browser.run("return JSON.stringify([nodes.length, edges.length, camera.x, camera.y, camera.scale])") == shape
    yield "the page does not wonder at its own change", browser.run("return byId('changed').hidden")
    browser.shoot(shots / "serve-confirmed.png")
    browser.run("document.querySelector('#decisions [id^=note-]').focus()")
    browser.press([KEYS["Enter"]])
    browser.press(list("seen in print"))
    browser.shoot(shots / "serve-note.png")
    browser.press([KEYS["Tab"]])
    browser.press([KEYS["Enter"]])
    yield "a note is kept", "seen in print" in (until(browser, "const list = document.querySelector('#decisions .notes'); return list && list.textContent") or "")
    browser.run("document.querySelector('#decisions [id^=deny-]').focus()")
    browser.press([KEYS["Enter"]])
    yield "a denied edge is dotted and stays to be looked at", until(browser, "return state.edge && state.edge.line === 'dotted' && state.edge.facts[0]") == fact
    browser.shoot(shots / "serve-denied.png")
    if axe:
        found = serious(browser, axe)
        yield "axe-core: nothing serious (deciding)" + "".join(f"\n    {each}" for each in found), not found
    log = log_of(program, graph)
    yield "the log has all three, with the day", [one["kind"] for one in log] == ["confirm", "note", "deny"] and all(one["fact"] == fact and len(one["date"]) == 10 for one in log)
    browser.run("byId('undo').click()")
    yield "Undo takes the denial back", until(browser, "return state.edge && state.edge.line !== 'dotted' && state.edge.facts[0]") == fact
    browser.run("byId('canvas').focus()")
    browser.press_with("Control", "z")
    yield "Control+Z the note", until(browser, "return !document.querySelector('#decisions .notes') && document.querySelector('#decisions [id^=confirm-]').getAttribute('aria-pressed')") == "true"
    browser.run("byId('undo').click()")
    yield "until nothing is left", until(browser, "return byId('undo').disabled") and [one["kind"] for one in log_of(program, graph)[3:]] == ["withdraw"] * 3
    server.ask("POST", "/api/decide", {"kind": "deny", "fact": fact}, {"Authorization": "Bearer " + server.token})
    browser.run("byId('expand') || choose(state.edge.source, null); byId('expand').click()")
    yield "what others decide is noticed", "has changed" in until(browser, "return byId('changed').hidden ? '' : byId('changed').textContent")
    browser.shoot(shots / "serve-changed.png")
    yield from check_token(browser, server, program, graph, shots)


def check_token(browser, server, program, graph, shots):
    """A page that was opened without the token asks for it when it is needed, and then does what was asked."""
    browser.run("sessionStorage.clear()")
    browser.open("about:blank")
    browser.open(server.address)
    until(browser, "return document.documentElement.dataset.live")
    browser.run("choose(null, edges.find((edge) => edge.facts.some(isDecidable) && edge.confidence < 1))")
    until(browser, "return document.querySelector('#decisions [id^=confirm-]')")
    browser.run("document.querySelector('#decisions [id^=confirm-]').click()")
    yield "without a token it is asked for", until(browser, "return byId('login').open") and "Deciding" in text_of(browser, "login-title")
    browser.shoot(shots / "serve-token.png")
    browser.press([*"wrong", KEYS["Enter"]])
    yield "a wrong one is asked for again", until(browser, "return byId('login').open && !byId('login-refused').hidden")
    known = len(log_of(program, graph))
    browser.press([*server.token, KEYS["Enter"]])
    yield "the right one does it", "Confirmed" in until(browser, SAID) and len(log_of(program, graph)) == known + 1


def with_dates(program, graph, folder):
    """A copy of the graph with imported edges of many days beside its facts."""
    copy = folder / graph.name
    shutil.copy(graph, copy)
    nodes = [f"town-{i},Town {i},Town" for i in range(12)]
    edges = [f"town-{i % 12},town-{(i * i + 1) % 12},TRADED_WITH,2019-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(60)]
    edges += ["china,town-1,TRADED_WITH,2019-05-05"]
    for name, head, lines in [("towns.csv", "id:ID,name,:LABEL", nodes), ("trade.csv", ":START_ID,:END_ID,:TYPE,date:date", edges)]:
        (folder / name).write_text("\n".join([head, *lines]) + "\n")
    subprocess.run([program, "import", folder / "towns.csv", folder / "trade.csv", "-g", copy], check=True, capture_output=True)
    return copy


def main():
    if not is_there():
        print("serve          skipped: no chromium with playwright-core or chromedriver")
        return 0
    program, graph, shots = (Path(each).resolve() for each in sys.argv[1:4])
    shots.mkdir(parents=True, exist_ok=True)
    axe = Path(sys.argv[4]).read_text(encoding="utf-8") if len(sys.argv) > 4 else None
    results = []
    with tempfile.TemporaryDirectory() as folder, opened(folder) as browser:
        dated = with_dates(program, graph, Path(folder))
        with Server(str(program), dated, root=HERE.parents[1]) as server:
            results += check(browser, server, shots, axe)
        with Server(str(program), dated, "--write", root=HERE.parents[1]) as writable:
            results += check_deciding(browser, writable, program, dated, shots, axe)
    failed = [words for words, well in results if not well]
    print(f"serve          {len(results) - len(failed)} of {len(results)} as they should be" + ("" if axe else "; without axe-core"))
    for words in failed:
        print("  not: " + words)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
