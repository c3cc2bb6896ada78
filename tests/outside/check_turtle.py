# SPDX-License-Identifier: Apache-2.0
"""Compares what several RDF readers found in one Turtle file, and holds the file against ontology/shapes.ttl.

usage: check_turtle.py TURTLE ONTOLOGY_FOLDER NAME=NTRIPLES...
Each NAME=NTRIPLES is what another reader made of TURTLE. Prints a line for each reader; exit 1 on any difference.
"""
import sys
from pathlib import Path

import pyoxigraph
import pyshacl
import rdflib

rdflib.NORMALIZE_LITERALS = False  # what stands there, not what it means


def term(node):
    """A term of either library in one form: kind, text, datatype or language."""
    if isinstance(node, (rdflib.URIRef, pyoxigraph.NamedNode)):
        return ("iri", str(node) if isinstance(node, rdflib.URIRef) else node.value, "")
    if isinstance(node, rdflib.Literal):
        kind = node.language or str(node.datatype or rdflib.XSD.string)
        return ("literal", str(node), kind)
    if isinstance(node, pyoxigraph.Literal):
        return ("literal", node.value, node.language or node.datatype.value)
    return ("blank", str(node), "")


def read_with_oxigraph(path, kind):
    statements = [tuple(map(term, quad.triple)) for quad in pyoxigraph.parse(path=str(path), format=kind)]
    return set(statements), len(statements)


def read_with_rdflib(path):
    graph = rdflib.Graph()
    graph.parse(str(path), format="turtle")
    return {tuple(map(term, triple)) for triple in graph}, len(graph)


def compare(name, statements, count, expected):
    faults = []
    if count != len(expected):
        faults.append(f"{count} triples, not {len(expected)}")
    missing, extra = expected - statements, statements - expected
    for words, some in (("is missing", missing), ("is too many", extra)):
        if some:
            faults.append(f"{len(some)} {words}, as {sorted(some)[0]}")
    print(f"{name:<14} {'; '.join(faults) if faults else f'{count} triples'}")
    return not faults


def conforms(turtle, ontology):
    data = rdflib.Graph()
    for path in [turtle, *(ontology / name for name in ("core.ttl", "relations.ttl", "align.ttl"))]:
        data.parse(str(path), format="turtle")
    shapes = rdflib.Graph().parse(str(ontology / "shapes.ttl"), format="turtle")
    well, results, text = pyshacl.validate(data, shacl_graph=shapes)
    found = list(results.objects(None, rdflib.SH.result))
    print(f"{'pyshacl':<14} {'conforms to shapes.ttl' if well else f'{len(found)} results'}")
    if not well:
        print("\n".join(text.splitlines()[:60]))
    return well


def main():
    turtle, ontology = Path(sys.argv[1]), Path(sys.argv[2])
    expected, count = read_with_oxigraph(turtle, pyoxigraph.RdfFormat.TURTLE)
    well = compare("pyoxigraph", expected, count, expected)
    if any(term[0] == "blank" for statement in expected for term in statement):
        print("pyoxigraph     there is a blank node")
        well = False
    well &= compare("rdflib", *read_with_rdflib(turtle), expected)
    for other in sys.argv[3:]:
        name, path = other.split("=", 1)
        well &= compare(name, *read_with_oxigraph(path, pyoxigraph.RdfFormat.N_TRIPLES), expected)
    well &= conforms(turtle, ontology)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
