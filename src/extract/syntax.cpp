// SPDX-License-Identifier: Apache-2.0
#include "extract/syntax.hpp"

#include <algorithm>
#include <utility>

#include "extract/letters.hpp"

namespace entente::extract {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower)
    if (is_upper(letter)) letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

std::uint8_t hash_of(std::string_view word) {
  unsigned hash = 0;
  for (const char letter : word) hash = hash * 31 + static_cast<unsigned char>(letter);
  return static_cast<std::uint8_t>(hash ^ (hash >> 8));
}

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

// "staged" is of "stage", not of "stag": a short stem would have doubled its last letter. The word's verb, or
// the lemma as it is.
std::string verb_stem(std::string lemma, std::string_view word) {
  const bool ending = word.starts_with(lemma) && one_of(word.substr(lemma.size()), {"ed", "es", "ing"});
  if (!ending || lemma.size() < 3) return lemma;
  const auto vowels = std::count_if(lemma.begin(), lemma.end(), is_vowel);
  const char last = lemma.back(), before = lemma[lemma.size() - 2];
  const bool hissing = one_of(std::string_view(&last, 1), {"s", "x", "z", "w", "y", "h"});
  const bool short_stem = vowels == 1 && is_vowel(before) && !is_vowel(last) && !hissing;
  return short_stem ? lemma + 'e' : lemma;
}

}  // namespace

void add_once(Tokens& all, const Tokens& more) {
  for (const std::uint32_t each : more)
    if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
}

Syntax::Syntax(const Reading& reading)
    : reading_(reading),
      children_(reading.analysis),
      ranges_(subtrees(reading.analysis)),
      sentence_of_(size(), 0),
      words_near_(reading.sentences.size() + 1) {
  for (std::uint32_t index = 0; index < reading.sentences.size(); ++index) {
    const Sentence& sentence = reading.sentences[index];
    for (std::uint32_t at = sentence.begin; at < sentence.end && at < size(); ++at) sentence_of_[at] = index;
  }
  labels_.reserve(size());
  lemmas_.reserve(size());
  lower_.reserve(size());
  for (std::uint32_t at = 0; at < size(); ++at) {
    labels_.push_back(label_bit(dep(at)));
    lower_.push_back(lower_ascii(reading.analysis.token_text(at)));
    std::string lemma = lower_ascii(token(at).lemma);
    if (tag(at).starts_with("VB")) lemma = verb_stem(std::move(lemma), lower_.back());
    lemmas_.push_back(std::move(lemma));
    words_near_[sentence_of_[at]].set(hash_of(lower_.back()));
  }
  for (std::uint32_t at = 0; at < size(); ++at) verbs_.push_back(find_verb(at));
  for (std::uint32_t at = 0; at < size(); ++at) passives_.push_back(find_passive(at));
}

bool Syntax::may_stand_near(std::uint32_t at, std::string_view word) const {
  return words_near_[sentence_of_[at]].test(hash_of(word));
}

std::uint32_t Syntax::head(std::uint32_t at) const {
  return token(at).head == at ? kNone : token(at).head;
}

std::uint32_t Syntax::child(std::uint32_t at, LabelSet labels) const {
  for (const std::uint32_t each : children(at))
    if (is(each, labels)) return each;
  return kNone;
}

bool Syntax::has_child_word(std::uint32_t at, std::initializer_list<std::string_view> words) const {
  for (const std::uint32_t each : children(at))
    if (is_among(lower(each), words)) return true;
  return false;
}

bool Syntax::has_capital(std::uint32_t at) const {
  return is_upper(reading_.analysis.token_text(at)[0]);
}

std::uint32_t Syntax::hyphen_agent(std::uint32_t at) const {
  const bool participle = tag(at) == "VBN" && is(at, {"amod"}) && at >= 2 && tag(at - 1) == "HYPH";
  if (!participle) return kNone;
  const bool adjective = is(at - 2, {"npadvmod"}) && is_upper(reading_.analysis.token_text(at - 2)[0]);
  return adjective || tag(at - 2).starts_with("NNP") ? at - 2 : kNone;  // "Eritrean-backed"
}

bool Syntax::find_verb(std::uint32_t at) const {
  if (hyphen_agent(at) != kNone) return true;
  return (tag(at).starts_with("VB") && !is(at, {"aux", "auxpass", "amod", "compound"})) ||
         (token(at).pos == "VERB" && is(at, {"ROOT", "conj", "advcl", "relcl", "acl", "ccomp", "xcomp"}));
}

bool Syntax::is_noun(std::uint32_t at) const {
  return one_of(token(at).pos, {"NOUN", "PROPN", "PRON", "NUM"}) || tag(at).starts_with("NN");
}

bool Syntax::find_passive(std::uint32_t at) const {
  if (child(at, {"nsubjpass", "csubjpass", "auxpass"}) != kNone || hyphen_agent(at) != kNone) return true;
  if (lemma(at) == "blame" && is(at, {"xcomp"}) && lemma(head(at)) == "be") return true;  // "is to blame"
  if (tag(at) != "VBN" && tag(at) != "VBD") return false;
  if (child(at, {"agent"}) != kNone) return true;
  if (tag(at) != "VBN" || child(at, {"aux", "nsubj"}) != kNone) return false;
  if (is(at, {"advcl"}) && head(at) != kNone && tag(head(at)) == "VBN" && at > head(at) &&
      child(head(at), {"aux"}) != kNone && child(head(at), {"auxpass"}) == kNone)
    return false;  // "has done A, explored B": a list of perfects
  if (is(at, {"acl", "advcl", "amod"})) return child(at, {"dobj"}) == kNone;
  if (is(at, {"conj"})) {
    for (int step = 0; step < kClimb && is(at, {"conj"}) && head(at) != kNone; ++step) {
      at = head(at);
      if (child(at, {"nsubjpass", "auxpass"}) != kNone) return true;
    }
    return tag(at) == "VBN" && is(at, {"acl", "advcl"});
  }
  return is(at, {"ROOT", "relcl"}) && child(at, {"dobj"}) == kNone;
}

std::uint32_t Syntax::first_conjunct(std::uint32_t at) const {
  for (int step = 0; step < kClimb && is(at, {"conj"}) && head(at) != kNone; ++step) at = head(at);
  return at;
}

bool Syntax::is_left_out(std::uint32_t conjunct) const {
  if (has_child_word(conjunct, {"not"})) return true;
  const std::uint32_t first = head(conjunct);
  return first != kNone && is_of_all(first) && has_child_word(first, {"but"}) &&
         !has_child_word(first, {"only"});
}

bool Syntax::is_word_for_all(std::string_view word) {
  return one_of(word, {"all", "every", "each", "any", "no", "none", "nobody", "everyone", "everybody"});
}

bool Syntax::is_of_all(std::uint32_t noun) const {
  const auto& below = children(noun);
  return is_word_for_all(lower(noun)) || std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
           return is_word_for_all(lower(each));
         });
}

Tokens Syntax::coordinated(std::uint32_t at) const {
  Tokens all{at};
  for (std::size_t done = 0; done < all.size() && all.size() < 200; ++done) {
    bool seen_and = false;
    for (const std::uint32_t each : children(all[done])) {
      seen_and = seen_and || is(each, {"cc"});
      if (!is(each, {"conj"}) || !is_noun(each)) continue;
      if (is_left_out(each)) continue;
      const std::uint32_t next = range(each).end;
      if (next < size() && stolen_subject(clause_of(next)) == each) continue;
      const bool goes_on = child(each, {"conj", "cc"}) != kNone;
      const bool name = tag(each).starts_with("NNP") || child(each, {"compound", "nummod"}) != kNone;
      if (seen_and || goes_on || name || all.size() > 1) all.push_back(each);
    }
  }
  const std::uint32_t stray = stray_conjunct(all.back());
  if (stray != kNone) {
    for (const std::uint32_t each : coordinated(stray))
      if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
  }
  std::sort(all.begin(), all.end());
  return all;
}

// "chaired by X of A, and the Y": the parser hangs the noun Y on the verb; it belongs to the nominal before
// "and".
std::uint32_t Syntax::stray_conjunct(std::uint32_t at) const {
  std::uint32_t verb = head(at);
  if (verb != kNone && is(at, {"pobj"})) verb = head(verb);
  if (verb == kNone || !is(at, {"pobj", "dobj"}) || !is_verb(verb) || is(at, {"conj"})) return kNone;
  for (const std::uint32_t host : {verb, first_conjunct(verb)}) {
    std::uint32_t joint = kNone;
    for (const std::uint32_t each : children(host)) {
      if (is(each, {"cc"})) joint = each;
      if (!is(each, {"conj"}) || each < at || is_verb(each) || !tag(each).starts_with("NN")) continue;
      const TokenRange whole = range(at), other = range(each);
      const bool next =
          joint != kNone && joint > at && joint < each && joint <= whole.end + 1 && other.begin == joint + 1;
      const bool amount = child(each, {"nummod"}) != kNone || (each + 1 < size() && tag(each + 1) == "CD");
      if (next && !amount && host != each) return each;
    }
  }
  return kNone;
}

std::uint32_t Syntax::root_before(std::uint32_t at) const {
  const std::uint32_t sentence = sentence_of(at);
  while (at-- > 0) {
    if (sentence_of(at) + 1 < sentence) return kNone;
    if (sentence_of(at) != sentence && head(at) == kNone) return at;
  }
  return kNone;
}

std::uint32_t Syntax::stolen_subject(std::uint32_t verb) const {
  if (!one_of(tag(verb), {"VBD", "VBZ", "VBP"}) || !is(verb, {"advcl", "conj", "ccomp", "dep"})) return kNone;
  if (child(verb, {"nsubj", "nsubjpass", "mark", "cc"}) != kNone || is_passive(verb)) return kNone;
  const std::uint32_t begin = range(verb).begin;
  if (begin == 0 || !is(begin - 1, {"conj"}) || !is_noun(begin - 1) || !tag(begin - 1).starts_with("NN"))
    return kNone;
  const std::uint32_t noun = begin - 1;
  const std::uint32_t edge = range(noun).begin;
  return edge > 0 && is(edge - 1, {"cc"}) ? noun : kNone;
}

std::uint32_t Syntax::clause_of(std::uint32_t at) const {
  for (int step = 0; step < kClimb; ++step) {
    if (is_verb(at) || one_of(token(at).pos, {"AUX"}) || head(at) == kNone) break;
    at = head(at);
  }
  if (is(at, {"aux", "auxpass"}) && head(at) != kNone) at = head(at);
  return at;
}

}  // namespace entente::extract
