# SPDX-License-Identifier: Apache-2.0
"""Reads every other format of one graph with other people's programs and compares it with the Turtle and the GraphML.

usage: check_formats.py TURTLE GRAPHML FILE...
The FILEs are known by their suffixes: .nt, .nq, .gexf, .gephi (what GephiReader printed of the GEXF), .dot, .jsonl, .cypher (with the
two CSV files beside it), .neo4j (what Neo4jLoader printed of a Neo4j that had run the .cypher twice), .ladybug (run in Ladybug), .ttl
(written with --rdf12). Prints a line for each; exit 1 on any difference.
"""
import csv
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


class Graph:
    """Labels of nodes by id; weights of edges by ends and kind; how many edges have a time."""

    def __init__(self):
        self.nodes, self.edges, self.timed = {}, {}, 0

    def add_edge(self, source, kind, target, weight, first=None):
        self.edges[source, kind, target] = float(weight)
        self.timed += 1 if first else 0


def of_networkx(graph, time):
    found = Graph()
    found.nodes = {node: data["label"] for node, data in graph.nodes(data=True)}
    for source, target, data in graph.edges(data=True):
        found.add_edge(source, data["kind"], target, data["weight"], data.get(time))
    return found


def of_gexf(path):
    return of_networkx(networkx.read_gexf(path), "first")


def of_gephi(path):
    found = Graph()
    for line in path.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        if said["what"] == "issue":
            raise ValueError("Gephi warns: " + said["text"])
        if said["what"] == "node":
            found.nodes[said["id"]] = said["label"]
        else:
            found.add_edge(said["source"], said["type"], said["target"], said["weight"], said.get("interval"))
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
    data, found = json.loads(done.stdout), Graph()
    names = {thing["_gvid"]: plain(thing["name"]) for thing in data["objects"]}
    found.nodes = {plain(thing["name"]): plain(thing["label"]) for thing in data["objects"]}
    for edge in data["edges"]:
        found.add_edge(names[edge["tail"]], plain(edge["kind"]), names[edge["head"]], edge["weight"], edge.get("first"))
    return found


def of_json_lines(path):
    found = Graph()
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        said = json.loads(line)
        if said["type"] == "node":
            found.nodes[said["id"]] = said["label"]
        elif said["type"] == "edge":
            found.add_edge(said["source"], said["kind"], said["target"], said["weight"], said["first"])
    return found


def of_csv(path):
    found = Graph()
    with open(path.with_name(path.stem + "-nodes.csv"), encoding="utf-8", newline="") as lines:
        found.nodes = {row["id:ID"]: row["label:string"] for row in csv.DictReader(lines, strict=True)}
    with open(path.with_name(path.stem + "-edges.csv"), encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            found.add_edge(row[":START_ID"], row[":TYPE"], row[":END_ID"], row["weight:double"], row["first:string"])
    return found


def of_neo4j(path):
    found = Graph()
    for line in path.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        if said["what"] == "node":
            found.nodes[said["id"]] = said["label"]
            if not said["class"] or not isinstance(said["mentions"], int):
                raise ValueError(f"Neo4j: {said['id']} has no class or no count of mentions")
        else:
            found.add_edge(said["source"], said["kind"], said["target"], said["weight"], said["first"])
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
        rows = connection.execute("MATCH (n:Entity) RETURN n.id, n.label")
        while rows.has_next():
            node, label = rows.get_next()
            found.nodes[node] = label
        rows = connection.execute("MATCH (a)-[f:Fact]->(b) RETURN a.id, f.type, b.id, f.weight, f.first")
        while rows.has_next():
            found.add_edge(*rows.get_next())
    return found


def compare_graph(name, found, expected):
    if found is None:
        print(f"{name:<14} skipped: not installed")
        return True
    faults = [f"{words}: {len(theirs)}, not {len(ours)}, or not the same"
              for words, theirs, ours in (("nodes", found.nodes, expected.nodes), ("edges", found.edges, expected.edges)) if theirs != ours]
    if found.timed != expected.timed:
        faults.append(f"{found.timed} edges with a time, not {expected.timed}")
    print(f"{name:<14} {'; '.join(faults) if faults else f'{len(found.nodes)} nodes, {len(found.edges)} edges, {found.timed} with a time'}")
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
    print(f"{'RDF 1.2':<14} {len(rest)} triples, {len(terms)} triple terms{'' if well else ', not those of the facts'}")
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
    print(f"{path.suffix:<14} {f'{len(theirs)} triples, graphs: {len(graphs)}' if well else f'{len(theirs)} triples, not the {len(ours)} of the Turtle'}")
    return well


READERS = {".gexf": ("GEXF, NetworkX", of_gexf), ".gephi": ("GEXF, Gephi", of_gephi), ".dot": ("Graphviz", of_dot),
           ".jsonl": ("JSON lines", of_json_lines), ".cypher": ("CSV", of_csv), ".neo4j": ("Neo4j", of_neo4j),
           ".ladybug": ("Ladybug", of_ladybug)}


def main():
    turtle, graphml = Path(sys.argv[1]), Path(sys.argv[2])
    expected = of_networkx(networkx.read_graphml(graphml, force_multigraph=True), "first")
    well = True
    for path in map(Path, sys.argv[3:]):
        if path.suffix in READERS:
            name, read = READERS[path.suffix]
            well &= compare_graph(name, read(path), expected)
        elif path.suffix == ".ttl":
            well &= compare_reified(path, turtle)
        else:
            well &= compare_triples(path, turtle)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
