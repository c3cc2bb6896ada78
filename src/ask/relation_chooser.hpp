// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ask/arguments.hpp"
#include "ask/interpretation.hpp"

namespace entente::ask {

/// A relation with the phrases that fill its roles.
struct Candidate {
  std::string relation;
  const Phrase* subject = nullptr;  ///< null: open
  const Phrase* object = nullptr;
  const Phrase* resource = nullptr;
  std::set<const Phrase*> used;  ///< phrases that a role, a theme or a trigger accounts for
  bool pair = false;             ///< subject is a list whose members are both ends
  bool negated = false;          ///< the words deny the relation
  std::string modality;          ///< fixed by the words, or empty
  std::vector<int> rank;         ///< higher is better, compared in order
};

/// Finds relations for verbs and nouns of a question through the frames of extraction, the names of grouping
/// relations, and the trigger words of the vocabulary.
class RelationChooser {
 public:
  RelationChooser(const extract::Resources& resources, const NameIndex& names)
      : resources_(resources), names_(names) {}

  /// The best candidates for a verb of a clause; equal ones together. Empty: the verb means no relation here.
  [[nodiscard]] std::vector<Candidate> for_verb(const Clause& clause, const Verb& verb) const;

  /// The same for a noun that names an act.
  [[nodiscard]] std::vector<Candidate> for_noun(const Clause& clause, const Phrase& noun) const;

  /// Class that a phrase's words name, or empty.
  [[nodiscard]] std::string class_of(const Phrase& phrase) const;
  /// Class of the thing that a phrase stands for: of the named node, else of its words.
  [[nodiscard]] std::string class_of_filler(const Phrase& phrase) const;

  /// The same by the trigger words of the vocabulary alone.
  [[nodiscard]] std::vector<Candidate> from_vocabulary(const Clause& clause, const Verb& verb) const;

 private:
  struct Attempt;
  [[nodiscard]] std::vector<Candidate> for_frames(const Clause& clause,
                                                  const std::vector<Argument>& arguments,
                                                  ontology::WordClass word_class, const std::string& lemma,
                                                  const std::vector<std::string>& particles,
                                                  const Phrase* trigger, bool theme_left_out = false) const;
  [[nodiscard]] bool is_thing_of_its_own(const Phrase* phrase) const;
  [[nodiscard]] std::optional<Candidate> fit(const ontology::Frame& frame, const Attempt& attempt) const;
  [[nodiscard]] bool trigger_fits(const ontology::Frame& frame, const Attempt& attempt, Candidate& out) const;
  [[nodiscard]] bool theme_fits(const ontology::Frame& frame, const Attempt& attempt, Candidate& out) const;
  [[nodiscard]] bool mood_fits(const ontology::Frame& frame, const Clause& clause) const;
  [[nodiscard]] bool suits_question_word(const Phrase& phrase, const std::vector<std::string>& classes) const;
  [[nodiscard]] std::vector<Candidate> for_whole_verb(const Clause& clause, const Verb& verb,
                                                      bool added) const;
  [[nodiscard]] bool classes_fit(const ontology::Frame& frame, const Candidate& candidate) const;
  [[nodiscard]] bool complete(const Attempt& attempt, const Candidate& candidate) const;
  [[nodiscard]] bool compatible(const Phrase* phrase, const std::vector<std::string>& classes) const;
  [[nodiscard]] bool fills_role(const Phrase& phrase, const std::vector<std::string>& role_classes) const;

  void add_grouping(std::vector<Candidate>& candidates, const std::string& lemma, const Clause& clause) const;
  const extract::Resources& resources_;
  const NameIndex& names_;
};

}  // namespace entente::ask
