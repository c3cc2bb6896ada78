// SPDX-License-Identifier: Apache-2.0
#include "nlp/parser_state.hpp"

#include "support/catch.hpp"

using entente::nlp::ParserState;
using Move = ParserState::Move;

namespace {

std::vector<int> features(const ParserState& state) {
  const auto all = state.features();
  return {all.begin(), all.end()};
}

bool valid(const ParserState& state, Move move) {
  return state.valid_moves()[static_cast<std::size_t>(move)];
}

}  // namespace

TEST_CASE("a sentence is parsed to the end") {
  ParserState state;
  state.start(3);  // "China provided aid"
  CHECK(features(state) == std::vector<int>{0, 1, -1, -1, -1, -1, -1, -1});
  state.apply(Move::shift, 0);
  state.apply(Move::left, 7);
  CHECK(state.head(0) == 1);
  CHECK(state.label(0) == 7);
  CHECK(features(state) == std::vector<int>{1, 2, -1, -1, -1, 0, -1, -1});
  state.apply(Move::shift, 0);
  state.apply(Move::right, 8);
  CHECK(features(state) == std::vector<int>{-1, -1, 2, 1, -1, -1, -1, -1});
  state.apply(Move::reduce, 0);
  CHECK(features(state) == std::vector<int>{-1, -1, 1, -1, -1, -1, 0, 2});
  state.apply(Move::reduce, 0);
  CHECK(state.is_final());
}

TEST_CASE("a token without a head goes back to the buffer, and may not be shifted again") {
  ParserState state;
  state.start(3);
  state.apply(Move::shift, 0);
  state.apply(Move::shift, 0);
  state.apply(Move::reduce, 0);
  CHECK(features(state) == std::vector<int>{1, 2, 0, -1, -1, -1, -1, -1});
  CHECK_FALSE(valid(state, Move::shift));
  CHECK(valid(state, Move::right));
}

TEST_CASE("a new head takes the place of the old one") {
  ParserState state;
  state.start(3);
  state.apply(Move::shift, 0);
  state.apply(Move::right, 1);  // 0 -> 1
  CHECK(state.head(1) == 0);
  state.apply(Move::left, 2);  // 2 -> 1
  CHECK(state.head(1) == 2);
  CHECK(features(state) == std::vector<int>{2, -1, 0, -1, -1, 1, -1, -1});
}

TEST_CASE("a sentence break keeps the next token from joining") {
  ParserState state;
  state.start(3);
  state.apply(Move::shift, 0);
  CHECK(valid(state, Move::sentence_break));
  state.apply(Move::sentence_break, 0);  // before token 2
  CHECK_FALSE(valid(state, Move::sentence_break));
  state.apply(Move::right, 1);
  CHECK_FALSE(valid(state, Move::left));
  CHECK_FALSE(valid(state, Move::right));
  CHECK_FALSE(valid(state, Move::shift));
  state.apply(Move::reduce, 0);
  state.apply(Move::reduce, 0);
  CHECK(valid(state, Move::shift));
}
