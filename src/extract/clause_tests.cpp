// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/clause.hpp"

namespace entente::extract {

// "flies there in May", "opens next week".
bool ClauseReader::has_future_time(std::uint32_t verb) const {
  for (const std::uint32_t each : syntax_.children(verb)) {
    const std::string& word = syntax_.lower(each);
    if (one_of(word, {"tomorrow", "soon", "tonight", "later"})) return true;
    std::uint32_t time = syntax_.is(each, {"npadvmod"}) ? each : kNone;
    if (syntax_.is(each, {"prep"}) && one_of(word, {"in", "on", "by", "at"}))
      time = syntax_.child(each, {"pobj"});
    if (time == kNone) continue;
    const bool date = one_of(syntax_.token(time).ent_type, {"DATE", "TIME"});
    if (date && syntax_.lower(time) != "day" &&
        !syntax_.has_child_word(time, {"every", "each", "last", "a", "per"}))
      return true;
  }
  return false;
}

bool ClauseReader::is_condition(std::uint32_t clause) const {
  std::uint32_t subject = kNone, auxiliary = kNone;
  for (const std::uint32_t each : syntax_.children(clause)) {
    const std::string& word = syntax_.lower(each);
    if (syntax_.is(each, {"mark", "advmod"}) && one_of(word, {"if", "unless", "whether", "lest"}))
      return word != "whether" || !is_weighed(clause);
    if (syntax_.is(each, {"nsubj", "nsubjpass"}) && subject == kNone) subject = each;
    if (syntax_.is(each, {"aux", "auxpass"}) && auxiliary == kNone && one_of(word, {"should", "had", "were"}))
      auxiliary = each;
  }
  return syntax_.is(clause, {"advcl", "ccomp"}) && auxiliary != kNone && subject != kNone &&
         auxiliary < subject;
}

// "is weighing whether to suspend aid": a plan, of whoever weighs it.
bool ClauseReader::is_weighed(std::uint32_t clause) const {
  const std::uint32_t above = syntax_.head(clause);
  return is_infinitive(clause) && above != kNone && !is_negated(above) &&
         one_of(syntax_.lemma(above), {"consider", "weigh", "mull", "debate", "discuss", "study", "ponder"});
}

// "refused to pay the sum that it had promised": it had, whatever it does now; not "a team that would help".
// "vowed to hit back after X bombed Y": X did; not "it would leave after X bombed Y", where that may lie
// ahead.
bool ClauseReader::is_own_statement(std::uint32_t at) const {
  if (syntax_.is(at, {"amod"}) && syntax_.tag(at) == "VBN" && syntax_.is_noun(syntax_.head(at)))
    return true;  // "refused to discuss the Chinese-built railway": it is built
  const bool reason = syntax_.is(at, {"advcl"}) &&
                      syntax_.has_child_word(at, {"after", "since", "because"}) &&
                      !syntax_.has_child_word(syntax_.head(at), {"would", "could", "should"});
  if (!reason && (!syntax_.is(at, {"relcl"}) || syntax_.child(at, {"mark"}) != kNone)) return false;
  if (reason && one_of(syntax_.tag(at), {"VBZ", "VBP"})) return false;
  bool finite = one_of(syntax_.tag(at), {"VBD", "VBZ", "VBP"});
  for (const std::uint32_t each : syntax_.children(at)) {
    if (!syntax_.is(each, {"aux", "auxpass"})) continue;
    if (one_of(syntax_.tag(each), {"MD", "TO"})) return false;
    if (reason && one_of(syntax_.tag(each), {"VBZ", "VBP"})) return false;  // "will leave after X is freed"
    finite = finite || one_of(syntax_.tag(each), {"VBD", "VBZ", "VBP"});
  }
  return finite;
}

bool ClauseReader::is_question(std::uint32_t root) const {
  const auto below = syntax_.children(root);
  const bool asked =
      std::any_of(below.begin(), below.end(), [&](auto each) { return syntax_.lower(each) == "?"; });
  const std::uint32_t auxiliary = syntax_.child(root, {"aux", "auxpass"});
  const bool granted = auxiliary != kNone && syntax_.tag(auxiliary) != "MD" &&
                       syntax_.has_child_word(root, {"why"});  // "Why did X do it?"
  return asked && !granted;
}

// "there is no doubt that", "it is no secret that", "nobody doubts that", "one cannot deny that", "let us not
// forget that", "it goes without saying that": what is denied is the doubt.
bool ClauseReader::is_beyond_doubt(std::uint32_t word) const {
  const std::string& lemma = syntax_.lemma(word);
  if (lemma == "be") {
    const std::uint32_t said = syntax_.child(word, {"attr"});
    return said != kNone && is_beyond_doubt(said);
  }
  if (one_of(lemma, {"doubt", "question", "secret", "denying", "mistake"}) && syntax_.is_noun(word)) {
    const std::uint32_t be = syntax_.head(word);
    return syntax_.has_child_word(word, {"no", "little"}) ||
           (be != kNone && syntax_.lemma(be) == "be" && is_negated(be));
  }
  if (!syntax_.is_verb(word)) return false;
  const std::uint32_t above = syntax_.head(word);
  const bool here = is_negated(word);
  if (lemma == "say") return above != kNone && syntax_.lower(above) == "without";
  if (lemma == "forget")
    return here || (above != kNone && syntax_.lemma(above) == "let" && is_negated(above));
  if (one_of(lemma, {"doubt", "dispute", "question"})) return here;
  return lemma == "deny" && here && syntax_.has_child_word(word, {"can", "ca", "could"});
}

// "did not recall its ambassador", "asked Togo's president to", "an offer from Togo's king": who somebody is
// does not hang on what is denied, asked or planned. Nor does whose people those are to whom something is
// done: "fans of X were banned".
void settle_standing(const Syntax& syntax, std::uint32_t noun, bool firm, Features& features) {
  if (syntax.is(noun, {"attr", "oprd", "xcomp", "acomp"})) return;
  const bool behind = syntax.is(noun, {"pobj"});
  const bool argument = syntax.is(noun, {"nsubj", "nsubjpass"});
  if (syntax.is(noun, {"dobj"}) || (firm && (behind || argument))) features.negated = false;
  if (syntax.has_child_word(noun, {"no"})) features.suppressed = true;  // "no minister of X came"
  const bool holder = syntax.has_child_word(noun, {"the"}) &&  // "threatened the Togolese king": there is one
                      !syntax.has_child_word(noun, {"next", "new", "future", "first"});
  const bool may_be_planned = behind ? one_of(syntax.lower(syntax.head(noun)), {"as", "for"}) : !holder;
  if (features.modality == Modality::called_for ||
      (!may_be_planned && features.modality == Modality::planned))
    features.modality = Modality::asserted;
}

bool is_opposition(std::string_view word) {
  return one_of(word, {"opposition", "rebel", "dissident", "exile", "exiled"});
}

bool leads_opposition(const Syntax& syntax, std::uint32_t leader) {
  const auto below = syntax.children(leader);
  return std::any_of(below.begin(), below.end(),
                     [&](std::uint32_t each) { return is_opposition(syntax.lower(each)); });
}

}  // namespace entente::extract
