// SPDX-License-Identifier: Apache-2.0
// The log of decisions, and the formats of the file that lead to it.
#include <sqlite3.h>

#include "store/store.hpp"
#include "store_fixture.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::store;
using Mode = Store::Mode;

Decision decided(DecisionKind kind, const std::string& subject, const std::string& value = {}) {
  Decision decision;
  decision.kind = kind;
  decision.subject = subject;
  decision.value = value;
  return decision;
}

std::vector<Decision> add(const std::filesystem::path& file, const std::vector<Decision>& decisions) {
  auto store = Store::open(file, Mode::read_write);
  REQUIRE(store);
  auto added = store->add_decisions(decisions);
  REQUIRE(added);
  return std::move(*added);
}

std::vector<Decision> log_of(const std::filesystem::path& file) {
  const auto log = Store::open(file, Mode::read_only).value().decisions();
  REQUIRE(log);
  return *log;
}

int run_sql(const std::filesystem::path& file, const char* sql) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &connection) == SQLITE_OK);
  const int code = sqlite3_exec(connection, sql, nullptr, nullptr, nullptr);
  sqlite3_close(connection);
  return code;
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

std::string state_of(const std::filesystem::path& file) {
  return Store::open(file, Mode::read_only).value().state().value();
}

void make_graph(const std::filesystem::path& file) {
  REQUIRE(Store::open(file, Mode::read_write).value().put({sample_reading(1), sample_reading(2)}));
}

void import_into(const std::filesystem::path& file) {
  auto store = Store::open(file, Mode::read_write);
  REQUIRE(store);
  auto writer = store->begin_import();
  REQUIRE(writer);
  REQUIRE(writer->begin_file({"an id", "a.csv", "graph"}));
  REQUIRE(writer->add_block("block"));
  REQUIRE(writer->end_file(1, 0));
  REQUIRE(writer->commit());
}

}  // namespace

TEST_CASE("decisions come back whole and in their order") {
  const Folder folder;
  make_graph(folder / "g");
  Decision split = decided(DecisionKind::split, "a", "Other A");
  split.facts = {"0000000000000001", "0000000000000002"};
  split.documents = {"0000000000000003"};
  split.about = "A";
  split.by = "Ada";
  split.date = "2026-11-22";
  auto added = add(folder / "g", {split, decided(DecisionKind::confirm, "f")});
  for (auto& more : add(folder / "g", {decided(DecisionKind::note, "f", "words\nof two lines")}))
    added.push_back(std::move(more));
  REQUIRE(added.size() == 3);
  CHECK(log_of(folder / "g") == added);
  split.id = added.front().id;
  CHECK(added.front() == split);
}

TEST_CASE("the same decision again has an id of its own, an id that is there is left out") {
  const Folder folder;
  make_graph(folder / "g");
  const auto first = add(folder / "g", {decided(DecisionKind::confirm, "f")});
  const auto second = add(folder / "g", {decided(DecisionKind::confirm, "f")});
  REQUIRE(second.size() == 1);
  CHECK(first.front().id != second.front().id);
  CHECK(add(folder / "g", first).empty());
  CHECK(log_of(folder / "g").size() == 2);
  // Another file gives the same ids.
  make_graph(folder / "h");
  CHECK(add(folder / "h", {decided(DecisionKind::confirm, "f"), decided(DecisionKind::confirm, "f")}) ==
        log_of(folder / "g"));
}

TEST_CASE("a decision changes the state of the file, and no document") {
  const Folder folder;
  make_graph(folder / "g");
  const auto state = state_of(folder / "g");
  add(folder / "g", {decided(DecisionKind::deny, "f")});
  CHECK(state_of(folder / "g") != state);
  REQUIRE(Store::open(folder / "g", Mode::read_write).value().put({sample_reading(1)}));
  CHECK(log_of(folder / "g").size() == 1);
}

TEST_CASE("rows of the log are neither changed nor removed") {
  const Folder folder;
  make_graph(folder / "g");
  add(folder / "g", {decided(DecisionKind::deny, "f")});
  CHECK(run_sql(folder / "g", "UPDATE decision SET kind = 'confirm'") != SQLITE_OK);
  CHECK(run_sql(folder / "g", "DELETE FROM decision") != SQLITE_OK);
  CHECK(log_of(folder / "g").front().kind == DecisionKind::deny);
}

TEST_CASE("a log that was changed all the same is refused") {
  for (const char* change :
       {"UPDATE decision SET kind = 'confirm' WHERE number = 1",
        "UPDATE decision SET by = 'Eve' WHERE number = 2", "DELETE FROM decision WHERE number = 1",
        "UPDATE decision SET kind = 'nonsense'", "UPDATE decision SET number = number + 5"}) {
    const Folder folder;
    make_graph(folder / "g");
    add(folder / "g", {decided(DecisionKind::deny, "f"), decided(DecisionKind::note, "f", "x")});
    const std::string sql =
        std::string("DROP TRIGGER decision_is_not_changed; DROP TRIGGER decision_is_not_removed; ") + change;
    REQUIRE(run_sql(folder / "g", sql.c_str()) == SQLITE_OK);
    const auto log = Store::open(folder / "g", Mode::read_only).value().decisions();
    REQUIRE_FALSE(log);
    CHECK(log.error().kind == ErrorKind::data);
    CHECK_FALSE(Store::open(folder / "g", Mode::read_write)
                    .value()
                    .add_decisions({decided(DecisionKind::deny, "g")}));
  }
}

TEST_CASE("a file is raised to the format that it needs, a step at a time, and keeps what it has") {
  const Folder folder;
  make_graph(folder / "first");
  CHECK(format_of(folder / "first") == 1);
  CHECK(log_of(folder / "first").empty());
  make_graph(folder / "second");
  import_into(folder / "second");
  CHECK(format_of(folder / "second") == 2);
  for (const char* name : {"first", "second"}) {
    const auto readings = [&] {
      std::vector<std::string> texts;
      const auto loaded = Store::open(folder / name, Mode::read_only).value().load();
      for (const DocumentFacts& reading : *loaded) texts.push_back(to_text(reading));
      return texts;
    };
    const auto imports = [&] {
      return Store::open(folder / name, Mode::read_only).value().imports().value().size();
    };
    const auto before = readings();
    const auto imported = imports();
    add(folder / name, {decided(DecisionKind::confirm, "f")});
    CHECK(format_of(folder / name) == 3);
    CHECK(readings() == before);
    CHECK(imports() == imported);
    CHECK(log_of(folder / name).size() == 1);
  }
  import_into(folder / "first");
  CHECK(format_of(folder / "first") == 3);
}
