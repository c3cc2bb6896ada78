// SPDX-License-Identifier: Apache-2.0
#include "query/support/graph_script.hpp"

#include <algorithm>
#include <array>

#include "graph/freeze.hpp"
#include "query/keywords.hpp"
#include "query/lexer.hpp"
#include "query/parser.hpp"
#include "query/printer.hpp"
#include "query/query.hpp"

namespace entente::test {

namespace {

using query::Token;
using query::TokenKind;
using Row = std::map<std::string, query::Value>;

bool begins_clause(const Token& token) {
  static constexpr std::array<std::string_view, 6> kWords = {"CREATE", "MATCH",  "OPTIONAL",
                                                             "WITH",   "UNWIND", "RETURN"};
  if (token.kind != TokenKind::name) return false;
  for (const auto word : kWords)
    if (query::same_word(token.text, word)) return true;
  return false;
}

class Script {
 public:
  Script(graph::PropertyGraph& graph, std::string_view text, const Row& parameters)
      : graph_(graph), text_(text), parameters_(parameters) {}

  Status run() {
    auto tokens = query::tokenize(text_);
    if (!tokens) return fail(tokens.error());
    tokens_ = std::move(*tokens);
    rows_ = {{}};
    std::size_t at = 0;
    while (tokens_[at].kind != TokenKind::end) {
      if (tokens_[at].text == ";") {
        rows_ = {{}};
        ++at;
        continue;
      }
      const auto end = chunk_end(at);
      const auto text = text_.substr(tokens_[at].begin, tokens_[end].begin - tokens_[at].begin);
      const bool create = query::same_word(tokens_[at].text, "CREATE");
      auto done = create ? create_chunk(text.substr(6)) : read_chunk(text);
      if (!done) return done;
      at = end;
    }
    return {};
  }

 private:
  /// A CREATE by itself, or all reading clauses up to the next CREATE; brackets are passed over.
  std::size_t chunk_end(std::size_t at) const {
    const bool create = query::same_word(tokens_[at].text, "CREATE");
    for (auto i = at + 1; i < tokens_.size(); ++i) {
      if (tokens_[i].closing != 0) {
        i = tokens_[i].closing;
        continue;
      }
      if (tokens_[i].kind == TokenKind::end || tokens_[i].text == ";") return i;
      if (begins_clause(tokens_[i]) && (create || query::same_word(tokens_[i].text, "CREATE"))) return i;
    }
    return tokens_.size() - 1;
  }

  /// All rows at once, so that WITH can group them.
  Status read_chunk(std::string_view text) {
    std::string lead;
    query::List rows;
    for (const auto& row : rows_) rows.emplace_back(query::Map(row.begin(), row.end()));
    for (const auto& entry : rows_.empty() ? Row{} : rows_.front())
      lead += (lead.empty() ? "UNWIND $rows AS row WITH " : ", ") +
              ("row.`" + entry.first + "` AS `" + entry.first + "`");
    auto table =
        ask(lead + " " + std::string(text) + " RETURN *", {{"rows", query::Value(std::move(rows))}}, true);
    if (!table) return fail(table.error());
    rows_.clear();
    for (const auto& values : table->rows) {
      Row next;
      for (std::size_t i = 0; i < values.size(); ++i) next[table->columns[i]] = values[i];
      rows_.push_back(std::move(next));
    }
    return {};
  }

  static std::string bindings(const Row& row) {
    std::string text;
    for (const auto& [name, value] : row)
      text += (text.empty() ? "WITH " : ", ") + ("$`" + name + "` AS `" + name + "`");
    return text + " ";
  }

  Result<query::Table> ask(const std::string& text, const Row& row, bool reads) const {
    auto made = query::Query::parse(text);
    if (!made) return fail(made.error());
    query::Options options;
    options.parameters = parameters_;
    for (const auto& [name, value] : row) options.parameters[name] = value;
    const bool asks_graph =
        std::any_of(row.begin(), row.end(), [](const auto& entry) { return has_entity(entry.second); });
    if (!asks_graph && !reads) return made->run(graph::Snapshot(), nullptr, options);
    std::vector<graph::EdgeId> there, back(graph_.edge_count());
    const auto frozen = graph::freeze(graph_, &there);
    for (std::size_t i = 0; i < there.size(); ++i)
      back[static_cast<std::size_t>(there[i])] = static_cast<graph::EdgeId>(i);
    for (auto& [name, value] : options.parameters) renumber(value, there);
    auto table = made->run(frozen, nullptr, options);
    if (table)
      for (auto& values : table->rows)
        for (auto& value : values) renumber(value, back);
    return table;
  }

  static bool has_entity(const query::Value& value) {
    if (const auto* list = value.as<query::List>())
      return std::any_of(list->begin(), list->end(), has_entity);
    if (const auto* map = value.as<query::Map>())
      return std::any_of(map->begin(), map->end(),
                         [](const auto& entry) { return has_entity(entry.second); });
    return value.as<graph::NodeId>() || value.as<graph::EdgeId>() || value.as<query::Path>();
  }

  /// A snapshot has ids of its own for edges.
  static void renumber(query::Value& value, const std::vector<graph::EdgeId>& ids) {
    const auto of = [&](graph::EdgeId& edge) { edge = ids[static_cast<std::size_t>(edge)]; };
    if (auto* edge = std::get_if<graph::EdgeId>(&value.data)) of(*edge);
    if (auto* path = std::get_if<query::Path>(&value.data))
      std::for_each(path->edges.begin(), path->edges.end(), of);
    if (auto* list = std::get_if<query::List>(&value.data))
      for (auto& element : *list) renumber(element, ids);
    if (auto* map = std::get_if<query::Map>(&value.data))
      for (auto& entry : *map) renumber(entry.second, ids);
  }

  Status create_chunk(std::string_view text) {
    auto tokens = query::tokenize(text);
    if (!tokens) return fail(tokens.error());
    query::Parser parser(text, std::move(*tokens));
    std::vector<query::PathPattern> patterns;
    if (!parser.patterns(patterns) || !parser.at_end())
      return fail(ErrorKind::data, "cannot read this CREATE");
    for (auto& row : rows_)
      for (const auto& pattern : patterns)
        if (auto done = create(pattern, row); !done) return done;
    return {};
  }

  Result<graph::Map> properties(const query::ExprPtr& expr, const Row& row) const {
    graph::Map out;
    if (!expr) return out;
    auto table =
        ask((row.empty() ? "" : bindings(row)) + "RETURN " + query::print(*expr) + " AS map", row, false);
    if (!table) return fail(table.error());
    for (const auto& [key, value] : *table->rows.at(0).at(0).as<query::Map>())
      if (!value.is_null()) out.emplace(key, to_property(value));
    return out;
  }

  static std::vector<std::string> names(const std::optional<query::LabelExpr>& labels) {
    std::vector<std::string> out;
    if (!labels) return out;
    if (labels->kind == query::LabelExpr::Kind::name) out.push_back(labels->name);
    for (const auto& part : labels->parts) out.push_back(part.name);
    return out;
  }

  Result<graph::NodeId> node(const query::NodePattern& pattern, Row& row) {
    if (!pattern.variable.empty()) {
      const auto found = row.find(pattern.variable);
      if (found != row.end() && found->second.as<graph::NodeId>()) return *found->second.as<graph::NodeId>();
    }
    auto map = properties(pattern.properties, row);
    if (!map) return fail(map.error());
    const auto made = graph_.add_node(names(pattern.labels), std::move(*map));
    if (!pattern.variable.empty()) row[pattern.variable] = query::Value(made);
    return made;
  }

  Status create(const query::PathPattern& pattern, Row& row) {
    auto left = node(pattern.nodes[0], row);
    if (!left) return fail(left.error());
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
      const auto& edge = pattern.edges[i];
      auto right = node(pattern.nodes[i + 1], row);
      if (!right) return fail(right.error());
      auto map = properties(edge.properties, row);
      if (!map) return fail(map.error());
      const bool leftward = edge.direction == query::Direction::left;
      const auto made = graph_.add_edge(leftward ? *right : *left, leftward ? *left : *right,
                                        names(edge.types).at(0), std::move(*map));
      if (!edge.variable.empty()) row[edge.variable] = query::Value(made);
      left = right;
    }
    return {};
  }

  graph::PropertyGraph& graph_;
  std::string_view text_;
  const Row& parameters_;
  query::Tokens tokens_;
  std::vector<Row> rows_;
};

}  // namespace

graph::Value to_property(const query::Value& value) {
  if (const auto* flag = value.as<bool>()) return *flag;
  if (const auto* integer = value.as<std::int64_t>()) return *integer;
  if (const auto* real = value.as<double>()) return *real;
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* moment = value.as<graph::Moment>()) return *moment;
  if (const auto* duration = value.as<graph::Duration>()) return *duration;
  if (const auto* list = value.as<query::List>()) {
    graph::List out;
    for (const auto& element : *list) out.push_back(to_property(element));
    return out;
  }
  if (const auto* map = value.as<query::Map>()) {
    graph::Map out;
    for (const auto& [key, element] : *map) out.emplace(key, to_property(element));
    return out;
  }
  return {};
}

Status run_script(graph::PropertyGraph& graph, std::string_view script,
                  const std::map<std::string, query::Value>& parameters) {
  return Script(graph, script, parameters).run();
}

}  // namespace entente::test
