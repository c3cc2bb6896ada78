// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ask/lexicon.hpp"
#include "ask/name_index.hpp"
#include "model/values.hpp"

/// What a question says, before it meets relations: clauses of verbs and phrases. Plain values.
namespace entente::ask {

/// A noun phrase, a name, a pronoun or a question word with what belongs to it.
struct Phrase {
  Wh wh = Wh::none;           ///< it is asked for
  std::string text;           ///< as in the question
  std::vector<Named> names;   ///< several when joined by and, or
  bool alternatives = false;  ///< the names are joined by "or"
  std::string head;           ///< lemma of the head noun; empty for bare names, question words and pronouns
  std::vector<std::string> lemmas;  ///< of modifiers and head, in order
  std::string pronoun;              ///< lower case
  std::vector<Phrase> owner;        ///< "China's", "its", "Kenyan": none or one
  std::vector<Phrase> others;       ///< further noun phrases joined to this one
  std::vector<Named> described;     ///< things of the graph that noun and owner describe: "the congress of X"
  std::string tail_preposition;     ///< "of", and what stands behind it, read as part of the description
  std::vector<Phrase> tail;
  int relative = -1;             ///< index of the clause's relative that restricts it
  int same_as = -1;              ///< index of an earlier clause whose variable it takes up ...
  bool same_as_subject = false;  ///< ... and which end of it

  [[nodiscard]] bool is_asked() const { return wh != Wh::none; }
  [[nodiscard]] bool is_named() const { return !names.empty(); }
};

struct Verb {
  std::string lemma;
  std::vector<std::string> particles;  ///< words right behind it that may belong to it: "on", "out", "over"
  std::string text;
};

struct PrepositionPhrase {
  std::string preposition;
  std::optional<Phrase> phrase;  ///< nothing: stranded, "to" in "whom did it give aid to"
  bool added = false;  ///< from a clause without a verb behind this one: "..., from how many countries"
};

/// A time restriction, such as "in June" or "since 2019".
struct TimeWords {
  std::string preposition;  ///< lower case, or empty
  TimeSpan span;
};

struct Clause {
  std::vector<Verb> verbs;   ///< joined by and, or, comma
  std::vector<Verb> listed;  ///< in brackets behind them: they say which relations are meant
  std::optional<Phrase> subject, object, second;  ///< as the grammar has it; of a passive the subject
                                                  ///< undergoes it. second: the receiver beside an object
  bool fronted = false;  ///< the object was read before the verb: "what did X give Y"
  std::vector<PrepositionPhrase> prepositions;
  std::vector<Clause> complement;       ///< "to ..." behind the verb: none or one
  std::vector<Wh> adjuncts;             ///< when, where, why, how, how much, how many by themselves
  std::vector<std::string> attributes;  ///< edge properties asked for by a noun: "office", "when", "content"
  std::vector<TimeWords> times;
  std::string modal;  ///< "will", or empty
  bool passive = false, negated = false, only = false, yes_no = false, copula = false;
  bool now = false;           ///< what holds at present
  bool said = false;          ///< "who says that ...": whose claim it is, is asked for
  bool any_modality = false;  ///< however it is put
  bool support = false;       ///< a relative clause: asked by way of another
  enum class Rank { none, most, fewest };
  Rank rank = Rank::none;          ///< "most countries", "the fewest meetings"
  std::size_t rank_count = 1;      ///< "top three"
  std::vector<Clause> relatives;   ///< of its phrases: "the people that attended Y"
  std::size_t begin = 0, end = 0;  ///< bytes of the question

  [[nodiscard]] bool has_verb() const { return !verbs.empty() || copula; }
};

/// "most" and "fewest" rank what is asked for by its number of facts.
[[nodiscard]] inline Clause::Rank rank_of(std::string_view lower_word) {
  if (lower_word == "most") return Clause::Rank::most;
  return lower_word == "fewest" || lower_word == "least" ? Clause::Rank::fewest : Clause::Rank::none;
}

struct Question {
  std::string text;
  std::vector<Clause> clauses;
};

}  // namespace entente::ask
