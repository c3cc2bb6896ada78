#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tokens a second of CPU time of spaCy: spacy_speed.py TEXTS.jsonl MODEL ROUNDS"""
import json
import sys
import time

import spacy


def main(path, model, rounds):
    texts = [json.loads(line)['text'] for line in open(path, encoding='utf-8')]
    start = time.process_time()
    nlp = spacy.load(model)
    print('load %.3f s' % (time.process_time() - start))
    for _ in range(int(rounds)):
        start = time.process_time()
        tokens = sum(len(doc) for doc in nlp.pipe(texts))
        seconds = time.process_time() - start
        print('spaCy %d tokens %.3f s %.0f tokens/s' % (tokens, seconds, tokens / seconds), flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
