// SPDX-License-Identifier: Apache-2.0
#include "cli/fact_of_row.hpp"

#include <algorithm>

namespace entente::cli {

namespace {

/// Collects the facts of values.
class Facts {
 public:
  explicit Facts(const app::OpenGraph& graph) : graph_(graph) {}

  void add(const query::Value& value) {
    std::vector<const query::Value*> to_do = {&value};
    while (!to_do.empty()) {
      const query::Value& next = *to_do.back();
      to_do.pop_back();
      if (const auto* edge = std::get_if<graph::EdgeId>(&next.data)) add_edge(*edge);
      if (const auto* text = std::get_if<std::string>(&next.data)) add_id(*text);
      if (const auto* path = std::get_if<query::Path>(&next.data)) {
        for (const graph::EdgeId edge : path->edges) add_edge(edge);
      }
      if (const auto* list = std::get_if<query::List>(&next.data)) {
        for (auto item = list->rbegin(); item != list->rend(); ++item) to_do.push_back(&*item);
      }
    }
  }

  [[nodiscard]] std::vector<const Fact*> take() { return std::move(facts_); }

 private:
  void add_edge(graph::EdgeId edge) {
    const auto id = graph_.graph.cell(edge, "id");
    if (id.kind == graph::Cell::Kind::text) add_id(std::string(id.bytes));
  }

  void add_id(const std::string& id) {
    const Fact* fact = graph_.base.fact(id);
    if (fact != nullptr && std::find(facts_.begin(), facts_.end(), fact) == facts_.end())
      facts_.push_back(fact);
  }

  const app::OpenGraph& graph_;
  std::vector<const Fact*> facts_;
};

}  // namespace

std::vector<const Fact*> facts_of_row(const query::Table& table, std::size_t row,
                                      const app::OpenGraph& graph) {
  Facts facts(graph);
  for (const query::Value& value : table.rows[row]) facts.add(value);
  return facts.take();
}

}  // namespace entente::cli
