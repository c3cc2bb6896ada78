#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""reading.py ENTENTE - how well `entente map` reads the marked texts, judged by gold/score_gold.py.

Scores the seed texts, the seed texts with all names and figures exchanged (renamed.json: what was tuned to names would fall), and the
passages of gold/dev and gold/news; with ../shared beside the project also its larger sets, which are only reported. Exit 1 when a figure falls below
floors.json, or when more traps are stepped into than it allows."""
import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
GOLD = os.path.join(ROOT, "gold")
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "gold")
COLUMNS = ("precision", "recall", "typed_f1", "entity_f1", "core_recall", "traps")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def renamed(change, folder):
    """The seed texts and their marks with the names exchanged, as a file of the folder."""
    with open(os.path.join(GOLD, "seeds.json"), encoding="utf-8") as file:
        text = file.read()
    for old, new in change["names"]:
        if old not in text:
            raise SystemExit(f"renamed.json: {change['id']}: {old!r} is not in the seeds")
        text = text.replace(old, new)
    path = os.path.join(folder, change["id"] + ".json")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def documents(paths):
    for path in paths:
        gold = load(path)
        for doc in gold.get("docs", [gold]):
            yield json.dumps({"id": doc["id"], "text": doc["text"], "date": doc.get("date", "")}) + "\n"


def score(program, paths, folder):
    """The scorer's overall figures for what the program reads in these texts."""
    facts = subprocess.run([*program, "map"], input="".join(documents(paths)), capture_output=True, text=True, check=True).stdout
    rows, out = os.path.join(folder, "rows.jsonl"), os.path.join(folder, "figures.json")
    with open(rows, "w", encoding="utf-8") as file:
        subprocess.run([sys.executable, os.path.join(GOLD, "from_map.py")], input=facts, stdout=file, text=True, check=True)
    subprocess.run([sys.executable, os.path.join(GOLD, "score_gold.py"), "--gold", *paths, "--system", rows, "--json", out],
                   stdout=subprocess.DEVNULL, check=True)
    total = load(out)["overall"]
    precision, recall, f1 = total["typed"]
    return dict(precision=precision, recall=recall, typed_f1=f1, entity_f1=total["entity"][2], core_recall=total["core_recall"],
                traps=total["traps_hit"])


def print_row(name, figures):
    print(f"{name:12}" + "".join(f"{figures[each]:>12.3f}" if each != "traps" else f"{figures[each]:>8d}" for each in COLUMNS))


def below(name, figures, floor):
    wrong = [f"{name}: {each} {figures[each]:.3f} is below {least}" for each, least in floor.items() if each != "traps" and figures[each] < least]
    if figures["traps"] > floor["traps"]:
        wrong.append(f"{name}: {figures['traps']} traps, {floor['traps']} allowed")
    return wrong


def main():
    program = [sys.argv[1]]
    floors = load(os.path.join(HERE, "floors.json"))
    wrong = []
    print(f"{'texts':12}" + "".join(f"{each:>{8 if each == 'traps' else 12}}" for each in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        sets = {"seeds": [os.path.join(GOLD, "seeds.json")], "dev": sorted(glob.glob(os.path.join(GOLD, "dev", "*.json")))}
        sets["news"] = sorted(glob.glob(os.path.join(GOLD, "news", "*.json")))
        for change in load(os.path.join(HERE, "renamed.json")):
            sets[change["id"]] = [renamed(change, folder)]
        for name, paths in sets.items():
            figures = score(program, paths, folder)
            print_row(name, figures)
            wrong += below(name, figures, floors["renamed" if name.startswith("renamed") else name])
        for name in ("more", "heldout"):
            paths = sorted(glob.glob(os.path.join(SHARED, name, "*.json")))
            if paths:
                print_row(name, score(program, paths, folder))
            else:
                print(f"{name}: skipped, ../shared is not here")
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
