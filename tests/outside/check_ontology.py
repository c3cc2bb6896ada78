#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the ontology with tools that are not ours: rdflib and serdi count the same triples in every Turtle file, no gazetteer
or frame file has a blank node, every ent: term that is used is declared, all shapes are well-formed SHACL, and pyshacl finds
frames and gazetteer conforming to theirs.

    tests/outside/check_ontology.py [--ontology DIR] [--skip-shacl]

Needs rdflib and pyshacl; serdi (Debian: serdi) where it is installed. Exit code 0: sound, 1: not, 2: a tool is missing.
"""
import argparse
import shutil
import subprocess
import sys
from pathlib import Path

try:
    import pyshacl
    import rdflib
    from rdflib.namespace import RDF, RDFS, SH
except ImportError as missing:
    print(f"check_ontology: {missing}", file=sys.stderr)
    sys.exit(2)

ROOT = Path(__file__).resolve().parent.parent.parent
ENT = "https://w3id.org/entente/ns#"
NO_BLANK_NODES = ("gazetteer", "frames")
# What each file of shapes is for, and what must be read with it. shapes.ttl speaks of facts: check_turtle.py holds exports to it.
SHAPES = {
    "frames": ("frames-shapes.ttl", ["core.ttl", "relations.ttl", "frames-vocabulary.ttl", "frames/*.ttl"]),
    "gazetteer": ("gazetteer-shapes.ttl", ["core.ttl", "gazetteer.ttl", "gazetteer/*.ttl"]),
}


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


def focus_nodes(data, shapes):
    """The nodes that the shapes speak of, by sh:targetClass (with its subclasses) and sh:targetSubjectsOf."""
    found = set()
    for cls in shapes.objects(predicate=SH.targetClass):
        for kind in data.transitive_subjects(RDFS.subClassOf, cls):
            found.update(data.subjects(RDF.type, kind))
    for relation in shapes.objects(predicate=SH.targetSubjectsOf):
        found.update(data.subjects(relation))
    return found


def check_shapes(root, part):
    """Messages of pyshacl about a part of the ontology, read in union with what it builds upon."""
    shapes_file, patterns = SHAPES[part]
    data, shapes = rdflib.Graph(), rdflib.Graph().parse(root / shapes_file)
    for path in [path for pattern in patterns for path in sorted(root.glob(pattern))]:
        data.parse(path)
    if not (nodes := focus_nodes(data, shapes)):
        return [f"{part}: {shapes_file} speaks of nothing in it"]
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, advanced=False)
    print(f"{part}: {len(nodes)} nodes {'conform' if conforms else 'do not all conform'} to {shapes_file}")
    return [] if conforms else [text[:4000]]


def malformed_shapes(root):
    """Messages about files of shapes that do not conform to the shapes of SHACL itself."""
    nothing, messages = rdflib.Graph(), []
    for path in sorted(root.glob("*shapes.ttl")):
        try:
            pyshacl.validate(nothing, shacl_graph=rdflib.Graph().parse(path), meta_shacl=True)
        except (pyshacl.errors.ShapeLoadError, pyshacl.errors.ReportableRuntimeError) as error:
            messages.append(f"{path.name}: {error}")
    return messages


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
    if not options.skip_shacl:
        messages += malformed_shapes(options.ontology)
    for part in [] if options.skip_shacl or messages else SHAPES:
        messages += check_shapes(options.ontology, part)
    for message in messages:
        print(message, file=sys.stderr)
    print(f"ontology: {len(graph)} triples, {len(messages)} faults")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main())
