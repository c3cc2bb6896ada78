// SPDX-License-Identifier: Apache-2.0
#include "resolve/discourse.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::resolve {
namespace {

constexpr int kClimb = 24;  // bound on walks up a tree

bool is_verb_tag(std::string_view tag) {
  return tag.substr(0, 2) == "VB" || tag == "MD";
}

bool is_speech_lemma(std::string_view lemma) {
  return one_of(lemma,
                {"say",     "tell",    "add",    "state",  "declare", "reply",   "warn",     "note",
                 "explain", "argue",   "insist", "stress", "claim",   "write",   "announce", "conclude",
                 "respond", "comment", "remark", "ask",    "call",    "describe"});
}

}  // namespace

Discourse::Discourse(const Reading& reading)
    : reading_(reading),
      children_(reading.analysis.tokens.size()),
      sentence_of_(reading.analysis.tokens.size(), 0),
      quoted_(reading.analysis.tokens.size(), false) {
  const auto size = static_cast<std::uint32_t>(reading.analysis.tokens.size());
  lower_.reserve(size);
  lemmas_.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    lower_.push_back(utf8::lower(reading.analysis.token_text(i)));
    lemmas_.push_back(utf8::lower(token(i).lemma));
    if (token(i).head != i) children_[token(i).head].push_back(i);
  }
  for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
    for (std::uint32_t i = reading.sentences[s].begin; i < reading.sentences[s].end; ++i) sentence_of_[i] = s;
  }
  mark_quotes();
}

// True when a sentence was cut off at a colon behind few words: "Lavrov said: We ...".
bool Discourse::announces_speech(std::uint32_t s) const {
  const Sentence& sentence = reading_.sentences[s];
  if (sentence.end <= sentence.begin + 1 || sentence.end - sentence.begin > 24) return false;
  const std::uint32_t byte = reading_.original[token(sentence.end - 1).span.begin];
  const std::string& source = reading_.document->text;
  if (byte >= source.size() || source[byte] != ':') return false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i)
    if (is_speech(i) && child(i, {"nsubj"}) != kNone) return true;
  return false;
}

// Double quotation marks toggle within a paragraph; typographic ones say which they are. Behind a colon that
// announces speech no marks are needed.
void Discourse::mark_quotes() {
  bool open = false;
  for (std::uint32_t i = 0; i < lower_.size(); ++i) {
    const Sentence& sentence = reading_.sentences[sentence_of_[i]];
    if (sentence.paragraph && sentence.begin == i) open = false;
    if (!sentence.paragraph && sentence.begin == i && i > 0 && is_first_person(i) &&
        announces_speech(sentence_of_[i] - 1))
      open = true;
    const std::string& word = lower_[i];
    if (word == "“" || word == "``") {
      open = true;
    } else if (word == "”" || word == "''") {
      open = false;
    } else if (word == "\"") {
      open = !open;
    } else {
      quoted_[i] = open;
    }
  }
}

std::uint32_t Discourse::child(std::uint32_t at, std::initializer_list<std::string_view> labels) const {
  for (const std::uint32_t c : children_[at]) {
    if (is_among(token(c).dep, labels)) return c;
  }
  return kNone;
}

std::uint32_t Discourse::role_token(std::uint32_t at) const {
  for (int steps = 0; steps < kClimb; ++steps) {
    const nlp::Token& current = token(at);
    if ((current.dep != "conj" && current.dep != "appos") || current.head == at ||
        is_verb_tag(token(current.head).tag))
      break;
    at = current.head;
  }
  return at;
}

bool Discourse::is_subject(std::uint32_t at) const {
  return one_of(token(role_token(at)).dep, {"nsubj", "nsubjpass"});
}

std::uint32_t Discourse::clause_of(std::uint32_t at) const {
  for (int steps = 0; steps < kClimb; ++steps) {
    const nlp::Token& current = token(at);
    if ((is_verb_tag(current.tag) && !one_of(current.dep, {"aux", "auxpass", "amod"})) || current.head == at)
      return at;
    at = current.head;
  }
  return at;
}

std::uint32_t Discourse::clause_subject(std::uint32_t at) const {
  std::uint32_t verb = clause_of(at);
  for (int steps = 0; steps < kClimb; ++steps) {
    const std::uint32_t subject = child(verb, {"nsubj", "nsubjpass"});
    if (subject != kNone && subject != at) return subject;
    if (token(verb).head == verb) return kNone;
    if (one_of(token(verb).dep, {"relcl", "acl"})) {
      const std::uint32_t noun = token(verb).head;
      if (noun != at) return noun;
    }
    if (const std::uint32_t accused = accused_by(verb, at); accused != kNone && accused != at) return accused;
    verb = clause_of(token(verb).head);
  }
  return kNone;
}

// "accused X of neglecting its duties": X is said to neglect its own; not "of firing at its villages".
std::uint32_t Discourse::accused_by(std::uint32_t act, std::uint32_t possessive) const {
  if (token(act).dep != "pcomp" || token(possessive).dep != "poss") return kNone;
  if (!one_of(lemma(token(possessive).head), {"duty", "obligation", "position", "promise", "commitment",
                                              "responsibility", "power", "authority", "pledge"}))
    return kNone;
  const std::uint32_t verb = token(token(act).head).head;
  return one_of(lemma(verb), {"accuse", "suspect", "blame", "acquit", "convict"}) ? child(verb, {"dobj"})
                                                                                  : kNone;
}

bool Discourse::in_apposition(std::uint32_t token) const {
  const nlp::Analysis& analysis = reading_.analysis;
  for (int steps = 0; steps < 4; ++steps) {
    const std::uint32_t above = analysis.tokens[token].head;
    if (above == token || (analysis.tokens[token].dep != "pobj" && analysis.tokens[token].dep != "prep"))
      return false;
    if (analysis.tokens[above].dep == "appos") return true;
    token = above;
  }
  return false;
}

std::string_view Discourse::preposition_of(std::uint32_t at) const {
  const nlp::Token& role = token(role_token(at));
  if (role.dep != "pobj" && role.dep != "pcomp") return {};
  return lower_[role.head];
}

bool Discourse::is_first_person(std::uint32_t at) const {
  return one_of(lower_[at], {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"});
}

bool Discourse::is_speech(std::uint32_t verb) const {
  return is_verb_tag(token(verb).tag) && is_speech_lemma(lemma(verb));
}

// True when a quotation runs on from a sentence into the next.
bool Discourse::goes_on(std::uint32_t sentence) const {
  return sentence + 1 < reading_.sentences.size() && quoted_[reading_.sentences[sentence].end - 1] &&
         quoted_[reading_.sentences[sentence + 1].begin];
}

std::uint32_t Discourse::speaker_of_quote(std::uint32_t at) const {
  const std::uint32_t home = sentence_of_[at];
  const auto in_sentence = [&](std::uint32_t s) {
    for (std::uint32_t i = reading_.sentences[s].begin; i < reading_.sentences[s].end; ++i) {
      if (quoted_[i] || !is_verb_tag(token(i).tag)) continue;
      if (!is_speech_lemma(lemma(i))) continue;
      const std::uint32_t subject = child(i, {"nsubj"});
      if (subject != kNone) return subject;
      const std::uint32_t controller = clause_subject(i);
      if (controller != kNone && !quoted_[controller]) return controller;
    }
    return kNone;
  };
  if (const std::uint32_t speaker = in_sentence(home); speaker != kNone) return speaker;
  for (std::uint32_t on = home; on < home + 3 && goes_on(on); ++on)  // the same quotation, said further on
    if (const std::uint32_t speaker = in_sentence(on + 1); speaker != kNone) return speaker;
  for (std::uint32_t back = 1; back <= 2 && back <= home; ++back) {
    if (const std::uint32_t speaker = in_sentence(home - back); speaker != kNone) return speaker;
  }
  return home + 1 < reading_.sentences.size() && !reading_.sentences[home + 1].paragraph
             ? in_sentence(home + 1)
             : kNone;
}

}  // namespace entente::resolve
