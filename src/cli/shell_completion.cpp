// SPDX-License-Identifier: Apache-2.0
#include "cli/shell_completion.hpp"

namespace entente::cli {

namespace {

const char* const kMade = "made by entente from its option definitions; do not edit\n";

bool takes_files(const OptionInfo& option) {
  return option.value == "FILE";
}

bool takes_folders(const OptionInfo& option) {
  return option.value == "DIR";
}

bool completes(const OptionInfo& option) {
  return !option.choices.empty() || takes_files(option) || takes_folders(option);
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

/// In single quotes of bash, zsh and fish; fish reads \ and ' behind \ there, the others do not.
std::string quoted(const std::string& text, bool fish = false) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += fish ? "\\'" : "'\\''";
    else if (c == '\\' && fish)
      out += "\\\\";
    else
      out += c;
  }
  return out + "'";
}

std::vector<std::string> option_names(const CommandInfo& command) {
  std::vector<std::string> names;
  for (const OptionInfo& option : command.options)
    if (!option.positional) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

const OptionInfo* first_positional(const CommandInfo& command) {
  for (const OptionInfo& option : command.options)
    if (option.positional) return &option;
  return nullptr;
}

std::vector<std::string> command_names(const ProgramInfo& info) {
  std::vector<std::string> names;
  for (const CommandInfo& command : info.commands) names.push_back(command.name);
  return names;
}

// ---- bash

std::string bash_action(const OptionInfo& option) {
  if (!option.choices.empty()) return "_entente_words " + quoted(joined(option.choices, " "));
  if (takes_files(option)) return "_entente_files -f";
  return takes_folders(option) ? "_entente_files -d" : ":";
}

std::string bash_values(const CommandInfo& command) {
  std::string text;
  for (const OptionInfo& option : command.options) {
    if (option.positional || option.value.empty()) continue;
    std::string labels;
    for (const std::string& name : option.names)
      labels += (labels.empty() ? "" : "|") + quoted(command.name + " " + name);
    text += "    " + labels + ") " + bash_action(option) + "; return ;;\n";
  }
  return text;
}

std::string bash_command(const CommandInfo& command) {
  const OptionInfo* positional = first_positional(command);
  return "    " + command.name + ")\n      if [[ $current == -* ]]; then _entente_words " +
         quoted(joined(option_names(command), " ")) + "\n      else " +
         (positional == nullptr ? ":" : bash_action(*positional)) + "; fi ;;\n";
}

const char* const kBashHelpers = R"(_entente_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}
_entente_files() {
  mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
  compopt -o filenames 2>/dev/null
}
_entente() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= i
  COMPREPLY=()
  if [[ $current == '=' ]]; then # bash parts --format=json at the sign
    current=
  elif [[ $previous == '=' ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)";

// ---- zsh

/// Inside _arguments, a colon and brackets part the fields of a description.
std::string zsh_description(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionInfo& option) {
  if (!option.choices.empty()) return "(" + joined(option.choices, " ") + ")";
  if (takes_files(option)) return "_files";
  return takes_folders(option) ? "_files -/" : " ";
}

std::string zsh_value(const OptionInfo& option) {
  return option.value.empty() ? "" : ":" + option.value + ":" + zsh_action(option);
}

/// A positional argument that nothing is known of is left out: zsh would then wait for more than the option.
std::string zsh_arguments(const CommandInfo& command) {
  std::string text;
  for (const OptionInfo& option : command.options) {
    if (option.positional) {
      if (completes(option))
        text += " \\\n        " + quoted(std::string(option.several ? "*" : "") + ":" + option.names.front() +
                                         ":" + zsh_action(option));
      continue;
    }
    const std::string others = "(" + joined(option.names, " ") + ")";
    for (const std::string& name : option.names)
      text += " \\\n        " + quoted((option.several ? "*" : others) + name + "[" +
                                       zsh_description(option.description) + "]" + zsh_value(option));
  }
  return text;
}

// ---- fish

std::string fish_option(const OptionInfo& option, const std::string& condition) {
  std::string text = "complete -c entente -n " + quoted(condition, true);
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty())
    text += " -x -a " + quoted(joined(option.choices, " "), true);
  else if (takes_files(option))
    text += " -r -F";
  else if (takes_folders(option))
    text += " -x -a '(__fish_complete_directories)'";
  else if (!option.value.empty())
    text += " -x";
  return text + " -d " + quoted(option.description, true) + "\n";
}

}  // namespace

std::string bash_completion(const ProgramInfo& info) {
  std::string text = std::string("# bash completion for entente, ") + kMade + kBashHelpers;
  text += "  for ((i = 1; i < COMP_CWORD; i++)); do\n    case ${COMP_WORDS[i]} in\n      " +
          joined(command_names(info), "|") + ") command=${COMP_WORDS[i]}; break ;;\n    esac\n  done\n";
  text += "  case \"$command $previous\" in\n";
  for (const CommandInfo& command : info.commands) text += bash_values(command);
  text += "  esac\n  case $command in\n    '') _entente_words " +
          quoted(joined(command_names(info), " ") + " " + joined(option_names(info.program), " ")) + " ;;\n";
  for (const CommandInfo& command : info.commands) text += bash_command(command);
  return text + "  esac\n}\ncomplete -F _entente entente\n";
}

std::string zsh_completion(const ProgramInfo& info) {
  std::string text = std::string("#compdef entente\n# zsh completion for entente, ") + kMade;
  text += "_entente() {\n  local curcontext=$curcontext state line\n  typeset -A opt_args\n  _arguments -C";
  text += zsh_arguments(info.program);
  text += " \\\n        '1: :->command' \\\n        '*:: :->arguments'\n  case $state in\n  command)\n";
  text += "    local -a commands=(\n";
  for (const CommandInfo& command : info.commands)
    text += "      " + quoted(command.name + ":" + command.description) + "\n";
  text += "    )\n    _describe -t commands 'command of entente' commands\n    ;;\n  arguments)\n";
  text += "    case $line[1] in\n";
  for (const CommandInfo& command : info.commands)
    text += "    " + command.name + ")\n      _arguments -s" + zsh_arguments(command) + "\n      ;;\n";
  text += "    esac\n    ;;\n  esac\n}\n";
  return text +
         "if [[ $funcstack[1] == _entente ]]; then\n  _entente \"$@\"\nelse\n  compdef _entente "
         "entente\nfi\n";
}

std::string fish_completion(const ProgramInfo& info) {
  std::string text = std::string("# fish completion for entente, ") + kMade + "complete -c entente -f\n";
  const std::string first = "__fish_use_subcommand";
  for (const OptionInfo& option : info.program.options) text += fish_option(option, first);
  for (const CommandInfo& command : info.commands)
    text += "complete -c entente -n " + first + " -a " + command.name + " -d " +
            quoted(command.description, true) + "\n";
  for (const CommandInfo& command : info.commands) {
    const std::string here = "__fish_seen_subcommand_from " + command.name;
    for (const OptionInfo& option : command.options)
      if (!option.positional) text += fish_option(option, here);
    const OptionInfo* positional = first_positional(command);
    if (positional == nullptr) continue;
    const std::string condition = "complete -c entente -n " + quoted(here, true);
    if (!positional->choices.empty())
      text += condition + " -a " + quoted(joined(positional->choices, " "), true) + "\n";
    else if (takes_files(*positional))
      text += condition + " -F\n";
    else if (takes_folders(*positional))
      text += condition + " -a '(__fish_complete_directories)'\n";
  }
  return text;
}

}  // namespace entente::cli
