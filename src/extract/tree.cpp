// SPDX-License-Identifier: Apache-2.0
#include "extract/tree.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::extract {

Children::Children(const nlp::Analysis& analysis)
    : first_(analysis.tokens.size() + 1, 0), all_(analysis.tokens.size()) {
  const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
  for (std::uint32_t i = 0; i < size; ++i)
    if (analysis.tokens[i].head != i) ++first_[analysis.tokens[i].head + 1];
  for (std::uint32_t i = 0; i < size; ++i) first_[i + 1] += first_[i];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < size; ++i)
    if (analysis.tokens[i].head != i) all_[next[analysis.tokens[i].head]++] = i;
}

std::vector<TokenRange> subtrees(const nlp::Analysis& analysis) {
  const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
  std::vector<TokenRange> ranges(size);
  for (std::uint32_t i = 0; i < size; ++i) ranges[i] = {i, i + 1};
  for (std::uint32_t i = 0; i < size; ++i) {
    std::uint32_t above = analysis.tokens[i].head;
    // Whoever has been widened over i has had all above it widened too.
    for (std::uint32_t at = i; above != at; at = above, above = analysis.tokens[at].head) {
      if (ranges[above].begin <= i && i < ranges[above].end) break;
      ranges[above].begin = std::min(ranges[above].begin, i);
      ranges[above].end = std::max(ranges[above].end, i + 1);
    }
  }
  return ranges;
}

std::string lower_text(const nlp::Analysis& analysis, std::uint32_t token) {
  return utf8::lower(analysis.token_text(token));
}

std::string original_words(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  std::string words;
  if (begin >= end) return words;
  const std::string& text = reading.analysis.text;
  const std::string& source = reading.document->text;
  const std::uint32_t first = reading.analysis.tokens[begin].span.begin,
                      last = reading.analysis.tokens[end - 1].span.end;
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t from = reading.original[i];
    if (i > first && from == reading.original[i - 1]) continue;  // written by the repair
    const bool blank = text[i] == ' ' || text[i] == '\n';
    words += blank ? (from < source.size() && source[from] == '-' ? '-' : ' ') : text[i];
  }
  return words;
}

}  // namespace entente::extract
