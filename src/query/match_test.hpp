// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// What a node must be, as far as it is known before the MATCH begins.
struct NodeTest {
  std::vector<const LabelTest*> labels;
  std::vector<PropertyTest> properties;

  [[nodiscard]] bool empty() const { return labels.empty() && properties.empty(); }
  void prepare(Context& context);
  [[nodiscard]] bool admits(graph::NodeId node, Context& context) const;
};

/// What a relationship must be.
struct EdgeTest {
  EdgeTest(const EdgePattern& edge, Context& context);

  const EdgePattern& pattern;
  TypeTest types;
  std::vector<PropertyTest> properties;
  const Expr* where =
      nullptr;  ///< of a repeated relationship; tested with the relationship in pattern.element

  void prepare(Context& context);
  [[nodiscard]] bool admits_properties(graph::EdgeId edge, Context& context) const;
  [[nodiscard]] bool is_hidden(graph::EdgeId edge, const Context& context) const;
};

/// The edges at a node that fit a pattern: a walk over its list of outgoing edges, of incoming ones, or both,
/// type by type.
class Neighbours {
 public:
  /// `direction` as seen from the node: right is outgoing.
  Neighbours(const EdgeTest& test, Direction direction) : test_(&test), direction_(direction) {}

  void open(graph::NodeId node, const Context& context);
  /// The next edge whose type, direction and properties fit, or null. Counts steps; null after an error, too.
  /// Stays until the next call.
  [[nodiscard]] const graph::Step* next(Context& context);
  /// About how many edges open() would go through.
  [[nodiscard]] std::size_t degree(graph::NodeId node, const Context& context) const;

 private:
  [[nodiscard]] bool is_outgoing() const;
  void begin_list(const graph::Snapshot& graph);
  bool next_type(const graph::Snapshot& graph);

  const EdgeTest* test_;
  Direction direction_;
  graph::NodeId node_{};
  bool second_ = false;  ///< the list against the direction
  std::optional<graph::TypesAt::Iterator> types_;
  graph::Steps steps_;
  std::size_t at_ = 0;
  graph::Step step_{};
};

[[nodiscard]] constexpr Direction flipped(Direction direction) {
  return direction == Direction::right  ? Direction::left
         : direction == Direction::left ? Direction::right
                                        : Direction::either;
}

}  // namespace entente::query
