// SPDX-License-Identifier: Apache-2.0
#include "documents/language.hpp"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/one_of.hpp"
#include "base/utf8.hpp"

namespace entente::documents {

namespace {

constexpr std::size_t kSampleBytes = 1u << 15;  ///< at the beginning, in the middle and at the end
constexpr std::size_t kFewWords = 20;
constexpr int kShareOfLanguage = 60, kShareOfEnglish = 30;  ///< in percent of the text

/// Words of grammar that English texts are full of, and others hardly have.
bool is_english_word(std::string_view word) {
  return one_of(word, {"the",  "of",   "and",  "to",    "that", "is",    "with", "from",  "are",  "were",
                       "has",  "have", "had",  "its",   "this", "which", "said", "their", "they", "would",
                       "will", "been", "into", "after", "who",  "his",   "not",  "by",    "on",   "as"});
}

struct Words {
  std::size_t all = 0, english = 0;
};

Words words_of(std::string_view text) {
  Words words;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    ++words.all;
    words.english += is_english_word(word) ? 1 : 0;
    word.clear();
  };
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const auto lower = static_cast<unsigned char>(byte | 0x20u);  // of a letter
    if (byte >= 0x80)
      word += c;
    else if (lower >= 'a' && lower <= 'z')
      word += static_cast<char>(lower);
    else
      finish();
  }
  finish();
  return words;
}

/// Pieces of a long text, cut between characters.
std::string sample_of(std::string_view text) {
  if (text.size() <= 3 * kSampleBytes) return std::string(text);
  const auto between_characters = [&](std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) --at;
    return at;
  };
  std::string sample;
  for (const std::size_t at : {std::size_t{0}, text.size() / 2, text.size() - kSampleBytes}) {
    const std::size_t begin = between_characters(at);
    const std::size_t end =
        at + kSampleBytes >= text.size() ? text.size() : between_characters(at + kSampleBytes);
    sample.append(text, begin, end - begin);
    sample += '\n';
  }
  return sample;
}

std::size_t letters_of_other_scripts(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const char32_t c = utf8::next(text, i);
    letters += c >= 0x370 && !(c >= 0x1e00 && c < 0x2c00) ? 1 : 0;  // neither Latin nor punctuation
  }
  return letters;
}

}  // namespace

std::optional<std::string> foreign_language(std::string_view whole) {
  const std::string text = sample_of(whole);
  const Words words = words_of(text);
  const bool other_script = letters_of_other_scripts(text) * 2 > utf8::length(text);
  if (words.all < kFewWords && !other_script) return std::nullopt;
  if (words.english * 8 >= words.all && !other_script) return std::nullopt;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percent{};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages.data(),
                                 percent.data(), &bytes, &reliable);
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages[i] == CLD2::ENGLISH && percent[i] >= kShareOfEnglish) return std::nullopt;
  if (!reliable || languages[0] == CLD2::ENGLISH || languages[0] == CLD2::UNKNOWN_LANGUAGE ||
      percent[0] < kShareOfLanguage)
    return std::nullopt;
  std::string name =
      languages[0] == CLD2::CHINESE_T ? "chinese" : utf8::lower(CLD2::LanguageName(languages[0]));
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  return name + " (" + CLD2::LanguageCode(languages[0]) + ")";
}

Status check_english(std::string_view text, const Place& place) {
  const auto language = foreign_language(text);
  if (!language) return {};
  return fail(ErrorKind::input_output, "not English but " + *language, place, "entente reads English alone");
}

}  // namespace entente::documents
