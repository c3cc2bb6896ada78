// SPDX-License-Identifier: Apache-2.0
#include "cli/repl_commands.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>

#include "app/stats.hpp"
#include "base/edit_distance.hpp"
#include "cli/explain.hpp"
#include "cli/fact_of_row.hpp"
#include "cli/input_stream.hpp"
#include "cli/options.hpp"
#include "cli/parameters.hpp"
#include "cli/query_grid.hpp"
#include "cli/repl.hpp"
#include "cli/saved_queries.hpp"
#include "cli/schema_grid.hpp"
#include "cli/stats_grid.hpp"

namespace entente::cli {

namespace {

constexpr int kMaxReadDepth = 16;

using Handler = ExitCode (*)(const std::string& argument, Repl& repl);

struct Command {
  std::string_view name;
  std::string_view argument;
  std::string_view help;
  Handler run;
};

ExitCode fail(const Repl& repl, std::string message, std::string hint = {}) {
  return repl.console().fail(Error{ErrorKind::data, std::move(message), {}, std::move(hint)});
}

ExitCode show_grid(const Grid& grid, Repl& repl) {
  return repl.console().show(
      to_text(grid, format_for(repl.state().format, repl.console()), table_width(repl.console())));
}

/// Sets a two-valued switch by its words; an empty argument leaves it. Tells how it stands.
ExitCode set_switch(const char* name, const std::string& argument, bool& value, const char* on,
                    const char* off, const Repl& repl) {
  if (argument == on) {
    value = true;
  } else if (argument == off) {
    value = false;
  } else if (!argument.empty()) {
    return fail(repl, std::string(name) + " is " + on + " or " + off + ", not '" + argument + "'");
  }
  repl.console().err() << name << ": " << (value ? on : off) << std::endl;
  return ExitCode::done;
}

ExitCode run_facts(const std::string& argument, Repl& repl) {
  return set_switch("facts", argument, repl.state().options.all_facts, "all", "asserted", repl);
}

ExitCode run_inference(const std::string& argument, Repl& repl) {
  return set_switch("inference", argument, repl.state().options.exact, "off", "on", repl);
}

ExitCode run_timer(const std::string& argument, Repl& repl) {
  return set_switch("timer", argument, repl.state().timer, "on", "off", repl);
}

ExitCode run_mode(const std::string& argument, Repl& repl) {
  if (argument.empty() || argument == "auto") {
    repl.state().format.reset();
    return ExitCode::done;
  }
  const auto format = format_from_text(argument);
  if (!format) {
    const auto near = did_you_mean(argument, format_names());
    return fail(repl, "no mode '" + argument + "'",
                near ? "did you mean '" + *near + "'?" : "auto, table, tsv, csv, json, jsonl, md");
  }
  repl.state().format = format;
  return ExitCode::done;
}

ExitCode run_param(const std::string& argument, Repl& repl) {
  auto& parameters = repl.state().options.parameters;
  if (argument == "clear") {
    parameters.clear();
    return ExitCode::done;
  }
  if (!argument.empty()) {
    const Status status = add_parameter(argument, parameters);
    return status ? ExitCode::done : repl.console().fail(status.error());
  }
  Grid grid{{"name", "value"}, {}};
  for (const auto& [name, value] : parameters) {
    grid.rows.push_back({text_cell(name), text_cell(query::to_text(value, repl.graph().graph))});
  }
  return show_grid(grid, repl);
}

ExitCode run_schema(const std::string&, Repl& repl) {
  return show_grid(schema_grid(repl.graph().graph), repl);
}

ExitCode run_stats(const std::string&, Repl& repl) {
  return show_grid(stats_grid(app::stats_of(repl.graph().base)), repl);
}

ExitCode run_queries(const std::string&, Repl& repl) {
  const auto queries = load_saved_queries({});
  return queries ? show_grid(saved_queries_grid(*queries), repl) : repl.console().fail(queries.error());
}

/// Runs a saved query with those of the set parameters that it knows.
ExitCode run_saved(const std::string& argument, Repl& repl) {
  const auto query = find_saved_query({}, argument);
  if (!query) return repl.console().fail(query.error());
  auto& parameters = repl.state().options.parameters;
  const auto own = parameters;
  parameters.insert(query->parameters.begin(), query->parameters.end());
  const ExitCode code = repl.run_statement(query->text);
  parameters = own;
  return code;
}

ExitCode run_why(const std::string& argument, Repl& repl) {
  const FactBase& base = repl.graph().base;
  const bool row_number = !argument.empty() && argument.size() < 8 &&
                          argument.find_first_not_of("0123456789") == std::string::npos;
  if (!row_number) {
    const auto fact = app::find_fact(base, argument);
    return fact ? repl.console().show(explain_fact(**fact, base)) : repl.console().fail(fact.error());
  }
  const auto& last = repl.state().last;
  const std::size_t row = std::stoul(argument);
  if (!last || row == 0 || row > last->rows.size())
    return fail(repl, "the last answer has no row " + argument, "rows count from 1");
  const std::vector<const Fact*> facts = facts_of_row(*last, row - 1, repl.graph());
  if (facts.empty())
    return fail(repl, "row " + argument + " shows no fact",
                "RETURN the edge itself, as in MATCH ()-[f]->() RETURN f");
  std::string text;
  for (const Fact* fact : facts) text += explain_fact(*fact, base);
  return repl.console().show(text);
}

ExitCode run_read(const std::string& argument, Repl& repl) {
  if (argument.empty()) return fail(repl, "which file?", ".read FILE");
  if (repl.state().depth >= kMaxReadDepth) return fail(repl, "files read one another too deep");
  InputStream input;
  if (const Status opened = input.open(argument, repl.console()); !opened)
    return repl.console().fail(opened.error());
  ++repl.state().depth;
  const auto lines = make_script_source(input.stream());
  const ExitCode code = repl.run(*lines, false);
  --repl.state().depth;
  return code;
}

ExitCode run_quit(const std::string&, Repl& repl) {
  repl.state().quit = true;
  return ExitCode::done;
}

ExitCode run_help(const std::string& argument, Repl& repl);

constexpr std::array<Command, 14> kCommands = {{
    {"exit", "", "Leave", run_quit},
    {"facts", "asserted|all", "Also show what is planned, called for, reported or denied", run_facts},
    {"help", "[COMMAND]", "Show this", run_help},
    {"inference", "on|off", "Let a relation or class stand for its kinds too", run_inference},
    {"mode", "[FORMAT]", "Write answers as table, tsv, csv, json, jsonl or md; auto: as fits", run_mode},
    {"param", "[NAME=VALUE|clear]", "Show or set parameters: $NAME in a query", run_param},
    {"queries", "", "List the saved queries", run_queries},
    {"quit", "", "Leave (also Ctrl-D)", run_quit},
    {"read", "FILE", "Run the statements of a file", run_read},
    {"run", "NAME", "Run a saved query with the parameters that are set", run_saved},
    {"schema", "", "List labels, relation types and properties", run_schema},
    {"stats", "", "Count what the graph holds", run_stats},
    {"timer", "on|off", "Tell how long each statement takes", run_timer},
    {"why", "ROW|FACT", "Show the evidence behind a row of the last answer, or behind a fact", run_why},
}};

ExitCode run_help(const std::string& argument, Repl& repl) {
  std::string text;
  for (const Command& command : kCommands) {
    if (!argument.empty() && !command.name.starts_with(argument)) continue;
    std::string usage = "." + std::string(command.name) + " " + std::string(command.argument);
    usage.resize(std::max<std::size_t>(usage.size() + 1, 27), ' ');
    text += usage + std::string(command.help) + "\n";
  }
  if (text.empty()) return fail(repl, "no command '" + argument + "'", ".help lists them");
  if (argument.empty()) {
    text +=
        "A statement ends with ';' and may take several lines; Ctrl-C gives it up, also while it runs. An "
        "English "
        "question takes one line.\n"
        "  MATCH (a)-[f:cooperated]-(b) RETURN a.name, b.name;\n"
        "  Who cooperated with whom?\n";
  }
  return repl.console().show(text);
}

}  // namespace

std::vector<std::string> repl_command_names() {
  std::vector<std::string> names;
  for (const Command& command : kCommands) names.emplace_back(command.name);
  return names;
}

ExitCode run_repl_command(const std::string& line, Repl& repl) {
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string name = line.substr(0, end);
  const std::size_t begin = line.find_first_not_of(" \t", end);
  const std::string argument = begin == std::string::npos ? "" : line.substr(begin);
  std::vector<const Command*> found;
  for (const Command& command : kCommands) {
    if (command.name == name) return command.run(argument, repl);
    if (!name.empty() && command.name.starts_with(name)) found.push_back(&command);
  }
  if (found.size() == 1) return found.front()->run(argument, repl);
  if (found.size() > 1)
    return fail(repl, "'." + name + "' could be ." + std::string(found[0]->name) + " or ." +
                          std::string(found[1]->name));
  const auto near = did_you_mean(name, repl_command_names());
  return fail(repl, "no command '." + name + "'",
              near ? "did you mean '." + *near + "'?" : ".help lists them");
}

}  // namespace entente::cli
