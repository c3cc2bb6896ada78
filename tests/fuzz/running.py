# SPDX-License-Identifier: Apache-2.0
"""Runs fuzz targets with the driver of our own (driver.cpp), the same inputs every time."""
import os
import pathlib
import subprocess
import sys
import tempfile


def run_all(build, target, runs, names, folder):
    """The target(NAME) of a build folder, with LOADER=NAME, on the seeds in FOLDER/NAME; how many failed."""
    failed = 0
    for name in names:
        seeds = sorted((pathlib.Path(folder) / name).iterdir())
        done = subprocess.run([pathlib.Path(build).resolve() / target(name), runs, "1", *seeds], cwd=folder, env={**os.environ, "LOADER": name},
                              capture_output=True, timeout=550)
        print(f"{name}: {done.stdout.decode().strip()}", flush=True)
        if done.returncode != 0:
            failed += 1
            found = pathlib.Path(folder) / "fuzz-input"
            print(f"FAILED {name}: exit code {done.returncode}\n{done.stderr.decode(errors='replace')[-3000:]}")
            print("the input begins with", found.read_bytes()[:600] if found.exists() else "?")
    print(f"{len(names) - failed} passed, {failed} failed")
    return failed


def main(put_seeds, target):
    """BUILD RUNS NAME... runs them; --seeds FOLDER NAME... only puts the seeds there, by put_seeds(folder, names). The exit code."""
    if sys.argv[1] == "--seeds":
        put_seeds(pathlib.Path(sys.argv[2]), sys.argv[3:])
        return 0
    build, runs, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    with tempfile.TemporaryDirectory() as folder:
        put_seeds(pathlib.Path(folder), names)
        return 1 if run_all(build, target, runs, names, folder) or not names else 0
