#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the fuzz targets of the loaders (ontology, model, imported graphs, facts, decisions) with the driver of our own.
run_loaders.py BUILD RUNS LOADER...          the seeds are pieces of the files that the program loads
run_loaders.py --seeds FOLDER LOADER...      only puts the seeds there, for libFuzzer: FOLDER/LOADER/
LOADER may be a group (ontology, model, imports, lines): its inputs begin with a byte that says which member (loaders_target.cpp)."""
import pathlib
import sys

sys.dont_write_bytecode = True
from running import main  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
LARGEST = 100000  # of a seed
GROUPS = {"ontology": ("vocabulary", "frames", "gazetteer", "nouns"), "model": ("tokenizer", "patterns", "moves", "weights", "vectors"),
          "imports": ("turtle", "graphml", "block", "edges"), "lines": ("facts", "decisions", "rows")}
DECISIONS = ('{"id": "00000000000000a1", "kind": "confirm", "fact": "00000000000000b1", "by": "Ada", "date": "2026-11-22"}\n'
             '{"id": "00000000000000a2", "kind": "note", "fact": "00000000000000b1", "text": "seen"}\n')
ROWS = '{"doc": "d", "subject": "China", "relation": "aided", "object": "Kenya", "polarity": "positive", "modality": "asserted", "sentence": "s"}\n'
EDGES = ":START_ID,:END_ID,:TYPE,date:date,weight:double,names:string[]\n1,2,PRAISED,2026-11-22,0.5,a;b\n"
NODES = 'id:ID{id-type:int},name,:LABEL,at:date\n1,"Kenya, the",Country,2026-11-22\n2,Peru,Country;Place,\n'


def statements(path, number):
    """The prefixes of a Turtle file and some of its statements, from three places."""
    text = path.read_text()
    heads = "".join(line + "\n" for line in text.split("\n") if line.startswith("@prefix"))
    parts = [part for part in text.split(" .\n") if "@prefix" not in part]
    for at in (0, len(parts) // 2, len(parts) - number):
        yield heads + " .\n".join(parts[max(0, at):max(0, at) + number]) + " .\n"


def model_file(name):
    found = sorted((ROOT / ".model").resolve().glob(f"**/{name}"))
    return [path.read_bytes() for path in found]


def seeds_of(loader):
    ontology, exports = ROOT / "ontology", ROOT / "tests" / "data" / "export"
    given = {"vocabulary": lambda: list(statements(ontology / "relations.ttl", 3)),
             "frames": lambda: [text for path in sorted((ontology / "frames").glob("*.ttl")) for text in statements(path, 2)],
             "gazetteer": lambda: [text for path in sorted((ontology / "gazetteer").glob("*.ttl")) for text in statements(path, 5)],
             "nouns": lambda: list(statements(ontology / "nouns.ttl", 2)),
             "tokenizer": lambda: model_file("tokenizer") or [b"\x80"],
             "patterns": lambda: model_file("attribute_ruler/patterns") or [b"\x80"],
             "moves": lambda: model_file("moves") or [b"\x80"],
             "weights": lambda: model_file("tagger/model") or [b"\x80"],
             "vectors": lambda: model_file("vocab/vectors") or [b"\x93NUMPY\x01\x00"],
             "turtle": lambda: [(exports / "sample.ttl").read_text(), (exports / "sample.nt").read_text()],
             "graphml": lambda: [(exports / "sample.graphml").read_text()],
             "block": lambda: [b"\x00\x01\x02", bytes(range(64))],
             "edges": lambda: [EDGES, NODES],
             "facts": lambda: [(ROOT / "tests" / "fuzz" / "seeds" / "facts.jsonl").read_text()],  # a line of entente map
             "decisions": lambda: [DECISIONS],
             "rows": lambda: [ROWS]}[loader]()
    return [text if isinstance(text, bytes) else text.encode() for text in given]


def seeds_of_group(group):
    return [bytes([first]) + seed for first, loader in enumerate(GROUPS[group]) for seed in seeds_of(loader)]


def put_seeds(folder, loaders):
    for loader in loaders:
        (folder / loader).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds_of_group(loader) if loader in GROUPS else seeds_of(loader)):
            (folder / loader / str(number)).write_bytes(seed[:LARGEST])


sys.exit(main(put_seeds, lambda _: "fuzz_load_runs"))
