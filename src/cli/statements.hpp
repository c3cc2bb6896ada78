// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// A script cut at its semicolons; those in quotes ('...', "...", `...`) and comments (// to the line's end,
/// /* ... */) do not count.
struct Statements {
  std::vector<std::string> complete;  ///< each with its ';', without the white space around it
  std::string
      rest;  ///< what follows the last ';', without white space around it; empty when only comments do
};

[[nodiscard]] Statements split_statements(std::string_view script);

}  // namespace entente::cli
