# SPDX-License-Identifier: Apache-2.0
"""Writes, as Turtle that `entente import` takes, a made-up graph with evidence: every fact has a sentence in a document, with place.

usage: make_graph.py NODES EDGES [SEED] >graph.ttl
Power-law degrees, 26 relations and seven classes of the ontology, dates over thirty years, a twentieth planned, reported
or denied; ends, kind and modality differ from fact to fact, so that each is an edge. The same arguments, the same bytes.
"""
import hashlib
import random
import sys
from datetime import date, timedelta

CLASSES = [("Country", 0.03), ("InternationalOrganization", 0.04), ("Organization", 0.26), ("Person", 0.42), ("Place", 0.13), ("Meeting", 0.07), ("Agreement", 0.05)]
RELATIONS = {"metWith": "met with", "cooperatedWith": "worked together with", "praised": "praised", "criticized": "criticised", "visited": "visited",
             "calledOn": "called on", "providedAidTo": "sent medical aid to", "negotiatedWith": "held talks with", "supported": "backed",
             "consultedWith": "consulted", "threatened": "threatened", "sanctioned": "imposed sanctions on", "informed": "informed", "hosted": "received",
             "sentMessageTo": "sent a message to", "expressedSolidarityWith": "expressed its solidarity with", "signedAgreementWith": "signed an accord with",
             "exportedTo": "exported grain to", "recognized": "recognised", "rejected": "turned down", "protestedAgainst": "protested against",
             "coerced": "put pressure on", "memberOf": "joined", "holdsOfficeIn": "took office in", "attended": "attended", "sentPersonnelTo": "sent doctors to"}
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ze cho sha tri kor mel nan ost per quil ran sol tem und vor".split()
CIRCUMSTANCES = ["after a week of consultations among the delegations", "in the margins of the annual assembly", "according to a statement of the spokesman on the same day",
                 "while the session on trade and public health went on", "as both sides had agreed in the spring", "before the ministers left for the next round"]


def names(count, rng):
    seen = set()
    while len(seen) < count:
        words = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3))).capitalize() for _ in range(rng.randint(1, 3))]
        name = " ".join(words)
        if name not in seen:
            seen.add(name)
            yield name


def short(*parts):
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def relations_of(path):
    """Those of the table above that the vocabulary has."""
    text = open(path, encoding="utf-8").read()
    return [name for name in RELATIONS if f"ent:{name} " in text or f"ent:{name}\n" in text]


def main():
    nodes, edges = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
    known = relations_of("ontology/relations.ttl")
    out = sys.stdout
    out.write("".join(f"@prefix {name}: <{iri}> .\n" for name, iri in (
        ("ent", "https://w3id.org/entente/ns#"), ("id", "https://w3id.org/entente/id/"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("dcterms", "http://purl.org/dc/terms/"), ("xsd", "http://www.w3.org/2001/XMLSchema#"))))
    out.write("id: a <http://rdfs.org/ns/void#Dataset> .\n")
    labels, ids = list(names(nodes, rng)), []
    for number, label in enumerate(labels):
        cls = rng.choices([c for c, _ in CLASSES], [w for _, w in CLASSES])[0]
        ids.append(f"n{number}-{label.lower().replace(' ', '-')}")
        alias = f' ; skos:altLabel "{"".join(word[0] for word in label.split())}{number}"' if number % 4 == 0 else ""
        out.write(f'<https://w3id.org/entente/id/{ids[-1]}> a ent:{cls} ; rdfs:label "{label}"{alias} .\n')
    weights = [(i + 1) ** -0.6 for i in range(nodes)]
    order = list(range(nodes))
    rng.shuffle(order)
    share, done, document, place, index = {}, 0, None, 0, 0
    while done < edges:
        a, b = (order[i] for i in rng.choices(range(nodes), weights, k=2))
        relation = rng.choice(known)
        if done < nodes:
            a = done  # everybody has a fact
        modality = rng.choices(["Asserted", "Planned", "Reported"], [95, 3, 2])[0]
        if a == b or (a, b, relation) in share or (b, a, relation) in share:
            continue
        share[a, b, relation] = True
        if done % 40 == 0:
            document, place, index = short("document", done), 0, 0
            day = date(1995, 1, 1) + timedelta(days=rng.randint(0, 365 * 30))
            out.write(f'<https://w3id.org/entente/id/doc/{document}> a ent:Document ; dcterms:title "report-{done // 40}.txt" ; dcterms:date "{day}"^^xsd:date .\n')
        fact, when = short("fact", labels[a], relation, labels[b]), short("time", day)
        evidence = []
        for _ in range(rng.choices([1, 2, 3], [85, 10, 5])[0]):
            sentence = f"On {day.day} {day:%B %Y} {labels[a]} {RELATIONS[relation]} {labels[b]} {rng.choice(CIRCUMSTANCES)}."
            begin, end = place, place + len(sentence)
            evidence.append((f"<https://w3id.org/entente/id/fact/{fact}/ev/{document}-{begin}-{end}>", begin, end, index, sentence))
            place, index = end + 1, index + 1
        out.write(f'<https://w3id.org/entente/id/fact/{fact}> a ent:Fact ; ent:subject id:{ids[a]} ; ent:relation ent:{relation} ; ent:object id:{ids[b]} ; '
                  f'ent:modality ent:{modality} ; ent:negated {"true" if rng.random() < 0.01 else "false"} ; ent:confidence {rng.randint(40, 99) / 100} ; '
                  f'ent:when <https://w3id.org/entente/id/time/{when}> ; ent:evidence {" , ".join(iri for iri, *_ in evidence)} .\n')
        for iri, begin, end, number, sentence in evidence:
            out.write(f'{iri} a ent:Evidence ; ent:inDocument <https://w3id.org/entente/id/doc/{document}> ; ent:beginOffset {begin} ; ent:endOffset {end} ; '
                      f'ent:sentenceIndex {number} ; ent:confidence 0.8 ; ent:rule "made/up" ; ent:trigger "{RELATIONS[relation].split()[0]}" ; ent:text "{sentence}" .\n')
        if when not in share:
            share[when] = True
            out.write(f'<https://w3id.org/entente/id/time/{when}> a ent:TimeSpan ; ent:timeText "{day.day} {day:%B %Y}" ; ent:earliestBegin "{day}"^^xsd:date ; '
                      f'ent:latestEnd "{day}"^^xsd:date ; ent:precision "day" .\n')
        done += 1


if __name__ == "__main__":
    main()
