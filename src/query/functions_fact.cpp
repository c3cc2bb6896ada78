// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/compare.hpp"
#include "query/context.hpp"
#include "query/functions.hpp"

// Functions on facts: relationships with a property `evidence`, a list of maps (graph/knowledge_graph.hpp).

namespace entente::query {

namespace {

/// The evidence of a relationship; empty where it has none (imported data).
graph::List evidence_of(graph::EdgeId edge, const graph::Snapshot& graph) {
  auto evidence = graph::to_value(graph.cell(edge, "evidence"));
  auto* list = std::get_if<graph::List>(&evidence.data);
  return list ? std::move(*list) : graph::List();
}

const graph::Value* entry(const graph::Value& evidence, const std::string& key) {
  const auto* map = std::get_if<graph::Map>(&evidence.data);
  if (!map) return nullptr;
  const auto found = map->find(key);
  return found == map->end() ? nullptr : &found->second;
}

double confidence(const graph::Value& evidence) {
  const auto* value = entry(evidence, "confidence");
  const auto* number = value ? std::get_if<double>(&value->data) : nullptr;
  return number ? *number : 0;
}

Value evidence_function(Call& call) {
  const auto* edge = call.args[0].as<graph::EdgeId>();
  if (!edge) return call.args[0].is_null() ? Value() : call.wrong_type(0, type::edge);
  List out;
  for (const auto& evidence : evidence_of(*edge, call.context.graph)) out.push_back(from_property(evidence));
  return Value(std::move(out));
}

/// The sentence of the surest evidence, the first of equals.
Value quote_function(Call& call) {
  const auto* edge = call.args[0].as<graph::EdgeId>();
  if (!edge) return call.args[0].is_null() ? Value() : call.wrong_type(0, type::edge);
  const auto all = evidence_of(*edge, call.context.graph);
  const auto best = std::max_element(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return confidence(a) < confidence(b); });
  const auto* sentence = best == all.end() ? nullptr : entry(*best, "sentence");
  return sentence ? from_property(*sentence) : Value();
}

/// Names (or, without one, ids) of the documents that say it, sorted, each once.
Value documents_function(Call& call) {
  const auto* edge = call.args[0].as<graph::EdgeId>();
  if (!edge) return call.args[0].is_null() ? Value() : call.wrong_type(0, type::edge);
  List out;
  for (const auto& evidence : evidence_of(*edge, call.context.graph)) {
    const auto* name = entry(evidence, "name");
    if (!name) name = entry(evidence, "document");
    if (name) out.push_back(from_property(*name));
  }
  std::sort(out.begin(), out.end(), [](const Value& a, const Value& b) { return order(a, b) < 0; });
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return Value(std::move(out));
}

}  // namespace

const std::vector<Function>& fact_functions() {
  static const std::vector<Function> kFunctions = {
      {"evidence", 1, 1, {type::edge}, type::list | type::null, evidence_function},
      {"quote", 1, 1, {type::edge}, type::string | type::null, quote_function},
      {"documents", 1, 1, {type::edge}, type::list | type::null, documents_function},
  };
  return kFunctions;
}

}  // namespace entente::query
