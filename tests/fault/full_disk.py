#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds until there is no room left: exit code 3, a message with the file's name, and what was committed can be read and
gone on from.   full_disk.py ENTENTE ROOT
Room is limited by RLIMIT_FSIZE, and as root by a small tmpfs too (said to be skipped where mounting is not allowed)."""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
LIMIT = 700 * 1024


def entente(*arguments, limited=False):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # so that a write fails, as on a full disk, and does not kill
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))

    return subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True,
                          preexec_fn=limit if limited else None, restore_signals=not limited)


def documents_in(graph):
    done = entente("stats", "-g", graph, "--format", "tsv")
    return int(done.stdout.split("\n")[1].split("\t")[2]) if done.returncode == 0 else -1


def check(texts, graph, limited):
    full = entente("build", texts, "-g", graph, "-j", "1", limited=limited)
    if full.returncode != 3 or graph.name not in full.stderr:
        sys.exit(f"FAILED: exit code {full.returncode} and the message: {full.stderr}")
    if (kept := documents_in(graph)) <= 0:
        sys.exit("FAILED: nothing can be read from the graph after a full disk")
    return kept, full.stderr.strip().split("\n")[-1]


def on_tmpfs(texts, place):
    """None where nothing can be mounted."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode != 0:
        return None
    try:
        return check(texts, place / "g.entente", limited=False)
    finally:
        subprocess.run(["umount", str(place)], check=True)


def main():
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        texts, small = work / "texts", work / "small"
        texts.mkdir(), small.mkdir()
        seed = (ROOT / "seeds" / "001_faa040b290f4d7c9.txt").read_text()
        for i in range(120):
            (texts / f"{i:03}.txt").write_text(f"Report {i}. Country {i} thanked China.\n\n{seed}")
        graph = work / "g.entente"
        kept, message = check(texts, graph, limited=True)
        print(f"file size limit: {kept} documents kept; {message}")
        again = entente("build", texts, "-g", graph)
        if again.returncode != 0 or documents_in(graph) != 120:
            sys.exit(f"FAILED: the build did not go on when there was room again: {again.stderr}")
        if f"{120 - kept} documents read, {kept} already there" not in again.stderr:
            sys.exit(f"FAILED: the build did not go on where it had stopped: {again.stderr}")
        result = on_tmpfs(texts, small) if os.geteuid() == 0 else None
        print(f"tmpfs: {result[0]} documents kept; {result[1]}" if result else "tmpfs: skipped (nothing can be mounted here)")
        print("1 passed, 0 failed")


main()
