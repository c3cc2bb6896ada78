// SPDX-License-Identifier: Apache-2.0
#include "evaluation/match.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::evaluation {
namespace {

bool meet(const Ids& a, const Ids& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& id) { return b.contains(id); });
}

struct Direction {
  bool forward, backward;
};

Direction direction(const GoldEdge& edge, const Ends& ends) {
  return {meet(ends.subjects, edge.subjects) && meet(ends.objects, edge.objects),
          meet(ends.subjects, edge.objects) && meet(ends.objects, edge.subjects)};
}

bool is_symmetric(const RelationTable& table, const std::string& relation) {
  const GoldRelation* found = table.find(relation);
  return found && found->symmetric;
}

bool holds(const std::optional<std::string>& wanted, const std::string& json) {
  return !wanted || utf8::lower(json).find(utf8::lower(*wanted)) != std::string::npos;
}

}  // namespace

bool match_pair(const GoldEdge& edge, const Ends& ends) {
  const auto way = direction(edge, ends);
  return way.forward || way.backward;
}

bool match_relation(const RelationTable& table, const GoldEdge& edge, const Ends& ends,
                    const std::string& relation) {
  const auto way = direction(edge, ends);
  if (!way.forward && !way.backward) return false;
  return std::any_of(edge.relations.begin(), edge.relations.end(), [&](const auto& gold) {
    const bool either_way = is_symmetric(table, gold) || edge.symmetric;
    if ((way.forward || (way.backward && either_way)) && table.accepts(gold, relation)) return true;
    return way.backward && table.accepts_inverse(gold, relation);
  });
}

bool match_family(const RelationTable& table, const GoldEdge& edge, const Ends& ends,
                  const std::string& relation) {
  if (!match_pair(edge, ends)) return false;
  const auto families = table.families(relation);
  return std::any_of(edge.relations.begin(), edge.relations.end(), [&](const auto& gold) {
    const GoldRelation* found = table.find(gold);
    return found && families.contains(found->family);
  });
}

bool is_implied(const RelationTable& table, const GoldEdge& edge, const Ends& ends,
                const std::string& relation) {
  const auto way = direction(edge, ends);
  if (!way.forward && !way.backward) return false;
  for (const auto& gold : edge.relations) {
    const GoldRelation* found = table.find(gold);
    if (!found) continue;
    for (const auto& weaker : found->implies) {
      if ((way.forward || (way.backward && is_symmetric(table, weaker))) && table.accepts(weaker, relation))
        return true;
      if (way.backward && table.accepts_inverse(weaker, relation)) return true;
    }
  }
  return false;
}

bool match_polarity(const GoldEdge& edge, const Row& row) {
  return edge.polarity_any || edge.polarity == row.polarity;
}

bool hits_trap(const RelationTable& table, const GoldTrap& trap, const Ends& ends, const Row& row) {
  if (ends.subjects.size() > 1 || ends.objects.size() > 1) return false;
  const bool forward = ends.subjects.contains(trap.subject) && ends.objects.contains(trap.object);
  const bool backward = ends.subjects.contains(trap.object) && ends.objects.contains(trap.subject);
  if (!forward && !backward) return false;
  const bool direct = forward || (backward && is_symmetric(table, trap.relation));
  if (!(direct && table.accepts(trap.relation, row.relation)) &&
      !(backward && table.accepts_inverse(trap.relation, row.relation)))
    return false;
  if (!trap.conditional) return row.polarity == "positive";
  if (trap.modality && row.modality != *trap.modality) return false;
  if (row.polarity != trap.polarity.value_or("positive")) return false;
  return holds(trap.quantity_contains, row.quantity) && holds(trap.time_contains, row.time);
}

}  // namespace entente::evaluation
