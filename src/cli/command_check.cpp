// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>
#include <string>
#include <system_error>
#include <vector>

#include "app/check_graph.hpp"
#include "app/resources.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "ontology/check.hpp"
#include "ontology/directories.hpp"

namespace entente::cli {

namespace {

struct CheckOptions {
  std::filesystem::path path, rescue_to;
  app::ResourcePaths resources;
};

std::string counted(std::size_t number, const std::string& what) {
  return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

/// Prints the faults, one a line; the exit code is that of the gravest.
ExitCode print_faults(const std::vector<Error>& faults, const Console& console) {
  ExitCode code = ExitCode::done;
  for (const Error& fault : faults) {
    console.out() << to_text(fault) << "\n";
    if (code == ExitCode::done || fault.kind == ErrorKind::input_output) code = exit_code_of(fault.kind);
  }
  return code;
}

ExitCode check_ontology(const std::filesystem::path& given, const Console& console) {
  const auto directory = app::find_ontology(given);
  if (!directory) return console.fail(directory.error());
  const std::vector<Error> faults = ontology::check(*directory);
  const ExitCode code = print_faults(faults, console);
  console.note(directory->string() + ": " + (faults.empty() ? "sound" : counted(faults.size(), "fault")));
  return code;
}

/// What can be done about a damaged file.
void advise(const app::GraphCheck& check, const CheckOptions& options, const Console& console) {
  const store::Verification& file = check.file;
  for (const std::string& name : file.damaged) console.out() << "damaged document: " << name << "\n";
  console.note(counted(file.documents, "document") + " of " +
               std::to_string(file.documents + file.damaged.size()) + " can be read whole" +
               (file.imports == 0 ? "" : ", and " + counted(file.imports, "imported file")));
  if (options.rescue_to.empty() && file.documents > 0)
    console.note("to save them: entente check " + options.path.string() +
                 " --rescue NEW.entente; then build the " + "others, and import again, into NEW.entente");
}

ExitCode check_graph(const CheckOptions& options, const Console& console) {
  const auto check = app::check_graph(options.path, options.resources, options.rescue_to);
  if (!check) return console.fail(check.error());
  const store::Verification& file = check->file;
  const ExitCode code = print_faults(file.faults, console);
  console.note(options.path.string() + ": " +
               (file.faults.empty() ? "sound: " + counted(file.documents, "document") + ", " +
                                          counted(file.imports, "imported file")
                                    : counted(file.faults.size(), "fault")));
  if (!file.faults.empty()) advise(*check, options, console);
  if (check->snapshot == app::SnapshotState::stale_or_damaged)
    console.note("the snapshot beside it is stale or damaged; the next reader makes it anew");
  if (!options.rescue_to.empty())
    console.note(options.rescue_to.string() + ": " + counted(check->rescued, "document") + " written");
  return code;
}

}  // namespace

void add_check(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand(
      "check", "Look for faults in a graph file, or in vocabulary, frames and gazetteer");
  const auto options = std::make_shared<CheckOptions>();
  command
      ->add_option_function<std::vector<std::string>>(
          "PATH",
          [options](const std::vector<std::string>& given) {
            options->path = ontology::joined({given.begin(), given.end()});
          },
          "A graph file, or an ontology (several folders: the others add to the first); without it the "
          "ontology that the other commands would use")
      ->type_name("PATH");
  command
      ->add_option("--rescue", options->rescue_to,
                   "Write the documents that are whole to this new graph file")
      ->type_name("FILE");
  command->footer(
      "Faults of an ontology are named with file, line and column. Of a graph file every row is read and\n"
      "compared with the sum that was written with it. Examples:\n"
      "  entente check ontology/\n"
      "  entente check world.entente\n"
      "  entente check world.entente --rescue saved.entente");
  command->callback([options, &chosen] {
    std::error_code code;
    const auto given = ontology::directories_of(options->path);
    const bool graph = given.size() == 1 && !std::filesystem::is_directory(given.front(), code);
    chosen.run = [options, graph](Console& console) {
      return graph || !options->rescue_to.empty() ? check_graph(*options, console)
                                                  : check_ontology(options->path, console);
    };
  });
}

}  // namespace entente::cli
