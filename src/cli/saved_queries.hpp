// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/grid.hpp"
#include "graph/property_graph.hpp"
#include "query/saved.hpp"

namespace entente::cli {

/// The saved queries of a folder (the program's own when it is empty), by name.
[[nodiscard]] Result<std::vector<query::SavedQuery>> load_saved_queries(const std::filesystem::path& folder);

/// One of them. An unknown name is a data error with "did you mean".
[[nodiscard]] Result<query::SavedQuery> find_saved_query(const std::filesystem::path& folder,
                                                         const std::string& name);

/// Puts the defaults in for parameters that are not there. One that the query does not know is a usage error.
[[nodiscard]] Status fill_parameters(const query::SavedQuery& query,
                                     std::map<std::string, query::Value>& parameters);

/// Name, title, and parameters with their defaults, a row each.
[[nodiscard]] Grid saved_queries_grid(const std::vector<query::SavedQuery>& queries);

}  // namespace entente::cli
