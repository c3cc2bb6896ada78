// SPDX-License-Identifier: Apache-2.0
#include "store/verify.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "store/decisions.hpp"
#include "store/imports.hpp"
#include "store/meta.hpp"
#include "store/rows.hpp"

namespace entente::store {

namespace {

/// One walk over a file; each step adds what it finds and lets the next one go on.
class Verifier {
 public:
  explicit Verifier(const Database& database) : database_(&database) {}

  void check_pages();
  void check_meta();
  void find_documents();
  [[nodiscard]] Status read_documents(const DocumentHandler& handler);
  void check_imports();
  void check_decisions();

  Verification found;

 private:
  void add_fault(Error error);
  void find_documents_by(std::string_view sql);
  void name_damaged(std::int64_t number, const std::string& id);

  const Database* database_;
  std::map<std::int64_t, std::string> documents_;  // row number: id
  Contents contents_;
};

void Verifier::add_fault(Error error) {
  error.place.file = database_->file();
  error.hint.clear();
  std::replace(error.message.begin(), error.message.end(), '\n', ' ');
  const auto same = [&](const Error& other) { return other.message == error.message; };
  if (std::none_of(found.faults.begin(), found.faults.end(), same)) found.faults.push_back(std::move(error));
}

void Verifier::check_pages() {
  for (const char* check : {"PRAGMA integrity_check(20)", "PRAGMA foreign_key_check"}) {
    auto rows = database_->prepare(check);
    if (!rows) return add_fault(rows.error());
    while (true) {
      const auto row = rows->step();
      if (!row) return add_fault(row.error());
      if (!*row) break;
      const std::string text(rows->text(0));
      if (text == "ok") continue;
      const bool orphan = std::string_view(check).find("foreign") != std::string_view::npos;
      add_fault(damaged(*database_, orphan ? "rows of table " + text + " belong to no document" : text));
    }
  }
}

void Verifier::check_meta() {
  auto keys = database_->prepare("SELECT key FROM meta");
  if (!keys) return add_fault(keys.error());
  while (true) {
    const auto row = keys->step();
    if (!row) return add_fault(row.error());
    if (!*row) return;
    const std::string key(keys->text(0));
    if (const auto value = read_meta(*database_, key); !value) add_fault(value.error());
  }
}

void Verifier::find_documents_by(std::string_view sql) {
  auto select = database_->prepare(sql);
  if (!select) return add_fault(select.error());
  while (true) {
    const auto row = select->step();
    if (!row) return add_fault(row.error());
    if (!*row) return;
    documents_.emplace(select->integer(0), select->text(1));
  }
}

void Verifier::find_documents() {
  // Table and index lie in different pages: what one has lost the other may know.
  find_documents_by("SELECT number, id FROM document NOT INDEXED");
  find_documents_by("SELECT number, id FROM document INDEXED BY sqlite_autoindex_document_1");
}

void Verifier::name_damaged(std::int64_t number, const std::string& id) {
  std::string name = id.empty() ? "row " + std::to_string(number) : id;
  if (auto select = database_->prepare("SELECT name FROM document WHERE number = ?"); select) {
    const auto row = select->bind(number).step();
    if (row && *row && !select->text(0).empty()) name = std::string(select->text(0));
  }
  found.damaged.push_back(std::move(name));
}

Status Verifier::read_documents(const DocumentHandler& handler) {
  auto fingerprint = database_->prepare("SELECT fingerprint FROM document WHERE number = ?");
  auto reader = RowReader::make(*database_);
  for (const auto& [number, id] : documents_) {
    if (!reader || !fingerprint) {
      add_fault(reader ? fingerprint.error() : reader.error());
      name_damaged(number, id);
      continue;
    }
    auto reading = reader->read(number);
    if (!reading) {
      add_fault(reading.error());
      name_damaged(number, id);
      reader = RowReader::make(*database_);  // its statements may stand on a bad page
      continue;
    }
    const auto row = fingerprint->bind(number).step();
    if (row && *row) contents_.toggle(fingerprint->text(0), true);
    fingerprint->reset();
    ++found.documents;
    if (auto handled = handler(std::move(*reading)); !handled) return handled;
  }
  const auto described = read_meta(*database_, "contents");
  if (found.damaged.empty() && described &&
      contents_.text() != (described->empty() ? Contents().text() : *described))
    add_fault(damaged(*database_, "documents are missing from it or were changed"));
  return {};
}

void Verifier::check_imports() {
  const auto files = read_imports(*database_);
  if (!files) return add_fault(files.error());
  for (const ImportedFile& file : *files) {
    const auto whole = read_blocks(*database_, file.id, [](std::string_view) { return Status(); });
    if (whole)
      ++found.imports;
    else
      add_fault(whole.error());
  }
}

void Verifier::check_decisions() {
  if (const auto log = read_decisions(*database_); !log) add_fault(log.error());
}

}  // namespace

Result<Verification> verify(const Database& database, const DocumentHandler& handler) {
  Verifier verifier(database);
  verifier.check_pages();
  verifier.check_meta();
  verifier.find_documents();
  if (auto read = verifier.read_documents(handler); !read) return fail(std::move(read.error()));
  verifier.check_imports();
  verifier.check_decisions();
  return std::move(verifier.found);
}

}  // namespace entente::store
