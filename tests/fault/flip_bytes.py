#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Copies of a graph file with one byte changed: each is found by `entente check`, or the copy answers as the whole file does;
none crashes a command. What the check calls whole can be rescued, and holds what it held.
flip_bytes.py ENTENTE ROOT [--files N] [--seed N]   (CI: 100 files; scripts/long/flip_bytes.sh: 1,000)"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("entente")
parser.add_argument("root")
parser.add_argument("--files", type=int, default=100)
parser.add_argument("--seed", type=int, default=1)
arguments = parser.parse_args()
ENTENTE, ROOT = os.path.abspath(arguments.entente), pathlib.Path(arguments.root).resolve()
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
NODES = "id:ID,name,:LABEL\na,Alpha,City\nb,Beta,City\nc,Gamma,Port\n"
EDGES = ":START_ID,:END_ID,:TYPE,weight:int\na,b,near,3\nb,c,near,5\n"


def entente(*given):
    done = subprocess.run([ENTENTE, *map(str, given)], env=ENVIRONMENT, capture_output=True, cwd=ROOT)
    if done.returncode not in (0, 1, 3):  # 134, 139 and their kind: it crashed
        sys.exit(f"FAILED: {given}: exit code {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done


def make_graph(folder):
    graph = folder / "whole.entente"
    (folder / "n.csv").write_text(NODES), (folder / "e.csv").write_text(EDGES)
    entente("build", "seeds", "-g", graph)
    done = entente("import", folder / "n.csv", folder / "e.csv", "-g", graph)
    if done.returncode != 0:
        sys.exit(f"FAILED: {done.stderr.decode()}")
    return graph


def answers(graph):
    """What readers see, made without the snapshot: None when the file is refused."""
    graph.with_name(graph.name + "-snapshot").unlink(missing_ok=True)
    outputs = []
    for command in (["export", "--format", "nt", "--facts", "all"], ["query", "MATCH (a)-[f]->(b) RETURN a.name, type(f), b.name"]):
        done = entente(*command, "-g", graph)
        if done.returncode != 0:
            return None
        outputs.append(done.stdout)
    return outputs


def sentences(graph):
    query = "MATCH ()-[f]->() UNWIND f.evidence AS e RETURN e.name, type(f), e.sentence"
    return set(entente("query", query, "--facts", "all", "--format", "tsv", "-g", graph).stdout.splitlines())


def check_rescue(damaged, whole, folder):
    """Whether documents could be saved; what is in the rescued file is sound and was in the whole one."""
    saved = folder / "saved.entente"
    for file in folder.glob("saved.entente*"):
        file.unlink()
    entente("check", damaged, "--rescue", saved)
    if not saved.exists():
        return False
    if entente("check", saved).returncode != 0 or not (kept := sentences(saved)) <= whole:
        sys.exit("FAILED: a rescued file is damaged, or says what the whole one does not")
    return len(kept) > 1


def main():
    source = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        graph = make_graph(folder)
        whole, right, told = graph.read_bytes(), answers(graph), sentences(graph)
        if right is None or entente("check", graph).returncode != 0:
            sys.exit("FAILED: the whole file does not pass")
        found = harmless = rescued = 0
        copy = folder / "copy.entente"
        for number in range(arguments.files):
            place = source.randrange(len(whole))
            flipped = bytearray(whole)
            flipped[place] ^= 1 << source.randrange(8)
            copy.write_bytes(flipped)
            if entente("check", copy).returncode != 0:
                found += 1
                if number % 10 == 0:
                    rescued += check_rescue(copy, told, folder)
                answers(copy)  # whatever it says, it must not crash
                continue
            harmless += 1
            if answers(copy) != right:
                sys.exit(f"FAILED: byte {place} was changed, the check finds nothing, and the answers differ")
        if found < arguments.files // 10 or harmless == arguments.files:
            sys.exit(f"FAILED: only {found} of {arguments.files} were found: this shows nothing")
        print(f"{arguments.files} files with a changed bit: {found} found by check, {harmless} without effect; "
              f"{rescued} rescues brought documents back\n1 passed, 0 failed")


main()
