// SPDX-License-Identifier: Apache-2.0
// A snapshot that is written to a file piece by piece has the bytes of one that is made in memory, and where
// no file can be written it is the same graph.
#include <sys/resource.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "graph/packed_numbers.hpp"
#include "graph/snapshot_builder.hpp"
#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace entente;
using namespace entente::graph;
using test::Folder;
namespace fs = std::filesystem;

namespace {

constexpr int kNodes = 900, kEdges = 5000;
constexpr auto kAccess = fs::perms::owner_read | fs::perms::owner_write;

std::string sentence(int edge) {
  return "Sentence " + std::to_string(edge) + std::string(300 + static_cast<std::size_t>(edge) % 700, 's');
}

/// Several megabytes, most of them different texts of the edges; edges come in no order.
SnapshotBuilder filled() {
  SnapshotBuilder builder;
  const auto key = [&](const char* name) { return builder.key(name); };
  for (int i = 0; i < kNodes; ++i) {
    builder.add_node({i % 3 == 0 ? "Person" : "Country"});
    builder.set_of_node(key("name"), Value("Name " + std::to_string(i)));
    if (i % 2 == 0) builder.set_of_node(key("aliases"), Value(List{Value("N" + std::to_string(i))}));
  }
  for (int i = 0; i < kEdges; ++i) {
    const auto source = static_cast<NodeId>(i * 37 % kNodes), target = static_cast<NodeId>(i * 53 % kNodes);
    builder.add_edge(source, target, i % 4 == 0 ? "meets" : "helps");
    builder.set_of_edge(key("evidence"), Value(List{Value(sentence(i))}));
    builder.set_of_edge(key("modality"), Value(i % 5 == 0 ? "Planned" : "Asserted"));
    builder.set_of_edge(key("confidence"), Value(i % 10 / 10.0));
    if (i % 7 == 0) builder.set_of_edge(key("count"), Value(std::int64_t{i} * 1'000'000'007));
  }
  return builder;
}

void check_graph(const Snapshot& graph, const std::vector<EdgeId>& ids) {
  CHECK(graph.state() == "state");
  REQUIRE(graph.node_count() == static_cast<std::size_t>(kNodes));
  REQUIRE(ids.size() == static_cast<std::size_t>(kEdges));
  for (int i = 0; i < kEdges; ++i) {
    const EdgeId edge = ids[static_cast<std::size_t>(i)];
    const auto properties = graph.properties(edge);
    REQUIRE(properties.at("evidence") == Value(List{Value(sentence(i))}));
    REQUIRE(properties.at("confidence") == Value(i % 10 / 10.0));
    REQUIRE(properties.count("count") == (i % 7 == 0 ? 1U : 0U));
    REQUIRE(graph.is_set_aside(edge) == (i % 5 == 0));
  }
  CHECK(graph.nodes_with(*graph.find_key("name"), "Name 77") == std::vector<NodeId>{NodeId{77}});
  CHECK(graph.nodes_with_element(*graph.find_key("aliases"), "N8") == std::vector<NodeId>{NodeId{8}});
}

/// Writes to files fail behind so many bytes, as on a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t room) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const rlimit limit{room, before_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

std::string bytes_in_memory() {
  return filled().finish("state", nullptr);
}

TEST_CASE("a snapshot has the same bytes in a file as in memory") {
  const Folder folder;
  const std::string expected = bytes_in_memory();
  REQUIRE(expected.size() > 3'000'000);
  CHECK(bytes_in_memory() == expected);
  for (const bool is_there : {false, true}) {  // the second time in place of the first
    INFO(is_there);
    std::vector<EdgeId> ids;
    const auto graph = filled().finish(folder.file("snapshot"), kAccess, "state", &ids);
    REQUIRE(graph);
    check_graph(*graph, ids);
    CHECK(read_file(folder.file("snapshot")).value() == expected);
    CHECK(fs::status(folder.file("snapshot")).permissions() == kAccess);
    CHECK(folder.entries() == 1);
  }
}

TEST_CASE("a small snapshot, too, has the same bytes in a file") {
  const Folder folder;
  for (const int nodes : {0, 1, 5}) {
    SnapshotBuilder builder, again;
    for (int i = 0; i < nodes; ++i) builder.add_node({"N"}), again.add_node({"N"});
    REQUIRE(builder.finish(folder.file("snapshot"), kAccess, "s", nullptr));
    CHECK(read_file(folder.file("snapshot")).value() == again.finish("s", nullptr));
  }
}

TEST_CASE("without a folder to write to a snapshot is made in memory") {
  const Folder folder;
  std::vector<EdgeId> ids;
  const auto graph = filled().finish(folder.file("snapshot") / "none" / "snapshot", kAccess, "state", &ids);
  REQUIRE(graph);
  check_graph(*graph, ids);
  CHECK(folder.entries() == 0);
}

TEST_CASE("when the disk is full a snapshot goes on in memory, and the old file stays") {
  const Folder folder;
  const std::string expected = bytes_in_memory();
  REQUIRE(write_file_atomically(folder.file("snapshot"), "old"));
  for (const std::size_t room : {std::size_t{0}, std::size_t{100}, std::size_t{1} << 20U, expected.size() / 2,
                                 expected.size() - 1, expected.size()}) {
    INFO("room for " << room);
    std::vector<EdgeId> ids;
    const auto graph = [&] {
      const FullDisk full(room);
      return filled().finish(folder.file("snapshot"), kAccess, "state", &ids);
    }();
    REQUIRE(graph);
    check_graph(*graph, ids);
    CHECK(read_file(folder.file("snapshot")).value() == (room == expected.size() ? expected : "old"));
    CHECK(folder.entries() == 1);
  }
}

TEST_CASE("a snapshot that cannot take its place is read from memory") {
  const Folder folder;
  fs::create_directories(folder.file("snapshot") / "x");
  std::vector<EdgeId> ids;
  const auto graph = filled().finish(folder.file("snapshot"), kAccess, "state", &ids);
  REQUIRE(graph);
  check_graph(*graph, ids);
  CHECK(folder.entries() == 1);
  CHECK(fs::is_directory(folder.file("snapshot")));
}

TEST_CASE("packed numbers stay as they are while wider ones come") {
  std::vector<std::int64_t> numbers;
  for (const int bits : {7, 15, 31, 63})
    for (const std::int64_t near : {-1, 0, 1}) {
      const auto power = static_cast<std::int64_t>(std::uint64_t{1} << static_cast<unsigned>(bits));
      if (bits < 63) numbers.push_back(power + near), numbers.push_back(-power + near);
      if (bits == 63) numbers.push_back(near == 1 ? power : near == 0 ? ~power : near);
    }
  PackedNumbers packed;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    packed.push_back(numbers[i]);
    REQUIRE(packed.size() == i + 1);
    for (std::size_t j = 0; j <= i; ++j) REQUIRE(packed[j] == numbers[j]);
  }
}

}  // namespace
