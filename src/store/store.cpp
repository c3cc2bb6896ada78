// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <tuple>
#include <utility>

#include "store/fingerprint.hpp"
#include "store/meta.hpp"
#include "store/rows.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic("SQLite format 3\0", 16);

/// A failure that SQLite would report in unclear words, or would not: a folder, a text file under the name of
/// a graph.
Status check_file(const fs::path& file, Store::Mode mode) {
  const Place place{file.string()};
  std::error_code code;
  const auto status = fs::status(file, code);
  if (status.type() == fs::file_type::none)
    return fail(ErrorKind::input_output, "the graph file cannot be looked at: " + code.message(), place);
  if (fs::is_directory(status))
    return fail(ErrorKind::input_output, "this is a folder, not a graph file", place);
  if (!fs::exists(status)) {
    if (mode == Store::Mode::read_only)
      return fail(ErrorKind::input_output, "there is no such graph file", place, "entente build makes one");
    const fs::path folder = file.parent_path();
    if (!folder.empty() && !fs::is_directory(folder, code))
      return fail(ErrorKind::input_output, "the folder for the graph file does not exist", place);
    return {};
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorKind::input_output, "the graph file cannot be read", place);
  std::array<char, kMagic.size()> start{};
  in.read(start.data(), start.size());
  const std::string_view read(start.data(), static_cast<std::size_t>(in.gcount()));
  if (read.empty() && mode == Store::Mode::read_write)
    return {};  // SQLite's own state before the first commit
  if (read != kMagic) return fail(ErrorKind::data, "this is not a graph file of entente", place);
  return {};
}

bool has_log(const fs::path& file) {
  std::error_code code;
  const auto size = fs::file_size(file.string() + "-wal", code);
  return !code && size > 0;
}

/// Settles journal and durability, and meets a damaged file, a lock, or write protection early.
Status prepare_to_write(const Database& database) {
  if (database.write_protected())
    return fail(ErrorKind::input_output, "the graph file cannot be written: it is read-only",
                Place{database.file()});
  if (const auto foreign = has_schema(database); !foreign)
    return fail(foreign.error());  // before anything is changed
  if (auto done =
          database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
      !done)
    return done;
  auto transaction = Transaction::begin(database, Transaction::Kind::write);
  if (!transaction) return fail(transaction.error());
  const auto there = has_schema(database);
  if (!there) return fail(there.error());
  if (!*there)
    if (auto made = create_schema(database); !made) return made;
  return transaction->commit();
}

Result<Database> open_to_write(const fs::path& file) {
  auto database = Database::open(file.string(), Access::write_or_create);
  if (!database) return database;
  if (auto ready = prepare_to_write(*database); !ready) return fail(ready.error());
  return database;
}

Status prepare_to_read(const Database& database) {
  if (auto done = database.execute("PRAGMA query_only = ON"); !done) return done;
  const auto there = has_schema(database);
  if (!there) return fail(there.error());
  if (!*there)
    return fail(ErrorKind::data, "this is not a graph file of entente: it has no tables",
                Place{database.file()});
  return {};
}

Result<Database> open_to_read(const fs::path& file) {
  auto database = Database::open(file.string(), Access::read);
  Status ready = database ? prepare_to_read(*database) : fail(database.error());
  if (ready) return database;
  if (ready.error().kind != ErrorKind::input_output) return fail(ready.error());
  // A medium where nothing can be written takes no lock file either; without a log beside it nobody is
  // changing the graph.
  if (has_log(file)) {
    ready.error().hint =
        "it was not closed well: copy it together with its -wal file to a folder that can be written";
    return fail(ready.error());
  }
  database = Database::open(file.string(), Access::read_unchanging);
  if (!database) return database;
  if (auto again = prepare_to_read(*database); !again) return fail(again.error());
  return database;
}

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
  [[nodiscard]] Result<std::vector<DocumentFacts>> load() const;

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

Result<std::vector<DocumentFacts>> Store::Impl::load() const {
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
  std::vector<DocumentFacts> readings;
  readings.reserve(found->size());
  for (const Row& row : *found) {
    auto reading = reader->read(row.number);
    if (!reading) return fail(reading.error());
    readings.push_back(std::move(*reading));
  }
  return readings;
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
  if (auto checked = check_file(file, mode); !checked) return fail(checked.error());
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

Status Store::remove(std::string_view document_id) {
  return explain_write(impl_->change({document_id}, {}));
}

Result<std::vector<DocumentFacts>> Store::load() const {
  auto readings = impl_->load();
  if (!readings) return fail(impl_->explain_read(readings.error()));
  return readings;
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
  return state;
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
