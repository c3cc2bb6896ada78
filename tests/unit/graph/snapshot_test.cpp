// SPDX-License-Identifier: Apache-2.0
// A snapshot says what the graph says that it was made of: by hand, and on random graphs with values of all
// kinds.
#include "graph/snapshot.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <set>

#include "graph/freeze.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::graph;

namespace {

using Strings = std::vector<std::string>;

/// Numbers from 0 to below a limit, the same at every run.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int roll(int limit) { return static_cast<int>(engine_() % static_cast<unsigned>(limit)); }
  bool chance(int percent) { return roll(100) < percent; }

 private:
  std::mt19937 engine_;
};

Value moment(MomentKind kind, std::int64_t day, std::int64_t nano, const char* zone) {
  Moment made;
  made.kind = kind;
  made.day = day;
  made.nano = nano;
  made.offset = zone ? 3600 : 0;
  if (zone) made.zone = std::make_shared<const std::string>(zone);
  return Value(made);
}

/// A value of one of the kinds; numbers of all sizes.
Value random_value(Dice& dice, int kind) {
  switch (kind) {
    case 0:
      return Value(dice.chance(50));
    case 1:
      return Value(std::int64_t{dice.roll(5)} - 2);
    case 2:
      return Value(std::numeric_limits<std::int64_t>::min() + dice.roll(3));
    case 3:
      return Value(std::numeric_limits<std::int64_t>::max() - dice.roll(100'000));
    case 4:
      return Value(dice.roll(4) / 4.0);
    case 5:
      return Value(dice.roll(1'000'000) / 7.0);
    case 6:
      return Value(std::string(static_cast<std::size_t>(dice.roll(4)), 'x'));
    case 7:
      return Value("text " + std::to_string(dice.roll(100'000)));
    case 8:
      return moment(MomentKind::date, dice.roll(40'000) - 20'000, 0, nullptr);
    case 9:
      return moment(MomentKind::date_time, dice.roll(9), dice.roll(1000), "Europe/Rome");
    case 10:
      return Value(Duration{1, dice.roll(5), -3, 7});
    case 11:
      return Value(List{Value("alias"), Value("a" + std::to_string(dice.roll(9)))});
    default:
      return Value(Map{{"k", Value(List{Value(1), Value()})}, {"m", Value(dice.roll(3))}});
  }
}

/// Each key has values of one kind, but for one key of all kinds.
Map random_properties(Dice& dice, int keys) {
  Map map;
  for (int key = 0; key < keys; ++key)
    if (dice.chance(key % 3 == 0 ? 100 : 40))
      map["k" + std::to_string(key)] = random_value(dice, key == 13 ? dice.roll(13) : key);
  if (dice.chance(20)) map["modality"] = Value(dice.chance(50) ? "Asserted" : "Planned");
  if (dice.chance(20)) map["negated"] = Value(dice.chance(50));
  return map;
}

PropertyGraph random_graph(Dice& dice) {
  PropertyGraph graph;
  const int nodes = dice.roll(200), edges = nodes == 0 ? 0 : dice.roll(600), types = 1 + dice.roll(80);
  const int keys = dice.roll(15);
  for (int i = 0; i < nodes; ++i) {
    Strings labels;
    for (int label = 0; label < dice.roll(3); ++label) labels.push_back("L" + std::to_string(dice.roll(5)));
    graph.add_node(labels, random_properties(dice, keys));
  }
  for (int i = 0; i < edges; ++i)
    graph.add_edge(static_cast<NodeId>(dice.roll(nodes)), static_cast<NodeId>(dice.roll(nodes)),
                   "T" + std::to_string(dice.roll(types)), random_properties(dice, keys));
  return graph;
}

/// The rule of the default filter, from the properties.
bool is_hidden(const Map& properties) {
  const auto modality = properties.find("modality"), negated = properties.find("negated");
  if (modality == properties.end()) return false;
  return !(modality->second == Value("Asserted")) ||
         (negated != properties.end() && negated->second == Value(true));
}

void check_edges(const PropertyGraph& graph, const Snapshot& frozen, const std::vector<EdgeId>& ids) {
  REQUIRE(ids.size() == graph.edge_count());
  CHECK(std::set<EdgeId>(ids.begin(), ids.end()).size() == ids.size());
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto old = static_cast<EdgeId>(i), edge = ids[i];
    REQUIRE(frozen.source(edge) == graph.source(old));
    REQUIRE(frozen.target(edge) == graph.target(old));
    REQUIRE(frozen.type(edge) == graph.type(old));
    REQUIRE(frozen.properties(edge) == graph.properties(old));
    REQUIRE(frozen.is_set_aside(edge) == is_hidden(graph.properties(old)));
  }
}

/// The walks at a node in the stated order: by type, other end, insertion.
std::vector<Step> sorted_steps(const std::vector<Step>& steps, const Snapshot& frozen,
                               const std::vector<EdgeId>& ids) {
  std::vector<Step> out;
  for (const Step& step : steps) out.push_back({ids[static_cast<std::size_t>(step.edge)], step.node});
  std::stable_sort(out.begin(), out.end(), [&](const Step& a, const Step& b) {
    const auto type_a = frozen.type_id(a.edge), type_b = frozen.type_id(b.edge);
    return type_a != type_b ? type_a < type_b : a.node < b.node;
  });
  return out;
}

void check_nodes(const PropertyGraph& graph, const Snapshot& frozen, const std::vector<EdgeId>& ids) {
  for (std::size_t i = 0; i < graph.node_count(); ++i) {
    const auto node = static_cast<NodeId>(i);
    REQUIRE(frozen.labels(node) == graph.labels(node));
    REQUIRE(frozen.properties(node) == graph.properties(node));
    const auto same = frozen.nodes(frozen.label_set(node));
    REQUIRE(std::binary_search(same.begin(), same.end(), node));
    std::vector<Step> out, in;
    for (const TypeId type : frozen.out_types(node))
      for (const Step step : frozen.out(node, type)) out.push_back(step);
    for (const TypeId type : frozen.in_types(node))
      for (const Step step : frozen.in(node, type)) in.push_back(step);
    REQUIRE(out == sorted_steps(graph.out(node), frozen, ids));
    REQUIRE(in == sorted_steps(graph.in(node), frozen, ids));
    REQUIRE(frozen.out_degree(node) == out.size());
    REQUIRE(frozen.in_degree(node) == in.size());
    for (std::size_t t = 0; t < frozen.type_count(); ++t) {
      const auto type = static_cast<TypeId>(t);
      REQUIRE(frozen.out_types(node).contains(type) == !frozen.out(node, type).empty());
      REQUIRE(frozen.in_types(node).contains(type) == !frozen.in(node, type).empty());
    }
  }
}

/// A lookup gives what looking at all nodes gives.
void check_lookups(const PropertyGraph& graph, const Snapshot& frozen) {
  for (std::size_t k = 0; k < frozen.key_count(); ++k) {
    const auto key = static_cast<KeyId>(k);
    const std::string& name = frozen.key(key);
    for (std::size_t i = 0; i < graph.node_count(); i += 7) {
      const auto& properties = graph.properties(static_cast<NodeId>(i));
      const auto own = properties.find(name);
      if (own == properties.end()) continue;
      const auto* list = std::get_if<List>(&own->second.data);
      const Value wanted = list && !list->empty() ? list->front() : own->second;
      const auto found = list ? frozen.nodes_with_element(key, wanted) : frozen.nodes_with(key, wanted);
      if (!found) continue;
      std::vector<NodeId> expected;
      for (std::size_t j = 0; j < graph.node_count(); ++j) {
        const auto& others = graph.properties(static_cast<NodeId>(j));
        const auto other = others.find(name);
        if (other == others.end()) continue;
        const auto* elements = std::get_if<List>(&other->second.data);
        const bool has = list ? elements && std::count(elements->begin(), elements->end(), wanted) > 0
                              : other->second == wanted;
        if (has) expected.push_back(static_cast<NodeId>(j));
      }
      REQUIRE(*found == expected);
    }
  }
}

TEST_CASE("an empty snapshot has nothing") {
  const Snapshot none;
  CHECK(none.node_count() == 0);
  CHECK(none.edge_count() == 0);
  CHECK(none.all_labels().empty());
  CHECK_FALSE(none.find_key("name"));
  const Snapshot frozen = freeze(PropertyGraph());
  CHECK(frozen.node_count() == 0);
  CHECK(frozen.all_types().empty());
}

TEST_CASE("edges are sorted by type, source, target and insertion") {
  PropertyGraph graph;
  const NodeId a = graph.add_node({"A"}, {}), b = graph.add_node({}, {});
  graph.add_edge(b, a, "sues", {{"n", 0}});
  graph.add_edge(a, b, "meets", {{"n", 1}});
  graph.add_edge(a, a, "meets", {{"n", 2}});
  graph.add_edge(a, b, "meets", {{"n", 3}});
  graph.add_edge(b, a, "meets", {{"n", 4}});
  const Snapshot frozen = freeze(graph);
  std::vector<Value> order;
  for (std::uint32_t i = 0; i < 5; ++i) order.push_back(frozen.properties(EdgeId{i}).at("n"));
  CHECK(order == std::vector<Value>{2, 1, 3, 4, 0});
  const auto meets = frozen.find_type("meets");
  REQUIRE(meets);
  CHECK(frozen.first_edge(*meets) == EdgeId{0});
  CHECK(frozen.end_edge(*meets) == EdgeId{4});
  CHECK(frozen.out_degree(a, *meets) == 3);
  CHECK(frozen.in_degree(a, *meets) == 2);
  CHECK(frozen.source_count(*meets) == 2);
  CHECK(frozen.type_id(EdgeId{4}) == frozen.find_type("sues"));
  CHECK_FALSE(frozen.find_type("meet"));
}

TEST_CASE("nodes are looked up by text, integer and element") {
  PropertyGraph graph;
  for (int i = 0; i < 100; ++i)
    graph.add_node({"N"}, {{"id", i},
                           {"name", "n" + std::to_string(i)},
                           {"flag", "same"},
                           {"aliases", List{Value("a" + std::to_string(i)), Value("all")}}});
  const Snapshot frozen = freeze(graph);
  const auto key = [&](const char* name) { return *frozen.find_key(name); };
  CHECK(frozen.nodes_with(key("id"), 17) == std::vector<NodeId>{NodeId{17}});
  CHECK(frozen.nodes_with(key("id"), 170) == std::vector<NodeId>{});
  CHECK(frozen.nodes_with(key("id"), "17") == std::vector<NodeId>{});
  CHECK(frozen.nodes_with(key("name"), "n5") == std::vector<NodeId>{NodeId{5}});
  CHECK(frozen.nodes_with_element(key("aliases"), "a99") == std::vector<NodeId>{NodeId{99}});
  CHECK(frozen.nodes_with_element(key("aliases"), "all")->size() == 100);
  CHECK_FALSE(frozen.nodes_with(key("flag"), "same"));  // one value of all: nothing to look up
}

TEST_CASE("a snapshot says what its graph says") {
  Dice dice(7);
  for (int i = 0; i < 60; ++i) {
    const PropertyGraph graph = random_graph(dice);
    std::vector<EdgeId> ids;
    const Snapshot frozen = freeze(graph, &ids);
    REQUIRE(frozen.node_count() == graph.node_count());
    REQUIRE(frozen.edge_count() == graph.edge_count());
    CHECK(frozen.all_labels() == graph.all_labels());
    CHECK(frozen.all_types() == graph.all_types());
    CHECK(frozen.all_property_names() == graph.all_property_names());
    check_edges(graph, frozen, ids);
    check_nodes(graph, frozen, ids);
    check_lookups(graph, frozen);
  }
}

TEST_CASE("a snapshot with a changed byte, or cut short, is refused") {
  Dice dice(3);
  SnapshotBuilder builder;
  PropertyGraph graph;
  while (graph.edge_count() < 100) graph = random_graph(dice);
  add_nodes(graph, builder);
  add_edges(graph, builder);
  const std::string bytes = builder.finish("state", nullptr);
  const auto good = Snapshot::read(bytes);
  REQUIRE(good);
  CHECK(good->state() == "state");
  for (std::size_t at = 0; at < bytes.size();
       at += at < 512 ? 1 : 1 + static_cast<std::size_t>(dice.roll(60))) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ (1 << dice.roll(8)));
    INFO("byte " << at);
    REQUIRE_FALSE(Snapshot::read(std::move(changed)));
  }
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{50}, std::size_t{112}, bytes.size() / 2, bytes.size() - 1})
    CHECK_FALSE(Snapshot::read(bytes.substr(0, size)));
  CHECK_FALSE(Snapshot::read(bytes + '\0'));
}

}  // namespace
