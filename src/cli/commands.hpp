// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "cli/console.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

/// What the command line asks for: set by the one subcommand that was parsed.
struct Chosen {
  std::function<ExitCode(Console&)> run;
};

// One function a command, each in command_<name>.cpp: declares its options on the program and, when parsed,
// sets what to run.
void add_build(CLI::App& program, Chosen& chosen);
void add_sync(CLI::App& program, Chosen& chosen);
void add_rm(CLI::App& program, Chosen& chosen);
void add_reduce(CLI::App& program, Chosen& chosen);
void add_import(CLI::App& program, Chosen& chosen);
void add_query(CLI::App& program, Chosen& chosen);
void add_ask(CLI::App& program, Chosen& chosen);
void add_repl(CLI::App& program, Chosen& chosen);
void add_show(CLI::App& program, Chosen& chosen);
void add_why(CLI::App& program, Chosen& chosen);
void add_stats(CLI::App& program, Chosen& chosen);
void add_export(CLI::App& program, Chosen& chosen);
void add_parse(CLI::App& program, Chosen& chosen);
void add_map(CLI::App& program, Chosen& chosen);
void add_eval(CLI::App& program, Chosen& chosen);
void add_check(CLI::App& program, Chosen& chosen);
void add_serve(CLI::App& program, Chosen& chosen);
void add_decide(CLI::App& program, Chosen& chosen);  ///< confirm, deny, note, merge-entities, ... undo
void add_decisions(CLI::App& program, Chosen& chosen);
void add_review(CLI::App& program, Chosen& chosen);
void add_generate(CLI::App& program, Chosen& chosen);

}  // namespace entente::cli
