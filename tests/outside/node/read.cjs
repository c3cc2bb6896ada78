// SPDX-License-Identifier: Apache-2.0
// Reads a GraphML or GEXF file with graphology and prints, one JSON object a line, what it then holds.   read.cjs FILE
const { readFileSync } = require("fs");
const { MultiDirectedGraph } = require("graphology");

const file = process.argv[2], gexf = file.endsWith(".gexf");
const reader = gexf ? require("graphology-gexf") : require("graphology-graphml");
const graph = reader.parse(MultiDirectedGraph, readFileSync(file, "utf8"), { addMissingNodes: false });

/** In GEXF the reader names attributes by their ids, as n_class. */
const plain = (attributes) => Object.fromEntries(Object.entries(attributes).map(([name, value]) => [gexf ? name.replace(/^[ne]_/, "") : name, value]));

graph.forEachNode((id, attributes) => console.log(JSON.stringify({ ...plain(attributes), what: "node", id })));
graph.forEachEdge((id, attributes, source, target) => {
  console.log(JSON.stringify({ ...plain(attributes), what: "edge", id, source, target }));
});
