// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "model/fact_base.hpp"

namespace entente::test {

/// A fact base of two countries, a meeting and three facts: an asserted, a planned and a denied one.
inline FactBase small_base() {
  FactBase base;
  base.documents = {{.id = "00000000000000aa", .name = "a.txt", .text = "China sent masks to Italy."}};
  base.entities = {{.id = "china", .label = "China", .cls = "Country", .aliases = {"PRC"}},
                   {.id = "italy", .label = "Italy", .cls = "Country"},
                   {.id = "rome-summit", .label = "Rome summit", .cls = "Meeting"}};
  const auto add = [&](const char* relation, const char* object, Modality modality, bool negated) {
    Fact fact;
    fact.relation = relation;
    fact.subject = "china";
    fact.object = object;
    fact.modality = modality;
    fact.negated = negated;
    fact.confidence = 0.75;
    fact.evidence = {{.document = "00000000000000aa", .begin = 0, .end = 26, .text = "China sent masks to Italy.",
                      .trigger = "sent", .rule = "provide-aid/verb", .confidence = 0.75, .claim = "00000000000000aa-6"}};
    fact.id = fact_id(fact);
    base.facts.push_back(std::move(fact));
  };
  add("providedAidTo", "italy", Modality::asserted, false);
  add("attended", "rome-summit", Modality::planned, false);
  add("criticized", "italy", Modality::asserted, true);
  std::sort(base.facts.begin(), base.facts.end(), [](const Fact& a, const Fact& b) { return a.id < b.id; });
  return base;
}

}  // namespace entente::test
