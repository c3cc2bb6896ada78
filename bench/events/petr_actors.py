#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""petr_actors.py ACTORS.json ONTOLOGY FOLDER - the actors of PETRARCH's test records as part of an ontology.

ACTORS.json is petr_validate_actors.json of ../shared/gold/events/dicts. FOLDER becomes a copy of ONTOLOGY with one file more in its
gazetteer: each actor that the ontology does not know is a country, named as the dictionary names it, with the adjectives that PETRARCH's
matching of word beginnings makes of it ("Gondorian", "Gondori"). events.py GOLD --ontology FOLDER then reads the records with them."""
import json
import os
import re
import shutil
import sys

PREFIXES = """@prefix ent: <https://w3id.org/entente/ns#> .
@prefix id: <https://w3id.org/entente/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def known_names(folder):
    names = set()
    for base, _, files in os.walk(os.path.join(folder, "gazetteer")):
        for name in files:
            with open(os.path.join(base, name), encoding="utf-8") as file:
                names |= {each.lower() for each in re.findall(r'"([^"]+)"', file.read())}
    return names


def spelled(name):
    return " ".join(word if "." in word else word.capitalize() for word in name.replace("_", " ").split())


def adjectives(name):
    stem = name[:-1] if name[-1] in "ae" else name
    return [stem + "ian", stem + "ians", name + "i", name + "is"]


def main():
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        actors = json.load(file)
    shutil.copytree(sys.argv[2], sys.argv[3], dirs_exist_ok=True)
    known = known_names(sys.argv[2])
    names = [spelled(actor["name"]) for actor in actors]
    derived = {each for name in names for each in adjectives(name)}
    with open(os.path.join(sys.argv[3], "gazetteer", "petr-actors.ttl"), "w", encoding="utf-8") as file:
        file.write(PREFIXES)
        for name in sorted(set(names)):
            if len(name) < 3 or name.lower() in known or name in derived:
                continue
            quoted = ", ".join(json.dumps(each) for each in adjectives(name))
            key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
            file.write(f"id:petr-{key} a ent:Country ; rdfs:label {json.dumps(name)} ; ent:adjective {quoted} .\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
