// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace entente::nlp {

enum class EntIob : std::uint8_t { outside, begin, inside };

/// One token, as spaCy v3 annotates it. The string_views point into the Pipeline's own tables and live as
/// long as it.
struct Token {
  Span span;                 ///< bytes of Analysis::text
  bool space_after = false;  ///< one U+0020 follows
  bool is_space = false;     ///< a token of white space only
  bool sentence_start = false;
  EntIob ent_iob = EntIob::outside;
  std::uint32_t head = 0;     ///< index of the head token; a root is its own head
  std::string_view tag;       ///< Penn Treebank tag
  std::string_view pos;       ///< Universal POS
  std::string_view dep;       ///< ClearNLP dependency label
  std::string_view ent_type;  ///< OntoNotes type, or empty
  std::string_view morph;     ///< "Number=Sing|Person=3", or empty
  std::string lemma;
};

/// A text with its annotation; token i's text is token_text(i).
struct Analysis {
  std::string text;
  std::vector<Token> tokens;

  [[nodiscard]] std::string_view token_text(std::size_t i) const {
    return std::string_view(text).substr(tokens[i].span.begin, tokens[i].span.size());
  }
};

}  // namespace entente::nlp
