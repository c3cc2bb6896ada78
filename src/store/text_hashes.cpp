// SPDX-License-Identifier: Apache-2.0
#include "store/text_hashes.hpp"

#include "store/schema.hpp"

namespace entente::store {

Status write_text_hash(const Database& database, std::int64_t document, std::string_view sha256) {
  if (auto raised = raise_schema(database, kSchemaWithHashes); !raised) return raised;
  auto insert = database.prepare("INSERT INTO text_hash VALUES (?,?)");
  if (!insert) return fail(insert.error());
  return insert->bind(document).bind(sha256).run();
}

Result<std::string> read_text_hash(const Database& database, std::int64_t document) {
  const auto there = has_schema_version(database, kSchemaWithHashes);
  if (!there) return fail(there.error());
  if (!*there) return std::string();
  auto select = database.prepare("SELECT sha256 FROM text_hash WHERE document = ?");
  if (!select) return fail(select.error());
  const auto row = select->bind(document).step();
  if (!row) return fail(row.error());
  return *row ? std::string(select->text(0)) : std::string();
}

}  // namespace entente::store
