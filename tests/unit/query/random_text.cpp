// SPDX-License-Identifier: Apache-2.0
#include "unit/query/random_text.hpp"

#include <array>

namespace entente::test {

namespace {

template <std::size_t N>
std::string pick(Dice& dice, const std::array<const char*, N>& words) {
  return words[static_cast<std::size_t>(dice.roll(static_cast<int>(N)))];
}

std::string number(Dice& dice, int depth);
std::string truth(Dice& dice, int depth);

std::string list(Dice& dice, int depth) {
  switch (depth <= 0 ? 0 : dice.roll(5)) {
    case 1:
      return "[x IN " + list(dice, depth - 1) + " WHERE x > " + number(dice, depth - 1) + "]";
    case 2:
      return "[" + number(dice, depth - 1) + ", " + number(dice, depth - 1) + "]";
    case 3:
      return "(" + list(dice, depth - 1) + " + " + list(dice, depth - 1) + ")";
    case 4:
      return list(dice, depth - 1) + "[" + number(dice, 0) + "..]";
    default:
      return pick(dice, std::array{"[1, 2, 3]", "range(0, 3)", "[]", "keys(a)"});
  }
}

std::string number(Dice& dice, int depth) {
  if (depth <= 0) return pick(dice, std::array{"1", "2.5", "a.x", "-3", "$p", "b.`odd name`", "- 4", "1e3"});
  const auto left = number(dice, depth - 1), right = number(dice, depth - 1);
  switch (dice.roll(7)) {
    case 0:
      return "(" + left + ")";
    case 1:
      return "-(" + left + ")";
    case 2:
      return "size(" + list(dice, depth - 1) + ")";
    case 3:
      return "CASE WHEN " + truth(dice, depth - 1) + " THEN " + left + " ELSE " + right + " END";
    case 4:
      return "(" + left + pick(dice, std::array{" + ", " - ", " * ", " / ", " % ", "^"}) + right + ")";
    default:
      return left + pick(dice, std::array{" + ", " - ", "*", " / ", " % ", " ^ "}) + right;
  }
}

std::string pattern_test(Dice& dice) {
  return pick(dice, std::array{"(a)-[:T]->()", "(a)<--(b)", "exists((b)--(:L {x: 1}))",
                               "EXISTS { (a)-[q]->(d) WHERE d.x > 1 }"});
}

std::string truth(Dice& dice, int depth) {
  if (depth <= 0)
    return pick(
        dice, std::array{"true", "false", "a.x = 1", "b:L", "r.y IS NULL", "a.n STARTS WITH 'x'", "NOT a.t"});
  const auto left = truth(dice, depth - 1), right = truth(dice, depth - 1);
  switch (dice.roll(9)) {
    case 0:
      return "NOT " + left;
    case 1:
      return "(" + left + " OR " + right + ")";
    case 2:
      return left + " XOR " + right;
    case 3:
      return number(dice, depth - 1) + " < " + number(dice, depth - 1) + " <= " + number(dice, depth - 1);
    case 4:
      return number(dice, depth - 1) + " IN " + list(dice, depth - 1);
    case 5:
      return "any(x IN " + list(dice, depth - 1) + " WHERE " + right + ")";
    case 6:
      return pattern_test(dice);
    case 7:
      return "(" + left + ") = (" + right + ")";
    default:
      return left + " AND " + right;
  }
}

std::string node(Dice& dice, const char* name) {
  std::string text = "(";
  text += name;
  if (dice.chance(40))
    text += pick(dice, std::array{":L", ":L|M", ":L:M", ":!M", ":`odd label`", ":(L|M)&!N", ":%"});
  if (dice.chance(30)) text += " {x: " + number(dice, 1) + ", n: 'it''s'}";
  if (dice.chance(15)) text += std::string(" WHERE ") + name + ".x > 1";
  for (auto at = text.find("''"); at != std::string::npos; at = text.find("''")) text.replace(at, 2, "\\'");
  return text + ")";
}

std::string edge(Dice& dice, const char* name) {
  const bool repeated = dice.chance(25);
  auto text = pick(dice, std::array{"-[", "<-["});
  const bool left = text[0] == '<';
  text += name;
  if (dice.chance(60)) text += pick(dice, std::array{":T", ":T|U", ":T|:U", ":!U"});
  if (repeated && dice.chance(50)) text += pick(dice, std::array{"*", "*2", "*1..3", "*..4", "*0.."});
  const bool starred = text.find('*') != std::string::npos;
  if (dice.chance(20)) text += " {y: 1}";
  text += left ? "]-" : pick(dice, std::array{"]->", "]-"});
  if (repeated && !starred) text += pick(dice, std::array{"{2}", "{1,3}", "{,2}", "{2,}", "+", "*"});
  return text;
}

}  // namespace

std::string random_query(Dice& dice) {
  std::string text = dice.chance(20) ? "OPTIONAL MATCH " : "MATCH ";
  if (dice.chance(15))
    text +=
        pick(dice, std::array{"SHORTEST 2 GROUPS ((g)-[h:T]->(i) WHERE g.x < i.x){1,2}(j), ",
                              "(j)-[:(a|b)/c*/^d]->(k), ", "ALL SHORTEST ACYCLIC (j)-[:(a{2}|^b?)+]->(k), ",
                              "(j)((g)-[h]-()--(i))+, ", "ANY 3 WALK (j)<-[:(a*)/b{,2}]-(k), "});
  if (dice.chance(25)) text += "p = ";
  text += node(dice, "a") + edge(dice, "r") + node(dice, "b");
  if (dice.chance(40)) text += edge(dice, "s") + node(dice, "c");
  if (dice.chance(20)) text += ", " + node(dice, "e");
  if (dice.chance(60)) text += " WHERE " + truth(dice, 3);
  if (dice.chance(25)) text += " WITH *, " + number(dice, 2) + " AS w WHERE w > 1";
  if (dice.chance(20)) text += " UNWIND " + list(dice, 2) + " AS u";
  if (dice.chance(30)) return text + " RETURN a.x AS k, count(DISTINCT b) + 1 AS n ORDER BY n DESC, k";
  text += dice.chance(20) ? " RETURN DISTINCT " : " RETURN ";
  text += number(dice, 3) + " AS v, " + truth(dice, 2) + " AS t";
  if (dice.chance(30)) text += " ORDER BY v DESC, t SKIP 1 LIMIT $n";
  return text;
}

}  // namespace entente::test
