// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/match_planner.hpp"

// The order of the steps, and which one does what the patterns ask for.

namespace entente::query {

namespace {

constexpr double kFew = 16;  ///< so few starts are bound before a repeated relationship is walked

}  // namespace

bool Planner::is_asked(Slot slot) const {
  return live_.count(slot) != 0 ||
         std::any_of(conditions_.begin(), conditions_.end(),
                     [&](const Condition& condition) { return condition.reads.count(slot) != 0; });
}

bool Planner::is_recorded(const Edge& edge) const {
  const auto same = [&](const Edge& other) { return other.pattern->slot == edge.pattern->slot; };
  return is_asked(edge.pattern->slot) || std::count_if(edges_.begin(), edges_.end(), same) > 1 ||
         (edge.path->slot != kNoSlot && is_asked(edge.path->slot));
}

bool Planner::is_last(const Edge& one, const Edge& other) const {
  return paths_.empty() && std::all_of(edges_.begin(), edges_.end(), [&](const Edge& edge) {
           return edge.done || &edge == &one || &edge == &other;
         });
}

void Planner::push(std::string_view name, MatchStepPtr step, Range range, const std::vector<Slot>& binds) {
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
  if (!binds.empty()) last_bound_ = binds.front();
}

/// The relationship to walk next, if one has a bound end: single ones that close a ring, then single ones
/// to the rarest node, then repeated ones between bound ends, then the rest.
bool Planner::step_along_edge() {
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
  if (!close(*best)) walk(*best);
  return true;
}

/// Less is sooner; negative: cannot be walked yet.
double Planner::cost_of(const Edge& edge) {
  const bool left = is_bound(edge.left), right = is_bound(edge.right);
  if (is_bound(edge.pattern->slot)) return 0;
  if (!left && !right) return -1;
  const double beyond = edge.single() ? 0 : 1e12;
  if (left && right) return beyond + 1;
  return beyond + 2 + rows(find(left ? edge.right : edge.left));
}

Hop Planner::hop_of(const Edge& edge) const {
  Hop hop;
  hop.pattern = edge.pattern;
  hop.forward = is_bound(edge.left);
  hop.from = hop.forward ? edge.left : edge.right;
  hop.to = hop.forward ? edge.right : edge.left;
  hop.to_bound = is_bound(hop.to);
  hop.record = is_recorded(edge);
  hop.keeps_end = is_asked(hop.to);
  hop.alone = edges_.size() == 1 && paths_.empty();
  return hop;
}

void Planner::walk(Edge& edge) {
  edge.done = true;
  const auto hop = hop_of(edge);
  const auto slot = edge.pattern->slot;
  if (introduces_.count(slot) == 0) return walk_bound(edge, hop);
  if (edge.pattern->inner || edge.pattern->regular) return walk_part(edge, hop);
  auto edge_test = test_of(edge);
  auto to_test = test_of(hop.to);
  using Kind = Selector::Kind;
  const auto kind = edge.selector;
  const bool all = kind == Kind::all_shortest;
  const auto* length = edge.pattern->length ? &*edge.pattern->length : nullptr;
  const bool meets = hop.to_bound && (!length || length->min.value_or(1) <= 1);
  auto step = kind != Kind::all && meets && all ? make_meet_all(hop, std::move(edge_test))
              : kind != Kind::all && meets      ? make_meet_any(hop, std::move(edge_test))
              : kind != Kind::all ? make_shortest(hop, std::move(edge_test), std::move(to_test), all)
              : length            ? make_repeat(hop, std::move(edge_test), std::move(to_test))
                                  : make_expand(hop, std::move(edge_test), std::move(to_test));
  push(name_of(edge, hop), std::move(step), edge.pattern->range, {hop.to, slot});
  plan_.stages.back().shown = edge.shown;
}

/// Where a node stands between two bound ones, and nothing of it is asked for, it is enough to count.
bool Planner::close(Edge& edge) {
  if (!edge.single() || is_bound(edge.pattern->slot)) return false;
  auto inner = hop_of(edge);
  auto* other = inner.to_bound || inner.keeps_end || inner.record ? nullptr : closing(edge, inner.to);
  if (!other) return false;
  auto outer = hop_of(*other);
  auto outer_test = test_of(*other), inner_test = test_of(edge);
  if (outer.record || !is_last(edge, *other) || !outer_test.is_plain() || !inner_test.is_plain() ||
      outer_test.may_hide(context_) || inner_test.may_hide(context_))
    return false;
  const Range range{std::min(edge.pattern->range.begin, other->pattern->range.begin),
                    std::max(edge.pattern->range.end, other->pattern->range.end)};
  // The neighbours of the end that was bound first are kept.
  auto test = test_of(inner.to);
  const bool swap = outer.from == last_bound_;
  edge.done = other->done = true;
  const auto slot = edge.pattern->slot, other_slot = other->pattern->slot, node = inner.to;
  auto step = swap ? make_close(inner, std::move(inner_test), outer, std::move(outer_test), std::move(test))
                   : make_close(outer, std::move(outer_test), inner, std::move(inner_test), std::move(test));
  push("count rings", std::move(step), range, {node, slot, other_slot});
  return true;
}

/// The one other relationship at the node, which leads to a bound one.
Planner::Edge* Planner::closing(const Edge& edge, Slot node) {
  Edge* found = nullptr;
  for (auto& other : edges_) {
    if (&other == &edge || other.done || !other.has_end(node)) continue;
    if (found || !other.single() || other.left == other.right || is_bound(other.pattern->slot))
      return nullptr;
    if (!is_bound(other.left == node ? other.right : other.left)) return nullptr;
    found = &other;
  }
  return found;
}

/// A group or a path expression between two nodes.
void Planner::walk_part(const Edge& edge, const Hop& hop) {
  const bool recorded = !edge.pattern->variable.empty() || edge.path->slot != kNoSlot;
  const auto task = part_task(*edge.path, edge.place, recorded, hop);
  auto step = edge.pattern->regular ? make_reach_step(task, test_of(hop.to), context_)
                                    : make_path_step(task, test_of(hop.to), context_);
  std::vector<Slot> slots{hop.to};
  add_slots(*edge.pattern, slots);
  push(edge.pattern->regular ? "reach ends" : name_of(edge, hop), std::move(step), edge.pattern->range,
       slots);
}

/// The next path with a mode or a selector of its own: behind all other parts, in the order written.
bool Planner::step_along_path() {
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

void Planner::search(const PathPattern& pattern, bool forward) {
  const auto task = whole_task(pattern, forward, [&](Slot slot) { return is_bound(slot); });
  const auto slots = slots_of(pattern);
  std::vector<Slot> late;  // nodes inside that are ends of other paths, too
  for (const auto& node : nodes_)
    if (!is_bound(node.slot) && node.slot != task.to &&
        std::find(slots.begin(), slots.end(), node.slot) != slots.end())
      late.push_back(node.slot);
  std::string_view name = task.forward ? "search paths" : "search paths backwards";
  auto step = path_step(pattern, task, name);
  push(name, std::move(step), pattern.range, slots);
  for (const auto slot : late) push("check node", make_check_node(slot, test_of(slot)), pattern.range);
}

MatchStepPtr Planner::path_step(const PathPattern& pattern, const PathTask& task, std::string_view& name) {
  if (!is_plain_shortest(pattern)) return make_path_step(task, test_of(task.to), context_);
  EdgeTest edge(pattern.edges[0], context_);
  edge.properties = early_properties(pattern.edges[0].properties.get(), false);
  Asked asked;
  asked.path = pattern.slot != kNoSlot && is_asked(pattern.slot);
  asked.relationships = is_asked(pattern.edges[0].slot);
  asked.end = is_asked(task.to);
  const bool all = pattern.selector.kind == Selector::Kind::all_shortest;
  const bool recorded = asked.path || asked.relationships;
  if (task.to_bound) name = all && !recorded ? "count shortest from both ends" : "shortest from both ends";
  if (!task.to_bound && !recorded && !all) name = task.forward ? "reach ends" : "reach ends backwards";
  return make_plain_shortest(task, std::move(edge), test_of(task.to), asked, context_);
}

std::string_view Planner::name_of(const Edge& edge, const Hop& hop) const {
  if (edge.selector != Selector::Kind::all)
    return hop.to_bound ? "shortest from both ends" : hop.forward ? "shortest" : "shortest backwards";
  if (!edge.single()) return hop.forward ? "repeat" : "repeat backwards";
  return hop.to_bound ? "expand to bound" : hop.forward ? "expand" : "expand backwards";
}

void Planner::walk_bound(Edge& edge, Hop hop) {
  hop.forward = true;
  hop.from = edge.left;
  hop.to = edge.right;
  hop.to_bound = is_bound(hop.to);
  auto step = make_bound_edge(hop, test_of(edge), is_bound(hop.from), test_of(hop.from), test_of(hop.to));
  push("check relationship", std::move(step), edge.pattern->range, {hop.from, hop.to});
}

/// Where most nodes would be gone through to walk a relationship from each, or there are few relationships,
/// those themselves are.
bool Planner::scan_edges(Node& node) {
  if (node.access.kind == Access::Kind::property) return false;
  Edge* best = nullptr;
  for (auto& edge : edges_) {
    if (edge.done || !edge.has_end(node.slot) || !is_worth_scanning(edge, node)) continue;
    const auto open_rows = [&](const Edge& e) { return rows(find(e.left == node.slot ? e.right : e.left)); };
    if (!best || open_rows(edge) < open_rows(*best)) best = &edge;
  }
  if (!best) return false;
  bound_.insert(node.slot);
  auto hop = hop_of(*best);
  best->done = true;
  auto step = make_scan_edges(hop, test_of(*best), test_of(node.slot), test_of(hop.to), is_asked(node.slot));
  push("scan relationships", std::move(step), best->pattern->range, {node.slot, hop.to, best->pattern->slot});
  plan_.stages.back().shown = best->shown;
  last_bound_ = hop.to;
  return true;
}

bool Planner::is_worth_scanning(const Edge& edge, Node& node) {
  const auto slot = edge.pattern->slot;
  const auto other = edge.left == node.slot ? edge.right : edge.left;
  if (!edge.single() || edge.pattern->inner || other == node.slot || is_bound(other) || is_bound(slot))
    return false;
  if (edge.pattern->direction == Direction::either || find(other).access.kind == Access::Kind::property)
    return false;
  const auto& graph = context_.graph;
  const TypeTest types(edge.pattern->types ? &*edge.pattern->types : nullptr, context_.hierarchy, graph);
  double edges = 0, count = 0;
  for (std::size_t i = 0; i < graph.type_count(); ++i) {
    const auto type = static_cast<graph::TypeId>(i);
    const auto verdict = types.admits(type);
    if (!verdict.admitted) continue;
    if (verdict.symmetric) return false;
    ++count;
    edges += static_cast<double>(static_cast<std::uint32_t>(graph.end_edge(type)) -
                                 static_cast<std::uint32_t>(graph.first_edge(type)));
  }
  const auto nodes = static_cast<double>(graph.node_count());
  return edges <= rows(node) * count || 2 * rows(node) >= nodes;
}

bool Planner::scan(Node& node) {
  const auto estimate = rows(node);
  if (scan_edges(node)) return true;
  const auto* name = node.access.kind == Access::Kind::all     ? "scan all nodes"
                     : node.access.kind == Access::Kind::label ? "scan nodes by label"
                                                               : "find nodes by property";
  push(name, make_scan(node.slot, node.access, test_of(node.slot)), node.patterns.front()->range,
       {node.slot});
  plan_.stages.back().estimate = estimate;
  return true;
}

/// The rarest node that is not bound yet.
bool Planner::step_to_node() {
  Node* best = nullptr;
  for (auto& node : nodes_)
    if (!node.of_path && !is_bound(node.slot) && (!best || rows(node) < rows(*best))) best = &node;
  return best && scan(*best);
}

}  // namespace entente::query
