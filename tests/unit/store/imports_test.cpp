// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <sstream>

#include "store/store.hpp"
#include "store_fixture.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::store;

namespace {

using Mode = Store::Mode;

Status import(const std::filesystem::path& file, const std::string& name,
              const std::vector<std::string>& blocks, bool commit = true) {
  auto store = Store::open(file, Mode::read_write);
  REQUIRE(store);
  auto writer = store->begin_import();
  REQUIRE(writer);
  if (auto begun = writer->begin_file({"id of " + name, name, "graph"}); !begun) return begun;
  for (const std::string& block : blocks) REQUIRE(writer->add_block(block));
  REQUIRE(writer->end_file(3, 4));
  return commit ? writer->commit() : Status();
}

/// Names and blocks of all imported files, or the error.
std::string contents(const std::filesystem::path& file) {
  const auto store = Store::open(file, Mode::read_only);
  if (!store) return store.error().message;
  const auto files = store->imports();
  if (!files) return files.error().message;
  std::string text;
  for (const ImportedFile& each : *files) {
    text += each.name + "/" + std::to_string(each.nodes) + "/" + std::to_string(each.edges) + ":";
    const auto read = store->read_import(each.id, [&](std::string_view bytes) -> Status {
      text.append(bytes).append(",");
      return {};
    });
    if (!read) return read.error().message;
  }
  return text;
}

}  // namespace

TEST_CASE("imported files come back in their order, block by block") {
  const Folder folder;
  REQUIRE(import(folder / "g", "b.csv", {std::string("x\0y", 3), ""}));
  REQUIRE(import(folder / "g", "a.csv", {}));
  CHECK(contents(folder / "g") == std::string("b.csv/3/4:x\0y,,a.csv/3/4:", 25));
}

TEST_CASE("an import that is not committed leaves nothing") {
  const Folder folder;
  REQUIRE(import(folder / "g", "a.csv", {"x"}));
  REQUIRE(import(folder / "g", "b.csv", {"y"}, false));
  CHECK(contents(folder / "g") == "a.csv/3/4:x,");
}

TEST_CASE("the same file is not imported twice") {
  const Folder folder;
  REQUIRE(import(folder / "g", "a.csv", {"x"}));
  CHECK_FALSE(import(folder / "g", "a.csv", {"y"}));
  CHECK(contents(folder / "g") == "a.csv/3/4:x,");
}

TEST_CASE("documents and imports share a file") {
  const Folder folder;
  REQUIRE(import(folder / "g", "a.csv", {"x"}));
  auto store = Store::open(folder / "g", Mode::read_write);
  REQUIRE(store);
  REQUIRE(store->put({sample_reading(1)}));
  CHECK(store->load()->size() == 1);
  CHECK(store->imports()->size() == 1);
  const auto ids = store->entity_ids();
  REQUIRE(ids);
  CHECK(std::is_sorted(ids->begin(), ids->end()));
  for (const Entity& entity : sample_reading(1).entities)
    CHECK(std::binary_search(ids->begin(), ids->end(), entity.id));
}

TEST_CASE("changed bytes of an imported file are noticed") {
  const Folder folder;
  REQUIRE(import(folder / "g", "a.csv", {"a block of some length"}));
  std::ostringstream bytes;
  bytes << std::ifstream(folder / "g", std::ios::binary).rdbuf();
  std::string whole = bytes.str();
  const std::size_t at = whole.find("of some length");
  REQUIRE(at != std::string::npos);
  whole.replace(at, 2, "on");
  std::ofstream(folder / "h", std::ios::binary) << whole;
  CHECK(contents(folder / "h") == "the graph file is damaged: imported file 'a.csv' was changed in it");
}
