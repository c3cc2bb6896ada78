// SPDX-License-Identifier: Apache-2.0
#include "importers/graph_block.hpp"

#include "importers/graph_sink.hpp"
#include "row_of.hpp"
#include "support/catch.hpp"

using namespace entente;
using importers::GraphBlock;
using test::row_of;

TEST_CASE("a block gives back what was put in") {
  GraphBlock block(GraphBlock::Kind::nodes);
  graph::Moment day;
  day.day = 18421;
  const std::vector<graph::Value> values = {
      {},
      true,
      -7,
      std::int64_t{1} << 60,
      0.1,
      "é",
      "",
      graph::List{graph::Value(1), graph::Value("x"), graph::Value(day)},
      graph::Map{{"k", graph::Value(2.5)}},
      day,
      "é"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    block.add_node(i % 2 == 0 ? "" : "space", std::to_string(i),
                   i % 3 == 0 ? std::vector<std::string>() : std::vector<std::string>{"A", "B C"});
    block.set(block.column("mixed"), values[i]);
    if (i == 5) block.set(block.column("late"), "only here");
    block.set(block.column("number"), static_cast<int>(i));
  }
  const auto read = GraphBlock::read(block.write());
  REQUIRE(read);
  REQUIRE(read->size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    INFO("row " << i);
    CHECK(read->id(i) == std::to_string(i));
    CHECK(read->space(i) == (i % 2 == 0 ? "" : "space"));
    CHECK(read->labels(i).size() == (i % 3 == 0 ? 0 : 2));
    const graph::Map row = row_of(*read, i);
    CHECK(row.count("mixed") == (i == 0 ? 0 : 1));
    if (i > 0) CHECK(row.at("mixed") == values[i]);
    CHECK(row.count("late") == (i == 5 ? 1 : 0));
    CHECK(row.at("number") == graph::Value(static_cast<int>(i)));
  }
}

TEST_CASE("a block of edges gives back ends and types") {
  GraphBlock block(GraphBlock::Kind::edges);
  block.add_edge(3, 4'000'000'000U, "KNOWS");
  block.add_edge(0, 3, "LIKES");
  block.set(block.column("since"), 1999);
  const auto read = GraphBlock::read(block.write());
  REQUIRE(read);
  CHECK(read->target(0) == 4'000'000'000U);
  CHECK(read->source(1) == 0);
  CHECK(read->type(1) == "LIKES");
  CHECK(row_of(*read, 0).empty());
  CHECK(row_of(*read, 1).at("since") == graph::Value(1999));
}

TEST_CASE("bytes that are no block are an error, never more") {
  GraphBlock block(GraphBlock::Kind::nodes);
  for (int i = 0; i < 40; ++i) {
    block.add_node("", std::to_string(i), {"A"});
    block.set(block.column("name"), "name " + std::to_string(i % 7));
    block.set(block.column("list"), graph::List{graph::Value(i)});
  }
  const std::string bytes = block.write();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(GraphBlock::read(bytes.substr(0, size)));
  std::size_t readable = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    const auto read = GraphBlock::read(changed);
    if (!read) continue;
    for (std::size_t row = 0; row < std::min<std::size_t>(read->size(), 50); ++row)
      readable += row_of(*read, row).size();
  }
  CHECK(readable > 0);
}

TEST_CASE("a sink hands on many blocks and counts") {
  importers::NodeIds ids;
  std::vector<std::size_t> sizes;
  const auto take = [&sizes](const std::string& bytes) -> Status {
    sizes.push_back(GraphBlock::read(bytes)->size());
    return {};
  };
  importers::GraphSink sink(
      ids, [](std::string_view id) -> Result<bool> { return id == "china"; }, take);
  for (int i = 0; i < 70'000; ++i) REQUIRE(*sink.add_node("", std::to_string(i), {}));
  CHECK_FALSE(*sink.add_node("", "5", {}));
  CHECK(*sink.add_node("other", "5", {}));
  CHECK(**sink.find_node("", "69999") == 69'999);
  CHECK(**sink.find_node("", "china") == 70'001);
  CHECK_FALSE(*sink.find_node("other", "china"));
  REQUIRE(sink.add_edge(0, 70'001, "KNOWS"));
  REQUIRE(sink.finish());
  CHECK(sizes == std::vector<std::size_t>{65'536, 4'466, 1});
  CHECK(sink.nodes() == 70'001);
  CHECK(sink.edges() == 1);
}

TEST_CASE("reals come back, few different ones in few bytes") {
  const auto written = [](int different) {
    GraphBlock block(GraphBlock::Kind::edges);
    for (int i = 0; i < 1000; ++i) {
      block.add_edge(0, 1, "T");
      if (i % 5 != 0) block.set(block.column("x"), i % different == 3 ? -0.0 : (i % different) / 7.0);
    }
    const std::string bytes = block.write();
    const auto read = GraphBlock::read(bytes);
    REQUIRE(read);
    for (std::size_t row = 0; row < 1000; ++row) REQUIRE(row_of(*read, row) == row_of(block, row));
    return bytes.size();
  };
  CHECK(written(10) < 5000);
  CHECK(written(1000) > 9000);
}
