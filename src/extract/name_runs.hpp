// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/name_words.hpp"

namespace entente::extract {

/// Finds how far a name reaches: a run of words with capitals, with what holds them together.
class NameRuns : public NameWords {
 public:
  using NameWords::NameWords;

  /// End of the run of name words that begins at i (a number may stand inside: "World War 2"), or i.
  [[nodiscard]] std::uint32_t run_end(std::uint32_t i) const;

 protected:
  /// "Ministers of Foreign Affairs", "Heads of State", "the Ministers".
  [[nodiscard]] bool names_holders(std::uint32_t begin, std::uint32_t end) const;
  /// "AU Commission" before "Chairman X": a body of the listed one, named as one.
  [[nodiscard]] bool is_organ(const ListedName& body, std::uint32_t end) const;

 private:
  /// "Petroleum and Natural Gas Staff Association": end of the whole, for its first word; or end.
  [[nodiscard]] std::uint32_t joined_end(std::uint32_t begin, std::uint32_t end) const;
  /// "al-| Adly".
  [[nodiscard]] bool is_hyphened(std::uint32_t i) const;
  /// "March 23", "12 October" at i: one past it, or i.
  [[nodiscard]] std::uint32_t day_end(std::uint32_t i) const;
  /// A word for something that may be called after a day: "Brigade", "Movement".
  [[nodiscard]] bool names_group(std::uint32_t i) const;
  /// True when a listed name is only the beginning of a longer one: "National Union of Teachers".
  [[nodiscard]] bool goes_on(const ListedName& listed) const;
  /// "Ministry of Trade, Industry and Small Business": end of the list of matters that begins at begin; end
  /// (that of its first one) when there is none.
  [[nodiscard]] std::uint32_t with_matters(std::uint32_t begin, std::uint32_t end) const;
  /// "Action Against Hunger": a preposition with a capital between words of a name.
  [[nodiscard]] bool is_capital_preposition(std::uint32_t i) const;
  /// "Sons of the Mountain": the link and what is around it are one body for NER.
  [[nodiscard]] bool labelled_as_one(std::uint32_t of) const;
  /// Words that hold a name together: "al", "von", "-"; end of the link behind them, or i.
  [[nodiscard]] std::uint32_t link_end(std::uint32_t i) const;
  /// "Farmers' Party", "Leaders’ Summit", "People's Assembly" against "Lesotho's Prime Minister".
  [[nodiscard]] bool is_group_possessive(std::uint32_t pos) const;
  /// Carries a run on over "of", "for", "on" where its last word asks for it: "Ministry of Health", "Summit
  /// on Solidarity".
  [[nodiscard]] std::uint32_t extended(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] int capitals(std::uint32_t begin, std::uint32_t end) const;
  /// A run without its "of" phrases.
  [[nodiscard]] std::uint32_t plain_run_end(std::uint32_t i) const;
  /// "Ministry of Health and Welfare": the tree hangs the second part on the first.
  [[nodiscard]] std::uint32_t with_conjunct(std::uint32_t begin, std::uint32_t end, bool wanted) const;
  [[nodiscard]] bool is_person(std::uint32_t begin, std::uint32_t end) const;
};

}  // namespace entente::extract
