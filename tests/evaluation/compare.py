#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""compare.py SCORE_ROWS [ROUNDS] - the C++ scorer and gold/score_gold.py must count alike.

Rows are made from the gold itself and then damaged at random (fixed seeds): edges lost, names varied, ends exchanged, relations,
modalities, polarities, times and documents changed, junk added; some rows are judged afterwards. For every round all counts of every document are compared,
and the printed table too. Exit 1 at the first difference."""
import contextlib
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GOLD = os.path.join(ROOT, "gold")
sys.path.insert(0, GOLD)
import score_gold as judge  # noqa: E402

sys.dont_write_bytecode = True
ONTOLOGY_NAMES = ("providedAidTo sentPersonnelTo consultedWith metWith attended chaired spokeAt sentMessageTo calledOn stated "
                  "announced pledgedTo supported implemented established hosted praised holdsOfficeIn memberOf partOf locatedIn "
                  "combated criticized signedAgreementWith attacked sanctioned rejected visited imposed_on deescalatedToward").split()
PHRASES = ("has also provided help to", "was met by", "is supported by", "gave to", "must urge", "led_by", "MeetsWith", "", "said_",
           "visited by", "holds talks with", "Signed Agreement With")
NAMES = ("we", "who", "us", "it", "the", "U.S.", "Côte d’Ivoire", "the Presidents’ club", "President Nobody", "1,200 tonnes of rice",
         "two thousand people & more", "Ｆｕｌｌ Width", "naïve_name", "Ministry's", "中国", "over 100 nations", "", "24 of the countries")


def sound_rows(docs):
    return [row for doc in docs for row in judge.as_rows(doc)]


def any_name(rng, docs, row):
    doc = next((d for d in docs if d.id == row.get("doc")), docs[0])
    entity = rng.choice(list(doc.ents.values()))
    names = [entity["canonical_name"], *entity["mentions"], *entity.get("acronyms", []), *entity.get("coref_mentions", []),
             *entity.get("combined_mentions", [])]
    return rng.choice(names)


def damage_name(rng, docs, row, name):
    kind = rng.randrange(9)
    if kind == 0:
        return rng.choice(NAMES)
    if kind == 1:
        return any_name(rng, docs, row)
    if kind == 2:
        return "President of the " + name
    if kind == 3:
        return name.upper()
    if kind == 4:
        words = name.split()
        rng.shuffle(words)
        return " ".join(words[: max(1, len(words) - 1)])
    if kind == 5:
        return "the " + name + "'s"
    if kind == 6:
        return "Prime Minister " + name
    if kind == 7:
        return ".".join(re.sub(r"[^A-Za-z]", "", name)[:4]) + "."
    return "some of the " + name + "s"


def damage(rng, docs, row):
    row = dict(row)
    for key in ("subject", "object"):
        if rng.random() < 0.25:
            row[key] = damage_name(rng, docs, row, row[key])
    if rng.random() < 0.1:
        row["subject"], row["object"] = row["object"], row["subject"]
    if rng.random() < 0.25:
        row["relation"] = rng.choice([rng.choice(ONTOLOGY_NAMES), rng.choice(PHRASES), row["relation"].replace("_", " ").title(),
                                      rng.choice(sorted(RELATIONS.r))])
    if rng.random() < 0.2:
        row["modality"] = rng.choice(["asserted", "planned", "called-for", "called for", "Obligation", "reported", "fact", "must", None])
    if rng.random() < 0.15:
        row["polarity"] = rng.choice(["negative", "positive", "Neg", "-", None])
    if rng.random() < 0.2:
        row["quantity"] = rng.choice([None, "", "12 billion", ["26 teams", "nearly 150 countries"], {"value": "24", "text": "24 \"things\""}])
    if rng.random() < 0.2:
        row["time"] = rng.choice([None, "in May", "late May", "2 June", "since the outbreak", {"text": "March", "precision": "month"}])
    place = rng.random()
    if place < 0.05:
        row.pop("doc")
    elif place < 0.08:
        row["doc"] = "elsewhere"
    elif place < 0.12:
        row["doc"] = "folder/" + row["doc"] + "_text.txt"
    elif place < 0.14:
        row.pop("doc")
        row["sentence"] = rng.choice(["", "No such sentence is in any document of the gold at all."])
    return row


def perturbed(rng, docs):
    rows = [damage(rng, docs, row) if rng.random() < 0.6 else row for row in sound_rows(docs) if rng.random() > 0.2]
    for doc in docs:
        for trap in doc.traps:
            if rng.random() < 0.3:
                condition = trap.get("only_if") or {}
                name = lambda key: doc.ents[trap[key]]["canonical_name"]  # noqa: E731
                rows.append(dict(doc=doc.id, subject=name("subject"), relation=trap["relation"], object=name("object"),
                                 modality=condition.get("modality", "asserted"), polarity=condition.get("polarity", "positive"),
                                 quantity=condition.get("quantity_contains"), time=condition.get("time_contains")))
    rng.shuffle(rows)
    return rows


def judgements(rng, rows):
    """Verdicts on some of the rows, with polarity and modality given or not, and on edges that nobody drew."""
    out = []
    for row in rows:
        if rng.random() < 0.3 and row.get("doc"):
            judged = {key: row[key] for key in ("doc", "subject", "relation", "object")}
            for key in ("polarity", "modality"):
                if row.get(key) and rng.random() < 0.7:
                    judged[key] = row[key] if rng.random() < 0.8 else {"polarity": "negative", "modality": "planned"}[key]
            out.append(dict(judged, verdict=rng.random() < 0.8, why="at random"))
    return out + [dict(doc="01", subject="Nobody", relation="metWith", object="Nobody else", verdict=True)]


def write(folder, name, rows):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def ours(program, rows, judged, gold):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, os.path.join(GOLD, "relations.json"), write(folder, "rows.jsonl", rows),
                               write(folder, "judged.jsonl", judged), *gold], capture_output=True, text=True, check=True)
    return json.loads(done.stdout), done.stderr


def theirs(rows, judged, gold):
    lines = []
    with contextlib.redirect_stdout(io.StringIO()):
        total, per = judge.score(judge.load_gold(gold, False), rows, RELATIONS, out=lines.append, adjudicated=judged)
    return {"overall": total, "docs": {name: figures for name, (figures, _) in per.items()}}, "\n".join(lines) + "\n"


def differences(a, b):
    out = []
    for name in ["overall", *a["docs"]]:
        one, two = (a["overall"], b["overall"]) if name == "overall" else (a["docs"][name], b["docs"][name])
        out += [f"{name} {key}: ours {one['counts'][key]}, score_gold.py {two['counts'][key]}" for key in two["counts"]
                if one["counts"][key] != two["counts"][key]]
    return out


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12
    collections = [[os.path.join(GOLD, "seeds.json")], [os.path.join(GOLD, "dev")], [os.path.join(GOLD, "dev", "03.json")],
                   [os.path.join(GOLD, "more"), os.path.join(GOLD, "dev", "07.json")]]
    for number in range(rounds):
        gold = collections[number % len(collections)]
        rng = random.Random(number)
        docs = judge.load_gold(gold, False)
        rows = sound_rows(docs) if number < len(collections) else perturbed(rng, docs)
        judged = judgements(rng, rows) if number % 2 else []
        (a, text), (b, table) = ours(program, rows, judged, gold), theirs(rows, judged, gold)
        found = differences(a, b)
        if text != table:
            found.append("printed tables differ:\n" + text + table)
        if found:
            print(f"round {number}, {gold}:", *found, sep="\n  ")
            return 1
    print(f"{rounds} rounds: all counts equal")
    return 0


RELATIONS = judge.Relations(os.path.join(GOLD, "relations.json"))
if __name__ == "__main__":
    sys.exit(main())
