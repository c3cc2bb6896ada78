// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

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
  [[nodiscard]] const Tokens& children(std::uint32_t at) const { return children_.of(at); }
  [[nodiscard]] TokenRange range(std::uint32_t at) const { return subtree(children_, at); }

  /// The head, or kNone for a root.
  [[nodiscard]] std::uint32_t head(std::uint32_t at) const;

  /// First dependent with one of these labels, or kNone.
  [[nodiscard]] std::uint32_t child(std::uint32_t at, std::initializer_list<std::string_view> labels) const;
  [[nodiscard]] bool has_child_word(std::uint32_t at, std::initializer_list<std::string_view> words) const;
  [[nodiscard]] bool is(std::uint32_t at, std::initializer_list<std::string_view> labels) const {
    return one_of(dep(at), labels);
  }

  [[nodiscard]] bool is_verb(std::uint32_t at) const;  ///< tagged V.. and no auxiliary of another
  [[nodiscard]] bool is_noun(std::uint32_t at) const;  ///< common or proper noun, pronoun, number
  [[nodiscard]] bool is_passive(
      std::uint32_t at) const;  ///< a participle whose surface subject undergoes the act

  /// The noun before the hyphen of "NATO-led force" when a token is its participle, or kNone.
  [[nodiscard]] std::uint32_t hyphen_agent(std::uint32_t at) const;

  /// The first of a chain of conjuncts that a token belongs to (itself when there is none).
  [[nodiscard]] std::uint32_t first_conjunct(std::uint32_t at) const;

  /// A nominal with those coordinated with it, in text order. A comma list without "and" whose second part is
  /// no name is an apposition and left out.
  [[nodiscard]] Tokens coordinated(std::uint32_t at) const;

  /// The noun that a clause behind "and" lost to the list before it: "doctors to Angola and Italy sent ...";
  /// or kNone.
  [[nodiscard]] std::uint32_t stolen_subject(std::uint32_t verb) const;

  /// The verb (or copula, or root) whose clause a token stands in: itself when it is one.
  [[nodiscard]] std::uint32_t clause_of(std::uint32_t at) const;

  /// Index into Reading::sentences.
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t at) const { return sentence_of_[at]; }

 private:
  [[nodiscard]] std::uint32_t stray_conjunct(std::uint32_t at) const;

  const Reading& reading_;
  Children children_;
  std::vector<std::string> lemmas_, lower_;
  std::vector<std::uint32_t> sentence_of_;
};

/// Bound on every climb of a tree, against malformed input.
inline constexpr int kClimb = 24;

}  // namespace entente::extract
