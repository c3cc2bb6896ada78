// SPDX-License-Identifier: Apache-2.0
#include "app/question_line.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"

namespace entente::app {

namespace {

constexpr std::array<std::string_view, 12> kFirstWords = {"match",  "optional", "return",  "with",
                                                          "unwind", "explain",  "profile", "call",
                                                          "create", "merge",    "delete",  "union"};

}  // namespace

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") - begin + 1);
}

bool is_command(std::string_view line) {
  return line.starts_with('.') || line.starts_with(':');
}

bool looks_like_question(std::string_view line) {
  const std::string_view text = trimmed(line);
  if (text.empty() || text.starts_with("//") || text.starts_with("/*")) return false;
  if (text.ends_with('?')) return true;
  const std::size_t end = std::min(text.find_first_of(" \t(;"), text.size());
  const std::string first = utf8::lower(text.substr(0, end));
  const bool statement = std::find(kFirstWords.begin(), kFirstWords.end(), first) != kFirstWords.end();
  return !statement && text.back() != ';';
}

}  // namespace entente::app
