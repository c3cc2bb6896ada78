// SPDX-License-Identifier: Apache-2.0
#include "evaluation/names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "base/utf8.hpp"

namespace entente::evaluation {
namespace {

using Words = std::set<std::string, std::less<>>;

const Words& titles() {
  static const Words words{"president",
                           "prime",
                           "minister",
                           "mr",
                           "mrs",
                           "ms",
                           "dr",
                           "h",
                           "e",
                           "he",
                           "vice",
                           "chancellor",
                           "premier",
                           "king",
                           "queen",
                           "secretary",
                           "general",
                           "of",
                           "state",
                           "foreign",
                           "director",
                           "commissioner",
                           "ambassador",
                           "former",
                           "chief",
                           "comrade",
                           "leader",
                           "colonel",
                           "gen",
                           "professor",
                           "prof",
                           "chairman",
                           "chair",
                           "chairperson",
                           "speaker",
                           "us",
                           "british",
                           "cuban",
                           "bolivian",
                           "iranian",
                           "israeli",
                           "venezuelan",
                           "general-secretary",
                           "deputy",
                           "crisis",
                           "management",
                           "and",
                           "the",
                           "un"};
  return words;
}

const Words& stop_words() {
  static const Words words{"the", "a",    "an", "of",   "for",  "to",    "in",    "on",
                           "at",  "and",  "or", "by",   "with", "its",   "their", "his",
                           "her", "from", "as", "this", "that", "these", "those"};
  return words;
}

const Words& weak_words() {
  static const Words words{"scope",   "ambiguous", "about", "around", "nearly", "over",   "more",  "than",
                           "roughly", "last",      "until", "time",   "after",  "before", "since", "near"};
  return words;
}

const std::map<std::string, std::string, std::less<>>& number_words() {
  static const std::map<std::string, std::string, std::less<>> words{
      {"zero", "0"},        {"one", "1"},     {"two", "2"},      {"three", "3"},    {"four", "4"},
      {"five", "5"},        {"six", "6"},     {"seven", "7"},    {"eight", "8"},    {"nine", "9"},
      {"ten", "10"},        {"eleven", "11"}, {"twelve", "12"},  {"fifteen", "15"}, {"fourteen", "14"},
      {"twenty-six", "26"}, {"twenty", "20"}, {"hundred", "100"}};
  return words;
}

const std::map<std::string, std::string, std::less<>>& irregular_verbs() {
  static const std::map<std::string, std::string, std::less<>> verbs{
      {"met", "meet"},      {"gave", "give"},    {"sent", "send"},   {"told", "tell"},
      {"said", "say"},      {"wrote", "write"},  {"spoke", "speak"}, {"held", "hold"},
      {"led", "lead"},      {"built", "build"},  {"took", "take"},   {"made", "make"},
      {"went", "go"},       {"flew", "fly"},     {"began", "begin"}, {"shot", "shoot"},
      {"struck", "strike"}, {"fought", "fight"}, {"kept", "keep"},   {"set", "set"},
      {"sold", "sell"},     {"sought", "seek"},  {"bought", "buy"},  {"brought", "bring"},
      {"upheld", "uphold"}, {"chose", "choose"}, {"found", "find"},  {"forwent", "forgo"},
      {"said_", "say"}};
  return verbs;
}

bool is_space(char32_t c) {
  if ((c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f) || c == 0x20 || c == 0x85 || c == 0x2028 ||
      c == 0x2029)
    return true;
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ZS;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
}

bool is_word(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return c == '_';
  }
}

bool is_ascii_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// "U.N." -> "UN": two or more letters with a full stop each, at the start of a word.
std::u32string join_initials(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    const bool at_start = i == 0 || !is_word(text[i - 1]);
    while (at_start && end + 1 < text.size() && is_ascii_letter(text[end]) && text[end + 1] == '.') end += 2;
    if (end - i < 4) {
      out += text[i++];
      continue;
    }
    for (; i < end; i += 2) out += text[i];
  }
  return out;
}

/// NFKD without combining marks, lower case, curly apostrophe made straight, "&" spelt out.
std::u32string fold(const std::u32string& text) {
  const std::string bytes = utf8::encode(text);
  utf8proc_uint8_t* decomposed = nullptr;
  const auto size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), static_cast<utf8proc_ssize_t>(bytes.size()),
      &decomposed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT));
  if (size < 0) return text;
  const auto points = utf8::decode(
      std::string_view(reinterpret_cast<const char*>(decomposed), static_cast<std::size_t>(size)));
  std::free(decomposed);
  std::u32string out;
  for (const char32_t c : points) {
    if (utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0) continue;
    const auto low = static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
    if (low == 0x2019)
      out += U'\'';
    else if (low == U'&')
      out += U" and ";
    else
      out += low;
  }
  return out;
}

/// "'s" at the end of a word goes, "s'" loses its apostrophe.
std::u32string drop_possessives(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t next = i + 1 < text.size() ? text[i + 1] : U'\0';
    const bool ends_word = i + 2 >= text.size() || !is_word(text[i + 2]);
    if (text[i] == '\'' && next == 's' && ends_word) {
      ++i;
      continue;
    }
    out += text[i];
    if (text[i] == 's' && next == '\'' && (i + 2 >= text.size() || is_space(text[i + 2]))) ++i;
  }
  return out;
}

std::u32string drop_digit_commas(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between = text[i] == ',' && i > 0 && is_digit(text[i - 1]) && i + 3 < text.size() &&
                         is_digit(text[i + 1]) && is_digit(text[i + 2]) && is_digit(text[i + 3]);
    if (!between) out += text[i];
  }
  return out;
}

/// Punctuation other than % $ - and decimal points becomes a space.
std::u32string drop_punctuation(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (c == '_')
      out += U' ';
    else if (c == '.')
      out += i + 1 < text.size() && is_digit(text[i + 1]) ? U'.' : U' ';
    else if (is_word(c) || c == '%' || c == '$' || c == '-' || c == ' ')
      out += c;
    else
      out += U' ';
  }
  return out;
}

std::u32string squeeze(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += U' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool ends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

}  // namespace

std::string normal_name(std::string_view name) {
  const auto text = drop_possessives(fold(join_initials(utf8::decode(name))));
  const std::string flat = utf8::encode(squeeze(drop_punctuation(drop_digit_commas(text))));
  static constexpr std::array<std::string_view, 11> leading{
      "the ", "a ", "an ", "its ", "their ", "his ", "her ", "our ", "this ", "that ", "both "};
  for (const auto article : leading)
    if (flat.starts_with(article)) return flat.substr(article.size());
  static constexpr std::string_view some = "some of the ";
  return flat.starts_with(some) ? flat.substr(some.size()) : flat;
}

std::vector<std::string> content_words(std::string_view name) {
  std::string flat = normal_name(name);
  std::replace(flat.begin(), flat.end(), '-', ' ');
  std::vector<std::string> out;
  for (auto& word : split(flat, ' ')) {
    if (word.empty() || stop_words().contains(word)) continue;
    const auto number = number_words().find(word);
    out.push_back(number == number_words().end() ? std::move(word) : number->second);
  }
  return out;
}

std::string stem(std::string_view word) {
  if (ends_with(word, "ies")) return std::string(word.substr(0, word.size() - 3)) + "y";
  const bool plural = ends_with(word, "s") && !ends_with(word, "ss") && utf8::length(word) > 3;
  return std::string(plural ? word.substr(0, word.size() - 1) : word);
}

std::set<std::string> numbers_of(const std::set<std::string>& words) {
  std::set<std::string> out;
  for (const auto& word : words) {
    const auto points = utf8::decode(word);
    if (std::any_of(points.begin(), points.end(), is_digit)) out.insert(word);
  }
  return out;
}

std::optional<std::string> acronym_of(std::string_view name) {
  std::string initials;
  std::size_t words = 0;
  for (std::size_t i = 0; i < name.size();) {
    const auto c = static_cast<unsigned char>(name[i]);
    if (!is_ascii_letter(c)) {
      ++i;
      continue;
    }
    ++words;
    if (c >= 'A' && c <= 'Z') initials += static_cast<char>(c - 'A' + 'a');
    while (i < name.size() &&
           (is_ascii_letter(static_cast<unsigned char>(name[i])) || name[i] == '-' || name[i] == '\''))
      ++i;
  }
  if (initials.size() < 2 || words < 2) return std::nullopt;
  return initials;
}

bool is_title(std::string_view word) {
  return titles().contains(word);
}
bool is_weak(std::string_view word) {
  return weak_words().contains(word);
}

std::set<std::string> verb_lemmas(const std::string& word) {
  if (const auto known = irregular_verbs().find(word); known != irregular_verbs().end())
    return {known->second};
  struct Ending {
    std::string_view suffix;
    std::vector<std::string_view> replacements;
    bool doubles;
  };
  static const std::vector<Ending> endings{{"ies", {"y"}, false},    {"ied", {"y"}, false},
                                           {"es", {"", "e"}, false}, {"ed", {"", "e"}, true},
                                           {"ing", {"", "e"}, true}, {"s", {""}, false}};
  std::set<std::string> out{word};
  for (const auto& [suffix, replacements, doubles] : endings) {
    if (!ends_with(word, suffix) || word.size() <= suffix.size() + 2) continue;
    const std::string base = word.substr(0, word.size() - suffix.size());
    for (const auto replacement : replacements) out.insert(base + std::string(replacement));
    if (doubles && base.size() > 2 && base[base.size() - 1] == base[base.size() - 2])
      out.insert(base.substr(0, base.size() - 1));
  }
  return out;
}

std::string relation_name(std::string_view name) {
  const std::string text = trimmed(name);
  const auto is_low = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  std::string spaced;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_low(text[i - 1]) && text[i] >= 'A' && text[i] <= 'Z') spaced += '_';
    spaced += text[i];
  }
  std::string out;
  for (const char c : utf8::lower(spaced)) {
    if (is_low(c))
      out += c;
    else if (!out.empty() && out.back() != '_')
      out += '_';
  }
  if (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

std::string one_line(std::string_view text) {
  std::u32string out;
  for (const char32_t c : utf8::decode(text)) {
    if (!is_space(c))
      out += c;
    else if (out.empty() || out.back() != ' ')
      out += U' ';
  }
  return utf8::encode(out);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != separator) continue;
    out.emplace_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return out;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

}  // namespace entente::evaluation
