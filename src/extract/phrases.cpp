// SPDX-License-Identifier: Apache-2.0
#include "extract/phrases.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::uint32_t kLongestTail = 14;  // tokens of an "of" phrase in a name

// Labels of dependents that stand before their noun and belong to its phrase.
bool is_left_part(const Syntax& syntax, std::uint32_t at) {
  return syntax.is(at, {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "npadvmod",
                        "neg"}) ||
         (syntax.dep(at) == "punct" && syntax.lower(at) == "-" && !syntax.token(at).space_after);
}

std::uint32_t left_edge(const Syntax& syntax, std::uint32_t head) {
  std::uint32_t begin = head;
  const auto children = syntax.children(head);
  for (auto child = children.rbegin(); child != children.rend(); ++child) {
    if (*child >= head) continue;
    if (!is_left_part(syntax, *child)) break;
    const TokenRange range = syntax.range(*child);
    if (range.end < begin && begin - range.end > 1) break;
    begin = std::min(begin, range.begin);
  }
  return begin;
}

bool is_stripped(const Syntax& syntax, std::uint32_t at) {
  const std::string_view tag = syntax.tag(at);
  if (tag == "PRP$" || tag == "WP$" || tag == "WDT") return true;
  if (tag == "PDT") return true;
  if (tag != "DT") return syntax.is(at, {"neg"});
  return syntax.lower(at) != "all" && syntax.lower(at) != "both";
}

bool is_definite_word(const Syntax& syntax, std::uint32_t at) {
  return one_of(syntax.lower(at), {"the", "this", "that", "these", "those", "both"}) ||
         syntax.tag(at) == "PRP$" || syntax.dep(at) == "poss";
}

Phrase phrase_at(const Syntax& syntax, std::uint32_t head, bool long_name, bool placed, int depth);

// "traders in Arequipa", "officers from Laos": people are told apart by where they are, in a name.
bool names_place(const Syntax& syntax, std::uint32_t preposition) {
  const std::uint32_t object = syntax.child(preposition, {"pobj"});
  return object != kNone && one_of(syntax.lower(preposition), {"in", "from", "at"}) &&
         syntax.tag(object).starts_with("NNP") && !one_of(syntax.token(object).ent_type, {"DATE", "TIME"});
}

// One past the object of a preposition with what belongs to its name; the coordinated rest too for "between"
// and for places.
std::uint32_t object_end(const Syntax& syntax, std::uint32_t preposition, bool placed, int depth) {
  const std::uint32_t gerund = syntax.child(preposition, {"pcomp"});
  if (gerund != kNone && syntax.lower(preposition) == "of") return syntax.range(gerund).end;
  const std::uint32_t object = syntax.child(preposition, {"pobj"});
  if (object == kNone || depth > 4) return preposition;
  const Phrase phrase = phrase_at(syntax, object, false, false, depth + 1);
  if (phrase.begin > preposition + 1) return preposition;
  std::uint32_t end = phrase.of_end;
  if (syntax.lower(preposition) == "between") end = std::max(end, syntax.range(object).end);
  if (placed && names_place(syntax, preposition))
    for (const std::uint32_t each : syntax.coordinated(object)) end = std::max(end, each + 1);
  return end;
}

bool belongs_to_name(const Syntax& syntax, std::uint32_t preposition, bool long_name, bool placed) {
  const std::string& word = syntax.lower(preposition);
  if (word == "of") return true;
  if (placed && names_place(syntax, preposition)) return true;
  return long_name && one_of(word, {"on", "for", "against", "between", "with", "to", "over", "in"});
}

// "accused soldiers of abuses": the phrase with "of" is the verb's, wherever the tree hangs it.
bool of_is_the_verbs(const Syntax& syntax, std::uint32_t head) {
  std::uint32_t first = head;  // "accused soldiers and rebels of abuses"
  for (int step = 0; step < 8 && syntax.dep(first) == "conj"; ++step) first = syntax.head(first);
  if (syntax.dep(first) != "dobj" && syntax.dep(first) != "nsubjpass") return false;
  return one_of(syntax.lemma(syntax.head(first)), {"accuse", "suspect", "convict", "acquit", "deprive",
                                                   "strip", "rob", "inform", "notify", "absolve", "relieve"});
}

// "gunmen | loyal to Sadr": one past what tells them from other gunmen, or the word behind the head.
std::uint32_t allegiance_end(const Syntax& syntax, std::uint32_t head, int depth) {
  const std::uint32_t loyal = head + 1;
  if (loyal >= syntax.size() || syntax.head(loyal) != head ||
      !one_of(syntax.lower(loyal), {"loyal", "opposed", "hostile", "allied", "linked", "sympathetic"}))
    return loyal;
  const std::uint32_t to = syntax.child(loyal, {"prep"});
  if (to != loyal + 1 || !one_of(syntax.lower(to), {"to", "with"})) return loyal;
  const std::uint32_t whom = syntax.child(to, {"pobj"});
  if (whom == kNone || syntax.tag(whom) == "PRP") return loyal;
  const std::uint32_t end = object_end(syntax, to, false, depth);
  return end == to || end - head > kLongestTail ? loyal : end;
}

Phrase phrase_at(const Syntax& syntax, std::uint32_t head, bool long_name, bool placed, int depth) {
  Phrase phrase;
  phrase.begin = phrase.name_begin = left_edge(syntax, head);
  phrase.end = phrase.of_end = head + 1;
  phrase.plural = syntax.tag(head) == "NNS" || syntax.tag(head) == "NNPS";
  for (std::uint32_t i = phrase.begin; i < head; ++i)
    phrase.definite = phrase.definite || is_definite_word(syntax, i);
  while (phrase.name_begin < head && is_stripped(syntax, phrase.name_begin)) ++phrase.name_begin;
  const bool bare = phrase.name_begin == head;
  for (const std::uint32_t child : syntax.children(head)) {  // "parties concerned"
    if (child == head + 1 && one_of(syntax.lower(child), {"concerned", "involved"}))
      phrase.of_end = child + 1;
  }
  if (phrase.plural) phrase.of_end = std::max(phrase.of_end, allegiance_end(syntax, head, depth));
  const bool in_need = phrase.plural && head + 2 < syntax.size() && syntax.lower(head + 1) == "in" &&
                       one_of(syntax.lower(head + 2), {"need", "distress", "danger"});
  if (in_need) phrase.of_end = head + 3;  // wherever the tree hangs it
  for (const std::uint32_t child : syntax.children(head)) {
    if (child < head || syntax.dep(child) != "prep" || child != phrase.of_end) continue;
    if (!belongs_to_name(syntax, child, long_name && bare, placed)) break;
    if (syntax.lower(child) == "of" && of_is_the_verbs(syntax, head)) break;
    const std::uint32_t end = object_end(syntax, child, placed, depth);
    if (end == child || end - head > kLongestTail) break;
    phrase.of_end = end;
  }
  return phrase;
}

}  // namespace

Phrase phrase_of(const Syntax& syntax, std::uint32_t head, bool long_name, bool placed) {
  return phrase_at(syntax, head, long_name, placed, 0);
}

}  // namespace entente::extract
