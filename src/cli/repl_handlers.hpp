// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/repl.hpp"

namespace entente::cli {

// What the commands of the shell do with their arguments; repl_commands.cpp has their names and their help.

// How the shell stands (repl_settings.cpp).
ExitCode run_facts(const std::string& argument, Repl& repl);
ExitCode run_inference(const std::string& argument, Repl& repl);
ExitCode run_timer(const std::string& argument, Repl& repl);
ExitCode run_mode(const std::string& argument, Repl& repl);
ExitCode run_param(const std::string& argument, Repl& repl);
ExitCode run_limits(const std::string& argument, Repl& repl);
ExitCode run_output(const std::string& argument, Repl& repl);
ExitCode run_once(const std::string& argument, Repl& repl);

// What is asked of the graph (repl_answers.cpp).
ExitCode run_ask(const std::string& argument, Repl& repl);
ExitCode run_explain(const std::string& argument, Repl& repl);
ExitCode run_profile(const std::string& argument, Repl& repl);
ExitCode run_queries(const std::string& argument, Repl& repl);
ExitCode run_read(const std::string& argument, Repl& repl);
ExitCode run_schema(const std::string& argument, Repl& repl);
ExitCode run_show(const std::string& argument, Repl& repl);
ExitCode run_stats(const std::string& argument, Repl& repl);
ExitCode run_why(const std::string& argument, Repl& repl);
ExitCode run_graph(const std::string& argument, Repl& repl);
ExitCode run_history(const std::string& argument, Repl& repl);

/// A data error of a command.
ExitCode fail_command(const Repl& repl, std::string message, std::string hint = {});

/// True when a word is found in a text, or its '*' and '?' fit the whole of it; both without regard to case.
[[nodiscard]] bool fits_pattern(std::string_view text, std::string_view pattern);

}  // namespace entente::cli
