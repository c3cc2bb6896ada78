// SPDX-License-Identifier: Apache-2.0
#include "query/match_test.hpp"

#include <algorithm>
#include <bit>

#include "query/evaluate.hpp"

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;
using graph::Steps;

namespace {

bool compare_numbers(Op op, double a, double b) {
  switch (op) {
    case Op::equal:
      return a == b;
    case Op::not_equal:
      return a != b;
    case Op::less:
      return a < b;
    case Op::less_equal:
      return a <= b;
    case Op::greater:
      return a > b;
    default:
      return a >= b;
  }
}

}  // namespace

void PropertyTest::prepare(Context& context) {
  expected = evaluate(*value, context);
  key_id = context.graph.find_key(*key);
  aliases_id = aliases ? context.graph.find_key(kAliases) : std::nullopt;
}

void PropertyComparison::prepare(Context& context) {
  expected = evaluate(*value, context);
  key_id = context.graph.find_key(*key);
}

bool PropertyComparison::passes(EdgeId edge, const Context& context) const {
  if (!key_id) return false;
  const auto cell = context.graph.cell(edge, *key_id);
  const auto* bound = expected.as<double>();
  if (bound && cell.kind == graph::Cell::Kind::real) return compare_numbers(op, cell.real, *bound);
  return compare_pair(op, from_property(cell), expected) == Truth(true);
}

void NodeTest::prepare(Context& context) {
  for (auto& property : properties) property.prepare(context);
}

bool NodeTest::admits(NodeId node, Context& context) const {
  for (const auto* label : labels)
    if (!label->admits(node)) return false;
  for (const auto& property : properties)
    if (!has_property(context.graph, node, property.key_id, property.expected, property.aliases_id))
      return false;
  return true;
}

EdgeTest::EdgeTest(const EdgePattern& edge, Context& context)
    : pattern(edge), types(edge.types ? &*edge.types : nullptr, context.hierarchy, context.graph) {
  if (edge.length) where = edge.where.get();
}

void EdgeTest::prepare(Context& context) {
  for (auto& property : properties) property.prepare(context);
  for (auto& comparison : comparisons) comparison.prepare(context);
}

bool EdgeTest::admits_properties(EdgeId edge, Context& context) const {
  for (const auto& test : properties)
    if (!test.key_id || !is_equal(context.graph.cell(edge, *test.key_id), test.expected)) return false;
  for (const auto& test : comparisons)
    if (!test.passes(edge, context)) return false;
  if (!where) return true;
  context.row[static_cast<std::size_t>(pattern.element)] = Value(edge);
  return passes(*where, context);
}

namespace {

constexpr std::string_view kDecision = "decision";

/// The property map of the pattern speaks of people's decisions.
bool asks_for_decision(const EdgePattern& pattern) {
  if (!pattern.properties) return false;
  const auto& keys = pattern.properties->keys;
  return std::find(keys.begin(), keys.end(), kDecision) != keys.end();
}

/// By a person. What is hidden already is looked at alone, so this is seldom asked.
bool is_denied(EdgeId edge, const graph::Snapshot& graph) {
  const auto decision = graph.cell(edge, kDecision);
  return decision.kind == graph::Cell::Kind::text && decision.bytes == "denied" && graph.is_set_aside(edge);
}

}  // namespace

bool EdgeTest::is_hidden(EdgeId edge, const Context& context) const {
  if (context.options.all_facts) return false;
  if (asks_for_decision(pattern))
    return !pattern.shows_all && context.hides(edge) && !is_denied(edge, context.graph);
  return pattern.shows_all ? is_denied(edge, context.graph) : context.hides(edge);
}

bool EdgeTest::may_hide(const Context& context) const {
  if (context.options.all_facts) return false;
  if (pattern.shows_all && (asks_for_decision(pattern) || !context.graph.find_key(kDecision))) return false;
  return context.graph.has_set_aside();
}

namespace {

void finish(StepList& list, std::size_t type_count) {
  list.all = list.types.size() == type_count;
  list.bits.assign((type_count + 31) / 32, 0);
  for (const auto type : list.types) {
    const auto bit = static_cast<std::uint32_t>(type);
    list.bits[bit / 32] |= std::uint32_t{1} << (bit % 32);
  }
}

}  // namespace

const StepLists& EdgeTest::lists(Direction direction, const graph::Snapshot& graph) const {
  auto& known = lists_[static_cast<std::size_t>(direction)];
  if (known) return *known;
  StepLists lists;
  lists[0].out = direction != Direction::left;
  lists[1].out = !lists[0].out;
  lists[1].second = true;
  for (std::size_t i = 0; i < graph.type_count(); ++i) {
    const auto type = static_cast<graph::TypeId>(i);
    const auto verdict = types.admits(type);
    if (!verdict.admitted) continue;
    lists[0].types.push_back(type);
    if (direction == Direction::either || verdict.symmetric) lists[1].types.push_back(type);
  }
  for (auto& list : lists) finish(list, graph.type_count());
  return known.emplace(std::move(lists));
}

void Neighbours::begin(Context& context) {
  graph_ = &context.graph;
  lists_ = &test_->lists(direction_, context.graph);
  has_loops_ = !(*lists_)[1].types.empty() && context.index.has_loops();
}

void Neighbours::open(NodeId node, Context& context) {
  if (!graph_) begin(context);
  node_ = node;
  other_.reset();
  list_ = type_ = at_ = 0;
  bits_ = 0;
  here_ = rest_ = {};
}

void Neighbours::open_between(NodeId node, NodeId other, Context& context) {
  open(node, context);
  other_ = other;
}

/// Cuts from the edges of a list what does not count: other neighbours, and loops the second time.
void Neighbours::narrow(Steps& steps, const StepList& list) {
  const bool cuts_loops = list.second && has_loops_;
  if (!other_ && !cuts_loops) return;
  const auto first = steps.nodes().begin(), last = steps.nodes().end();
  const auto [begin, end] = std::equal_range(first, last, other_ ? *other_ : node_);
  const auto from = static_cast<std::size_t>(begin - first), to = static_cast<std::size_t>(end - first);
  if (other_) {
    steps = cuts_loops && *other_ == node_ ? Steps() : steps.part(from, to);
    return;
  }
  rest_ = steps.part(to, steps.size());
  steps = steps.part(0, from);
  if (steps.empty()) std::swap(steps, rest_);
}

/// The next type that the node may have edges of. Of a few each is looked for; of many those are taken that
/// the node's bits name.
bool Neighbours::next_type(const StepList& list, graph::TypeId& type) {
  constexpr std::size_t kFew = 2;
  if (list.types.size() <= kFew) {
    if (type_ == list.types.size()) return false;
    type = list.types[type_++];
    return true;
  }
  while (bits_ == 0) {
    if (type_ == list.bits.size()) return false;
    bits_ = types_at(list).word(type_) & list.bits[type_];
    ++type_;
  }
  type = static_cast<graph::TypeId>(32 * (type_ - 1) + static_cast<std::size_t>(std::countr_zero(bits_)));
  bits_ &= bits_ - 1;
  return true;
}

bool Neighbours::next_steps(Steps& steps) {
  if (!rest_.empty()) {
    steps = rest_;
    rest_ = {};
    return true;
  }
  for (; list_ < 2; ++list_, type_ = 0) {
    const auto& list = (*lists_)[list_];
    graph::TypeId type{};
    while (next_type(list, type)) {
      steps = steps_of(list, type);
      narrow(steps, list);
      if (!steps.empty()) return true;
    }
  }
  return false;
}

const graph::Step* Neighbours::next(Context& context) {
  for (;;) {
    while (at_ < here_.size()) {
      step_ = here_[at_++];
      if (!context.step()) return nullptr;
      if (test_->admits_properties(step_.edge, context)) return &step_;
    }
    at_ = 0;
    if (!next_steps(here_)) {
      here_ = {};
      return nullptr;
    }
  }
}

bool Neighbours::has(EdgeId edge, NodeId node, NodeId& other, const Context& context) const {
  const auto& graph = context.graph;
  const auto source = graph.source(edge), target = graph.target(edge);
  if (source != node && target != node) return false;
  const auto verdict = test_->types.admits(graph.type_id(edge));
  if (!verdict.admitted) return false;
  const bool both = direction_ == Direction::either || verdict.symmetric;
  if (source == node && (both || direction_ == Direction::right)) {
    other = target;
    return true;
  }
  other = source;
  return target == node && (both || direction_ == Direction::left);
}

std::size_t Neighbours::degree(NodeId node, Context& context) {
  open(node, context);
  std::size_t sum = 0;
  for (const auto& list : *lists_) {
    if (list.all) {
      sum += list.out ? graph_->out_degree(node) : graph_->in_degree(node);
    } else {
      for (graph::TypeId type{}; next_type(list, type);) sum += steps_of(list, type).size();
    }
    type_ = 0;
  }
  return sum;
}

bool Neighbours::is_one_way(Context& context) {
  if (!graph_) begin(context);
  return (*lists_)[1].types.empty();
}

}  // namespace entente::query
