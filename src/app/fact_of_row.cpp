// SPDX-License-Identifier: Apache-2.0
#include "app/fact_of_row.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace entente::app {

namespace {

/// Collects the facts of values.
class Facts {
 public:
  Facts(const graph::Snapshot& graph, const FactBase& base) : graph_(graph), base_(base) {}

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
    const auto id = graph_.cell(edge, "id");
    if (id.kind == graph::Cell::Kind::text) add_id(std::string(id.bytes));
  }

  void add_id(const std::string& id) {
    const Fact* fact = base_.fact(id);
    if (fact != nullptr && std::find(facts_.begin(), facts_.end(), fact) == facts_.end())
      facts_.push_back(fact);
  }

  const graph::Snapshot& graph_;
  const FactBase& base_;
  std::vector<const Fact*> facts_;
};

/// What a row of a question's answer says of one edge, or of each edge of a way.
class Told {
 public:
  Told(const query::Table& table, std::size_t row) : table_(table), row_(table.rows[row]) {}

  [[nodiscard]] std::size_t count() const {
    const query::Value* relation = find("relation") != nullptr ? find("relation") : find("relations");
    if (relation == nullptr || find("document") == nullptr || find("begin") == nullptr) return 0;
    const auto* list = relation->as<query::List>();
    return list == nullptr ? 1 : list->size();
  }

  /// What the facts of that edge are found by; empty where the row does not say it.
  [[nodiscard]] std::string key(std::size_t edge) const {
    const query::Value* relation = find("relation") != nullptr ? at("relation", edge) : at("relations", edge);
    const query::Value* document = at("document", edge);
    const query::Value* begin = at("begin", edge);
    if (relation == nullptr || document == nullptr || begin == nullptr) return {};
    const auto *name = relation->as<std::string>(), *in = document->as<std::string>();
    const auto* place = begin->as<std::int64_t>();
    return name == nullptr || in == nullptr || place == nullptr ? std::string() : key_of(*name, *in, *place);
  }

  [[nodiscard]] static std::string key_of(const std::string& relation, const std::string& document,
                                          std::int64_t begin) {
    return relation + '\x1f' + document + '\x1f' + std::to_string(begin);
  }

  [[nodiscard]] bool is_of(const Fact& fact, std::size_t edge, const FactBase& base) const {
    if (!says("relation", "relations", edge, fact.relation)) return false;
    return std::any_of(fact.evidence.begin(), fact.evidence.end(),
                       [&](const Evidence& evidence) {
                         const Document* document = base.document(evidence.document);
                         return document != nullptr && says("document", "", edge, document->name) &&
                                says("begin", "", edge, evidence.begin) &&
                                says("end", "", edge, evidence.end);
                       }) &&
           ends_fit(fact, base);
  }

 private:
  [[nodiscard]] const query::Value* find(std::string_view column) const {
    const auto found = std::find(table_.columns.begin(), table_.columns.end(), column);
    return found == table_.columns.end() ? nullptr
                                         : &row_[static_cast<std::size_t>(found - table_.columns.begin())];
  }

  [[nodiscard]] const query::Value* at(std::string_view column, std::size_t edge) const {
    const query::Value* value = find(column);
    const auto* list = value == nullptr ? nullptr : value->as<query::List>();
    if (list == nullptr) return value;
    return edge < list->size() ? &(*list)[edge] : nullptr;
  }

  [[nodiscard]] bool says(std::string_view column, std::string_view or_column, std::size_t edge,
                          const std::string& text) const {
    const query::Value* value = find(column) != nullptr ? at(column, edge) : at(or_column, edge);
    const auto* said = value == nullptr ? nullptr : value->as<std::string>();
    return said != nullptr && *said == text;
  }

  [[nodiscard]] bool says(std::string_view column, std::string_view, std::size_t edge,
                          std::uint32_t number) const {
    const query::Value* value = at(column, edge);
    const auto* said = value == nullptr ? nullptr : value->as<std::int64_t>();
    return said != nullptr && *said == std::int64_t{number};
  }

  /// Where the row names both ends; a way names all its nodes instead.
  [[nodiscard]] bool ends_fit(const Fact& fact, const FactBase& base) const {
    const auto fits = [&](std::string_view column, const std::string& id) {
      const query::Value* value = find(column);
      const auto* said = value == nullptr ? nullptr : value->as<std::string>();
      const Entity* entity = base.entity(id);
      return said == nullptr || (entity != nullptr && entity->label == *said);
    };
    return fits("subject", fact.subject) && fits("object", fact.object);
  }

  const query::Table& table_;
  const std::vector<query::Value>& row_;
};

/// The facts of a base by relation, document and place of each piece of evidence; made at the first question.
class ByPlace {
 public:
  explicit ByPlace(const FactBase& base) : base_(base) {}

  [[nodiscard]] const std::vector<const Fact*>& facts(const std::string& key) {
    if (facts_.empty()) fill();
    const auto found = facts_.find(key);
    return found == facts_.end() ? none_ : found->second;
  }

 private:
  void fill() {
    for (const Fact& fact : base_.facts)
      for (const Evidence& evidence : fact.evidence)
        if (const Document* document = base_.document(evidence.document)) {
          auto& here = facts_[Told::key_of(fact.relation, document->name, evidence.begin)];
          if (here.empty() || here.back() != &fact) here.push_back(&fact);
        }
  }

  const FactBase& base_;
  const std::vector<const Fact*> none_;
  std::map<std::string, std::vector<const Fact*>> facts_;
};

std::vector<const Fact*> facts_of(const query::Table& table, std::size_t row, const graph::Snapshot& graph,
                                  const FactBase& base, ByPlace& by_place) {
  Facts facts(graph, base);
  for (const query::Value& value : table.rows[row]) facts.add(value);
  std::vector<const Fact*> found = facts.take();
  if (!found.empty()) return found;
  const Told told(table, row);
  for (std::size_t edge = 0; edge < told.count(); ++edge)
    for (const Fact* fact : by_place.facts(told.key(edge)))
      if (told.is_of(*fact, edge, base)) found.push_back(fact);
  return found;
}

}  // namespace

std::vector<std::vector<const Fact*>> facts_of_rows(const query::Table& table, const graph::Snapshot& graph,
                                                    const FactBase& base) {
  ByPlace by_place(base);
  std::vector<std::vector<const Fact*>> all;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    all.push_back(facts_of(table, row, graph, base, by_place));
  return all;
}

std::vector<const Fact*> facts_of_row(const query::Table& table, std::size_t row,
                                      const graph::Snapshot& graph, const FactBase& base) {
  ByPlace by_place(base);
  return facts_of(table, row, graph, base, by_place);
}

}  // namespace entente::app
