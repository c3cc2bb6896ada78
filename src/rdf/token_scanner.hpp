// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::rdf {

/// Follows the bytes of Turtle or N-Triples just closely enough to know where the current token began and how
/// deep the brackets are; Serd tells neither. It accepts everything and judges nothing.
class TokenScanner {
 public:
  struct Position {
    std::size_t line = 1, column = 0;  ///< from 1, columns in code points
  };

  /// The next byte that the parser sees.
  void feed(char byte);

  [[nodiscard]] Position here() const { return here_; }  ///< of the last byte fed
  [[nodiscard]] Position token_start() const {
    return token_;
  }  ///< of the last token begun (a literal with its tag is one)
  [[nodiscard]] std::size_t depth() const { return depth_; }  ///< open [ and (

 private:
  enum class State : std::uint8_t {
    gap,          ///< between tokens
    word,         ///< name, number, keyword, blank node
    iri,          ///< inside < >
    comment,      ///< to the end of the line
    first_quote,  ///< one quote read: a short string, or the first of two or three
    two_quotes,   ///< an empty string, or two of three
    text,         ///< inside a short string
    long_text,    ///< inside a long string
    suffix,       ///< behind a string: @en, ^^type or the end of the token
  };

  void move(char byte);
  void step(char byte);
  void in_gap(char byte);
  void in_word(char byte);
  void in_text(char byte);
  void in_long_text(char byte);
  void in_suffix(char byte);

  Position here_, token_;
  std::size_t depth_ = 0;
  State state_ = State::gap;
  char quote_ = '"';
  int closing_quotes_ = 0;  ///< of a long string, in a row
  bool escaped_ = false;    ///< the byte before was a backslash
  bool after_newline_ = false;
};

}  // namespace entente::rdf
