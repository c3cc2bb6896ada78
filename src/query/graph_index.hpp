// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "query/label_test.hpp"
#include "query/node_classes.hpp"
#include "query/scratch.hpp"
#include "query/value.hpp"

namespace entente::query {

/// Ways into one graph: nodes by label and by the value of a property. Where the graph has no lookup of a
/// property, one is made when it is first worth it. Hand the same index to many queries over one unchanged
/// graph. Not for several threads at once.
class GraphIndex {
 public:
  explicit GraphIndex(const graph::Snapshot& graph) : graph_(graph) {}

  [[nodiscard]] const graph::Snapshot& graph() const { return graph_; }

  /// How many nodes pass, and which, by id.
  [[nodiscard]] std::size_t count(const LabelTest& test);
  [[nodiscard]] std::vector<graph::NodeId> nodes(const LabelTest& test);

  /// Nodes whose property is the same as the value, by id; with_aliases: or one of whose aliases is.
  [[nodiscard]] std::vector<graph::NodeId> nodes(const std::string& property, const Value& value,
                                                 bool with_aliases);

  /// Which nodes have the same values of these properties; made at the first question.
  [[nodiscard]] const NodeClasses& classes(const std::vector<std::string>& properties);
  /// Whether any relationship leads from a node to itself.
  [[nodiscard]] bool has_loops();
  /// Memory that searches take and give back.
  [[nodiscard]] Scratch& scratch() { return scratch_; }

 private:
  struct ValueHash {
    std::size_t operator()(const Value& value) const;
  };
  struct ValueSame {
    bool operator()(const Value& a, const Value& b) const;
  };
  using ByValue = std::unordered_map<Value, std::vector<graph::NodeId>, ValueHash, ValueSame>;

  struct ByProperty {
    int asked = 0;
    bool built = false;
    ByValue nodes;
  };

  [[nodiscard]] std::vector<graph::NodeId> scan(const std::string& property, const Value& value,
                                                bool with_aliases);
  void build(const std::string& property, bool with_aliases, ByProperty& out) const;

  const graph::Snapshot& graph_;
  std::map<std::pair<std::string, bool>, ByProperty> properties_;
  std::map<std::vector<std::string>, NodeClasses> classes_;
  std::optional<bool> has_loops_;
  Scratch scratch_;
};

/// True when the property of the node is the same as the value; aliases: or an element of that list is.
[[nodiscard]] bool has_property(const graph::Snapshot& graph, graph::NodeId node,
                                std::optional<graph::KeyId> property, const Value& value,
                                std::optional<graph::KeyId> aliases = std::nullopt);

/// A property's value compared with a value of the language without a copy, as '=' would: unknown is false.
[[nodiscard]] bool is_equal(const graph::Cell& property, const Value& value);

inline const std::string kAliases = "aliases";

}  // namespace entente::query
