// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "app/version.hpp"
#include "cli/commands.hpp"
#include "cli/man_page.hpp"
#include "cli/options.hpp"
#include "cli/shell_completion.hpp"

namespace entente::cli {

namespace {

std::string text_for(const std::string& what, const ProgramInfo& info) {
  if (what == "bash") return bash_completion(info);
  if (what == "zsh") return zsh_completion(info);
  if (what == "fish") return fish_completion(info);
  return man_page(info, app::version());
}

}  // namespace

void add_generate(CLI::App& program, Chosen& chosen) {
  CLI::App* command = program.add_subcommand(
      "generate", "Write the shell completion or the manual page that this program's options make");
  command->group("");  // for the installation: not in --help
  const auto what = std::make_shared<std::string>();
  command->add_option("WHAT", *what, "bash, zsh, fish or man")
      ->check(CLI::IsMember({"bash", "zsh", "fish", "man"}))
      ->required();
  command->callback([what, &program, &chosen] {
    chosen.run = [what, &program](Console& console) {
      return console.show(text_for(*what, info_of(program)));
    };
  });
}

}  // namespace entente::cli
