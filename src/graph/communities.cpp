// SPDX-License-Identifier: Apache-2.0
#include "graph/communities.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente::graph {

namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// A graph of groups: their links to each other, and twice the weight within each.
struct Level {
  std::vector<std::size_t> begins;
  std::vector<std::uint32_t> neighbours;
  std::vector<std::int64_t> weights;
  std::vector<std::int64_t> inside;

  [[nodiscard]] std::size_t size() const { return inside.size(); }
};

/// Moves nodes to the neighbouring group that raises modularity most, until none does.
class Mover {
 public:
  explicit Mover(const Level& level)
      : level_(level), group_(level.size()), degree_(level.inside), to_group_(level.size(), 0) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (std::uint32_t node = 0; node < level.size(); ++node)
      for (std::size_t i = level.begins[node]; i < level.begins[node + 1]; ++i)
        degree_[node] += level.weights[i];
    of_group_ = degree_;
    whole_ = std::accumulate(degree_.begin(), degree_.end(), std::int64_t{0});
  }

  /// True when any node moved. Every move raises the modularity, so that it ends.
  bool run() {
    bool any = false;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::uint32_t node = 0; node < level_.size(); ++node) moved |= move(node);
      any |= moved;
    }
    return any;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& groups() const { return group_; }

 private:
  bool move(std::uint32_t node) {
    met_.clear();
    for (std::size_t i = level_.begins[node]; i < level_.begins[node + 1]; ++i) {
      const std::uint32_t group = group_[level_.neighbours[i]];
      if (to_group_[group] == 0) met_.push_back(group);
      to_group_[group] += level_.weights[i];
    }
    const std::uint32_t old = group_[node];
    of_group_[old] -= degree_[node];
    const auto gain = [&](std::uint32_t group) {
      return to_group_[group] * whole_ - of_group_[group] * degree_[node];
    };
    std::uint32_t best = old;
    std::int64_t most = gain(old);
    for (const std::uint32_t group : met_) {
      const std::int64_t now = gain(group);
      if (now > most) best = group, most = now;
    }
    for (const std::uint32_t group : met_) to_group_[group] = 0;
    of_group_[best] += degree_[node];
    group_[node] = best;
    return best != old;
  }

  const Level& level_;
  std::vector<std::uint32_t> group_, met_;
  std::vector<std::int64_t> degree_, of_group_, to_group_;
  std::int64_t whole_ = 0;
};

/// Numbers from 0 in the order of the first node; gives how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& groups) {
  std::vector<std::uint32_t> numbers(groups.size(), kNone);
  std::uint32_t count = 0;
  for (std::uint32_t& group : groups) {
    if (numbers[group] == kNone) numbers[group] = count++;
    group = numbers[group];
  }
  return count;
}

Level merged(const Level& level, const std::vector<std::uint32_t>& groups, std::uint32_t count) {
  struct Arc {
    std::uint32_t from, to;
    std::int64_t weight;
  };
  Level next;
  next.inside.assign(count, 0);
  std::vector<Arc> arcs;
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    next.inside[groups[node]] += level.inside[node];
    for (std::size_t i = level.begins[node]; i < level.begins[node + 1]; ++i) {
      const std::uint32_t other = groups[level.neighbours[i]];
      if (other == groups[node])
        next.inside[other] += level.weights[i];
      else
        arcs.push_back({groups[node], other, level.weights[i]});
    }
  }
  std::sort(arcs.begin(), arcs.end(),
            [](const Arc& a, const Arc& b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
  next.begins.assign(count + 1, 0);
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (i > 0 && arcs[i].from == arcs[i - 1].from && arcs[i].to == arcs[i - 1].to) {
      next.weights.back() += arcs[i].weight;
      continue;
    }
    next.neighbours.push_back(arcs[i].to);
    next.weights.push_back(arcs[i].weight);
    ++next.begins[arcs[i].from + 1];
  }
  std::partial_sum(next.begins.begin(), next.begins.end(), next.begins.begin());
  return next;
}

/// Parts groups that do not hang together; numbers as renumber's.
std::uint32_t part(const Neighbourhoods& graph, std::vector<std::uint32_t>& groups) {
  std::vector<std::uint32_t> parts(groups.size(), kNone), waiting;
  std::uint32_t count = 0;
  for (std::uint32_t first = 0; first < groups.size(); ++first) {
    if (parts[first] != kNone) continue;
    waiting.assign(1, first);
    parts[first] = count;
    while (!waiting.empty()) {
      const std::uint32_t node = waiting.back();
      waiting.pop_back();
      for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i) {
        const std::uint32_t next = graph.neighbours[i];
        if (parts[next] != kNone || groups[next] != groups[node]) continue;
        parts[next] = count;
        waiting.push_back(next);
      }
    }
    ++count;
  }
  groups = std::move(parts);
  return count;
}

/// From 1, the largest first; 0 for nodes that are alone.
void number_by_size(const Neighbourhoods& graph, std::vector<std::uint32_t>& groups, std::uint32_t count) {
  std::vector<std::uint32_t> sizes(count, 0), order(count), numbers(count, 0);
  for (const std::uint32_t group : groups) ++sizes[group];
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&sizes](std::uint32_t a, std::uint32_t b) { return sizes[a] > sizes[b]; });
  for (std::uint32_t i = 0; i < count; ++i) numbers[order[i]] = i + 1;
  for (std::uint32_t node = 0; node < groups.size(); ++node)
    groups[node] = graph.begins[node] == graph.begins[node + 1] ? 0 : numbers[groups[node]];
}

}  // namespace

std::vector<std::uint32_t> communities(const Neighbourhoods& graph) {
  std::vector<std::uint32_t> groups(graph.size());
  std::iota(groups.begin(), groups.end(), 0U);
  Level level{graph.begins, graph.neighbours, graph.weights, std::vector<std::int64_t>(graph.size(), 0)};
  for (;;) {
    Mover mover(level);
    if (!mover.run()) break;
    std::vector<std::uint32_t> joined = mover.groups();
    const std::uint32_t count = renumber(joined);
    for (std::uint32_t& group : groups) group = joined[group];
    level = merged(level, joined, count);
  }
  number_by_size(graph, groups, part(graph, groups));
  return groups;
}

double modularity(const Neighbourhoods& graph, const std::vector<std::uint32_t>& groups) {
  std::uint32_t last = 0;
  for (const std::uint32_t group : groups) last = std::max(last, group);
  std::vector<double> inside(last + 1, 0.0), degrees(last + 1, 0.0);
  double whole = 0;
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    for (std::size_t i = graph.begins[node]; i < graph.begins[node + 1]; ++i) {
      const auto weight = static_cast<double>(graph.weights[i]);
      degrees[groups[node]] += weight;
      if (groups[graph.neighbours[i]] == groups[node]) inside[groups[node]] += weight;
      whole += weight;
    }
  }
  double sum = 0;
  if (whole > 0)
    for (std::uint32_t group = 0; group <= last; ++group)
      sum += inside[group] / whole - (degrees[group] / whole) * (degrees[group] / whole);
  return sum;
}

}  // namespace entente::graph
