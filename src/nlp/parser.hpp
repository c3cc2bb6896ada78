// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "nlp/parser_state.hpp"
#include "nlp/transition_model.hpp"
#include "nlp/tree.hpp"

namespace entente::nlp {

/// spaCy's dependency parser: the best action in every state, one after the other.
class Parser {
 public:
  struct Scratch {
    ParserState state;
    ExpandedRows rows;
    std::vector<float> scores;
  };

  /// Reads `parser` of a model directory, for token vectors of `width` numbers. Labels are added to `labels`.
  [[nodiscard]] static Result<Parser> load(const std::string& directory, std::size_t width, Labels& labels);

  [[nodiscard]] const TransitionModel& model() const { return model_; }

  /// Parses a document from its projected token vectors (model().project). `history`, if given, gets the
  /// number of every action taken.
  [[nodiscard]] Forest parse(const std::vector<float>& projected, std::size_t tokens, Scratch& scratch,
                             std::vector<std::uint16_t>* history = nullptr) const;

 private:
  struct ParserAction {
    ParserState::Move move = ParserState::Move::shift;
    std::uint16_t label = 0;
  };

  [[nodiscard]] std::size_t best(const ParserState& state, const std::vector<float>& scores) const;

  TransitionModel model_;
  std::vector<ParserAction> actions_;
  std::uint16_t root_label_ = 0;
};

}  // namespace entente::nlp
