# SPDX-License-Identifier: Apache-2.0
"""Compares degree, PageRank, betweenness and communities in a GraphML file with what NetworkX and igraph work out from its edges.

usage: check_measures.py GRAPHML
Betweenness is compared where it is exact (up to 100 million steps); communities by their modularity, which may not be less than the worst of
twenty runs of NetworkX's Louvain, and by hanging together. Prints a line; exit 1 on any difference.
"""
import sys

import igraph
import networkx

EXACT_STEPS = 100_000_000


def both_ways(graph):
    """As PageRank sees the edges: symmetric ones in both directions."""
    found = networkx.MultiDiGraph()
    found.add_nodes_from(graph)
    for source, target, data in graph.edges(data=True):
        found.add_edge(source, target)
        if data["symmetric"] and source != target:
            found.add_edge(target, source)
    return found


def simple(graph):
    """No direction, no loops, one edge between two nodes with the weights added up."""
    found = networkx.Graph()
    found.add_nodes_from(graph)
    for source, target, data in graph.edges(data=True):
        if source != target:
            before = found.get_edge_data(source, target, {"weight": 0})["weight"]
            found.add_edge(source, target, weight=before + data["weight"])
    return found


def farthest(graph, name, values, bound):
    most = max((abs(data[name] - values[node]) for node, data in graph.nodes(data=True)), default=0)
    return [] if most <= bound else [f"{name} differs by {most:.2g}"]


def check_communities(graph, links):
    ours = {}
    for node, data in graph.nodes(data=True):
        if (links.degree(node) > 0) != ("community" in data):
            return [f"{node} has {links.degree(node)} neighbours and community {data.get('community')}"], 0, 0
        ours.setdefault(data.get("community", node), set()).add(node)
    faults = [f"community {name} does not hang together" for name, all in ours.items() if not networkx.is_connected(links.subgraph(all))]
    sizes = [len(ours[name]) for name in sorted(name for name in ours if isinstance(name, int))]
    if sizes != sorted(sizes, reverse=True):
        faults.append("communities are not numbered by size")
    found = networkx.community.modularity(links, ours.values())
    others = [networkx.community.modularity(links, networkx.community.louvain_communities(links, seed=seed)) for seed in range(20)]
    if found < min(others) - 1e-9:
        faults.append(f"modularity {found:.4f}, that of NetworkX at least {min(others):.4f}")
    return faults, found, max(others)


def main():
    graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
    links = simple(graph)
    degrees = {node: graph.degree(node) - graph.number_of_edges(node, node) for node in graph}
    faults = farthest(graph, "edges", degrees, 0)
    faults += farthest(graph, "pagerank", networkx.pagerank(both_ways(graph), tol=1e-10, max_iter=500), 1e-7)
    nodes = list(graph)
    with_igraph = igraph.Graph.TupleList(((s, t) for s, t in both_ways(graph).edges()), directed=True)
    faults += [] if len(with_igraph.vs) < len(nodes) else farthest(
        graph, "pagerank", dict(zip(with_igraph.vs["name"], with_igraph.pagerank(), strict=True)), 1e-7)
    steps = len(nodes) * (len(nodes) + 2 * links.number_of_edges())
    if steps <= EXACT_STEPS:
        faults += farthest(graph, "betweenness", networkx.betweenness_centrality(links), 1e-8)
    more, ours, best = check_communities(graph, links)
    faults += more
    words = f"as NetworkX has them; modularity {ours:.4f}, NetworkX at best {best:.4f}"
    print(f"{'measures':<14} {'; '.join(faults[:5]) if faults else words}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
