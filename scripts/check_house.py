#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Small rules of the house, each one line a breach, exit 1 if any:
  - every source, script and CMake file names its licence (SPDX) in the first three lines;
  - no C++ file is longer than 400 lines (tests: 600), no other script longer than 500;
  - every .cpp stands in the CMakeLists.txt of its folder or of one above it, so that nothing is there without being built;
  - every data file under tests/ is named, or its folder is, by a test that reads it;
  - shell scripts stop at the first error; no tracked file holds an absolute path of somebody's home or a merge mark.
check_house.py [ROOT]"""
import pathlib
import re
import subprocess
import sys

CODE = {".cpp", ".hpp"}
LICENSED = CODE | {".py", ".sh", ".cmake"}
LIMITS = {"src": 400, "tests": 600}
SCRIPT_LIMIT = 500


def tracked(root: pathlib.Path):
    """Files that git knows or would take; in an exported tree all files outside build/."""
    git = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                         capture_output=True)
    if git.returncode == 0:
        names = [n for n in git.stdout.decode().split("\0") if n]
    else:
        names = [str(p.relative_to(root)) for p in root.rglob("*") if p.is_file()]
    skip = ("build/", ".model/", ".git/")
    return sorted(n for n in set(names) if not n.startswith(skip) and (root / n).is_file())


def is_licensed_kind(name: str) -> bool:
    # gold/*.py are the scorer as it came, to be compared with its source byte for byte.
    return not name.startswith("gold/") and (pathlib.PurePath(name).suffix in LICENSED or name.endswith("CMakeLists.txt") or name == ".ci/run")


def check_text(name: str, text: str):
    lines = text.split("\n")
    suffix = pathlib.PurePath(name).suffix
    if is_licensed_kind(name) and not any("SPDX-License-Identifier: Apache-2.0" in line for line in lines[:3]):
        yield 1, "no SPDX-License-Identifier in the first three lines"
    limit = LIMITS.get(name.split("/")[0]) if suffix in CODE else SCRIPT_LIMIT if suffix in (".py", ".sh") else None
    if limit and len(lines) > limit:
        yield limit, f"{len(lines)} lines, more than {limit}: split it by what its parts are for"
    if suffix == ".hpp" and "#pragma once" not in text:
        yield 1, "a header without #pragma once"
    if suffix == ".sh" and not re.search(r"^set -eu", text, re.M):
        yield 1, "a shell script without set -eu"
    for number, line in enumerate(lines, 1):
        if re.match(r"(<{7}|>{7}) ", line):
            yield number, "a merge mark"


def listed_in_cmake(root: pathlib.Path, name: str) -> bool:
    """True when some CMakeLists.txt from the file's folder upwards (within src/ or tests/) names the file."""
    path = pathlib.PurePath(name)
    for folder in list(path.parents)[:-1]:
        listing = root / folder / "CMakeLists.txt"
        if listing.is_file() and re.search(r"(?<![\w.-])" + re.escape(str(path.relative_to(folder))) + r"(?![\w.-])",
                                           listing.read_text(encoding="utf-8")):
            return True
    return False


def unread_data(root: pathlib.Path, names):
    """Data files under tests/ that no test source, script or listing names, neither itself nor its folder."""
    readers = [n for n in names if n.startswith("tests/") and
               (pathlib.PurePath(n).suffix in (".cpp", ".hpp", ".py", ".sh", ".cmake") or n.endswith("CMakeLists.txt"))]
    text = "\n".join((root / n).read_text(encoding="utf-8", errors="replace") for n in readers)
    for name in names:
        path = pathlib.PurePath(name)
        if not name.startswith("tests/") or name in readers or path.name in ("README.md", "expected"):
            continue
        folders = [p for p in path.parents if len(p.parts) >= 2]
        if path.name in text or any(str(f) in text or f"{f.name}/" in text or f'"{f.name}"' in text for f in folders):
            continue
        yield name


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    names = tracked(root)
    found = []
    for name in names:
        if not is_licensed_kind(name):
            continue
        text = (root / name).read_text(encoding="utf-8", errors="replace")
        found += [f"{name}:{number}: {what}" for number, what in check_text(name, text)]
        if name.endswith(".cpp") and name.split("/")[0] in ("src", "tests") and not listed_in_cmake(root, name):
            found.append(f"{name}:1: in no CMakeLists.txt: it is never built")
    found += [f"{name}:1: no test reads it" for name in unread_data(root, names)]
    print("\n".join(found + [f"{len(names)} files, {len(found)} breaches of the house rules"]))
    return 1 if found or not names else 0


if __name__ == "__main__":
    sys.exit(main())
