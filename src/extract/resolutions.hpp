// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "extract/blocks.hpp"
#include "extract/mapped_text.hpp"
#include "ontology/frames.hpp"

namespace entente::extract {

/// Gives the points of resolutions and communiqués the subject that stands above them: under "The Council,"
/// or "The ministers:" the line "1. Condemns the attack" becomes "It condemns the attack", "Welcoming the
/// offer" becomes "It is welcoming the offer". Blocks come in the order of the text.
class ResolutionReader {
 public:
  explicit ResolutionReader(const ontology::Frames& frames) : frames_(frames) {}

  [[nodiscard]] MappedText with_subject(const MappedText& text, const Block& block);

  /// Of the last block: it names an author for those that follow; it was given a subject.
  [[nodiscard]] bool opened() const { return opened_; }
  [[nodiscard]] bool added() const { return added_; }

 private:
  [[nodiscard]] bool resolves(const std::string& lemma) const;
  [[nodiscard]] std::string subject_for(const std::string& word) const;

  const ontology::Frames& frames_;
  std::string author_;  // "it", "they" or "we"; empty under no author
  bool opened_ = false, added_ = false;
};

}  // namespace entente::extract
