// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extract/labels.hpp"
#include "extract/tree.hpp"
#include "model/reading.hpp"
#include "ontology/frames.hpp"

namespace entente::extract {

using Tokens = std::vector<std::uint32_t>;

/// Appends the tokens that are not there yet.
void add_once(Tokens& all, const Tokens& more);

/// The dependency trees of a reading, asked in the words of the parser's scheme (ClearNLP labels, Penn tags).
/// A token is an index; kNone is "none". The reading must outlive it.
class Syntax {
 public:
  explicit Syntax(const Reading& reading);

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(reading_.analysis.tokens.size());
  }
  [[nodiscard]] const nlp::Token& token(std::uint32_t at) const { return reading_.analysis.tokens[at]; }
  [[nodiscard]] std::string_view dep(std::uint32_t at) const { return token(at).dep; }
  [[nodiscard]] std::string_view tag(std::uint32_t at) const { return token(at).tag; }
  [[nodiscard]] const std::string& lemma(std::uint32_t at) const { return lemmas_[at]; }  ///< lower case
  [[nodiscard]] const std::string& lower(std::uint32_t at) const { return lower_[at]; }
  [[nodiscard]] std::span<const std::uint32_t> children(std::uint32_t at) const { return children_.of(at); }
  [[nodiscard]] TokenRange range(std::uint32_t at) const { return ranges_[at]; }  ///< with all below it

  /// The head, or kNone for a root.
  [[nodiscard]] std::uint32_t head(std::uint32_t at) const;

  /// First dependent with one of these labels, or kNone.
  [[nodiscard]] std::uint32_t child(std::uint32_t at, LabelSet labels) const;
  [[nodiscard]] bool has_child_word(std::uint32_t at, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool is(std::uint32_t at, LabelSet labels) const { return (labels_[at] & labels.bits) != 0; }

  /// False when the word (in lower case) is nowhere in the sentence of a token; true as a rule when it is
  /// there.
  [[nodiscard]] bool may_stand_near(std::uint32_t at, std::string_view word) const;

  /// Tagged V.. and no auxiliary of another.
  [[nodiscard]] bool is_verb(std::uint32_t at) const { return verbs_[at]; }
  [[nodiscard]] bool is_noun(std::uint32_t at) const;  ///< common or proper noun, pronoun, number
  /// A participle whose surface subject undergoes the act.
  [[nodiscard]] bool is_passive(std::uint32_t at) const { return passives_[at]; }

  /// The noun before the hyphen of "NATO-led force" when a token is its participle, or kNone.
  [[nodiscard]] std::uint32_t hyphen_agent(std::uint32_t at) const;
  /// "Kenyan": begins with a capital letter.
  [[nodiscard]] bool has_capital(std::uint32_t at) const;

  /// The first of a chain of conjuncts that a token belongs to (itself when there is none).
  [[nodiscard]] std::uint32_t first_conjunct(std::uint32_t at) const;

  /// "X but not Y", "all members but Y": a conjunct of which the opposite is said.
  [[nodiscard]] bool is_left_out(std::uint32_t conjunct) const;

  /// "all", "every", "none": words that speak of all or of nobody.
  [[nodiscard]] static bool is_word_for_all(std::string_view word);
  /// "all members", "nobody".
  [[nodiscard]] bool is_of_all(std::uint32_t noun) const;

  /// A nominal with those coordinated with it, in text order. A comma list without "and" whose second part is
  /// no name is an apposition and left out.
  [[nodiscard]] Tokens coordinated(std::uint32_t at) const;

  /// The noun that a clause behind "and" lost to the list before it: "doctors to Angola and Italy sent ...";
  /// or kNone.
  [[nodiscard]] std::uint32_t stolen_subject(std::uint32_t verb) const;

  /// The verb (or copula, or root) whose clause a token stands in: itself when it is one.
  [[nodiscard]] std::uint32_t clause_of(std::uint32_t at) const;

  /// The root of the sentence before that of a token, or kNone.
  [[nodiscard]] std::uint32_t root_before(std::uint32_t at) const;

  /// Index into Reading::sentences.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t at) const { return sentence_of_[at]; }

 private:
  [[nodiscard]] std::uint32_t stray_conjunct(std::uint32_t at) const;
  [[nodiscard]] bool find_verb(std::uint32_t at) const;
  [[nodiscard]] bool find_passive(std::uint32_t at) const;

  const Reading& reading_;
  Children children_;
  std::vector<TokenRange> ranges_;
  std::vector<std::uint64_t> labels_;  ///< label_bit of every token
  std::vector<std::string> lemmas_, lower_;
  std::vector<std::uint32_t> sentence_of_;
  std::vector<bool> verbs_, passives_;
  std::vector<std::bitset<256>> words_near_;  ///< of every sentence: the hashes of its words
};

/// Bound on every climb of a tree, against malformed input.
inline constexpr int kClimb = 24;

}  // namespace entente::extract
