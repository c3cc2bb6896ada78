# SPDX-License-Identifier: Apache-2.0
"""Leaders with their terms of office; given names and surnames."""
import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from .turtle import Entry, literal, slug

TITLES = re.compile(r"^(Vice President|Crown Prince|Prime Minister|President|Archbishop|Bishop|Sultan|Sheikh|Shaykh|Emir|King|Queen|"
                    r"Prince|Princess|Grand Duke|Dame|Sir|Dr\.?|Lt\.? ?Gen\.?|Maj\.? ?Gen\.?|Brig\.? ?Gen\.?|Gen\.?|Gen\.-?|Col\.?|Ret\.?|"
                    r"Field Marshal|Lord|Hon\.?|Right Honourable|Tuanku|Tunku|Tan Sri|Dato'?|Datuk|Tun)\s+")
TAILS = re.compile(r"\s+(serving as .*|of (Denmark|Norway|Sweden|Spain|Belgium)|Jr\.?|Sr\.?|\(.*)$")
PARTICLES = set("bin al de da do dos del la van von der den e y i ibn ibni bint ould le du na di ag el".split())
NUMERAL = re.compile(r"^[IVX]+$")
PATRONYMIC = re.compile(r"^([A-Z]\.?|.*(vich|vych|ovna|evna|yevich|ovych))$")


def person_name(raw):
    """The plain name and a nickname, or None when the field does not hold a name."""
    name = raw.strip()
    nickname = re.search(r'"([^"]+)"', name)
    name = re.sub(r'\s*"[^"]+"\s*', " ", name)
    while TITLES.search(name):
        name = TITLES.sub("", name, count=1)
    name = TAILS.sub("", name)
    words = [re.sub(r"[A-Z]{3,}", lambda m: m.group().title(), word) if not NUMERAL.match(word) else word for word in name.split()]
    if len(words) < 2 or len(words) > 6:
        return None
    if any(not (word[0].isupper() or word in PARTICLES or word.startswith(("al-", "d'", "el-"))) for word in words):
        return None
    if any(re.search(r"[^\w.'’-]", word) for word in words):
        return None
    return " ".join(words), nickname.group(1) if nickname else None


def surname_in(name, surname):
    """The surname as the name spells it; empty when it is not in it or a numeral ("Charles III")."""
    at = name.casefold().find(surname.casefold()) if surname and len(surname) > 1 else -1
    found = name[at:at + len(surname)] if at >= 0 else ""
    return "" if any(NUMERAL.match(word) for word in found.split()) else found


def short_form(name, surname):
    """First name and surname: "Vladimir Putin" of "Vladimir Vladimirovich Putin"; the name itself when that is not safe."""
    words = name.split()
    if not surname or not name.endswith(" " + surname) or words[0].endswith("."):
        return name
    middle = words[1:len(words) - len(surname.split())]
    return f"{words[0]} {surname}" if middle and all(PATRONYMIC.match(word) for word in middle) else name


@dataclass
class Leader:
    label: str = ""    # of the last row
    full: str = ""
    surname: str = ""
    names: set = field(default_factory=set)
    slugs: set = field(default_factory=set)
    countries: set = field(default_factory=set)
    offices: list = field(default_factory=list)


def given_name(name, surname):
    return slug(name.replace(surname, "", 1)) if surname else slug(name)


def same_person(country, name, surname, leader):
    """Spellings of one person in one country: "Reuven Rivlin" and "Reuben Rivlin", but not father and son."""
    if slug(name) in leader.slugs:
        return True
    if country not in leader.countries or not surname or slug(surname) != slug(leader.surname):
        return False
    if not (name.endswith(surname) and leader.full.endswith(leader.surname)):
        return False
    mine, other = given_name(name, surname).split("-")[0], given_name(leader.full, leader.surname).split("-")[0]
    return bool(mine and other) and SequenceMatcher(None, mine, other).ratio() >= 0.75


def leaders(tables, kinds):
    found = []
    for row in sorted(tables.rows("leaders"), key=lambda row: (row["last_seen"], row["country"], row["name"])):
        of_sovereign = kinds.get(row["country"]) == "territory" and row["kind"] == "head_of_state"
        parsed = None if of_sovereign else person_name(row["name"])
        if not parsed:
            continue
        name, nickname = parsed
        surname = surname_in(name, row["surname"])
        leader = next((one for one in found if same_person(row["country"], name, surname, one)), None)
        if leader is None:
            leader = Leader()
            found.append(leader)
        leader.full, leader.surname, leader.label = name, surname, short_form(name, surname)
        leader.names |= {name, leader.label, first_and_surname(name, surname)}
        if nickname and surname:
            leader.names.add(f"{nickname} {surname}")
        leader.slugs.add(slug(name))
        leader.countries.add(row["country"])
        leader.offices.append(row)
    return found


def known_as(found):
    """The leaders under the names that newspapers give them (known_as.tsv); several spellings of the table become one person."""
    with open(Path(__file__).parent / "known_as.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        slugs = {slug(name) for name in row["in_table"].split(";")}
        same = [one for one in found if slug(one.label) in slugs or one.slugs & slugs]
        if not same:
            raise SystemExit(f"known_as.tsv: {row['in_table']} is no leader of the table")
        person = same[0]
        for other in same[1:]:
            person.names |= other.names
            person.slugs |= other.slugs
            person.countries |= other.countries
            person.offices += other.offices
            found.remove(other)
        person.label, person.surname = row["known_as"], row["surname"]
        person.names |= {row["known_as"], *filter(None, row["also"].split(";"))}
    return found


def first_and_surname(name, surname):
    """ "Nicolas Maduro" of "Nicolas Maduro Moros"; the name itself where the surname comes first."""
    words = name.split()
    if not surname or name.startswith(surname) or words[0].endswith(".") or words[0] in PARTICLES:
        return name
    return f"{words[0]} {surname}"


def leader_entries(tables, ids, countries):
    people, terms = [], []
    kinds = {row["iso2"]: row["kind"] for row in tables.rows("countries")}
    for leader in sorted(known_as(leaders(tables, kinds)), key=lambda one: (one.label, sorted(one.slugs))):
        code = min(row["country"] for row in leader.offices)
        person = Entry(ids.give(slug(leader.label), slug(f"{leader.label} {countries[code].label}")), "Person", leader.label)
        person.alias(*leader.names)
        person.name("ent:surname", leader.surname)
        people.append(person)
        terms += terms_of(person, leader, countries)
    return people, terms


def terms_of(person, leader, countries):
    by_office = defaultdict(list)
    for row in leader.offices:
        if row["country"] in countries:
            by_office[row["country"], row["role"]].append(row)
    terms = []
    for (code, role), rows in sorted(by_office.items()):
        term = Entry(f"term-{person.id}-{slug(role)}-{countries[code].id}", "TermOfOffice", "")
        term.link("ent:holder", person.id)
        term.link("ent:inCountry", countries[code].id)
        term.name("ent:role", role)
        term.name("ent:officeKind", "head_of_state" if any(row["kind"] == "head_of_state" for row in rows) else "head_of_government")
        term.values["ent:firstSeen"] = {literal(min(row["first_seen"] for row in rows)) + "^^xsd:date"}
        term.values["ent:lastSeen"] = {literal(max(row["last_seen"] for row in rows)) + "^^xsd:date"}
        terms.append(term)
    return terms


def word_lists(tables):
    lists = []
    for name in ("given-names", "surnames"):
        words = {row["name"].lower() for row in tables.rows(name.replace("-", "_")) if row["name"].isalpha()}
        lists.append(word_list(f"list-{name}", name, words))
    return lists


def word_list(entry_id, label, words):
    entry = Entry(entry_id, "WordList", label)
    entry.name("ent:word", *words)
    return entry
