// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "store/decisions.hpp"
#include "store/fingerprint.hpp"
#include "store/meta.hpp"
#include "store/open_file.hpp"
#include "store/rows.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

namespace {

namespace fs = std::filesystem;

/// One row of the table of documents.
struct Row {
  std::int64_t number = 0;
  std::string id, fingerprint;
};

constexpr std::string_view kContents = "contents";

}  // namespace

struct Store::Impl {
  Database database;

  /// All documents, sorted by id, checked against the line of contents.
  [[nodiscard]] Result<std::vector<Row>> rows() const;
  [[nodiscard]] Status each(const ReadingHandler& handler) const;

  /// One transaction: takes documents away, then adds others in their place.
  [[nodiscard]] Status change(const std::vector<std::string_view>& removed,
                              const std::vector<const DocumentFacts*>& added) const;
  [[nodiscard]] Status erase(const std::vector<std::string_view>& ids, Contents& contents) const;
  [[nodiscard]] Status add(const std::vector<const DocumentFacts*>& readings, Contents& contents) const;

  /// A failed read with what a full check finds; a failed write with what is safe.
  [[nodiscard]] Error explain_read(Error error) const;
};

Result<std::vector<Row>> Store::Impl::rows() const {
  const auto described = read_meta(database, kContents);
  if (!described) return fail(described.error());
  auto select = database.prepare("SELECT number, id, fingerprint FROM document NOT INDEXED");
  if (!select) return fail(select.error());
  std::vector<Row> rows;
  Contents contents;
  while (true) {
    const auto row = select->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    rows.push_back({select->integer(0), std::string(select->text(1)), std::string(select->text(2))});
    contents.toggle(rows.back().fingerprint, true);
  }
  if (contents.text() != (described->empty() ? Contents().text() : *described))
    return fail(damaged(database, "documents are missing from it or were changed"));
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.id < b.id; });
  return rows;
}

Status Store::Impl::each(const ReadingHandler& handler) const {
  std::optional<Transaction> transaction;  // one state of the file for all reads
  if (!database.in_transaction()) {
    auto begun = Transaction::begin(database, Transaction::Kind::read);
    if (!begun) return fail(begun.error());
    transaction.emplace(std::move(*begun));
  }
  const auto found = rows();
  if (!found) return fail(found.error());
  auto reader = RowReader::make(database);
  if (!reader) return fail(reader.error());
  for (const Row& row : *found) {
    auto reading = reader->read(row.number);
    if (!reading) return fail(reading.error());
    if (auto handled = handler(std::move(*reading)); !handled) return handled;
  }
  return {};
}

Status Store::Impl::change(const std::vector<std::string_view>& removed,
                           const std::vector<const DocumentFacts*>& added) const {
  auto transaction = Transaction::begin(database, Transaction::Kind::write);
  if (!transaction) return fail(transaction.error());
  const auto described = read_meta(database, kContents);
  if (!described) return fail(described.error());
  auto contents = described->empty() ? Contents() : Contents::parse(*described);
  if (!contents) return fail(damaged(database, "its description was changed"));
  if (auto erased = erase(removed, *contents); !erased) return erased;
  if (auto written = add(added, *contents); !written) return written;
  if (auto set = write_meta(database, kContents, contents->text()); !set) return set;
  return transaction->commit();
}

Status Store::Impl::erase(const std::vector<std::string_view>& ids, Contents& contents) const {
  auto select = database.prepare("SELECT fingerprint FROM document WHERE id = ?");
  if (!select) return fail(select.error());
  auto remove = database.prepare("DELETE FROM document WHERE id = ?");
  if (!remove) return fail(remove.error());
  for (const std::string_view id : ids) {
    const auto row = select->bind(id).step();
    if (!row) return fail(row.error());
    if (!*row) continue;
    contents.toggle(select->text(0), false);
    select->reset();
    if (auto removed = remove->bind(id).run(); !removed) return removed;
  }
  return {};
}

Status Store::Impl::add(const std::vector<const DocumentFacts*>& readings, Contents& contents) const {
  auto writer = RowWriter::make(database);
  if (!writer) return fail(writer.error());
  for (const DocumentFacts* reading : readings) {
    const std::string check = to_hex(fingerprint(*reading));
    if (auto written = writer->write(*reading, check); !written) return written;
    contents.toggle(check, true);
  }
  return {};
}

Error Store::Impl::explain_read(Error error) const {
  if (error.kind != ErrorKind::data) return error;
  auto check = database.prepare("PRAGMA integrity_check(1)");
  if (!check) return error;
  const auto row = check->step();
  if (row && *row && check->text(0) != "ok") error.message += "; " + std::string(check->text(0));
  std::replace(error.message.begin(), error.message.end(), '\n', ' ');
  return error;
}

namespace {

Status explain_write(Status status) {
  if (!status && status.error().kind == ErrorKind::input_output)
    status.error().hint = "nothing of this step was kept; the documents committed before it are safe";
  return status;
}

}  // namespace

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const fs::path& file, Mode mode) {
  if (auto checked = check_file(file, mode == Mode::read_write); !checked) return fail(checked.error());
  auto database = mode == Mode::read_only ? open_to_read(file) : open_to_write(file);
  if (!database) return fail(database.error());
  return Store(std::make_unique<Impl>(Impl{std::move(*database)}));
}

Result<Provenance> Store::provenance() const {
  Provenance provenance;
  for (const auto& [key, part] :
       {std::pair{"program", &provenance.program}, std::pair{"model", &provenance.model},
        std::pair{"ontology", &provenance.ontology}}) {
    auto value = read_meta(impl_->database, key);
    if (!value) return fail(impl_->explain_read(value.error()));
    *part = std::move(*value);
  }
  return provenance;
}

Status Store::set_provenance(const Provenance& provenance) {
  auto transaction = Transaction::begin(impl_->database, Transaction::Kind::write);
  if (!transaction) return explain_write(fail(transaction.error()));
  for (const auto& [key, part] :
       {std::pair{"program", &provenance.program}, std::pair{"model", &provenance.model},
        std::pair{"ontology", &provenance.ontology}})
    if (auto set = write_meta(impl_->database, key, *part); !set) return explain_write(set);
  return explain_write(transaction->commit());
}

Result<std::vector<Document>> Store::documents() const {
  auto select = impl_->database.prepare("SELECT id, name, date, title, url FROM document ORDER BY id");
  if (!select) return fail(impl_->explain_read(select.error()));
  std::vector<Document> documents;
  while (true) {
    const auto row = select->step();
    if (!row) return fail(impl_->explain_read(row.error()));
    if (!*row) return documents;
    Document document;
    int column = 0;
    for (std::string* field : {&document.id, &document.name, &document.date, &document.title, &document.url})
      *field = select->text(column++);
    documents.push_back(std::move(document));
  }
}

Result<std::vector<std::string>> Store::document_ids() const {
  auto rows = impl_->rows();
  if (!rows) return fail(impl_->explain_read(rows.error()));
  std::vector<std::string> ids;
  for (Row& row : *rows) ids.push_back(std::move(row.id));
  return ids;
}

Status Store::put(const std::vector<DocumentFacts>& documents) {
  std::vector<const DocumentFacts*> added;
  added.reserve(documents.size());
  for (const DocumentFacts& reading : documents) added.push_back(&reading);
  const auto key = [](const DocumentFacts* reading) {
    return std::tie(reading->document.id, reading->document.name);
  };
  std::stable_sort(added.begin(), added.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
  const auto same = [](const auto* a, const auto* b) { return a->document.id == b->document.id; };
  added.erase(std::unique(added.begin(), added.end(), same), added.end());
  std::vector<std::string_view> ids;
  ids.reserve(added.size());
  for (const DocumentFacts* reading : added) ids.push_back(reading->document.id);
  return explain_write(impl_->change(ids, added));
}

Status Store::remove(const std::vector<std::string>& document_ids) {
  return explain_write(impl_->change({document_ids.begin(), document_ids.end()}, {}));
}

Result<std::optional<DocumentFacts>> Store::find(std::string_view document_id) const {
  auto select = impl_->database.prepare("SELECT number FROM document WHERE id = ?");
  if (!select) return fail(impl_->explain_read(select.error()));
  const auto row = select->bind(document_id).step();
  if (!row) return fail(impl_->explain_read(row.error()));
  if (!*row) return std::nullopt;
  auto reader = RowReader::make(impl_->database);
  if (!reader) return fail(impl_->explain_read(reader.error()));
  auto reading = reader->read(select->integer(0));
  if (!reading) return fail(impl_->explain_read(reading.error()));
  return std::optional<DocumentFacts>(std::move(*reading));
}

Status Store::each(const ReadingHandler& handler) const {
  auto done = impl_->each(handler);
  return done ? done : fail(impl_->explain_read(done.error()));
}

Result<std::vector<DocumentFacts>> Store::load() const {
  std::vector<DocumentFacts> readings;
  const auto keep = [&](DocumentFacts&& reading) -> Status {
    readings.push_back(std::move(reading));
    return {};
  };
  if (auto done = each(keep); !done) return fail(std::move(done.error()));
  return readings;
}

Result<std::uint64_t> Store::size() const {
  auto select =
      impl_->database.prepare("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()");
  if (!select) return fail(impl_->explain_read(select.error()));
  const auto row = select->step();
  if (!row) return fail(impl_->explain_read(row.error()));
  return *row ? static_cast<std::uint64_t>(select->integer(0)) : 0;
}

Result<Verification> Store::verify(const DocumentHandler& handler) const {
  return store::verify(impl_->database, handler);
}

Result<Transaction> Store::begin_read() const {
  return Transaction::begin(impl_->database, Transaction::Kind::read);
}

Result<std::string> Store::state() const {
  const auto contents = read_meta(impl_->database, kContents);
  if (!contents) return fail(impl_->explain_read(contents.error()));
  std::string state = *contents + "\n";
  const auto files = imports();
  if (!files) return fail(files.error());
  for (const ImportedFile& file : *files)
    state += file.id + " " + file.format + " " + std::to_string(file.name.size()) + " " + file.name + "\n";
  const auto decided = read_meta(impl_->database, kDecisions);
  if (!decided) return fail(impl_->explain_read(decided.error()));
  if (!decided->empty()) state += "decisions " + *decided + "\n";
  return state;
}

Result<std::vector<Decision>> Store::decisions() const {
  auto decisions = read_decisions(impl_->database);
  if (!decisions) return fail(impl_->explain_read(decisions.error()));
  return decisions;
}

Result<std::vector<Decision>> Store::add_decisions(const std::vector<Decision>& decisions) {
  auto added = append_decisions(impl_->database, decisions);
  if (!added) return fail(explain_write(fail(added.error())).error());
  return added;
}

Result<std::vector<ImportedFile>> Store::imports() const {
  auto files = read_imports(impl_->database);
  if (!files) return fail(impl_->explain_read(files.error()));
  return files;
}

Status Store::read_import(const std::string& id, const BlockHandler& handler) const {
  return read_blocks(impl_->database, id, handler);
}

Result<ImportWriter> Store::begin_import() {
  return ImportWriter::begin(impl_->database);
}

Result<std::vector<std::string>> Store::entity_ids() const {
  auto select = impl_->database.prepare("SELECT DISTINCT id FROM entity ORDER BY id");
  if (!select) return fail(impl_->explain_read(select.error()));
  std::vector<std::string> ids;
  while (true) {
    const auto row = select->step();
    if (!row) return fail(impl_->explain_read(row.error()));
    if (!*row) return ids;
    ids.emplace_back(select->text(0));
  }
}

}  // namespace entente::store
