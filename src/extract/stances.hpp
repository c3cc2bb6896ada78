// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "extract/claim_builder.hpp"

namespace entente::extract {

/// A double quotation mark, straight, typographic or as the tagger writes it.
[[nodiscard]] inline bool is_quotation_mark(std::string_view word) {
  return one_of(word, {"\"", "“", "”", "``", "''"});
}

enum class Stance : std::uint8_t { none, blame, praise, backing };

/// What the readers of speakers' stances share: of whom a clause speaks, who says it, and the draft of a
/// stance. Of one document; the context must outlive it.
class Stances {
 public:
  Stances(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts)
      : context_(context), syntax_(context.syntax), builder_(builder), drafts_(drafts) {}

  /// Blame, praise or backing that a word says by itself: "criminal", "hero".
  [[nodiscard]] Stance of_word(std::uint32_t token) const;

  /// The mentions of a filler that are of a class; empty: of any.
  [[nodiscard]] Ends ends_of(const Filler& filler, std::string_view cls) const;

  /// Who says a clause: "a statement by X said" is said by X.
  [[nodiscard]] Ends speakers_of(const Features& features) const;

  /// Of whom something is said; "'They are butchers,' X said of the rebels": of the rebels. "That is
  /// blackmail": of whoever the sentence before was about.
  [[nodiscard]] Filler talked_of(std::uint32_t verb, const Features& features) const;

  /// Whether a quotation mark stands before a token in its sentence.
  [[nodiscard]] bool opens_quotation(std::uint32_t token) const;

  /// Writes that the speakers blame, praise or back the targets. Nobody blames himself.
  void add(std::uint32_t verb, Stance stance, Ends speakers, Ends targets, const char* rule,
           bool negated = false);

 private:
  void reject_claimants(Finding finding);
  [[nodiscard]] bool points_back(const Filler& subject) const;
  [[nodiscard]] Tokens doers_before(std::uint32_t verb) const;

  const Context& context_;
  const Syntax& syntax_;
  ClaimBuilder& builder_;
  std::vector<Draft>& drafts_;
};

/// Asks a reader about every verb and copula of a document.
template <class Reader>
void read_predicates(const Context& context, Reader& reader) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at)
    if (context.syntax.is_verb(at) || context.syntax.token(at).pos == "AUX") reader.read(at);
}

}  // namespace entente::extract
