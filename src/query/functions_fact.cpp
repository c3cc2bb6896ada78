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

/// A text as it stands, a date in its ISO form; empty for anything else.
template <typename Any>
std::string iso_text(const Any& value) {
  if (const auto* text = value.template as<std::string>()) return *text;
  const auto* moment = value.template as<graph::Moment>();
  return moment ? graph::to_text(*moment) : std::string();
}

/// "2020", "2020-05" or "2020-05-31".
bool is_period(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (kForm[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-') return false;
  return true;
}

/// Periods of two precisions, compared as far as both go: below 0, 0, above 0.
int compare_periods(std::string_view a, std::string_view b) {
  const std::size_t common = std::min(a.size(), b.size());
  return a.substr(0, common).compare(b.substr(0, common));
}

/// Whether the time of a fact, from `begin` to `end` (a side that is not known is open), and a period have a
/// day in common; null for a fact without a time.
Value overlaps_function(Call& call) {
  if (call.any_null()) return {};
  const auto* edge = call.args[0].as<graph::EdgeId>();
  if (!edge) return call.wrong_type(0, type::edge);
  const std::string period = iso_text(call.args[1]);
  if (!is_period(period))
    return call.wrong("InvalidArgumentValue", "a period is '2020', '2020-05', '2020-05-31' or a date");
  const auto bound = [&](const char* name) {
    return iso_text(from_property(graph::to_value(call.context.graph.cell(*edge, name))));
  };
  const std::string begin = bound("begin"), end = bound("end");
  if (begin.empty() && end.empty()) return {};
  return Value((begin.empty() || compare_periods(begin, period) <= 0) &&
               (end.empty() || compare_periods(end, period) >= 0));
}

}  // namespace

const std::vector<Function>& fact_functions() {
  static const std::vector<Function> kFunctions = {
      {"evidence", 1, 1, {type::edge}, type::list | type::null, evidence_function},
      {"quote", 1, 1, {type::edge}, type::string | type::null, quote_function},
      {"documents", 1, 1, {type::edge}, type::list | type::null, documents_function},
      {"overlaps",
       2,
       2,
       {type::edge, type::string | type::moment},
       type::boolean | type::null,
       overlaps_function},
      {"asOf",
       2,
       2,
       {type::edge, type::string | type::moment},
       type::boolean | type::null,
       overlaps_function},
  };
  return kFunctions;
}

}  // namespace entente::query
