// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "ask/interpretation.hpp"
#include "ask/relation_chooser.hpp"
#include "base/result.hpp"

namespace entente::ask {

/// Says for every clause of a settled question which edges it asks for.
class Interpreter {
 public:
  Interpreter(const extract::Resources& resources, const NameIndex& names)
      : resources_(resources), names_(names), chooser_(resources, names) {}

  /// A clause that means no relation is a data error with the nearest forms.
  [[nodiscard]] Result<std::vector<Interpretation>> run(const Question& question) const;

 private:
  [[nodiscard]] Result<Interpretation> interpret(const Clause& clause) const;
  [[nodiscard]] const Phrase* unresolved(const Clause& clause) const;
  [[nodiscard]] Result<Interpretation> interpret_verbs(const Clause& clause) const;
  [[nodiscard]] Result<Interpretation> interpret_acts(const Clause& clause) const;
  [[nodiscard]] std::optional<Interpretation> whereabouts_of_event(const Clause& clause) const;
  [[nodiscard]] std::optional<Clause> as_act(const Clause& clause) const;
  [[nodiscard]] Interpretation location_of(const Phrase& thing, const Clause& clause) const;
  void add_deed(Interpretation& out, const Clause& clause) const;
  void add_other_readings(Interpretation& out, const Clause& clause) const;
  void add_refusal(Interpretation& out, const Clause& clause) const;
  [[nodiscard]] Result<Interpretation> interpret_copula(const Clause& clause) const;
  [[nodiscard]] Result<Interpretation> statements(const Clause& clause) const;
  [[nodiscard]] Interpretation profile(const Phrase& subject) const;
  [[nodiscard]] std::optional<Interpretation> predicate_noun(const Clause& clause) const;
  [[nodiscard]] std::optional<Interpretation> described_holder(const Clause& clause) const;
  [[nodiscard]] std::optional<Interpretation> office_of(const Clause& clause) const;
  [[nodiscard]] Result<Interpretation> interpret_nominal(const Clause& clause) const;
  [[nodiscard]] Result<Interpretation> interpret_embedded(const Clause& clause,
                                                          const ontology::Embedding& embedding) const;
  [[nodiscard]] std::vector<Interpretation> further_parts(const Clause& clause, Interpretation& part) const;
  void add_helper_part(std::vector<Interpretation>& out, const Clause& clause, Interpretation& part,
                       const PrepositionPhrase& each) const;
  void inherit_object(Interpretation& part, const Clause& clause,
                      const std::vector<Interpretation>& before) const;
  [[nodiscard]] Result<Interpretation> promised(const Clause& clause, Result<Interpretation> inner) const;
  [[nodiscard]] std::optional<Clause> as_giving(const Clause& clause) const;
  void add_further_relations(Interpretation& out, const Clause& clause) const;
  void split_directed(Interpretation& part) const;
  [[nodiscard]] std::optional<Interpretation> whereabouts(const Clause& clause) const;
  void add_theme(Interpretation& out, const Phrase& phrase) const;
  [[nodiscard]] Result<Interpretation> asked_content(const Clause& clause) const;
  [[nodiscard]] std::optional<Interpretation> statement_kind_asked(const Clause& clause) const;
  [[nodiscard]] bool means_intention(const Clause& clause, const ontology::Embedding* embedding,
                                     const std::vector<Candidate>& candidates) const;
  [[nodiscard]] Interpretation any_relation(const Clause& clause) const;
  [[nodiscard]] Interpretation office(const Clause& clause, const Phrase* holder, const Phrase* body) const;
  [[nodiscard]] std::optional<Interpretation> between(const Clause& clause) const;
  [[nodiscard]] std::optional<Interpretation> path(const Clause& clause) const;

  [[nodiscard]] std::vector<Candidate> candidates_of(const Clause& clause, const Verb& verb,
                                                     std::vector<Clause>& kept) const;
  [[nodiscard]] const ontology::Embedding* embedding_of(const Clause& clause) const;
  [[nodiscard]] Interpretation from(const Clause& clause, const std::vector<Candidate>& candidates) const;
  void add_rest(Interpretation& out, const Clause& clause, const std::set<const Phrase*>& used) const;
  [[nodiscard]] bool is_somewhere(const Phrase& phrase) const;
  [[nodiscard]] std::string word_for(const Named& named) const;
  void add_word(Interpretation& out, const Phrase& phrase) const;
  void add_adjuncts(Interpretation& out, const Clause& clause) const;
  void set_modality(Interpretation& out, const Clause& clause) const;
  void set_symmetry(Interpretation& out) const;
  [[nodiscard]] End end_of(const Phrase& phrase, Interpretation& out) const;
  void restrict_class(End& end, const Phrase& phrase, Interpretation& out) const;
  void restrict_to_agents(End& end, const std::vector<std::string>& relations, bool is_subject) const;
  [[nodiscard]] std::string label_of(const std::vector<std::string>& relations) const;
  [[nodiscard]] tl::unexpected<Error> no_relation(const Clause& clause) const;

  const extract::Resources& resources_;
  const NameIndex& names_;
  RelationChooser chooser_;
};

}  // namespace entente::ask
