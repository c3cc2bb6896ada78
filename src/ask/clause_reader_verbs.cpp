// SPDX-License-Identifier: Apache-2.0
// Where the verb of a question stands, and the chain of auxiliaries and verbs.
#include <algorithm>

#include "ask/clause_reader.hpp"

namespace entente::ask {

/// Where the verb stands behind "did X": the first base form (or participle), else the word behind a name,
/// else the last word before the complements.
ClauseReader::Position ClauseReader::verb_behind_subject(Position at, Position end, bool participle) const {
  for (Position i = at; i < end; ++i) {
    if (const auto name = phrases_.name_length(i, end); name > 1) {
      i += name - 1;
      continue;
    }
    const auto& tag = words_[i].tag;
    const bool before_noun = i + 1 < end && words_[i + 1].is_noun() && i == at;
    const bool infinitive = tag == "VB" && i > at + 1 && words_.lower(i - 1) == "to";
    if (infinitive && !base_of_gerund(words_[i - 2].lower).empty()) return i - 2;  // "is X planning to visit"
    if (infinitive && !participle && phrases_.is_verb_lemma(words_[i - 2].lemma))
      return i - 2;  // "X plan to visit"
    if (tag == (participle ? "VBN" : "VB") && !before_noun) return i;
    if (participle && (tag == "VBG" || (tag == "VBD" && i > at))) return i;
  }
  if (participle) return end;
  for (Position i = at; i < end; ++i)
    if (words_[i].is_verb()) return i;
  if (const Position noun = verb_tagged_as_noun(at, end); noun < end) return noun;
  Position i = at;
  while (i < end && is_determiner(words_.lower(i))) ++i;
  for (auto name = phrases_.name_length(i, end); name > 0; name = phrases_.name_length(i, end)) {
    i += name;
    if (i < end && words_[i].is_joint() && phrases_.name_length(i + 1, end) > 0)
      ++i;
    else
      break;
  }
  if (i > at) return i;
  while (i < end && !words_[i].is_joint() && !is_preposition(words_[i].lower)) ++i;
  return i > at + 1 ? i - 1 : end;
}

/// "plan" of "planning", where that is a verb; else empty.
std::string ClauseReader::base_of_gerund(const std::string& word) const {
  if (word.size() < 6 || !word.ends_with("ing")) return {};
  const std::string stem = word.substr(0, word.size() - 3);
  const std::string shorter = stem[stem.size() - 2] == stem.back() ? stem.substr(0, stem.size() - 1) : "";
  for (const auto& base : {stem, stem + "e", shorter})
    if (!base.empty() && phrases_.is_verb_lemma(base)) return base;
  return {};
}

/// "did the X Secretary General travel to Y": a word that frames know as a verb, with a complement right
/// behind it.
ClauseReader::Position ClauseReader::verb_tagged_as_noun(Position at, Position end) const {
  for (Position i = at + 1; i < end; ++i) {
    if (const auto name = phrases_.name_length(i, end); name > 0) {
      i += name - 1;
      continue;
    }
    const auto& next = words_.lower(i + 1);
    const bool complement = i + 1 >= end || (is_preposition(next) && next != "of") || is_determiner(next) ||
                            phrases_.name_length(i + 1, end) > 0 || words_.time_at(i + 1);
    if (complement && words_[i].is_noun() && phrases_.is_verb_lemma(words_[i].lemma)) return i;
  }
  return end;
}

void ClauseReader::take_auxiliary(Clause& clause, Position at) const {
  if (is_modal(words_.lower(at))) clause.modal = words_.lower(at);
}

ClauseReader::Position ClauseReader::skip_fillers(Clause& clause, Position at, Position end) const {
  for (; at < end; ++at) {
    const auto& lower = words_.lower(at);
    if (lower == "only" || lower == "merely")
      clause.only = true;
    else if (is_negation(lower) && lower != "no")
      clause.negated = true;
    else if (!is_filler(lower))
      break;
    clause.now = clause.now || lower == "now" || lower == "currently";
  }
  return at;
}

bool ClauseReader::is_main_verb(Position at, Position end) const {
  return at < end && words_[at].is_verb() && phrases_.name_length(at, end) == 0;
}

Verb ClauseReader::verb_at(Position at) const {
  Verb verb;
  verb.text = words_[at].text;
  if (const auto base = words_[at].is_verb() ? std::string() : base_of_gerund(words_[at].lower);
      !base.empty()) {
    verb.lemma = base;
    return verb;
  }
  const bool known = words_[at].is_verb() || phrases_.is_verb_lemma(words_[at].lemma);  // "leads" as a plural
  verb.lemma = known ? words_[at].lemma : words_[at].lower;
  verb.text = words_[at].text;
  return verb;
}

/// "is going to visit", "is expected to visit", "is to visit": what is to come; be is no longer a passive's.
ClauseReader::Position ClauseReader::take_prospect(Clause& clause, Position at, Position end,
                                                   bool& be) const {
  static const std::vector<std::string> words{"going", "expected", "scheduled", "due",
                                              "set",   "supposed", "planned",   "projected",
                                              "about", "poised",   "ready",     "slated"};
  const bool prospect = std::find(words.begin(), words.end(), words_.lower(at)) != words.end();
  const Position to = prospect ? at + 1 : at;
  if (words_.lower(to) != "to" || to + 1 >= end || words_[to + 1].tag != "VB") return at;
  clause.modal = prospect ? "will" : "is to";
  clause.copula = clause.passive = be = false;
  if (words_.lower(to + 1) == "be" && to + 2 < end && words_[to + 2].is_verb()) {
    be = true;
    return to + 2;
  }
  return to + 1;
}

/// The chain of auxiliaries, then the verbs that are joined: "attended, spoke at or chaired".
Status ClauseReader::read_verbs(Clause& clause, Position& at, Position end) const {
  bool be = clause.passive;
  while (at < end && !auxiliary_of(words_.lower(at)).empty() && phrases_.name_length(at, end) == 0) {
    const Position next = skip_fillers(clause, at + 1, end);
    const bool another = next < end && (is_main_verb(next, end) || !auxiliary_of(words_.lower(next)).empty());
    be = auxiliary_of(words_.lower(at)) == "be" || (words_.lower(at) == "get");
    if (!another && !be) break;  // do and have as main verbs
    take_auxiliary(clause, at);
    at = next;
    if (!another && words_.lower(at) == "to" && at + 1 < end && words_[at + 1].tag == "VB")
      break;  // "is to visit"
    if (!another && take_prospect(clause, at, end, be) != at) {
      be = true;
      break;
    }
    if (!another) {
      clause.copula = true;
      return {};
    }
  }
  if (be || words_.lower(at) == "going") at = take_prospect(clause, at, end, be);
  if (at >= end) return not_understood(at, end);
  if (words_[at].lemma == "get" && at + 1 < end &&
      (words_[at + 1].tag == "VBN" || words_[at + 1].tag == "VBD")) {
    be = true;  // "who got asked"
    ++at;
  }
  clause.passive =
      be && words_[at].tag != "VBG" && (words_[at].is_verb() || base_of_gerund(words_[at].lower).empty());
  while (true) {
    clause.verbs.push_back(verb_at(at++));
    auto& verb = clause.verbs.back();
    while (at < end && (words_[at].tag == "RP" || words_[at].lower == "part" || words_[at].lower == "over")) {
      if (words_[at].lower == "part") break;
      verb.particles.push_back(words_[at++].lower);
    }
    Position next = at;
    if (next < end && is_preposition(words_[next].lower) && next + 1 < end && words_[next + 1].is_joint())
      ++next;  // "spoke at or"
    const Position stranded = next;
    while (next < end && words_[next].is_joint()) ++next;
    if (next == stranded || !is_main_verb(next, end)) return {};
    if (stranded > at) verb.particles.push_back(words_[at].lower);
    at = next;
  }
}

}  // namespace entente::ask
