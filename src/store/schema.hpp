// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite.hpp"

namespace entente::store {

/// The number in PRAGMA user_version. A file with a higher one was written by a newer program.
inline constexpr int kSchemaVersion = 2;

/// Files that nothing was imported into have the format before it.
inline constexpr int kSchemaWithoutImports = 1;

/// The number in PRAGMA application_id that tells a graph file from other SQLite files: "entg".
inline constexpr int kApplicationId = 0x656e7467;

/// True for a graph file of a known version, false for an SQLite file with nothing in it; anything else is a
/// data error.
[[nodiscard]] Result<bool> has_schema(const Database& database);

/// Makes the tables, in the transaction that is open.
[[nodiscard]] Status create_schema(const Database& database);

/// The tables for imported files, where they are not there yet; and whether they are.
[[nodiscard]] Status create_import_tables(const Database& database);
[[nodiscard]] Result<bool> has_import_tables(const Database& database);

}  // namespace entente::store
