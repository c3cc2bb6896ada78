// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "ask/question.hpp"
#include "ask/words.hpp"
#include "base/result.hpp"

namespace entente::ask {

/// The name that an error of PhraseReader says is unknown; empty for other errors.
[[nodiscard]] std::string unknown_name_of(const Error& error);

/// Reads noun phrases of a question: names of the graph, nouns, pronouns, question words with their noun.
class PhraseReader {
 public:
  PhraseReader(const Words& words, const NameIndex& names, const extract::Resources& resources)
      : words_(words),
        names_(names),
        vocabulary_(*resources.vocabulary),
        nouns_(*resources.nouns),
        frames_(*resources.frames) {}

  /// True when a phrase can begin at the word.
  [[nodiscard]] bool starts_phrase(std::size_t at, std::size_t end) const;

  /// Reads a phrase from word `at` on, which moves behind it, with what is joined to it. A proper noun that
  /// the graph does not know is a data error with the nearest name.
  [[nodiscard]] Result<Phrase> read(std::size_t& at, std::size_t end) const;

  /// Words that the longest name of the graph from here takes; 0 for none.
  [[nodiscard]] std::size_t name_length(std::size_t at, std::size_t end) const;

  /// True for a lemma that some frame, or an embedding ("plan to ..."), has as its verb.
  [[nodiscard]] bool is_verb_lemma(const std::string& lemma) const;

 private:
  struct Match {
    std::size_t words = 0;
    Named named;
  };
  [[nodiscard]] Match longest_name(std::size_t at, std::size_t end) const;
  [[nodiscard]] std::vector<graph::NodeId> nodes_called(std::size_t at, std::size_t count, std::size_t end,
                                                        bool& adjective) const;
  [[nodiscard]] bool may_be_name(std::size_t at, std::size_t count, std::size_t end,
                                 const std::vector<graph::NodeId>& nodes) const;
  [[nodiscard]] bool is_unknown_name(std::size_t at) const;
  [[nodiscard]] bool in_noun_run(std::size_t at, std::size_t end) const;
  [[nodiscard]] bool continues_list(std::size_t at, std::size_t end, std::size_t& next) const;

  [[nodiscard]] Result<Phrase> read_one(std::size_t& at, std::size_t end) const;
  [[nodiscard]] Result<Phrase> read_question_word(std::size_t& at, std::size_t end) const;
  [[nodiscard]] Result<Phrase> read_nouns(std::size_t& at, std::size_t end, Phrase phrase) const;
  void describe(Phrase& phrase, std::size_t& at, std::size_t end) const;
  [[nodiscard]] tl::unexpected<Error> not_understood(std::size_t begin, std::size_t end) const;
  [[nodiscard]] tl::unexpected<Error> unknown_name(std::size_t begin, std::size_t end) const;

  const Words& words_;
  const NameIndex& names_;
  const ontology::Vocabulary& vocabulary_;
  const ontology::Nouns& nouns_;
  const ontology::Frames& frames_;
};

}  // namespace entente::ask
