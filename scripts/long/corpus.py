#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes a folder of texts for measurements: each is a dateline of its own and passages of the development texts (seeds, gold/dev, gold/more)
with names exchanged, so that no two are the same.   corpus.py FOLDER DOCUMENTS [SEED]
PASSAGES=3 says how many passages a document has."""
import json
import os
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAMES = ["China", "Kenya", "France", "Peru", "Germany", "Japan", "Chad", "Norway", "India", "Brazil", "Egypt", "Ghana", "Italy", "Spain",
         "Cuba", "Iran", "Nepal", "Chile", "Ukraine", "Mali"]
SURNAMES = ["Gurung", "Okoro", "Lindqvist", "Marchetti", "Haddad", "Sato", "Pereira", "Novak", "Mbeki", "Castillo"]


def passages():
    texts = [file.read_text() for file in sorted((ROOT / "seeds").glob("*.txt"))]
    for folder in ("dev", "more"):
        texts += [json.loads(file.read_text())["text"] for file in sorted((ROOT / "gold" / folder).glob("*.json"))]
    return [p.strip() for text in texts for p in text.split("\n\n") if len(p) > 80]


def make(folder, documents, seed):
    chance, pool, count = random.Random(seed), passages(), int(os.environ.get("PASSAGES", "3"))
    folder.mkdir(parents=True, exist_ok=True)
    words = 0
    for i in range(documents):
        text = "\n\n".join(chance.sample(pool, count))
        for _ in range(3):
            first, second = chance.sample(NAMES, 2)
            text = text.replace(first, "\0").replace(second, first).replace("\0", second)
        text = (f"Report {seed}-{i}. {first} sent {i} doctors to {second}. Ms {chance.choice(SURNAMES)}-{chance.choice(SURNAMES)} met with the "
                f"Council of {chance.choice(SURNAMES)} in {chance.choice(NAMES)}.\n\n{text}\n")
        words += len(text.split())
        (folder / f"{i:06}.txt").write_text(text)
    return words


if __name__ == "__main__":
    total = make(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    print(f"{sys.argv[2]} documents, {total} words")
