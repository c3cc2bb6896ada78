# SPDX-License-Identifier: Apache-2.0
"""Parties, diseases and cities."""
import re
from collections import Counter

from .turtle import Entry, slug, split

# Names of cities that are ordinary English words: at the head of a sentence they would be read as the word.
WORD_CITIES = set("""Along Americana Ash Bade Bam Bar Batman Begun Bender Best Bida Big Billings Bimbo Bole Born Boulder Brits Bush
Carrefour Centennial Central Centurion Chandler Chow Come Commonwealth Concord Corona Date Delta Dos Duma Engels Enterprise Fair Fan Gap
Golden Hall Harrow Hilla Ho Home Honcho Hope Hub Independence Ise Iwo Jam Jingling Kay Koto Lens Levis Lira Long Malé Man Mango Manta Mar
March Mary Masai Mascara Media Mesa Metro Miri Mission Mobile Moro Moss Most Much Nada Naga Nova Ob Obo Of One Oral Orange Ore Pace Pan
Paradise Pare Pasto Peace Pest Poa Pop Pueblo Reading Red Rugby Saga Saida Saki Sale Samba Same Sandy Santo Sari Seven Shaping Simmering Ski
Slough Split Star Sun Surprise Table Tai Tamale Temple Thane Tours Ube Union Van Villa Vista Wan Warder Wave Wells Why Will Yes You Young
Zama""".split())


PARTY_WORD = re.compile(r"\b(Party|Partys|Parti|Partido|Partito|Partij|Partei|Movement|Front|Alliance|League|Congress|Coalition|Democrats|"
                        r"Liberals|Greens|Conservatives|Socialists|Republicans|Communists|Bloc|Rally|Sena|Dal|Janata|Jamaat|Fianna|Fine Gael|"
                        r"Sinn|Plaid)\b|\bUnion (of|for|Party)\b|\b(Democratic|People's|Christian|National|Liberal|Social|Socialist|"
                        r"Popular|Republican|Patriotic|Progressive|Civic) Union\b")


def is_name(text):
    """A party's name that cannot be taken for plain words: it says that it is one."""
    return bool(re.fullmatch(r"[A-ZÀ-Þ‘'][\w.'’‘ –-]*", text)) and len(text.split()) in range(2, 9) and \
        not text.startswith("The ") and bool(PARTY_WORD.search(text))


def party_entries(tables, ids, countries, taken_acronyms):
    rows = [row for row in tables.rows("parties")
            if row["qid"] and is_name(row["name"]) and row["country"] in countries
            and (not row["year_last"] or int(row["year_last"]) >= 1990)]
    once = Counter(name for row in rows for name in split(row["abbreviations"]))
    entries = {}
    for row in sorted(rows, key=lambda row: (row["name"], row["country"], int(row["partyfacts_id"]))):
        country = countries[row["country"]]
        if row["qid"] in entries:
            entry = entries[row["qid"]]
            entry.alias(row["name"])
        else:
            here = slug(f"{row['name']} {country.label}")
            plain = slug(row["name"]) if country.label in row["name"] else ""
            entry = Entry(ids.give(plain, here, f"{here}-{row['partyfacts_id']}"), "PoliticalParty", row["name"])
            entries[row["qid"]] = entry
            entry.same_as(row["qid"])
            entry.link("ent:inCountry", country.id)
        entry.alias(*(name for name in split(row["aliases"]) if is_name(name) and name.isascii() and "clique" not in name))
        entry.name("ent:acronym", *(name for name in split(row["abbreviations"])
                                    if re.fullmatch(r"[A-Z]{3,6}", name) and once[name] == 1 and name not in taken_acronyms
                                    and not row["year_last"]))
    return list(entries.values())


PLAIN_WORDS = {"crabs", "thrush", "stye", "lice", "shingles", "croup", "warts", "yaws"}


def is_disease_name(name):
    return name.lower() not in PLAIN_WORDS and len(name.split()) <= 4 and not re.search(r"[(),:;\[\]/]|\d{3}|\bNOS\b|disease of|^(other|unspecified)", name, re.I) and len(name) > 3


def disease_entries(tables, ids):
    entries = []
    for row in sorted(tables.rows("diseases"), key=lambda row: (row["name"].casefold(), row["doid"])):
        if not is_disease_name(row["name"]):
            continue
        entry = Entry(ids.give(slug(row["name"]), slug(row["name"] + " disease")), "HealthThreat", row["name"])
        entry.alias(*(name for name in split(row["synonyms"]) if is_disease_name(name)))
        entries.append(entry)
    return entries


LARGE_CITY = 500000  # a smaller one that is called like a person is more often the person


def city_entries(tables, ids, countries):
    rows = [row for row in tables.rows("cities") if row["country"] in countries]
    entries = []
    of_people = {row["name"] for table in ("given_names", "surnames") for row in tables.rows(table)}
    of_countries = {country.label for country in countries.values()}
    for row in sorted(rows, key=lambda row: (-int(row["population"] or 0), int(row["geonames_id"]))):
        name, country = row["name"].replace("’", "'"), countries[row["country"]]
        person = name in of_people and int(row["population"] or 0) < LARGE_CITY and not row["capital"]
        if name in of_countries or name in WORD_CITIES or person:
            continue
        base = slug(name)
        if not base:
            continue
        entry = Entry(ids.give(base, f"{base}-{country.id}", f"{base}-{row['geonames_id']}"), "City", name)
        entry.link("ent:inCountry", country.id)
        entries.append(entry)
    return entries
