// SPDX-License-Identifier: Apache-2.0
#include "rdf/token_scanner.hpp"

namespace entente::rdf {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

bool ends_word(char c) {
  switch (c) {
    case ',':
    case ';':
    case '[':
    case ']':
    case '(':
    case ')':
    case '#':
    case '<':
    case '"':
    case '\'':
      return true;
    default:
      return is_space(c);
  }
}

}  // namespace

void TokenScanner::feed(char byte) {
  move(byte);
  step(byte);
}

void TokenScanner::move(char byte) {
  if (after_newline_) {
    ++here_.line;
    here_.column = 0;
  }
  after_newline_ = byte == '\n';
  if (!is_continuation(byte)) ++here_.column;
}

void TokenScanner::step(char byte) {
  switch (state_) {
    case State::gap:
      return in_gap(byte);
    case State::word:
      return in_word(byte);
    case State::iri:
      if (byte == '>') state_ = State::gap;
      return;
    case State::comment:
      if (byte == '\n') state_ = State::gap;
      return;
    case State::first_quote:
      if (byte == quote_) {
        state_ = State::two_quotes;
        return;
      }
      state_ = State::text;
      return in_text(byte);
    case State::two_quotes:
      if (byte != quote_) return in_suffix(byte);
      state_ = State::long_text;
      closing_quotes_ = 0;
      return;
    case State::text:
      return in_text(byte);
    case State::long_text:
      return in_long_text(byte);
    case State::suffix:
      return in_suffix(byte);
  }
}

void TokenScanner::in_gap(char byte) {
  if (is_space(byte) || byte == ',' || byte == ';' || byte == '.') return;
  if (byte == '#') {
    state_ = State::comment;
    return;
  }
  if (byte == ']' || byte == ')') {
    if (depth_ > 0) --depth_;
    return;
  }
  token_ = here_;
  if (byte == '[' || byte == '(') {
    ++depth_;
  } else if (byte == '<') {
    state_ = State::iri;
  } else if (byte == '"' || byte == '\'') {
    state_ = State::first_quote;
    quote_ = byte;
  } else {
    state_ = State::word;
    escaped_ = byte == '\\';
  }
}

void TokenScanner::in_word(char byte) {
  if (escaped_) {
    escaped_ = false;
  } else if (byte == '\\') {
    escaped_ = true;
  } else if (ends_word(byte)) {
    state_ = State::gap;
    in_gap(byte);
  }
}

void TokenScanner::in_text(char byte) {
  if (escaped_) {
    escaped_ = false;
  } else if (byte == '\\') {
    escaped_ = true;
  } else if (byte == quote_) {
    state_ = State::suffix;
  }
}

void TokenScanner::in_long_text(char byte) {
  if (byte == quote_ && !escaped_) {
    if (++closing_quotes_ == 3) state_ = State::suffix;
    return;
  }
  closing_quotes_ = 0;
  escaped_ = byte == '\\' && !escaped_;
}

void TokenScanner::in_suffix(char byte) {
  state_ = State::suffix;
  if (byte == '<') {
    state_ = State::iri;
  } else if (ends_word(byte)) {
    state_ = State::gap;
    in_gap(byte);
  }
}

}  // namespace entente::rdf
