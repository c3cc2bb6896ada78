// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace entente::app {

/// True for a line that is meant as an English question, not as the beginning of a statement.
[[nodiscard]] bool looks_like_question(std::string_view line);

/// True for a line that is a command of the shell: it begins with '.' or ':'.
[[nodiscard]] bool is_command(std::string_view line);

/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view line);

}  // namespace entente::app
