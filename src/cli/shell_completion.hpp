// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/program_info.hpp"

namespace entente::cli {

// Scripts that complete commands, options and their values in a shell, whole files each.

[[nodiscard]] std::string bash_completion(const ProgramInfo& info);
[[nodiscard]] std::string zsh_completion(const ProgramInfo& info);
[[nodiscard]] std::string fish_completion(const ProgramInfo& info);

}  // namespace entente::cli
