// SPDX-License-Identifier: Apache-2.0
#include "cli/saved_queries.hpp"

#include <algorithm>

#include "app/resources.hpp"
#include "base/edit_distance.hpp"
#include "query/query.hpp"

namespace entente::cli {

Result<std::vector<query::SavedQuery>> load_saved_queries(const std::filesystem::path& folder) {
  const auto found = app::find_queries(folder);
  if (!found) return fail(found.error());
  return query::load_saved_queries(*found);
}

Result<query::SavedQuery> find_saved_query(const std::filesystem::path& folder, const std::string& name) {
  const auto queries = load_saved_queries(folder);
  if (!queries) return fail(queries.error());
  std::vector<std::string> names;
  for (const query::SavedQuery& query : *queries) {
    if (query.name == name) return query;
    names.push_back(query.name);
  }
  const auto near = did_you_mean(name, names);
  return fail(ErrorKind::data, "no saved query '" + name + "'", {},
              near ? "did you mean '" + *near + "'?" : "entente query --list shows them");
}

Status fill_parameters(const query::SavedQuery& query, std::map<std::string, query::Value>& parameters) {
  std::vector<std::string> names;
  for (const auto& [name, value] : query.parameters) names.push_back(name);
  for (const auto& [name, value] : parameters) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    const auto near = did_you_mean(name, names);
    return fail(ErrorKind::usage, query.name + " has no parameter '" + name + "'", {},
                near ? "did you mean '" + *near + "'?" : "");
  }
  parameters.insert(query.parameters.begin(), query.parameters.end());
  return {};
}

Grid saved_queries_grid(const std::vector<query::SavedQuery>& queries) {
  const graph::Snapshot none;  // parameters are plain values: no node or edge is looked up
  Grid grid{{"name", "title", "parameters"}, {}};
  for (const query::SavedQuery& query : queries) {
    std::string parameters;
    for (const auto& [name, value] : query.parameters) {
      parameters += (parameters.empty() ? "" : ", ") + name + "=" + query::to_text(value, none);
    }
    grid.rows.push_back({text_cell(query.name), text_cell(query.title), text_cell(parameters)});
  }
  return grid;
}

}  // namespace entente::cli
