#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the ontology with tools that are not ours: rdflib and serdi count the same triples in every Turtle file, no gazetteer
or frame file has a blank node, every ent: term that is used is declared, and pyshacl finds the gazetteer conforming to its shapes.

    tests/outside/check_ontology.py [--ontology DIR] [--skip-shacl]

Needs rdflib and pyshacl; serdi (Debian: serdi) where it is installed. Exit code 0: sound, 1: not, 2: a tool is missing.
"""
import argparse
import shutil
import subprocess
import sys
from pathlib import Path

try:
    import rdflib
    from rdflib.namespace import RDF
except ImportError:
    print("check_ontology: rdflib is not installed", file=sys.stderr)
    sys.exit(2)

ROOT = Path(__file__).resolve().parent.parent.parent
ENT = "https://w3id.org/entente/ns#"
NO_BLANK_NODES = ("gazetteer", "frames")


def serdi_count(path):
    """Number of distinct statements that serdi reads, or None when it cannot read the file."""
    run = subprocess.run(["serdi", "-e", "-o", "ntriples", str(path)], capture_output=True, text=True, check=False)
    if run.returncode:
        print(run.stderr.strip(), file=sys.stderr)
        return None
    return len(set(run.stdout.splitlines()))


def check_file(path, root, graph, with_serdi):
    """Messages about one file; its triples are added to the graph."""
    name = path.relative_to(root)
    one = rdflib.Graph()
    try:
        one.parse(path, format="turtle")
    except Exception as error:  # rdflib raises many kinds; any of them is a finding
        return [f"{name}: rdflib: {error}"]
    messages = []
    if with_serdi and (count := serdi_count(path)) != len(one):
        messages.append(f"{name}: rdflib reads {len(one)} triples, serdi {count}")
    if name.parts[0] in NO_BLANK_NODES and any(isinstance(term, rdflib.BNode) for triple in one for term in triple):
        messages.append(f"{name}: a blank node")
    graph += one
    print(f"{name}: {len(one)} triples")
    return messages


def undeclared_terms(graph):
    """ent: terms in use without an rdf:type."""
    used = {term for triple in graph for term in triple if isinstance(term, rdflib.URIRef) and term.startswith(ENT)}
    declared = set(graph.subjects(RDF.type))
    return sorted(f"{term[len(ENT):]} is used, but not declared" for term in used - declared if term != rdflib.URIRef(ENT))


def gazetteer_shapes(root):
    """Messages of pyshacl about the gazetteer, read in union with the vocabulary."""
    try:
        import pyshacl
    except ImportError:
        print("check_ontology: pyshacl is not installed", file=sys.stderr)
        sys.exit(2)
    data, shapes = rdflib.Graph(), rdflib.Graph().parse(root / "gazetteer-shapes.ttl")
    for path in [root / "core.ttl", root / "gazetteer.ttl", *sorted((root / "gazetteer").glob("*.ttl"))]:
        data.parse(path)
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, advanced=False)
    print(f"gazetteer: {len(data)} triples, {'conforms' if conforms else 'does not conform'} to its shapes")
    return [] if conforms else [text[:4000]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ontology", type=Path, default=ROOT / "ontology")
    parser.add_argument("--skip-shacl", action="store_true", help="only read and count")
    options = parser.parse_args()
    with_serdi = shutil.which("serdi") is not None
    if not with_serdi:
        print("serdi: skipped, not installed")
    graph, messages = rdflib.Graph(), []
    for path in sorted(options.ontology.rglob("*.ttl")):
        messages += check_file(path, options.ontology, graph, with_serdi)
    messages += undeclared_terms(graph)
    if not options.skip_shacl and not messages:
        messages += gazetteer_shapes(options.ontology)
    for message in messages:
        print(message, file=sys.stderr)
    print(f"ontology: {len(graph)} triples, {len(messages)} faults")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main())
