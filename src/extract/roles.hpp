// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/syntax.hpp"
#include "ontology/frames.hpp"

namespace entente::extract {

/// How a role was found; names the step of a rule ("provide-aid/passive") and weighs in the confidence.
enum class Step : std::uint8_t {
  direct,      ///< a dependent of the trigger
  passive,     ///< agent or patient of a passive
  conjunct,    ///< carried over from a coordinated verb
  control,     ///< carried over from an embedding verb, a participle or infinitive clause
  relative,    ///< the noun that a relative clause or participle stands with
  light_verb,  ///< argument of the light verb that carries the noun
  nominal,     ///< possessor, adjective or preposition of a noun
  described,   ///< what a noun is said of: copula, apposition
  lifted,      ///< holder or target of the thing that stands there
  context,     ///< not in the clause: from the sentences before
};

[[nodiscard]] std::string_view to_text(Step step);

/// Tokens that fill a role (nominal heads, coordination and relative pronouns resolved), and how they were
/// found.
struct Filler {
  Tokens tokens;
  Step step = Step::direct;
  [[nodiscard]] bool empty() const { return tokens.empty(); }
};

/// Finds the roles of predicates in the tree: the one place that knows passives, relative clauses, control,
/// coordination and light verbs. Every frame reads its slots through it.
class Roles {
 public:
  Roles(const Syntax& syntax, const ontology::Frames& frames)
      : syntax_(syntax),
        frames_(frames),
        subjects_(syntax.size()),
        objects_(syntax.size()),
        expanded_(syntax.size()),
        governed_(syntax.size()),
        light_verbs_(syntax.size()),
        converse_verbs_(syntax.size()) {}

  [[nodiscard]] const Filler& subject(std::uint32_t verb) const;  ///< who acts
  [[nodiscard]] const Filler& object(std::uint32_t verb) const;   ///< who or what undergoes
  [[nodiscard]] Filler dative(std::uint32_t verb) const;
  /// Object of a preposition on the predicate, or on its object; "of" only on the object of a verb when
  /// nothing else has it.
  [[nodiscard]] Filler preposition(std::uint32_t trigger, std::string_view word) const;

  /// What stands behind "not" and that preposition on a verb: "to X, not to Y".
  [[nodiscard]] Tokens denied(std::uint32_t at, std::string_view word) const;
  [[nodiscard]] bool has_preposition(std::uint32_t trigger,
                                     std::string_view word) const;  ///< also with a clause behind it
  [[nodiscard]] Filler complement_subject(std::uint32_t verb) const;

  [[nodiscard]] Filler noun_subject(std::uint32_t noun, bool of_is_subject) const;
  [[nodiscard]] Filler noun_object(std::uint32_t noun, bool of_is_subject) const;
  [[nodiscard]] Filler possessor(
      std::uint32_t noun) const;  ///< possessive, national adjective or name before it
  [[nodiscard]] Filler described(
      std::uint32_t noun) const;  ///< what it is said of: "X is a member", "X, a member"
  /// The "one" of "X is one of its members", else the noun itself.
  [[nodiscard]] std::uint32_t predicate_of(std::uint32_t noun) const;
  [[nodiscard]] Filler owner(
      std::uint32_t noun) const;  ///< possessor, of-, by-, from-phrase, subject of its relative clause

  /// The verb that only carries a noun ("hold talks"), or kNone; and one that turns its roles round ("faced
  /// criticism").
  [[nodiscard]] std::uint32_t light_verb(std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t converse_verb(std::uint32_t noun) const;

  /// True for a verb with this particle ("turn down", "speak highly of", "take into_custody"); "" is always
  /// there.
  [[nodiscard]] bool has_particle(std::uint32_t trigger, std::string_view particle) const;

  /// What a word does to the clause or noun below it, with its particle or preposition ("call on"), or null.
  [[nodiscard]] const ontology::Embedding* embedding_of(std::uint32_t token, bool finite = false) const;

  /// The nouns that a verb acts on, objects of the noun's own "of" included ("a series of talks"): themes are
  /// read off them.
  [[nodiscard]] Tokens themes(std::uint32_t verb) const;

  /// Nominal heads with coordination, "such as" members, partitives ("one of the X") and relative pronouns
  /// resolved.
  [[nodiscard]] const Tokens& expand(std::uint32_t nominal) const;

  /// True of a noun that names what a clause tells: a move, a step.
  [[nodiscard]] bool is_deed(std::uint32_t noun) const {
    return frames_.in_list("NamedDeed", syntax_.lemma(noun));
  }

 private:
  [[nodiscard]] Filler find_subject(std::uint32_t verb) const;
  [[nodiscard]] Filler find_object(std::uint32_t verb) const;
  [[nodiscard]] Tokens find_expanded(std::uint32_t nominal) const;
  [[nodiscard]] bool rules_by(std::uint32_t verb) const;
  [[nodiscard]] Filler find_governed(std::uint32_t trigger, std::string_view word) const;
  void add_companion(std::uint32_t preposition, Tokens& found) const;
  Filler asked_by(std::uint32_t noun, std::uint32_t clause, int depth) const;
  [[nodiscard]] Filler named_ones(std::uint32_t noun) const;
  [[nodiscard]] bool says_of_others(std::uint32_t noun, std::uint32_t clause) const;
  [[nodiscard]] bool is_behind_preposition(std::uint32_t clause) const;
  [[nodiscard]] std::uint32_t worth_of(std::uint32_t amount) const;
  Filler financed_thing(std::uint32_t verb, std::uint32_t above, int depth) const;
  [[nodiscard]] Tokens late_agent(std::uint32_t verb) const;
  [[nodiscard]] Tokens names_behind(std::uint32_t plural) const;
  void add_others_who_did(std::uint32_t verb, Tokens& found) const;
  Filler surface_subject(std::uint32_t verb, int depth) const;
  [[nodiscard]] bool is_behind_asked(std::uint32_t verb, std::uint32_t infinitive) const;
  Filler inherited_subject(std::uint32_t verb, int depth) const;
  [[nodiscard]] bool answers_deeds(std::uint32_t verb) const;
  [[nodiscard]] bool preceded_by_noun(std::uint32_t verb) const;
  Filler controller(std::uint32_t embedding, int depth) const;
  [[nodiscard]] Filler said_to_be(std::uint32_t adjective, int depth) const;
  [[nodiscard]] Filler holder_of_named(std::uint32_t verb) const;
  Filler subject_of_modifier(std::uint32_t verb, int depth) const;
  Filler subject_after_preposition(std::uint32_t verb, int depth) const;
  [[nodiscard]] bool leaves_place(std::uint32_t noun) const;
  [[nodiscard]] bool asks_of_others(std::uint32_t verb, std::uint32_t subject) const;
  Filler own_object(std::uint32_t verb, int depth) const;
  Filler controlling_object(std::uint32_t verb, int depth) const;
  [[nodiscard]] std::uint32_t verb_joined_to(std::uint32_t verb) const;
  [[nodiscard]] Filler companion_before(std::uint32_t verb) const;
  [[nodiscard]] std::uint32_t equating_verb(std::uint32_t noun) const;
  [[nodiscard]] std::uint32_t whole_list(std::uint32_t noun, std::uint32_t participle) const;
  [[nodiscard]] std::uint32_t carrier(std::uint32_t noun, std::string_view list) const;
  [[nodiscard]] bool is_stranded(std::uint32_t verb, std::string_view word) const;
  /// Adds what a preposition governs, with what is coordinated with it.
  void add_object_of(std::uint32_t preposition, Tokens& found) const;
  [[nodiscard]] bool is_denied(std::uint32_t preposition) const;
  void add_objects_of(std::uint32_t at, std::string_view word, Tokens& found) const;
  void add_behind_adverb(std::uint32_t adverb, std::string_view word, Tokens& found) const;
  void add_behind_name(std::uint32_t trigger, std::string_view word, Tokens& found) const;
  void add_agent_behind_object(std::uint32_t noun, Tokens& found) const;
  void add_on_happening(std::uint32_t noun, std::string_view word, Tokens& found) const;
  [[nodiscard]] std::uint32_t antecedent(std::uint32_t pronoun) const;
  [[nodiscard]] std::uint32_t through_partitive(std::uint32_t nominal) const;

  const Syntax& syntax_;
  const ontology::Frames& frames_;
  // What was found for a token, since frames ask the same again and again; a Roles is one thread's.
  mutable std::vector<std::optional<Filler>> subjects_, objects_;
  mutable std::vector<std::optional<Tokens>> expanded_;
  mutable std::vector<std::vector<std::pair<std::string, Filler>>> governed_;  ///< by preposition
  mutable std::vector<std::optional<std::uint32_t>> light_verbs_, converse_verbs_;
};

}  // namespace entente::extract
