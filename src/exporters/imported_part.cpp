// SPDX-License-Identifier: Apache-2.0
#include "exporters/imported_part.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "graph/snapshot_format.hpp"

namespace entente::exporters {

using graph::Cell;
using graph::EdgeId;
using graph::NodeId;

namespace {

constexpr int kDeepest = 16;  // lists inside lists

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 32> text{};
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
  out.append(text.data(), written.ptr);
}

void append_value(std::string& out, const graph::Value& value, int depth) {
  const auto& data = value.data;
  if (const auto* flag = std::get_if<bool>(&data)) out += *flag ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&data)) append_number(out, *integer);
  if (const auto* real = std::get_if<double>(&data)) append_number(out, *real);
  if (const auto* text = std::get_if<std::string>(&data)) out += *text;
  if (const auto* moment = std::get_if<graph::Moment>(&data)) out += to_text(*moment);
  if (const auto* duration = std::get_if<graph::Duration>(&data)) out += to_text(*duration);
  if (depth == kDeepest) return;
  const auto size = out.size();
  const auto separate = [&] {
    if (out.size() != size) out += ';';
  };
  if (const auto* list = std::get_if<graph::List>(&data))
    for (const auto& element : *list) separate(), append_value(out, element, depth + 1);
  if (const auto* map = std::get_if<graph::Map>(&data))
    for (const auto& [key, element] : *map)
      separate(), out.append(key).append("="), append_value(out, element, depth + 1);
}

void append_two(std::string& out, int number) {
  out += static_cast<char>('0' + number / 10);
  out += static_cast<char>('0' + number % 10);
}

void append_day(std::string& out, std::int64_t number) {
  const graph::CivilDay day = graph::civil_day(number);
  if (day.year < 0 || day.year > 9999) {
    graph::Moment moment;
    moment.day = number;
    out += to_text(moment);
    return;
  }
  append_two(out, static_cast<int>(day.year) / 100);
  append_two(out, static_cast<int>(day.year) % 100);
  out += '-';
  append_two(out, day.month);
  out += '-';
  append_two(out, day.day);
}

std::string text_of(const Cell& cell) {
  std::string text;
  append_text(text, cell);
  return text;
}

}  // namespace

void append_text(std::string& out, const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::null:
      return;
    case Cell::Kind::flag:
      out += cell.number != 0 ? "true" : "false";
      return;
    case Cell::Kind::integer:
      return append_number(out, cell.number);
    case Cell::Kind::real:
      return append_number(out, cell.real);
    case Cell::Kind::day:
      return append_day(out, cell.number);
    case Cell::Kind::text:
      out += cell.bytes;
      return;
    case Cell::Kind::coded:
      append_value(out, graph::to_value(cell), 0);
  }
}

void append_text(std::string& out, const graph::Value& value) {
  append_value(out, value, 0);
}

ImportedPart::ImportedPart(const graph::Snapshot& graph, const FactBase& base, std::optional<Some> some)
    : graph_(graph), some_(std::move(some)), entities_(base.entities.size()) {
  if (!base.facts.empty()) find_facts(base);
  node_count_ = some_ ? some_->nodes.size() : graph_.node_count() - entities_;
  edge_count_ =
      some_ ? some_->edges.size()
            : graph_.edge_count() - static_cast<std::size_t>(std::count(facts_.begin(), facts_.end(), true));
  if (const auto key = graph_.find_key("name")) names_ = graph_.node_column(*key);
  name_nodes();
  find_columns();
}

void ImportedPart::find_facts(const FactBase& base) {
  facts_.resize(graph_.edge_count());
  const auto key = graph_.find_key("id");
  const auto* ids = key ? graph_.edge_column(*key) : nullptr;
  for (std::uint32_t i = 0; ids != nullptr && i < facts_.size(); ++i) {
    const Cell id = ids->at(i);
    facts_[i] = id.kind == Cell::Kind::text && base.fact(id.bytes) != nullptr;
  }
}

void ImportedPart::name_nodes() {
  const auto key = graph_.find_key("id");
  const auto* ids = key ? graph_.node_column(*key) : nullptr;
  const auto nodes = static_cast<std::uint32_t>(graph_.node_count());
  const auto id_of = [&](std::uint32_t node, std::string& text) {
    text.clear();
    if (ids != nullptr) append_text(text, ids->at(node));
  };
  std::string text;
  std::vector<std::uint64_t> hashes, twice;
  hashes.reserve(nodes);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    id_of(node, text);
    hashes.push_back(graph::hash_bytes(text));
  }
  std::sort(hashes.begin(), hashes.end());
  for (std::size_t i = 1; i < hashes.size(); ++i)
    if (hashes[i] == hashes[i - 1]) twice.push_back(hashes[i]);
  id_begins_.reserve(nodes + std::size_t{1});
  for (std::uint32_t node = 0; node < nodes; ++node) {
    id_begins_.push_back(static_cast<std::uint32_t>(ids_.size()));
    id_of(node, text);
    const bool is_entity = node < entities_;
    const bool shared = std::binary_search(twice.begin(), twice.end(), graph::hash_bytes(text));
    if (!is_entity && (text.empty() || shared || text.rfind(kMadeUp, 0) == 0))
      text = std::string(kMadeUp) + std::to_string(node);
    ids_ += text;
  }
  id_begins_.push_back(static_cast<std::uint32_t>(ids_.size()));
}

/// With facts in the graph, only what an imported node or edge has.
void ImportedPart::find_columns() {
  for (std::size_t k = 0; k < graph_.key_count(); ++k) {
    const auto key = static_cast<graph::KeyId>(k);
    const std::string_view name = graph_.key(key);
    const auto* of_nodes = graph_.node_column(key);
    const auto* of_edges = graph_.edge_column(key);
    bool nodes_have = of_nodes != nullptr && entities_ == 0;
    if (of_nodes != nullptr && !nodes_have)
      each_node(
          [&](NodeId node) { nodes_have = nodes_have || of_nodes->has(static_cast<std::uint32_t>(node)); });
    if (nodes_have) node_columns_.push_back({name, of_nodes});
    bool edges_have = of_edges != nullptr && facts_.empty();
    if (of_edges != nullptr && !edges_have)
      each_edge([&](EdgeId edge, graph::TypeId) {
        edges_have = edges_have || of_edges->has(static_cast<std::uint32_t>(edge));
      });
    if (edges_have) edge_columns_.push_back({name, of_edges});
  }
}

std::string_view ImportedPart::label(NodeId node) const {
  if (names_ == nullptr) return id(node);
  const Cell name = names_->at(static_cast<std::uint32_t>(node));
  return name.kind == Cell::Kind::text && !name.bytes.empty() ? name.bytes : id(node);
}

namespace {

Entity entity_of(const ImportedPart& imported, NodeId node) {
  Entity entity;
  entity.id = imported.id(node);
  entity.label = imported.label(node);
  const auto& labels = imported.graph().labels(node);
  if (!labels.empty()) entity.cls = labels.front();
  return entity;
}

Fact fact_of(const ImportedPart& imported, EdgeId edge, graph::TypeId type) {
  const graph::Snapshot& graph = imported.graph();
  Fact fact;
  fact.id = "imported-" + std::to_string(static_cast<std::uint32_t>(edge));
  fact.subject = imported.id(graph.source(edge));
  fact.object = imported.id(graph.target(edge));
  fact.relation = graph.type(type);
  fact.modality = Modality::asserted;
  const Cell sure = graph.cell(edge, "confidence");
  fact.confidence = sure.kind == Cell::Kind::real ? sure.real : 1.0;
  const std::string day = text_of(graph.cell(edge, "date"));
  const std::string begin = text_of(graph.cell(edge, "begin")), end = text_of(graph.cell(edge, "end"));
  if (!day.empty() || !begin.empty() || !end.empty())
    fact.when = TimeSpan{begin.empty() ? day : begin, {}, {}, end.empty() ? day : end, {}, day};
  return fact;
}

template <class Item>
void sort_by_id(std::vector<Item>& items) {
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
}

}  // namespace

FactBase joined(const FactBase& base, const ImportedPart& imported) {
  FactBase all = base;
  imported.each_node([&](NodeId node) { all.entities.push_back(entity_of(imported, node)); });
  imported.each_edge(
      [&](EdgeId edge, graph::TypeId type) { all.facts.push_back(fact_of(imported, edge, type)); });
  sort_by_id(all.entities);
  sort_by_id(all.facts);
  return all;
}

}  // namespace entente::exporters
