// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace entente::nlp {

/// What is best for one call of Pipeline::analyse(): it takes about 600 bytes of memory for a token, so 30 MB
/// for this much prose and 150 MB for this much punctuation, and linear time.
constexpr std::size_t kChunkBytes = 256 * 1024;

/// Cuts well-formed UTF-8 into pieces of at most `limit` bytes (at least 16) that make up the whole text,
/// each behind the last blank line, else the last end of a sentence, else the last white space of its second
/// half, else anywhere between two code points. Takes linear time, also for one line without end.
[[nodiscard]] std::vector<Span> chunks(std::string_view text, std::size_t limit = kChunkBytes);

}  // namespace entente::nlp
