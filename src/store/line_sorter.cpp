// SPDX-License-Identifier: Apache-2.0
#include "store/line_sorter.hpp"

#include <unistd.h>

#include <string>
#include <utility>

namespace entente::store {

namespace {

// Nothing here outlives the program, so nothing is made durable. What does not fit into the cache (KiB) goes
// to temporary files.
constexpr const char* kPrepare =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size "
    "= -32000;"
    "PRAGMA temp_store = FILE;"
    "CREATE TABLE line (part TEXT NOT NULL, rank TEXT NOT NULL, text TEXT NOT NULL) STRICT; BEGIN";

}  // namespace

Result<LineSorter> LineSorter::make(const std::filesystem::path& folder) {
  const auto file = folder / (".entente-sort-" + std::to_string(::getpid()));
  std::error_code code;
  std::filesystem::remove(file, code);
  auto database = Database::open(file.string(), Access::write_or_create);
  if (!database) return fail(std::move(database.error()));
  Status ready = database->execute(kPrepare);
  std::filesystem::remove(file, code);  // it lives as long as it is open
  if (!ready) return fail(std::move(ready.error()));
  auto insert = database->prepare("INSERT INTO line VALUES (?,?,?)");
  if (!insert) return fail(std::move(insert.error()));
  return LineSorter(std::move(*database), std::move(*insert));
}

Status LineSorter::add(std::string_view group, std::string_view rank, std::string_view line) {
  return insert_.bind(group).bind(rank).bind(line).run();
}

Status LineSorter::each(const Take& take) {
  auto select = database_.prepare("SELECT DISTINCT part, rank, text FROM line ORDER BY part, rank, text");
  if (!select) return fail(std::move(select.error()));
  while (true) {
    const auto row = select->step();
    if (!row) return fail(row.error());
    if (!*row) return {};
    if (Status taken = take(select->text(0), select->text(1), select->text(2)); !taken) return taken;
  }
}

}  // namespace entente::store
