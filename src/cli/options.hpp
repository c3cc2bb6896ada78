// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/resources.hpp"
#include "cli/console.hpp"
#include "cli/grid.hpp"
#include "query/query.hpp"

namespace entente::cli {

// Options that several commands share, so that they read alike everywhere.

CLI::Option* add_graph_option(CLI::App& command, std::filesystem::path& graph);
void add_ontology_option(CLI::App& command, app::ResourcePaths& paths);
void add_model_option(CLI::App& command, app::ResourcePaths& paths);
/// Both of them: what reading a text or a question takes.
void add_reading_options(CLI::App& command, app::ResourcePaths& paths);
void add_jobs_option(CLI::App& command, unsigned& jobs);
void add_facts_option(CLI::App& command, bool& all_facts);
/// What is run without being typed, in the order of the command line.
struct Script {
  bool is_file;      ///< else it is the text itself
  std::string text;  ///< or the file's name; "-" is standard input
};

/// -c, -f (both as often as one likes) and --keep-going.
void add_script_options(CLI::App& command, std::vector<Script>& scripts, bool& keep_going);
/// -P, --facts, --exact and the limits: how statements are run. assignments are for add_parameter().
void add_query_options(CLI::App& command, query::Options& options, std::vector<std::string>& assignments);
/// A limit of steps as people write it: 0 is none.
[[nodiscard]] std::size_t limit_of_steps(std::size_t given);
/// for_answers: of queries and questions, which have formats of their own.
void add_format_option(CLI::App& command, std::optional<Format>& format, bool for_answers = false);

/// The format to write in: the one given, else a table on a terminal and TSV elsewhere.
[[nodiscard]] Format format_for(const std::optional<Format>& given, const Console& console);

/// Tables are kept within the terminal's width, elsewhere within none; their head is bold where colours are
/// wanted.
[[nodiscard]] inline Layout table_layout(const Console& console) {
  return {console.width(), console.colours_out()};
}

/// Threads that the machine can run at once, at least 1.
[[nodiscard]] unsigned default_jobs();

}  // namespace entente::cli
