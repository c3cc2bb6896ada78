// SPDX-License-Identifier: Apache-2.0
#include "extract/contrasts.hpp"

#include <algorithm>

#include "extract/events.hpp"

namespace entente::extract {
namespace {

// The verb of "the same can(not) be said of", "is (not) true of" whose subject is this word; kNone elsewhere.
std::uint32_t comparing_verb(const Syntax& syntax, std::uint32_t same) {
  const std::uint32_t verb = syntax.is(same, {"nsubj", "nsubjpass"}) ? syntax.head(same) : kNone;
  if (verb == kNone || syntax.lower(same) != "same") return kNone;
  if (syntax.lemma(verb) == "say") return verb;
  const std::uint32_t predicate = syntax.child(verb, {"acomp"});
  return predicate != kNone && one_of(syntax.lemma(predicate), {"true", "valid"}) ? verb : kNone;
}

Ends compared(const Context& context, std::uint32_t verb) {
  Ends ends;
  const std::uint32_t predicate = context.syntax.child(verb, {"acomp"});
  for (const std::uint32_t at : {verb, predicate})
    for (const std::string_view word : {"of", "for", "about"})
      if (ends.empty() && at != kNone) ends = agents_of(context, context.roles.preposition(at, word));
  return ends;
}

// "nor did X", "neither has X".
bool is_inverted(const Syntax& syntax, std::uint32_t verb) {
  return verb > 0 && one_of(syntax.lower(verb - 1), {"neither", "nor"});
}

// "South Africa has declined": with nothing behind it.
bool is_refusal(const Syntax& syntax, std::uint32_t verb) {
  return one_of(syntax.lemma(verb), {"decline", "refuse", "demur"}) && syntax.is_verb(verb) &&
         !syntax.is_passive(verb);
}

bool is_denial(const Syntax& syntax, std::uint32_t verb) {
  return is_refusal(syntax, verb) || syntax.child(verb, {"neg"}) != kNone || is_inverted(syntax, verb) ||
         syntax.has_child_word(verb, {"neither", "nor"});
}

// Who stands before "did not", "has not yet", "neither did" when nothing but the auxiliary is there; or
// kNone.
std::uint32_t elliptic_subject(const Syntax& syntax, std::uint32_t at) {
  const bool auxiliary = one_of(syntax.lemma(at), {"do", "have", "be", "will", "would", "can"}) ||
                         is_refusal(syntax, at) ||
                         (syntax.lower(at) == "yet" && syntax.child(at, {"aux"}) != kNone);
  if (!auxiliary || syntax.is(at, {"aux", "auxpass"})) return kNone;
  if (is_inverted(syntax, at)) return syntax.child(at, {"nsubj", "dobj", "attr"});
  if (syntax.child(at, {"dobj", "attr", "acomp", "prep", "xcomp", "oprd", "expl", "ccomp", "prt"}) != kNone)
    return kNone;
  const std::uint32_t subject = syntax.child(at, {"nsubj"});
  const bool stray = subject == kNone && syntax.is(at, {"ccomp"}) && at > 0 &&
                     syntax.tag(at - 1).starts_with("NN") && syntax.head(at - 1) == syntax.head(at);
  return stray ? at - 1 : subject;
}

// The root before a word; of "X will go, Y said" what X does.
std::uint32_t deed_before(const Syntax& syntax, std::uint32_t at) {
  const std::uint32_t root = syntax.root_before(at);
  const bool said = root != kNone && one_of(syntax.lemma(root), {"say", "add", "report", "announce"});
  const std::uint32_t deed = said ? syntax.child(root, {"ccomp"}) : kNone;
  return deed == kNone ? root : deed;
}

// What the others did who stand beside "X did not".
std::uint32_t elided_verb(const Syntax& syntax, std::uint32_t at) {
  if (syntax.is(at, {"conj", "advcl", "dep", "advmod"})) return syntax.head(at);
  const std::uint32_t frame = syntax.is(at, {"ccomp"}) ? syntax.head(at) : at;  // "X will not, Y said"
  if (frame != at && syntax.is(frame, {"conj"})) return syntax.head(frame);
  if (syntax.head(frame) != kNone) return kNone;
  const std::uint32_t clause = syntax.child(frame, {"ccomp", "parataxis"});
  return clause == kNone || clause == at ? deed_before(syntax, at) : clause < at ? clause : kNone;
}

// "Armenia followed on Tuesday", "Armenia followed suit".
bool follows(const Syntax& syntax, std::uint32_t verb) {
  const std::uint32_t object = syntax.child(verb, {"dobj"});
  return syntax.lemma(verb) == "follow" && syntax.is_verb(verb) && !syntax.is_passive(verb) &&
         syntax.child(verb, {"neg", "aux", "ccomp", "xcomp"}) == kNone &&
         (object == kNone || syntax.lower(object) == "suit");
}

/// "X backed the plan; Y did not", "nor did Y": what is said of X, turned round or said of Y, too.
void read_ellipsis(const Context& context, std::uint32_t at, std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  const bool followed = follows(syntax, at);  // "X pulled out; Y followed": the same is said of Y
  const std::uint32_t subject = followed ? syntax.child(at, {"nsubj"}) : elliptic_subject(syntax, at);
  const std::uint32_t verb = subject == kNone ? kNone : elided_verb(syntax, at);
  const bool denied = verb != kNone && is_denial(syntax, verb);
  if (!followed && !denied && !is_denial(syntax, at)) return;
  if (verb == kNone || verb > at) return;
  const Ends others = agents_of(context, {context.roles.expand(subject), Step::context});
  if (others.empty()) return;
  const auto entities = context.slots.entities_of(others.mentions);
  const bool turned = !followed && denied != is_denial(syntax, at);  // "Chad did not arm them; Libya did"
  const Sentence& sentence = context.reading.sentences[syntax.sentence_of(at)];
  std::vector<Draft> found;
  for (const Draft& draft : drafts) {
    const Claim& claim = draft.claim;
    const bool object =
        syntax.is(draft.trigger, {"dobj", "attr", "xcomp"}) && syntax.head(draft.trigger) == verb;
    if (!(object || draft.trigger == verb) || claim.subjects.empty() || claim.objects.empty() ||
        claim.pairwise_subjects)
      continue;
    const auto subjects = context.slots.entities_of(claim.subjects),
               ends = context.slots.entities_of(claim.objects);
    if (subjects == entities || ends == entities) continue;
    Draft other = draft;
    other.claim.subjects = others.mentions;
    other.claim.sentence = syntax.sentence_of(at);
    other.claim.clause_begin = sentence.begin;
    other.claim.clause_end = sentence.end;
    other.claim.rule = followed ? "contrast/followed" : "contrast/ellipsis";
    if (followed) {  // "on Monday", "40 men" are of the first
      other.claim.when.reset();
      other.claim.quantity.reset();
    }
    other.claim.negated = turned ? !claim.negated : claim.negated;
    found.push_back(std::move(other));
  }
  for (Draft& each : found) drafts.push_back(std::move(each));
}

// "all members", "every country", "none of the states", "no party".
bool is_of_all(const Syntax& syntax, std::uint32_t noun) {
  if (syntax.is_of_all(noun)) return true;
  const std::uint32_t of = syntax.is(noun, {"pobj"}) ? syntax.head(noun) : kNone;  // "none | of the states"
  return of != kNone && syntax.lower(of) == "of" && Syntax::is_word_for_all(syntax.lower(syntax.head(of)));
}

// Who is named behind "except", "other than", "apart from", "with the exception of"; or kNone.
std::uint32_t excepted(const Syntax& syntax, std::uint32_t at) {
  std::uint32_t before = kNone;  // the preposition of the name
  const std::string& word = syntax.lower(at);
  if (one_of(word, {"except", "excepting", "barring"})) before = at;
  const std::uint32_t above = syntax.head(at);
  if (word == "exception" && above != kNone && syntax.lower(above) == "with")
    before = syntax.child(at, {"prep"});
  if (word == "than" && above != kNone && syntax.lower(above) == "other") before = at;
  if (word == "from" && above != kNone && one_of(syntax.lower(above), {"apart", "aside"})) before = at;
  if (before == kNone) return kNone;
  const std::uint32_t behind = syntax.child(before, {"prep"});  // "except for"
  return syntax.child(behind == kNone ? before : behind, {"pobj"});
}

// "All members except X voted for it", "no country other than X did": of X the opposite is said.
void add_exceptions(const Context& context, std::uint32_t predicate, Tokens& found) {
  const Syntax& syntax = context.syntax;
  const std::uint32_t verb = syntax.is_verb(predicate) ? predicate : syntax.clause_of(predicate);
  const Tokens& doers = context.roles.subject(verb).tokens;
  const bool all =
      std::any_of(doers.begin(), doers.end(), [&](auto each) { return is_of_all(syntax, each); });
  const std::uint32_t doer = syntax.child(verb, {"nsubj", "nsubjpass"});
  const Sentence& sentence = context.reading.sentences[syntax.sentence_of(verb)];
  for (std::uint32_t at = sentence.begin; at < sentence.end; ++at) {
    const std::uint32_t other = excepted(syntax, at);
    const bool of_doers = doer != kNone && at > doer &&
                          at < syntax.range(doer).end &&  // "the parties, except X"
                          !one_of(syntax.lower(at), {"than", "from"});
    if (other != kNone && (all || of_doers) && syntax.clause_of(at) == verb)
      add_once(found, context.roles.expand(other));
  }
}

// "It was not Chad but Libya that did it": Chad; or kNone.
std::uint32_t passed_over(const Syntax& syntax, std::uint32_t chosen) {
  const std::uint32_t other = syntax.is(chosen, {"conj"}) ? syntax.head(chosen) : kNone;
  if (other == kNone || !syntax.is(other, {"attr"}) || !syntax.has_child_word(other, {"but"})) return kNone;
  return syntax.child(syntax.head(other), {"neg"}) != kNone ? other : kNone;
}

// "Libya, not Chad, did it".
bool is_denied_beside(const Syntax& syntax, std::uint32_t name) {
  const std::uint32_t begin = syntax.range(name).begin;
  return syntax.is(name, {"appos"}) && begin > 0 &&
         (syntax.lower(begin - 1) == "not" || syntax.lower(begin) == "not");
}

}  // namespace

Tokens contrasted(const Context& context, Predicate predicate) {
  const Syntax& syntax = context.syntax;
  Tokens found = context.roles.preposition(predicate.token, "unlike").tokens;
  add_exceptions(context, predicate.token, found);
  if (predicate.word_class != WordClass::verb) return found;
  const bool denied = syntax.child(predicate.token, {"neg"}) != kNone;
  for (const std::uint32_t subject : context.roles.subject(predicate.token).tokens) {
    if (const std::uint32_t other = passed_over(syntax, subject); other != kNone) add_once(found, {other});
    for (const std::uint32_t each : syntax.children(subject))
      if ((syntax.is(each, {"conj"}) && syntax.is_left_out(each)) || is_denied_beside(syntax, each))
        add_once(found, {each});
  }
  for (const std::uint32_t each : syntax.children(predicate.token)) {
    const std::uint32_t other =
        syntax.is(each, {"conj"}) && one_of(syntax.lemma(each), {"do", "have", "be", "will"})
            ? syntax.child(each, {"nsubj"})
            : kNone;
    const bool bare =
        syntax.child(each, {"dobj", "attr", "acomp", "prep", "xcomp", "ccomp", "advmod"}) == kNone;
    if (other != kNone && bare && is_denial(syntax, each) != denied)
      add_once(found, context.roles.expand(other));
  }
  return found;
}

Ends denied_objects(const Context& context, const ontology::Frame& frame, Predicate predicate) {
  Ends found;
  if (predicate.word_class != WordClass::verb) return found;
  for (const ontology::Slot& slot : frame.objects) {
    if (slot.kind != ontology::SlotKind::preposition || slot.owner) continue;
    for (const std::uint32_t token : context.roles.denied(predicate.token, slot.word)) {
      const std::uint32_t mention = context.slots.mention_of(token);
      if (mention != kNone && context.slots.admits(frame, mention, SlotReader::End::object))
        found.mentions.push_back(mention);
    }
  }
  return found;
}

void read_contrasts(const Context& context, std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    read_ellipsis(context, at, drafts);
    const std::uint32_t verb = comparing_verb(syntax, at);
    if (verb == kNone) continue;
    const Ends others = compared(context, verb);
    std::uint32_t last = kNone;
    for (const Draft& draft : drafts) {
      const bool before = draft.trigger < at && syntax.is_verb(draft.trigger) &&
                          syntax.sentence_of(draft.trigger) == syntax.sentence_of(at);
      if (before && (last == kNone || draft.trigger > last)) last = draft.trigger;
    }
    if (others.empty() || last == kNone) continue;
    std::vector<Draft> found;
    for (const Draft& draft : drafts) {
      if (draft.trigger != last) continue;
      Draft other = draft;
      other.claim.subjects = others.mentions;
      other.claim.pairwise_subjects = false;
      other.claim.rule = "contrast/same";
      if (syntax.child(verb, {"neg"}) != kNone) other.claim.negated = !other.claim.negated;
      if (!other.claim.objects.empty()) found.push_back(std::move(other));
    }
    for (Draft& each : found) drafts.push_back(std::move(each));
  }
}

}  // namespace entente::extract
