// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/grid.hpp"

namespace entente::cli {

struct SavedQuery {
  std::string name;
  std::string title;
  std::vector<std::string> parameters;
  std::string text;
};

/// The saved queries of a folder (the program's own when it is empty), by name.
[[nodiscard]] Result<std::vector<SavedQuery>> load_saved_queries(const std::filesystem::path& folder);

/// One of them. An unknown name is a data error with "did you mean".
[[nodiscard]] Result<SavedQuery> find_saved_query(const std::filesystem::path& folder, const std::string& name);

[[nodiscard]] Grid saved_queries_grid(const std::vector<SavedQuery>& queries);

}  // namespace entente::cli
