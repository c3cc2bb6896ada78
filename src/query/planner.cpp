// SPDX-License-Identifier: Apache-2.0
#include "query/planner.hpp"

#include <algorithm>

#include "query/path_task.hpp"

namespace entente::query {

namespace {

constexpr double kFew = 16;  ///< so few starts are bound before a repeated relationship is walked

/// A condition and the slots of this MATCH that it reads.
struct Condition {
  const Expr* expr = nullptr;  ///< a truth value, or
  PropertyTest property;       ///< the value of a property ...
  Slot owner = kNoSlot;        ///< ... of this node or relationship
  std::set<Slot> reads;
};

class Planner {
 public:
  Planner(const std::vector<Slot>& introduces, Context& context)
      : introduces_(introduces.begin(), introduces.end()), context_(context) {}

  MatchPlan run(const std::vector<const PathPattern*>& patterns, const Expr* where) {
    for (const auto* pattern : patterns) read(*pattern);
    if (where) split(*where);
    for (const auto& node : nodes_)
      if (is_bound(node.slot))
        push("check node", make_check_node(node.slot, test_of(node.slot)), node.patterns.front()->range);
    while (step_along_edge() || step_to_node() || step_along_path()) {
    }
    for (const auto* pattern : patterns)
      if (pattern->slot != kNoSlot && !pattern->searched)
        push("make path", make_bind_path(*pattern), pattern->range, {pattern->slot});
    return std::move(plan_);
  }

 private:
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
    bool recorded;
    const PathPattern* path;
    std::size_t place;  ///< in the path
    bool done = false;
    [[nodiscard]] bool single() const {
      return !pattern->length && !pattern->regular && selector == Selector::Kind::all;
    }
  };
  struct SearchedPath {
    const PathPattern* pattern;
    bool done = false;
    [[nodiscard]] Slot left() const { return pattern->nodes.front().slot; }
    [[nodiscard]] Slot right() const { return pattern->nodes.back().slot; }
  };

  // Reading the patterns.

  void read(const PathPattern& pattern) {
    if (pattern.searched) {
      read(pattern.nodes.front(), true);
      if (pattern.nodes.size() > 1) read(pattern.nodes.back(), true);
      return paths_.push_back({&pattern});
    }
    for (const auto& node : pattern.nodes) read(node, false);
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
      const auto& edge = pattern.edges[i];
      const bool recorded = !edge.variable.empty() || pattern.slot != kNoSlot;
      edges_.push_back({&edge, pattern.nodes[i].slot, pattern.nodes[i + 1].slot, pattern.selector.kind,
                        recorded, &pattern, i});
      if (edge.length || edge.regular) continue;
      if (edge.where) split(*edge.where);
      late_properties(edge.properties.get(), edge.slot);
    }
  }

  void read(const NodePattern& node, bool of_path) {
    auto found =
        std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& n) { return n.slot == node.slot; });
    if (found == nodes_.end()) found = nodes_.insert(nodes_.end(), {node.slot, {}, {}, -1, true});
    found->patterns.push_back(&node);
    found->of_path = found->of_path && of_path;
    if (node.where) split(*node.where);
    late_properties(node.properties.get(), node.slot);
  }

  [[nodiscard]] std::set<Slot> reads(const Expr& expr) const {
    std::set<Slot> all, out;
    collect_slots(expr, all);
    std::set_intersection(all.begin(), all.end(), introduces_.begin(), introduces_.end(),
                          std::inserter(out, out.end()));
    return out;
  }

  [[nodiscard]] bool is_early(const Expr& expr) const { return reads(expr).empty(); }

  /// Entries of a property map that read other variables of this MATCH become conditions.
  void late_properties(const Expr* map, Slot owner) {
    if (!map) return;
    for (std::size_t i = 0; i < map->args.size(); ++i) {
      if (is_early(*map->args[i])) continue;
      Condition condition;
      condition.property = {&map->keys[i], map->args[i].get(), false, {}};
      condition.owner = owner;
      condition.reads = reads(*map->args[i]);
      if (introduces_.count(owner) != 0) condition.reads.insert(owner);
      conditions_.push_back(std::move(condition));
    }
  }

  /// The parts of a condition that AND joins, each to be tested as early as it can be.
  void split(const Expr& expr) {
    if (expr.kind == ExprKind::binary && expr.op == Op::logical_and && !expr.ready) {
      split(*expr.args[0]);
      split(*expr.args[1]);
      return;
    }
    Condition condition;
    condition.expr = &expr;
    condition.reads = reads(expr);
    if (condition.reads.empty()) {
      plan_.first.push_back(&expr);
    } else {
      conditions_.push_back(std::move(condition));
    }
  }

  // Tests and ways in.

  [[nodiscard]] std::vector<PropertyTest> early_properties(const Expr* map, bool of_node) const {
    std::vector<PropertyTest> tests;
    if (!map) return tests;
    for (std::size_t i = 0; i < map->args.size(); ++i) {
      if (!is_early(*map->args[i])) continue;
      const bool aliases = of_node && context_.hierarchy && map->keys[i] == "name";
      tests.push_back({&map->keys[i], map->args[i].get(), aliases, {}});
    }
    return tests;
  }

  NodeTest test_of(Slot slot) {
    NodeTest test;
    for (const auto* pattern : find(slot).patterns) {
      if (pattern->labels) test.labels.push_back(&context_.label_test(*pattern->labels));
      for (auto& property : early_properties(pattern->properties.get(), true))
        test.properties.push_back(std::move(property));
    }
    return test;
  }

  EdgeTest test_of(const Edge& edge) {
    EdgeTest test(*edge.pattern, context_);
    test.properties = early_properties(edge.pattern->properties.get(), false);
    return test;
  }

  Node& find(Slot slot) {
    return *std::find_if(nodes_.begin(), nodes_.end(), [&](const Node& node) { return node.slot == slot; });
  }

  double rows(Node& node) {
    if (node.rows >= 0) return node.rows;
    const auto test = test_of(node.slot);
    if (!test.properties.empty()) {
      const auto& best = test.properties.front();
      node.access = {Access::Kind::property, nullptr, best.key, best.value, false, best.aliases};
      return node.rows = 1;
    }
    node.rows = static_cast<double>(context_.graph.node_count());
    for (const auto* label : test.labels) use_label(*label, node);
    for (const auto& condition : conditions_)
      if (condition.expr && condition.reads == std::set<Slot>{node.slot})
        use_condition(*condition.expr, node);
    return node.rows;
  }

  void use_label(const LabelTest& label, Node& node) {
    const auto count = static_cast<double>(context_.index.count(label));
    if (count > node.rows) return;
    node.rows = count;
    node.access = {Access::Kind::label, &label, nullptr, nullptr, false, false};
  }

  /// a.key = value, a.key IN list and a:Label in WHERE are ways in, too.
  void use_condition(const Expr& expr, Node& node) {
    if (node.access.kind == Access::Kind::property) return;
    if (expr.kind == ExprKind::label_test && expr.args[0]->slot == node.slot)
      use_label(context_.label_test(expr.labels), node);
    const bool equal = expr.kind == ExprKind::comparison && expr.ops.size() == 1 && expr.ops[0] == Op::equal;
    const bool in = expr.kind == ExprKind::binary && expr.op == Op::in;
    if (!equal && !in) return;
    for (const std::size_t side : {0u, 1u}) {
      const auto &property = *expr.args[side], &value = *expr.args[1 - side];
      const bool fits = property.kind == ExprKind::property && property.args[0]->kind == ExprKind::variable &&
                        property.args[0]->slot == node.slot && !property.ready && is_early(value);
      if (!fits || (in && side == 1)) continue;
      node.access = {Access::Kind::property, nullptr, &property.name, &value, in, false};
      node.rows = in ? 4 : 1;
      return;
    }
  }

  // Steps.

  [[nodiscard]] bool is_bound(Slot slot) const {
    return introduces_.count(slot) == 0 || bound_.count(slot) != 0;
  }

  void push(std::string_view name, MatchStepPtr step, Range range, const std::vector<Slot>& binds = {}) {
    for (const auto slot : binds)
      if (slot != kNoSlot) bound_.insert(slot);
    MatchPlan::Stage stage;
    stage.step = std::move(step);
    stage.range = range;
    stage.name = name;
    const auto due = [&](const Condition& condition) {
      return std::all_of(condition.reads.begin(), condition.reads.end(),
                         [&](Slot slot) { return bound_.count(slot) != 0; });
    };
    for (auto& condition : conditions_) {
      if (!due(condition)) continue;
      if (condition.expr) stage.conditions.push_back(condition.expr);
      if (!condition.expr) {
        stage.node_properties.push_back(condition.property);
        stage.property_nodes.push_back(condition.owner);
      }
      condition.reads.insert(kNoSlot);  // never due again
    }
    plan_.stages.push_back(std::move(stage));
  }

  /// The relationship to walk next, if one has a bound end: single ones that close a ring, then single ones
  /// to the rarest node, then repeated ones between bound ends, then the rest.
  bool step_along_edge() {
    Edge* best = nullptr;
    double best_cost = 0;
    for (auto& edge : edges_) {
      if (edge.done) continue;
      const double cost = cost_of(edge);
      if (cost < 0 || (best && cost >= best_cost)) continue;
      best = &edge;
      best_cost = cost;
    }
    if (!best) return false;
    if (!best->single() && !(is_bound(best->left) && is_bound(best->right))) {
      auto& open_end = find(is_bound(best->left) ? best->right : best->left);
      if (rows(open_end) <= kFew && open_end.access.kind != Access::Kind::all) return scan(open_end);
    }
    walk(*best);
    return true;
  }

  /// Less is sooner; negative: cannot be walked yet.
  double cost_of(const Edge& edge) {
    const bool left = is_bound(edge.left), right = is_bound(edge.right);
    if (is_bound(edge.pattern->slot)) return 0;
    if (!left && !right) return -1;
    const double beyond = edge.single() ? 0 : 1e12;
    if (left && right) return beyond + 1;
    return beyond + 2 + rows(find(left ? edge.right : edge.left));
  }

  void walk(Edge& edge) {
    edge.done = true;
    Hop hop;
    hop.pattern = edge.pattern;
    hop.forward = is_bound(edge.left);
    hop.from = hop.forward ? edge.left : edge.right;
    hop.to = hop.forward ? edge.right : edge.left;
    hop.to_bound = is_bound(hop.to);
    hop.record = edge.recorded;
    const auto slot = edge.pattern->slot;
    if (introduces_.count(slot) == 0) return walk_bound(edge, hop);
    if (edge.pattern->inner || edge.pattern->regular) return walk_part(edge, hop);
    auto edge_test = test_of(edge);
    auto to_test = test_of(hop.to);
    using Kind = Selector::Kind;
    const auto kind = edge.selector;
    auto step = kind != Kind::all
                    ? make_shortest(hop, std::move(edge_test), std::move(to_test), kind == Kind::all_shortest)
                : edge.pattern->length ? make_repeat(hop, std::move(edge_test), std::move(to_test))
                                       : make_expand(hop, std::move(edge_test), std::move(to_test));
    push(name_of(edge, hop), std::move(step), edge.pattern->range, {hop.to, slot});
  }

  /// A group or a path expression between two nodes.
  void walk_part(const Edge& edge, const Hop& hop) {
    const auto task = part_task(*edge.path, edge.place, edge.recorded, hop);
    auto step = edge.pattern->regular ? make_reach_step(task, test_of(hop.to), context_)
                                      : make_path_step(task, test_of(hop.to), context_);
    std::vector<Slot> slots{hop.to};
    add_slots(*edge.pattern, slots);
    push(edge.pattern->regular ? "reach ends" : name_of(edge, hop), std::move(step), edge.pattern->range,
         slots);
  }

  /// The next path with a mode or a selector of its own: behind all other parts, in the order written.
  bool step_along_path() {
    const auto next = std::find_if(paths_.begin(), paths_.end(), [](const auto& path) { return !path.done; });
    if (next == paths_.end()) return false;
    auto &left = find(next->left()), &right = find(next->right());
    const bool left_bound = is_bound(left.slot), right_bound = is_bound(right.slot);
    if (!left_bound && !right_bound) return scan(rows(right) < rows(left) ? right : left);
    if (left_bound != right_bound) {
      auto& open_end = left_bound ? right : left;
      if (rows(open_end) <= kFew && open_end.access.kind != Access::Kind::all) return scan(open_end);
    }
    next->done = true;
    search(*next->pattern, left_bound);
    return true;
  }

  void search(const PathPattern& pattern, bool forward) {
    const auto task = whole_task(pattern, forward, [&](Slot slot) { return is_bound(slot); });
    const auto slots = slots_of(pattern);
    std::vector<Slot> late;  // nodes inside that are ends of other paths, too
    for (const auto& node : nodes_)
      if (!is_bound(node.slot) && node.slot != task.to &&
          std::find(slots.begin(), slots.end(), node.slot) != slots.end())
        late.push_back(node.slot);
    push(task.forward ? "search paths" : "search paths backwards", path_step(pattern, task), pattern.range,
         slots);
    for (const auto slot : late) push("check node", make_check_node(slot, test_of(slot)), pattern.range);
  }

  MatchStepPtr path_step(const PathPattern& pattern, const PathTask& task) {
    if (!is_plain_shortest(pattern)) return make_path_step(task, test_of(task.to), context_);
    EdgeTest edge(pattern.edges[0], context_);
    edge.properties = early_properties(pattern.edges[0].properties.get(), false);
    return make_plain_shortest(task, std::move(edge), test_of(task.to), context_);
  }

  static std::string_view name_of(const Edge& edge, const Hop& hop) {
    if (edge.selector != Selector::Kind::all) return hop.forward ? "shortest" : "shortest backwards";
    if (!edge.single()) return hop.forward ? "repeat" : "repeat backwards";
    return hop.to_bound ? "expand to bound" : hop.forward ? "expand" : "expand backwards";
  }

  void walk_bound(Edge& edge, Hop hop) {
    hop.forward = true;
    hop.from = edge.left;
    hop.to = edge.right;
    hop.to_bound = is_bound(hop.to);
    auto step = make_bound_edge(hop, test_of(edge), is_bound(hop.from), test_of(hop.from), test_of(hop.to));
    push("check relationship", std::move(step), edge.pattern->range, {hop.from, hop.to});
  }

  bool scan(Node& node) {
    const auto estimate = rows(node);
    const auto* name = node.access.kind == Access::Kind::all     ? "scan all nodes"
                       : node.access.kind == Access::Kind::label ? "scan nodes by label"
                                                                 : "find nodes by property";
    push(name, make_scan(node.slot, node.access, test_of(node.slot)), node.patterns.front()->range,
         {node.slot});
    plan_.stages.back().estimate = estimate;
    return true;
  }

  /// The rarest node that is not bound yet.
  bool step_to_node() {
    Node* best = nullptr;
    for (auto& node : nodes_)
      if (!node.of_path && !is_bound(node.slot) && (!best || rows(node) < rows(*best))) best = &node;
    return best && scan(*best);
  }

  std::set<Slot> introduces_, bound_;
  Context& context_;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<SearchedPath> paths_;
  std::vector<Condition> conditions_;
  MatchPlan plan_;
};

}  // namespace

MatchPlan plan_match(const std::vector<const PathPattern*>& patterns, const Expr* where,
                     const std::vector<Slot>& introduces, Context& context) {
  return Planner(introduces, context).run(patterns, where);
}

}  // namespace entente::query
