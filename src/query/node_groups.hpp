// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/batch.hpp"
#include "query/context.hpp"
#include "query/memory_use.hpp"

namespace entente::query {

/// A node, or some of its properties.
struct NodeKey {
  Slot slot = kNoSlot;
  std::vector<std::string> properties;  ///< none: the node itself
  bool operator==(const NodeKey&) const = default;
};

/// A projection that counts rows, grouped by at most two nodes.
struct NodeGroupPlan {
  std::vector<NodeKey> keys;
  std::vector<NodeKey> distinct;  ///< count(DISTINCT ...), only without keys
  std::vector<int> distinct_of;   ///< for each aggregate call its place there, or -1: the number of rows
  std::set<Slot> row_counts;      ///< columns that hold the number of rows
};

/// Nothing where the projection asks for something else.
[[nodiscard]] std::optional<NodeGroupPlan> plan_node_groups(const ProjectionClause& clause,
                                                            const std::set<Slot>& nodes);

struct NodeGroup {
  std::array<graph::NodeId, 2> nodes{};
  std::uint64_t rows = 0;
};

struct NodeGroups {
  std::vector<NodeGroup> groups;        ///< in the order in which they were met
  std::vector<std::uint64_t> distinct;  ///< as NodeGroupPlan::distinct
  [[nodiscard]] std::size_t size() const { return groups.size(); }
  const NodeGroup& operator[](std::size_t at) const { return groups[at]; }
};

/// Counts rows by the nodes in them.
class NodeCounter {
 public:
  NodeCounter(const NodeGroupPlan& plan, Context& context, MemoryUse& memory);
  NodeCounter(const NodeCounter&) = delete;
  NodeCounter& operator=(const NodeCounter&) = delete;

  /// False when the query must stop.
  bool add(const Batch& batch);
  NodeGroups take();

 private:
  [[nodiscard]] graph::NodeId node(Slot slot) const {
    return *context_.row[static_cast<std::size_t>(slot)].as<graph::NodeId>();
  }
  void add_distinct(const Batch& batch);
  void add_one_key(const Batch& batch);
  void add_two_keys(const Batch& batch);
  void begin_first(graph::NodeId first);
  void count(graph::NodeId second, std::uint64_t rows);
  void merge();
  std::uint64_t count_classes(std::size_t place);

  const NodeGroupPlan& plan_;
  Context& context_;
  MemoryUse& memory_;
  NodeGroups out_;
  std::uint64_t rows_ = 0;
  Scratch::Lease marks_,
      seen_;  ///< the place of a node's group; with two keys: of the second node's, and firsts met
  std::vector<std::vector<bool>> distinct_bits_;  ///< the nodes that are in the list of that place
  std::vector<std::vector<graph::NodeId>> distinct_nodes_;
  bool begun_ = false, mixed_ = false;
  graph::NodeId first_{};
};

}  // namespace entente::query
