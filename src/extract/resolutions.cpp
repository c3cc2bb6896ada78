// SPDX-License-Identifier: Apache-2.0
#include "extract/resolutions.hpp"

#include <array>
#include <cctype>
#include <string_view>

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "extract/letters.hpp"

namespace entente::extract {
namespace {

std::string word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (std::isalpha(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-'))
    ++end;
  return std::string(text.substr(at, end - at));
}

bool is_plural(std::string_view noun) {
  return noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") &&
         !one_of(noun, {"Nations", "States"});
}

// The pronoun for who stands in front: "The Security Council, recalling ..." (it), "The ministers of ..."
// (they).
std::string pronoun_for(std::string_view text) {
  if (word_at(text, 0) == "We") return "we";
  if (!is_upper(text[0])) return {};
  std::string head;
  for (std::size_t at = 0; at < text.size();) {
    const std::string word = word_at(text, at);
    if (word.empty() || one_of(word, {"of", "at", "in", "from", "on", "for"})) break;
    head = word;
    at += word.size();
    if (at >= text.size() || text[at] != ' ') break;
    ++at;
  }
  return is_plural(head) ? "they" : "it";
}

// "recall" of "Recalling", "condemn" of "condemns", "urge" of "urged": what may be the lemma.
std::array<std::string, 3> lemmas_of(const std::string& word, std::string_view ending) {
  const std::string stem = word.substr(0, word.size() - ending.size());
  const bool doubled = stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
  const std::string whole = stem.ends_with('i') ? stem.substr(0, stem.size() - 1) + "y" : stem + "e";
  return {stem, whole, doubled ? stem.substr(0, stem.size() - 1) : stem};
}

bool is_author(std::string_view text, const Block& block) {
  return !block.item && text.size() > 4 && (text.back() == ':' || text.back() == ',') &&
         text.find(". ") == std::string_view::npos;
}

}  // namespace

bool ResolutionReader::resolves(const std::string& lemma) const {
  return frames_.in_list("ResolvingVerb", lemma);
}

// The words that make a sentence of what begins with this word, or none.
std::string ResolutionReader::subject_for(const std::string& word) const {
  const std::string be = author_ == "it" ? " is" : " are";
  if (frames_.in_list("ResolvingMood", word)) return author_ + be;
  if (author_ != "it" && resolves(word)) return author_;
  for (const std::string_view ending : {"ing", "ed", "es", "s"}) {
    if (word.size() < ending.size() + 3 || !word.ends_with(ending)) continue;
    for (const std::string& lemma : lemmas_of(word, ending))
      if (resolves(lemma)) return ending == "ing" ? author_ + be : author_;
  }
  return {};
}

MappedText ResolutionReader::with_subject(const MappedText& text, const Block& block) {
  const std::string_view bytes = text.text;
  opened_ = added_ = false;
  if (bytes.empty()) return text;
  const std::string first = utf8::lower(word_at(bytes, 0));
  const bool adverb = first.ends_with("ly") || one_of(first, {"also", "further", "again"});
  const std::string verb =
      adverb && first.size() < bytes.size() ? utf8::lower(word_at(bytes, first.size() + 1)) : first;
  const bool point = !author_.empty() && (block.item || is_upper(bytes[0]));
  std::string start = point ? subject_for(verb) : std::string();
  if (start.empty()) {
    opened_ = is_author(bytes, block);
    if (opened_) author_ = pronoun_for(bytes);
    if (!opened_ && !block.item) author_.clear();
    return text;
  }
  added_ = true;
  start += " " + first;
  start[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(start[0])));
  return edited(text, {{0, first.size(), start}});
}

}  // namespace entente::extract
