#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of a Markdown page: in every ```console block the lines that begin with '$ ' are commands, the lines below
are what they print (standard output; '...' stands for anything). All blocks of a page run in one folder, in their order.
run_readme.py --program ENTENTE --root SOURCE PAGE..."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import run_cases


def examples(page):
    """(line, command, expected lines) of every example; a command may go on in lines that begin with '> '."""
    found, inside = [], False
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("```"):
            inside = line == "```console"
        elif inside and line.startswith("$ "):
            found.append((number, [line[2:]], []))
        elif inside and line.startswith("> ") and not found[-1][2]:
            found[-1][1].append(line[2:])
        elif inside:
            found[-1][2].append(line)
    return found


def matches(expected, output):
    pattern = re.escape("\n".join(expected)).replace(r"\.\.\.", r"(?:.|\n)*?")
    return re.fullmatch(pattern, output.rstrip("\n")) is not None


def run_page(page, environment, root):
    failed, all_examples = 0, examples(page)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("seeds", "gold", "ontology", "queries"):
            if (root / name).exists():
                os.symlink(root / name, os.path.join(folder, name))
        for line, command, expected in all_examples:
            done = subprocess.run(["bash", "-c", "\n".join(command)], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                  capture_output=True, encoding="utf-8", timeout=run_cases.SECONDS)
            if done.returncode != 0 or (expected and not matches(expected, done.stdout)):
                failed += 1
                print(f"FAILED {page.name}:{line}: {command[0]}\n  exit code {done.returncode}\n{done.stdout[:4000]}{done.stderr[:2000]}")
    return len(all_examples) - failed, failed


def main():
    parser = run_cases.argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    options.graph = None
    bin_folder, environment = run_cases.environment_for(options)
    results = [run_page(page, environment, pathlib.Path(options.root).resolve()) for page in options.pages]
    run_cases.shutil.rmtree(bin_folder)
    passed, failed = sum(r[0] for r in results), sum(r[1] for r in results)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
