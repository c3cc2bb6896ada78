# SPDX-License-Identifier: Apache-2.0
"""International bodies and state bodies."""
import re
from collections import Counter

from .turtle import Entry, is_acronym, slug, split

ENGLISH_ACRONYMS = set("CAN IF ARC IDEA FIT ECO COL CAR GM AG BA CD CE CF CP FZ NC RG WP C IAI NIS NIES".split())
TWO_LETTERS = {"UN", "EU", "AU", "UK", "US"}

BODY_LABELS = {"Group of 20": "G20", "Group of 7": "G7", "Group of Seven": "G7", "Group of 8": "G8", "Group of 10": "G10", "Group of 24": "G24",
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
