#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes random decisions on a graph, then: another graph file, built from scratch from the same texts in another order, with the log
imported, and the first file after all its documents were read again, both export the same bytes and tell the same outcomes.
decisions_hold.py ENTENTE ROOT [DECISIONS [SEED]]"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ENTENTE, ROOT = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
DECISIONS = int(sys.argv[3]) if len(sys.argv) > 3 else 60
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 8
ENVIRONMENT = {"ENTENTE_MODEL": str(ROOT / ".model"), **os.environ}
FORMATS = ("ttl", "nq", "graphml", "gexf", "jsonl", "html")
ACTORS = ["China", "Kenya", "France", "the WHO", "the Lakeside Group", "the Lakeside Association", "Peru", "Germany", "Japan",
          "the World Bank", "Chad", "the Harbour Council", "Norway", "the Harbour Board", "India", "Brazil"]
ACTS = ["sent doctors to {}.", "provided 20 tonnes of medicine to {}.", "praised {}.", "supported {}.", "met with {}.",
        "called on {} to help.", "will send experts to {}.", "condemned {}.", "signed an agreement with {}.", "threatened {}."]


def entente(*arguments, code=0, **more):
    done = subprocess.run([ENTENTE, *map(str, arguments)], env=ENVIRONMENT, capture_output=True, text=True, **more)
    if done.returncode != code:
        sys.exit(f"FAILED: {arguments} gave {done.returncode}: {done.stderr}")
    return done.stdout


def make_texts(folder, chance):
    for i in range(30):
        sentences = []
        for _ in range(8):
            first, second = chance.sample(ACTORS, 2)
            sentences.append(f"{first[0].upper()}{first[1:]} {chance.choice(ACTS).format(second)}")
        (folder / f"{i:02}.txt").write_text(f"Report {i}.\n\n" + " ".join(sentences) + "\n")
    shutil.copytree(ROOT / "seeds", folder / "seeds")


def rows(graph, query):
    return [json.loads(line) for line in entente("query", query, "-g", graph, "--facts", "all", "--format", "jsonl").splitlines()]


class Decider:
    """Picks decisions; the outcome of each depends on those before it."""

    def __init__(self, graph, chance):
        self.chance = chance
        self.facts = sorted(r["id"] for r in rows(graph, "MATCH ()-[f]->() RETURN DISTINCT f.id AS id"))
        self.entities = sorted(r["id"] for r in rows(graph, "MATCH (a) RETURN a.id AS id"))
        self.documents = sorted({e["document"] for r in rows(graph, "MATCH ()-[f]->() RETURN f.evidence AS e") for e in r["e"]})

    def one(self, number, known):
        chance, kind = self.chance, self.chance.choices(
            ["confirm", "deny", "note", "merge", "split", "rename", "set-class", "withdraw"], [20, 20, 10, 5, 5, 10, 10, 5])[0]
        fact, entity = chance.choice(self.facts), chance.choice(self.entities)
        said = {"confirm": {"fact": fact}, "deny": {"fact": fact}, "note": {"fact": fact, "text": f"note {number}\nof two lines"},
                "merge": {"entity": entity, "into": chance.choice(self.entities)},
                "split": {"entity": entity, "name": f"Split {number % 7}", "facts": sorted(chance.sample(self.facts, 20)),
                          "documents": sorted(chance.sample(self.documents, 5))},
                "rename": {"entity": entity, "name": f"Näme {number}"},
                "set-class": {"entity": entity, "class": chance.choice(["Company", "Country", "Person", "City", "NoSuchClass"])},
                "withdraw": {"decision": chance.choice(known) if known else "0123456789abcdef"}}[kind]
        return {"kind": kind, **said, "by": chance.choice(["Ada", "Grace"])}


def log_of(graph):
    return [json.loads(line) for line in entente("decisions", "--export", "-g", graph).splitlines()]


def decide(graph, work, chance):
    decider, made = Decider(graph, chance), 0
    while made < DECISIONS:
        known = [d["id"] for d in log_of(graph) if d["kind"] != "withdraw"]
        batch = [decider.one(made + i, known) for i in range(min(50, DECISIONS - made))]
        file = work / "batch.jsonl"
        file.write_text("".join(json.dumps(d) + "\n" for d in batch))
        entente("decisions", "--import", file, "-g", graph)
        made += len(batch)
        decider = Decider(graph, chance)  # the next ones know what these have changed
    return log_of(graph)


def picture(graph, work):
    """All that can be seen: exports of every format, outcomes, an answer."""
    seen = {"outcomes": entente("decisions", "-g", graph, "--format", "jsonl")}
    for suffix in FORMATS:
        file = work / f"out.{suffix}"
        entente("export", "-g", graph, "-o", file, "--facts", "all")
        seen[suffix] = file.read_bytes()
    seen["answer"] = entente("query", "MATCH (a)-[f]->(b) RETURN a.name, type(f), b.name, f.decision, f.notes, f.confidence ORDER BY f.id",
                             "-g", graph, "--facts", "all")
    return seen


def compare(first, second, what):
    for name, value in first.items():
        if value != second[name]:
            sys.exit(f"FAILED: {name} differs {what}")


def main():
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        texts, graph, anew = work / "texts", work / "g.entente", work / "anew.entente"
        texts.mkdir()
        make_texts(texts, chance)
        entente("build", texts, "-g", graph)
        before = picture(graph, work)
        log = decide(graph, work, chance)
        after = picture(graph, work)
        if len(log) != DECISIONS or after["ttl"] == before["ttl"]:
            sys.exit(f"FAILED: {len(log)} decisions are in the log, or they changed nothing")
        # Another file, its documents in another order, one command each.
        files = sorted(texts.rglob("*.txt"))
        chance.shuffle(files)
        for start in range(0, len(files), 11):
            entente("build", *files[start:start + 11], "-g", anew, "-j", chance.choice([1, 2]))
        (work / "log.jsonl").write_text(entente("decisions", "--export", "-g", graph))
        entente("decisions", "--import", work / "log.jsonl", "-g", anew)
        compare(after, picture(anew, work), "in a graph built anew")
        # The same file, all documents read again twice: with another ontology, and with this one again.
        other = work / "ontology"
        shutil.copytree(ROOT / "ontology", other)
        with open(other / "core.ttl", "a") as core:
            core.write('ent:Entity rdfs:seeAlso "another ontology" .\n')
        entente("build", texts, "-g", graph, "--ontology", other)
        entente("build", texts, "-g", graph)
        compare(after, picture(graph, work), "after all documents were read again")
        stands = sum(json.loads(line)["state"] == "stands" for line in after["outcomes"].splitlines())
        print(f"{DECISIONS} decisions, {stands} stand; {len(after['ttl'])} bytes of Turtle the same three times\n1 passed, 0 failed")


main()
