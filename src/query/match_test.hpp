// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "query/context.hpp"

namespace entente::query {

/// One entry of a property map in a pattern. The value is worked out once a MATCH, not once a candidate.
struct PropertyTest {
  const std::string* key = nullptr;
  const Expr* value = nullptr;
  bool aliases = false;  ///< the name of an entity: its aliases count, too

  void prepare(Context& context);
  Value expected;
  std::optional<graph::KeyId> key_id = {}, aliases_id = {};  ///< in the graph; nothing: it knows no such name
};

/// A comparison of a property with a value that is the same for all candidates: r.key op value.
struct PropertyComparison {
  const std::string* key = nullptr;
  Op op = Op::equal;
  const Expr* value = nullptr;
  Value expected;
  std::optional<graph::KeyId> key_id = {};

  void prepare(Context& context);
  [[nodiscard]] bool passes(graph::EdgeId edge, const Context& context) const;
};

/// What a node must be, as far as it is known before the MATCH begins.
struct NodeTest {
  std::vector<const LabelTest*> labels;
  std::vector<PropertyTest> properties;

  [[nodiscard]] bool empty() const { return labels.empty() && properties.empty(); }
  void prepare(Context& context);
  [[nodiscard]] bool admits(graph::NodeId node, Context& context) const;
};

/// Types of relationships that are walked in one direction.
struct StepList {
  bool out = true, second = false;  ///< second: the types are in the other list, too, and loops stand in both
  bool all = false;                 ///< every type of the graph
  std::vector<graph::TypeId> types;
  std::vector<std::uint32_t> bits;  ///< the same as TypesAt has them
};
using StepLists = std::array<StepList, 2>;

/// What a relationship must be.
struct EdgeTest {
  EdgeTest(const EdgePattern& edge, Context& context);

  const EdgePattern& pattern;
  TypeTest types;
  std::vector<PropertyTest> properties;
  std::vector<PropertyComparison> comparisons;
  const Expr* where =
      nullptr;  ///< of a repeated relationship; tested with the relationship in pattern.element

  void prepare(Context& context);
  /// Nothing but the type counts.
  [[nodiscard]] bool is_plain() const { return properties.empty() && comparisons.empty() && !where; }
  [[nodiscard]] bool admits_properties(graph::EdgeId edge, Context& context) const;
  [[nodiscard]] bool is_hidden(graph::EdgeId edge, const Context& context) const;
  /// Whether any relationship may be hidden.
  [[nodiscard]] bool may_hide(const Context& context) const;
  /// Where the relationships of a node stand, along the direction and against it.
  [[nodiscard]] const StepLists& lists(Direction direction, const graph::Snapshot& graph) const;

 private:
  mutable std::array<std::optional<StepLists>, 3> lists_;  // by direction, made at the first question
};

/// The edges at a node that fit a pattern: outgoing ones, incoming ones, or both; by type, then by neighbour.
class Neighbours {
 public:
  /// `direction` as seen from the node: right is outgoing.
  Neighbours(const EdgeTest& test, Direction direction) : test_(&test), direction_(direction) {}

  void open(graph::NodeId node, Context& context);
  /// Only those that lead to `other`.
  void open_between(graph::NodeId node, graph::NodeId other, Context& context);
  /// The next edge whose type, direction and properties fit, or null. Counts steps; null after an error, too.
  /// Stays until the next call.
  [[nodiscard]] const graph::Step* next(Context& context);
  /// The next edges, of which type and direction fit; for tests that are plain. Counts no steps.
  [[nodiscard]] bool next_steps(graph::Steps& steps);
  /// Whether an edge is one of those at the node, with the other end.
  [[nodiscard]] bool has(graph::EdgeId edge, graph::NodeId node, graph::NodeId& other,
                         const Context& context) const;
  /// About how many edges open() would go through.
  [[nodiscard]] std::size_t degree(graph::NodeId node, Context& context);
  /// No edge is walked against its direction: a walk that comes back to its start took no edge twice.
  [[nodiscard]] bool is_one_way(Context& context);

 private:
  void begin(Context& context);
  [[nodiscard]] graph::Steps steps_of(const StepList& list, graph::TypeId type) const {
    return list.out ? graph_->out(node_, type) : graph_->in(node_, type);
  }
  [[nodiscard]] graph::TypesAt types_at(const StepList& list) const {
    return list.out ? graph_->out_types(node_) : graph_->in_types(node_);
  }
  [[nodiscard]] bool next_type(const StepList& list, graph::TypeId& type);
  void narrow(graph::Steps& steps, const StepList& list);

  const EdgeTest* test_;
  Direction direction_;
  const graph::Snapshot* graph_ = nullptr;  ///< once the lists are known
  const StepLists* lists_ = nullptr;
  bool has_loops_ = false;
  graph::NodeId node_{};
  std::optional<graph::NodeId> other_;
  std::size_t list_ = 0, at_ = 0;
  std::size_t type_ = 0;    ///< the place in the list's types; of many, in its bits
  std::uint32_t bits_ = 0;  ///< those left of the word before that
  graph::Steps here_, rest_;
  graph::Step step_{};
};

[[nodiscard]] constexpr Direction flipped(Direction direction) {
  return direction == Direction::right  ? Direction::left
         : direction == Direction::left ? Direction::right
                                        : Direction::either;
}

}  // namespace entente::query
