// SPDX-License-Identifier: Apache-2.0
// score_rows RELATIONS.json ROWS.jsonl JUDGED.jsonl GOLD...: the figures of evaluation::score as JSON, for
// compare.py. JUDGED.jsonl: edges judged afterwards.
#include <filesystem>
#include <iostream>
#include <vector>

#include "base/file.hpp"
#include "evaluation/report.hpp"

namespace {

entente::Result<std::string> run(const std::vector<std::filesystem::path>& files) {
  namespace ev = entente::evaluation;
  auto table = ev::RelationTable::load(files[0]);
  if (!table) return entente::fail(table.error());
  auto bytes = entente::read_file(files[1]);
  if (!bytes) return entente::fail(bytes.error());
  auto rows = ev::read_rows(*bytes);
  if (!rows) return entente::fail(rows.error());
  auto judged = ev::Adjudicated::load(files[2]);
  if (!judged) return entente::fail(judged.error());
  auto gold = ev::load_gold({files.begin() + 3, files.end()});
  if (!gold) return entente::fail(gold.error());
  const auto report = ev::score(*gold, *rows, *table, *judged);
  std::cerr << ev::to_text(report, {});
  return ev::to_json(report);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  const auto json = run({argv + 1, argv + argc});
  if (!json) {
    std::cerr << entente::to_text(json.error()) << '\n';
    return 1;
  }
  std::cout << *json;
}
