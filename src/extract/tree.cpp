// SPDX-License-Identifier: Apache-2.0
#include "extract/tree.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::extract {

Children::Children(const nlp::Analysis& analysis) : lists_(analysis.tokens.size()) {
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const std::uint32_t head = analysis.tokens[i].head;
    if (head != i) lists_[head].push_back(i);
  }
}

TokenRange subtree(const Children& children, std::uint32_t token) {
  TokenRange range{token, token + 1};
  std::vector<std::uint32_t> open = {token};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    range.begin = std::min(range.begin, at);
    range.end = std::max(range.end, at + 1);
    open.insert(open.end(), children.of(at).begin(), children.of(at).end());
  }
  return range;
}

std::string lower_text(const nlp::Analysis& analysis, std::uint32_t token) {
  return utf8::lower(analysis.token_text(token));
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::any_of(
      list.begin(), list.end(), [&](std::string_view each) {  // most differ in the first letter
        return each.size() == word.size() && (word.empty() || each[0] == word[0]) && each == word;
      });
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
