#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the sentences of *.test with the program and compares the facts; README.md here tells the format.
run_pipeline.py --program ENTENTE [--ontology DIR --model DIR] [--mark] FILE.test..."""
import argparse
import json
import pathlib
import re
import subprocess
import sys

MODALITIES = {"Asserted", "Planned", "CalledFor", "Obligation", "Reported", "Hypothetical"}
SYMMETRIC = {"consultedWith", "metWith", "negotiatedWith", "jointlyStatedWith", "signedAgreementWith", "cooperatedWith", "foughtWith"}


class Wanted:
    def __init__(self, line, place):
        self.place, self.line = place, line
        self.kind = line[0] if line[0] in "!~" else "+"
        parts = [part.strip() for part in line.lstrip("!~ ").split("|")]
        if len(parts) < 3:
            sys.exit(f"{place}: a fact has subject, relation and object: {line}")
        self.subject, self.relation, self.object = parts[:3]
        self.modality, self.negated, self.slots, self.other = "Asserted", False, {}, None
        for part in parts[3:]:
            name, equals, value = part.partition("=")
            if part in MODALITIES:
                self.modality = part
            elif part == "not":
                self.negated = True
            elif name == "alt" and equals:
                self.other = value
            elif equals and name in SLOTS:
                self.slots[name] = value
            else:
                sys.exit(f"{place}: not a modality or slot: {part}")

    def fits(self, fact):
        ends = [(self.subject, self.object)]
        if fact["relation"] in SYMMETRIC:
            ends.append((self.object, self.subject))
        names = name_of(fact["subject"]), name_of(fact["object"])
        same_ends = any(all(had in (want, self.other) for had, want in zip(names, pair)) for pair in ends)
        return (same_ends and fact["relation"] in (self.relation, self.other) and fact["modality"] == self.modality
                and fact["negated"] == self.negated and all(SLOTS[name](fact, value) for name, value in self.slots.items()))


def name_of(entity):
    return entity["name"] if entity else None


def time_is(key):
    def test(fact, value):
        return bool(fact["when"]) and value == fact["when"][key]
    return test


def part_is(slot, key):
    return lambda fact, value: bool(fact[slot]) and fact[slot][key] == value


SLOTS = {"begin": time_is("earliest_begin"), "end": time_is("latest_end"), "precision": time_is("precision"),
         "quantity": part_is("quantity", "value"), "bound": part_is("quantity", "bound"), "by": part_is("attributed_to", "name"),
         "place": part_is("place", "name"), "meeting": part_is("meeting", "name"),
         "office": lambda fact, value: fact["office"] == value,
         "content": lambda fact, value: value in (fact["content_text"] or "")}


def read(path):
    """Documents with what is wanted of them."""
    documents = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}:{number}"
        if line.startswith(">"):
            date, text = re.fullmatch(r"> (?:\[([-0-9]+)\] )?(.*)", line).groups()
            text = text.replace("\\n", "\n")
            documents.append(({"id": place, "text": text, "date": date} if date else {"id": place, "text": text}, []))
        elif line and not line.startswith("#"):
            documents[-1][1].append(Wanted(line, place))
    return documents


def facts_of(options, documents):
    command = [options.program, "map"]
    for name in ("ontology", "model"):
        if getattr(options, name):
            command += ["--" + name, getattr(options, name)]
    lines = "".join(json.dumps(document) + "\n" for document, _ in documents)
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    facts = {}
    for line in done.stdout.splitlines():
        fact = json.loads(line)
        if "relation" in fact:
            facts.setdefault(fact["doc"], []).append(fact)
    return facts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--ontology")
    parser.add_argument("--model")
    parser.add_argument("--mark", action="store_true")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    by_file = {path: read(path) for path in sorted(options.files)}
    facts = facts_of(options, [each for documents in by_file.values() for each in documents])
    wrong = found = gaps = 0
    for path, documents in by_file.items():
        missing = []
        good = open_gaps = 0
        for document, wanted in documents:
            for want in wanted:
                there = any(want.fits(fact) for fact in facts.get(document["id"], []))
                open_gaps += want.kind == "~" and not there
                if there == (want.kind == "+"):
                    good += want.kind != "~"
                    continue
                had = [f"{name_of(f['subject'])} | {f['relation']} | {name_of(f['object'])} | {f['modality']}{' | not' if f['negated'] else ''}"
                       for f in facts.get(document["id"], [])]
                words = {"+": "is not found", "!": "is found", "~": "is found now: take the mark away"}[want.kind]
                missing.append(want)
                print(f"{want.place}: {words}: {want.line}\n  in: {document['text']}\n  found: {'; '.join(had) or 'nothing'}")
        if options.mark:
            marked = {want.line for want in missing if want.kind == "+"}
            lines = path.read_text(encoding="utf-8").splitlines()
            path.write_text("\n".join("~ " + line if line in marked else line for line in lines) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(documents)} documents, {good} as they should be, {open_gaps} known gaps, {len(missing)} wrong")
        wrong, found, gaps = wrong + len(missing), found + good, gaps + open_gaps
    print(f"{found} as they should be, {gaps} known gaps, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
