#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What spaCy says of texts, in the rows of `entente parse --format jsonl`: spacy_dump.py MODEL IN.jsonl OUT.jsonl"""
import json
import sys
import time

import spacy


def row(doc, name):
    tokens = [{'i': t.i, 'idx': t.idx, 'text': t.text, 'ws': t.whitespace_, 'lemma': t.lemma_, 'tag': t.tag_, 'pos': t.pos_,
               'dep': t.dep_, 'head': t.head.i, 'ent_iob': t.ent_iob_, 'ent_type': t.ent_type_, 'sent_start': bool(t.is_sent_start)}
              for t in doc]
    return json.dumps({'doc': name, 'text': doc.text, 'tokens': tokens}, ensure_ascii=False)


def main(model, source, target):
    nlp = spacy.load(model)
    rows = [json.loads(line) for line in open(source, encoding='utf-8')]
    start, tokens = time.perf_counter(), 0
    with open(target, 'w', encoding='utf-8') as out:
        for given, doc in zip(rows, nlp.pipe(r['text'] for r in rows)):
            tokens += len(doc)
            out.write(row(doc, given['id']) + '\n')
    seconds = time.perf_counter() - start
    print('spaCy %s, %s %s: %d tokens in %.0f s' % (spacy.__version__, nlp.meta['name'], nlp.meta['version'], tokens, seconds))


if __name__ == '__main__':
    main(*sys.argv[1:])
