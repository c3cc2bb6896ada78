// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/roles.hpp"
#include "model/modality.hpp"

namespace entente::extract {

/// How the text puts a predicate: what its own auxiliaries, its modifiers and the clauses above it make of
/// it.
struct Features {
  Modality modality = Modality::asserted;
  bool negated = false;
  bool suppressed = false;  ///< condition, counterfactual, question: nothing is claimed
  Tokens speakers;          ///< who says it, where somebody does
  Tokens embedders;         ///< predicates that embed it, nearest first
};

/// Sets a modality: what is nearer to the predicate decides; a plain "said" above changes nothing.
inline void put(Features& features, Modality modality) {
  if (features.modality == Modality::asserted) features.modality = modality;
}

/// Reads the features of predicates by climbing from them to the root.
class ClauseReader {
 public:
  ClauseReader(const Syntax& syntax, const ontology::Frames& frames, const Roles& roles)
      : syntax_(syntax), frames_(frames), roles_(roles) {}

  /// trigger is a verb, a noun that names an act, or a predicate adjective.
  [[nodiscard]] Features features(std::uint32_t trigger) const;

 private:
  void read_noun(std::uint32_t noun, Features& features) const;
  void read_noun_modifiers(std::uint32_t noun, std::uint32_t carrier, Features& features) const;
  /// apart_from: an argument of the verb whose own "no" has been counted.
  void read_own(std::uint32_t verb, Features& features, std::uint32_t apart_from = kNone) const;
  void read_auxiliaries(std::uint32_t verb, Features& features) const;
  [[nodiscard]] std::uint32_t first_of_list(std::uint32_t verb) const;
  void climb(std::uint32_t at, Features& features) const;
  void climb_aside(std::uint32_t clause, Features& features) const;
  std::uint32_t link(std::uint32_t at, Features& features) const;
  [[nodiscard]] bool is_own_statement(std::uint32_t at) const;
  void read_lack(std::uint32_t without, Features& features) const;
  [[nodiscard]] bool stands_aside(std::uint32_t at) const;
  [[nodiscard]] bool is_infinitive(std::uint32_t verb) const;
  [[nodiscard]] bool is_rejection(std::uint32_t verb) const;
  [[nodiscard]] bool is_elliptical(std::uint32_t verb) const;
  [[nodiscard]] bool is_purpose(std::uint32_t at, std::uint32_t above,
                                const ontology::Embedding& embedding) const;
  std::uint32_t link_complement(std::uint32_t at, std::uint32_t above, Features& features) const;
  std::uint32_t link_adverbial(std::uint32_t at, std::uint32_t above, Features& features) const;
  std::uint32_t link_preposition(std::uint32_t at, std::uint32_t above, Features& features) const;
  std::uint32_t link_noun_clause(std::uint32_t at, std::uint32_t above, Features& features) const;
  void apply(const ontology::Embedding& embedding, std::uint32_t above, bool clause,
             Features& features) const;
  void read_attribution(std::uint32_t at, Features& features) const;
  [[nodiscard]] bool is_negated(std::uint32_t verb, std::uint32_t apart_from = kNone) const;
  [[nodiscard]] bool is_kept_from(std::uint32_t verb) const;
  [[nodiscard]] bool is_vain(std::uint32_t act, std::uint32_t attempt) const;
  [[nodiscard]] bool is_in_no_case(std::uint32_t preposition) const;
  void read_fate(std::uint32_t noun, Features& features) const;
  [[nodiscard]] bool came_to_nothing(std::uint32_t attempt) const;
  [[nodiscard]] bool is_not_carried_out(std::uint32_t act, std::uint32_t plan) const;
  [[nodiscard]] bool is_strained(std::uint32_t noun) const;
  [[nodiscard]] bool is_called_false(std::uint32_t be) const;
  [[nodiscard]] bool is_weighed(std::uint32_t clause) const;
  [[nodiscard]] bool is_condition(std::uint32_t clause) const;
  [[nodiscard]] bool has_future_time(std::uint32_t verb) const;
  [[nodiscard]] bool is_question(std::uint32_t root) const;
  [[nodiscard]] bool is_beyond_doubt(std::uint32_t word) const;

  const Syntax& syntax_;
  const ontology::Frames& frames_;
  const Roles& roles_;
};

/// Whether a word in front of a title says that its bearer is of a country, but not its head.
[[nodiscard]] bool is_opposition(std::string_view word);

/// "opposition leader", "rebel commander".
[[nodiscard]] bool leads_opposition(const Syntax& syntax, std::uint32_t leader);

/// Takes from the features of a noun for an office or standing what belongs to the clause around it; of a
/// firm one (an office, people to whom something is done) also what the clause denies.
void settle_standing(const Syntax& syntax, std::uint32_t noun, bool firm, Features& features);

}  // namespace entente::extract
