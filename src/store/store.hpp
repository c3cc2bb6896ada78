// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/decision.hpp"
#include "model/fact_base.hpp"
#include "store/imports.hpp"
#include "store/verify.hpp"

namespace entente::store {

/// What the graph in a file was made with; a build with other versions reads all documents again.
struct Provenance {
  std::string program;   ///< version
  std::string model;     ///< name and version
  std::string ontology;  ///< SHA-256 of vocabulary, frames and gazetteer
  bool operator==(const Provenance&) const = default;
};

/// Takes what was read from one document. A failure ends the reading.
using ReadingHandler = std::function<Status(DocumentFacts&&)>;

/// One .entente file: SQLite in WAL mode. The truth is what was read from each document; the merged graph is
/// derived. One connection; not for use by two threads at once.
class Store {
 public:
  enum class Mode { read_only, read_write };

  /// Opens, or with read_write makes, a graph file. A file that is no graph, is damaged, or has a newer
  /// format is a data error that names it; a folder, a missing or a write-protected file an input_output
  /// error. Reading needs no right to write.
  [[nodiscard]] static Result<Store> open(const std::filesystem::path& file, Mode mode);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  [[nodiscard]] Result<Provenance> provenance() const;
  [[nodiscard]] Status set_provenance(const Provenance& provenance);

  /// Ids of the documents in the file, sorted.
  [[nodiscard]] Result<std::vector<std::string>> document_ids() const;

  /// The documents without their texts, sorted by id.
  [[nodiscard]] Result<std::vector<Document>> documents() const;

  /// Adds or replaces documents, all in one transaction: after a kill either all are there or none is. Of
  /// readings of one text the one whose name sorts first is kept. After an error (a full disk) nothing of
  /// this call is kept.
  [[nodiscard]] Status put(const std::vector<DocumentFacts>& documents);
  /// All in one transaction; ids that are not there count for nothing.
  [[nodiscard]] Status remove(const std::vector<std::string>& document_ids);

  /// One document; nothing where it is not there.
  [[nodiscard]] Result<std::optional<DocumentFacts>> find(std::string_view document_id) const;

  /// Everything, sorted by document id. Bytes that were changed from outside are a data error.
  [[nodiscard]] Result<std::vector<DocumentFacts>> load() const;
  /// The same, one document after the other. A failure of the handler is given back as it is, unless the
  /// file is damaged, too.
  [[nodiscard]] Status each(const ReadingHandler& handler) const;

  /// Bytes of the file's pages: about what is in it, whatever waits in its write-ahead log.
  [[nodiscard]] Result<std::uint64_t> size() const;

  /// Reads all of the file and tells what is damaged and what is whole (verify.hpp).
  [[nodiscard]] Result<Verification> verify(const DocumentHandler& handler) const;

  /// Files that were imported, in the order in which they came, and what is kept of each.
  [[nodiscard]] Result<std::vector<ImportedFile>> imports() const;
  [[nodiscard]] Status read_import(const std::string& id, const BlockHandler& handler) const;
  /// The writer must not outlive the store.
  [[nodiscard]] Result<ImportWriter> begin_import();

  /// What people decided, in the order in which they did.
  [[nodiscard]] Result<std::vector<Decision>> decisions() const;
  /// Adds to the log, all in one transaction. One without an id gets one; one whose id the log has is left
  /// out. The decisions that were added.
  [[nodiscard]] Result<std::vector<Decision>> add_decisions(const std::vector<Decision>& decisions);

  /// Until it goes all reads see one state of the file, whatever others write meanwhile.
  [[nodiscard]] Result<Transaction> begin_read() const;

  /// What is in the file, in a few lines: the same for the same documents, imports and decisions, and only
  /// for those (by their fingerprints, which are not read anew). Takes no longer for a large file.
  [[nodiscard]] Result<std::string> state() const;

  /// Ids of the entities of all documents, sorted, each once.
  [[nodiscard]] Result<std::vector<std::string>> entity_ids() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente::store
