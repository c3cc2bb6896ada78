// SPDX-License-Identifier: Apache-2.0
#include "ask/clause_reader.hpp"

#include <algorithm>

namespace entente::ask {
namespace {

bool is_question_word(const std::string& lower) {
  return wh_of(lower) != Wh::none;
}

/// Words that ask for a list without being part of the question: "list all visits", "show me".
bool is_request(const std::string& lower) {
  return lower == "list" || lower == "show" || lower == "name" || lower == "find" || lower == "give" ||
         lower == "tell" || lower == "me" || lower == "us";
}

/// Verbs that only hand on what their subject says.
bool is_saying(const std::string& lemma) {
  return lemma == "say" || lemma == "claim" || lemma == "state" || lemma == "declare" || lemma == "think" ||
         lemma == "believe" || lemma == "hope" || lemma == "announce";
}

}  // namespace

tl::unexpected<Error> ClauseReader::not_understood(Position at, Position end) const {
  const bool known = at < words_.size();
  return fail(ErrorKind::data,
              known ? "the question is not understood at ‘" + words_.text(at, std::max(end, at + 1)) + "’"
                    : "the question breaks off",
              Place{"", 0, 0, known ? words_[at].begin : words_.question.size()},
              "forms that are: who met whom, what did X export, whom did X call on, which countries attended "
              "Y, who is X, X's visits to Y");
}

bool ClauseReader::opens_clause(Position at) const {
  if (at >= words_.size()) return false;
  if (is_question_word(words_[at].lower)) return true;
  if (is_preposition(words_[at].lower) && is_question_word(words_.lower(at + 1))) return true;
  if (words_[at].lower == "to" && words_.lower(at + 1) == "do") return true;
  return !auxiliary_of(words_[at].lower).empty() && !is_question_word(words_.lower(at + 1)) &&
         phrases_.starts_phrase(at + 1, words_.size());
}

std::vector<ClauseReader::Bounds> ClauseReader::split() const {
  std::vector<Bounds> out;
  Position begin = 0;
  int depth = 0;
  for (Position i = 0; i < words_.size(); ++i) {
    if (words_[i].text == "(") ++depth;
    if (words_[i].text == ")" && depth > 0) --depth;
    if (depth > 0 || !words_[i].is_joint()) continue;
    Position next = i;
    while (next < words_.size() && words_[next].is_joint()) ++next;
    if (i > begin && opens_clause(next)) {
      out.push_back({begin, i});
      begin = next;
    }
    i = next - 1;
  }
  Position end = words_.size();
  while (end > begin && words_[end - 1].is_joint()) --end;
  if (end > begin) out.push_back({begin, end});
  return out;
}

Result<Question> ClauseReader::read() const {
  Question question;
  question.text = words_.question;
  for (const auto& bounds : split()) {
    auto clause = read_clause(bounds);
    if (!clause) return fail(clause.error());
    question.clauses.push_back(std::move(*clause));
  }
  if (question.clauses.empty()) return not_understood(words_.size(), words_.size());
  return question;
}

Result<Clause> ClauseReader::read_clause(Bounds bounds) const {
  Clause clause;
  clause.begin = words_[bounds.begin].begin;
  clause.end = words_[bounds.end - 1].end;
  Position at = bounds.begin;
  while (at + 1 < bounds.end && is_request(words_.lower(at))) ++at;
  if (const auto done = read_front(clause, at, bounds.end); !done) return fail(done.error());
  if (const auto done = read_claim(clause, at, bounds.end); !done) return fail(done.error());
  if (const auto done = read_complements(clause, at, bounds.end); !done) return fail(done.error());
  return clause;
}

/// "Who says that X attacked Y?": the act is what counts, with whose claim it is.
Status ClauseReader::read_claim(Clause& clause, Position& at, Position end) const {
  if (clause.verbs.size() != 1 || !is_saying(clause.verbs.front().lemma) || clause.passive) return {};
  if (words_.lower(at) != "that" || !clause.subject || !clause.subject->is_asked()) return {};
  Position behind = at + 1;
  auto subject = phrases_.read(behind, end);
  if (!subject || behind >= end) return {};
  if (!is_main_verb(behind, end) && auxiliary_of(words_.lower(behind)).empty()) return {};
  clause.subject = std::move(*subject);
  clause.verbs.clear();
  clause.said = true;
  at = behind;
  return read_verbs(clause, at, end);
}

/// Everything up to the first complement of the verb.
Status ClauseReader::read_front(Clause& clause, Position& at, Position end) const {
  at = skip_fillers(clause, at, end);
  if (words_.lower(at) == "to" && words_.lower(at + 1) == "do" &&
      is_question_word(words_.lower(at + 2))) {  // "to do what"
    clause.attributes.push_back("content");
    at += 3;
    return {};
  }
  std::string preposition;
  if (at + 1 < end && is_preposition(words_.lower(at)) && is_question_word(words_.lower(at + 1)))
    preposition = words_.lower(at++);
  if (at < end && is_question_word(words_.lower(at)) && phrases_.name_length(at, end) == 0) {
    auto asked = phrases_.read(at, end);
    if (!asked) return fail(asked.error());
    return read_behind_question_word(clause, std::move(*asked), preposition, at, end);
  }
  if (!auxiliary_of(words_.lower(at)).empty()) {
    clause.yes_no = true;
    return read_inverted(clause, at, end);
  }
  if (is_main_verb(at, end)) return read_verbs(clause, at, end);
  if (!phrases_.starts_phrase(at, end)) return {};
  auto subject = phrases_.read(at, end);
  if (!subject) return fail(subject.error());
  clause.subject = std::move(*subject);
  at = skip_fillers(clause, at, end);
  if (is_relative(at, end)) return read_relative(clause, at, end);
  if (at + 1 < end && words_[at].tag == "VBN" && words_.lower(at + 1) == "by") {  // "meetings attended by X"
    clause.subject->wh = Wh::which;
    clause.passive = true;
    return read_verbs(clause, at, end);
  }
  if (!is_main_verb(at, end) &&
      auxiliary_of(words_.lower(at)).empty()) {  // no verb: "China's meetings in June"
    clause.object = std::move(clause.subject);
    clause.subject.reset();
    return {};
  }
  return read_verbs(clause, at, end);
}

/// "the people that attended Y", "countries visited by X": the relative clause goes to the end.
Status ClauseReader::read_attached(Clause& clause, Phrase& phrase, Position& at, Position end) const {
  const bool common = !phrase.is_named() && !phrase.is_asked() && !phrase.head.empty();
  const bool reduced =
      common && at + 1 < end && (words_[at].tag == "VBN" || words_[at].tag == "VBG") && is_main_verb(at, end);
  if (!reduced && !(common && is_relative(at, end))) return {};
  Clause relative;
  relative.begin = words_[at].begin;
  relative.end = words_[end - 1].end;
  relative.subject = phrase;
  if (reduced) {
    relative.subject->wh = Wh::which;
    relative.passive = words_[at].tag == "VBN";
    if (const auto done = read_verbs(relative, at, end); !done) return done;
  } else if (const auto done = read_relative(relative, at, end); !done) {
    return done;
  }
  if (const auto done = read_complements(relative, at, end); !done) return done;
  phrase.relative = static_cast<int>(clause.relatives.size());
  clause.relatives.push_back(std::move(relative));
  return {};
}

bool ClauseReader::is_relative(Position at, Position end) const {
  const auto& word = words_.lower(at);
  return at + 1 < end && (word == "that" || word == "which" || word == "who" || word == "whom");
}

/// "all meetings that X chaired" asks what "which meetings did X chair" asks.
Status ClauseReader::read_relative(Clause& clause, Position& at, Position end) const {
  Phrase asked = std::move(*clause.subject);
  clause.subject.reset();
  asked.wh = Wh::which;
  at = skip_fillers(clause, at + 1, end);
  if (is_main_verb(at, end) || !auxiliary_of(words_.lower(at)).empty()) {
    clause.subject = std::move(asked);
    return read_verbs(clause, at, end);
  }
  clause.object = std::move(asked);
  clause.fronted = true;
  Position verb = at;
  while (verb < end && (verb == at || !is_main_verb(verb, end)) &&
         !(verb > at && is_verb_in_relative(at, verb, end)))
    ++verb;
  if (const auto done = read_subject(clause, at, verb); !done) return done;
  at = skip_fillers(clause, at, end);
  return at < end ? read_verbs(clause, at, end) : not_understood(at, end);
}

/// "that X leads": right behind a name, though it is tagged as a noun.
bool ClauseReader::is_verb_in_relative(Position subject, Position at, Position end) const {
  const auto& lower = words_.lower(at);
  if (!auxiliary_of(lower).empty()) return true;
  const Position first = is_determiner(words_.lower(subject)) ? subject + 1 : subject;
  const auto name = phrases_.name_length(first, end);
  return name > 0 && first + name == at && words_[at].is_noun() && phrases_.is_verb_lemma(words_[at].lemma);
}

Status ClauseReader::read_behind_question_word(Clause& clause, Phrase asked, std::string preposition,
                                               Position& at, Position end) const {
  at = skip_fillers(clause, at, end);
  while (at < end && is_preposition(words_.lower(at)) &&
         !asked.head.empty()) {  // "which statements about China are"
    if (const auto done = read_preposition(clause, at, end); !done) return done;
    at = skip_fillers(clause, at, end);
  }
  const std::string aux(auxiliary_of(words_.lower(at)));
  if (!aux.empty()) {
    Position behind = skip_fillers(clause, at + 1, end);
    const bool verb_follows = behind < end && aux != "do" &&
                              (is_main_verb(behind, end) || !auxiliary_of(words_.lower(behind)).empty());
    const bool phrase_follows = !verb_follows && phrases_.starts_phrase(behind, end);
    if (phrase_follows && (aux != "have" || verb_behind_subject(behind, end, true) < end) &&
        !is_question_word(words_.lower(behind))) {
      const bool predicate =
          aux == "be" && !asked.head.empty() && statement_kind_of(words_[behind].lemma).has_value();
      if (!predicate) {
        place_front(clause, std::move(asked), preposition, false);
        return read_inverted(clause, at, end);
      }
    }
    place_front(clause, std::move(asked), preposition, true);
    return read_verbs(clause, at, end);
  }
  const bool has_verb = is_main_verb(at, end);
  place_front(clause, std::move(asked), preposition, has_verb);
  if (!has_verb) return {};
  return read_verbs(clause, at, end);
}

/// Auxiliary, subject, verb.
Status ClauseReader::read_inverted(Clause& clause, Position& at, Position end) const {
  const std::string aux(auxiliary_of(words_.lower(at)));
  take_auxiliary(clause, at);
  at = skip_fillers(clause, at + 1, end);
  const Position verb = verb_behind_subject(at, end, aux == "have" || aux == "be");
  if (aux == "be" && verb >= end) {  // "Who is X?"
    clause.copula = true;
    return read_subject(clause, at, end);
  }
  if (const auto done = read_subject(clause, at, verb); !done) return done;
  at = skip_fillers(clause, at, end);
  if (at >= end) return not_understood(at, end);
  if (aux == "be" && words_[at].tag != "VBG" &&
      (words_[at].is_verb() || base_of_gerund(words_[at].lower).empty()))
    clause.passive = true;
  const Position first = at;
  if (const auto done = read_verbs(clause, at, end); !done) return done;
  const bool past = words_[first].tag == "VBD" || words_[first].tag == "VBN";
  if (aux == "do" && past && clause.verbs.size() == 1)  // "did X found": behind "did" it is a base form
    clause.verbs.front().lemma = words_.lower(first);
  return read_said(clause, at, end);
}

/// "what does X say it will do": what is said counts, X is its subject unless another is named.
Status ClauseReader::read_said(Clause& clause, Position& at, Position end) const {
  if (clause.verbs.size() != 1 || !is_saying(clause.verbs.front().lemma) || clause.passive) return {};
  if (!clause.fronted) return {};
  const Position begin = words_.lower(at) == "that" ? at + 1 : at;
  Position behind = begin;
  if (!phrases_.starts_phrase(begin, end)) return {};
  auto subject = phrases_.read(behind, end);
  if (!subject || auxiliary_of(words_.lower(behind)).empty()) return {};
  if (subject->is_named()) clause.subject = std::move(*subject);
  clause.verbs.clear();
  at = behind;
  return read_verbs(clause, at, end);
}

Status ClauseReader::read_subject(Clause& clause, Position& at, Position verb) const {
  if (at >= verb) return not_understood(at, verb);
  const auto& word = words_.lower(at);
  if (at + 1 == verb &&
      (word == "we" || word == "you" || word == "i" || word == "one")) {  // "what do we know of"
    ++at;
    return {};
  }
  auto subject = phrases_.read(at, verb);
  if (!subject) return fail(subject.error());
  clause.subject = std::move(*subject);
  while (at < verb && words_.lower(at) == "of") {
    if (const auto done = read_preposition(clause, at, verb); !done) return done;
  }
  return {};
}

/// Where a fronted question word belongs: what it stood for before it was moved.
void ClauseReader::place_front(Clause& clause, Phrase asked, const std::string& preposition,
                               bool is_subject) const {
  const bool of_time = preposition == "since" || preposition == "until" || preposition == "by" ||
                       preposition == "from" || preposition == "for" || preposition == "till";
  if (is_adjunct(asked.wh) && (preposition.empty() || of_time)) {
    clause.adjuncts.push_back(asked.wh);
  } else if (const auto attribute = attribute_of(asked.head); !attribute.empty()) {
    clause.attributes.emplace_back(attribute);
    for (const auto& other : asked.others)
      if (const auto more = attribute_of(other.head); !more.empty()) clause.attributes.emplace_back(more);
    if (asked.wh == Wh::whose) clause.object = std::move(asked);
  } else if (!preposition.empty()) {
    clause.prepositions.insert(clause.prepositions.begin(), PrepositionPhrase{preposition, std::move(asked)});
  } else if (is_subject) {
    clause.subject = std::move(asked);
  } else {
    clause.object = std::move(asked);
    clause.fronted = true;
  }
}

}  // namespace entente::ask
