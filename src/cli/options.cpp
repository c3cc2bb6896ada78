// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

#include "ontology/directories.hpp"

namespace entente::cli {

CLI::Option* add_graph_option(CLI::App& command, std::filesystem::path& graph) {
  return command.add_option("-g,--graph", graph, "The graph file (*.entente)")
      ->envname("ENTENTE_GRAPH")
      ->required()
      ->type_name("FILE");
}

void add_ontology_option(CLI::App& command, app::ResourcePaths& paths) {
  const auto join = [&paths](const std::vector<std::string>& given) {
    paths.ontology = ontology::joined({given.begin(), given.end()});
  };
  command
      .add_option_function<std::vector<std::string>>(
          "--ontology", join,
          "Folder with the vocabulary, frames and gazetteer, or with what is to be added; several times")
      ->type_name("DIR")
      ->allow_extra_args(false)
      ->take_all();
}

void add_model_option(CLI::App& command, app::ResourcePaths& paths) {
  command.add_option("--model", paths.model, "Folder of a spaCy v3 English pipeline")->type_name("DIR");
}

void add_reading_options(CLI::App& command, app::ResourcePaths& paths) {
  add_ontology_option(command, paths);
  add_model_option(command, paths);
}

void add_jobs_option(CLI::App& command, unsigned& jobs) {
  command.add_option("-j,--jobs", jobs, "Threads; the result does not depend on it")
      ->check(CLI::Range(1u, 1024u))
      ->type_name("N")
      ->capture_default_str();
}

void add_facts_option(CLI::App& command, bool& all_facts) {
  command
      .add_option_function<std::string>(
          "--facts", [&all_facts](const std::string& which) { all_facts = which == "all"; },
          "asserted: what the texts state as done (default); all: also what is planned, called for, claimed "
          "or denied")
      ->check(CLI::IsMember({"asserted", "all"}))
      ->type_name("WHICH");
}

/// --timeout, --max-rows, --max-memory and --max-steps, with the defaults of the program.
static void add_limit_options(CLI::App& command, query::Options& options) {
  options.timeout_ms = 60'000;
  options.max_rows = 1'000'000;
  options.max_memory = std::size_t{1} << 30;
  command
      .add_option_function<double>(
          "--timeout",
          [&options](double seconds) {
            options.timeout_ms = static_cast<unsigned>(std::ceil(seconds * 1000));
          },
          "Stop a statement after so many seconds; 60 without it, 0: never")
      ->check(CLI::Range(0.0, 1e6))
      ->type_name("SECONDS");
  command.add_option("--max-rows", options.max_rows, "Stop at more rows; 1000000 without it, 0: no limit")
      ->type_name("N");
  command
      .add_option("--max-memory", options.max_memory,
                  "Stop when rows and paths take more, such as 500MB; 1GB without it, 0: no limit")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE");
  command
      .add_option_function<std::size_t>(
          "--max-steps", [&options](std::size_t steps) { options.max_steps = limit_of_steps(steps); },
          "Stop when more edges, elements and rows are looked at; 50000000 without it, 0: no limit")
      ->type_name("N");
}

std::size_t limit_of_steps(std::size_t given) {
  return given == 0 ? std::numeric_limits<std::size_t>::max() : given;
}

void add_script_options(CLI::App& command, std::vector<Script>& scripts, bool& keep_going) {
  const auto add = [&](const char* names, const char* help, const char* type, bool is_file) {
    command
        .add_option_function<std::vector<std::string>>(
            names,
            [&scripts, is_file](const std::vector<std::string>& given) {
              for (const std::string& text : given) scripts.push_back({is_file, text});
            },
            help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->trigger_on_parse();
  };
  add("-c,--command", "Statements, each ended by ;; may be given again", "TEXT", false);
  add("-f,--file", "A file of statements, or - for standard input; may be given again", "FILE", true);
  command.add_flag("--keep-going", keep_going,
                   "Go on behind an error; the exit code is that of the first one");
}

void add_query_options(CLI::App& command, query::Options& options, std::vector<std::string>& assignments) {
  command.add_option("-P,--param", assignments, "Value of $NAME: JSON or plain text; may be given again")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  add_facts_option(command, options.all_facts);
  command.add_flag("--exact", options.exact,
                   "A relation or class stands for itself alone, not for its kinds too");
  add_limit_options(command, options);
}

void add_format_option(CLI::App& command, std::optional<Format>& format, bool for_answers) {
  const std::vector<std::string> names = for_answers ? answer_format_names() : format_names();
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  command
      .add_option_function<std::string>(
          "--format", [&format](const std::string& name) { format = format_from_text(name); },
          list + "; without it a table on a terminal, TSV elsewhere")
      ->check(CLI::IsMember(names))
      ->type_name("FORMAT");
}

Format format_for(const std::optional<Format>& given, const Console& console) {
  return given.value_or(console.out_is_terminal() ? Format::table : Format::tsv);
}

unsigned default_jobs() {
  return std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace entente::cli
