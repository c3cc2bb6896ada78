# SPDX-License-Identifier: Apache-2.0
"""Compares what several graph tools found in one GraphML file with what stands in it.

usage: check_graphml.py GRAPHML GEPHI_LINES
GEPHI_LINES is what GephiReader printed. Prints a line for each tool; exit 1 on any difference.
"""
import json
import sys
import xml.etree.ElementTree as ElementTree

import igraph
import networkx

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
NODE_NUMBERS = ("x", "y", "size", "r", "g", "b", "community", "pagerank")


def same(value):
    """A value in the form in which all tools can be compared; an absent one is empty."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{value:.4f}"
    return str(value)


class Found:
    """The nodes by id and the edges by ends and kind, each with its properties as compared."""

    def __init__(self):
        self.nodes, self.edges, self.faults = {}, {}, []

    def add_node(self, node, properties):
        if node in self.nodes:
            self.faults.append(f"node {node} twice")
        self.nodes[node] = properties

    def add_edge(self, source, kind, target, properties):
        if (source, kind, target) in self.edges:
            self.faults.append(f"edge {source} {kind} {target} twice")
        self.edges[source, kind, target] = properties


def typed(text, kind):
    if kind in ("int", "long"):
        return same(int(text))
    if kind in ("float", "double"):
        return same(float(text))
    return text


def read_file(path):
    """The file as any XML reader sees it, with the types that it declares."""
    found, graph = Found(), ElementTree.parse(path).getroot()
    keys = {key.get("id"): (key.get("attr.name"), key.get("attr.type")) for key in graph.iter(NAMESPACE + "key")}

    def properties(element):
        named = {}
        for data in element.iter(NAMESPACE + "data"):
            name, kind = keys[data.get("key")]
            named[name] = typed(data.text or "", kind)
        return named

    for node in graph.iter(NAMESPACE + "node"):
        found.add_node(node.get("id"), properties(node))
    for edge in graph.iter(NAMESPACE + "edge"):
        named = properties(edge)
        if named.get("kind") != edge.get("label"):
            found.faults.append(f"edge {edge.get('id')}: label and kind differ")
        found.add_edge(edge.get("source"), edge.get("label"), edge.get("target"), {"id": edge.get("id"), **named})
    return found


def read_with_networkx(path):
    found, graph = Found(), networkx.read_graphml(path, force_multigraph=True)
    if not graph.is_directed():
        found.faults.append("not directed")
    for node, properties in graph.nodes(data=True):
        found.add_node(node, {name: same(value) for name, value in properties.items()})
    for source, target, key, properties in graph.edges(keys=True, data=True):
        found.add_edge(source, properties["kind"], target,
                       {"id": key, **{name: same(value) for name, value in properties.items()}})
    return found


def read_with_igraph(path):
    found, graph = Found(), igraph.Graph.Read_GraphML(path)
    if not graph.is_directed():
        found.faults.append("not directed")

    def properties(element):
        named = {name: same(value) for name, value in element.attributes().items()}
        return {name: value for name, value in named.items() if value != ""}

    for node in graph.vs:
        named = properties(node)
        found.add_node(named.pop("id"), named)
    for edge in graph.es:
        named = properties(edge)
        named.pop("id", None)  # igraph gives edges the ids of nodes
        found.add_edge(edge.source_vertex["id"], edge["kind"], edge.target_vertex["id"], named)
    return found


def read_gephi_lines(path):
    found = Found()
    for line in open(path, encoding="utf-8"):
        said = json.loads(line)
        what = said.pop("what")
        if what == "issue":
            found.faults.append("warns: " + said["text"])
        elif what == "node":
            named = {name: same(float(value)) if name in NODE_NUMBERS and value else same(value) for name, value in said.items()}
            found.add_node(named.pop("id"), named)
        else:
            if said.pop("directed") != "true":
                found.faults.append(f"edge {said['id']} is not directed")
            said.pop("interval")  # GraphML has no timeline
            source, target, kind = said.pop("source"), said.pop("target"), said.pop("type")
            numbers = {name: same(float(said[name])) for name in ("weight", "confidence")}
            found.add_edge(source, kind, target, {**{name: same(value) for name, value in said.items()}, **numbers})
    return found


def compare(name, found, expected):
    """Everything that the tool gives must be as in the file; that it keeps a property at all is asked for those in the model."""
    faults = list(found.faults)
    for words in ("nodes", "edges"):
        theirs, ours = getattr(found, words), getattr(expected, words)
        if theirs.keys() != ours.keys():
            faults.append(f"{len(theirs)} {words}, not {len(ours)}; other: {sorted(theirs.keys() ^ ours.keys())[:2]}")
        for item in sorted(theirs.keys() & ours.keys()):
            for key, value in sorted(theirs[item].items()):
                wanted = ours[item].get(key, "")
                if value != wanted and not (key in ("negated", "symmetric") and value in ("0.0000", "1.0000")):
                    faults.append(f"{item} has {key} {value!r}, not {wanted!r}")
            for key in ("label", "kind") if words == "edges" else ("label", "class", "x", "y"):
                if key not in theirs[item]:
                    faults.append(f"{item} has lost its {key}")
    print(f"{name:<14} {'; '.join(faults[:5]) if faults else f'{len(found.nodes)} nodes, {len(found.edges)} edges'}")
    return not faults


def main():
    path = sys.argv[1]
    expected = read_file(path)
    well = compare("GraphML", expected, expected)
    well &= compare("NetworkX", read_with_networkx(path), expected)
    well &= compare("igraph", read_with_igraph(path), expected)
    well &= compare("Gephi", read_gephi_lines(sys.argv[2]), expected)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
