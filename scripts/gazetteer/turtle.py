# SPDX-License-Identifier: Apache-2.0
"""Entries, their ids, and how they are written; the tables, and what is declared by hand."""
import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

GENERATED = ["countries", "bodies", "leaders", "parties", "state-bodies", "diseases", "cities", "person-names"]
PREFIXES = """@prefix ent: <https://w3id.org/entente/ns#> .
@prefix id: <https://w3id.org/entente/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""


def slug(name):
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", text).strip("-")


def split(cell):
    return [part.strip() for part in (cell or "").split("|") if part.strip()]


def is_acronym(name):
    return len(name) <= 8 and name.upper() == name and any(c.isalpha() for c in name) and " " not in name


@dataclass
class Entry:
    id: str
    cls: str
    label: str
    values: dict = field(default_factory=lambda: defaultdict(set))  # predicate -> literals or terms, ready for Turtle

    def name(self, predicate, *names):
        for name in names:
            if name and not (predicate == "skos:altLabel" and name == self.label):
                self.values[predicate].add(literal(name))

    def link(self, predicate, *ids):
        self.values[predicate].update(f"id:{one}" for one in ids if one)

    def same_as(self, qid):
        if qid:
            self.values["owl:sameAs"].add(f"wd:{qid}")

    def alias(self, *names):
        """Names by their form: short all-capital ones are acronyms."""
        for name in names:
            if is_acronym(name):
                self.name("ent:acronym", name)
            else:
                self.name("skos:altLabel", name)


def literal(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Ids:
    """Gives every entity a slug that no other has; whoever asks first gets the plain one."""

    def __init__(self, reserved):
        self.taken = set(reserved)

    def give(self, *candidates):
        for candidate in candidates:
            if candidate and candidate not in self.taken:
                self.taken.add(candidate)
                return candidate
        raise SystemExit(f"no free id among {candidates}")


class Tables:
    def __init__(self, folder):
        self.folder = folder

    def rows(self, name):
        with open(self.folder / f"{name}.tsv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def wrapped(parts, indent, width=120):
    lines, line = [], ""
    for part in parts:
        if line and len(indent) + len(line) + len(part) + 2 > width:
            lines.append(line)
            line = ""
        line += (", " if line else "") + part
    return (",\n" + indent).join([*lines, line])


def turtle(entry):
    head = f"id:{entry.id} a ent:{entry.cls}" if entry.cls else f"id:{entry.id}"
    parts = ([f"rdfs:label {literal(entry.label)}"] if entry.label else [])
    parts += [f"{predicate} {wrapped(sorted(values), '    ')}" for predicate, values in sorted(entry.values.items()) if values]
    return f"{head} ; {' ; '.join(parts)} .\n" if entry.cls else f"{head} {' ; '.join(parts)} .\n"


def document(title, entries):
    lines = sorted((turtle(entry) for entry in entries))
    return f"# {title}\n# Made by scripts/build_gazetteer.py; sources and licences: ../SOURCES.md. Add names in another file.\n" + \
        PREFIXES + "\n" + "".join(lines)


class ByHand:
    """What the files written by hand declare: their ids, and who bears which name."""

    def __init__(self, folder):
        self.ids, self.bearers = set(), {}
        for path in sorted(folder.glob("*.ttl")):
            if path.stem not in GENERATED:
                self.read(path.read_text(encoding="utf-8"))

    def read(self, text):
        for declared in re.finditer(r"^id:([\w-]+) a ent:(\w+) ; (.*?) \.$", text, re.M | re.S):
            one, cls, rest = declared.groups()
            self.ids.add(one)
            country = re.search(r"ent:inCountry (id:[\w-]+)", rest)
            for name in re.findall(r'"((?:[^"\\]|\\.)*)"', rest):
                self.bearers.setdefault((cls, name.casefold(), country.group(1) if country else ""), one)

    def adopt(self, entries):
        """An entity that is declared by hand already only gets more names and links here."""
        for entry in entries:
            country = next(iter(entry.values.get("ent:inCountry", ())), "")
            one = self.bearers.get((entry.cls, entry.label.casefold(), country)) or self.bearers.get((entry.cls, entry.label.casefold(), ""))
            if one:
                entry.values.pop("ent:inCountry", None)
                entry.id, entry.cls, entry.label = one, "", ""
        return [entry for entry in entries if entry.cls or any(entry.values.values())]
