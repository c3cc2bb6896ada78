// SPDX-License-Identifier: Apache-2.0
// Any query ends within its limits, with rows or with an error; EXPLAIN of it ends, too.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "graph/freeze.hpp"
#include "query/graph_index.hpp"
#include "query/query.hpp"

using namespace entente;

namespace {

/// Properties of all kinds; parallel relationships, loops, a node on its own, facts that are hidden.
graph::Snapshot make_graph() {
  graph::PropertyGraph graph;
  const auto node = [&](std::vector<std::string> labels, graph::Map properties) {
    return graph.add_node(std::move(labels), std::move(properties));
  };
  const auto a = node({"A"}, {{"id", 1}, {"name", "Ann"}, {"aliases", graph::List{"An", "Anna"}}});
  const auto b = node({"A", "B"}, {{"id", 2}, {"name", "Bob"}, {"x", 1.5}});
  const auto c =
      node({"B"}, {{"id", 2}, {"name", "Cid"}, {"x", graph::Map{{"y", graph::List{1, 2.5, true}}}}});
  const auto d = node({}, {});
  (void)node({"C"}, {{"name", ""}});
  graph.add_edge(a, b, "T", {{"w", 0.5}});
  graph.add_edge(a, b, "T", {{"w", 2}});
  graph.add_edge(b, c, "T", {{"begin", "2020-01-01"}, {"end", "2020-02-01"}});
  graph.add_edge(c, a, "U", {});
  graph.add_edge(a, c, "T", {{"modality", "Asserted"}});
  graph.add_edge(c, d, "U", {{"modality", "Planned"}});
  graph.add_edge(d, d, "T", {});
  graph.add_edge(d, a, "V", {{"negated", true}, {"modality", "Asserted"}});
  return graph::freeze(graph);
}

query::Options options() {
  query::Options out;
  out.max_steps = 20'000;
  out.max_rows = 1'000;
  out.max_memory = 4U << 20U;
  out.now = graph::Moment{};
  out.parameters = {{"s", 1}, {"t", query::List{1, "a", query::Value()}}, {"name", "Ann"}};
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const graph::Snapshot graph = make_graph();
  static query::GraphIndex index(graph);
  static const auto limits = options();
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto made = query::Query::parse(text);
  if (!made) return 0;
  const auto table = made->run(index, nullptr, limits);
  if (table) {
    for (const auto& row : table->rows) {
      if (row.size() != made->columns().size()) std::abort();
      for (const auto& value : row) (void)query::to_text(value, graph);
    }
  } else if (table.error().message.empty()) {
    std::abort();
  }
  if (const auto plan = query::Query::parse("EXPLAIN " + text); plan) (void)plan->run(index, nullptr, limits);
  return 0;
}
