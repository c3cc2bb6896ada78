// SPDX-License-Identifier: Apache-2.0
// What stands behind the verb of a question: objects, prepositions, infinitives, times, lists in brackets.
#include <algorithm>

#include "ask/clause_reader.hpp"

namespace entente::ask {
namespace {

/// An adverb that verbs are made with: "stay away from".
bool is_particle_adverb(const std::string& lower) {
  return lower == "away" || lower == "aside" || lower == "apart" || lower == "back" || lower == "forward" ||
         lower == "home";
}

}  // namespace

Status ClauseReader::read_complements(Clause& clause, Position& at, Position end) const {
  while (at < end) {
    at = skip_fillers(clause, at, end);
    if (at >= end) break;
    if (words_[at].is_joint()) {
      ++at;
      continue;
    }
    at = take_rank(clause, at, end);
    if (at >= end) break;
    if (const auto done = read_one_complement(clause, at, end); !done) return done;
  }
  return {};
}

/// "most countries", "the most aid", "most often".
ClauseReader::Position ClauseReader::take_rank(Clause& clause, Position at, Position end) const {
  const Position word = words_.lower(at) == "the" ? at + 1 : at;
  if (word >= end || rank_of(words_.lower(word)) == Clause::Rank::none) return at;
  clause.rank = rank_of(words_.lower(word));
  Position behind = word + 1;
  if (words_.lower(behind) == "of" && words_.lower(behind + 1) == "the") behind += 2;
  if (words_.lower(behind) == "often" || words_.lower(behind) == "frequently" ||
      words_.lower(behind) == "times")
    ++behind;
  return behind;
}

Status ClauseReader::read_one_complement(Clause& clause, Position& at, Position end) const {
  if (const auto* time = words_.time_at(at)) {
    clause.times.push_back(time->words);
    at = std::max(at + 1, time->end);
    return {};
  }
  if (words_[at].text == "(") return read_listed(clause, at, end);
  if (words_.lower(at + 1) == "than" || words_.lower(at + 1) == "of") {  // "rather than facts"
    if (words_.lower(at) == "rather" || words_.lower(at) == "instead") {
      at += 2;
      if (auto dropped = phrases_.read(at, end); !dropped) return fail(dropped.error());
      return {};
    }
  }
  if (words_.lower(at) == "to" && at + 1 < end && words_[at + 1].tag == "VB")
    return read_infinitive(clause, at, end);
  if ((words_[at].tag == "RP" || is_particle_adverb(words_.lower(at))) && !clause.verbs.empty()) {
    clause.verbs.back().particles.push_back(words_[at++].lower);
    return {};
  }
  if (clause.subject && clause.subject->relative < 0 && clause.has_verb() && words_.lower(at) == "that")
    if (Phrase& subject = *clause.subject;
        !subject.is_named() && !subject.is_asked() && !subject.head.empty())
      return read_attached(clause, subject, at, end);  // "what office do the people hold that chaired Y"
  if (is_preposition(words_.lower(at)) && phrases_.name_length(at, end) == 0)
    return read_preposition(clause, at, end);
  if (!phrases_.starts_phrase(at, end)) return not_understood(at, end);
  auto phrase = read_argument(at, end);
  if (!phrase) return fail(phrase.error());
  if (const auto done = read_attached(clause, *phrase, at, end); !done) return done;
  if (is_adjunct(phrase->wh))
    clause.adjuncts.push_back(phrase->wh);
  else
    place_object(clause, std::move(*phrase));
  return {};
}

/// A phrase, or a bare word for people: "those who attended Y", "everyone that met X".
Result<Phrase> ClauseReader::read_argument(Position& at, Position end) const {
  const auto& word = words_.lower(at);
  const bool people = word == "those" || word == "anyone" || word == "everyone" || word == "everybody" ||
                      word == "whoever" || word == "anybody";
  if (!people || !(is_relative(at + 1, end) || words_[at + 1].is_verb())) return phrases_.read(at, end);
  Phrase out;
  out.text = words_[at++].text;
  out.head = "agent";
  out.lemmas = {"agent"};
  return out;
}

Status ClauseReader::read_preposition(Clause& clause, Position& at, Position end) const {
  PrepositionPhrase out{words_.lower(at++), std::nullopt};
  at = take_rank(clause, at, end);
  if (at < end && is_reflexive(words_.lower(at))) {  // "take part in himself"
    ++at;
  } else if (phrases_.starts_phrase(at, end)) {
    auto phrase = read_argument(at, end);
    if (!phrase) return fail(phrase.error());
    if (const auto attribute = attribute_of(phrase->head); phrase->is_asked() && !attribute.empty()) {
      clause.attributes.emplace_back(attribute);
      for (const auto& other : phrase->others)
        if (const auto more = attribute_of(other.head); !more.empty()) clause.attributes.emplace_back(more);
      return {};
    }
    if (const auto done = read_attached(clause, *phrase, at, end); !done) return done;
    out.phrase = std::move(*phrase);
  }
  clause.prepositions.push_back(std::move(out));
  return {};
}

Status ClauseReader::read_infinitive(Clause& clause, Position& at, Position end) const {
  Clause inner;
  inner.begin = words_[at].begin;
  inner.end = words_[end - 1].end;
  ++at;
  if (const auto done = read_verbs(inner, at, end); !done) return done;
  if (const auto done = read_complements(inner, at, end); !done) return done;
  clause.complement = {std::move(inner)};
  return {};
}

/// "(attended, spoke at or chaired)".
Status ClauseReader::read_listed(Clause& clause, Position& at, Position end) const {
  const Position begin = at++;
  while (at < end && words_[at].text != ")") {
    if (words_[at].is_joint()) {
      ++at;
    } else if (words_[at].is_verb()) {
      clause.listed.push_back(verb_at(at++));
    } else if (is_preposition(words_.lower(at)) && !clause.listed.empty()) {
      clause.listed.back().particles.push_back(words_.lower(at++));
    } else {
      return not_understood(begin, end);
    }
  }
  if (at < end) ++at;
  return {};
}

/// The first phrase behind the verb is its object; with a second one it is the receiver: "gave Mali aid".
void ClauseReader::place_object(Clause& clause, Phrase phrase) const {
  if (!clause.object)
    clause.object = std::move(phrase);
  else
    clause.second = std::move(phrase);
}

}  // namespace entente::ask
