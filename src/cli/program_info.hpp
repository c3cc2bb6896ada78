// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace entente::cli {

/// One option or positional argument, as it was declared.
struct OptionInfo {
  std::vector<std::string> names;  ///< "-g", "--graph"; of a positional argument its one name
  std::string value;               ///< what it takes: "FILE", "DIR", "N"; empty for a flag
  std::string description;
  std::string variable;              ///< the environment variable that stands for it, or empty
  std::vector<std::string> choices;  ///< the values that it takes, where they are few; else empty
  bool positional = false, required = false, several = false;
};

struct CommandInfo {
  std::string name, description;
  std::string footer;  ///< remarks and examples, one a line
  std::vector<OptionInfo> options;
};

/// The command line as a whole: what completions and the manual are made from.
struct ProgramInfo {
  CommandInfo program;                ///< its own options
  std::vector<CommandInfo> commands;  ///< in the order of --help; hidden ones are left out
};

[[nodiscard]] ProgramInfo info_of(const CLI::App& program);

}  // namespace entente::cli
