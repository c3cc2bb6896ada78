#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Random histories of a graph (build, sync, rm, reduce; documents that come, change, go and come back; kills) against a graph built
afresh from the documents that are left: the same exports in every format, the same answers.   histories.py ENTENTE ROOT [HISTORIES [SEED]]"""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
HISTORIES = int(sys.argv[3]) if len(sys.argv) > 3 else 3
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 1
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
FORMATS = ("ttl", "nt", "nq", "graphml", "gexf", "gv", "jsonl", "html")
STEPS, DOCUMENTS = 10, 25
# One name for several things and several names for one, so that what is merged depends on what is there.
ACTORS = ["China", "the PRC", "the World Health Organization", "the WHO", "Georgia", "the Lakeside Group", "Ms Ellen Gurung", "Gurung",
          "Nearly 20 countries", "the Ministry of Health", "Paris", "the Mercury Foundation", "Mercury", "Peru", "the Foundation"]
ACTS = ["sent doctors to {}.", "provided 20 tonnes of medicine to {}.", "did not support {}.", "met with {} on 3 May.",
        "called on {} to help.", "will send experts to {}.", "said that {} had attacked Chad.", "signed an agreement with {}."]


def entente(*arguments, codes=(0,)):
    done = subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode not in codes:
        sys.exit(f"FAILED: {arguments} gave {done.returncode}: {done.stderr}")
    return done


def text_of(chance):
    sentences = []
    for _ in range(chance.randint(1, 6)):
        first, second = chance.sample(ACTORS, 2)
        sentences.append(f"{first[0].upper()}{first[1:]} {chance.choice(ACTS).format(second)}")
    return " ".join(sentences) + "\n"


class History:
    """A folder, a graph, and random steps that change both."""

    def __init__(self, work, chance):
        self.chance, self.folder, self.graph = chance, work / "texts", work / "g.entente"
        self.folder.mkdir()
        self.pool = [text_of(chance) for _ in range(DOCUMENTS)]  # few, so that texts come back and stand under several names
        self.said = []

    def write(self, count):
        for _ in range(count):
            name = self.folder / f"{self.chance.randrange(DOCUMENTS):02}.txt"
            name.write_text(self.chance.choice(self.pool))

    def drop(self, count):
        files = sorted(self.folder.iterdir())
        for file in self.chance.sample(files, min(count, max(0, len(files) - 2))):
            file.unlink()

    def step(self):
        kind = self.chance.choice(["sync", "sync", "build", "rm", "killed"])
        self.said.append(kind)
        if kind == "rm":
            self.remove_one()
        elif kind == "build":
            free = [f"{i:02}.txt" for i in range(DOCUMENTS + 5) if not (self.folder / f"{i:02}.txt").exists()]
            for name in self.chance.sample(free, min(3, len(free))):  # build takes nothing away, so nothing is overwritten
                (self.folder / name).write_text(self.chance.choice(self.pool))
            entente("build", self.folder, "-g", self.graph)
        else:
            self.write(self.chance.randint(0, 5))
            self.drop(self.chance.randint(0, 4))
            if kind == "killed":
                self.kill()
            entente("sync", self.folder, "-g", self.graph, "-j", self.chance.choice([1, 2]))

    def remove_one(self):
        listed = [line.split("\t") for line in entente(
            "query", "MATCH ()-[f]->() UNWIND f.evidence AS e RETURN DISTINCT e.document, e.name ORDER BY e.document",
            "-g", self.graph, "--facts", "all", "--format", "tsv").stdout.splitlines()[1:]]
        if len(listed) < 2:
            return
        document, name = self.chance.choice(listed)
        text = (self.folder / name).read_text()
        entente("rm", document, "-g", self.graph)
        for file in list(self.folder.iterdir()):
            if file.read_text() == text:
                file.unlink()

    def kill(self):
        process = subprocess.Popen([ENTENTE, "sync", str(self.folder), "-g", str(self.graph)], env=ENVIRONMENT, stderr=subprocess.DEVNULL)
        time.sleep(self.chance.choice([0.05, 0.2, 0.3, 0.4]))
        process.send_signal(signal.SIGKILL)
        process.wait()


def picture(graph, work):
    seen = {}
    for suffix in FORMATS:
        file = work / f"out.{suffix}"
        entente("export", "-g", graph, "-o", file, "--facts", "all")
        seen[suffix] = file.read_bytes()
    for query in ("MATCH (a)-[f]->(b) RETURN a, f, b", "MATCH (a) RETURN a.id, a.name, a.aliases, a.class, a.mentions"):
        seen[query] = entente("query", query, "-g", graph, "--facts", "all", "--format", "jsonl").stdout
    return seen


def run(number):
    chance = random.Random(SEED * 1000 + number)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        history = History(work, chance)
        history.write(12)
        entente("build", history.folder, "-g", history.graph)
        for _ in range(STEPS):
            history.step()
        fresh = work / "fresh.entente"
        entente("build", history.folder, "-g", fresh)
        expected, found = picture(fresh, work), picture(history.graph, work)
        for what, value in expected.items():
            if found[what] != value:
                sys.exit(f"FAILED: history {number} of seed {SEED} ({', '.join(history.said)}): {what} differs from a fresh build")
        return len(expected["ttl"])


sizes = [run(number) for number in range(HISTORIES)]
print(f"{HISTORIES} histories of {STEPS} steps, the same as a fresh build each time ({min(sizes)} to {max(sizes)} bytes of Turtle)")
print("1 passed, 0 failed")
