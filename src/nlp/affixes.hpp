// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

/// The English tokenizer's prefix, suffix and infix regexes, written out by hand. All lengths are in code
/// points.
namespace entente::nlp {

/// Length of the prefix to split off, or 0.
[[nodiscard]] std::size_t prefix_length(std::u32string_view text);

/// Length of the suffix to split off, or 0.
[[nodiscard]] std::size_t suffix_length(std::u32string_view text);

/// Half-open ranges of the infixes, ascending.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> infixes(std::u32string_view text);

/// True if the whole text (without white space) is a web address or the like.
[[nodiscard]] bool looks_like_url(std::u32string_view text);

}  // namespace entente::nlp
