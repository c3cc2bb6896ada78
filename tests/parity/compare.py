#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares two files of `parse --format jsonl` rows token by token: compare.py CORPUS.jsonl SPACY.jsonl OURS.jsonl [--need 99.99]

A token of spaCy's agrees if ours has one at the same place that is equal in every field. Exit code 1 below what is needed.
"""
import argparse
import json
import sys

FIELDS = ['ORTH', 'whitespace', 'TAG', 'POS', 'LEMMA', 'DEP', 'HEAD', 'sentence start', 'entity']


def values(row):
    """Fields of every token by its place; heads as places, so that one odd split does not shift the rest."""
    tokens = row['tokens']
    return {t['idx']: (t['text'], t['ws'], t['tag'], t['pos'], t['lemma'], t['dep'], tokens[t['head']]['idx'],
                       t['sent_start'], (t['ent_iob'], t['ent_type'])) for t in tokens}


class Tally:
    def __init__(self):
        self.tokens = self.equal = 0
        self.fields = [0] * len(FIELDS)
        self.examples = []

    def add(self, name, theirs, ours):
        for place, wanted in theirs.items():
            got = ours.get(place, (None,) * len(FIELDS))
            same = [a == b for a, b in zip(wanted, got)]
            self.tokens += 1
            self.equal += all(same)
            for i, s in enumerate(same):
                self.fields[i] += s
            if not all(same) and len(self.examples) < 20:
                self.examples.append((name, place, wanted, got))

    def percent(self, count):
        return 100.0 * count / max(self.tokens, 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('corpus')
    parser.add_argument('spacy')
    parser.add_argument('ours')
    parser.add_argument('--need', type=float, default=99.99)
    args = parser.parse_args()
    total, kinds = Tally(), {}
    with open(args.corpus, encoding='utf-8') as a, open(args.spacy, encoding='utf-8') as b, open(args.ours, encoding='utf-8') as c:
        documents = 0
        for given, theirs, ours in zip(a, b, c):
            given, theirs, ours = json.loads(given), json.loads(theirs), json.loads(ours)
            assert given['text'] == theirs['text'] == ours['text'], 'the files do not go together: ' + given['id']
            documents += 1
            for tally in (total, kinds.setdefault(given['kind'], Tally())):
                tally.add(given['id'], values(theirs), values(ours))
        if a.readline() or b.readline() or c.readline():
            sys.exit('the files differ in length')
    for example in total.examples:
        print('differs: %s at %d\n  spaCy %s\n  ours  %s' % example)
    for i, name in enumerate(FIELDS):
        print('%-15s %9.4f %%  (%d differ)' % (name, total.percent(total.fields[i]), total.tokens - total.fields[i]))
    print('documents %d, tokens %d, of them prose %d' % (documents, total.tokens, kinds['prose'].tokens if 'prose' in kinds else 0))
    print('agreement in all fields %.4f %% (%d of %d tokens differ), needed %.2f %%'
          % (total.percent(total.equal), total.tokens - total.equal, total.tokens, args.need))
    if total.tokens == 0 or total.percent(total.equal) < args.need:
        sys.exit(1)


if __name__ == '__main__':
    main()
