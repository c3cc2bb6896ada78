// SPDX-License-Identifier: Apache-2.0
#include "model/decision.hpp"

#include <algorithm>
#include <array>

#include "base/sha256.hpp"

namespace entente {

namespace {

constexpr std::array<std::string_view, 8> kKinds = {"confirm", "deny",   "note",      "merge",
                                                    "split",   "rename", "set-class", "withdraw"};

}  // namespace

std::string_view to_text(DecisionKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<DecisionKind> decision_kind_from_text(std::string_view text) {
  const auto* const found = std::find(kKinds.begin(), kKinds.end(), text);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<DecisionKind>(found - kKinds.begin());
}

std::string decision_id(const Decision& decision, std::size_t same_before) {
  std::string key;
  const auto add = [&key](std::string_view part) { key.append(part).append(1, '\x1f'); };
  add(to_text(decision.kind));
  add(decision.subject);
  add(decision.value);
  for (const auto* list : {&decision.facts, &decision.documents}) {
    for (const std::string& id : *list) add(id);
    add("");
  }
  add(decision.about);
  add(decision.by);
  add(decision.date);
  add(std::to_string(same_before));
  return short_hash(key);
}

}  // namespace entente
