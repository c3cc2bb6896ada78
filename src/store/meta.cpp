// SPDX-License-Identifier: Apache-2.0
#include "store/meta.hpp"

#include <algorithm>
#include <charconv>

#include "store/fingerprint.hpp"

namespace entente::store {

Error damaged(const Database& database, std::string_view what) {
  return {ErrorKind::data, "the graph file is damaged: " + std::string(what), Place{database.file()},
          "build it anew from the documents"};
}

Result<std::string> read_meta(const Database& database, std::string_view key) {
  auto select = database.prepare("SELECT value, fingerprint FROM meta WHERE key = ?");
  if (!select) return fail(select.error());
  const auto row = select->bind(key).step();
  if (!row) return fail(row.error());
  if (!*row) return std::string();
  std::string value(select->text(0));
  if (to_hex(fingerprint(key, value)) != select->text(1))
    return fail(damaged(database, "its description was changed"));
  return value;
}

Status write_meta(const Database& database, std::string_view key, std::string_view value) {
  auto insert = database.prepare("INSERT OR REPLACE INTO meta VALUES (?,?,?)");
  if (!insert) return fail(insert.error());
  const std::string check = to_hex(fingerprint(key, value));
  return insert->bind(key).bind(value).bind(check).run();
}

void Contents::toggle(std::string_view fingerprint, bool added) {
  items = added ? items + 1 : items - 1;
  fingerprints ^= from_hex(fingerprint).value_or(0);
}

std::string Contents::text() const {
  return std::to_string(items) + " " + to_hex(fingerprints);
}

std::optional<Contents> Contents::parse(std::string_view text) {
  const std::size_t space = std::min(text.find(' '), text.size());
  Contents contents;
  const auto count = std::from_chars(text.data(), text.data() + space, contents.items);
  const auto hex = from_hex(text.substr(std::min(space + 1, text.size())));
  if (count.ptr != text.data() + space || !hex) return std::nullopt;
  contents.fingerprints = *hex;
  return contents;
}

}  // namespace entente::store
