#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Kills builds with SIGKILL at several moments: what was committed stays, and the next build ends with the same bytes as one
that was never killed.   kill_build.py ENTENTE ROOT"""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
DOCUMENTS = 80
KILLS = 3


def entente(*arguments, **more):
    return subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True, **more)


def make_texts(folder):
    """Texts that differ, each long enough to take a moment."""
    seed = (ROOT / "seeds" / "001_faa040b290f4d7c9.txt").read_text()
    for i in range(DOCUMENTS):
        (folder / f"{i:03}.txt").write_text(f"Report {i}. Country {i} thanked China.\n\n{seed}")


def documents_in(graph):
    done = entente("stats", "-g", graph, "--format", "tsv")
    if done.returncode == 3 and not graph.exists():
        return 0
    if done.returncode != 0:
        sys.exit(f"FAILED: the graph of a killed build cannot be read: {done.stderr}")
    return int(done.stdout.split("\n")[1].split("\t")[2])


def build(folder, graph):
    return subprocess.Popen([ENTENTE, "build", str(folder), "-g", str(graph), "-j", "2"], env=ENVIRONMENT, stderr=subprocess.DEVNULL)


def kill_after_a_commit(folder, graph, before):
    """Waits until some more documents are in, then kills. True when the build was still at work."""
    process = build(folder, graph)
    while process.poll() is None:
        time.sleep(0.05)
        if graph.exists() and documents_in(graph) > before:
            process.send_signal(signal.SIGKILL)
            break
    return process.wait() == -signal.SIGKILL


def exported(graph):
    return entente("export", "-g", graph, "--format", "turtle").stdout


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "texts"
        folder.mkdir()
        make_texts(folder)
        graph, calm = pathlib.Path(name) / "killed.entente", pathlib.Path(name) / "calm.entente"
        had = kills = 0
        for _ in range(KILLS):
            kills += kill_after_a_commit(folder, graph, had)
            now = documents_in(graph)
            if now < had:
                sys.exit(f"FAILED: {had} documents were committed, {now} are left after a kill")
            had = now
        if kills == 0:
            sys.exit("FAILED: every build was done before it could be killed")
        for target in (graph, calm):
            if build(folder, target).wait() != 0:
                sys.exit(f"FAILED: building {target.name} after the kills")
        if documents_in(graph) != DOCUMENTS or exported(graph) != exported(calm):
            sys.exit("FAILED: the graph after kills differs from one that was built in peace")
        print(f"{kills} kills, nothing lost\n1 passed, 0 failed")


main()
