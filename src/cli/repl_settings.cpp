// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>

#include "app/question_line.hpp"
#include "base/edit_distance.hpp"
#include "cli/options.hpp"
#include "cli/parameters.hpp"
#include "cli/repl_handlers.hpp"

namespace entente::cli {

namespace {

/// Sets a two-valued switch by its words; an empty argument leaves it. Tells how it stands.
ExitCode set_switch(const char* name, const std::string& argument, bool& value, const char* on,
                    const char* off, const Repl& repl) {
  if (argument == on) {
    value = true;
  } else if (argument == off) {
    value = false;
  } else if (!argument.empty()) {
    return fail_command(repl, std::string(name) + " is " + on + " or " + off + ", not '" + argument + "'");
  }
  repl.console().err() << name << ": " << (value ? on : off) << std::endl;
  return ExitCode::done;
}

/// "a b  c" -> "a", "b  c".
std::pair<std::string, std::string> first_word(const std::string& text) {
  const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
  return {text.substr(0, end), std::string(app::trimmed(std::string_view(text).substr(end)))};
}

const char* type_name(const query::Value& value) {
  constexpr std::array<const char*, 12> kNames = {"null",   "boolean", "integer",  "float",
                                                  "string", "list",    "map",      "node",
                                                  "edge",   "path",    "temporal", "duration"};
  return kNames[value.data.index()];
}

ExitCode unset(const std::string& name, Repl& repl) {
  auto& parameters = repl.state().options.parameters;
  if (parameters.erase(name) != 0) return ExitCode::done;
  std::vector<std::string> names;
  for (const auto& [known, value] : parameters) names.push_back(known);
  const auto near = did_you_mean(name, names);
  return fail_command(repl, "no parameter '" + name + "'", near ? "did you mean '" + *near + "'?" : "");
}

std::string seconds(unsigned milliseconds) {
  std::string text = std::to_string(milliseconds / 1000);
  if (milliseconds % 1000 != 0) text += "." + std::to_string(1000 + milliseconds % 1000).substr(1);
  return text;
}

/// False when the text is no number from 0 up to a million.
bool read_seconds(const std::string& text, unsigned& milliseconds) {
  std::string copy = text;
  if (!CLI::Range(0.0, 1e6)(copy).empty()) return false;
  milliseconds = static_cast<unsigned>(std::ceil(std::stod(text) * 1000));
  return true;
}

bool read_number(const std::string& text, std::size_t& number) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

/// "500MB" and so on.
bool read_size(const std::string& text, std::size_t& bytes) {
  std::string number = text;
  try {  // it throws where a unit is unknown
    return CLI::AsSizeValue(false)(number).empty() && read_number(number, bytes);
  } catch (const CLI::Error&) {
    return false;
  }
}

bool set_limit(const std::string& name, const std::string& value, query::Options& options) {
  if (name == "timeout") return read_seconds(value, options.timeout_ms);
  if (name == "memory") return read_size(value, options.max_memory);
  if (name == "rows") return read_number(value, options.max_rows);
  std::size_t steps = 0;
  if (!read_number(value, steps)) return false;
  options.max_steps = limit_of_steps(steps);
  return true;
}

ExitCode redirect(const std::string& target, bool once, Repl& repl) {
  std::optional<Redirection> redirection;
  if (!target.empty()) {
    auto opened = Redirection::open(target);
    if (!opened) return repl.console().fail(opened.error());
    redirection.emplace(std::move(*opened));
  }
  const Status closed = repl.redirect(std::move(redirection));
  repl.state().once = once;
  return closed ? ExitCode::done : repl.console().fail(closed.error());
}

}  // namespace

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
  const std::vector<std::string> names = answer_format_names();
  if (argument == "auto") {
    repl.state().format.reset();
  } else if (!argument.empty()) {
    const auto format = format_from_text(argument);
    if (!format) {
      std::string list = "auto";
      for (const std::string& name : names) list += ", " + name;
      const auto near = did_you_mean(argument, names);
      return fail_command(repl, "no mode '" + argument + "'", near ? "did you mean '" + *near + "'?" : list);
    }
    repl.state().format = format;
    return ExitCode::done;
  }
  const auto& format = repl.state().format;
  repl.console().err() << "mode: " << (format ? names[static_cast<std::size_t>(*format)] : "auto")
                       << std::endl;
  return ExitCode::done;
}

ExitCode run_param(const std::string& argument, Repl& repl) {
  auto& parameters = repl.state().options.parameters;
  const auto [word, rest] = first_word(argument);
  if (argument == "clear") {
    parameters.clear();
    return ExitCode::done;
  }
  if (word == "unset" && !rest.empty()) return unset(rest, repl);
  if (!argument.empty()) {
    const bool spread = word.find('=') == std::string::npos && !rest.empty();  // NAME VALUE, NAME = VALUE
    const std::size_t value = spread && rest.front() == '=' ? rest.find_first_not_of(" \t", 1) : 0;
    const std::string assignment = spread ? word + "=" + rest.substr(std::min(value, rest.size())) : argument;
    const Status status = add_parameter(assignment, parameters);
    return status ? ExitCode::done : repl.console().fail(status.error());
  }
  Grid grid{{"name", "value", "type"}, {}};
  for (const auto& [name, value] : parameters) {
    grid.rows.push_back(
        {text_cell(name), text_cell(query::to_text(value, repl.graph().graph)), text_cell(type_name(value))});
  }
  return repl.show(grid);
}

ExitCode run_limits(const std::string& argument, Repl& repl) {
  static const std::vector<std::string> kNames = {"timeout", "rows", "memory", "steps"};
  query::Options& options = repl.state().options;
  if (argument.empty()) {
    Grid grid{{"limit", "value", "unit"}, {}};
    grid.rows.push_back({text_cell("timeout"), text_cell(seconds(options.timeout_ms)), text_cell("seconds")});
    grid.rows.push_back({text_cell("rows"), number_cell(options.max_rows), text_cell("rows of an answer")});
    grid.rows.push_back({text_cell("memory"), number_cell(options.max_memory), text_cell("bytes")});
    grid.rows.push_back({text_cell("steps"), number_cell(options.max_steps),
                         text_cell("edges, elements and rows looked at")});
    return repl.show(grid);
  }
  const auto [name, value] = first_word(argument);
  if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) {
    const auto near = did_you_mean(name, kNames);
    return fail_command(repl, "no limit '" + name + "'",
                        near ? "did you mean '" + *near + "'?" : "timeout, rows, memory, steps");
  }
  if (set_limit(name, value, options)) return ExitCode::done;
  return fail_command(repl, "no value for the limit " + name + ": '" + value + "'",
                      "as in .limits timeout 2.5, .limits rows 1000, .limits memory 500MB; 0: no limit");
}

ExitCode run_output(const std::string& argument, Repl& repl) {
  return redirect(argument, false, repl);
}

ExitCode run_once(const std::string& argument, Repl& repl) {
  if (argument.empty()) return fail_command(repl, "into which file?", ".once FILE");
  return redirect(argument, true, repl);
}

}  // namespace entente::cli
