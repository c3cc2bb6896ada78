#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The questions of gold/seeds.json, asked and checked.

  seeds_questions.py gold  ASK_GOLD ONTOLOGY MODEL     of the graph of the gold's own edges: asking judged apart from reading
  seeds_questions.py graph ENTENTE [GRAPH.entente]     of a graph that was read, by `entente ask`; without one it is built first

A question passes when every answer of tests/ask/questions_seeds.json is among the rows, none of the wrong ones is, and every row
has its sentence. Prints one line a question, and how many passed; exit 1 when fewer than tests/ask/floor.json asks for."""
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(ROOT, "gold"))
import score_gold as judge  # noqa: E402

HERE = os.path.join(ROOT, "tests", "ask")
EVIDENCE = ("sentence", "document", "begin", "end")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class Names:
    """Which gold entities a name of the answer stands for, in any text of a gold file."""

    def __init__(self, file=os.path.join(ROOT, "gold", "seeds.json")):
        self.docs = judge.load_gold([file], False)

        self.aliases = {}

    def learn(self, program, graph):
        """Other names that a graph has for its nodes: the gold may know a thing by one of them."""
        found = run_json([program, "query", "MATCH (n) RETURN n.name AS name, n.aliases AS aliases", "-g", graph, "--format", "json"])
        self.aliases = {row["name"]: row["aliases"] or [] for row in found["rows"]}

    def ids(self, name):
        found = set().union(*(doc.ids(name) for doc in self.docs))
        for alias in self.aliases.get(name, []) if not found else []:
            found |= set().union(*(doc.ids(alias) for doc in self.docs))
        return found


def as_list(value):
    return value if isinstance(value, list) else [value]


def text_of(row):
    return " ".join(str(value) for key, value in row.items() if key not in EVIDENCE)


def matches(row, wanted, names):
    subject, object_ = names.ids(row.get("subject", "")), names.ids(row.get("object", ""))
    if "subject" in wanted and not subject & set(as_list(wanted["subject"])):
        return False
    if "object" in wanted and not object_ & set(as_list(wanted["object"])):
        return False
    if "ends" in wanted:
        a, b = wanted["ends"]
        if not ((a in subject and b in object_) or (b in subject and a in object_)):
            return False
    if "relation" in wanted and row.get("relation") not in wanted["relation"]:
        return False
    if "modality" in wanted and (row.get("modality") or "Asserted") not in wanted["modality"]:
        return False
    if "says" in wanted and not any(word.lower() in text_of(row).lower() for word in as_list(wanted["says"])):
        return False
    if "sentence" in wanted and wanted["sentence"] not in str(row.get("sentence")):
        return False
    if "names" in wanted:
        return any(wanted["names"] in names.ids(str(value)) for key, value in row.items() if key not in EVIDENCE)
    return True


def faults(rows, expected, names):
    out = [f"no {wanted}" for wanted in expected["all"] if not any(matches(row, wanted, names) for row in rows)]
    out += [f"wrong {wanted}" for wanted in expected["none"] if any(matches(row, wanted, names) for row in rows)]
    out += ["a row without its sentence" for row in rows if not row.get("sentence") or str(row.get("begin", "")) == ""][:1]
    return out


def answers_of_gold(command, lines):
    """What ask_gold (tests/ask) answers to its input lines; ends the test as skipped where there is no language model."""
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=False)
    if done.returncode == 77:
        print("skipped: no language model")
        sys.exit(77)
    if done.returncode != 0:
        sys.exit(done.stderr)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for answer in answers:
        answer["rows"] = [dict(zip(answer["columns"], row)) for row in answer.get("rows", [])]
    return answers


def ask_gold(program, ontology, model, questions):
    lines = "\n".join(question["question"] for question in questions) + "\n"
    return answers_of_gold([program, ontology, model, os.path.join(ROOT, "gold", "seeds.json")], lines)


def run_json(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return {"error": done.stderr.strip(), "rows": []}
    found = json.loads(done.stdout)
    rows = found if isinstance(found, list) else found.get("rows", [])
    if rows and isinstance(rows[0], list):
        rows = [dict(zip(found["columns"], row)) for row in rows]
    return {"rows": [{key: "" if value is None else value for key, value in row.items()} for row in rows]}


def ask_graph(program, graph, questions):
    return [run_json([program, "ask", question["question"], "-g", graph, "--format", "json"]) for question in questions]


def build_graph(program, folder):
    graph = os.path.join(folder, "seeds.entente")
    done = subprocess.run([program, "build", os.path.join(ROOT, "seeds"), "-g", graph], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print("skipped: no graph could be built\n" + done.stderr)
        sys.exit(77)
    return graph


def answers_of(kind, arguments, questions, names):
    if kind == "gold":
        return ask_gold(*arguments, questions)
    with tempfile.TemporaryDirectory() as folder:
        graph = arguments[1] if len(arguments) > 1 else build_graph(arguments[0], folder)
        names.learn(arguments[0], graph)
        return ask_graph(arguments[0], graph, questions)


def main():
    kind, arguments = sys.argv[1], sys.argv[2:]
    questions = load(os.path.join(ROOT, "gold", "seeds.json"))["questions"]
    expected = {each["id"]: each for each in load(os.path.join(HERE, "questions_seeds.json"))["questions"]}
    names, passed = Names(), 0
    for question, answer in zip(questions, answers_of(kind, arguments, questions, names)):
        wrong = [answer["error"]] if "error" in answer else faults(answer["rows"], expected[question["id"]], names)
        passed += not wrong
        print(f"{question['id']} {'right' if not wrong else 'WRONG'}  {question['question']}")
        for fault in wrong:
            print(f"       {fault}")
    floor = load(os.path.join(HERE, "floor.json"))[kind]
    print(f"{passed} of {len(questions)} questions right; the floor is {floor}")
    return 0 if passed >= floor else 1


if __name__ == "__main__":
    sys.exit(main())
