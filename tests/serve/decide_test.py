#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Confirm, deny, note and undo through the server: who may, what is refused, what is in the log and in the answers
afterwards, several clients at once.   decide_test.py PROGRAM GRAPH ROOT"""
import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import openapi
from server import Report, Server

PROGRAM, GRAPH, ROOT = (str(Path(each).resolve()) for each in sys.argv[1:4])
report = Report()
CLIENTS, EACH = 2, 6


def entente(*words):
    return subprocess.run([PROGRAM, *map(str, words)], check=True, capture_output=True, text=True, cwd=ROOT).stdout


def log_of(graph):
    return [json.loads(line) for line in entente("decisions", "--export", "-g", graph).splitlines()]


def plain_facts(server, headers=None):
    query = {"query": "MATCH (a)-[f]->(b) WHERE f.confidence < 1 RETURN f.id AS id ORDER BY id", "view": False}
    return [row[0] for row in server.ask("POST", "/api/query", query, headers)[2]["rows"]]


def read_only(graph):
    with Server(PROGRAM, graph, root=ROOT) as server:
        fact = plain_facts(server)[0]
        report.check("a server without --write has no token", server.token == "" and server.get("/api/stats")[2]["writable"] is False)
        for path, body in [("/api/decide", {"kind": "confirm", "fact": fact}), ("/api/undo", {"decision": "1"})]:
            for headers in [{}, {"Authorization": "Bearer "}, {"Authorization": "Bearer x"}]:
                status, _, told = server.ask("POST", path, body, headers)
                report.check(f"{path} without --write", status == 403 and told["error"]["kind"] == "refused" and "--write" in told["error"]["message"], told)
    report.check("and nothing is in the log", log_of(graph) == [])


def refused(server, fact):
    """Everything that must not write; the log stays empty."""
    good, right = {"kind": "deny", "fact": fact}, {"Authorization": "Bearer " + server.token}
    own = f"http://{server.host}:{server.port}"

    def ask(words, expected, body, headers, path="/api/decide"):
        status, _, told = server.ask("POST", path, body, headers)
        report.check(f"{words}: {expected}", status == expected and "error" in told, (status, told))

    for wrong in [{}, {"Authorization": server.token}, {"Authorization": "Bearer " + server.token[:-1]}, {"Authorization": "Bearer " + server.token + "0"},
                  {"Authorization": "bearer " + server.token}, {"Cookie": "token=" + server.token}]:
        ask(f"the token as {sorted(wrong)}", 401, good, wrong)
        ask(f"undo, the token as {sorted(wrong)}", 401, {"decision": "1"}, wrong, "/api/undo")
    ask("the token in the address", 401, good, {}, "/api/decide?token=" + server.token)
    for headers in [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": f"https://{server.host}:{server.port}"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
                    {"Origin": own, "Sec-Fetch-Site": "cross-site"}]:
        ask(f"a page of another site, {headers}", 403, good, {**right, **headers})
    ask("another name of the server", 421, good, {**right, "Host": "evil.example"})
    for kind in ["text/plain", "application/x-www-form-urlencoded", ""]:
        ask(f"a form of kind {kind!r}", 415, json.dumps(good), {**right, "Content-Type": kind})
    report.check("GET writes nothing", server.ask("GET", f"/api/decide?kind=deny&fact={fact}", headers=right)[0] == 404)
    ask("a body beyond the limit", 413, b'{"kind":"note","fact":"' + fact.encode() + b'","text":"' + b"x" * (1 << 20) + b'"}', right)
    for body in [{}, [], "deny", b"{", b"\xff", {"kind": "deny"}, {"fact": fact}, {"kind": "merge", "fact": fact}, {"kind": "withdraw", "fact": fact}, {"kind": "", "fact": fact}, {"kind": None, "fact": fact},
                 {"kind": "deny", "fact": 7}, {"kind": "deny", "fact": [fact]}, {**good, "text": "not of a note"}, {**good, "what": 1}, {"kind": "note", "fact": fact},
                 {"kind": "note", "fact": fact, "text": ""}, {"kind": "note", "fact": fact, "text": " \n\t"}, {"kind": "note", "fact": fact, "text": "a\0b"}, {"kind": "note", "fact": fact, "text": "x" * 10_001},
                 {**good, "by": "x" * 201}, {**good, "by": "a\nb"}, {**good, "date": "\x1b[2J"}, b'{"kind":"note","fact":"' + fact.encode() + b'","text":"\xc3\x28"}']:
        ask(f"the body {str(body)[:60]}", 400, body, right)
    for body in [{}, {"decision": ""}, {"decision": 1}, {"decision": "1", "kind": "deny"}]:
        ask(f"undo of {body}", 400, body, right, "/api/undo")
    for unknown in ["0000000000000000", "no such", "#1", "", "../x", fact[:3]]:
        ask(f"the fact {unknown!r}", 404, {**good, "fact": unknown}, right)
    for unknown in ["1", "0", "0000000000000000", "-1", "last"]:
        ask(f"the decision {unknown!r}", 404, {"decision": unknown}, right, "/api/undo")


def state_of(server, api, fact):
    _, told = openapi.exchange(report, server, api, "GET", f"/api/fact?id={fact}")
    return told["fact"]


def decided(server, graph, facts):
    """Each kind: the answer, the graph, the log; and each taken back."""
    api, right = server.get("/api/openapi.json")[2], {"Authorization": "Bearer " + server.token}
    first, second = facts[:2]
    before = state_of(server, api, first)

    def post(path, body):
        return openapi.exchange(report, server, api, "POST", path, body, right)

    def drawn():
        return {id for edge in server.get("/api/view")[2]["view"]["edges"] for id in edge[9]}

    tag = server.get("/api/stats")[2]["graph"]
    status, told = post("/api/decide", {"kind": "confirm", "fact": first, "by": "Ada", "date": "2026-11-22"})
    report.check("a confirmation is told", status == 200 and told["before"] == tag != told["graph"] and told["decision"]["fact"] == first and told["decision"]["by"] == "Ada", told)
    now = state_of(server, api, first)
    report.check("it holds at once", (now["decision"], now["confidence"]) == ("confirmed", 1) and before["decision"] == "" and before["confidence"] < 1, now)
    report.check("the state of the graph is the one that was told", server.get("/api/stats")[2]["graph"] == told["graph"])
    confirmed = told["decision"]

    there = drawn()
    status, denial = post("/api/decide", {"kind": "deny", "fact": second[:8]})
    report.check("a denial by the beginning of an id", status == 200 and denial["decision"]["fact"] == second and denial["before"] == told["graph"], denial)
    report.check("what is denied is no longer drawn", second in there and second not in drawn())
    _, part = post("/api/part", {"facts": [second], "kinds": "all"})
    kinds = [part["view"]["kinds"][edge[2]] for edge in part["view"]["edges"] if second in edge[9]]
    report.check("but told as denied where all is wanted", [kind.get("decision") for kind in kinds] == ["denied"], part["view"]["kinds"])

    text = 'two lines,\nand "quotes" of <b>é</b>'
    status, note = post("/api/decide", {"kind": "note", "fact": first, "text": text})
    report.check("a note is kept with its fact", status == 200 and state_of(server, api, first)["notes"] == [text], note)
    log = log_of(graph)
    report.check("the log of the file has them", [(one["kind"], one["fact"]) for one in log] == [("confirm", first), ("deny", second), ("note", first)] and log[0] == confirmed and log[2]["text"] == text, log)

    status, back = post("/api/undo", {"decision": denial["decision"]["id"], "by": "Ada"})
    report.check("a denial is taken back", status == 200 and back["withdrawn"]["id"] == denial["decision"]["id"] and second in drawn(), back)
    report.check("a note before a later decision, too", post("/api/undo", {"decision": note["decision"]["id"]})[0] == 200 and state_of(server, api, first)["notes"] == [])
    report.check("what others decided stays", state_of(server, api, first)["decision"] == "confirmed")
    status, told = post("/api/undo", {"decision": denial["decision"]["id"]})
    report.check("once only", status == 404 and "already" in told["error"]["message"], told)
    report.check("the log keeps all of it", [one["kind"] for one in log_of(graph)] == ["confirm", "deny", "note", "withdraw", "withdraw"])

    entente("deny", first, "-g", graph, "--by", "Bob")
    status, told = post("/api/decide", {"kind": "note", "fact": first, "text": "seen"})
    now = state_of(server, api, first)
    report.check("what another program wrote just before is not lost", status == 200 and now["decision"] == "denied" and now["notes"] == ["seen"], now)


def at_once(server, graph, facts):
    """Clients that decide while others read: no decision is lost, and every answer is of one state."""
    right, known, seen, wrong, ended = {"Authorization": "Bearer " + server.token}, len(log_of(graph)), {}, [], threading.Event()
    query = {"query": "MATCH ()-[f {decision: 'confirmed'}]->() RETURN count(f) AS n", "view": False}

    def write(mine):
        for fact in mine:
            status, _, told = server.ask("POST", "/api/decide", {"kind": "confirm", "fact": fact}, right)
            if status != 200:
                wrong.append((status, told))

    def read():
        while not ended.is_set():
            status, _, told = server.post("/api/query", query)
            number = told["rows"][0][0] if status == 200 else wrong.append((status, told))
            if seen.setdefault(told.get("graph"), number) != number:
                wrong.append(("two answers in one state", told, seen))

    readers = [threading.Thread(target=read) for _ in range(2)]
    writers = [threading.Thread(target=write, args=(facts[i * EACH:(i + 1) * EACH],)) for i in range(CLIENTS)]
    for thread in readers + writers:
        thread.start()
    for thread in writers:
        thread.join()
    ended.set()
    for thread in readers:
        thread.join()
    report.check("clients at once: no error, each state answers the same", not wrong, wrong[:3])
    log = log_of(graph)[known:]
    report.check("and every decision is in the log, once", sorted(one["fact"] for one in log) == sorted(facts[:CLIENTS * EACH]) and len({one["id"] for one in log}) == len(log), log)
    report.check("and holds", server.post("/api/query", query)[2]["rows"][0][0] >= CLIENTS * EACH)


def beside_a_writer(server, graph, fact):
    """Another program writes for long: it is told, nobody else waits, and afterwards all is as before."""
    right, body = {"Authorization": "Bearer " + server.token}, {"kind": "note", "fact": fact, "text": "later"}
    known = len(log_of(graph))
    other = sqlite3.connect(graph, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answers = []
    waiting = threading.Thread(target=lambda: answers.append(server.ask("POST", "/api/decide", body, right)))
    waiting.start()
    report.check("others read meanwhile", server.get("/api/view")[0] == 200 and waiting.is_alive())
    waiting.join()
    status, _, told = answers[0]
    report.check("a file that another program writes to is told", status == 500 and "in use" in told["error"]["message"] and "hint" in told["error"], (status, told))
    other.execute("ROLLBACK")
    other.close()
    report.check("and can be decided on afterwards", server.ask("POST", "/api/decide", body, right)[0] == 200 and len(log_of(graph)) == known + 1)


def main():
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder) / "world.entente"
        shutil.copy(GRAPH, graph)
        read_only(graph)
        with Server(PROGRAM, graph, "--write", root=ROOT) as server:
            report.check("with --write there is a token, and reading needs none", len(server.token) == 32 and server.get("/api/stats")[2]["writable"] is True)
            facts = plain_facts(server)
            refused(server, facts[0])
            report.check("nothing of all that is in the log", log_of(graph) == [])
            decided(server, graph, facts)
            at_once(server, graph, facts[2:])
            beside_a_writer(server, graph, facts[0])
            last = server.get(f"/api/fact?id={facts[2]}")[2]["fact"]
            token = server.token
        report.check("it ends well", server.code == 0, server.code)
        with Server(PROGRAM, graph, "--write", "--token", "mine", root=ROOT) as server:
            mine = {"Authorization": "Bearer mine"}
            report.check("a token of one's own is not told, and reading needs it too", server.token == "" and server.get("/api/stats")[0] == 401)
            report.check("another start, the same graph", server.ask("GET", f"/api/fact?id={facts[2]}", headers=mine)[2]["fact"] == last)
            body = {"kind": "deny", "fact": facts[2]}
            report.check("the token of before is no token", server.ask("POST", "/api/decide", body, {"Authorization": "Bearer " + token})[0] == 401)
            report.check("one's own is", server.ask("POST", "/api/decide", body, mine)[0] == 200)
    return report.end()


sys.exit(main())
