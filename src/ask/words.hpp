// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ask/question.hpp"
#include "extract/extract.hpp"

namespace entente::ask {

/// One token of a question.
struct Word {
  std::string text, lower, lemma;
  std::string tag;                 ///< Penn Treebank tag
  std::size_t begin = 0, end = 0;  ///< bytes of the question

  [[nodiscard]] bool is_noun() const { return tag.starts_with("NN"); }
  [[nodiscard]] bool is_proper() const { return tag.starts_with("NNP"); }
  [[nodiscard]] bool is_verb() const { return tag.starts_with("VB"); }
  [[nodiscard]] bool is_number() const { return tag == "CD"; }
  [[nodiscard]] bool is_adjective() const { return tag.starts_with("JJ"); }
  [[nodiscard]] bool is_joint() const;  ///< a comma, a semicolon, and, or, but
};

/// A time expression over words [begin, end).
struct TimeRange {
  std::size_t begin = 0, end = 0;
  TimeWords words;
};

/// A question cut into words, annotated by the pipeline, with its time expressions. Final question marks are
/// left out.
struct Words {
  std::string question;
  std::vector<Word> words;
  std::vector<TimeRange> times;

  [[nodiscard]] std::size_t size() const { return words.size(); }
  [[nodiscard]] const Word& operator[](std::size_t i) const { return words[i]; }
  [[nodiscard]] const std::string& lower(std::size_t i) const;               ///< "" behind the end
  [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const;  ///< as in the question
  [[nodiscard]] const TimeRange* time_at(
      std::size_t i) const;  ///< the expression that begins at a word, or null
};

[[nodiscard]] Words read_words(std::string_view question, const extract::Resources& resources);

}  // namespace entente::ask
