// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "query/path_task.hpp"
#include "query/planner.hpp"

namespace entente::query {

/// Makes the plan of one MATCH: reads the patterns (planner.cpp), then puts one step behind the other
/// (planner_steps.cpp).
class Planner {
 public:
  Planner(const std::vector<Slot>& introduces, const std::set<Slot>& live, Context& context)
      : introduces_(introduces.begin(), introduces.end()), live_(live), context_(context) {}

  MatchPlan run(const std::vector<const PathPattern*>& patterns, const Expr* where);

 private:
  /// A condition and the slots of this MATCH that it reads.
  struct Condition {
    const Expr* expr = nullptr;  ///< a truth value, or
    PropertyTest property;       ///< the value of a property ...
    Slot owner = kNoSlot;        ///< ... of this node or relationship
    std::set<Slot> reads;
  };
  struct Node {
    Slot slot;
    std::vector<const NodePattern*> patterns;
    Access access;
    double rows = -1;     ///< estimate of how many nodes a scan finds; negative: not made yet
    bool of_path = true;  ///< only an end of a searched path
  };
  struct Edge {
    const EdgePattern* pattern;
    Slot left, right;
    Selector::Kind selector;
    const PathPattern* path;
    std::size_t place;  ///< in the path
    std::vector<PropertyComparison> comparisons;
    std::vector<Range> shown;  ///< where those stand
    bool done = false;
    [[nodiscard]] bool single() const {
      return !pattern->length && !pattern->regular && selector == Selector::Kind::all;
    }
    [[nodiscard]] bool has_end(Slot slot) const { return left == slot || right == slot; }
  };
  struct SearchedPath {
    const PathPattern* pattern;
    bool done = false;
    [[nodiscard]] Slot left() const { return pattern->nodes.front().slot; }
    [[nodiscard]] Slot right() const { return pattern->nodes.back().slot; }
  };

  // Reading the patterns.
  void read(const PathPattern& pattern);
  void read(const NodePattern& node, bool of_path);
  [[nodiscard]] std::set<Slot> reads(const Expr& expr) const;
  [[nodiscard]] bool is_early(const Expr& expr) const { return reads(expr).empty(); }
  void late_properties(const Expr* map, Slot owner);
  void split(const Expr& expr);
  void move_comparisons();
  bool move_comparison(const Condition& condition);
  Edge* single_edge(Slot slot);

  // Tests and ways in.
  [[nodiscard]] std::vector<PropertyTest> early_properties(const Expr* map, bool of_node) const;
  NodeTest test_of(Slot slot);
  EdgeTest test_of(const Edge& edge);
  Node& find(Slot slot);
  double rows(Node& node);
  void use_label(const LabelTest& label, Node& node);
  void use_condition(const Expr& expr, Node& node);

  // Steps.
  [[nodiscard]] bool is_bound(Slot slot) const {
    return introduces_.count(slot) == 0 || bound_.count(slot) != 0;
  }
  /// Whether the slot is read behind this MATCH or by a condition of it.
  [[nodiscard]] bool is_asked(Slot slot) const;
  [[nodiscard]] bool is_recorded(const Edge& edge) const;
  /// Whether any relationship but these is still to be walked.
  [[nodiscard]] bool is_last(const Edge& one, const Edge& other) const;
  void push(std::string_view name, MatchStepPtr step, Range range, const std::vector<Slot>& binds = {});
  bool step_along_edge();
  double cost_of(const Edge& edge);
  Hop hop_of(const Edge& edge) const;
  void walk(Edge& edge);
  bool close(Edge& edge);
  Edge* closing(const Edge& edge, Slot node);
  void walk_part(const Edge& edge, const Hop& hop);
  bool step_along_path();
  void search(const PathPattern& pattern, bool forward);
  MatchStepPtr path_step(const PathPattern& pattern, const PathTask& task, std::string_view& name);
  [[nodiscard]] std::string_view name_of(const Edge& edge, const Hop& hop) const;
  void walk_bound(Edge& edge, Hop hop);
  bool scan(Node& node);
  bool scan_edges(Node& node);
  bool is_worth_scanning(const Edge& edge, Node& node);
  bool step_to_node();

  std::set<Slot> introduces_, bound_;
  Slot last_bound_ = kNoSlot;  ///< the node of the last step
  const std::set<Slot>& live_;
  Context& context_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<SearchedPath> paths_;
  std::vector<Condition> conditions_;
  MatchPlan plan_;
};

}  // namespace entente::query
