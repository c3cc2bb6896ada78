#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads every file of data/ and every one that make.py makes, and compares what comes out with expected/NAME.txt.
run.py DUMP [--update]"""
import pathlib
import subprocess
import sys
import tempfile

import make

HERE = pathlib.Path(__file__).resolve().parent


def dump(program, folder, name):
    done = subprocess.run([program, *make.OPTIONS.get(name, []), f"{folder}/./{name}"], capture_output=True, timeout=300)
    if done.returncode != 0:
        return f"exit code {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}"
    return done.stdout.decode("utf-8", errors="surrogateescape")


def main():
    program, update = sys.argv[1], "--update" in sys.argv
    passed, failed, used = 0, 0, set()
    with tempfile.TemporaryDirectory() as made:
        make.make_all(pathlib.Path(made), HERE / "data")
        for folder in (HERE / "data", pathlib.Path(made)):
            for name in sorted(path.name for path in folder.iterdir()):
                expected = HERE / "expected" / f"{name}.txt"
                used.add(expected.name)
                came = dump(program, folder, name)
                if update:
                    expected.write_text(came, encoding="utf-8", errors="surrogateescape")
                if expected.exists() and expected.read_bytes().decode("utf-8", errors="surrogateescape") == came:
                    passed += 1
                else:
                    failed += 1
                    print(f"FAILED {name}: {expected.name} expects something else than\n{came[:3000]}")
    for stale in {path.name for path in (HERE / "expected").iterdir()} - used:
        failed += 1
        print(f"FAILED {stale}: there is nothing to read for it")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


sys.exit(main())
