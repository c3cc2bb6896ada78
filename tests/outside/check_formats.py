# SPDX-License-Identifier: Apache-2.0
"""Reads every other format of one graph with other people's programs and compares it with the Turtle and the GraphML.

usage: check_formats.py TURTLE GRAPHML FILE...
The FILEs are known by their suffixes: .nt, .nq, .gexf, .gephi (what GephiReader printed of the GEXF), .dot, .jsonl, .cypher (with the
two CSV files beside it), .neo4j (what Neo4jLoader printed of a Neo4j that had run the .cypher twice), .ladybug (run in Ladybug), .graphology (what node/read.cjs
printed of GraphML or GEXF), .ttl (written with --rdf12). Ends, kinds, labels, classes, communities, weights, dates and confidence are compared. Prints a line for each; exit 1 on any difference.
"""
import csv
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import ladybug
import networkx
import pyoxigraph
import rdflib

rdflib.NORMALIZE_LITERALS = False


# What of a node and of an edge is compared wherever a reader gives it; a format that lacks one says so in its reader's `lacks`.
NODE_FIELDS = ("label", "class", "community")
EDGE_FIELDS = ("label", "weight", "first", "last", "confidence")
NUMBERS = ("community", "weight", "confidence")


class Graph:
    """The nodes by id and the edges by ends and kind, each with the fields above; an absent value is None."""

    def __init__(self, lacks=()):
        self.nodes, self.edges, self.lacks = {}, {}, set(lacks)

    def picked(self, fields, data):
        values = {name: data.get(name) for name in fields if name not in self.lacks}
        return {name: None if value in (None, "") else round(float(value), 4) if name in NUMBERS else value for name, value in values.items()}

    def add_node(self, node, data):
        if node in self.nodes:
            raise ValueError(f"node {node} twice")
        self.nodes[node] = self.picked(NODE_FIELDS, data)

    def add_edge(self, source, kind, target, data):
        if (source, kind, target) in self.edges:
            raise ValueError(f"edge {source} {kind} {target} twice")
        self.edges[source, kind, target] = self.picked(EDGE_FIELDS, data)

    def timed(self):
        return sum(1 for edge in self.edges.values() if edge.get("first"))


def of_networkx(graph):
    found = Graph()
    for node, data in graph.nodes(data=True):
        found.add_node(node, data)
    for source, target, data in graph.edges(data=True):
        found.add_edge(source, data["kind"], target, data)
    return found


def of_gexf(path):
    found = networkx.read_gexf(path)
    for _, _, data in found.edges(data=True):
        data["label"] = data.get("label", "")
    return of_networkx(found)


def lines_of(path):
    """The JSON objects of a file, one a line; U+2028 and its like end no line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def day_of(milliseconds):
    return str(datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.timezone.utc).date())


def check_timeline(edge):
    """Gephi's timeline shows an edge from its first to behind its last day; one without a date always."""
    first, last, interval = edge.get("first"), edge.get("last"), edge.get("interval")
    if bool(first or last) != bool(interval):
        raise ValueError(f"Gephi: edge {edge['id']} from {first} to {last} has the interval {interval}")
    if interval:
        begin, end = (float(text) for text in interval.strip("[]<>() ").split(","))
        if first and len(first) == 10 and day_of(begin) != first:
            raise ValueError(f"Gephi: edge {edge['id']} begins {day_of(begin)}, not {first}")
        if last and len(last) == 10 and day_of(end - 86_400_000) != last:
            raise ValueError(f"Gephi: edge {edge['id']} ends before {day_of(end)}, not after {last}")


def of_gephi(path):
    found = Graph()
    for said in lines_of(path):
        if said["what"] == "issue":
            raise ValueError("Gephi warns: " + said["text"])
        if said["what"] == "node":
            found.add_node(said["id"], said)
        else:
            check_timeline(said)
            found.add_edge(said["source"], said["type"], said["target"], said)
    return found


def of_graphology(path):
    found = Graph()
    for said in lines_of(path):
        if said["what"] == "node":
            found.add_node(said["id"], said)
        else:
            found.add_edge(said["source"], said["kind"], said["target"], said)
    return found


def plain(text):
    """A string of DOT as it is shown."""
    out, skip = "", False
    for c in text.replace("&amp;", "&"):
        if skip or c != "\\":
            out += "\n" if skip and c == "n" else c
            skip = False
        else:
            skip = True
    return out


def of_dot(path):
    if not shutil.which("neato"):
        return None
    done = subprocess.run(["neato", "-n2", "-Tdot_json", str(path)], capture_output=True, check=True)
    if done.stderr:
        raise ValueError("Graphviz warns: " + done.stderr.decode().splitlines()[0])
    data, found = json.loads(done.stdout), Graph(lacks=("confidence",))
    names = {thing["_gvid"]: plain(thing["name"]) for thing in data["objects"]}
    for thing in data["objects"]:
        found.add_node(plain(thing["name"]), {name: plain(thing[name]) for name in NODE_FIELDS if name in thing})
    for edge in data["edges"]:
        found.add_edge(names[edge["tail"]], plain(edge["kind"]), names[edge["head"]], {name: plain(edge[name]) for name in EDGE_FIELDS if name in edge})
    return found


def of_json_lines(path):
    found = Graph()
    for said in lines_of(path):
        if said["type"] == "node":
            found.add_node(said["id"], said)
        elif said["type"] == "edge":
            found.add_edge(said["source"], said["kind"], said["target"], said)
    return found


def records(path):
    """The rows of a CSV file, columns without their types."""
    with open(path, encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            yield {name if name.startswith(":") else name.rpartition(":")[0]: value for name, value in row.items()}


def of_csv(path):
    found = Graph()
    for row in records(path.with_name(path.stem + "-nodes.csv")):
        found.add_node(row["id"], row)
    for row in records(path.with_name(path.stem + "-edges.csv")):
        found.add_edge(row[":START_ID"], row[":TYPE"], row[":END_ID"], row)
    return found


def of_neo4j(path):
    found = Graph()
    for said in lines_of(path):
        if said["what"] == "node":
            found.add_node(said["id"], said)
            if not isinstance(said["mentions"], int) or not isinstance(said["pagerank"], float):
                raise ValueError(f"Neo4j: {said['id']} has no count of mentions or no rank")
        else:
            found.add_edge(said["source"], said["kind"], said["target"], said)
            if not isinstance(said["negated"], bool):
                raise ValueError(f"Neo4j: negated of {said['kind']} is no truth value")
    return found


def of_ladybug(path):
    here, found = os.getcwd(), Graph()
    with tempfile.TemporaryDirectory() as folder:
        connection = ladybug.Connection(ladybug.Database(str(Path(folder) / "db")))
        os.chdir(path.parent)
        try:
            connection.execute(path.read_text(encoding="utf-8"))
        finally:
            os.chdir(here)
        rows = connection.execute("MATCH (n:Entity) RETURN n.id, " + ", ".join(f"n.{name}" for name in NODE_FIELDS))
        while rows.has_next():
            node, *values = rows.get_next()
            found.add_node(node, dict(zip(NODE_FIELDS, values, strict=True)))
        rows = connection.execute("MATCH (a)-[f:Fact]->(b) RETURN a.id, f.type, b.id, " + ", ".join(f"f.{name}" for name in EDGE_FIELDS))
        while rows.has_next():
            source, kind, target, *values = rows.get_next()
            found.add_edge(source, kind, target, dict(zip(EDGE_FIELDS, values, strict=True)))
    return found


def differences(words, theirs, ours, lacks):
    if theirs.keys() != ours.keys():
        return [f"{len(theirs)} {words}, not {len(ours)}; other: {sorted(theirs.keys() ^ ours.keys())[:2]}"]
    return [f"{name} of {item}: {theirs[item][name]!r}, not {value!r}" for item in ours for name, value in ours[item].items()
            if name not in lacks and theirs[item][name] != value]


def compare_graph(name, found, expected):
    if found is None:
        print(f"{name:<18} skipped: not installed")
        return True
    faults = differences("nodes", found.nodes, expected.nodes, found.lacks) + differences("edges", found.edges, expected.edges, found.lacks)
    compared = ", ".join(field for field in dict.fromkeys(NODE_FIELDS + EDGE_FIELDS) if field not in found.lacks)
    print(f"{name:<18} {'; '.join(faults[:4]) if faults else f'{len(found.nodes)} nodes, {len(found.edges)} edges, {found.timed()} with a time; the same {compared}'}")
    return not faults


def triples_of(path):
    kinds = {".ttl": pyoxigraph.RdfFormat.TURTLE, ".nt": pyoxigraph.RdfFormat.N_TRIPLES, ".nq": pyoxigraph.RdfFormat.N_QUADS}
    quads = list(pyoxigraph.parse(path=str(path), format=kinds[path.suffix]))
    return {str(quad.triple) for quad in quads}, {str(quad.graph_name) for quad in quads}


def compare_reified(path, turtle):
    """RDF 1.2: the triples of the Turtle, and for each fact with an object the triple that it is about."""
    name = "https://w3id.org/entente/ns#"
    quads = list(pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
    terms = {quad.subject.value: quad.object for quad in quads if isinstance(quad.object, pyoxigraph.Triple)}
    rest = {str(quad.triple) for quad in quads if not isinstance(quad.object, pyoxigraph.Triple)}
    parts = {}
    for quad in quads:
        if quad.predicate.value in (name + "subject", name + "relation", name + "object"):
            parts.setdefault(quad.subject.value, {})[quad.predicate.value[len(name):]] = quad.object
    expected = {fact: (said["subject"], said["relation"], said["object"]) for fact, said in parts.items() if "object" in said}
    well = rest == triples_of(turtle)[0] and {fact: (term.subject, term.predicate, term.object) for fact, term in terms.items()} == expected
    print(f"{'RDF 1.2':<18} {len(rest)} triples, {len(terms)} triple terms{'' if well else ', not those of the facts'}")
    return well and bool(terms)


def compare_triples(path, turtle):
    ours, (theirs, graphs) = triples_of(turtle)[0], triples_of(path)
    well = ours == theirs
    with_rdflib = rdflib.Dataset() if path.suffix == ".nq" else rdflib.Graph()
    with_rdflib.parse(str(path), format="nquads" if path.suffix == ".nq" else "nt11")
    if path.suffix == ".nq":
        well &= len({quad[:3] for quad in with_rdflib.quads()}) == len(ours)
        well &= len([graph for graph in with_rdflib.graphs() if len(graph) > 0]) == len(graphs)
    else:
        well &= len(with_rdflib) == len(ours)
    print(f"{path.suffix:<18} {f'{len(theirs)} triples, graphs: {len(graphs)}' if well else f'{len(theirs)} triples, not the {len(ours)} of the Turtle'}")
    return well


READERS = {".gexf": ("GEXF, NetworkX", of_gexf), ".gephi": ("GEXF, Gephi", of_gephi), ".dot": ("Graphviz", of_dot),
           ".jsonl": ("JSON lines", of_json_lines), ".cypher": ("CSV", of_csv), ".neo4j": ("Neo4j", of_neo4j),
           ".ladybug": ("Ladybug", of_ladybug), ".graphology": ("graphology", of_graphology)}


def main():
    turtle, graphml = Path(sys.argv[1]), Path(sys.argv[2])
    expected = of_networkx(networkx.read_graphml(graphml, force_multigraph=True))
    well = True
    for path in map(Path, sys.argv[3:]):
        if path.suffix in READERS:
            name, read = READERS[path.suffix]
            if path.suffix == ".graphology":
                name = f"{path.stem}, {name}"
            well &= compare_graph(name, read(path), expected)
        elif path.suffix == ".ttl":
            well &= compare_reified(path, turtle)
        else:
            well &= compare_triples(path, turtle)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
