#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Several commands write to one graph file at the same time: builds of different texts, a reduce, decisions. Each is either done in full or says
that it was not and gives an exit code; none crashes, nothing that was done is lost, and when all have been run again until they are done the
graph is the one that they make one after another.   two_writers.py ENTENTE ROOT [ROUNDS]"""
import os
import pathlib
import subprocess
import sys
import tempfile

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3
ENVIRONMENT = {"ENTENTE_MODEL": str((ROOT / ".model").resolve()), **os.environ}
NAMES = ["China", "Kenya", "Peru", "France", "Chad", "Norway", "Nepal", "Chile"]


def must(folder, *arguments):
    done = subprocess.run([ENTENTE, *arguments], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"FAILED: {arguments} gave {done.returncode}: {done.stderr}")
    return done.stdout


def at_once(folder, commands):
    """Exit codes and messages."""
    running = [subprocess.Popen([ENTENTE, *command], cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
               for command in commands]
    return [(process.communicate()[1], process.returncode) for process in running]


def contents(folder, graph):
    log = must(folder, "decisions", "--export", "-g", graph)
    return must(folder, "export", "--format", "nq", "--facts", "all", "-g", graph), sorted(line.split('"subject"')[-1] for line in log.splitlines())


def write_texts(folder, first, number):
    folder.mkdir(parents=True)
    for i in range(first, first + number):
        one, other = NAMES[i % 8], NAMES[(i * 3 + 1) % 8]
        (folder / f"{i}.txt").write_text(f"Report {i}. {one} sent {i + 2} doctors to {other}. {other} thanked {one}.\n\n" * 3)


def main():
    refused = 0
    for turn in range(ROUNDS):
        with tempfile.TemporaryDirectory() as name:
            work = pathlib.Path(name)
            for part in range(3):
                write_texts(work / f"texts{part}", 100 * part, 30)
            (work / "docs.jsonl").write_text("".join(f'{{"id": "j{i}", "text": "Norway sent {i} doctors to Chad."}}\n' for i in range(2, 22)))
            (work / "facts.jsonl").write_text(must(work, "map", "docs.jsonl"))
            if turn % 2 == 1:  # else the graph is new to all of them
                must(work, "build", "texts0", "-g", "g.entente")
            commands = [["build", f"texts{part}", "-g", "g.entente", "-j", "1"] for part in range(3)] + [["reduce", "facts.jsonl", "-g", "g.entente"]]
            left = commands
            for _ in range(20):
                done = at_once(work, left)
                again = []
                for command, (message, code) in zip(left, done):
                    if code not in (0, 3) or (code != 0 and not message.strip()):
                        sys.exit(f"FAILED: {command} beside others gave {code}: {message}")
                    if code != 0:
                        again.append(command)
                refused += len(again)
                left = again
                if not left:
                    break
            if left:
                sys.exit(f"FAILED: {left} could not be done in twenty tries")
            must(work, "check", "g.entente")
            for command in commands:
                must(work, *[("alone.entente" if word == "g.entente" else word) for word in command])
            facts = must(work, "query", "MATCH ()-[f]->() RETURN f.id ORDER BY f.id LIMIT 6", "-g", "g.entente").split()[1:]
            decisions = [["confirm", fact, "-g", "g.entente", "--by", f"Ada {i}", "--date", "2026-11-22"] for i, fact in enumerate(facts)]
            for message, code in at_once(work, decisions):
                if code != 0:
                    sys.exit(f"FAILED: a decision beside others gave {code}: {message}")
            for command in decisions:
                must(work, *[("alone.entente" if word == "g.entente" else word) for word in command])
            if contents(work, "g.entente") != contents(work, "alone.entente"):
                sys.exit("FAILED: written at the same time, the graph is another one than written one after another")
    print(f"{ROUNDS} rounds of four writers and six decisions at once: the graph is the same; {refused} refused and done later")
    print("1 passed, 0 failed")


main()
