#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""fit.py [--write | --unjudged | --by-gold] [--deal=N] [GOLD...] - learns the weights of src/extract/confidence_weights.hpp from marked texts.

Reads the texts with claim_signs (ninja -C build/release claim_signs) and fits a logistic regression with an L2 penalty by Newton steps: deterministic,
no library. The weights are the mean of DRAWS regressions, each on documents drawn anew (as many as there are, with repeats) and on the
MOST signs that part right from wrong best there: what holds for a few documents only is so evened out. An edge is right or wrong as gold/adjudicated.jsonl says; one that nobody has judged is right when the gold
requires it, left out when the gold calls it optional or implied, else wrong. --by-gold: as if nobody had judged any.
What is printed is measured by leaving out one document in ten in turn: neither the choice of signs nor the weights that judge a text
have seen it; --deal=N deals the documents into tenths in another way. --write
replaces the header. --unjudged lists the edges that the gold does not require and nobody has judged, as lines for
gold/adjudicated.jsonl, each below its sentence; with --matched those that it requires.
GOLD: files of marked texts; by default ../shared/gold/more: rules were tuned on the seeds and gold/dev until they fit, so that edges
there are right more often than elsewhere, and weights learned on them would promise too much."""
import glob
import json
import math
import os
import random
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
HEADER = os.path.join(ROOT, "src", "extract", "confidence_weights.hpp")
SHARED = os.path.join(os.path.dirname(ROOT), "shared", "gold")
PENALTY = 2.0   # strength of the L2 penalty on every weight but the base
FOLDS = 10
DRAWS = 30      # sets of documents drawn at random, with repeats
RAREST = 5      # a sign met less often than this gets no weight
MOST = 30       # signs that get a weight in one draw: those that part right from wrong best
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "gold"))
import score_gold as judge  # noqa: E402


def default_gold():
    files = sorted(glob.glob(os.path.join(SHARED, "more", "*.json")))
    if not files:
        raise SystemExit("../shared/gold/more is not here: name files of marked texts")
    return files


def read_texts(paths):
    lines = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        for doc in gold.get("docs", [gold]):
            lines.append(json.dumps({"id": doc["id"], "text": doc["text"], "date": doc.get("date", "")}))
    program = os.path.join(ROOT, "build", "release", "claim_signs")
    out = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True, cwd=ROOT).stdout
    signs = [json.loads(line) for line in out.splitlines()]
    rows = subprocess.run([sys.executable, os.path.join(ROOT, "gold", "from_map.py")], input=out, capture_output=True, text=True, check=True)
    return [dict(json.loads(row), signs=each["signs"], rule=each["rule"]) for row, each in zip(rows.stdout.splitlines(), signs)]


def by_gold(relations, doc, row):
    """True, False, or None for an edge that is neither rewarded nor punished; as in score_gold.score_doc."""
    subject, object_ = judge.ends(doc, row)

    def hits(edge):
        return judge.match_rel(relations, edge, subject, object_, row["relation"]) and judge.pol_ok(edge, row)

    if any(hits(edge) for edge in doc.edges if not edge.get("optional")):
        return True
    neutral = any(hits(edge) for edge in doc.edges)
    implied = any(judge.implied(relations, edge, subject, object_, row["relation"]) and judge.pol_ok(edge, row) for edge in doc.edges)
    return None if neutral or implied else False


def examples(paths):
    """(document, signs, right, row) of every edge; right is None where neither the gold nor a reader says it."""
    relations = judge.Relations(os.path.join(ROOT, "gold", "relations.json"))
    judged = judge.Adjudicated(judge.load_system(os.path.join(ROOT, "gold", "adjudicated.jsonl")))
    docs = {doc.id: doc for doc in judge.load_gold(paths, False)}
    found = []
    for row in read_texts(paths):
        row["gold"] = by_gold(relations, docs[row["doc"]], row)
        row["judged"] = judged.verdict(row["doc"], row)
        right = row["gold"] if row["judged"] is None or "--by-gold" in sys.argv else row["judged"]
        found.append((row["doc"], tuple(sorted(set(row["signs"]))), right, row))
    return found


def print_unjudged(data, matched):
    """Edges that nobody has judged, of those that the gold requires or of the others; first the sentence, as a comment."""
    seen = set()
    for doc, _, _, row in data:
        line = {key: row[key] for key in ("doc", "subject", "relation", "object", "polarity", "modality")}
        key = json.dumps(line, ensure_ascii=False)
        if row["judged"] is None and (row["gold"] is True) == matched and key not in seen:
            seen.add(key)
            print(f"# {doc} ({row['rule']}): {' '.join(row['sentence'].split())}")
            print(json.dumps(dict(line, verdict=None, **({"matched": True} if matched else {}), why=""), ensure_ascii=False))


def solve(matrix, vector):
    """Gaussian elimination with pivoting."""
    size = len(vector)
    rows = [list(matrix[i]) + [vector[i]] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, size + 1):
                rows[r][c] -= factor * rows[i][c]
    answer = [0.0] * size
    for i in reversed(range(size)):
        answer[i] = (rows[i][size] - sum(rows[i][c] * answer[c] for c in range(i + 1, size))) / rows[i][i]
    return answer


def telling(data, times):
    """The signs whose share of right edges differs most from the share of all, in standard errors; by name. times: how often each
    document counts."""
    met, right, all_met, all_right = {}, {}, 0, 0
    for doc, signs, is_right, _ in data:
        all_met += times[doc]
        all_right += times[doc] * is_right
        for sign in signs:
            met[sign] = met.get(sign, 0) + times[doc]
            right[sign] = right.get(sign, 0) + times[doc] * is_right
    share = all_right / all_met

    def distance(sign):
        count = met[sign]
        spread = math.sqrt(count * share * (1 - share) * (1 - count / all_met) + 1e-9)
        return abs(right[sign] - count * share) / spread

    often = [sign for sign in met if met[sign] >= RAREST]
    return sorted(sorted(often, key=lambda sign: (-round(distance(sign), 6), sign))[:MOST])


def fit_once(data, times, names):
    """The base, then the weight of each name."""
    place = {name: i + 1 for i, name in enumerate(names)}
    points = {}
    for doc, signs, right, _ in data:  # equal signs once
        active = (0,) + tuple(place[sign] for sign in signs if sign in place)
        met, was_right = points.get(active, (0, 0))
        points[active] = (met + times[doc], was_right + times[doc] * right)
    weights = [0.0] * (len(names) + 1)
    for _ in range(8):
        gradient = [0.0] + [-PENALTY * w for w in weights[1:]]
        hessian = [[0.0] * len(weights) for _ in weights]
        for i in range(1, len(weights)):
            hessian[i][i] = PENALTY
        hessian[0][0] = 1e-6
        for active, (met, right) in points.items():
            p = 1 / (1 + math.exp(-sum(weights[i] for i in active)))
            for i in active:
                gradient[i] += right - met * p
                for j in active:
                    hessian[i][j] += met * p * (1 - p)
        weights = [w + step for w, step in zip(weights, solve(hessian, gradient))]
    return weights


def fit(data):
    """Base and weight by sign, the mean of all draws."""
    docs = sorted({doc for doc, _, _, _ in data})
    chance = random.Random(1)
    base, weights = 0.0, {}
    for _ in range(DRAWS):
        times = dict.fromkeys(docs, 0)
        for _ in docs:
            times[docs[int(chance.random() * len(docs))]] += 1
        names = telling(data, times)
        found = fit_once([each for each in data if times[each[0]]], times, names)
        base += found[0] / DRAWS
        for name, weight in zip(names, found[1:]):
            weights[name] = weights.get(name, 0.0) + weight / DRAWS
    return round(base, 2), {name: round(weights[name], 2) for name in sorted(weights) if abs(weights[name]) >= 0.005}


def likely(base, weights, signs):
    p = 1 / (1 + math.exp(-base - sum(weights.get(sign, 0.0) for sign in signs)))
    return round(min(0.98, max(0.02, p)), 2)  # as the program


def cross_validated(data):
    docs = sorted({doc for doc, _, _, _ in data})
    for deal in [int(each[7:]) for each in sys.argv[1:] if each.startswith("--deal=")]:
        random.Random(deal).shuffle(docs)
    fold = {doc: i % FOLDS for i, doc in enumerate(docs)}
    judged = []
    for k in range(FOLDS):
        base, weights = fit([each for each in data if fold[each[0]] != k])
        judged += [(likely(base, weights, signs), right) for doc, signs, right, _ in data if fold[doc] == k]
    return judged


def print_figures(judged):
    bins = [[] for _ in range(10)]
    for p, right in judged:
        bins[min(9, int(p * 10 + 1e-9))].append((p, right))
    error = sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins) / len(judged)
    positive = [p for p, right in judged if right]
    negative = [p for p, right in judged if not right]
    area = sum((a > b) + 0.5 * (a == b) for a in positive for b in negative) / (len(positive) * len(negative))
    for i, b in enumerate(bins):
        if b:
            print(f"  {i / 10:.1f}-{(i + 1) / 10:.1f}  {len(b):5}  right {sum(r for _, r in b) / len(b):.2f}  mean {sum(p for p, _ in b) / len(b):.2f}")
    print(f"{len(judged)} edges, {len(positive)} right; expected calibration error {error:.3f}, area under the ROC curve {area:.3f}, "
          f"{len(bins[9]) / len(judged):.2f} of the edges at 0.9 or more")


def write_header(base, weights):
    lines = [f'    {{"{name}", {weight:.2f}}},' for name, weight in weights.items()]
    text = f"""// SPDX-License-Identifier: Apache-2.0
// Written by bench/confidence/fit.py: do not edit.
#pragma once

#include <array>
#include <string_view>

namespace entente::extract {{

struct SignWeight {{
  std::string_view sign;
  double weight;
}};

inline constexpr double kBaseWeight = {base:.2f};
inline constexpr std::array<SignWeight, {len(weights)}> kSignWeights = {{{{
{chr(10).join(lines)}
}}}};

}}  // namespace entente::extract
"""
    with open(HEADER, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    arguments = [each for each in sys.argv[1:] if not each.startswith("--")]
    every = examples(arguments or default_gold())
    if "--unjudged" in sys.argv:
        return print_unjudged(every, "--matched" in sys.argv)
    data = [each for each in every if each[2] is not None]
    if "--by-gold" not in sys.argv:
        print(f"{sum(row['judged'] is not None for _, _, _, row in data)} of {len(data)} edges judged by a reader, the others by the gold")
    print_figures(cross_validated(data))
    base, weights = fit(data)
    print(f"  {base:+.2f}  base")
    for name, weight in sorted(weights.items(), key=lambda each: (-abs(each[1]), each[0])):
        print(f"  {weight:+.2f}  {name} ({sum(name in signs for _, signs, _, _ in data)})")
    if "--write" in sys.argv:
        write_header(base, weights)


if __name__ == "__main__":
    sys.exit(main())
