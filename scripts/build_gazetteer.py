#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the generated files of ontology/gazetteer out of tables of facts (see ontology/SOURCES.md).

    scripts/build_gazetteer.py [--facts DIR] [--out DIR] [--check]

The files written by hand in the same folder are left alone; their ids are reserved, so a generated id never meets one.
Output is sorted and has no blank nodes: same tables, same bytes. --check writes nothing and fails when a file would change; without the tables it says "skipped".
"""
import argparse
import sys
from pathlib import Path

from gazetteer.bodies import body_entries, state_body_entries
from gazetteer.countries import country_entries, group_members
from gazetteer.others import city_entries, disease_entries, party_entries
from gazetteer.people import leader_entries, word_lists
from gazetteer.turtle import ByHand, Entry, Ids, Tables, document

ROOT = Path(__file__).resolve().parent.parent
# Capital-letter words of news that are no name of a party or agency; such an abbreviation would mislead more than it helps.
COMMON_ACRONYMS = set("""AIDS ATM BBC CEO CIA CNN COVID DNA EEZ EST EU FAQ FBI FDI FTA GDP GMT GNP GPS HIV ICBM ICU IDP IED
IMF INF LGBT LNG MBA MERS NASA NATO NBC NGO NPT OPEC PDF PHD POW PPE PPP RNA SARS SDG SME TNT TV UAE UK UN URL USA USB USD USSR
VAT VIP WHO WMD WTO WWI WWII MOU FTAS ASAP ASEAN CEOS NGOS SMES SALT START CAN IF ALL AND FOR THE NOW NEW""".split())


def members_entry(group, members):
    entry = Entry(group, "", "")
    entry.link("ent:hasMember", *members)
    return entry


def acronyms_of(entries):
    return {name.strip('"') for entry in entries for name in entry.values.get("ent:acronym", ())}


def build(tables, by_hand):
    ids = Ids(by_hand.ids)
    countries = country_entries(tables, ids)
    bodies = body_entries(tables, ids, countries)
    groups = [members_entry(group, members) for group, members in group_members(tables, countries).items()]
    people, terms = leader_entries(tables, ids, countries)
    taken = COMMON_ACRONYMS | acronyms_of(countries.values()) | acronyms_of(bodies)
    state_bodies = state_body_entries(tables, ids, countries, taken)
    parties = party_entries(tables, ids, countries, taken | acronyms_of(state_bodies))
    return {"countries": document("Countries and territories", [*countries.values(), *groups]),
            "bodies": document("International bodies", by_hand.adopt(bodies)),
            "leaders": document("Heads of state and of government, seen 2016 to 2026", people + terms),
            "state-bodies": document("State bodies with names of their own", by_hand.adopt(state_bodies)),
            "parties": document("Political parties", by_hand.adopt(parties)),
            "diseases": document("Infectious diseases", by_hand.adopt(disease_entries(tables, ids))),
            "cities": document("Cities of 100,000 people and more, and capitals (GeoNames, CC BY 4.0)", city_entries(tables, ids, countries)),
            "person-names": document("Given names and surnames", word_lists(tables))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", type=Path, default=ROOT.parent / "shared" / "gazetteer", help="folder of the .tsv tables")
    parser.add_argument("--out", type=Path, default=ROOT / "ontology" / "gazetteer")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file differs")
    options = parser.parse_args()
    if not options.facts.is_dir():
        print(f"skipped: no tables in {options.facts}", file=sys.stderr)
        return 0 if options.check else 1
    changed = []
    for name, text in build(Tables(options.facts), ByHand(options.out)).items():
        path = options.out / f"{name}.ttl"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed.append(path.name)
            if not options.check:
                path.write_text(text, encoding="utf-8")
    print("changed: " + (", ".join(changed) or "nothing"), file=sys.stderr)
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
