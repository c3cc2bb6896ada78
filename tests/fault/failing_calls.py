#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes single reads, writes, syncs, openings, cuts and removals of files fail, one after another, below each command that works on a graph
file (failing_calls.cpp is loaded before the program). Then the exit code is a documented one with a message, or the command was done in full;
what was committed before is there and passes `entente check`; and the same command, run again, makes what it makes without faults.
failing_calls.py ENTENTE ROOT LIBRARY [POSITIONS]     at most so many of the calls of each kind: 2 in CI, scripts/long/failing_calls.sh more"""
import errno
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ENTENTE, ROOT, LIBRARY = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), os.path.abspath(sys.argv[3])
POSITIONS = int(sys.argv[4]) if len(sys.argv) > 4 else 2
ENVIRONMENT = {"ENTENTE_MODEL": str((ROOT / ".model").resolve()), **os.environ}
GRAPH = "g.entente"
# calls (failing_calls.cpp), error, whether all later ones fail, too
FAULTS = [("r", errno.EIO, False), ("w", errno.ENOSPC, False), ("w", errno.ENOSPC, True), ("s", errno.EIO, False), ("t", errno.EIO, False),
          ("o", errno.EMFILE, False), ("u", errno.EIO, False)]


def run(folder, arguments, fault=None):
    environment = dict(ENVIRONMENT)
    if fault:
        environment.update({"LD_PRELOAD": LIBRARY, **fault})
    return subprocess.run([ENTENTE, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


def must(folder, *arguments):
    done = run(folder, arguments)
    if done.returncode != 0:
        sys.exit(f"FAILED: {arguments} gave {done.returncode}: {done.stderr}")
    return done.stdout


def text_of(number):
    names = ["China", "Kenya", "Peru", "France", "Chad", "Norway", "Nepal", "Chile"]
    first, second = names[number % 8], names[(number * 3 + 1) % 8]
    return f"Report {number}. {first} sent {number + 2} doctors to {second}. {second} thanked {first}.\n"


def make_folder(folder):
    """A graph of six texts with a decision; then a text is changed, one is gone, two are new."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for i in range(6):
        (texts / f"{i}.txt").write_text(text_of(i))
    must(folder, "build", "texts", "-g", GRAPH)
    fact = must(folder, "query", "MATCH ()-[f]->() RETURN f.id ORDER BY f.id LIMIT 1", "-g", GRAPH).split()[-1]
    must(folder, "confirm", fact, "-g", GRAPH, "--by", "Ada", "--date", "2026-11-22")
    (texts / "1.txt").write_text(text_of(9))
    (texts / "2.txt").unlink()
    for i in (6, 7):
        (texts / f"{i}.txt").write_text(text_of(i))
    (folder / "docs.jsonl").write_text('{"id": "a", "text": "Norway sent 5 doctors to Chad."}\n')
    with open(folder / "facts.jsonl", "w") as facts:
        facts.write(must(folder, "map", "docs.jsonl"))
    (folder / "nodes.csv").write_text("id:ID,name,:LABEL\n1,Kenya,Country\n2,Peru,Country\n")
    (folder / "edges.csv").write_text(":START_ID,:END_ID,:TYPE\n1,2,PRAISED\n")
    return fact


def contents(folder, graph):
    """What stands in a graph: all facts with their sentences, and the log of decisions."""
    facts = must(folder, "export", "--format", "nq", "--facts", "all", "-g", graph)
    return hashlib.sha256((facts + must(folder, "decisions", "--export", "-g", graph)).encode()).hexdigest()


def documents(folder, graph):
    return int(must(folder, "stats", "-g", graph, "--format", "tsv").split("\n")[1].split("\t")[2])


class Scenario:
    def __init__(self, name, arguments, graph=GRAPH, output=None, under=None):
        self.name, self.arguments, self.graph, self.output, self.under = name, arguments, graph, output, under
        self.is_new = graph != GRAPH

    def result(self, folder):
        made = contents(folder, self.graph) if self.graph else ""
        return made + ((folder / self.output).read_text() if self.output else "")

    def check(self, template, work):
        """How many faults were tried."""
        clean = work / "clean"
        shutil.copytree(template, clean)
        expected_output = must(clean, *self.arguments)
        expected, tried = self.result(clean), 0
        shutil.rmtree(clean)
        for calls, error, stays in FAULTS:
            folder, count = work / "faulty", work / "count"
            under = {"FAULT_UNDER": str(self.under or folder), "FAULT_CALLS": calls, "FAULT_ERRNO": str(error), "FAULT_STAYS": str(int(stays))}
            shutil.copytree(template, folder)
            run(folder, self.arguments, {**under, "FAULT_AT": "0", "FAULT_COUNT": str(count)})
            shutil.rmtree(folder)
            number = int(count.read_text())
            for at in sorted({1 + i * (number - 1) // max(1, POSITIONS - 1) for i in range(POSITIONS)} if number else set()):
                shutil.copytree(template, folder)
                before = documents(folder, self.graph) if self.graph and not self.is_new else 0
                done = run(folder, self.arguments, {**under, "FAULT_AT": str(at)})
                what = f"{self.name}: call {at} of {number} ({calls}, {os.strerror(error)}{', and all behind it' if stays else ''})"
                self.judge(folder, done, expected, expected_output, before, what)
                shutil.rmtree(folder)
                tried += 1
        return tried

    def judge(self, folder, done, expected, expected_output, before, what):
        if done.returncode not in (0, 1, 3, 4):
            sys.exit(f"FAILED: {what}: exit code {done.returncode}: {done.stderr}")
        if done.returncode != 0 and not done.stderr.strip():
            sys.exit(f"FAILED: {what}: exit code {done.returncode} without a word")
        if done.returncode == 0 and (done.stdout != expected_output or self.result(folder) != expected):
            sys.exit(f"FAILED: {what}: exit code 0, but it was not done: {done.stderr}")
        if self.graph and not self.is_new:
            verdict = run(folder, ["check", self.graph])
            if verdict.returncode != 0 or documents(folder, self.graph) < before - self.removes():
                sys.exit(f"FAILED: {what}: something is lost: {verdict.stdout}{verdict.stderr}")
        if (not self.graph or (folder / self.graph).exists() and run(folder, ["check", self.graph]).returncode == 0) and self.is_done(folder, expected):
            return  # a document that is gone cannot be removed again
        if must(folder, *self.arguments) != expected_output or self.result(folder) != expected:
            sys.exit(f"FAILED: {what}: run again, it does not make what it makes without faults")

    def is_done(self, folder, expected):
        return (not self.output or (folder / self.output).exists()) and self.result(folder) == expected

    def removes(self):
        return 1 if self.name in ("sync", "rm") else 0


def main():
    tried = 0
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name).resolve()
        template = work / "template"
        fact = make_folder(template)
        ask = "MATCH (a)-[f]->(b) RETURN a.name, type(f), b.name ORDER BY f.id"
        scenarios = [
            Scenario("build", ["build", "texts", "-g", "new.entente"], graph="new.entente"),
            Scenario("build more", ["build", "texts", "-g", GRAPH]),
            Scenario("sync", ["sync", "texts", "-g", GRAPH]),
            Scenario("rm", ["rm", "3.txt", "-g", GRAPH]),
            Scenario("deny", ["deny", fact, "-g", GRAPH, "--by", "Ada", "--date", "2026-11-22"]),
            Scenario("reduce", ["reduce", "facts.jsonl", "-g", "new.entente"], graph="new.entente"),
            Scenario("import", ["import", "nodes.csv", "edges.csv", "-g", GRAPH]),
            Scenario("query", ["query", ask, "-g", GRAPH]),
            Scenario("export", ["export", "-g", GRAPH, "-o", "out.ttl"], output="out.ttl"),
            Scenario("map", ["map", "docs.jsonl"], graph=None),
            Scenario("model", ["map", "docs.jsonl"], graph=None, under=ENVIRONMENT["ENTENTE_MODEL"]),
            Scenario("ontology", ["map", "docs.jsonl"], graph=None, under=ROOT / "ontology"),
        ]
        for scenario in scenarios:
            tried += (now := scenario.check(template, work))
            print(f"{scenario.name}: {now} faults", flush=True)
    print(f"{tried} faults, none that loses anything")
    print("1 passed, 0 failed" if tried else "0 passed, 1 failed")
    return 0 if tried else 1


sys.exit(main())
