#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Any split over map and reduce gives the graph of build: the documents go to 1 to 8 maps, the lines are shuffled, some come twice, and go to
reduce in one or several calls. The same SHA-256 of the Turtle each time.   map_reduce.py ENTENTE ROOT [DOCUMENTS [SPLITS [SEED]]]"""
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
DOCUMENTS = int(sys.argv[3]) if len(sys.argv) > 3 else 60
SPLITS = int(sys.argv[4]) if len(sys.argv) > 4 else 4
SEED = int(sys.argv[5]) if len(sys.argv) > 5 else 1
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
FORMATS = ("ttl", "nq", "graphml", "jsonl")
ACTORS = ["China", "the PRC", "the WHO", "the Lakeside Group", "Ms Ellen Gurung", "Gurung", "nearly 20 countries", "the Ministry of Health",
          "Paris", "Mercury", "Peru", "the Foundation", "Norway", "Kenya", "the World Bank"]
ACTS = ["sent doctors to {}.", "provided 20 tonnes of medicine to {}.", "did not support {}.", "met with {} on 3 May.",
        "called on {} to help.", "will send experts to {}.", "said that {} had attacked Chad.", "slept near {}."]


def entente(*arguments, **more):
    done = subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"FAILED: {arguments} gave {done.returncode}: {done.stderr}")
    return done.stdout


def text_of(number, chance):
    if number % 10 == 0:
        return f"Nothing of note happened on day {number}.\n"  # a document without facts is one all the same
    sentences = []
    for _ in range(chance.randint(2, 8)):
        first, second = chance.sample(ACTORS, 2)
        sentences.append(f"{first[0].upper()}{first[1:]} {chance.choice(ACTS).format(second)}")
    return f"Report {number}. " + " ".join(sentences) + "\n"


def hashes(graph, work):
    found = {}
    for suffix in FORMATS:
        file = work / f"out.{suffix}"
        entente("export", "-g", graph, "-o", file, "--facts", "all")
        found[suffix] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def mapped(documents, parts, chance):
    """Facts of the documents, split over so many runs of map."""
    lines = [[] for _ in range(parts)]
    for document in documents:
        lines[chance.randrange(parts)].append(document)
    out = []
    for part in lines:
        out += entente("map", "-", input="".join(json.dumps(d) + "\n" for d in part)).splitlines(keepends=True)
    return out


def reduced(facts, parts, graph, work, chance):
    """Shuffled, a tenth of them twice, in so many files; one call or one a file."""
    facts = facts + chance.sample(facts, len(facts) // 10)
    chance.shuffle(facts)
    files = [work / f"facts-{i}.jsonl" for i in range(parts)]
    for i, file in enumerate(files):
        file.write_text("".join(facts[i::parts]))
    if chance.random() < 0.5:
        entente("reduce", *files, "-g", graph)
    else:
        for file in files:
            entente("reduce", file, "-g", graph)


def through_parallel(documents, expected, work):
    """The command line of docs/scale.md, in smaller blocks."""
    if shutil.which("parallel") is None:
        return "skipped (not installed)"
    (work / "docs.jsonl").write_text("".join(json.dumps(d) + "\n" for d in documents))
    command = ["parallel", "--pipepart", "--block", "2k", "-a", work / "docs.jsonl", "-j", "100%", ENTENTE, "map", "-j", "1"]
    (work / "parallel.jsonl").write_bytes(subprocess.run(command, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE).stdout)
    entente("reduce", work / "parallel.jsonl", "-g", work / "parallel.entente")
    if hashes(work / "parallel.entente", work) != expected:
        sys.exit("FAILED: the graph of GNU parallel's maps differs")
    return "the same"


def main():
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        folder = work / "texts"
        folder.mkdir()
        documents = [{"id": file.name, "text": file.read_bytes().decode()} for file in sorted((ROOT / "seeds").glob("*.txt"))]
        documents += [{"id": f"{i:06}.txt", "text": text_of(i, chance)} for i in range(DOCUMENTS)]
        for document in documents:
            (folder / document["id"]).write_bytes(document["text"].encode())
        entente("build", folder, "-g", work / "build.entente")
        expected = hashes(work / "build.entente", work)
        for split in range(SPLITS):
            maps, reduces = chance.randint(1, 8), chance.randint(1, 8)
            graph = work / f"{split}.entente"
            reduced(mapped(documents, maps, chance), reduces, graph, work, chance)
            if (found := hashes(graph, work)) != expected:
                sys.exit(f"FAILED: {maps} maps and {reduces} parts to reduce: {[s for s in FORMATS if found[s] != expected[s]]} differ")
            graph.unlink()
        print("GNU parallel:", through_parallel(documents, expected, work))
        print(f"{len(documents)} documents, {SPLITS} splits of 1 to 8 parts: Turtle {expected['ttl']}\n1 passed, 0 failed")


main()
