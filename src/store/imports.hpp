// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/meta.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// A file that was imported into a graph.
struct ImportedFile {
  std::string id;      ///< SHA-256 of its bytes: the same file is imported once
  std::string name;    ///< without its folder
  std::string format;  ///< how its blocks are to be read; the store does not look into them
  std::uint64_t nodes = 0, edges = 0;
};

/// Writes imported files, all in one transaction that is taken back unless it is committed.
class ImportWriter {
 public:
  /// Waits for other writers.
  [[nodiscard]] static Result<ImportWriter> begin(const Database& database);

  /// One file: begin_file, its blocks in order, end_file. A file that is there already is a data error.
  [[nodiscard]] Status begin_file(const ImportedFile& file);
  [[nodiscard]] Status add_block(std::string_view bytes);
  [[nodiscard]] Status end_file(std::uint64_t nodes, std::uint64_t edges);

  [[nodiscard]] Status commit();

 private:
  ImportWriter(const Database& database, Transaction transaction, Contents contents)
      : database_(&database), transaction_(std::move(transaction)), contents_(contents) {}

  const Database* database_;
  Transaction transaction_;
  Contents contents_;
  ImportedFile file_;
  std::int64_t number_ = 0, position_ = 0;
  std::string check_;  // of the blocks so far
};

/// The imported files in the order in which they came.
[[nodiscard]] Result<std::vector<ImportedFile>> read_imports(const Database& database);

/// Hands over the blocks of an imported file in order. Changed bytes are a data error.
using BlockHandler = std::function<Status(std::string_view bytes)>;
[[nodiscard]] Status read_blocks(const Database& database, const std::string& import_id,
                                 const BlockHandler& handler);

}  // namespace entente::store
