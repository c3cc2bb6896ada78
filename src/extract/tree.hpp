// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.hpp"
#include "model/reading.hpp"

namespace entente::extract {

/// Questions about the dependency tree and the words of an analysis. Tokens are indices into
/// Analysis::tokens.

/// For every token its dependents in text order: built once a reading, O(n).
class Children {
 public:
  explicit Children(const nlp::Analysis& analysis);
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t token) const {
    return {all_.data() + first_[token], all_.data() + first_[token + 1]};
  }

 private:
  std::vector<std::uint32_t> first_, all_;  ///< those of token t stand at all_[first_[t]] to first_[t + 1]
};

/// Half-open token range covered by a token and all below it.
struct TokenRange {
  std::uint32_t begin = 0, end = 0;
};

/// The ranges of all tokens; the heads must form trees.
[[nodiscard]] std::vector<TokenRange> subtrees(const nlp::Analysis& analysis);

/// "ruling", "verdict": what judges give, so that "by X" behind it tells whose it is.
[[nodiscard]] inline bool is_ruling(std::string_view lemma) {
  return one_of(lemma, {"ruling", "decision", "verdict", "judgment", "judgement"});
}

[[nodiscard]] std::string lower_text(const nlp::Analysis& analysis, std::uint32_t token);

/// Words of tokens [begin, end) as they stand in the original document (hyphens and all), runs of white space
/// one space.
[[nodiscard]] std::string original_words(const Reading& reading, std::uint32_t begin, std::uint32_t end);

}  // namespace entente::extract
