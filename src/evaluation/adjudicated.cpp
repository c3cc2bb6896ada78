// SPDX-License-Identifier: Apache-2.0
#include "evaluation/adjudicated.hpp"

#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "evaluation/names.hpp"

namespace entente::evaluation {

Adjudicated::Key Adjudicated::key(const std::string& doc, const Row& row) {
  return {doc, normal_name(row.subject), relation_name(row.relation), normal_name(row.object)};
}

Result<Adjudicated> Adjudicated::read(std::string_view jsonl) {
  Adjudicated out;
  std::size_t number = 0;
  for (const auto& line : split(jsonl, '\n')) {
    ++number;
    const auto rows = read_rows(line);
    if (!rows) return fail(ErrorKind::data, rows.error().message, Place{"", number});
    if (rows->empty()) continue;
    const Row& row = rows->front();
    const auto entry = nlohmann::json::parse(line);  // read_rows has parsed it before
    if (!row.doc || !entry.contains("verdict") || !entry["verdict"].is_boolean())
      return fail(ErrorKind::data, "a judged edge needs a \"doc\" and a \"verdict\" that is true or false",
                  Place{"", number});
    Verdict verdict{std::nullopt, std::nullopt, entry["verdict"].get<bool>()};
    if (entry.contains("polarity")) verdict.polarity = row.polarity;
    if (entry.contains("modality")) verdict.modality = row.modality;
    out.verdicts_[key(*row.doc, row)].push_back(std::move(verdict));
  }
  return out;
}

Result<Adjudicated> Adjudicated::load(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  auto out = read(*bytes);
  if (!out) out.error().place.file = path.string();
  return out;
}

std::optional<bool> Adjudicated::verdict(const std::string& doc, const Row& row) const {
  const auto found = verdicts_.find(key(doc, row));
  if (found == verdicts_.end()) return std::nullopt;
  for (const Verdict& each : found->second)
    if (each.polarity.value_or(row.polarity) == row.polarity &&
        each.modality.value_or(row.modality) == row.modality)
      return each.right;
  return std::nullopt;
}

}  // namespace entente::evaluation
