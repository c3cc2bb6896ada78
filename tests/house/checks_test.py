#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The checks of scripts/ find what they are for: each breach is planted in a small tree and must be named."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BANNER = "// SPDX-License-Identifier: Apache-2.0\n"


def run(script: str, files: dict) -> tuple:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        done = subprocess.run([sys.executable, ROOT / "scripts" / script, folder], capture_output=True, text=True)
        return done.returncode, done.stdout


CASES = [
    ("check_layers.py", {"src/base/a.hpp": '#include "graph/b.hpp"\n'}, "base may not include graph/b.hpp"),
    ("check_layers.py", {"src/extract/a.cpp": '#include "resolve/b.hpp"\n'}, "extract may not include resolve/b.hpp"),
    ("check_layers.py", {"src/app/a.cpp": "#include <serd/serd.h>\n"}, "serd/serd.h is for rdf alone"),
    ("check_layers.py", {"src/newcomer/a.cpp": ""}, "module newcomer stands in no layer"),
    ("check_layers.py", {"src/graph/a.cpp": '#include "model/b.hpp"\n#include <boost/graph/x.hpp>\n'}, None),
    ("check_house.py", {"src/base/a.hpp": "#pragma once\n"}, "no SPDX-License-Identifier"),
    ("check_house.py", {"src/base/a.hpp": BANNER}, "without #pragma once"),
    ("check_house.py", {"src/base/a.cpp": BANNER}, "it is never built"),
    ("check_house.py", {"src/base/a.hpp": BANNER + "#pragma once\n" + "\n" * 400}, "split it"),
    ("check_house.py", {"tests/x/CMakeLists.txt": "# SPDX-License-Identifier: Apache-2.0\n", "tests/y/lost.txt": ""},
     "tests/y/lost.txt:1: no test reads it"),
    ("check_house.py", {"scripts/a.sh": "#!/bin/sh\n# SPDX-License-Identifier: Apache-2.0\n"}, "without set -eu"),
    ("check_house.py", {"src/base/CMakeLists.txt": "# SPDX-License-Identifier: Apache-2.0\nx(a.cpp)\n", "src/base/a.cpp": BANNER}, None),
]

failed = 0
for script, files, expected in CASES:
    code, output = run(script, files)
    good = (code == 1 and expected in output) if expected else code == 0
    if not good:
        failed += 1
        print(f"{script} with {sorted(files)}: expected {expected!r}, exit {code}:\n{output}")
print(f"{len(CASES) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)
