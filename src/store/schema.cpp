// SPDX-License-Identifier: Apache-2.0
#include "store/schema.hpp"

#include <array>
#include <string>

namespace entente::store {

namespace {

// Rows below a document are kept in the order that they were given in, by position. `text` stands last, so
// that reading the other columns does not walk over a long text. fingerprint: see fingerprint.hpp.
constexpr const char* kTables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE document (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, name TEXT NOT NULL, date TEXT NOT NULL,
  title TEXT NOT NULL, url TEXT NOT NULL, sentences INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE unmatched_verb (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL, lemma TEXT NOT NULL,
  PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID;
CREATE TABLE entity (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL,
  label TEXT NOT NULL, class TEXT NOT NULL, wikidata TEXT NOT NULL, of_class TEXT NOT NULL, mentions INTEGER NOT NULL,
  quantity_value TEXT, quantity_unit TEXT, quantity_bound TEXT, quantity_text TEXT,
  PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID;
CREATE TABLE alias (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, entity INTEGER NOT NULL, position INTEGER NOT NULL,
  name TEXT NOT NULL, PRIMARY KEY (document, entity, position)) STRICT, WITHOUT ROWID;
CREATE TABLE fact (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL, id TEXT NOT NULL,
  relation TEXT NOT NULL, subject TEXT NOT NULL, object TEXT NOT NULL, modality TEXT NOT NULL, negated INTEGER NOT NULL,
  attributed_to TEXT NOT NULL, place TEXT NOT NULL, meeting TEXT NOT NULL, topic TEXT NOT NULL, mode TEXT NOT NULL,
  context TEXT NOT NULL, office TEXT NOT NULL, content_text TEXT NOT NULL, confidence REAL NOT NULL,
  earliest_begin TEXT, latest_begin TEXT, earliest_end TEXT, latest_end TEXT, time_precision TEXT, time_text TEXT,
  quantity_value TEXT, quantity_unit TEXT, quantity_bound TEXT, quantity_text TEXT,
  PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID;
CREATE TABLE fact_resource (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, fact INTEGER NOT NULL, position INTEGER NOT NULL,
  entity TEXT NOT NULL, PRIMARY KEY (document, fact, position)) STRICT, WITHOUT ROWID;
CREATE TABLE fact_content (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, fact INTEGER NOT NULL, position INTEGER NOT NULL,
  content TEXT NOT NULL, PRIMARY KEY (document, fact, position)) STRICT, WITHOUT ROWID;
CREATE TABLE passage (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, position INTEGER NOT NULL, begin INTEGER NOT NULL,
  end INTEGER NOT NULL, sentence INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (document, position)) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, fact INTEGER NOT NULL, position INTEGER NOT NULL,
  passage INTEGER NOT NULL, trigger_words TEXT NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL,
  claim TEXT NOT NULL, PRIMARY KEY (document, fact, position)) STRICT, WITHOUT ROWID;
)sql";

// An imported file in blocks; what is in them is for others to know (importers/).
constexpr const char* kImportTables = R"sql(
CREATE TABLE import (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, format TEXT NOT NULL, nodes INTEGER NOT NULL,
  edges INTEGER NOT NULL, fingerprint TEXT NOT NULL) STRICT;
CREATE TABLE import_block (
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE, position INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (import, position)) STRICT;
)sql";

// What people decided, in the order in which they did; rows are only added.
constexpr const char* kDecisionTable = R"sql(
CREATE TABLE decision (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, subject TEXT NOT NULL, value TEXT NOT NULL,
  facts TEXT NOT NULL, documents TEXT NOT NULL, about TEXT NOT NULL, by TEXT NOT NULL, date TEXT NOT NULL,
  fingerprint TEXT NOT NULL) STRICT;
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER decision_is_not_removed BEFORE DELETE ON decision
  BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
)sql";

// SHA-256 and signature (resolve/near_copies) of a document's text, where only what was read of it came in.
constexpr const char* kHashTable = R"sql(
CREATE TABLE text_hash (
  document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, sha256 TEXT NOT NULL, signature TEXT NOT NULL) STRICT;
)sql";

/// What leads from a format to the next one.
constexpr std::array<const char*, kSchemaVersion + 1> kSteps = {nullptr, nullptr, kImportTables,
                                                                kDecisionTable, kHashTable};

Result<std::int64_t> number_of(const Database& database, std::string_view sql) {
  auto statement = database.prepare(sql);
  if (!statement) return fail(statement.error());
  const auto row = statement->step();
  if (!row) return fail(row.error());
  return *row ? statement->integer(0) : 0;
}

}  // namespace

Result<bool> has_schema(const Database& database) {
  const auto tables = number_of(database, "SELECT count(*) FROM sqlite_schema");
  const auto application = number_of(database, "PRAGMA application_id");
  const auto version = number_of(database, "PRAGMA user_version");
  for (const auto* number : {&tables, &application, &version})
    if (!*number) return fail(number->error());
  const Place place{database.file()};
  if (*tables == 0 && *application == 0 && *version == 0) return false;
  if (*application != kApplicationId)
    return fail(ErrorKind::data, "this is an SQLite database, but no graph file of entente", place);
  if (*version > kSchemaVersion)
    return fail(ErrorKind::data,
                "the graph file has format " + std::to_string(*version) +
                    ", this program knows formats up to " + std::to_string(kSchemaVersion),
                place, "use the newer entente that wrote it, or build it anew");
  if (*version < kSchemaFirst)
    return fail(ErrorKind::data, "the graph file is damaged: it has no valid format number", place,
                "build it anew from the documents");
  return true;
}

Status create_schema(const Database& database) {
  if (auto made = database.execute(kTables); !made) return made;
  const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                            "; PRAGMA user_version = " + std::to_string(kSchemaFirst);
  return database.execute(marks.c_str());
}

Result<bool> has_schema_version(const Database& database, int version) {
  const auto there = number_of(database, "PRAGMA user_version");
  if (!there) return fail(there.error());
  return *there >= version;
}

Status raise_schema(const Database& database, int version) {
  const auto there = number_of(database, "PRAGMA user_version");
  if (!there) return fail(there.error());
  for (auto next = static_cast<std::size_t>(*there) + 1; next <= static_cast<std::size_t>(version); ++next) {
    if (auto made = database.execute(kSteps[next]); !made) return made;
    const std::string mark = "PRAGMA user_version = " + std::to_string(next);
    if (auto marked = database.execute(mark.c_str()); !marked) return marked;
  }
  return {};
}

}  // namespace entente::store
