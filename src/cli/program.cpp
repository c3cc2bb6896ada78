// SPDX-License-Identifier: Apache-2.0
#include "cli/program.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

#include "app/version.hpp"
#include "base/edit_distance.hpp"
#include "cli/commands.hpp"

namespace entente::cli {

namespace {

constexpr const char* kFooter =
    "Exit codes: 0 done; 1 query or data error; 2 usage; 3 input or output; 4 done, but some documents were "
    "left out.\n"
    "entente COMMAND --help tells more. Typical:\n"
    "  entente build seeds/ -g world.entente\n"
    "  entente ask 'Who cooperated with whom?' -g world.entente\n"
    "  entente export -g world.entente -o world.ttl";

void add_commands(CLI::App& program, Chosen& chosen) {
  for (const auto add :
       {add_build, add_sync,  add_rm,    add_reduce, add_import,    add_query,  add_ask,
        add_repl,  add_show,  add_why,   add_stats,  add_export,    add_parse,  add_map,
        add_eval,  add_serve, add_check, add_decide, add_decisions, add_review, add_generate}) {
    add(program, chosen);
  }
}

/// A line each for the program, the model and the ontology that it finds.
std::string versions() {
  const auto line = [](const char* what, const Result<std::string>& found) {
    return std::string("\n") + what + " " + (found ? *found : "none (" + found.error().message + ")");
  };
  return "entente " + std::string(app::version()) + line("model", app::model_version({})) +
         line("ontology", app::ontology_version({}));
}

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

/// What the parser says, with the nearest command when the first word is none.
int usage_error(const CLI::App& program, const CLI::ParseError& error, const std::string& first_word,
                const Console& console) {
  const std::vector<std::string> names = command_names(program);
  const bool is_command = std::find(names.begin(), names.end(), first_word) != names.end();
  if (!first_word.empty() && first_word.front() != '-' && !is_command) {
    const auto near = did_you_mean(first_word, names);
    console.note("no command '" + first_word + "'" +
                 (near ? " (did you mean '" + *near + "'?)" : "; entente --help lists them"));
  } else {
    console.note(std::string(error.what()) + " (entente" + (is_command ? " " + first_word : "") +
                 " --help tells more)");
  }
  return static_cast<int>(ExitCode::usage);
}

}  // namespace

int run_program(int argc, const char* const* argv, Console& console) {
  Chosen chosen;
  CLI::App program(
      "entente reads English texts about world affairs and builds a knowledge graph of who did what to "
      "whom,\n"
      "each edge with the sentence that says so.",
      "entente");
  program.set_version_flag("--version", versions,
                           "Show the versions of program, language model and ontology");
  program.require_subcommand(1);
  program.footer(kFooter);
  add_commands(program, chosen);
  try {
    program.parse(argc, argv);
  } catch (const CLI::Success& success) {
    return program.exit(success, console.out(), console.err());
  } catch (const CLI::ParseError& error) {
    return usage_error(program, error, argc > 1 ? argv[1] : "", console);
  }
  const ExitCode code = chosen.run(console);
  console.out().flush();
  if (!console.out() && code == ExitCode::done) {
    return static_cast<int>(console.fail(Error{ErrorKind::input_output, "cannot write the output", {}, {}}));
  }
  return static_cast<int>(code);
}

}  // namespace entente::cli
