// SPDX-License-Identifier: Apache-2.0
#include "app/review_list.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <tuple>

#include "app/decide.hpp"
#include "base/utf8.hpp"

namespace entente::app {

namespace {

/// "planned, not, says WHO"; empty for a plain fact.
std::string manner_of(const Fact& fact, const FactBase& base) {
  std::string text;
  const auto add = [&text](const std::string& word) { text += (text.empty() ? "" : ", ") + word; };
  if (fact.modality != Modality::asserted) add(utf8::lower(to_text(fact.modality)));
  if (fact.negated) add("not");
  const Entity* speaker = base.entity(fact.attributed_to);
  if (speaker != nullptr) add("says " + speaker->label);
  return text.empty() ? text : " (" + text + ")";
}

}  // namespace

std::vector<const Fact*> facts_to_review(const FactBase& base, bool all_facts, double below) {
  std::vector<const Fact*> facts;
  for (const Fact& fact : base.facts)
    if (fact.verdict == Verdict::none && fact.confidence < below && (all_facts || is_plain(fact)))
      facts.push_back(&fact);
  std::sort(facts.begin(), facts.end(), [](const Fact* a, const Fact* b) {
    return std::tie(a->confidence, a->id) < std::tie(b->confidence, b->id);
  });
  return facts;
}

std::string review_head(const Fact& fact, const FactBase& base) {
  char confidence[32];
  std::snprintf(confidence, sizeof confidence, "%.2f", fact.confidence);
  return fact.id + "  " + in_words(fact, base) + manner_of(fact, base) + "  confidence " + confidence;
}

std::pair<std::size_t, std::size_t> trigger_in(const Evidence& evidence) {
  // The claim's id ends with the code point of the trigger in the document.
  const std::size_t dash = evidence.claim.rfind('-');
  std::uint32_t at = 0;
  if (evidence.trigger.empty() || dash == std::string::npos) return {0, 0};
  std::from_chars(evidence.claim.data() + dash + 1, evidence.claim.data() + evidence.claim.size(), at);
  if (at < evidence.begin || at >= evidence.end) return {0, 0};
  const utf8::CodePointIndex index(evidence.text);
  const std::size_t begin = index.byte_of_code_point(at - evidence.begin);
  if (evidence.text.compare(begin, evidence.trigger.size(), evidence.trigger) != 0) return {0, 0};
  return {begin, begin + evidence.trigger.size()};
}

}  // namespace entente::app
