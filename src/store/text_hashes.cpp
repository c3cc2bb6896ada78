// SPDX-License-Identifier: Apache-2.0
#include "store/text_hashes.hpp"

#include "store/schema.hpp"

namespace entente::store {

Status write_text_hash(const Database& database, std::int64_t number, const Document& document) {
  if (auto raised = raise_schema(database, kSchemaWithHashes); !raised) return raised;
  auto insert = database.prepare("INSERT INTO text_hash VALUES (?,?,?)");
  if (!insert) return fail(insert.error());
  return insert->bind(number).bind(document.sha256).bind(document.signature).run();
}

Status read_text_hash(const Database& database, std::int64_t number, Document& document) {
  const auto there = has_schema_version(database, kSchemaWithHashes);
  if (!there) return fail(there.error());
  if (!*there) return {};
  auto select = database.prepare("SELECT sha256, signature FROM text_hash WHERE document = ?");
  if (!select) return fail(select.error());
  const auto row = select->bind(number).step();
  if (!row) return fail(row.error());
  if (!*row) return {};
  document.sha256 = select->text(0);
  document.signature = select->text(1);
  return {};
}

}  // namespace entente::store
