// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "extract/tree.hpp"

namespace entente::extract {

/// What the parts of mend_tree share: questions to the tree as it was before a part began, and moves in it.
class TreeEditor {
 protected:
  explicit TreeEditor(nlp::Analysis& analysis)
      : analysis_(analysis), children_(analysis), ranges_(subtrees(analysis)) {}

  [[nodiscard]] nlp::Token& token(std::uint32_t at) { return analysis_.tokens[at]; }
  [[nodiscard]] const nlp::Token& token(std::uint32_t at) const { return analysis_.tokens[at]; }
  [[nodiscard]] std::string_view text(std::uint32_t at) const { return analysis_.token_text(at); }

  [[nodiscard]] bool is_noun(std::uint32_t at) const { return token(at).tag.starts_with("NN"); }

  /// The first dependent with one of these labels, or kNone.
  [[nodiscard]] std::uint32_t child(std::uint32_t at, std::initializer_list<std::string_view> labels) const {
    for (const std::uint32_t each : children_.of(at))
      if (is_among(token(each).dep, labels)) return each;
    return kNone;
  }

  [[nodiscard]] bool has_child(std::uint32_t at, std::initializer_list<std::string_view> labels) const {
    return child(at, labels) != kNone;
  }

  /// The child of `top` that a token stands under; `top` when it is none.
  [[nodiscard]] std::uint32_t branch_of(std::uint32_t at, std::uint32_t top) const {
    constexpr int kHighest = 12;
    for (int step = 0; step < kHighest && token(at).head != at; ++step) {
      if (token(at).head == top) return at;
      at = token(at).head;
    }
    return top;
  }

  void hang(std::uint32_t at, std::uint32_t above, std::string_view label) {
    token(at).head = above;
    token(at).dep = label;
  }

  nlp::Analysis& analysis_;
  Children children_;               ///< as they were before
  std::vector<TokenRange> ranges_;  ///< of the subtrees, as they were before
};

}  // namespace entente::extract
