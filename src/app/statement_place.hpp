// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::app {

/// What kind of word the end of an unfinished statement calls for.
struct StatementPlace {
  enum class Kind { nothing, name, label, type, property, key, parameter, word };
  Kind kind = Kind::word;
  std::size_t begin = 0;  ///< where the word begins; of a name: behind its quote
  char quote = 0;         ///< of a name
  bool first = false;     ///< nothing stands before the word
};

[[nodiscard]] StatementPlace place_at_end(std::string_view statement);

/// Names of variables that an unfinished statement brings in: behind '(' and '[' and AS. Each once, sorted.
[[nodiscard]] std::vector<std::string> variables_of(std::string_view statement);

/// True for bytes of a name without quotes: letters, digits, '_', all beyond ASCII.
[[nodiscard]] bool is_word_byte(char c);

}  // namespace entente::app
