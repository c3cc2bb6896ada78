// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/fact_of_row.hpp"
#include "app/question_line.hpp"
#include "app/value_json.hpp"
#include "base/utf8.hpp"
#include "serve/api.hpp"
#include "serve/view.hpp"

// Queries and questions.

namespace entente::serve {

namespace {

constexpr std::chrono::seconds kTurnTime{20};
constexpr std::size_t kMostShownRows = 2'000;  // whose nodes and edges are drawn
constexpr std::size_t kMostCounted = 20'000;   // rows of a question, of which the first are told

/// The nodes and edges of one row by name, and into the part that is drawn.
Json row_parts(const std::vector<query::Value>& row, const std::vector<const Fact*>& facts,
               const LiveGraph& graph, app::GraphPart& all) {
  app::GraphPart here = part_of(graph);
  for (const query::Value& value : row) {
    here.add(value);
    all.add(value);
  }
  for (const Fact* fact : facts) {
    here.add_fact(fact->id);
    all.add_fact(fact->id);
  }
  Json nodes = Json::array(), ids = Json::array();
  const FactBase part = here.take();
  for (const Entity& entity : part.entities) nodes.push_back(entity.id);
  for (const Fact& fact : part.facts) ids.push_back(fact.id);
  return {{"nodes", nodes}, {"facts", ids}};
}

/// As a table shows it: a relationship, and what stands below "relation", by the words of its relation.
Json shown_text(const query::Value& value, const std::string& column, const LiveGraph& graph) {
  if (value.is_null()) return nullptr;
  const auto* edge = value.as<graph::EdgeId>();
  const auto* name = column == "relation" ? value.as<std::string>() : nullptr;
  const ontology::Relation* relation = nullptr;
  if (edge != nullptr) relation = graph.vocabulary().find_relation(graph.graph().type(*edge));
  if (name != nullptr) relation = graph.vocabulary().find_relation(*name);
  if (relation != nullptr && !relation->label.empty()) return relation->label;
  return query::to_text(value, graph.graph());
}

/// Limits have a place in the query that was made of a question, which nobody has seen.
Reply question_error(Error error, const std::string& question) {
  if (error.kind == ErrorKind::limit) {
    error.place = {};
    error.hint = "ask for less: name somebody, a country or a year";
  }
  return error_reply(error, question);
}

}  // namespace

struct Api::Asked {
  bool texts = false, view = false, all_facts = false;
  std::size_t max_rows = 0;
  unsigned timeout_ms = 0;
  std::string run;

  Asked(JsonFields& fields, const Limits& limits)
      : texts(fields.one_of("values", {"json", "text"}) == "text"),
        view(fields.flag("view", true)),
        all_facts(fields.one_of("facts", {"asserted", "all"}) == "all"),
        max_rows(fields.number("maxRows", limits.max_rows, limits.max_rows)),
        timeout_ms(static_cast<unsigned>(fields.number("timeoutMs", limits.timeout_ms, limits.timeout_ms))),
        run(fields.text("run", false)) {}
};

Reply Api::answer(const query::Table& table, Json head, const Asked& asked, LiveGraph& graph) const {
  head["graph"] = graph.tag();
  head["columns"] = table.columns;
  head["hidden"] = table.hidden;
  Json rows = Json::array(), parts = Json::array();
  for (const auto& row : table.rows) {
    Json cells = Json::array();
    for (std::size_t i = 0; i < row.size(); ++i)
      cells.push_back(asked.texts ? shown_text(row[i], table.columns[i], graph)
                                  : app::to_json(row[i], graph.graph()));
    rows.push_back(std::move(cells));
  }
  head["rows"] = std::move(rows);
  if (!asked.view) return {200, "application/json", to_text(head), {}};
  app::GraphPart all = part_of(graph);
  const auto facts = app::facts_of_rows(table, graph.graph(), graph.base());
  for (std::size_t i = 0; i < table.rows.size() && i < kMostShownRows; ++i)
    parts.push_back(row_parts(table.rows[i], facts[i], graph, all));
  head["parts"] = std::move(parts);
  return {
      200, "application/json", with_field(head, "view", view_json(all.take(), graph, asked.all_facts)), {}};
}

Reply Api::query(const Call& call) {
  JsonFields fields(call.body);
  const std::string text = fields.text("query", true);
  const Json parameters = fields.object("parameters");
  const bool exact = fields.flag("exact", false);
  const Asked asked(fields, options_.limits);
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  query::Options options;
  for (const auto& [name, value] : parameters.items())
    options.parameters.emplace(name, app::value_from_json(value));
  options.all_facts = asked.all_facts;
  options.exact = exact;
  options.max_rows = asked.max_rows;
  options.timeout_ms = asked.timeout_ms;
  options.max_memory = options_.limits.max_memory;
  options.max_steps = options_.limits.max_steps;
  const auto live = graphs_.now();
  const auto query = query::Query::parse(text);
  if (!query) return error_reply(query.error(), text);
  const auto turn = runs_.take(asked.run, call.socket, kTurnTime);
  if (!turn)
    return error_reply(503, "busy", "the queries before this one take too long, or it was cancelled");
  options.stop = turn->stop();
  const LiveGraph::Index index(*live);
  const auto table = query->run(*index, &live->vocabulary(), options);
  if (!table) return error_reply(table.error(), text);
  return answer(*table, Json::object(), asked, *live);
}

Reply Api::ask(const Call& call) {
  JsonFields fields(call.body);
  const std::string question = fields.text("question", true);
  const Asked asked(fields, options_.limits);
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  const auto live = graphs_.now();
  const auto asking = live->asking();
  if (!asking) return error_reply(asking.error());
  const auto turn = runs_.take(asked.run, call.socket, kTurnTime);
  if (!turn)
    return error_reply(503, "busy", "the queries before this one take too long, or it was cancelled");
  ask::Options options;
  options.all_facts = asked.all_facts;
  options.max_rows = std::max(asked.max_rows, kMostCounted);
  options.timeout_ms = asked.timeout_ms;
  options.stop = turn->stop();
  auto told = (*asking)->ask(question, options);
  if (!told) return question_error(told.error(), question);
  Asked how = asked;
  how.all_facts = asked.all_facts || told->all_facts;
  const std::size_t more = told->table.rows.size() - std::min(told->table.rows.size(), asked.max_rows);
  told->table.rows.resize(told->table.rows.size() - more);
  const Json head = {
      {"reading", told->reading}, {"query", told->query}, {"notes", told->notes}, {"more", more}};
  return answer(told->table, head, how, *live);
}

Reply Api::complete(const Call& call) {
  JsonFields fields(call.body);
  const std::string text = fields.text("text", true);
  const bool question = fields.one_of("kind", {"query", "question"}) == "question";
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  const auto live = graphs_.now();
  const app::CompletionWords words = live->words();
  const app::Completion found =
      question ? app::complete_line(text, words) : app::complete_statement(text, words);
  const Json json = {{"graph", live->tag()},
                     {"begin", utf8::length(std::string_view(text).substr(0, found.begin))},
                     {"candidates", found.candidates},
                     {"more", found.more},
                     {"after", found.after}};
  return {200, "application/json", to_text(json), {}};
}

Reply Api::cancel(const Call& call) {
  JsonFields fields(call.body);
  const std::string run = fields.text("run", true);
  if (const Status good = fields.done(); !good) return error_reply(good.error());
  return {200, "application/json", to_text({{"cancelled", runs_.cancel(run)}}), {}};
}

}  // namespace entente::serve
