// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ask {

/// Short lists of words, in the order in which they came.
using Strings = std::vector<std::string>;

[[nodiscard]] inline bool has(const Strings& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Appends a word that is not empty and not there yet.
inline void add_once(Strings& list, const std::string& word) {
  if (!word.empty() && !has(list, word)) list.push_back(word);
}

}  // namespace entente::ask
