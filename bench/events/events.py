#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""events.py GOLD.jsonl [--actors ACTORS.json] [ENTENTE ARGUMENT...] - how well event sentences with one gold edge each are read.

GOLD is a file of ../shared/gold/events (its README says what each is and where it comes from). The sentences go through `entente map`;
its edges become events of the PLOVER roots, and score_events.py of the same folder judges them. PLOVER has no modality: what is meant to
be done is an AGREE (help, talks, aid, concessions) or a THREATEN (sanctions, force, protest), what is denied of the former a REJECT,
of the latter, when it was meant to be done, a YIELD; what is only called for is no event. Edges to things (a treaty, a
meeting) are no events either, nor is the demand in "X rejected Y's demand", of which PLOVER codes the answer. Acts that both sides
do together are given in both directions.

With --actors (petr_validate_actors.json of ../shared/gold/events/dicts) only events between actors of that dictionary count, by the start
of a word as in PETRARCH: that program codes no event whose two ends its dictionary does not hold, and the records are marked that way."""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EVENTS = os.path.join(os.path.dirname(ROOT), "shared", "gold", "events")
ROOTS = {
    "calledOn": "REQUEST", "demandedFrom": "REQUEST", "informed": "COOPERATE", "sentMessageTo": "CONSULT",
    "expressedSolidarityWith": "SUPPORT", "consultedWith": "CONSULT", "metWith": "CONSULT", "visited": "CONSULT",
    "negotiatedWith": "CONSULT", "mediatedFor": "CONSULT", "pledgedTo": "AGREE", "jointlyStatedWith": "SUPPORT", "praised": "SUPPORT",
    "supported": "SUPPORT", "recognized": "SUPPORT", "signedAgreementWith": "AGREE", "cooperatedWith": "COOPERATE",
    "exportedTo": "COOPERATE", "providedAidTo": "AID", "sentPersonnelTo": "AID", "concededTo": "YIELD", "deescalatedToward": "YIELD",
    "criticized": "ACCUSE", "investigated": "ACCUSE", "rejected": "REJECT", "threatened": "THREATEN", "protestedAgainst": "PROTEST",
    "mobilizedAgainst": "MOBILIZE", "reducedRelationsWith": "SANCTION", "sanctioned": "SANCTION", "coerced": "COERCE", "controlled": "COERCE",
    "attacked": "ASSAULT", "foughtWith": "ASSAULT", "massKilled": "ASSAULT"}
TOGETHER = {"consultedWith", "metWith", "negotiatedWith", "signedAgreementWith", "foughtWith", "cooperatedWith", "jointlyStatedWith"}
FRIENDLY = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "AGREE"}
HOSTILE = {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST", "REJECT"}
THINGS = {"Meeting", "Initiative", "Agreement", "Concept", "Resource", "Communication", "Crisis", "HealthThreat"}


def root_of(fact):
    """The PLOVER root of a fact, or None where it is no event."""
    root = ROOTS.get(fact["relation"])
    if root is None or fact["object"] is None or fact["object"].get("class") in THINGS or fact["rule"].startswith("answered-plea"):
        return None
    modality = fact["modality"].lower().replace(" ", "")
    if fact["negated"] and root in HOSTILE:
        return "YIELD" if modality == "planned" else None
    if fact["negated"]:
        return "REJECT" if root in FRIENDLY else None
    if modality == "calledfor":
        return None
    if modality in ("planned", "hypothetical"):
        return "AGREE" if root in FRIENDLY else "THREATEN" if root in HOSTILE else root
    return root


def names_of(entity):
    """What the sentence calls an entity: the scorer takes any of the names of one actor."""
    return [entity["name"], *entity.get("aliases", [])]


def events_of(fact, is_actor=lambda names: True):
    root = root_of(fact)
    if root is None:
        return
    ends = names_of(fact["subject"]), names_of(fact["object"])
    if not all(map(is_actor, ends)):
        return
    yield {"source": ends[0], "target": ends[1], "code": root}
    if fact["relation"] in TOGETHER:
        yield {"source": ends[1], "target": ends[0], "code": root}


def actor_test(path):
    """Whether one of an entity's names holds an actor of the dictionary."""
    with open(path, encoding="utf-8") as file:
        names = [actor["name"].replace("_", " ") for actor in json.load(file)]
    begins = re.compile(r"\b(" + "|".join(map(re.escape, names)) + ")", re.IGNORECASE)
    return lambda entity_names: any(map(begins.search, entity_names))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)
    parser.add_argument("gold")
    parser.add_argument("--actors")
    options, arguments = parser.parse_known_args()
    with open(options.gold, encoding="utf-8") as file:
        gold = [json.loads(line) for line in file]
    is_actor = actor_test(options.actors) if options.actors else lambda names: True
    documents = "".join(json.dumps({"id": each["id"], "text": each["text"]}) + "\n" for each in gold)
    program = os.path.join(ROOT, "build", "release", "entente")
    facts = subprocess.run([program, "map", *arguments], input=documents, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    found = {each["id"]: [] for each in gold}
    for line in facts.splitlines():
        fact = json.loads(line)
        if "relation" not in fact:  # what map says of the text itself
            continue
        found[fact["doc"]] += list(events_of(fact, is_actor))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for key, events in found.items():
            file.write(json.dumps({"id": key, "events": events}) + "\n")
        file.flush()
        names = os.path.join(EVENTS, "dicts", "country_names.json")
        judge = [sys.executable, os.path.join(EVENTS, "score_events.py"), options.gold, file.name, "--names", names, "--sym"]
        return subprocess.run(judge, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
