// SPDX-License-Identifier: Apache-2.0
// Times the ten kinds of query of ../shared/bench on a made graph of like shape: power-law degrees, 30
// relation types.
//   query_bench [NODES EDGES]      default 10000 100000
// Prints milliseconds: the least of five runs, the parameter changing from run to run, parse and plan
// included; the indexes of the graph are made before, as a shell keeps them. For looking at, not for judging:
// nothing here decides a test.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "graph/freeze.hpp"
#include "query/graph_index.hpp"
#include "query/query.hpp"

using namespace entente;

namespace {

class Dice {
 public:
  double next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<double>(state_ >> 11) * 0x1.0p-53;
  }

 private:
  std::uint64_t state_ = 42;
};

std::string type_name(int k) {
  return "R" + std::to_string(k);
}

/// Node i has weight (i + 1)^-0.75, so a drawn number u stands for the node u^4 * n.
graph::Snapshot make_graph(int nodes, int edges) {
  static const char* const kLabels[] = {"Organization", "Person", "Person", "Event", "Place"};
  graph::PropertyGraph graph;
  Dice dice;
  for (int i = 0; i < nodes; ++i)
    graph.add_node({"N", kLabels[i % 5]},
                   {{"id", i}, {"name", std::string(kLabels[i % 5]) + " " + std::to_string(i)}});
  const auto node = [&] { return static_cast<graph::NodeId>(std::pow(dice.next(), 4) * nodes); };
  for (int i = 0; i < edges; ++i) {
    const int type = static_cast<int>(std::pow(31.0, dice.next())) - 1;
    graph.add_edge(node(), node(), type_name(type), {{"confidence", dice.next()}});
  }
  return graph::freeze(graph);
}

struct Bench {
  const char* name;
  const char* text;
};

constexpr Bench kQueries[] = {
    {"q1 neighbours", "MATCH (a:N {id: $s})-[r:R0]->(b:N) RETURN b.id, b.name, r.confidence"},
    {"q2 two hops",
     "MATCH (a:N {id: $s})-[:R0]->(m:Organization)-[r:R1]->(c:Person) WHERE r.confidence >= 0.5 RETURN "
     "count(*)"},
    {"q3 pairs",
     "MATCH (a:N)-[:R0|R1|R2]->(b:N) RETURN a.id, b.id, count(*) AS c ORDER BY c DESC, a.id, b.id LIMIT 20"},
    {"q4 one to three", "MATCH (a:N {id: $s})-[:R1*1..3]->(b:N) RETURN count(DISTINCT b.id)"},
    {"q5 reach", "MATCH p = ANY SHORTEST (a:N {id: $s})-[:R2*1..60]->(b:N) RETURN count(DISTINCT b.id)"},
    {"q6 shortest", "MATCH p = ANY SHORTEST (a:N {id: $s})-[*1..30]-(b:N {id: $t}) RETURN length(p)"},
    {"q7 all shortest", "MATCH p = ALL SHORTEST (a:N {id: $s})-[*1..30]-(b:N {id: $t}) RETURN count(*)"},
    {"q8 triangles", "MATCH (a:N)-[:R4]->(b:N)-[:R4]->(c:N), (a)-[:R4]->(c) RETURN count(*)"},
    {"q9 chain", "MATCH (a:N {id: $s})-[:R0|R1]->(x:N)<-[:R3]-(b:N) RETURN count(DISTINCT b.id)"},
    {"q10 degrees", "MATCH (a:N)-[r]->(b:N) RETURN a.id, count(*) AS d ORDER BY d DESC, a.id LIMIT 20"},
};

double run_once(const char* text, query::GraphIndex& index, int start, int nodes) {
  query::Options options;
  options.parameters = {{"s", start}, {"t", nodes / 2 + start}};
  const auto begin = std::chrono::steady_clock::now();
  const auto made = query::Query::parse(text);
  const auto table = made->run(index, nullptr, options);
  const auto end = std::chrono::steady_clock::now();
  if (!table) std::printf("  %s\n", to_text(table.error()).c_str());
  return std::chrono::duration<double, std::milli>(end - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
  const int nodes = argc > 2 ? std::atoi(argv[1]) : 10'000, edges = argc > 2 ? std::atoi(argv[2]) : 100'000;
  const auto graph = make_graph(nodes, edges);
  query::GraphIndex index(graph);
  std::printf("%d nodes, %d edges\n", nodes, edges);
  for (const auto& bench : kQueries) {
    double best = run_once(bench.text, index, 10, nodes);
    for (int i = 1; i < 5; ++i) best = std::min(best, run_once(bench.text, index, 10 + i, nodes));
    std::printf("%-16s %10.3f ms\n", bench.name, best);
  }
  return 0;
}
