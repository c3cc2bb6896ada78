// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::query {

enum class TokenKind {
  end,
  name,         ///< a word: keyword, variable, label ...; keywords are known by their place, not by the lexer
  quoted_name,  ///< `any text`, never a keyword
  integer,
  real,
  string,
  parameter,  ///< $name
  symbol,     ///< punctuation, one or two characters
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::string text;  ///< names and strings decoded, numbers and symbols as written, parameters without '$'
  std::size_t begin = 0;  ///< bytes of the query
  std::size_t end = 0;
  std::uint32_t closing = 0;  ///< of an opening bracket: index of its closing token, or 0
};

/// All tokens of a text; the last one is always TokenKind::end.
using Tokens = std::vector<Token>;

}  // namespace entente::query
