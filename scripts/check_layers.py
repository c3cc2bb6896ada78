#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the direction of includes: a module includes itself and modules of the lines below it, and each big library stays
in the one module that hides it.   check_layers.py [SOURCE_ROOT]   exit 1 and one line a breach."""
import pathlib
import re
import sys

# Lowest first. A module may include itself and every module of an earlier line, none of its own line.
LAYERS = [
    ["base"],
    ["text", "rdf"],
    ["ontology", "nlp", "documents"],
    ["model"],
    ["extract", "resolve"],
    ["graph", "store"],
    ["query", "exporters", "importers", "evaluation"],
    ["ask"],
    ["app"],
    ["serve"],
    ["cli"],
]

# Headers of outside libraries and the only modules that may include them.
HIDDEN = {
    "boost/": {"graph"},
    "serd/": {"rdf"},
    "sqlite3.h": {"store"},
    "CLI/": {"cli"},
    "histedit.h": {"cli"},
    "hwy/": {"nlp"},
    "utf8proc.h": {"base", "evaluation"},  # evaluation needs categories as Python has them, to score alike
    "openssl/": {"base"},
    "zlib.h": {"base"},
    "pcre2.h": {"query"},
    "cctz/": {"query"},
    "gumbo.h": {"documents"},
    "pugixml.hpp": {"documents"},
    "archive.h": {"documents"},
    "uchardet/": {"documents"},
    "cld2/": {"documents"},
    "httplib.h": {"serve"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')
RANK = {module: rank for rank, layer in enumerate(LAYERS) for module in layer}


def breaches(file: pathlib.Path, module: str):
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        header = match.group(1)
        target = header.split("/")[0]
        if target in RANK and target != module and RANK[target] >= RANK[module]:
            yield number, f"{module} may not include {header}: {target} is not below it"
        for prefix, owners in HIDDEN.items():
            if header.startswith(prefix) and module not in owners:
                yield number, f"{header} is for {', '.join(sorted(owners))} alone"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent) / "src"
    found = 0
    files = sorted(p for p in root.rglob("*") if p.suffix in (".cpp", ".hpp"))
    for file in files:
        module = file.relative_to(root).parts[0]
        if module not in RANK:
            found += 1
            print(f"{file}:1: module {module} stands in no layer of scripts/check_layers.py")
            continue
        for number, what in breaches(file, module):
            found += 1
            print(f"{file}:{number}: {what}")
    print(f"{len(files)} files, {found} breaches of the layers")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
