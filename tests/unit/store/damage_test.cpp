// SPDX-License-Identifier: Apache-2.0
// Files that are no graph, or no longer.
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

#include "base/file.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"
#include "store_fixture.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::store;
using Mode = Store::Mode;

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::string make_graph(const std::filesystem::path& file, int documents) {
  {
    auto store = Store::open(file, Mode::read_write);
    REQUIRE(store);
    std::vector<DocumentFacts> readings;
    for (int i = 0; i < documents; ++i) readings.push_back(sample_reading(i));
    REQUIRE(store->put(readings));
    REQUIRE(store->set_provenance({"0.1.0", "model", "hash"}));
  }
  return read_file(file).value();
}

void run_sql(const std::filesystem::path& file, const char* sql) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &connection) == SQLITE_OK);
  CHECK(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(connection);
}

void check_refused(const std::filesystem::path& file, const std::string& words) {
  for (const Mode mode : {Mode::read_only, Mode::read_write}) {
    const std::string before = read_file(file).value();
    const auto store = Store::open(file, mode);
    REQUIRE_FALSE(store);
    CHECK(store.error().kind == ErrorKind::data);
    CHECK(store.error().place.file == file.string());
    CHECK_THAT(store.error().message, Catch::Contains(words));
    const bool changed = read_file(file).value() != before;
    CHECK_FALSE(changed);
  }
}

std::vector<std::string> texts_of(const std::filesystem::path& file) {
  const auto readings = Store::open(file, Mode::read_only).value().load();
  std::vector<std::string> texts;
  for (const DocumentFacts& reading : readings.value()) texts.push_back(to_text(reading));
  return texts;
}

/// The error of whatever of the reading calls fails first, or nothing.
std::optional<Error> first_error(const std::filesystem::path& file) {
  const auto store = Store::open(file, Mode::read_only);
  if (!store) return store.error();
  if (const auto provenance = store->provenance(); !provenance) return provenance.error();
  if (const auto ids = store->document_ids(); !ids) return ids.error();
  if (const auto readings = store->load(); !readings) return readings.error();
  return std::nullopt;
}

TEST_CASE("a text file, a JSON file, half a magic word are no graph files") {
  const Folder folder;
  for (const char* bytes :
       {"China gave masks to Kenya, and this text is longer than a header.", "{}", "SQLite form"}) {
    write_bytes(folder / "t.entente", bytes);
    check_refused(folder / "t.entente", "not a graph file");
  }
}

TEST_CASE("an empty file is not read as a graph, but may become one") {
  const Folder folder;
  write_bytes(folder / "e.entente", "");
  const auto reading = Store::open(folder / "e.entente", Mode::read_only);
  REQUIRE_FALSE(reading);
  CHECK(reading.error().kind == ErrorKind::data);
  CHECK(Store::open(folder / "e.entente", Mode::read_write));
}

TEST_CASE("another program's SQLite file is refused and not changed") {
  const Folder folder;
  run_sql(folder / "other.db", "CREATE TABLE photo (name TEXT); INSERT INTO photo VALUES ('sea')");
  check_refused(folder / "other.db", "no graph file");
}

TEST_CASE("a newer format is refused with both numbers") {
  const Folder folder;
  make_graph(folder / "g.entente", 1);
  run_sql(folder / "g.entente", ("PRAGMA user_version = " + std::to_string(kSchemaVersion + 1)).c_str());
  check_refused(folder / "g.entente", "format " + std::to_string(kSchemaVersion + 1));
  CHECK_THAT(Store::open(folder / "g.entente", Mode::read_only).error().message,
             Catch::Contains("up to " + std::to_string(kSchemaVersion)));
}

TEST_CASE("a graph file cut short anywhere is damaged, never smaller") {
  const Folder folder;
  const std::string whole = make_graph(folder / "g.entente", 20);
  for (std::size_t size = whole.size() - 1; size > 16; size -= std::min<std::size_t>(size - 16, 3001)) {
    write_bytes(folder / "cut.entente", whole.substr(0, size));
    const auto error = first_error(folder / "cut.entente");
    INFO("cut to " << size << " of " << whole.size());
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::data);
    CHECK_THAT(error->message, Catch::Contains("damaged"));
  }
}

TEST_CASE("flipped bytes are noticed, or change nothing that is read") {
  const Folder folder;
  const std::string whole = make_graph(folder / "g.entente", 20);
  const auto expected = texts_of(folder / "g.entente");
  std::mt19937 random(7);
  int noticed = 0;
  constexpr int kRounds = 300;
  for (int round = 0; round < kRounds; ++round) {
    std::string bytes = whole;
    const std::size_t place = 100 + random() % (bytes.size() - 100);
    bytes[place] = static_cast<char>(static_cast<unsigned char>(bytes[place]) ^ (1U + random() % 255));
    write_bytes(folder / "flip.entente", bytes);
    INFO("byte " << place);
    if (const auto error = first_error(folder / "flip.entente")) {
      ++noticed;
      CHECK(error->place.file == (folder / "flip.entente").string());
    } else {
      CHECK(texts_of(folder / "flip.entente") == expected);
    }
  }
  CHECK(noticed > kRounds / 4);
}

TEST_CASE("a row changed by hand is damage, and its document is named") {
  const Folder folder;
  const std::string id = sample_reading(0).document.id;
  const auto check = [&](const char* sql) {
    std::filesystem::remove(folder / "g.entente");
    make_graph(folder / "g.entente", 1);
    run_sql(folder / "g.entente", sql);
    const auto error = first_error(folder / "g.entente");
    INFO(sql);
    REQUIRE(error);
    CHECK(error->kind == ErrorKind::data);
    CHECK_THAT(error->message, Catch::Contains("damaged"));
    return error->message;
  };
  CHECK_THAT(check("UPDATE document SET text = 'x'"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE fact SET negated = 0"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE fact SET modality = 'Asserted'"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE fact SET modality = 'Loud'"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE evidence SET fact = 99"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE evidence SET passage = 99"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE alias SET entity = entity + 99"), Catch::Contains(id));
  CHECK_THAT(check("UPDATE passage SET text = 'China took masks'"), Catch::Contains(id));
  CHECK_THAT(check("DELETE FROM fact_resource"), Catch::Contains(id));
  check("DELETE FROM document");
  check("UPDATE meta SET value = 'x' WHERE key = 'ontology'");
  check("DELETE FROM meta");
}

TEST_CASE("a full reading names the damaged document and hands over the others") {
  const Folder folder;
  make_graph(folder / "g.entente", 3);
  const std::string id = sample_reading(1).document.id;
  run_sql(folder / "g.entente", ("UPDATE passage SET text = 'China took masks' WHERE document = "
                                 "(SELECT number FROM document WHERE id = '" +
                                 id + "')")
                                    .c_str());
  const auto store = Store::open(folder / "g.entente", Mode::read_only);
  REQUIRE(store);
  std::vector<std::string> whole;
  const auto found = store->verify([&](DocumentFacts&& reading) {
    whole.push_back(to_text(reading));
    return Status();
  });
  REQUIRE(found);
  REQUIRE(found->faults.size() == 1);
  CHECK_THAT(found->faults[0].message, Catch::Contains(id));
  CHECK(found->damaged == std::vector<std::string>{sample_reading(1).document.name});
  CHECK(found->documents == 2);
  std::vector<std::string> expected = {to_text(sample_reading(0)), to_text(sample_reading(2))};
  std::sort(expected.begin(), expected.end());
  std::sort(whole.begin(), whole.end());
  CHECK(whole == expected);
}

TEST_CASE("a full reading misses what was taken out, and finds nothing in a whole file") {
  const Folder folder;
  const auto faults = [&](const char* sql) {
    std::filesystem::remove(folder / "g.entente");
    make_graph(folder / "g.entente", 2);
    run_sql(folder / "g.entente", sql);
    const auto store = Store::open(folder / "g.entente", Mode::read_only);
    return store.value().verify([](DocumentFacts&&) { return Status(); }).value().faults.size();
  };
  CHECK(faults("SELECT 1") == 0);
  CHECK(faults("DELETE FROM document WHERE number = 1") > 0);
  CHECK(faults("DELETE FROM meta") > 0);
  CHECK(faults("UPDATE meta SET value = 'x' WHERE key = 'ontology'") == 1);
  CHECK(faults("INSERT INTO unmatched_verb VALUES (99, 0, 'x')") > 0);
}

}  // namespace
