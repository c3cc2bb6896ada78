// SPDX-License-Identifier: Apache-2.0
#include "model/fact.hpp"

#include "base/sha256.hpp"

namespace entente {

std::string_view to_text(Verdict verdict) {
  if (verdict == Verdict::none) return {};
  return verdict == Verdict::confirmed ? "confirmed" : "denied";
}

Verdict verdict_from_text(std::string_view text) {
  if (text == "confirmed") return Verdict::confirmed;
  return text == "denied" ? Verdict::denied : Verdict::none;
}

std::string fact_id(const Fact& fact) {
  constexpr char kSeparator = '\x1f';
  std::string key = fact.relation;
  const auto add = [&key](std::string_view part) {
    key += kSeparator;
    key += part;
  };
  add(fact.subject);
  add(fact.object);
  add(to_text(fact.modality));
  add(fact.negated ? "negative" : "positive");
  add(fact.attributed_to);
  if (fact.when) {
    // Two texts that give the same dates in other words say the same; where only words are known, the words
    // are the time.
    const TimeSpan& when = *fact.when;
    const std::string dates =
        when.earliest_begin + "/" + when.latest_begin + "/" + when.earliest_end + "/" + when.latest_end;
    add(dates == "///" ? when.text : dates);
  } else {
    add("");
  }
  return short_hash(key);
}

}  // namespace entente
