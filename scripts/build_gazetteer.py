#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds the generated files of ontology/gazetteer out of tables of facts (see ontology/SOURCES.md).

    scripts/build_gazetteer.py [--facts DIR] [--out DIR] [--check]

The files written by hand in the same folder are left alone; their ids are reserved, so a generated id never meets one.
Output is sorted and has no blank nodes: same tables, same bytes. --check writes nothing and fails when a file would change; without the tables it says "skipped".
"""
import argparse
import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ["countries", "bodies", "leaders", "parties", "state-bodies", "diseases", "cities", "person-names"]
PREFIXES = """@prefix ent: <https://w3id.org/entente/ns#> .
@prefix id: <https://w3id.org/entente/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""

# Capital-letter words of news that are no name of a party or agency; such an abbreviation would mislead more than it helps.
COMMON_ACRONYMS = set("""AIDS ATM BBC CEO CIA CNN COVID DNA EEZ EST EU FAQ FBI FDI FTA GDP GMT GNP GPS HIV ICBM ICU IDP IED
IMF INF LGBT LNG MBA MERS NASA NATO NBC NGO NPT OPEC PDF PHD POW PPE PPP RNA SARS SDG SME TNT TV UAE UK UN URL USA USB USD USSR
VAT VIP WHO WMD WTO WWI WWII MOU FTAS ASAP ASEAN CEOS NGOS SMES SALT START CAN IF ALL AND FOR THE NOW NEW""".split())
ENGLISH_ACRONYMS = set("CAN IF ARC IDEA FIT ECO COL CAR GM AG BA CD CE CF CP FZ NC RG WP C IAI NIS NIES".split())
TWO_LETTERS = {"UN", "EU", "AU", "UK", "US"}
# Names of cities that are ordinary English words: at the head of a sentence they would be read as the word.
WORD_CITIES = set("""Along Americana Ash Bade Bam Bar Batman Begun Bender Best Bida Big Billings Bimbo Bole Born Boulder Brits Bush
Carrefour Centennial Central Centurion Chandler Chow Come Commonwealth Concord Corona Date Delta Dos Duma Engels Enterprise Fair Fan Gap
Golden Hall Harrow Hilla Ho Home Honcho Hope Hub Independence Ise Iwo Jam Jingling Kay Koto Lens Levis Lira Long Malé Man Mango Manta Mar
March Mary Masai Mascara Media Mesa Metro Miri Mission Mobile Moro Moss Most Much Nada Naga Nova Ob Obo Of One Oral Orange Ore Pace Pan
Paradise Pare Pasto Peace Pest Poa Pop Pueblo Reading Red Rugby Saga Saida Saki Sale Samba Same Sandy Santo Sari Seven Shaping Simmering Ski
Slough Split Star Sun Surprise Table Tai Tamale Temple Thane Tours Ube Union Van Villa Vista Wan Warder Wave Wells Why Will Yes You Young
Zama""".split())


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


# ---------------------------------------------------------------------------------------------------------- countries
COUNTRY_LABELS = {"HK": "Hong Kong", "MO": "Macao", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo",
                  "NR": "Nauru", "MM": "Myanmar"}
NOT_COUNTRIES = {"EU", "ZR", "AQ"}
CAPITALS = {"US": ["Washington"], "CI": ["Yamoussoukro", "Abidjan"], "BO": ["La Paz", "Sucre"], "NL": ["Amsterdam", "The Hague"],
            "MM": ["Naypyidaw", "Nay Pyi Taw"], "TZ": ["Dodoma"], "ZA": ["Pretoria"], "NR": [], "PS": ["Ramallah"],
            "UA": ["Kyiv", "Kiev"], "IL": ["Jerusalem", "Tel Aviv"], "KZ": ["Astana", "Nur-Sultan"], "MN": ["Ulaanbaatar", "Ulan Bator"],
            "LK": ["Colombo"], "SV": ["San Salvador"], "CH": ["Bern", "Berne"], "YE": ["Sanaa"], "VA": ["Vatican City"], "DD": [],
            "ST": ["São Tomé"], "MV": []}
STALE_ALIAS = re.compile(r"[(),/]|^the |Soviet|Colony|Dependencies|Trust Territory|German East Africa|Netherlands Antilles|Mandatory|District$|Mali Federation|"
                         r"sometimes|former name|French Sudan|Norman Isles|Mesopotamia", re.I)
ADJECTIVES = {"CD": ["Congolese"], "CG": ["Congolese"], "PS": ["Palestinian"], "TW": ["Taiwanese"], "XK": ["Kosovan", "Kosovar"],
              "KG": ["Kyrgyz", "Kyrgyzstani"], "TJ": ["Tajik", "Tajikistani"], "UZ": ["Uzbek", "Uzbekistani"], "TM": ["Turkmen"],
              "KZ": ["Kazakh", "Kazakhstani"], "MV": ["Maldivian"], "CI": ["Ivorian", "Ivoirian"], "BB": ["Barbadian", "Bajan"],
              "AG": ["Antiguan", "Barbudan"], "BA": ["Bosnian", "Herzegovinian"], "EC": ["Ecuadorian", "Ecuadorean"],
              "AR": ["Argentine", "Argentinian", "Argentinean"], "SI": ["Slovenian", "Slovene"], "NP": ["Nepali", "Nepalese"],
              "PH": ["Philippine", "Filipino"], "SA": ["Saudi", "Saudi Arabian"], "BW": ["Motswana", "Batswana", "Botswanan"],
              "SZ": ["Swazi"], "DJ": ["Djiboutian"], "VA": ["Vatican"], "LS": ["Basotho", "Lesotho"], "BF": ["Burkinabe", "Burkinabè"],
              "SC": ["Seychellois"], "VU": ["Ni-Vanuatu", "Vanuatuan"], "EH": ["Sahrawi"], "TL": ["Timorese", "East Timorese"],
              "SR": ["Surinamese"], "KP": ["North Korean", "Korean"], "KR": ["South Korean", "Korean"], "WS": ["Samoan"], "AF": ["Afghan"]}
TAKES_S = re.compile(r"(?<!m)(?<!Vatic)(an|[^i]i|er|ar|ak|ot|ole|ane|ede|inn|urk|erb|oat|ene|yz|bek|jik|akh|ino|uan)$")


def country_entries(tables, ids):
    rows = [row for row in tables.rows("countries") if row["iso2"] not in NOT_COUNTRIES]
    of_states = {word for row in rows if row["kind"] == "country" for word in adjectives_of(row) + demonyms_of(row)}
    entries = {}
    for row in sorted(rows, key=lambda row: (row["kind"] != "country", row["iso2"])):
        code, label = row["iso2"], COUNTRY_LABELS.get(row["iso2"], row["name"])
        entry = Entry(ids.give(slug(label)), "Country", label)
        entry.same_as(row["qid"])
        entry.alias(*(name for name in [row["name"], *split(row["aliases"]), row["official_name"]]
                      if len(name) > 2 and not STALE_ALIAS.search(name)))
        state = row["kind"] != "territory"
        entry.name("ent:adjective", *(word for word in adjectives_of(row) if state or word not in of_states))
        entry.name("ent:demonym", *(word for word in demonyms_of(row) if state or word not in of_states))
        if row["kind"] == "country":
            entry.name("ent:capitalName", *CAPITALS.get(code, [name for name in [row["capital"]] if "," not in name and name[:1].isupper()]))
        entries[code] = entry
    return entries


def adjectives_of(row):
    if row["iso2"] in ADJECTIVES:
        return ADJECTIVES[row["iso2"]]
    names = ("NA", row["name"], COUNTRY_LABELS.get(row["iso2"]))
    return [word for word in split(row["adjectives"]) if "," not in word and word[:1].isupper() and word not in names]


def demonyms_of(row):
    words = [word for word in split(row["demonyms"])
             if "," not in word and word != row["name"] and not word.endswith(("colloquial", "womanwomen"))]
    words += [word for word in adjectives_of(row) if TAKES_S.search(word)]
    return sorted({form for word in words for form in ([word, word + "s"] if TAKES_S.search(word) else [word])})


REGION_GROUPS = {"african-countries": "Africa", "asian-countries": "Asia", "european-countries": "Europe",
                 "american-countries": "Americas", "oceanian-countries": "Oceania"}
SUBREGION_GROUPS = {"latin-american-and-caribbean-countries": "Latin America and the Caribbean",
                    "southeast-asian-countries": "South-eastern Asia", "south-asian-countries": "Southern Asia",
                    "central-asian-countries": "Central Asia", "east-asian-countries": "Eastern Asia",
                    "pacific-island-countries": ("Melanesia", "Micronesia", "Polynesia"),
                    "north-african-countries": "Northern Africa", "sub-saharan-african-countries": "Sub-Saharan Africa"}


def group_members(tables, countries):
    """Members of the regional groups, which are themselves declared by hand in groups.ttl."""
    members = defaultdict(list)
    for row in tables.rows("countries"):
        if row["kind"] != "country" or row["iso2"] in NOT_COUNTRIES or row["iso2"] in ("CK", "NU"):
            continue
        for groups, column in ((REGION_GROUPS, "region"), (SUBREGION_GROUPS, "subregion")):
            for group, name in groups.items():
                if row[column] == name or (isinstance(name, tuple) and row[column] in name):
                    members[group].append(countries[row["iso2"]].id)
    return members


# ------------------------------------------------------------------------------------------------------------- bodies
BODY_LABELS = {"Group of 20": "G20", "Group of 7": "G7", "Group of 8": "G8", "Group of 10": "G10", "Group of 24": "G24",
               "Group of 77": "G77", "Group of 15": "G15", "World Food Program": "World Food Programme",
               "United Nations Development Program": "United Nations Development Programme",
               "United Nations Environment Program": "United Nations Environment Programme",
               "International Labor Organization": "International Labour Organization",
               "Nonaligned Movement": "Non-Aligned Movement", "Benelux Union": "Benelux",
               "Inter-Governmental Authority on Development": "Intergovernmental Authority on Development",
               "Caribbean Community and Common Market": "Caribbean Community", "Southern Common Market": "Mercosur",
               "Comuinidade dos Paises de Lingua Portuguesa": "Community of Portuguese Language Countries",
               "Conference of Interaction and Confidence-Building Measures in Asia":
                   "Conference on Interaction and Confidence-Building Measures in Asia",
               "International Criminal Police Organization": "Interpol",
               "United Nations Office of Co-ordination of Humanitarian Affairs":
                   "United Nations Office for the Coordination of Humanitarian Affairs",
               "United Nations Human Settlement Programme": "United Nations Human Settlements Programme",
               "European Commission - Development Share of Budget": ""}
NO_BODY = re.compile(r" - |^Group of (3|5|6|9|11)$|^UN (entities|inter|single)|UN-led|\(|Reserve Account|^(First|Second|Third) World$|"
                     r"^(North|South|Near Abroad|Four Dragons|Franc Zone|Front Line States|former .*)$|Budget|Share|Trust Fund|"
                     r"^Global Alliance for Vaccines|^Secretariat of the Pacific|Programme “")
AGREEMENT = re.compile(r"\bConvention\b(?! of )|\bAgreement\b|Treaty$|^Regional Comprehensive Economic Partnership$|^Wassenaar")
GROUPS = {"G20", "G7", "G8", "G10", "G15", "G24", "G77", "BRICS", "Alliance of Small Island States", "Quadrilateral Security Dialogue",
          "Developing Eight", "Paris Club"}
KEEP_SHORT = {"IPCC", "GCF", "GEF", "OHCHR", "IDA", "IFC", "UNV", "ECA", "IEA", "PIF"}
UN_ORGANS = re.compile(r"^United Nations (General Assembly|Security Council|Secretariat|Trusteeship Council|Human Rights Council|"
                       r"Children|Development Prog|Environment Prog|High Commissioner|Population Fund|Relief and Works|Office|"
                       r"Human Settlements|Entity for Gender|Conference on Trade)|^Economic and Social Co|^World Food Prog|"
                       r"^International Court of Justice$|^Joint United Nations Programme")
OTHER_SENSES = {"World Bank", "Entente"}
MISSION = re.compile(r"\b(Mission|Force|Operation|Observer|Supervision)\b")
MEMBER_FIXES = {"EU": (set(), {"GB"}), "SCO": ({"IN", "IR", "BY"}, set()), "BRICS": ({"ID"}, {"SA"})}
SPELLINGS = [("Organization", "Organisation"), ("Organisation", "Organization"), ("Programme", "Program"), ("Labour", "Labor"),
             ("Center", "Centre"), ("Centre", "Center"), ("Co-operation", "Cooperation"), ("United Nations ", "UN ")]


ENGLISH_ALIASES = {"IFRC", "UNO", "IDB", "ICC"}
MOST_MEMBERS = 100  # the members of nearly universal bodies tell nothing


def spellings(name):
    found = {name}
    for old, new in SPELLINGS:
        found |= {one.replace(old, new) for one in found}
    return found


def body_acronyms(row):
    names = [part for cell in (row["acronym"], row["acronym_alt"]) for one in split(cell) for part in one.split(" or ")]
    names += [name for name in split(row["aliases"]) if name in ENGLISH_ALIASES]
    names = ["ICC" if name == "ICCt" else name for name in names]
    thin = row["source"] == "dac-crs-channel-codes"
    keep = []
    for name in names:
        bare = name.replace(".", "").replace("-", "")
        if bare in ENGLISH_ACRONYMS or (len(bare) < 3 and bare not in TWO_LETTERS and not bare.startswith("G")):
            continue
        if thin and len(bare) < 4 and name not in KEEP_SHORT:
            continue
        keep.append(name)
    return keep


def body_class(label):
    if label in GROUPS:
        return "GroupOfCountries"
    return "Agreement" if AGREEMENT.search(label) else "InternationalOrganization"


def body_entries(tables, ids, countries):
    merged = {}
    for row in sorted(tables.rows("igos"), key=lambda row: (row["source"] == "dac-crs-channel-codes", row["name"])):
        label = BODY_LABELS.get(row["name"], row["name"])
        if not label or label[0].islower() or NO_BODY.search(row["name"]) or label.endswith("countries"):
            continue
        acronyms = body_acronyms(row)
        if label in merged:
            entry = merged[label]
        else:
            short = sorted((slug(name) for name in acronyms if is_acronym(name)), key=lambda one: "-" in one)
            entry = merged[label] = Entry(ids.give(*short[:1], slug(label)), body_class(label), label)
        entry.same_as(row["qid"])
        entry.alias(*acronyms)
        for name in [label, row["name"], *(name for name in split(row["aliases"]) if not is_acronym(name))]:
            if name.isascii() and not name.startswith("the ") and name not in OTHER_SENSES:
                entry.alias(*spellings(name))
        if UN_ORGANS.search(label):
            entry.link("ent:organOf", "un")
        code = row["acronym"] or row["name"]
        more, less = MEMBER_FIXES.get(code, (set(), set()))
        members = (set(split(row["members"])) | more) - less
        members = {countries[code].id for code in members if code in countries}
        if 2 < len(members) <= MOST_MEMBERS and not MISSION.search(label):
            entry.link("ent:hasMember", *members)
        for parent in split(row["part_of"]):
            entry.link("ent:organOf", slug(parent))
    return list(merged.values())


# ------------------------------------------------------------------------------------------------------------ leaders
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


def first_and_surname(name, surname):
    """ "Nicolas Maduro" of "Nicolas Maduro Moros"; the name itself where the surname comes first."""
    words = name.split()
    if not surname or name.startswith(surname) or words[0].endswith(".") or words[0] in PARTICLES:
        return name
    return f"{words[0]} {surname}"


def leader_entries(tables, ids, countries):
    people, terms = [], []
    kinds = {row["iso2"]: row["kind"] for row in tables.rows("countries")}
    for leader in sorted(leaders(tables, kinds), key=lambda one: (one.label, sorted(one.slugs))):
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


# ------------------------------------------------------------------------------------------------------------ parties
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


# ------------------------------------------------------------------------------------------------------- state bodies
NO_STATE_BODY = re.compile(r"^(The )?Government of|Embassy|^(Her|His) Majesty's| in the ")
PATTERN_BODY = re.compile(r"^(?:Federal |Royal )?(Ministry|Ministère|Department|Secretariat|Office|Directorate|Ministerio|Ministério|Agency|Council|State|National)\b")


def state_body_entries(tables, ids, countries, taken_acronyms):
    rows = [row for row in tables.rows("government_bodies") if row["country"] in countries]
    once = Counter(name for row in rows for name in split(row["acronyms"]))
    entries = []
    for row in sorted(rows, key=lambda row: (row["name"], row["country"], row["ror"])):
        country = countries[row["country"]]
        national = {country.label} | {name.strip('"') for name in country.values["ent:adjective"] | country.values["skos:altLabel"]}

        def tells_country(name):
            return any(word in name for word in national) or not PATTERN_BODY.search(name)

        names = [name for name in [row["name"], *split(row["aliases"])]
                 if name.isascii() and len(name.split()) > 1 and "(" not in name and not NO_STATE_BODY.search(name) and tells_country(name)]
        if not names:
            continue
        label = names[0]
        entry = Entry(ids.give(slug(label), slug(f"{label} {country.label}"), slug(f"{label} {row['ror'][-9:]}")), "GovernmentBody", label)
        entry.same_as(row["qid"])
        entry.link("ent:inCountry", country.id)
        entry.alias(*names[1:])
        entry.name("ent:acronym", *(name for name in split(row["acronyms"])
                                    if re.fullmatch(r"[A-Z]{3,7}", name) and once[name] == 1 and name not in taken_acronyms))
        entries.append(entry)
    return entries


# ----------------------------------------------------------------------------------------------------------- diseases
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


# ------------------------------------------------------------------------------------------------------------- cities
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


# -------------------------------------------------------------------------------------------------------------- words
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


# ------------------------------------------------------------------------------------------------------------- output
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
