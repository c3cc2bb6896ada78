#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""texts.py WORDS - the marked texts as JSON lines, again and again with new ids until there are so many words."""
import glob
import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main(words):
    patterns = [os.path.join(ROOT, "gold", "seeds.json"), os.path.join(ROOT, "gold", "dev", "*.json"),
                os.path.join(ROOT, "gold", "more", "*.json"), os.path.join(os.path.dirname(ROOT), "shared", "gold", "more", "*.json")]
    documents = []
    for path in (path for pattern in patterns for path in sorted(glob.glob(pattern))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        documents += [{"text": each["text"], "date": each.get("date", "")} for each in gold.get("docs", [gold])]
    written = turn = 0
    while written < words:
        for number, document in enumerate(documents):
            # A word of its own at the end, since a program takes the same text twice for one document.
            print(json.dumps({"id": f"{turn}-{number}", **document, "text": f"{document['text']}\n\nPart {turn}-{number}."}))
            written += len(document["text"].split())
        turn += 1


main(int(sys.argv[1]))
