// SPDX-License-Identifier: Apache-2.0
#include "app/evaluate.hpp"

#include <system_error>

#include "evaluation/row.hpp"
#include "store/store.hpp"

namespace entente::app {

namespace {

namespace fs = std::filesystem;

Result<fs::path> find_relations(const std::vector<fs::path>& gold, const fs::path& given) {
  if (!given.empty()) return given;
  std::vector<fs::path> folders;
  for (const fs::path& path : gold) {
    const fs::path folder = path.has_filename() ? path : path.parent_path();
    folders.push_back(folder);
    folders.push_back(folder.parent_path());
  }
  folders.emplace_back("gold");
  std::error_code error;
  for (const fs::path& folder : folders) {
    if (fs::is_regular_file(folder / "relations.json", error)) return folder / "relations.json";
  }
  return fail(ErrorKind::input_output, "no relations.json beside the gold", {}, "give it with --relations");
}

}  // namespace

Result<evaluation::Report> evaluate(const fs::path& graph, const std::vector<fs::path>& gold,
                                    const fs::path& relations, const fs::path& adjudicated) {
  const auto documents = evaluation::load_gold(gold);
  if (!documents) return fail(documents.error());
  const auto table_file = find_relations(gold, relations);
  if (!table_file) return fail(table_file.error());
  const auto table = evaluation::RelationTable::load(*table_file);
  if (!table) return fail(table.error());
  auto judged = Result<evaluation::Adjudicated>();
  if (!adjudicated.empty()) judged = evaluation::Adjudicated::load(adjudicated);
  if (!judged) return fail(judged.error());
  const auto store = store::Store::open(graph, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto facts = store->load();
  if (!facts) return fail(facts.error());
  return evaluation::score(*documents, evaluation::rows_of(*facts, *documents), *table, *judged);
}

}  // namespace entente::app
