// SPDX-License-Identifier: Apache-2.0
#include "cli/man_page.hpp"

#include <array>
#include <utility>

namespace entente::cli {

namespace {

/// What the program reads from its surroundings beside the variables of options.
constexpr std::array<std::pair<const char*, const char*>, 8> kVariables{
    {{"ENTENTE_MODEL", "Folder of the language model, where --model is not given."},
     {"ENTENTE_ONTOLOGY", "Folder of the vocabulary, where --ontology is not given."},
     {"ENTENTE_QUERIES", "Folder of the saved queries, where --queries is not given."},
     {"ENTENTE_HISTORY", "File for the shell's history; empty: none is kept."},
     {"NO_COLOR", "No colours."},
     {"PAGER", "Shows what is taller than the terminal."},
     {"CI", "No progress line."},
     {"XDG_DATA_HOME, XDG_STATE_HOME", "Where model and history are looked for (the usual defaults)."}}};

/// Text as roff means it: backslashes and hyphens plain, no control line.
std::string roff(const std::string& text) {
  std::string out;
  bool first = true;
  for (const char c : text) {
    if (first && (c == '.' || c == '\'')) out += "\\&";
    first = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else
      out += c;
  }
  return out;
}

std::string bold(const std::string& text) {
  return "\\fB" + roff(text) + "\\fR";
}

std::string italic(const std::string& text) {
  return "\\fI" + roff(text) + "\\fR";
}

std::string sentence(const std::string& text) {
  if (text.empty()) return text;
  const char last = text.back();
  return roff(last == '.' || last == '?' || last == '!' ? text : text + ".");
}

std::string option_entry(const OptionInfo& option) {
  std::string head;
  for (const std::string& name : option.names)
    head += (head.empty() ? "" : ", ") + (option.positional ? italic(name) : bold(name));
  if (!option.positional && !option.value.empty()) head += " " + italic(option.value);
  if (option.several) head += " ...";
  std::string text = ".TP\n" + head + "\n" + sentence(option.description) + "\n";
  if (!option.choices.empty()) {
    text += "One of";
    for (const std::string& choice : option.choices)
      text += (&choice == &option.choices.front() ? " " : ", ") + bold(choice);
    text += ".\n";
  }
  if (option.required) text += "Required.\n";
  if (!option.variable.empty()) text += "Environment: " + bold(option.variable) + ".\n";
  return text;
}

/// "entente query [OPTION ...] [QUERY]".
std::string usage(const CommandInfo& command) {
  std::string text = bold("entente " + command.name) + " [" + italic("OPTION") + " ...]";
  for (const OptionInfo& option : command.options) {
    if (!option.positional) continue;
    const std::string name = italic(option.names.front()) + (option.several ? " ..." : "");
    text += option.required ? " " + name : " [" + name + "]";
  }
  return text;
}

/// Lines as they stand.
std::string lines(const std::string& text) {
  return text.empty() ? "" : ".PP\n.nf\n" + roff(text) + "\n.fi\n";
}

std::string command_section(const CommandInfo& command) {
  std::string text =
      ".SS " + command.name + "\n" + usage(command) + "\n.PP\n" + sentence(command.description) + "\n";
  for (const OptionInfo& option : command.options) text += option_entry(option);
  return text + lines(command.footer);
}

}  // namespace

std::string man_page(const ProgramInfo& info, std::string_view version) {
  std::string text = ".\\\" made by entente from its option definitions; do not edit\n";
  text += ".TH ENTENTE 1 \"\" \"entente " + std::string(version) + "\" \"User Commands\"\n";
  text += ".SH NAME\nentente \\- a knowledge graph of who did what to whom, read from texts\n";
  text += ".SH SYNOPSIS\n.nf\n" + bold("entente") + " " + italic("COMMAND") + " [" + italic("OPTION") +
          " ...] [" + italic("ARGUMENT") + " ...]\n.fi\n";
  text += ".SH DESCRIPTION\n" + roff(info.program.description) + "\n";
  for (const OptionInfo& option : info.program.options) text += option_entry(option);
  text += ".SH COMMANDS\n";
  for (const CommandInfo& command : info.commands) text += command_section(command);
  text += ".SH NOTES\n" + lines(info.program.footer);
  text += ".SH ENVIRONMENT\n";
  for (const auto& [name, meaning] : kVariables) text += ".TP\n" + bold(name) + "\n" + roff(meaning) + "\n";
  return text;
}

}  // namespace entente::cli
