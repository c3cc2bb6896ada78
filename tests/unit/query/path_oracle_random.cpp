// SPDX-License-Identifier: Apache-2.0
#include "unit/query/path_oracle.hpp"

#include "unit/query/brute_force.hpp"

// Random graphs and patterns, and the patterns as text.

namespace entente::test {

namespace {

std::string times(int min, int max) {
  if (max < 0) return min == 0 ? "*" : min == 1 ? "+" : "{" + std::to_string(min) + ",}";
  return "{" + std::to_string(min) + "," + std::to_string(max) + "}";
}

std::string node_text(const OraclePattern& pattern, std::size_t place) {
  const auto& node = pattern.nodes[place];
  const auto name = "n" + std::to_string(node.same_as >= 0 ? node.same_as : static_cast<int>(place));
  return "(" + name + (node.label.empty() ? "" : ":" + node.label) +
         (node.least_i > 0 ? " WHERE " + name + ".i >= " + std::to_string(node.least_i) : "") + ")";
}

std::string arrow(const OraclePart& part, const std::string& inside) {
  return (part.direction < 0 ? "<-[" : "-[") + inside + (part.direction > 0 ? "]->" : "]-");
}

std::string part_text(const OraclePart& part, const std::string& place) {
  const auto name = part.kind == OraclePart::Kind::single ? "s" + place : "r" + place;
  std::string inside = name + (part.type.empty() ? "" : ":" + part.type);
  if (part.least_w > 0) inside += " WHERE " + name + ".w >= " + std::to_string(part.least_w);
  if (part.kind == OraclePart::Kind::single) return arrow(part, inside);
  if (part.kind == OraclePart::Kind::repeated) return arrow(part, inside) + times(part.min, part.max);
  if (part.kind == OraclePart::Kind::regular) return arrow(part, ":(" + part.regular.text() + ")");
  std::string text = "((u" + place + ")" + arrow(part, inside);
  if (part.relationships == 2) {
    auto second = part.type.empty() ? "" : ":" + part.type;
    if (part.least_w > 0)
      second = "x" + place + second + " WHERE x" + place + ".w >= " + std::to_string(part.least_w);
    text += "()" + arrow(part, second);
  }
  text += "(v" + place + ")";
  if (part.rising) text += " WHERE u" + place + ".i < v" + place + ".i";
  return text + ")" + times(part.min, part.max);
}

std::string prefix(const OraclePattern& pattern) {
  const auto count = std::to_string(pattern.count);
  const auto mode = std::vector<std::string>{"", "TRAIL ", "WALK ", "ACYCLIC ",
                                             "SIMPLE "}[static_cast<std::size_t>(pattern.mode)];
  switch (pattern.selector) {
    case OracleSelector::any:
      return "ANY " + count + " " + mode;
    case OracleSelector::any_shortest:
      return "ANY SHORTEST " + mode;
    case OracleSelector::all_shortest:
      return "ALL SHORTEST " + mode;
    case OracleSelector::shortest:
      return "SHORTEST " + count + " " + mode + "PATHS ";
    case OracleSelector::groups:
      return "SHORTEST " + count + " " + mode + "GROUPS ";
    default:
      return mode;
  }
}

OraclePart random_part(Dice& dice, bool bounded) {
  OraclePart part;
  part.kind = static_cast<OraclePart::Kind>(dice.roll(4));
  part.direction = dice.roll(3) - 1;
  if (dice.chance(50)) part.type = std::string(1, "TU"[dice.roll(2)]);
  if (dice.chance(20)) part.least_w = 1 + dice.roll(3);
  if (part.kind == OraclePart::Kind::regular) {
    part.direction = dice.chance(50) ? 1 : -1;
    part.regular = random_expr(dice, 2, bounded);
  }
  if (part.kind == OraclePart::Kind::single || part.kind == OraclePart::Kind::regular) return part;
  part.min = dice.roll(3);
  part.max = !bounded && dice.chance(50) ? -1 : part.min + dice.roll(2);
  if (part.kind != OraclePart::Kind::group) return part;
  part.relationships = 1 + dice.roll(2);
  part.rising = dice.chance(30);
  return part;
}

}  // namespace

std::string OracleExpr::text() const {
  if (kind == Kind::step) return type.empty() ? "%" : type;
  if (kind == Kind::inverse) return "^(" + parts[0].text() + ")";
  if (kind == Kind::repeat)
    return "(" + parts[0].text() + ")" + (min == 0 && max == 1 ? "?" : times(min, max));
  std::string out;
  for (const auto& part : parts)
    out += (out.empty() ? "" : kind == Kind::either ? "|" : "/") + ("(" + part.text() + ")");
  return "(" + out + ")";
}

std::string OraclePattern::text() const {
  std::string out = "MATCH ", columns;
  if (with_edge) {
    out += "(n0)-[q:T]->(), ";
    columns = "q, ";
  }
  out += "p = " + prefix(*this);
  columns += "p";
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    out += node_text(*this, i);
    if (i == parts.size()) break;
    const auto place = std::to_string(i);
    out += part_text(parts[i], place);
    if (parts[i].kind == OraclePart::Kind::repeated) columns += ", r" + place;
    if (parts[i].kind == OraclePart::Kind::group) columns += ", u" + place + ", r" + place + ", v" + place;
  }
  return out + " RETURN " + columns;
}

OracleExpr random_expr(Dice& dice, int depth, bool bounded) {
  using Kind = OracleExpr::Kind;
  OracleExpr expr;
  const int what = depth == 0 ? 0 : dice.roll(6);
  if (what <= 1) {
    if (dice.chance(85)) expr.type = std::string(1, "TU"[dice.roll(2)]);
    return expr;
  }
  expr.kind = what == 2   ? Kind::sequence
              : what == 3 ? Kind::either
              : what == 4 ? Kind::repeat
                          : Kind::inverse;
  const int parts = what <= 3 ? 2 : 1;
  for (int i = 0; i < parts; ++i) expr.parts.push_back(random_expr(dice, depth - 1, bounded));
  expr.min = dice.roll(3);
  expr.max = !bounded && dice.chance(50) ? -1 : expr.min + dice.roll(2);
  return expr;
}

OraclePattern random_path_pattern(Dice& dice) {
  OraclePattern pattern;
  pattern.mode = static_cast<OracleMode>(dice.roll(5));
  if (dice.chance(60)) pattern.selector = static_cast<OracleSelector>(1 + dice.roll(5));
  pattern.count = 1 + dice.roll(3);
  pattern.with_edge = dice.chance(15);
  const bool bounded = pattern.mode == OracleMode::walk;
  const int parts = 1 + dice.roll(bounded ? 2 : 3);
  for (int i = 0; i < parts; ++i) pattern.parts.push_back(random_part(dice, bounded));
  for (int i = 0; i <= parts; ++i) {
    OracleNode node;
    if (dice.chance(30)) node.label = std::string(1, "AB"[dice.roll(2)]);
    if (dice.chance(20)) node.least_i = 1 + dice.roll(2);
    if (i > 0 && dice.chance(20)) node.same_as = 0;
    pattern.nodes.push_back(node);
  }
  return pattern;
}

graph::PropertyGraph random_path_graph(Dice& dice) {
  graph::PropertyGraph graph;
  const int nodes = 2 + dice.roll(3), edges = 2 + dice.roll(5);
  for (int i = 0; i < nodes; ++i) graph.add_node({std::string(1, "AB"[dice.roll(2)])}, {{"i", i}});
  for (int i = 0; i < edges; ++i) {
    graph::Map properties{{"w", dice.roll(5)}};
    if (dice.chance(10)) properties.emplace("modality", "Planned");
    graph.add_edge(static_cast<graph::NodeId>(dice.roll(nodes)), static_cast<graph::NodeId>(dice.roll(nodes)),
                   std::string(1, "TU"[dice.roll(2)]), properties);
  }
  return in_snapshot_order(graph);
}

}  // namespace entente::test
