// SPDX-License-Identifier: Apache-2.0
#include "store/imports.hpp"

#include <utility>

#include "store/fingerprint.hpp"
#include "store/schema.hpp"

namespace entente::store {

namespace {

constexpr std::string_view kImports = "imports";

/// Of everything in a file's row, and with the fingerprints of its blocks in their order.
std::string check_of(const ImportedFile& file, std::string_view blocks) {
  const std::string counts = std::to_string(file.nodes) + " " + std::to_string(file.edges);
  const std::string words = std::to_string(file.name.size()) + " " + file.name + file.format;
  return to_hex(fingerprint(file.id + words, counts + std::string(blocks)));
}

Result<Contents> contents_of(const Database& database) {
  const auto described = read_meta(database, kImports);
  if (!described) return fail(described.error());
  auto contents = described->empty() ? Contents() : Contents::parse(*described);
  if (!contents) return fail(damaged(database, "its description was changed"));
  return *contents;
}

}  // namespace

Result<ImportWriter> ImportWriter::begin(const Database& database) {
  auto transaction = Transaction::begin(database, Transaction::Kind::write);
  if (!transaction) return fail(transaction.error());
  if (auto made = raise_schema(database, kSchemaWithImports); !made) return fail(made.error());
  const auto contents = contents_of(database);
  if (!contents) return fail(contents.error());
  return ImportWriter(database, std::move(*transaction), *contents);
}

Status ImportWriter::begin_file(const ImportedFile& file) {
  file_ = file;
  position_ = 0;
  check_.clear();
  auto insert = database_->prepare("INSERT INTO import VALUES (NULL,?,?,?,0,0,'')");
  if (!insert) return fail(insert.error());
  if (auto done = insert->bind(file.id).bind(file.name).bind(file.format).run(); !done) return done;
  number_ = database_->last_row_id();
  return {};
}

Status ImportWriter::add_block(std::string_view bytes) {
  auto insert = database_->prepare("INSERT INTO import_block VALUES (?,?,?)");
  if (!insert) return fail(insert.error());
  check_ += to_hex(fingerprint(file_.id, bytes));
  return insert->bind(number_).bind(position_++).bind_bytes(bytes).run();
}

Status ImportWriter::end_file(std::uint64_t nodes, std::uint64_t edges) {
  file_.nodes = nodes;
  file_.edges = edges;
  const std::string check = check_of(file_, check_);
  auto update =
      database_->prepare("UPDATE import SET nodes = ?, edges = ?, fingerprint = ? WHERE number = ?");
  if (!update) return fail(update.error());
  contents_.toggle(check, true);
  return update->bind(static_cast<std::int64_t>(nodes))
      .bind(static_cast<std::int64_t>(edges))
      .bind(check)
      .bind(number_)
      .run();
}

Status ImportWriter::commit() {
  if (auto set = write_meta(*database_, kImports, contents_.text()); !set) return set;
  return transaction_.commit();
}

Result<std::vector<ImportedFile>> read_imports(const Database& database) {
  const auto described = contents_of(database);
  if (!described) return fail(described.error());
  std::vector<ImportedFile> files;
  const auto there = has_schema_version(database, kSchemaWithImports);
  if (!there) return fail(there.error());
  Contents contents;
  if (*there) {
    auto select =
        database.prepare("SELECT id, name, format, nodes, edges, fingerprint FROM import ORDER BY number");
    if (!select) return fail(select.error());
    while (true) {
      const auto row = select->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      files.push_back({std::string(select->text(0)), std::string(select->text(1)),
                       std::string(select->text(2)), static_cast<std::uint64_t>(select->integer(3)),
                       static_cast<std::uint64_t>(select->integer(4))});
      contents.toggle(select->text(5), true);
    }
  }
  if (contents.text() != described->text())
    return fail(damaged(database, "imported files are missing from it or were changed"));
  return files;
}

Status read_blocks(const Database& database, const std::string& import_id, const BlockHandler& handler) {
  auto find =
      database.prepare("SELECT number, name, format, nodes, edges, fingerprint FROM import WHERE id = ?");
  if (!find) return fail(find.error());
  const auto found = find->bind(import_id).step();
  if (!found) return fail(found.error());
  if (!*found) return fail(damaged(database, "an imported file is missing from it"));
  const ImportedFile file{import_id, std::string(find->text(1)), std::string(find->text(2)),
                          static_cast<std::uint64_t>(find->integer(3)),
                          static_cast<std::uint64_t>(find->integer(4))};
  auto select = database.prepare("SELECT data FROM import_block WHERE import = ? ORDER BY position");
  if (!select) return fail(select.error());
  select->bind(find->integer(0));
  std::string check;
  while (true) {
    const auto row = select->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    check += to_hex(fingerprint(import_id, select->bytes(0)));
    if (auto handled = handler(select->bytes(0)); !handled) return handled;
  }
  if (check_of(file, check) != find->text(5))
    return fail(damaged(database, "imported file '" + file.name + "' was changed in it"));
  return {};
}

}  // namespace entente::store
