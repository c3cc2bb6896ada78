// SPDX-License-Identifier: Apache-2.0
#include "ask/words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/time.hpp"
#include "text/document.hpp"

namespace entente::ask {
namespace {

std::size_t original_byte(const Reading& reading, std::size_t byte) {
  return byte < reading.original.size() ? reading.original[byte] : reading.document->text.size();
}

Word word_of(const Reading& reading, std::size_t token) {
  const auto& annotated = reading.analysis.tokens[token];
  Word word;
  word.text = reading.analysis.token_text(token);
  word.lower = utf8::lower(word.text);
  word.lemma = utf8::lower(annotated.lemma);
  word.tag = annotated.tag;
  word.begin = original_byte(reading, annotated.span.begin);
  word.end = original_byte(reading, annotated.span.end);
  return word;
}

bool ends_question(const Word& word) {
  return word.text == "?" || word.text == "." || word.text == "!" || word.text == ";";
}

}  // namespace

bool Word::is_joint() const {
  return text == "," || text == ";" || lower == "and" || lower == "or" || lower == "but";
}

const std::string& Words::lower(std::size_t i) const {
  static const std::string none;
  return i < words.size() ? words[i].lower : none;
}

std::string Words::text(std::size_t begin, std::size_t end) const {
  if (begin >= end || begin >= words.size()) return {};
  end = std::min(end, words.size());
  return question.substr(words[begin].begin, words[end - 1].end - words[begin].begin);
}

const TimeRange* Words::time_at(std::size_t i) const {
  const auto at = std::find_if(times.begin(), times.end(), [&](const auto& time) { return time.begin == i; });
  return at == times.end() ? nullptr : &*at;
}

Words read_words(std::string_view question, const extract::Resources& resources) {
  const Document document = make_document(std::string(question), "question");
  const Reading reading = extract::annotate(document, resources);
  Words out;
  out.question = document.text;
  std::vector<std::size_t> word_of_token;
  for (std::size_t token = 0; token < reading.analysis.tokens.size(); ++token) {
    word_of_token.push_back(out.words.size());
    if (!reading.analysis.tokens[token].is_space) out.words.push_back(word_of(reading, token));
  }
  word_of_token.push_back(out.words.size());
  const auto tokens = static_cast<std::uint32_t>(reading.analysis.tokens.size());
  for (const auto& time : extract::find_times(reading, 0, tokens)) {
    TimeRange range{word_of_token[time.begin], word_of_token[time.end], {{}, time.span}};
    if (range.begin == range.end) continue;
    if (is_preposition(out.words[range.begin].lower)) range.words.preposition = out.words[range.begin].lower;
    out.times.push_back(std::move(range));
  }
  while (!out.words.empty() && ends_question(out.words.back())) out.words.pop_back();
  return out;
}

}  // namespace entente::ask
