// SPDX-License-Identifier: Apache-2.0
// The snapshot beside a graph file: written, used, renewed, and never believed when it is not whole.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

#include "app/frozen_facts.hpp"
#include "app/frozen_graph.hpp"
#include "app/import_files.hpp"
#include "app/open_graph.hpp"
#include "base/file.hpp"
#include "query/query.hpp"
#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace entente;
using namespace entente::app;
using test::Folder;
namespace fs = std::filesystem;

namespace {

void import(const Folder& folder, const std::vector<std::string>& files) {
  ImportOptions options;
  for (const std::string& file : files) options.files.push_back(folder.file(file).string());
  options.graph = folder.file("g.entente");
  const auto report = import_files(options);
  INFO((report ? std::string() : to_text(report.error())));
  REQUIRE(report.has_value());
}

/// A graph file with ten people who know one another in a ring.
fs::path ring(const Folder& folder) {
  std::string nodes = "id:ID,name,age:int,:LABEL\n", edges = ":START_ID,:END_ID,:TYPE,since:date\n";
  for (int i = 0; i < 10; ++i) {
    const auto id = std::to_string(i);
    nodes += "p" + id + ",Person " + id + "," + std::to_string(20 + i) + ",Person\n";
    edges += "p" + id + ",p" + std::to_string((i + 1) % 10) + ",KNOWS,200" + id + "-01-01\n";
  }
  folder.write("people.csv", nodes);
  folder.write("knows.csv", edges);
  import(folder, {"people.csv", "knows.csv"});
  return folder.file("g.entente");
}

OpenGraph opened(const fs::path& file) {
  auto graph = open_graph(file, {});
  INFO((graph ? std::string() : to_text(graph.error())));
  REQUIRE(graph.has_value());
  return std::move(*graph);
}

std::string answer(const OpenGraph& graph, const std::string& text) {
  const auto made = query::Query::parse(text);
  REQUIRE(made.has_value());
  const auto table = made->run(graph.graph, &graph.vocabulary, {});
  INFO((table ? std::string() : to_text(table.error())));
  REQUIRE(table.has_value());
  std::string out;
  for (const auto& row : table->rows) {
    for (const auto& value : row) out += query::to_text(value, graph.graph) + " ";
    out += "\n";
  }
  return out;
}

const std::string kRing = "MATCH (a {id: 'p3'})-[k:KNOWS]->(b) RETURN a.age, k.since, b.name, k.imported";
const std::string kRingRow = "23 2003-01-01 Person 4 knows.csv \n";

std::string bytes_of(const fs::path& file) {
  auto bytes = read_file(file);
  REQUIRE(bytes.has_value());
  return *bytes;
}

}  // namespace

TEST_CASE("an import writes the snapshot that a query then opens") {
  const Folder folder;
  const auto file = ring(folder);
  REQUIRE(fs::exists(snapshot_file(file)));
  const auto written = fs::last_write_time(snapshot_file(file));
  CHECK(answer(opened(file), kRing) == kRingRow);
  CHECK(fs::last_write_time(snapshot_file(file)) == written);
}

TEST_CASE("a snapshot that is missing is written, one of another state is renewed") {
  const Folder folder;
  const auto file = ring(folder);
  const auto old = bytes_of(snapshot_file(file));
  fs::remove(snapshot_file(file));
  CHECK(answer(opened(file), kRing) == kRingRow);
  CHECK(bytes_of(snapshot_file(file)) == old);
  folder.write("more.csv", "id:ID,name,:LABEL\nx,Xavier,Person\n");
  import(folder, {"more.csv"});
  CHECK(bytes_of(snapshot_file(file)) != old);
  std::ofstream(snapshot_file(file), std::ios::binary) << old;  // as after a copy of an old one
  CHECK(answer(opened(file), "MATCH (a {name: 'Xavier'}) RETURN a.id") == "x \n");
  CHECK(bytes_of(snapshot_file(file)) != old);
}

TEST_CASE("an open graph stays as it is while the file changes, and says so when it needs the facts") {
  const Folder folder;
  const auto file = ring(folder);
  const OpenGraph before = opened(file);
  folder.write("more.csv", "id:ID,name,:LABEL\nx,Xavier,Person\n");
  import(folder, {"more.csv"});
  CHECK(answer(before, "MATCH (a) RETURN count(*)") == "10 \n");
  CHECK(answer(before, kRing) == kRingRow);
  const auto facts = before.facts();
  REQUIRE_FALSE(facts.has_value());
  CHECK(facts.error().message == "the graph file was changed since it was opened");
  CHECK(opened(file).facts().has_value());
}

TEST_CASE("a damaged snapshot is never believed") {
  const Folder folder;
  const auto file = ring(folder);
  const auto good = bytes_of(snapshot_file(file));
  std::mt19937 dice(5);
  const auto check = [&](const std::string& bytes) {
    std::ofstream(snapshot_file(file), std::ios::binary | std::ios::trunc) << bytes;
    CHECK(answer(opened(file), kRing) == kRingRow);
    CHECK(bytes_of(snapshot_file(file)) == good);  // and it is mended
  };
  for (int i = 0; i < 60; ++i) {
    std::string changed = good;
    auto& byte = changed[i < 20 ? static_cast<std::size_t>(i) * 7 : dice() % changed.size()];
    byte = static_cast<char>(byte ^ (1U << (dice() % 8)));
    check(changed);
  }
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, std::size_t{111}, good.size() / 2, good.size() - 1})
    check(good.substr(0, size));
  check(good + "x");
  check(
      "not a snapshot at all, but a text that is as long as a header of one would be, and then some more "
      "words");
}

TEST_CASE("where nothing can be written a graph is opened all the same") {
  const Folder folder;
  const auto file = ring(folder);
  fs::remove(snapshot_file(file));
  fs::create_directory(snapshot_file(file));  // also for a user to whom no right is denied
  folder.write("g.entente-snapshot/x", "");
  CHECK(answer(opened(file), kRing) == kRingRow);
  CHECK(fs::is_directory(snapshot_file(file)));
}

TEST_CASE("who may not read the graph may not read its snapshot") {
  const Folder folder;
  const auto file = ring(folder);
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  fs::remove(snapshot_file(file));
  (void)opened(file);
  CHECK(fs::status(snapshot_file(file)).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

/// Facts with their sentences, entities by name.
std::vector<std::string> told(const FactBase& base) {
  std::vector<std::string> lines;
  for (const Entity& entity : base.entities) lines.push_back(entity.id + " " + entity.label);
  for (const Fact& fact : base.facts) {
    lines.push_back(fact.id + " " + fact.subject + " " + fact.relation + " " + fact.object);
    for (const Evidence& evidence : fact.evidence) lines.push_back(evidence.document + " " + evidence.text);
  }
  return lines;
}

TEST_CASE("graph and facts opened together are those that are opened one by one") {
  const Folder folder;
  const auto file = ring(folder);
  fs::copy_file("export/seeds.ttl", folder.file("seeds.ttl"));
  import(folder, {"seeds.ttl"});
  const OpenGraph alone = opened(file);
  const auto facts = load_fact_base(file, alone.vocabulary);
  REQUIRE(facts.has_value());
  REQUIRE(facts->facts.size() > 10);
  for (const bool has_snapshot : {true, false}) {
    INFO(has_snapshot);
    if (!has_snapshot) fs::remove(snapshot_file(file));
    const auto store = store::Store::open(file, store::Store::Mode::read_only);
    REQUIRE(store.has_value());
    const auto both = frozen_facts(file, *store, alone.vocabulary);
    REQUIRE(both.has_value());
    CHECK(told(both->base) == told(*facts));
    CHECK(both->graph.state() == alone.graph.state());
    CHECK(both->graph.edge_count() == alone.graph.edge_count());
    CHECK(fs::exists(snapshot_file(file)));
  }
}
