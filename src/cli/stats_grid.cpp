// SPDX-License-Identifier: Apache-2.0
#include "cli/stats_grid.hpp"

#include <algorithm>

namespace entente::cli {

namespace {

/// Rows of a group, the largest first.
void add_group(Grid& grid, const std::string& what, const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [kind, number] : sorted)
    grid.rows.push_back({text_cell(what), text_cell(kind), number_cell(number)});
}

}  // namespace

Grid stats_grid(const app::Stats& stats) {
  Grid grid{{"what", "kind", "number"}, {}};
  const auto add = [&](const char* what, const char* kind, std::size_t number) {
    grid.rows.push_back({text_cell(what), text_cell(kind), number_cell(number)});
  };
  add("documents", "", stats.documents);
  add("entities", "", stats.entities);
  add("facts", "", stats.facts);
  add("facts", "asserted, not negated", stats.plain_facts);
  add("facts", "negated", stats.negated_facts);
  add("evidence", "", stats.evidence);
  add_group(grid, "modality", stats.modalities);
  add_group(grid, "class", stats.classes);
  add_group(grid, "relation", stats.relations);
  add_group(grid, "imported nodes", stats.imported_nodes);
  add_group(grid, "imported edges", stats.imported_edges);
  return grid;
}

}  // namespace entente::cli
