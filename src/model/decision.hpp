// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// What a person may decide.
enum class DecisionKind : std::uint8_t {
  confirm,    ///< the fact was read rightly: it gets confidence 1
  deny,       ///< it was not: it leaves the asserted facts
  note,       ///< words that are kept with the fact
  merge,      ///< the entity is another one
  split,      ///< what is said of the entity in some facts or documents is said of a new one
  rename,     ///< the entity's name
  set_class,  ///< the entity's class
  withdraw    ///< an earlier decision does not hold any longer
};

/// "confirm", "deny", "note", "merge", "split", "rename", "set-class", "withdraw".
[[nodiscard]] std::string_view to_text(DecisionKind kind);
[[nodiscard]] std::optional<DecisionKind> decision_kind_from_text(std::string_view text);

/// One entry of the log of decisions. What it is about is named by ids that outlive a rebuild.
struct Decision {
  std::string id;  ///< decision_id(); empty until it is in a log
  DecisionKind kind = DecisionKind::note;
  std::string subject;  ///< id of the fact, of the entity, or of the decision that is withdrawn
  std::string value;  ///< note: the words; merge: the entity that stays; split, rename: the name; set_class:
                      ///< the class
  std::vector<std::string> facts, documents;  ///< split: whose mentions go to the new entity; sorted
  std::string about;                          ///< the subject in words, as it was then; may be empty
  std::string by, date;                       ///< as given; may be empty
  bool operator==(const Decision&) const = default;
};

/// About a fact, and not an entity or another decision.
[[nodiscard]] inline bool is_about_fact(DecisionKind kind) {
  return kind <= DecisionKind::note;
}

/// 16 hex of SHA-256 of everything in it but the id, and of how often the log had the same before.
[[nodiscard]] std::string decision_id(const Decision& decision, std::size_t same_before);

}  // namespace entente
