// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "ask/phrase_reader.hpp"
#include "ask/question.hpp"
#include "ask/words.hpp"
#include "base/result.hpp"

namespace entente::ask {

/// Reads a question into clauses by the order of English questions: question word, auxiliary, subject, verb,
/// objects. The parser's tags say what is a verb; where they cannot be right (no verb behind "what did X"),
/// the order does.
class ClauseReader {
 public:
  ClauseReader(const Words& words, const PhraseReader& phrases) : words_(words), phrases_(phrases) {}

  /// A part that fits no form is a data error with its place.
  [[nodiscard]] Result<Question> read() const;

 private:
  using Position = std::size_t;
  struct Bounds {
    Position begin = 0, end = 0;
  };

  [[nodiscard]] std::vector<Bounds> split() const;
  [[nodiscard]] bool opens_clause(Position at) const;

  [[nodiscard]] Result<Clause> read_clause(Bounds bounds) const;
  [[nodiscard]] Status read_front(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_behind_question_word(Clause& clause, Phrase asked, std::string preposition,
                                                 Position& at, Position end) const;
  [[nodiscard]] bool is_relative(Position at, Position end) const;
  [[nodiscard]] Status read_relative(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Result<Phrase> read_argument(Position& at, Position end) const;
  [[nodiscard]] Status read_attached(Clause& clause, Phrase& phrase, Position& at, Position end) const;
  [[nodiscard]] Status read_claim(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_said(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_inverted(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_subject(Clause& clause, Position& at, Position verb) const;
  [[nodiscard]] Status read_verbs(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_complements(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_one_complement(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_infinitive(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_listed(Clause& clause, Position& at, Position end) const;
  [[nodiscard]] Status read_preposition(Clause& clause, Position& at, Position end) const;

  void place_front(Clause& clause, Phrase asked, const std::string& preposition, bool is_subject) const;
  void place_object(Clause& clause, Phrase phrase) const;
  void take_auxiliary(Clause& clause, Position at) const;
  [[nodiscard]] Position take_rank(Clause& clause, Position at, Position end) const;
  [[nodiscard]] Position skip_fillers(Clause& clause, Position at, Position end) const;
  [[nodiscard]] Position verb_behind_subject(Position at, Position end, bool participle) const;
  [[nodiscard]] Position take_prospect(Clause& clause, Position at, Position end, bool& be) const;
  [[nodiscard]] std::string base_of_gerund(const std::string& word) const;
  [[nodiscard]] bool is_verb_in_relative(Position subject, Position at, Position end) const;
  [[nodiscard]] Position verb_tagged_as_noun(Position at, Position end) const;
  [[nodiscard]] bool is_main_verb(Position at, Position end) const;
  [[nodiscard]] Verb verb_at(Position at) const;
  [[nodiscard]] tl::unexpected<Error> not_understood(Position at, Position end) const;

  const Words& words_;
  const PhraseReader& phrases_;
};

}  // namespace entente::ask
