// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite.hpp"

namespace entente::store {

/// The number in PRAGMA user_version. A file with a higher one was written by a newer program.
inline constexpr int kSchemaVersion = 4;

/// A file is of the lowest format that holds what is in it: 1, 2 with the tables for imports, 3 with the log
/// of decisions too, 4 with hashes of texts that are not kept. It is raised, one step after the other, when
/// it is first needed.
inline constexpr int kSchemaFirst = 1, kSchemaWithImports = 2, kSchemaWithDecisions = 3,
                     kSchemaWithHashes = 4;

/// The number in PRAGMA application_id that tells a graph file from other SQLite files: "entg".
inline constexpr int kApplicationId = 0x656e7467;

/// True for a graph file of a known version, false for an SQLite file with nothing in it; anything else is a
/// data error.
[[nodiscard]] Result<bool> has_schema(const Database& database);

/// Makes the tables, in the transaction that is open.
[[nodiscard]] Status create_schema(const Database& database);

/// Brings a file to a format, in the transaction that is open; one of this format or a higher one is left as
/// it is.
[[nodiscard]] Status raise_schema(const Database& database, int version);
/// Whether it has that format or a higher one.
[[nodiscard]] Result<bool> has_schema_version(const Database& database, int version);

}  // namespace entente::store
