#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Takes about TOKENS tokens of the corpus, half of them prose: sample.py TOKENS < corpus.jsonl > sample.jsonl"""
import json
import sys

CHARACTERS_A_TOKEN = 4.7


def main(tokens):
    left = {'prose': tokens / 2 * CHARACTERS_A_TOKEN, 'other': tokens / 2 * CHARACTERS_A_TOKEN}
    for line in sys.stdin:
        row = json.loads(line)
        if left[row['kind']] > 0:
            left[row['kind']] -= len(row['text'])
            sys.stdout.write(line)


if __name__ == '__main__':
    main(int(sys.argv[1]))
