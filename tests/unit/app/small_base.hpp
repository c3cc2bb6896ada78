// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "model/fact_base.hpp"

namespace entente::test {

inline Entity entity(const char* id, const char* label, const char* cls) {
  Entity made;
  made.id = id;
  made.label = label;
  made.cls = cls;
  return made;
}

inline Evidence evidence() {
  Evidence made;
  made.document = "00000000000000aa";
  made.end = 26;
  made.text = "China sent masks to Italy.";
  made.trigger = "sent";
  made.rule = "provide-aid/verb";
  made.confidence = 0.75;
  made.claim = "00000000000000aa-6";
  return made;
}

/// A fact base of two countries, a meeting and three facts: an asserted, a planned and a denied one.
inline FactBase small_base() {
  FactBase base;
  base.documents.push_back(
      Document{"00000000000000aa", "a.txt", "China sent masks to Italy.", "", "", "", "", ""});
  base.entities = {entity("china", "China", "Country"), entity("italy", "Italy", "Country"),
                   entity("rome-summit", "Rome summit", "Meeting")};
  base.entities[0].aliases = {"PRC"};
  const auto add = [&](const char* relation, const char* object, Modality modality, bool negated) {
    Fact fact;
    fact.relation = relation;
    fact.subject = "china";
    fact.object = object;
    fact.modality = modality;
    fact.negated = negated;
    fact.confidence = 0.75;
    fact.evidence = {evidence()};
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
