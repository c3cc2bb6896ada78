# SPDX-License-Identifier: Apache-2.0
"""Countries and territories, and the members of the regional groups."""
import re
from collections import defaultdict

from .turtle import Entry, slug, split

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
