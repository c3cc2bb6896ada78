// SPDX-License-Identifier: Apache-2.0
// What comes in without texts: hashes in their place, and lines to be sorted.
#include <sqlite3.h>

#include "base/sha256.hpp"
#include "store/line_sorter.hpp"
#include "store/store.hpp"
#include "store_fixture.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::store;
using Mode = Store::Mode;

/// As sample_reading, but that the text is elsewhere.
DocumentFacts without_text(int number) {
  DocumentFacts reading = sample_reading(number);
  reading.document.sha256 = sha256_hex(reading.document.text);
  reading.document.text.clear();
  return reading;
}

int format_of(const std::filesystem::path& file) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &connection) == SQLITE_OK);
  int format = 0;
  const auto take = [](void* into, int, char** values, char**) {
    *static_cast<int*>(into) = std::stoi(values[0]);
    return 0;
  };
  CHECK(sqlite3_exec(connection, "PRAGMA user_version", take, &format, nullptr) == SQLITE_OK);
  sqlite3_close(connection);
  return format;
}

std::vector<std::string> sorted(const Folder& folder, const std::vector<std::array<std::string, 3>>& lines) {
  auto sorter = LineSorter::make(folder / "");
  REQUIRE(sorter);
  for (const auto& [group, rank, line] : lines) REQUIRE(sorter->add(group, rank, line));
  std::vector<std::string> out;
  REQUIRE(sorter->each([&](std::string_view group, std::string_view rank, std::string_view line) -> Status {
    out.push_back(std::string(group) + "/" + std::string(rank) + "/" + std::string(line));
    return {};
  }));
  return out;
}

}  // namespace

TEST_CASE("a document without its text keeps the hash of it") {
  const Folder folder;
  const DocumentFacts reading = without_text(1);
  {
    auto store = Store::open(folder / "g", Mode::read_write);
    REQUIRE(store->put({reading, sample_reading(2)}));
  }
  CHECK(format_of(folder / "g") == 4);
  const auto store = Store::open(folder / "g", Mode::read_only);
  const auto found = store->find(reading.document.id);
  REQUIRE(found);
  REQUIRE(found->has_value());
  CHECK((*found)->document.sha256 == reading.document.sha256);
  CHECK(to_text(**found) == to_text(reading));
  CHECK(store->find(sample_reading(2).document.id).value()->document.sha256.empty());
  CHECK_FALSE(store->find("0000000000000000").value().has_value());
}

TEST_CASE("the file of another format takes such a document too, and its hash goes with it") {
  const Folder folder;
  auto store = Store::open(folder / "g", Mode::read_write);
  REQUIRE(store->put({sample_reading(1), sample_reading(2)}));
  REQUIRE(store->add_decisions({Decision{{}, DecisionKind::confirm, "f", {}, {}, {}, {}, {}, {}}}));
  CHECK(format_of(folder / "g") == 3);
  REQUIRE(store->put({without_text(3)}));
  CHECK(format_of(folder / "g") == 4);
  CHECK(store->load().value().size() == 3);
  REQUIRE(store->remove({without_text(3).document.id, sample_reading(1).document.id}));
  REQUIRE(store->put({sample_reading(3)}));
  CHECK(store->find(sample_reading(3).document.id).value()->document.sha256.empty());
  CHECK(store->load().value().size() == 2);
}

TEST_CASE("a hash that was changed is damage") {
  const Folder folder;
  REQUIRE(Store::open(folder / "g", Mode::read_write)->put({without_text(1)}));
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open((folder / "g").c_str(), &connection) == SQLITE_OK);
  CHECK(sqlite3_exec(connection, "UPDATE text_hash SET sha256 = 'x'", nullptr, nullptr, nullptr) ==
        SQLITE_OK);
  sqlite3_close(connection);
  CHECK_FALSE(Store::open(folder / "g", Mode::read_only)->load());
}

TEST_CASE("lines come sorted, each once, and leave no file") {
  const Folder folder;
  CHECK(
      sorted(folder, {{"b", "1", "x"}, {"a", "2", "y"}, {"a", "1", "z"}, {"a", "2", "y"}, {"a", "1", "a"}}) ==
      std::vector<std::string>{"a/1/a", "a/1/z", "a/2/y", "b/1/x"});
  CHECK(std::filesystem::is_empty(folder / ""));
}

TEST_CASE("the first failure ends the walk over the lines") {
  const Folder folder;
  auto sorter = LineSorter::make(folder / "");
  REQUIRE(sorter);
  for (const char* line : {"a", "b", "c"}) REQUIRE(sorter->add("g", "r", line));
  int taken = 0;
  const auto walked = sorter->each([&](auto, auto, auto) -> Status {
    ++taken;
    return fail(ErrorKind::data, "enough");
  });
  REQUIRE_FALSE(walked);
  CHECK(walked.error().message == "enough");
  CHECK(taken == 1);
}
