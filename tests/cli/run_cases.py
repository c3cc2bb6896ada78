#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs command lines and compares what they print and return; the format of a case file is told in README.md here.
run_cases.py --program ENTENTE --root SOURCE [--graph SEEDS.entente] FILE.test..."""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SECONDS = 300  # a hang is a failure; no other time decides anything


class Case:
    def __init__(self, title, file, line):
        self.title, self.place = title, f"{file}:{line}"
        self.commands, self.exit = [], 0
        self.expected = {">": [], "!": []}   # exact lines of stdout and stderr
        self.patterns = {">": [], "!": []}   # regular expressions that must be found in it
        self.absent = {">": [], "!": []}     # regular expressions that must not
        self.empty = {">": False, "!": False}


def read_cases(path):
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("== "):
            cases.append(Case(line[3:], path.name, number))
        elif line.startswith("$ "):
            cases[-1].commands.append(line[2:])
        elif line.startswith("? "):
            cases[-1].exit = int(line[2:])
        elif line[:1] in (">", "!"):
            take_output_line(cases[-1], line)
        elif line and not line.startswith("#"):
            sys.exit(f"{path}:{number}: not a line of a case: {line}")
    return cases


def take_output_line(case, line):
    stream, rest = line[0], line[1:]
    if rest == "-":
        case.empty[stream] = True
    elif rest.startswith("~ "):
        case.patterns[stream].append(rest[2:])
    elif rest.startswith("x "):
        case.absent[stream].append(rest[2:])
    else:
        case.expected[stream].append(rest[1:])


def faults_of(case, done):
    faults = []
    if done.returncode != case.exit:
        faults.append(f"exit code {done.returncode}, expected {case.exit}")
    for stream, name, text in ((">", "stdout", done.stdout), ("!", "stderr", done.stderr)):
        if case.empty[stream] and text:
            faults.append(f"{name} should be empty")
        if case.expected[stream] and text.rstrip("\n").split("\n") != case.expected[stream]:
            faults.append(f"{name} differs from:\n" + "\n".join(case.expected[stream]))
        faults += [f"{name} has nothing like: {p}" for p in case.patterns[stream] if not re.search(p, text, re.M)]
        faults += [f"{name} should not have: {p}" for p in case.absent[stream] if re.search(p, text, re.M)]
    return faults


def run(case, environment):
    folder = tempfile.mkdtemp(prefix="entente-cli-")
    try:
        done = subprocess.run(["bash", "-c", "\n".join(case.commands)], cwd=folder, env=environment, timeout=SECONDS,
                              stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace")
        return faults_of(case, done), done
    except subprocess.TimeoutExpired:
        return [f"no end after {SECONDS} s"], None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def environment_for(options):
    bin_folder = tempfile.mkdtemp(prefix="entente-bin-")
    os.symlink(os.path.abspath(options.program), os.path.join(bin_folder, "entente"))
    environment = {k: v for k, v in os.environ.items() if not k.startswith("ENTENTE_") and k not in ("NO_COLOR", "PAGER")}
    root = os.path.abspath(options.root)
    environment.update(PATH=bin_folder + os.pathsep + environment["PATH"], ROOT=root, SEEDS=os.path.abspath(options.graph or ""),
                       ENTENTE_MODEL=os.environ.get("ENTENTE_MODEL", os.path.join(root, ".model")), LC_ALL="C.UTF-8", TERM="dumb")
    return bin_folder, environment


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("--graph")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    bin_folder, environment = environment_for(options)
    passed = failed = 0
    for file in options.files:
        for case in read_cases(file):
            faults, done = run(case, environment)
            passed, failed = passed + (not faults), failed + bool(faults)
            if faults:
                print(f"FAILED {case.place}: {case.title}\n  " + "\n  ".join(faults))
                if done:
                    print(f"  --- stdout\n{done.stdout[:3000]}  --- stderr\n{done.stderr[:3000]}")
    shutil.rmtree(bin_folder)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
