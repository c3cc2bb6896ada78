// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <ostream>

#include "app/resources.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "ontology/check.hpp"

namespace entente::cli {

namespace {

ExitCode run(const std::filesystem::path& given, const Console& console) {
  const auto directory = app::find_ontology(given);
  if (!directory) return console.fail(directory.error());
  const std::vector<Error> faults = ontology::check(*directory);
  ExitCode code = ExitCode::done;
  for (const Error& fault : faults) {
    console.out() << to_text(fault) << "\n";
    if (code == ExitCode::done || fault.kind == ErrorKind::input_output) code = exit_code_of(fault.kind);
  }
  console.note(directory->string() + ": " +
               (faults.empty()
                    ? "sound"
                    : std::to_string(faults.size()) + (faults.size() == 1 ? " fault" : " faults")));
  return code;
}

}  // namespace

void add_check(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand("check", "Look for faults in vocabulary, frames and gazetteer");
  const auto directory = std::make_shared<std::filesystem::path>();
  command->add_option("DIR", *directory, "The ontology; without it the one that the other commands would use")
      ->type_name("DIR");
  command->footer("Each fault is named with file, line and column. Example:\n  entente check ontology/");
  command->callback([directory, &chosen] {
    chosen.run = [directory](Console& console) { return run(*directory, console); };
  });
}

}  // namespace entente::cli
