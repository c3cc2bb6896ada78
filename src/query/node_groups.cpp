// SPDX-License-Identifier: Apache-2.0
#include "query/node_groups.hpp"

#include <algorithm>
#include <unordered_map>

#include "query/keywords.hpp"

namespace entente::query {

using graph::NodeId;

namespace {

/// The node that an expression is, or is a property of; else nothing.
std::optional<NodeKey> node_key(const Expr& expr, const std::set<Slot>& nodes) {
  const bool property = expr.kind == ExprKind::property;
  const auto& root = property ? *expr.args[0] : expr;
  if (root.kind != ExprKind::variable || nodes.count(root.slot) == 0 || (property && expr.ready)) return {};
  NodeKey key{root.slot, {}};
  if (property) key.properties.push_back(expr.name);
  return key;
}

/// Joins the properties of one node; the node itself takes all of them in.
bool add_key(NodeKey key, std::vector<NodeKey>& keys) {
  const auto known =
      std::find_if(keys.begin(), keys.end(), [&](const NodeKey& k) { return k.slot == key.slot; });
  if (known == keys.end()) {
    keys.push_back(std::move(key));
  } else if (key.properties.empty() || known->properties.empty()) {
    known->properties.clear();
  } else {
    known->properties.push_back(std::move(key.properties.front()));
  }
  return keys.size() <= 2;
}

}  // namespace

std::optional<NodeGroupPlan> plan_node_groups(const ProjectionClause& clause, const std::set<Slot>& nodes) {
  NodeGroupPlan plan;
  if (!clause.aggregates || !clause.star_items.empty()) return {};
  for (const auto& item : clause.items) {
    if (item.aggregates) continue;
    auto key = node_key(*item.expr, nodes);
    if (!key || !add_key(std::move(*key), plan.keys)) return {};
  }
  for (const auto* call : clause.aggregate_calls) {
    plan.distinct_of.push_back(-1);
    if (call->kind == ExprKind::count_all) continue;
    if (!same_word(call->name, "count")) return {};
    auto key = node_key(*call->args[0], nodes);
    if (!key) return {};
    if (!call->distinct) {
      if (!key->properties.empty()) return {};
      continue;
    }
    if (!plan.keys.empty()) return {};
    plan.distinct_of.back() = static_cast<int>(plan.distinct.size());
    plan.distinct.push_back(std::move(*key));
  }
  for (const auto kept : clause.kept) {
    const bool key =
        std::any_of(plan.keys.begin(), plan.keys.end(), [&](const NodeKey& k) { return k.slot == kept; });
    const bool column = std::any_of(clause.items.begin(), clause.items.end(),
                                    [&](const ProjectionItem& item) { return item.slot == kept; });
    if (!key && !column) return {};
  }
  for (std::size_t i = 0; i < clause.aggregate_calls.size(); ++i)
    if (plan.distinct_of[i] < 0) plan.row_counts.insert(clause.aggregate_calls[i]->slot);
  for (const auto& item : clause.items)
    if (item.aggregates && item.expr->ready && plan.row_counts.count(item.expr->slot) != 0)
      plan.row_counts.insert(item.slot);
  return plan;
}

NodeCounter::NodeCounter(const NodeGroupPlan& plan, Context& context, MemoryUse& memory)
    : plan_(plan),
      context_(context),
      memory_(memory),
      marks_(context.index.scratch(), context.graph.node_count()),
      seen_(context.index.scratch(), context.graph.node_count()) {
  distinct_bits_.assign(plan.distinct.size(), std::vector<bool>(context.graph.node_count()));
  distinct_nodes_.resize(plan.distinct.size());
}

bool NodeCounter::add(const Batch& batch) {
  if (context_.failed()) return false;
  rows_ += batch.rows;
  const auto before = out_.groups.size();
  if (plan_.keys.size() == 1) add_one_key(batch);
  if (plan_.keys.size() == 2) add_two_keys(batch);
  if (!plan_.distinct.empty()) add_distinct(batch);
  const auto added = out_.groups.size() - before;
  return added == 0 || memory_.add(added * sizeof(NodeGroup));
}

void NodeCounter::add_distinct(const Batch& batch) {
  for (std::size_t i = 0; i < plan_.distinct.size(); ++i) {
    auto& bits = distinct_bits_[i];
    auto& nodes = distinct_nodes_[i];
    const auto before = nodes.size();
    const auto meet = [&](NodeId met) {
      auto bit = bits[static_cast<std::size_t>(met)];
      if (!bit) nodes.push_back(met);
      bit = true;
    };
    if (batch.slot == plan_.distinct[i].slot) {
      for (std::size_t k = 0; k < batch.rows; ++k) meet(batch.nodes[k]);
    } else {
      meet(node(plan_.distinct[i].slot));
    }
    if (nodes.size() != before && !memory_.add((nodes.size() - before) * sizeof(NodeId))) return;
  }
}

void NodeCounter::add_one_key(const Batch& batch) {
  auto& marks = *marks_;
  const auto slot = plan_.keys[0].slot;
  const auto count = [&](NodeId met, std::uint64_t rows) {
    if (marks.add(met, static_cast<std::uint32_t>(out_.groups.size()))) out_.groups.push_back({{met, {}}, 0});
    out_.groups[marks.get(met)].rows += rows;
  };
  if (batch.slot != slot) return count(node(slot), batch.rows);
  for (std::size_t i = 0; i < batch.rows;) {  // relationships lie sorted by their ends
    const auto begin = i;
    while (++i < batch.rows && batch.nodes[i] == batch.nodes[begin]) {
    }
    count(batch.nodes[begin], i - begin);
  }
}

/// Second nodes are counted as long as the first one stays the same. Where a first one comes again, the same
/// pair stands in several groups until they are merged.
void NodeCounter::add_two_keys(const Batch& batch) {
  const auto first = plan_.keys[0].slot, second = plan_.keys[1].slot;
  if (batch.slot == first) {
    for (std::size_t i = 0; i < batch.rows; ++i) {
      begin_first(batch.nodes[i]);
      count(node(second), 1);
    }
    return;
  }
  begin_first(node(first));
  if (batch.slot != second) return count(node(second), batch.rows);
  for (std::size_t i = 0; i < batch.rows; ++i) count(batch.nodes[i], 1);
}

void NodeCounter::begin_first(NodeId first) {
  if (begun_ && first == first_) return;
  begun_ = true;
  first_ = first;
  mixed_ = !seen_->add(first) || mixed_;
  marks_->begin(context_.graph.node_count());
}

void NodeCounter::count(NodeId second, std::uint64_t rows) {
  auto& marks = *marks_;
  if (marks.add(second, static_cast<std::uint32_t>(out_.groups.size())))
    out_.groups.push_back({{first_, second}, 0});
  out_.groups[marks.get(second)].rows += rows;
}

NodeGroups NodeCounter::take() {
  if (plan_.keys.empty()) out_.groups.push_back({{}, rows_});
  for (std::size_t i = 0; i < plan_.distinct.size(); ++i) out_.distinct.push_back(count_classes(i));
  merge();
  return std::move(out_);
}

std::uint64_t NodeCounter::count_classes(std::size_t place) {
  const auto& nodes = distinct_nodes_[place];
  const auto& properties = plan_.distinct[place].properties;
  if (properties.empty() || nodes.empty()) return nodes.size();
  const auto& classes = context_.index.classes(properties);
  if (classes.unique) return nodes.size();
  const Scratch::Lease met(context_.index.scratch(), context_.graph.node_count());
  std::uint64_t count = 0;
  for (const auto node : nodes)
    if (!classes.is_null(node) && met->add(static_cast<NodeId>(classes.at(node)))) ++count;
  return count;
}

/// Groups of nodes that have the same properties become one, at the place of the first.
void NodeCounter::merge() {
  std::array<const NodeClasses*, 2> classes{};
  bool needed = mixed_;
  for (std::size_t i = 0; i < plan_.keys.size() && !out_.groups.empty(); ++i) {
    if (plan_.keys[i].properties.empty()) continue;
    classes[i] = &context_.index.classes(plan_.keys[i].properties);
    needed = needed || !classes[i]->unique;
  }
  if (!needed) return;
  const auto part = [&](const NodeGroup& group, std::size_t i) {
    return std::uint64_t{classes[i] ? classes[i]->at(group.nodes[i])
                                    : static_cast<std::uint32_t>(group.nodes[i])};
  };
  std::unordered_map<std::uint64_t, std::size_t> place;  // looked up, never walked
  std::size_t kept = 0;
  for (const auto group : out_.groups) {
    const auto [found, fresh] = place.try_emplace(part(group, 0) << 32U | part(group, 1), kept);
    if (fresh) {
      out_.groups[kept++] = group;
    } else {
      out_.groups[found->second].rows += group.rows;
    }
  }
  out_.groups.resize(kept);
}

}  // namespace entente::query
