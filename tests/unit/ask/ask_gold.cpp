// SPDX-License-Identifier: Apache-2.0
// ask_gold ONTOLOGY MODEL GOLD.json < questions: asks each line of the graph of the gold's edges; one JSON
// answer a line. A line "@graph FILE.json" goes on with another gold file.
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "ask/ask.hpp"
#include "graph/freeze.hpp"
#include "graph/knowledge_graph.hpp"
#include "unit/ask/gold_facts.hpp"

namespace {

using namespace entente;

nlohmann::ordered_json json_of(const Result<ask::Answer>& answer, const graph::Snapshot& graph) {
  nlohmann::ordered_json out;
  if (!answer) {
    out["error"] = to_text(answer.error());
    return out;
  }
  out["reading"] = answer->reading;
  out["query"] = answer->query;
  out["notes"] = answer->notes;
  out["columns"] = answer->table.columns;
  out["rows"] = nlohmann::ordered_json::array();
  for (const auto& row : answer->table.rows) {
    auto& cells = out["rows"].emplace_back(nlohmann::ordered_json::array());
    for (const auto& value : row) cells.push_back(value.is_null() ? "" : query::to_text(value, graph));
  }
  return out;
}

template <class T>
T or_stop(Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << to_text(result.error()) << '\n';
  std::exit(1);
}

/// The edges of a gold file, ready to be asked.
struct GoldGraph {
  GoldGraph(const std::string& file, const extract::Resources& resources)
      : graph(graph::freeze(graph::to_property_graph(or_stop(test::facts_of_gold(file))))),
        asker(graph, resources) {}

  graph::Snapshot graph;
  ask::Asker asker;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto found = nlp::find_model(std::string_view(argv[2]) == "-" ? "" : argv[2]);
  if (!found) {
    std::cerr << to_text(found.error()) << '\n';
    return 77;  // skipped
  }
  const auto& model = *found;
  const auto vocabulary = or_stop(ontology::Vocabulary::load(argv[1]));
  const auto frames = or_stop(ontology::Frames::load(argv[1]));
  const auto gazetteer = or_stop(ontology::Gazetteer::load(argv[1]));
  const auto nouns = or_stop(ontology::Nouns::load(argv[1], vocabulary));
  const auto pipeline = or_stop(nlp::Pipeline::load(model));
  const extract::Resources resources{&pipeline, &vocabulary, &gazetteer, &frames, &nouns};
  auto gold = std::make_unique<GoldGraph>(argv[3], resources);
  for (std::string line; std::getline(std::cin, line);) {
    if (line.starts_with("@graph "))
      gold = std::make_unique<GoldGraph>(line.substr(7), resources);
    else
      std::cout << json_of(gold->asker.ask(line, {}), gold->graph).dump() << '\n';
  }
}
