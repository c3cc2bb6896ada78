#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Inputs in any order, in one build or in several, on 1 or 2 threads, give the same Turtle and GraphML, byte for byte.
same_bytes.py ENTENTE ROOT"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}


def entente(*arguments):
    done = subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"FAILED: {arguments}: {done.stderr.decode()}")
    return done.stdout


def exports(graph):
    return {kind: entente("export", "-g", graph, "--format", kind, "--facts", "all") for kind in ("turtle", "graphml")}


def texts_in(folder):
    texts = sorted((ROOT / "seeds").glob("*.txt"))
    for gold in sorted((ROOT / "gold" / "dev").glob("*.json")):
        text = folder / f"{gold.stem}.txt"
        text.write_text(json.loads(gold.read_text())["text"])
        texts.append(text)
    copy = folder / "another_name_of_a_seed.txt"
    copy.write_bytes(texts[0].read_bytes())
    return texts + [copy]


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = texts_in(folder)
        ways = {"forwards, 1 thread": [(texts, 1)], "backwards, 2 threads": [(texts[::-1], 2)],
                "two builds": [(texts[5:], 2), (texts[:5], 1)], "one at a time": [([text], 1) for text in texts[::-1]]}
        first = None
        for number, (way, builds) in enumerate(ways.items()):
            graph = folder / f"{number}.entente"
            for inputs, jobs in builds:
                entente("build", *inputs, "-g", graph, "-j", jobs)
            made = exports(graph)
            first = first or made
            for kind in made:
                if made[kind] != first[kind]:
                    sys.exit(f"FAILED: the {kind} of '{way}' differs from that of '{next(iter(ways))}'")
        if len(first["turtle"]) < 1000 or len(first["graphml"]) < 1000:
            sys.exit("FAILED: there is hardly anything in the exports")
        print(f"{len(texts)} texts, {len(ways)} ways, the same bytes\n1 passed, 0 failed")


main()
