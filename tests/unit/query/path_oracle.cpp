// SPDX-License-Identifier: Apache-2.0
#include "unit/query/path_oracle.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace entente::test {

namespace {

using graph::EdgeId;
using graph::NodeId;

int number(const graph::PropertyGraph& graph, NodeId node) {
  return static_cast<int>(std::get<std::int64_t>(graph.properties(node).at("i").data));
}

bool is_hidden(const graph::PropertyGraph& graph, EdgeId edge) {
  return graph.properties(edge).count("modality") != 0;
}

/// A way that matches the first parts of a pattern.
struct Way {
  std::vector<unsigned> nodes, edges;
  std::vector<std::size_t> ends;  ///< relationships behind each part
  bool operator<(const Way& other) const {
    return std::tie(nodes, edges, ends) < std::tie(other.nodes, other.edges, other.ends);
  }
};
using Ways = std::set<Way>;

class Oracle {
 public:
  Oracle(const OraclePattern& pattern, const graph::PropertyGraph& graph)
      : pattern_(pattern), graph_(graph) {}

  std::vector<OracleGroup> run() {
    if (!pattern_.with_edge) {
      rows("", -1, -1);
    } else {
      for (unsigned e = 0; e < graph_.edge_count(); ++e)
        if (fits_type(e, "T") && !is_hidden(graph_, EdgeId{e}))
          rows("e" + std::to_string(e) + " ", static_cast<int>(e), static_cast<int>(source(e)));
    }
    std::vector<OracleGroup> out;
    for (auto& [key, found] : groups_) {
      std::stable_sort(found.begin(), found.end(),
                       [](const auto& a, const auto& b) { return a.length < b.length; });
      out.push_back({key, std::move(found)});
    }
    return out;
  }

 private:
  [[nodiscard]] unsigned source(unsigned e) const { return static_cast<unsigned>(graph_.source(EdgeId{e})); }
  [[nodiscard]] unsigned target(unsigned e) const { return static_cast<unsigned>(graph_.target(EdgeId{e})); }
  [[nodiscard]] bool fits_type(unsigned e, const std::string& type) const {
    return type.empty() || graph_.type(EdgeId{e}) == type;
  }

  void rows(const std::string& lead, int excluded, int start) {
    excluded_ = pattern_.mode == OracleMode::walk ? -1 : excluded;
    Ways ways;
    for (unsigned n = 0; n < graph_.node_count(); ++n)
      if ((start < 0 || static_cast<int>(n) == start) && fits_node(0, n, {})) ways.insert({{n}, {}, {}});
    for (std::size_t i = 0; i < pattern_.parts.size(); ++i) {
      Ways next;
      for (const auto& way : ways)
        for (auto longer : extend(pattern_.parts[i], way)) {
          longer.ends.push_back(longer.edges.size());
          if (fits_node(i + 1, longer.nodes.back(), longer)) next.insert(std::move(longer));
        }
      ways = std::move(next);
    }
    for (const auto& way : ways) {
      const auto key = lead + std::to_string(way.nodes.front()) + ">" + std::to_string(way.nodes.back());
      groups_[key].push_back({lead + text(way), way.edges.size()});
    }
  }

  [[nodiscard]] unsigned node_at(const Way& way, std::size_t place) const {
    return way.nodes[place == 0 ? 0 : way.ends[place - 1]];
  }

  [[nodiscard]] bool fits_node(std::size_t place, unsigned node, const Way& way) const {
    const auto& wanted = pattern_.nodes[place];
    if (!wanted.label.empty() && graph_.labels(NodeId{node}) != std::vector<std::string>{wanted.label})
      return false;
    if (number(graph_, NodeId{node}) < wanted.least_i) return false;
    return wanted.same_as < 0 || node_at(way, static_cast<std::size_t>(wanted.same_as)) == node;
  }

  [[nodiscard]] bool may_take(const Way& way, unsigned edge, unsigned node) const {
    if (is_hidden(graph_, EdgeId{edge})) return false;
    if (pattern_.mode == OracleMode::walk) return true;
    if (static_cast<int>(edge) == excluded_) return false;
    if (std::count(way.edges.begin(), way.edges.end(), edge) != 0) return false;
    const auto& nodes = way.nodes;
    if (pattern_.mode == OracleMode::acyclic) return std::count(nodes.begin(), nodes.end(), node) == 0;
    if (pattern_.mode != OracleMode::simple) return true;
    if (nodes.size() > 1 && nodes.front() == nodes.back()) return false;
    return std::count(nodes.begin() + 1, nodes.end(), node) == 0;
  }

  Ways step(const Way& way, const std::string& type, int direction, int least_w) const {
    Ways out;
    const auto here = way.nodes.back();
    for (unsigned e = 0; e < graph_.edge_count(); ++e) {
      if (!fits_type(e, type)) continue;
      if (std::get<std::int64_t>(graph_.properties(EdgeId{e}).at("w").data) < least_w) continue;
      for (const bool along : {true, false}) {
        if ((along ? direction < 0 : direction > 0) || (along ? source(e) : target(e)) != here) continue;
        const auto there = along ? target(e) : source(e);
        if (!may_take(way, e, there)) continue;
        Way longer = way;
        longer.nodes.push_back(there);
        longer.edges.push_back(e);
        out.insert(std::move(longer));
      }
    }
    return out;
  }

  template <class Body>
  Ways repeat(const Way& way, int min, int max, Body body) const {
    Ways out, front{way};
    if (min == 0) out = front;
    for (int i = 1; (max < 0 || i <= max) && !front.empty(); ++i) {
      Ways next;
      for (const auto& each : front) {
        const auto more = body(each);
        next.insert(more.begin(), more.end());
      }
      if (i >= min) {
        const auto before = out.size();
        out.insert(next.begin(), next.end());
        if (max < 0 && out.size() == before) break;
      }
      front = std::move(next);
    }
    return out;
  }

  Ways extend(const OraclePart& part, const Way& way) const {
    switch (part.kind) {
      case OraclePart::Kind::single:
        return step(way, part.type, part.direction, part.least_w);
      case OraclePart::Kind::repeated:
        return repeat(way, part.min, part.max,
                      [&](const Way& w) { return step(w, part.type, part.direction, part.least_w); });
      case OraclePart::Kind::group:
        return repeat(way, part.min, part.max, [&](const Way& w) { return once(part, w); });
      case OraclePart::Kind::regular:
        break;
    }
    return by_expr(part.regular, part.direction < 0, way);
  }

  Ways once(const OraclePart& part, const Way& way) const {
    Ways ways{way};
    for (int i = 0; i < part.relationships; ++i) {
      Ways next;
      for (const auto& each : ways) {
        const auto more = step(each, part.type, part.direction, part.least_w);
        next.insert(more.begin(), more.end());
      }
      ways = std::move(next);
    }
    if (!part.rising) return ways;
    Ways good;
    for (const auto& each : ways)
      if (number(graph_, NodeId{way.nodes.back()}) < number(graph_, NodeId{each.nodes.back()}))
        good.insert(each);
    return good;
  }

  Ways by_expr(const OracleExpr& expr, bool turned, const Way& way) const {
    using Kind = OracleExpr::Kind;
    switch (expr.kind) {
      case Kind::step:
        return step(way, expr.type, turned ? -1 : 1, 0);
      case Kind::inverse:
        return by_expr(expr.parts[0], !turned, way);
      case Kind::repeat:
        return repeat(way, expr.min, expr.max,
                      [&](const Way& w) { return by_expr(expr.parts[0], turned, w); });
      case Kind::either: {
        Ways out;
        for (const auto& part : expr.parts) {
          const auto more = by_expr(part, turned, way);
          out.insert(more.begin(), more.end());
        }
        return out;
      }
      case Kind::sequence:
        break;
    }
    Ways ways{way};
    auto parts = expr.parts;
    if (turned) std::reverse(parts.begin(), parts.end());
    for (const auto& part : parts) {
      Ways next;
      for (const auto& each : ways) {
        const auto more = by_expr(part, turned, each);
        next.insert(more.begin(), more.end());
      }
      ways = std::move(next);
    }
    return ways;
  }

  /// The path, then the lists of each part that has them.
  [[nodiscard]] std::string text(const Way& way) const {
    std::string out = "n" + std::to_string(way.nodes[0]);
    for (std::size_t i = 0; i < way.edges.size(); ++i)
      out += "-e" + std::to_string(way.edges[i]) + "-n" + std::to_string(way.nodes[i + 1]);
    for (std::size_t i = 0; i < pattern_.parts.size(); ++i) {
      const auto& part = pattern_.parts[i];
      const auto begin = i == 0 ? 0 : way.ends[i - 1], end = way.ends[i];
      if (part.kind == OraclePart::Kind::repeated) out += " " + list("e", way.edges, begin, end, 1);
      if (part.kind != OraclePart::Kind::group) continue;
      const auto by = static_cast<std::size_t>(part.relationships);
      out += " " + list("n", way.nodes, begin, end, by) + " " + list("e", way.edges, begin, end, by) + " " +
             list("n", way.nodes, begin + by, end + by, by);
    }
    return out;
  }

  static std::string list(const char* lead, const std::vector<unsigned>& all, std::size_t begin,
                          std::size_t end, std::size_t by) {
    std::string out = "[";
    for (auto i = begin; i < end; i += by) out += (i == begin ? "" : ",") + (lead + std::to_string(all[i]));
    return out + "]";
  }

  const OraclePattern& pattern_;
  const graph::PropertyGraph& graph_;
  int excluded_ = -1;
  std::map<std::string, std::vector<OracleRow>> groups_;
};

using Pairs = std::set<std::pair<unsigned, unsigned>>;

Pairs compose(const Pairs& a, const Pairs& b) {
  Pairs out;
  for (const auto& [x, y] : a)
    for (const auto& [u, v] : b)
      if (y == u) out.emplace(x, v);
  return out;
}

Pairs relation(const OracleExpr& expr, const graph::PropertyGraph& graph) {
  using Kind = OracleExpr::Kind;
  Pairs same, out;
  for (unsigned n = 0; n < graph.node_count(); ++n) same.emplace(n, n);
  if (expr.kind == Kind::step) {
    for (unsigned e = 0; e < graph.edge_count(); ++e)
      if (!is_hidden(graph, EdgeId{e}) && (expr.type.empty() || graph.type(EdgeId{e}) == expr.type))
        out.emplace(static_cast<unsigned>(graph.source(EdgeId{e})),
                    static_cast<unsigned>(graph.target(EdgeId{e})));
    return out;
  }
  if (expr.kind == Kind::either) {
    for (const auto& part : expr.parts) out.merge(relation(part, graph));
    return out;
  }
  if (expr.kind == Kind::sequence) {
    out = same;
    for (const auto& part : expr.parts) out = compose(out, relation(part, graph));
    return out;
  }
  const auto body = relation(expr.parts[0], graph);
  if (expr.kind == Kind::inverse) {
    for (const auto& [x, y] : body) out.emplace(y, x);
    return out;
  }
  // After as many compositions as there are pairs, and more, nothing new comes.
  const int most = expr.max >= 0 ? expr.max : expr.min + 40;
  Pairs power = same;
  for (int i = 0; i <= most; ++i) {
    if (i >= expr.min) out.insert(power.begin(), power.end());
    power = compose(power, body);
  }
  return out;
}

}  // namespace

std::vector<OracleGroup> match_paths(const OraclePattern& pattern, const graph::PropertyGraph& graph) {
  return Oracle(pattern, graph).run();
}

std::vector<std::string> pairs_of(const OracleExpr& expr, const graph::PropertyGraph& graph) {
  std::vector<std::string> out;
  for (const auto& [a, b] : relation(expr, graph))
    out.push_back("n" + std::to_string(a) + " n" + std::to_string(b));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace entente::test
