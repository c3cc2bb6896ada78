// SPDX-License-Identifier: Apache-2.0
#include "nlp/parser_state.hpp"

#include "nlp/transition_model.hpp"

namespace entente::nlp {

namespace {

std::size_t at(int token) {
  return static_cast<std::size_t>(token);
}

int last_child(const std::vector<int>& lasts, int token) {
  return token == kNoToken ? kNoToken : lasts[at(token)];
}

}  // namespace

void ParserState::start(std::size_t tokens) {
  tokens_ = tokens;
  next_ = 0;
  stack_.clear();
  returned_.clear();
  head_.assign(tokens, kNoToken);
  label_.assign(tokens, 0);
  last_left_.assign(tokens, kNoToken);
  last_right_.assign(tokens, kNoToken);
  earlier_.assign(tokens, kNoToken);
  unshiftable_.assign(tokens, false);
  sentence_start_.assign(tokens, false);
  if (tokens > 0) sentence_start_[0] = true;
}

int ParserState::stack(std::size_t depth) const {
  return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNoToken;
}

int ParserState::buffer(std::size_t place) const {
  if (place < returned_.size()) return returned_[returned_.size() - 1 - place];
  const std::size_t token = next_ + place - returned_.size();
  return token < tokens_ ? static_cast<int>(token) : kNoToken;
}

std::array<bool, ParserState::kMoves> ParserState::valid_moves() const {
  const int b0 = buffer(0);
  const int b1 = buffer(1);
  const bool stacked = !stack_.empty();
  const bool two_left = buffer_size() >= 2;
  const bool inside = !starts_sentence(b0);
  const bool shift = !stacked || (two_left && inside && !unshiftable_[at(b0)]);
  const bool arc = stacked && b0 != kNoToken && inside;
  return {shift, stacked, arc, arc, two_left && b1 == b0 + 1 && !starts_sentence(b1)};
}

std::array<int, ParserState::kSlots> ParserState::features() const {
  const int b0 = buffer(0);
  const int s0 = stack(0);
  return {b0,
          buffer(1),
          s0,
          stack(1),
          stack(2),
          last_child(last_left_, b0),
          last_child(last_left_, s0),
          last_child(last_right_, s0)};
}

void ParserState::add_arc(int head, int child, std::uint16_t label) {
  const int old = head_[at(child)];
  if (old != kNoToken) {
    int& last = old > child ? last_left_[at(old)] : last_right_[at(old)];
    if (last == child) last = earlier_[at(child)];
  }
  int& last = head > child ? last_left_[at(head)] : last_right_[at(head)];
  earlier_[at(child)] = last;
  last = child;
  head_[at(child)] = head;
  label_[at(child)] = label;
}

void ParserState::push_buffer_front() {
  stack_.push_back(buffer(0));
  if (returned_.empty())
    ++next_;
  else
    returned_.pop_back();
}

void ParserState::reduce() {
  const int s0 = stack_.back();
  if (head_[at(s0)] == kNoToken && stack_.size() > 1) {
    unshiftable_[at(s0)] = true;
    returned_.push_back(s0);
  }
  stack_.pop_back();
}

void ParserState::apply(Move move, std::uint16_t label) {
  switch (move) {
    case Move::shift:
      push_buffer_front();
      break;
    case Move::reduce:
      reduce();
      break;
    case Move::left:
      add_arc(buffer(0), stack_.back(), label);
      unshiftable_[at(buffer(0))] = false;
      stack_.pop_back();
      break;
    case Move::right:
      add_arc(stack_.back(), buffer(0), label);
      push_buffer_front();
      break;
    case Move::sentence_break:
      sentence_start_[at(buffer(1))] = true;
      break;
  }
}

}  // namespace entente::nlp
