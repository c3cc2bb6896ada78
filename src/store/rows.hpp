// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/fact_base.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// Writes the rows of documents, in the transaction that is open.
class RowWriter {
 public:
  [[nodiscard]] static Result<RowWriter> make(const Database& database);

  /// A document that is not there yet. Evidence of another document is a data error.
  [[nodiscard]] Status write(const DocumentFacts& reading, std::string_view fingerprint);

 private:
  explicit RowWriter(const Database& database) : database_(&database) {}
  [[nodiscard]] Status write_document(const DocumentFacts& reading, std::string_view fingerprint);
  [[nodiscard]] Status write_entity(std::int64_t number, std::int64_t position, const Entity& entity);
  [[nodiscard]] Status write_fact(std::int64_t number, std::int64_t position, const Fact& fact);
  [[nodiscard]] Status write_evidence(std::int64_t number, const std::vector<Fact>& facts);
  [[nodiscard]] Status write_list(std::size_t table, std::int64_t number, std::int64_t owner,
                                  const std::vector<std::string>& values);

  const Database* database_;
  std::vector<Statement> inserts_;  // one a table
};

/// Reads them back.
class RowReader {
 public:
  [[nodiscard]] static Result<RowReader> make(const Database& database);

  /// The document with this row number. Rows that do not fit together, or not their fingerprint, are a data
  /// error.
  [[nodiscard]] Result<DocumentFacts> read(std::int64_t number);

 private:
  explicit RowReader(const Database& database) : database_(&database) {}
  [[nodiscard]] Result<std::string> read_document(std::int64_t number, DocumentFacts& reading);
  [[nodiscard]] Status read_entities(std::int64_t number, DocumentFacts& reading);
  [[nodiscard]] Status read_facts(std::int64_t number, DocumentFacts& reading);
  [[nodiscard]] Status read_evidence(std::int64_t number, DocumentFacts& reading);
  [[nodiscard]] Error damaged(const std::string& document_id) const;

  const Database* database_;
  std::vector<Statement> selects_;  // one a table
};

}  // namespace entente::store
