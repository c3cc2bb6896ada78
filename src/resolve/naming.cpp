// SPDX-License-Identifier: Apache-2.0
#include "resolve/naming.hpp"

#include <algorithm>

#include "base/sha256.hpp"
#include "base/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr std::size_t kLongestSlug = 60;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

std::string plain_name(std::string_view name) {
  const std::string stripped = utf8::lower(utf8::strip_marks(name));
  std::string result;
  for (std::size_t i = 0; i < stripped.size(); ++i) {
    const char c = stripped[i];
    const bool quote = c == '\xE2' && (stripped.compare(i, 3, "’") == 0 || stripped.compare(i, 3, "‘") == 0);
    if (quote || c == '\'') {
      if (quote) i += 2;
      if (i + 1 < stripped.size() && stripped[i + 1] == 's' &&
          (i + 2 == stripped.size() || stripped[i + 2] == ' '))
        ++i;
      continue;
    }
    if (c == '-' || c == ' ' || c == '\n') {
      if (!result.empty() && result.back() != ' ') result += ' ';
    } else if (c != '.' && c != ',' && c != '"') {
      result += c;
    }
  }
  while (ends_with(result, " ")) result.pop_back();
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (result.rfind(article, 0) == 0) return result.substr(article.size());
  }
  return result;
}

std::vector<std::string> words_of(std::string_view plain) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < plain.size()) {
    const std::size_t end = std::min(plain.find(' ', at), plain.size());
    if (end > at) words.emplace_back(plain.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool starts = i == 0 || name[i - 1] == ' ' || name[i - 1] == '-';
    if (starts && name[i] >= 'A' && name[i] <= 'Z') initials += name[i];
  }
  return initials;
}

const std::string& core_end(const std::vector<std::string>& words) {
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "of" || word == "for" || word == "on" || word == "against") return words[i - 1];
  }
  return words.back();
}

bool is_short_form(std::string_view short_plain, std::string_view full_plain) {
  if (short_plain.size() >= full_plain.size() || short_plain.empty()) return false;
  const bool last = ends_with(full_plain, std::string(" ") + std::string(short_plain));
  const bool first = full_plain.substr(0, short_plain.size() + 1) == std::string(short_plain) + " ";
  return last || first;
}

std::string entity_id(std::string_view name, std::string_view sense) {
  std::string slug = utf8::slug(name);
  if (slug.size() > kLongestSlug) {
    slug.resize(kLongestSlug);
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
  }
  std::string key(name);
  if (!sense.empty()) key += "\x1F" + std::string(sense);
  return (slug.empty() ? "x" : slug) + "-" + sha256_hex(key).substr(0, 6);
}

}  // namespace entente::resolve
