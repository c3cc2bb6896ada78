#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills builds, syncs and decisions with SIGKILL at random moments: no document or decision whose command was done is ever lost,
every file that is left can be read and passes `entente check`, and in the end the graph equals one that was never killed.
kill_anything.py ENTENTE ROOT [KILLS [SEED]]   (CI: 30 kills; scripts/long/kills.sh: 500)"""
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 30
CHANCE = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
DOCUMENTS = 30  # of a round
COUNTRIES = ["China", "Kenya", "Peru", "France", "Chad", "Norway", "Nepal", "Chile", "Ghana", "Cuba"]


def entente(*arguments, codes=(0,)):
    done = subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode not in codes:
        sys.exit(f"FAILED: {arguments} gave {done.returncode}: {done.stderr}")
    return done.stdout


def killed(*arguments, within):
    """Runs a command and kills it after a random time. True when it was still at work then."""
    process = subprocess.Popen([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(CHANCE.uniform(0, within))
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def text_of(number):
    first, second = CHANCE.sample(COUNTRIES, 2)
    return (f"Report {number}. {first} sent {number + 2} doctors to {second}. {second} thanked {first}. "
            f"The foreign minister of {first} met with the president of {second} on 3 May.\n\n" * 4)


class Round:
    """One graph, from the first document to the last decision."""

    def __init__(self, work):
        self.folder, self.graph, self.kills = work / "texts", work / "g.entente", 0
        self.folder.mkdir()
        self.work, self.noted = work, []

    def documents(self):
        if not self.graph.exists():
            return set()
        rows = entente("export", "--format", "nq", "--facts", "all", "-g", self.graph, codes=(0, 1, 3))
        return {line.rsplit(" ", 2)[1] for line in rows.splitlines() if "/doc" in line.rsplit(" ", 2)[1]}

    def check(self, had, what):
        if not self.graph.exists():
            if had:
                sys.exit(f"FAILED: the graph is gone after a killed {what}")
            return had
        verdict = subprocess.run([ENTENTE, "check", str(self.graph)], env=ENVIRONMENT, capture_output=True, text=True)
        if verdict.returncode != 0 and had:
            sys.exit(f"FAILED: after a killed {what}: {verdict.stdout}{verdict.stderr}")
        now = self.documents() if verdict.returncode == 0 else set()
        if not had <= now:
            sys.exit(f"FAILED: {len(had - now)} committed documents are lost after a killed {what}")
        return now

    def grow(self):
        for number in range(DOCUMENTS):
            (self.folder / f"{number:03}.txt").write_text(text_of(number))
        had = set()
        for _ in range(6):
            self.kills += killed("build", self.folder, "-g", self.graph, "-j", "2", within=0.5)
            had = self.check(had, "build")
        entente("build", self.folder, "-g", self.graph)

    def change(self):
        """Some documents come, change and go; those that stay as they are must be there after every kill."""
        names = sorted(self.folder.iterdir())
        for file in CHANCE.sample(names, 4):
            file.write_text(text_of(CHANCE.randrange(1000)))
        for file in CHANCE.sample(names, 3):
            file.unlink()
        before = self.documents()
        after = Round.documents_of(self.work, self.folder)
        for _ in range(6):
            self.kills += killed("sync", self.folder, "-g", self.graph, within=0.4)
            self.check(before & after, "sync")
        entente("sync", self.folder, "-g", self.graph)

    @staticmethod
    def documents_of(work, folder):
        fresh = Round.__new__(Round)
        fresh.graph = work / "fresh.entente"
        for file in work.glob("fresh.entente*"):
            file.unlink()
        entente("build", folder, "-g", fresh.graph)
        return fresh.documents()

    def decide(self):
        facts = entente("query", "MATCH ()-[f]->() RETURN f.id ORDER BY f.id LIMIT 8", "-g", self.graph, "--format", "tsv").splitlines()[1:]
        for number, fact in enumerate(facts):
            words = f"note {number}"
            if killed("note", fact, words, "-g", self.graph, within=0.06):
                self.kills += 1
            else:
                self.noted.append(words)
            log = entente("decisions", "--export", "-g", self.graph)
            for words in self.noted:
                if words not in log:
                    sys.exit(f"FAILED: the decision '{words}' was done and is lost")
            self.check(set(), "decision")

    def finish(self):
        entente("sync", self.folder, "-g", self.graph)
        calm, log = self.work / "calm.entente", self.work / "log.jsonl"
        entente("build", self.folder, "-g", calm)
        log.write_text(entente("decisions", "--export", "-g", self.graph))
        entente("decisions", "-g", calm, "--import", log)
        for kind in ("turtle", "graphml", "nq"):
            if entente("export", "-g", self.graph, "--format", kind, "--facts", "all") != entente("export", "-g", calm, "--format", kind, "--facts", "all"):
                sys.exit(f"FAILED: the {kind} after kills differs from that of a graph built in peace")


def main():
    kills = rounds = 0
    begin = time.monotonic()
    while kills < KILLS:
        with tempfile.TemporaryDirectory() as name:
            one = Round(pathlib.Path(name))
            one.grow(), one.change(), one.decide(), one.finish()
            kills, rounds = kills + one.kills, rounds + 1
            if one.kills == 0:
                sys.exit("FAILED: every command was done before it could be killed")
    print(f"{kills} kills in {rounds} graphs, nothing lost, {time.monotonic() - begin:.0f} s\n1 passed, 0 failed")


main()
