// SPDX-License-Identifier: Apache-2.0
#include "store/open_file.hpp"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include "store/schema.hpp"

namespace entente::store {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic("SQLite format 3\0", 16);

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

Status prepare_to_read(const Database& database) {
  if (auto done = database.execute("PRAGMA query_only = ON"); !done) return done;
  const auto there = has_schema(database);
  if (!there) return fail(there.error());
  if (!*there)
    return fail(ErrorKind::data, "this is not a graph file of entente: it has no tables",
                Place{database.file()});
  return {};
}

}  // namespace

Status check_file(const fs::path& file, bool to_write) {
  const Place place{file.string()};
  std::error_code code;
  const auto status = fs::status(file, code);
  if (status.type() == fs::file_type::none)
    return fail(ErrorKind::input_output, "the graph file cannot be looked at: " + code.message(), place);
  if (fs::is_directory(status))
    return fail(ErrorKind::input_output, "this is a folder, not a graph file", place);
  if (!fs::exists(status)) {
    if (!to_write)
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
  if (read.empty() && to_write) return {};  // SQLite's own state before the first commit
  if (read != kMagic) return fail(ErrorKind::data, "this is not a graph file of entente", place);
  return {};
}

Result<Database> open_to_write(const fs::path& file) {
  auto database = Database::open(file.string(), Access::write_or_create);
  if (!database) return database;
  if (auto ready = prepare_to_write(*database); !ready) return fail(ready.error());
  return database;
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

}  // namespace entente::store
