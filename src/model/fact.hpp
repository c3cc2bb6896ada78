// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/modality.hpp"
#include "model/values.hpp"

namespace entente {

/// A place in a document that supports a fact. Offsets are Unicode code points of the original text, end
/// exclusive.
struct Evidence {
  std::string document;              ///< document id (16 hex)
  std::uint32_t begin = 0, end = 0;  ///< the sentence or clause
  std::uint32_t sentence = 0;        ///< index of the sentence in the document, from 0
  std::string text;                  ///< exactly the document's code points [begin, end)
  std::string trigger;               ///< the words that gave the relation
  std::string rule;                  ///< the frame and step that fired: "provide-aid/passive"
  double confidence = 0;             ///< of this reading, 0 to 1
  std::string claim;                 ///< "<doc16>-<offset>", shared by the facts read from one predicate
  auto operator<=>(const Evidence&) const = default;
};

/// What people decided on a fact.
enum class Verdict : std::uint8_t { none, confirmed, denied };

/// "confirmed", "denied", or empty.
[[nodiscard]] std::string_view to_text(Verdict verdict);
[[nodiscard]] Verdict verdict_from_text(std::string_view text);  ///< none where it is neither

/// One edge: relation, subject, at most one object, and what the text says of it. Entities and facts by id.
struct Fact {
  std::string id;        ///< fact_id() of it
  std::string relation;  ///< local name in the ontology: "providedAidTo"
  std::string subject;
  std::string object;  ///< empty: none
  Modality modality = Modality::asserted;
  bool negated = false;
  std::string attributed_to;  ///< entity id, or empty
  std::optional<TimeSpan> when;

  // Not part of the key.
  std::string where, meeting, topic;   ///< entity ids, or empty
  std::vector<std::string> resources;  ///< entity ids
  std::optional<Quantity> quantity;    ///< of the object, the resource or the act
  std::string mode, context, office;   ///< words, or empty
  std::vector<std::string> content;    ///< ids of facts that are called for, stated, pledged or rejected
  std::string content_text;            ///< the words of the content
  double confidence = 0;               ///< of the fact over all its evidence
  std::vector<Evidence> evidence;      ///< 1..n, sorted

  // Not read from a text: put there by people's decisions.
  Verdict verdict = Verdict::none;
  std::vector<std::string> notes;  ///< in the order in which they were made
};

/// 16 hex of SHA-256 over relation, subject, object, modality, polarity, attributed_to and time, joined by
/// U+001F.
[[nodiscard]] std::string fact_id(const Fact& fact);

/// Asserted, not negated, not denied by a person: what a plain query shows and what becomes a plain triple.
[[nodiscard]] inline bool is_plain(const Fact& fact) {
  return fact.modality == Modality::asserted && !fact.negated && fact.verdict != Verdict::denied;
}

}  // namespace entente
