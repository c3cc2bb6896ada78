// SPDX-License-Identifier: Apache-2.0
#include "cli/saved_queries.hpp"

#include "app/resources.hpp"
#include "base/edit_distance.hpp"

namespace entente::cli {

Result<std::vector<SavedQuery>> load_saved_queries(const std::filesystem::path& folder) {
  const auto found = app::find_queries(folder);
  if (!found) return fail(found.error());
  return std::vector<SavedQuery>();
}

Result<SavedQuery> find_saved_query(const std::filesystem::path& folder, const std::string& name) {
  const auto queries = load_saved_queries(folder);
  if (!queries) return fail(queries.error());
  std::vector<std::string> names;
  for (const SavedQuery& query : *queries) {
    if (query.name == name) return query;
    names.push_back(query.name);
  }
  const auto near = did_you_mean(name, names);
  return fail(ErrorKind::data, "no saved query '" + name + "'", {},
              near ? "did you mean '" + *near + "'?" : "entente query --list shows them");
}

Grid saved_queries_grid(const std::vector<SavedQuery>& queries) {
  Grid grid{{"name", "title", "parameters"}, {}};
  for (const SavedQuery& query : queries) {
    std::string parameters;
    for (const std::string& parameter : query.parameters) parameters += (parameters.empty() ? "$" : ", $") + parameter;
    grid.rows.push_back({text_cell(query.name), text_cell(query.title), text_cell(parameters)});
  }
  return grid;
}

}  // namespace entente::cli
