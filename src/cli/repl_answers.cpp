// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/answer_graph.hpp"
#include "app/export_graph.hpp"
#include "app/fact_of_row.hpp"
#include "app/stats.hpp"
#include "app/why.hpp"
#include "cli/answer_picture.hpp"
#include "cli/explain.hpp"
#include "cli/input_stream.hpp"
#include "cli/parameters.hpp"
#include "cli/repl_handlers.hpp"
#include "cli/saved_queries.hpp"
#include "cli/schema_grid.hpp"
#include "cli/show_answer.hpp"
#include "cli/show_profile.hpp"
#include "cli/stats_grid.hpp"

namespace entente::cli {

namespace {

constexpr int kMaxReadDepth = 16;

bool is_number(const std::string& text) {
  return !text.empty() && text.size() < 8 && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Words divided by blanks; those in quotes and brackets do not count.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  char quote = 0;
  int depth = 0;
  for (const char c : text + " ") {
    const bool blank = c == ' ' || c == '\t';
    if (blank && quote == 0 && depth == 0) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
      continue;
    }
    if (quote == 0 && (c == '"' || c == '\''))
      quote = c;
    else if (c == quote)
      quote = 0;
    if (quote == 0) depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
    word += c;
  }
  if (const auto end = word.find_last_not_of(' '); end != std::string::npos)
    words.push_back(word.substr(0, end + 1));
  return words;
}

/// Runs a saved query with the parameters given, those of the set ones that it knows, and its defaults.
ExitCode run_saved(const std::vector<std::string>& words, Repl& repl) {
  const auto query = find_saved_query({}, words.front());
  if (!query) return repl.console().fail(query.error());
  std::map<std::string, query::Value> given;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (const Status added = add_parameter(words[i], given); !added)
      return repl.console().fail(added.error());
  }
  auto& parameters = repl.state().options.parameters;
  const auto own = parameters;
  for (const auto& [name, value] : query->parameters)
    if (const auto set = own.find(name); set != own.end()) given.insert(*set);
  if (const Status filled = fill_parameters(*query, given); !filled)
    return repl.console().fail(filled.error());
  parameters = std::move(given);
  const ExitCode code = repl.run_statement(query->text);
  parameters = own;
  return code;
}

ExitCode run_report(const char* keyword, const std::string& argument, Repl& repl) {
  const std::string last = repl.state().last_statement;
  const std::string& statement = argument.empty() ? last : argument;
  if (statement.empty())
    return fail_command(repl, "there is no statement yet",
                        std::string("give one, as in .explain MATCH (a) RETURN a"));
  const ExitCode code = repl.run_statement(keyword + std::string(" ") + statement);
  repl.state().last_statement = statement;
  return code;
}

}  // namespace

ExitCode run_ask(const std::string& argument, Repl& repl) {
  if (argument.empty()) return fail_command(repl, "what?", ".ask Who cooperated with whom?");
  return repl.run_question(argument);
}

ExitCode run_explain(const std::string& argument, Repl& repl) {
  return run_report("EXPLAIN", argument, repl);
}

ExitCode run_profile(const std::string& argument, Repl& repl) {
  return run_report("PROFILE", argument, repl);
}

ExitCode run_queries(const std::string& argument, Repl& repl) {
  const std::vector<std::string> words = words_of(argument);
  if (!words.empty()) return run_saved(words, repl);
  const auto queries = load_saved_queries({});
  return queries ? repl.show(saved_queries_grid(*queries)) : repl.console().fail(queries.error());
}

ExitCode run_read(const std::string& argument, Repl& repl) {
  if (argument.empty()) return fail_command(repl, "which file?", ".read FILE");
  if (repl.state().depth >= kMaxReadDepth) return fail_command(repl, "files read one another too deep");
  InputStream input;
  if (const Status opened = input.open(argument, repl.console()); !opened)
    return repl.console().fail(opened.error());
  ++repl.state().depth;
  const auto lines = make_script_source(input.stream());
  const ExitCode code = repl.run(*lines, false);
  --repl.state().depth;
  return code;
}

ExitCode run_schema(const std::string& argument, Repl& repl) {
  Grid grid = schema_grid(repl.graph().graph);
  if (!argument.empty()) {
    const auto other = [&](const std::vector<Cell>& row) { return !fits_pattern(row[1].text, argument); };
    grid.rows.erase(std::remove_if(grid.rows.begin(), grid.rows.end(), other), grid.rows.end());
  }
  return repl.show(grid);
}

ExitCode run_show(const std::string& argument, Repl& repl) {
  if (argument.empty()) return fail_command(repl, "whom?", ".show Xi Jinping");
  app::ProfileOptions options;
  options.all_facts = repl.state().options.all_facts;
  const bool json = repl.format() == Format::json || repl.format() == Format::jsonl;
  return show_profile(repl.graph(), argument, json ? ProfileFormat::json : ProfileFormat::table, options,
                      repl.console());
}

ExitCode run_stats(const std::string&, Repl& repl) {
  if (repl.state().file.empty()) {
    const auto facts = repl.graph().facts();
    return facts ? repl.show(stats_grid(app::stats_of(**facts))) : repl.console().fail(facts.error());
  }
  const auto stats = app::stats_of_file(repl.state().file, repl.graph().vocabulary);
  return stats ? repl.show(stats_grid(*stats)) : repl.console().fail(stats.error());
}

ExitCode run_why(const std::string& argument, Repl& repl) {
  const auto all = repl.graph().facts();
  if (!all) return repl.console().fail(all.error());
  const FactBase& base = **all;
  if (!is_number(argument)) {
    const auto fact = app::find_fact(base, argument);
    return fact ? repl.console().show(explain_fact(**fact, base)) : repl.console().fail(fact.error());
  }
  const auto& last = repl.state().last;
  const std::size_t row = std::stoul(argument);
  if (!last || row == 0 || row > last->rows.size())
    return fail_command(repl, "the last answer has no row " + argument, "rows count from 1");
  const std::vector<const Fact*> facts = app::facts_of_row(*last, row - 1, repl.graph().graph, base);
  if (facts.empty())
    return fail_command(repl, "row " + argument + " shows no fact",
                        "RETURN the edge itself, as in MATCH ()-[f]->() RETURN f");
  std::string text;
  for (const Fact* fact : facts) text += explain_fact(*fact, base);
  return repl.console().show(text);
}

ExitCode run_graph(const std::string& argument, Repl& repl) {
  const auto& last = repl.state().last;
  if (!last) return fail_command(repl, "there is no answer yet", "ask something first");
  if (argument.empty()) {
    const Picture picture = picture_of(*last, repl.graph().graph);
    if (picture.nodes.empty())
      return fail_command(repl, "the last answer shows no node and no relationship",
                          "RETURN variables of the pattern, as in MATCH (a)-[r]->(b) RETURN a, r, b");
    const std::size_t width = repl.console().width();
    return repl.console().show(draw(picture, {width == 0 ? 80 : width, repl.console().colours_out()}));
  }
  const auto format = app::export_format_of(argument);
  if (!format)
    return fail_command(repl, "no format goes with the suffix of " + argument,
                        ".svg, .html, .dot, .graphml, .gexf, .ttl, .nt, .nq, .jsonl, .cypher");
  const auto part = app::shown_part(*last, repl.graph());
  if (!part) return repl.console().fail(part.error());
  exporters::Options options;
  options.all_facts = true;
  options.imported = part->imported_part();
  const Status written =
      app::write_graph_file(part->facts, repl.graph().vocabulary, *format, options, argument);
  return written ? ExitCode::done : repl.console().fail(written.error());
}

ExitCode run_history(const std::string& argument, Repl& repl) {
  if (!argument.empty() && !is_number(argument))
    return fail_command(repl, "not a number: " + argument, ".history 20");
  const std::vector<std::string> entries = repl.history();
  const std::size_t wanted = argument.empty() ? entries.size() : std::stoul(argument);
  std::string text;
  for (std::size_t i = entries.size() - std::min(wanted, entries.size()); i < entries.size(); ++i)
    text += std::to_string(i + 1) + "  " + entries[i] + "\n";
  return repl.console().show(text);
}

}  // namespace entente::cli
