// SPDX-License-Identifier: Apache-2.0
#include "cli/repl_commands.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "cli/aligned_table.hpp"
#include "cli/repl_handlers.hpp"

namespace entente::cli {

namespace {

using Handler = ExitCode (*)(const std::string& argument, Repl& repl);
using Argument = app::CommandWord::Argument;

struct Command {
  std::string_view name;
  std::string_view usage;  ///< of the argument
  std::string_view help;
  Handler run;
  Argument argument = Argument::none;
  std::string_view words;  ///< that the argument may be, with blanks between them
};

ExitCode run_quit(const std::string&, Repl& repl) {
  repl.state().quit = true;
  return ExitCode::done;
}

ExitCode run_help(const std::string& argument, Repl& repl);

constexpr std::array<Command, 23> kCommands = {{
    {"ask", "QUESTION", "Ask in English; a question at the prompt needs no .ask", run_ask, Argument::question,
     ""},
    {"exit", "", "Leave", run_quit, Argument::none, ""},
    {"explain", "[STATEMENT]", "Show how a statement, or the last one, would be carried out", run_explain,
     Argument::statement, ""},
    {"facts", "[asserted|all]", "Also show what is planned, called for, reported or denied", run_facts,
     Argument::words, "all asserted"},
    {"graph", "[FILE]", "Draw the last answer here, or into FILE: .svg .html .dot .graphml .gexf .ttl ...",
     run_graph, Argument::file, ""},
    {"help", "[PATTERN]", "Show this, or the commands that speak of PATTERN", run_help, Argument::command,
     ""},
    {"history", "[N]", "Show what was typed, or the last N of it", run_history, Argument::none, ""},
    {"inference", "[on|off]", "Let a relation or class stand for its kinds too", run_inference,
     Argument::words, "off on"},
    {"limits", "[NAME VALUE]", "Show or set the limits of a statement; 0: none", run_limits, Argument::words,
     "memory rows steps timeout"},
    {"mode", "[FORMAT]", "Write answers as table, tsv, csv, json, jsonl, md, line or turtle; auto: as fits",
     run_mode, Argument::words, "auto csv json jsonl line md table tsv turtle"},
    {"once", "FILE", "Write the next answer to a file, or '| COMMAND'", run_once, Argument::file, ""},
    {"output", "[FILE]", "Write answers to a file, or '| COMMAND'; without one here again", run_output,
     Argument::file, ""},
    {"param", "[NAME=VALUE]", "Show or set $NAME of queries; unset NAME; clear", run_param, Argument::none,
     ""},
    {"profile", "[STATEMENT]", "Run a statement, or the last one, and show rows and time of each step",
     run_profile, Argument::statement, ""},
    {"queries", "[NAME [P=V ...]]", "List the saved queries, or run one with parameters", run_queries,
     Argument::saved_query, ""},
    {"quit", "", "Leave (also Ctrl-D)", run_quit, Argument::none, ""},
    {"read", "FILE", "Run the statements and commands of a file", run_read, Argument::file, ""},
    {"run", "NAME [P=V ...]", "Run a saved query", run_queries, Argument::saved_query, ""},
    {"schema", "[PATTERN]", "List labels, relation types and properties", run_schema, Argument::none, ""},
    {"show", "WHO", "Show what the graph knows of somebody or something", run_show, Argument::name, ""},
    {"stats", "", "Count what the graph holds", run_stats, Argument::none, ""},
    {"timer", "[on|off]", "Tell how long each statement takes", run_timer, Argument::words, "off on"},
    {"why", "ROW|FACT", "Show the evidence behind a row of the last answer, or behind a fact", run_why,
     Argument::none, ""},
}};

constexpr std::string_view kHowToWrite =
    "A statement ends with ';' and may take several lines; Ctrl-C gives it up, also while it runs. An "
    "English\n"
    "question takes one line. Tab completes keywords, labels, relations, properties, and names in quotes.\n"
    "  MATCH (a)-[f:cooperated]-(b) RETURN a.name, b.name;\n"
    "  Who cooperated with whom?\n";

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : kCommands) names.emplace_back(command.name);
  return names;
}

/// Usage and help, side by side where the terminal has room.
std::string help_line(const Command& command, std::size_t width) {
  constexpr std::size_t kUsage = 27, kWide = 72;
  std::string line = "." + std::string(command.name) + " " + std::string(command.usage);
  if (width > 0 && width < kWide)
    return line + "\n    " + cut_to_width(std::string(command.help), width - 4) + "\n";
  line.resize(std::max(line.size() + 1, kUsage), ' ');
  return line + std::string(command.help) + "\n";
}

ExitCode run_help(const std::string& argument, Repl& repl) {
  const std::string pattern = argument.substr(std::min(argument.find_first_not_of(".:"), argument.size()));
  std::string text;
  for (const Command& command : kCommands) {
    if (pattern.empty() || fits_pattern(command.name, pattern) || fits_pattern(command.help, pattern))
      text += help_line(command, repl.console().width());
  }
  if (text.empty()) return fail_command(repl, "no command speaks of '" + pattern + "'", ".help lists them");
  if (pattern.empty()) text += kHowToWrite;
  return repl.console().show(text);
}

}  // namespace

ExitCode fail_command(const Repl& repl, std::string message, std::string hint) {
  return repl.console().fail(Error{ErrorKind::data, std::move(message), {}, std::move(hint)});
}

bool fits_pattern(std::string_view text, std::string_view pattern) {
  const std::string in = utf8::lower(text), wanted = utf8::lower(pattern);
  if (wanted.find_first_of("*?") == std::string::npos) return in.find(wanted) != std::string::npos;
  std::size_t i = 0, j = 0, star = std::string::npos, mark = 0;
  while (i < in.size()) {
    if (j < wanted.size() && (wanted[j] == '?' || wanted[j] == in[i]) && wanted[j] != '*') {
      ++i, ++j;
    } else if (j < wanted.size() && wanted[j] == '*') {
      star = j++;
      mark = i;
    } else if (star != std::string::npos) {
      j = star + 1;
      i = ++mark;
    } else {
      return false;
    }
  }
  while (j < wanted.size() && wanted[j] == '*') ++j;
  return j == wanted.size();
}

std::vector<app::CommandWord> repl_command_words() {
  std::vector<app::CommandWord> all;
  for (const Command& command : kCommands) {
    app::CommandWord word{std::string(command.name), command.argument, {}};
    for (std::size_t begin = 0; begin < command.words.size();) {
      const std::size_t end = std::min(command.words.find(' ', begin), command.words.size());
      word.words.emplace_back(command.words.substr(begin, end - begin));
      begin = end + 1;
    }
    all.push_back(std::move(word));
  }
  return all;
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
    return fail_command(repl, "'." + name + "' could be ." + std::string(found[0]->name) + " or ." +
                                  std::string(found[1]->name));
  const auto near = did_you_mean(name, command_names());
  return fail_command(repl, "no command '." + name + "'",
                      near ? "did you mean '." + *near + "'?" : ".help lists them");
}

}  // namespace entente::cli
