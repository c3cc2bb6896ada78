// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "app/resources.hpp"
#include "cli/console.hpp"

namespace entente::cli {

struct ReviewOptions {
  std::filesystem::path graph;
  app::ResourcePaths resources;
  std::string by, date;    ///< of the decisions
  std::size_t limit = 0;   ///< facts to show; 0: all
  double below = 1;        ///< only facts less certain than this
  bool all_facts = false;  ///< also what is planned, called for, reported or denied
};

/// Shows the facts that nobody decided on, the least certain first, and reads what to do with each from
/// standard input, an answer a line; each decision is kept at once. Ends with the answers.
[[nodiscard]] ExitCode review(const ReviewOptions& options, Console& console);

}  // namespace entente::cli
