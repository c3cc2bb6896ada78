// SPDX-License-Identifier: Apache-2.0
#include "query/path_automaton.hpp"

#include <algorithm>

#include "query/planner.hpp"

namespace entente::query {

namespace {

/// Repetitions are written out up to their greatest number; without one they end in a loop.
class Builder {
 public:
  Builder(const PathPattern& pattern, bool recorded, Context& context)
      : pattern_(pattern), recorded_(recorded), context_(context) {}

  PathAutomaton run(std::size_t first, std::size_t last) {
    out_.start = new_state();
    alone_ = last - first == 1;
    int at = out_.start;
    for (std::size_t i = first; i < last; ++i) {
      part_ = i;
      if (i > first) at = move(PathMove::Kind::node, at, add_node(pattern_.nodes[i], slots_of_path(), false));
      at = part(pattern_.edges[i], at);
    }
    out_.goal = at;
    for (std::size_t i = 0; i < out_.moves.size(); ++i) {
      out_.leaving[static_cast<std::size_t>(out_.moves[i].from)].push_back(static_cast<int>(i));
      out_.arriving[static_cast<std::size_t>(out_.moves[i].to)].push_back(static_cast<int>(i));
    }
    return std::move(out_);
  }

 private:
  int new_state() {
    out_.leaving.emplace_back();
    out_.arriving.emplace_back();
    return states_++;
  }

  void move(PathMove::Kind kind, int from, int to, std::size_t element) {
    out_.moves.push_back({kind, from, to, element, part_});
  }
  int move(PathMove::Kind kind, int from, std::size_t element) {
    const int to = new_state();
    move(kind, from, to, element);
    return to;
  }
  void pass(int from, int to) { move(PathMove::Kind::pass, from, to, 0); }

  void longer(std::size_t by) {
    if (out_.max_length == PathAutomaton::kNoLength) return;
    out_.max_length = by == PathAutomaton::kNoLength ? by : out_.max_length + by;
  }

  // Elements.

  [[nodiscard]] std::set<Slot> slots_of_path() const {
    std::set<Slot> slots;
    for (const auto& node : pattern_.nodes) slots.insert(node.slot);
    for (const auto& edge : pattern_.edges) slots.insert(edge.slot);
    return slots;
  }

  static bool is_local(const Expr& expr, Slot own, const std::set<Slot>& others) {
    std::set<Slot> reads;
    collect_slots(expr, reads);
    return std::none_of(reads.begin(), reads.end(),
                        [&](Slot slot) { return slot != own && others.count(slot) != 0; });
  }

  std::vector<PropertyTest> properties(const ExprPtr& map, bool of_node) const {
    std::vector<PropertyTest> tests;
    if (!map) return tests;
    for (std::size_t i = 0; i < map->args.size(); ++i) {
      const bool aliases = of_node && context_.hierarchy && map->keys[i] == "name";
      tests.push_back({&map->keys[i], map->args[i].get(), aliases, {}});
    }
    return tests;
  }

  std::size_t add_node(const NodePattern& node, const std::set<Slot>& others, bool grouped) {
    PathNode made;
    if (node.labels) made.test.labels.push_back(&context_.label_test(*node.labels));
    made.test.properties = properties(node.properties, true);
    made.slot = node.slot;
    made.list = node.group;
    made.grouped = grouped;
    if (node.where) {
      if (is_local(*node.where, node.slot, others)) {
        made.where = node.where.get();
      } else {
        conditions(grouped).push_back(node.where.get());
      }
    }
    out_.nodes.push_back(std::move(made));
    return out_.nodes.size() - 1;
  }

  std::vector<const Expr*>& conditions(bool grouped) {
    return grouped ? out_.groups.back().conditions : out_.conditions;
  }

  std::size_t add_edge(const EdgePattern& edge, const std::set<Slot>& others, bool grouped) {
    PathEdge made{EdgeTest(edge, context_), edge.direction};
    made.test.properties = properties(edge.properties, false);
    made.grouped = grouped;
    if (edge.length) {
      if (recorded_ || !edge.variable.empty()) made.list = edge.slot;
    } else {
      made.slot = edge.slot;
      made.list = edge.group;
    }
    if (edge.where && !edge.length) {
      if (is_local(*edge.where, edge.slot, others)) {
        made.test.where = edge.where.get();
      } else {
        conditions(grouped).push_back(edge.where.get());
      }
    }
    out_.edges.push_back(std::move(made));
    return out_.edges.size() - 1;
  }

  // Parts of the path; each takes the state before it and gives the one behind it.

  int part(const EdgePattern& edge, int at) {
    if (edge.regular) {
      out_.ambiguous = true;
      return regular(*edge.regular, edge.direction == Direction::left, at);
    }
    if (edge.inner) return group(edge, at);
    const auto element = add_edge(edge, slots_of_path(), false);
    if (edge.length)
      return repeat(*edge.length, at, 1, [&](int s) { return move(PathMove::Kind::edge, s, element); });
    longer(1);
    return move(PathMove::Kind::edge, at, element);
  }

  int group(const EdgePattern& edge, int at) {
    const auto& inner = *edge.inner;
    std::set<Slot> slots;
    for (const auto& node : inner.nodes) slots.insert(node.slot);
    for (const auto& each : inner.edges) slots.insert(each.slot);
    out_.groups.emplace_back();
    const auto group = out_.groups.size() - 1;
    if (recorded_) out_.groups.back().list = edge.slot;
    std::vector<std::size_t> nodes, edges;
    for (const auto& node : inner.nodes) nodes.push_back(add_node(node, slots, true));
    for (const auto& each : inner.edges) edges.push_back(add_edge(each, slots, true));
    if (edge.where) out_.groups[group].conditions.push_back(edge.where.get());
    return repeat(*edge.length, at, edges.size(), [&](int s) {
      s = move(PathMove::Kind::enter, s, group);
      for (std::size_t i = 0; i < nodes.size(); ++i) {
        s = move(PathMove::Kind::node, s, nodes[i]);
        if (i < edges.size()) s = move(PathMove::Kind::edge, s, edges[i]);
      }
      return move(PathMove::Kind::leave, s, group);
    });
  }

  /// Where a repetition is the whole path, the length of the path bounds it, and it need not be written out.
  template <class Body>
  int repeat(const Length& length, int at, std::size_t body_length, Body body) {
    const auto min = length.min.value_or(1);
    const bool bounded = alone_ && body_length != 0 && length.max && *length.max >= min;
    for (std::int64_t i = 0; i < min; ++i) at = body(at);
    const int out = new_state();
    if (!length.max || bounded) {
      longer(bounded ? static_cast<std::size_t>(*length.max) * body_length : PathAutomaton::kNoLength);
      const int loop = new_state();
      pass(at, loop);
      pass(body(loop), loop);
      pass(loop, out);
      return out;
    }
    longer(static_cast<std::size_t>(*length.max) * body_length);
    if (*length.max >= min) pass(at, out);
    for (std::int64_t i = min; i < *length.max; ++i) {
      at = body(at);
      pass(at, out);
    }
    return out;
  }

  /// Of a path expression, read against its arrows when it is turned.
  int regular(const PathExpr& expr, bool turned, int at) {
    using Kind = PathExpr::Kind;
    const auto& parts = expr.parts;
    switch (expr.kind) {
      case Kind::step: {
        PathEdge made{EdgeTest(*expr.step, context_), turned ? Direction::left : Direction::right};
        out_.edges.push_back(std::move(made));
        longer(1);
        return move(PathMove::Kind::edge, at, out_.edges.size() - 1);
      }
      case Kind::inverse:
        return regular(parts[0], !turned, at);
      case Kind::repeat:
        return repeat(expr.length, at, 0, [&](int s) { return regular(parts[0], turned, s); });
      case Kind::sequence:
        for (std::size_t i = 0; i < parts.size(); ++i)
          at = regular(parts[turned ? parts.size() - 1 - i : i], turned, at);
        return at;
      case Kind::either:
        break;
    }
    const int out = new_state();
    for (const auto& part : parts) pass(regular(part, turned, at), out);
    return out;
  }

  const PathPattern& pattern_;
  bool recorded_;
  Context& context_;
  PathAutomaton out_;
  bool alone_ = false;  ///< one relationship pattern is the whole path
  int states_ = 0;
  std::size_t part_ = 0;
};

}  // namespace

void PathAutomaton::prepare(Context& context) {
  for (auto& node : nodes) node.test.prepare(context);
  for (auto& edge : edges) edge.test.prepare(context);
}

PathAutomaton make_path_automaton(const PathPattern& pattern, std::size_t first, std::size_t last,
                                  bool recorded, Context& context) {
  return Builder(pattern, recorded, context).run(first, last);
}

}  // namespace entente::query
