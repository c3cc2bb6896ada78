#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Questions asked of graphs that are made of a gold file's own edges: asking judged apart from reading.

  gold_questions.py KIND ASK_GOLD ONTOLOGY MODEL [--table]

KIND is dev (the questions of gold/dev with tests/ask/questions_dev.json), or another tests/ask/questions_KIND.json whose
questions name their text and their graph. A question is right when every row of "all" is among the answers, no row is neither in
"all" nor in "may", and every row has its sentence; one that is "outside" when it is refused or answered by no row. Prints one line
a question, with --table the query too, and how many are right; exit 1 when fewer than tests/ask/floor.json asks for."""
import glob
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import seeds_questions as base  # noqa: E402


def questions_of(kind):
    expected = base.load(os.path.join(base.HERE, f"questions_{kind}.json"))["questions"]
    if kind != "dev":
        return expected
    by_id = {}
    for path in sorted(glob.glob(os.path.join(base.ROOT, "gold", "dev", "*.json"))):
        for question in base.load(path)["questions"]:
            by_id[question["id"]] = {"question": question["question"], "graph": os.path.relpath(path, base.ROOT)}
    assert set(by_id) == {each["id"] for each in expected}, "every question of gold/dev has its expectation"
    return [{**each, **by_id[each["id"]]} for each in expected]


def ask(program, ontology, model, questions):
    lines = "".join(f"@graph {os.path.join(base.ROOT, each['graph'])}\n{each['question']}\n" for each in questions)
    return base.answers_of_gold([program, ontology, model, os.path.join(base.ROOT, questions[0]["graph"])], lines)


def is_wanted(row, wanted, names):
    denied = str(row.get("denied", "")) == "true"
    return denied == wanted.get("denied", False) and base.matches(row, wanted, names)


def faults(question, answer, names):
    rows = answer["rows"]
    if question.get("outside"):
        return [f"answered: {base.text_of(row)}" for row in rows[:2]]
    if "error" in answer:
        return [answer["error"]]
    if "path" in question:
        return [] if any(question["path"] in base.text_of(row) for row in rows) else [f"no way through {question['path']}"]
    known = question["all"] + question.get("may", [])
    out = [f"no {wanted}" for wanted in question["all"] if not any(is_wanted(row, wanted, names) for row in rows)]
    out += [f"more than asked: {base.text_of(row)}" for row in rows if not any(is_wanted(row, each, names) for each in known)]
    out += ["a row without its sentence" for row in rows if not row.get("sentence") or str(row.get("begin", "")) == ""][:1]
    return out


def main():
    kind, table = sys.argv[1], "--table" in sys.argv
    questions = questions_of(kind)
    names, passed, answered = {}, 0, 0
    for question, answer in zip(questions, ask(*sys.argv[2:5], questions)):
        graph = question["graph"]
        names.setdefault(graph, base.Names(os.path.join(base.ROOT, graph)))
        wrong = faults(question, answer, names[graph])
        passed += not wrong
        print(f"{question['id']} {'right' if not wrong else 'WRONG'}  {question['question']}")
        if table:
            print("       " + answer.get("query", answer.get("error", "")).replace("\n", "\n       "))
        for fault in wrong:
            print(f"       {fault}")
    floor = base.load(os.path.join(base.HERE, "floor.json"))[kind]
    print(f"{passed} of {len(questions)} questions right; the floor is {floor}")
    return 0 if passed >= floor else 1


if __name__ == "__main__":
    sys.exit(main())
