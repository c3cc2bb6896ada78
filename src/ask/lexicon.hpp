// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/vocabulary.hpp"

/// The closed classes of English that questions are made of. Verbs and nouns of relations are not here: they
/// come from frames and vocabulary.
namespace entente::ask {

/// What a question word asks for.
enum class Wh { none, who, what, which, whose, where, when, why, how, how_many, how_much, how_long };

[[nodiscard]] Wh wh_of(std::string_view lower_word);
[[nodiscard]] bool is_adjunct(Wh wh);  ///< asks for time, place, reason or manner, not for who or what

[[nodiscard]] bool is_preposition(std::string_view lower_word);
[[nodiscard]] bool is_pronoun(std::string_view lower_word);     ///< he, it, them, its, ...
[[nodiscard]] bool is_reflexive(std::string_view lower_word);   ///< himself, ...
[[nodiscard]] bool is_determiner(std::string_view lower_word);  ///< the, any, all, ...
[[nodiscard]] bool is_negation(std::string_view lower_word);    ///< not, never, n't, neither, ...
[[nodiscard]] bool is_filler(
    std::string_view lower_word);  ///< adverbs that do not change the answer: ever, already, ...

/// do, have, be, get (passive), modals; "" for other words.
[[nodiscard]] std::string_view auxiliary_of(std::string_view lower_word);
[[nodiscard]] bool is_modal(std::string_view lower_word);

/// Local names of the modalities that a modal verb asks for; empty for "can" and the like.
[[nodiscard]] std::vector<std::string> modalities_of_modal(std::string_view lower_word);

/// How statements are called by their modality: "plan" -> Planned, "duty" -> Obligation, "denial" -> negated.
struct StatementKind {
  std::string modality;  ///< local name, or empty for a denial
  bool negated = false;
};
[[nodiscard]] std::optional<StatementKind> statement_kind_of(std::string_view noun_lemma);

/// Nouns for edges themselves: "statement", "relation", "fact".
[[nodiscard]] bool is_statement_noun(std::string_view noun_lemma);

/// The edge property that a noun asks for: "month" -> when, "amount" -> quantity, "office" -> office; or
/// empty.
[[nodiscard]] std::string_view attribute_of(std::string_view noun_lemma);

/// The class that a noun, with its modifiers before it, names: "political parties" -> PoliticalParty. Words
/// are lemmas in order, the noun last. How many of the last words the class took is put into used.
[[nodiscard]] std::optional<std::string> class_of_words(const ontology::Vocabulary& vocabulary,
                                                        const std::vector<std::string>& lemmas,
                                                        std::size_t& used);

/// Relations that a verb of talking asks for beside the one its frame has: "spoke to" asks for any
/// conversation, "got in touch with" for messages too. None for other verbs. Words are those behind the verb.
[[nodiscard]] std::vector<std::string> further_relations(std::string_view verb_lemma,
                                                         const std::vector<std::string>& words);

/// The verb of a noun for who does it: "founder" -> "found", "donor" -> "donate"; empty for other nouns.
[[nodiscard]] std::string_view verb_of_agent(std::string_view noun_lemma);

/// A small number in words or digits; 1 for other words.
[[nodiscard]] std::size_t number_of(std::string_view lower_word);

/// What sentences are searched for: a lemma without an ending that a plural changes, "countr" of "country".
[[nodiscard]] std::string search_word(const std::string& lemma);

/// Past tense of a verb's base form, as relation labels use it.
[[nodiscard]] std::string past_of(std::string_view lemma);

}  // namespace entente::ask
