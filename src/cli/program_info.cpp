// SPDX-License-Identifier: Apache-2.0
#include "cli/program_info.hpp"

#include <CLI/CLI.hpp>

namespace entente::cli {

namespace {

/// "WHICH:{asserted,all}" says the choices behind the name of the value.
std::vector<std::string> choices_in(const std::string& type) {
  const auto begin = type.find('{'), end = type.find('}');
  std::vector<std::string> choices;
  if (begin == std::string::npos || end == std::string::npos || end < begin) return choices;
  std::string word;
  for (const char c : type.substr(begin + 1, end - begin - 1) + ",") {
    if (c != ',') {
      word += c;
    } else if (!word.empty()) {
      choices.push_back(std::move(word));
      word.clear();
    }
  }
  return choices;
}

OptionInfo info_of(const CLI::Option& option) {
  OptionInfo info;
  info.positional = option.get_positional();
  if (info.positional) {
    info.names = {option.get_name(true, false)};
  } else {
    for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  }
  const std::string type = option.get_type_name();
  if (option.get_items_expected_max() > 0) info.value = type.substr(0, type.find_first_of(":{ "));
  info.choices = choices_in(type);
  info.description = option.get_description();
  info.variable = option.get_envname();
  info.required = option.get_required();
  info.several = option.get_items_expected_max() > 1;
  return info;
}

CommandInfo command_info(const CLI::App& command) {
  CommandInfo info{command.get_name(), command.get_description(), command.get_footer(), {}};
  for (const CLI::Option* option : command.get_options()) info.options.push_back(info_of(*option));
  return info;
}

}  // namespace

ProgramInfo info_of(const CLI::App& program) {
  ProgramInfo info{command_info(program), {}};
  for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
    if (!command->get_group().empty()) info.commands.push_back(command_info(*command));
  return info;
}

}  // namespace entente::cli
