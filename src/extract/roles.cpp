// SPDX-License-Identifier: Apache-2.0
#include "extract/roles.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::extract {
namespace {

using ontology::WordClass;

Filler at_step(Filler filler, Step step) {
  filler.step = step;
  return filler;
}

}  // namespace

std::string_view to_text(Step step) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "direct",     "passive", "conjunct",  "control", "relative",
      "light-verb", "nominal", "described", "lifted",  "context"};
  return kNames.at(static_cast<std::size_t>(step));
}

// ---- nominals

std::uint32_t Roles::antecedent(std::uint32_t pronoun) const {
  std::uint32_t at = pronoun;
  for (int step = 0; step < kClimb && at != kNone; ++step, at = syntax_.head(at))
    if (syntax_.is(at, {"relcl"})) return syntax_.head(at);
  // Its clause was hung elsewhere: the noun before the comma (or preposition) is meant.
  for (std::uint32_t back = pronoun; back-- > 0 && pronoun - back <= 3;) {
    if (syntax_.is_noun(back)) return back;
    if (!one_of(syntax_.dep(back), {"punct", "prep"})) break;
  }
  return kNone;
}

const Tokens& Roles::expand(std::uint32_t nominal) const {
  if (!expanded_[nominal]) expanded_[nominal] = find_expanded(nominal);
  return *expanded_[nominal];
}

Tokens Roles::find_expanded(std::uint32_t nominal) const {
  Tokens all;
  for (std::uint32_t each : syntax_.coordinated(nominal)) {
    if (one_of(syntax_.tag(each), {"WDT", "WP", "WP$"}) ||
        (syntax_.lower(each) == "that" && syntax_.tag(each) != "DT")) {
      const std::uint32_t pronoun =
          std::exchange(each, syntax_.lower(each) == "what" ? kNone : antecedent(each));  // not "what X said"
      if (each == kNone) continue;
      for (const std::uint32_t other : syntax_.coordinated(each))  // "X and Y, who met": both
        if (other > each && other < pronoun) add_once(all, {other});
    }
    each = through_partitive(each);
    const Tokens named = names_behind(each);
    add_once(all, named.empty() ? Tokens{each} : named);
    for (const std::uint32_t below : syntax_.children(each)) {  // "mechanisms such as X and Y"
      if (!syntax_.is(below, {"prep"}) || !one_of(syntax_.lower(below), {"as", "including", "among"}))
        continue;
      const bool such =
          syntax_.has_child_word(below, {"such", "them", "whom"}) || syntax_.lower(below) == "including";
      const std::uint32_t member = syntax_.child(below, {"pobj"});
      if (such && member != kNone) add_once(all, syntax_.coordinated(member));
    }
  }
  return all;
}

// ---- subjects

const ontology::Embedding* Roles::embedding_of(std::uint32_t token, bool finite) const {
  const WordClass word_class = syntax_.is_verb(token) || syntax_.token(token).pos == "AUX" ? WordClass::verb
                               : syntax_.token(token).pos == "ADJ" ? WordClass::adjective
                                                                   : WordClass::noun;
  const std::string& lemma = syntax_.lemma(token);
  if (!frames_.embeds(word_class, lemma)) return nullptr;
  for (const std::uint32_t below : syntax_.children(token)) {
    if (!syntax_.is(below, {"prt", "prep", "advmod", "acomp", "dative", "attr"})) continue;
    if (const auto* found = frames_.embedding(word_class, lemma, syntax_.lower(below), finite)) return found;
  }
  for (const std::uint32_t below : syntax_.children(token)) {  // "called for X to act"
    if (!syntax_.is(below, {"advcl", "ccomp"}) || !syntax_.has_child_word(below, {"for"})) continue;
    if (const auto* found = frames_.embedding(word_class, lemma, "for", finite)) return found;
  }
  return frames_.embedding(word_class, lemma, "", finite);
}

// "X, along with Y, did it": Y did it too.
void Roles::add_companion(std::uint32_t preposition, Tokens& found) const {
  if (!syntax_.is(preposition, {"prep"})) return;
  const bool along = one_of(syntax_.lower(preposition), {"along", "together"});
  const std::uint32_t with = along ? syntax_.child(preposition, {"prep"}) : preposition;
  if (with == kNone || syntax_.lower(with) != "with") return;
  if (!along && !syntax_.has_child_word(with, {"along", "together"})) return;
  add_object_of(with, found);
}

Filler Roles::surface_subject(std::uint32_t verb, int depth) const {
  if (depth > kClimb) return {};
  std::uint32_t own = kNone;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (!syntax_.is(each, {"nsubj", "nsubjpass"})) continue;
    const bool date = syntax_.token(each).ent_type == "DATE" || syntax_.token(each).ent_type == "TIME";
    if (own == kNone || !date) own = each;  // of two, the one that stands nearer
  }
  if (own == kNone) own = syntax_.stolen_subject(verb);
  if (own == kNone && syntax_.hyphen_agent(verb) != kNone) return {{syntax_.head(verb)}, Step::relative};
  if (own == kNone) return inherited_subject(verb, depth);
  Filler filler{expand(own), Step::direct};
  for (const std::uint32_t above : {own, verb})
    for (const std::uint32_t each : syntax_.children(above))
      if (each > own && each < verb) add_companion(each, filler.tokens);
  if (one_of(syntax_.tag(own), {"WDT", "WP"})) filler.step = Step::relative;
  return filler;
}

// A noun that hangs on a preposition stands right before the verb: it is the subject that the parser missed.
bool Roles::preceded_by_noun(std::uint32_t verb) const {
  std::uint32_t before = verb;
  while (before > 0 && one_of(syntax_.lower(before - 1), {"there", "here", "also"})) --before;
  return before > 0 && syntax_.is_noun(before - 1) && syntax_.is(before - 1, {"pobj"});
}

// "establish a fund, to be financed by X": the fund; "open a mine in return for oil, to be supplied by X":
// the oil.
Filler Roles::financed_thing(std::uint32_t verb, std::uint32_t above, int depth) const {
  for (const std::uint32_t each : syntax_.children(above)) {
    const std::uint32_t turn = syntax_.is(each, {"prep"}) ? syntax_.child(each, {"pobj"}) : kNone;
    if (turn == kNone || turn > verb || !one_of(syntax_.lemma(turn), {"return", "exchange"})) continue;
    Filler given;
    add_objects_of(turn, "for", given.tokens);
    if (!given.empty()) return given;
  }
  return own_object(above, depth);
}

Filler Roles::inherited_subject(std::uint32_t verb, int depth) const {
  const std::uint32_t above = syntax_.head(verb);
  const std::uint32_t cleft = syntax_.child(verb, {"csubj"});
  if (cleft != kNone && syntax_.lemma(cleft) == "do" && syntax_.has_child_word(cleft, {"what"}))
    return at_step(surface_subject(cleft, depth + 1), Step::control);  // "what X did was to ..."
  if (cleft != kNone || syntax_.child(verb, {"expl"}) != kNone) return {};
  if (above == kNone) {  // a list of verbs whose last the parser made the root: the first one has the subject
    for (const std::uint32_t each : syntax_.children(verb)) {
      if (each > verb || !syntax_.is(each, {"advcl", "ccomp"}) || !syntax_.is_verb(each)) continue;
      const bool own =
          syntax_.child(each, {"nsubj", "nsubjpass"}) != kNone && syntax_.child(each, {"mark"}) == kNone;
      if (own && syntax_.tag(verb) != "VB") return at_step(surface_subject(each, depth + 1), Step::conjunct);
    }
    return {};
  }
  if (syntax_.is(verb, {"conj", "dep", "parataxis"})) {
    if (!syntax_.is_verb(above) && syntax_.token(above).pos != "AUX") return {};
    return at_step(surface_subject(above, depth + 1), Step::conjunct);
  }
  const bool own = syntax_.lemma(above) == "summon" && one_of(syntax_.lemma(verb), {"protest", "complain"});
  if (own || syntax_.is(verb, {"acomp"})) return surface_subject(above, depth + 1);  // "was opposed to"
  if (syntax_.is(verb, {"xcomp", "ccomp"})) return at_step(controller(above, depth + 1), Step::control);
  if (syntax_.is(verb, {"advcl"})) {
    if (syntax_.is_noun(above) && !syntax_.is_verb(above)) return subject_of_modifier(verb, depth + 1);
    if (syntax_.has_child_word(verb, {"to"}) && syntax_.child(verb, {"auxpass"}) != kNone) {
      Filler patient = financed_thing(verb, above, depth + 1);
      if (!patient.empty()) return at_step(patient, Step::control);
    }
    const bool joined = verb > above && (syntax_.is(above, {"conj"}) || is_behind_asked(above, verb));
    const auto* asks = joined && syntax_.tag(verb) == "VB" && syntax_.has_child_word(verb, {"to"})
                           ? embedding_of(above)
                           : nullptr;
    if (asks != nullptr && asks->object_controls && asks->modality == "CalledFor")
      return at_step(controller(above, depth + 1), Step::control);  // "and called on X to act"
    const bool tensed =
        one_of(syntax_.tag(verb), {"VBD", "VBZ", "VBP"}) && verb > above && !syntax_.is_passive(verb);
    if (tensed && preceded_by_noun(verb)) return {};  // "met a day after a raid there killed X": not who met
    const std::uint32_t by =
        syntax_.tag(verb) == "VBG" && verb > above ? syntax_.child(above, {"agent"}) : kNone;
    const std::uint32_t agent = by == kNone ? kNone : syntax_.child(by, {"pobj"});
    if (agent != kNone) return {expand(agent), Step::control};  // "was bombed by X, killing ..."
    return at_step(surface_subject(above, depth + 1), Step::control);
  }
  if (syntax_.is(verb, {"pcomp"})) return at_step(subject_after_preposition(verb, depth + 1), Step::control);
  if (syntax_.is(verb, {"acl", "relcl"})) return subject_of_modifier(verb, depth + 1);
  return {};
}

Filler Roles::controlling_object(std::uint32_t verb, int depth) const {
  Filler found = own_object(verb, depth + 1);
  if (found.empty()) found = dative(verb);
  for (const std::string_view word : {"on", "upon", "to", "for", "with"})
    if (found.empty()) add_objects_of(verb, word, found.tokens);
  if (found.empty() && one_of(syntax_.lemma(verb), {"demand", "require", "request"}))
    add_objects_of(verb, "from", found.tokens);  // "demands from X to act"
  return found;
}

Filler Roles::controller(std::uint32_t embedding, int depth) const {
  if (depth > kClimb) return {};
  if (syntax_.is_passive(embedding)) return surface_subject(embedding, depth + 1);
  const auto* known = embedding_of(embedding);
  if (known != nullptr && known->object_controls) {
    Filler found = controlling_object(embedding, depth);
    if (!found.empty()) return found;
  }
  if (syntax_.is(embedding, {"acomp", "attr", "oprd", "advmod"}) && syntax_.head(embedding) != kNone)
    return surface_subject(syntax_.head(embedding), depth + 1);
  return surface_subject(embedding, depth + 1);
}

// "X's call on Y to act", "Y accepted the invitation of X to come": Y acts, never X.
Filler Roles::asked_by(std::uint32_t noun, std::uint32_t clause, int depth) const {
  Filler asked{{}, Step::control};
  for (const std::string_view word : {"on", "upon", "to", "for"})
    if (asked.empty()) add_objects_of(noun, word, asked.tokens);
  if (asked.empty() && syntax_.lemma(noun) == "demand") add_objects_of(noun, "from", asked.tokens);
  if (!asked.empty() || clause == noun || !syntax_.is(noun, {"dobj"})) return asked;
  const bool his = frames_.in_list("ConverseVerb", syntax_.lemma(clause)) ||
                   one_of(syntax_.lemma(clause), {"decline", "reject", "refuse", "ignore", "turn", "heed",
                                                  "follow", "obey", "answer", "defy", "resist", "have"});
  if (his) asked.tokens = surface_subject(clause, depth + 1).tokens;
  return asked;
}

// Subject of a verb that modifies a noun: "officials visiting X", "a plan to visit X", "aid sent by X" (then
// the noun itself).
Filler Roles::subject_of_modifier(std::uint32_t verb, int depth) const {
  const std::uint32_t noun = syntax_.head(verb);
  if (noun == kNone || depth > kClimb) return {};
  const bool infinitive = syntax_.has_child_word(verb, {"to"}) && syntax_.tag(verb) == "VB";
  const bool finite = syntax_.tag(verb) == "VBD" || (syntax_.tag(verb) == "VBN" && !syntax_.is_passive(verb));
  const std::uint32_t clause = syntax_.clause_of(noun);
  const auto* embedding =
      infinitive ? frames_.embedding(WordClass::noun, syntax_.lemma(noun), "", false) : nullptr;
  if (embedding != nullptr) {
    const bool purpose = noun > 0 && syntax_.lower(noun - 1) == "in";  // "in order to"
    if (embedding->object_controls && embedding->modality == "CalledFor" && !purpose)
      return asked_by(noun, clause, depth);
    Filler holder = owner(noun);
    if (holder.empty() && syntax_.is(noun, {"oprd"})) return at_step(holder_of_named(clause), Step::control);
    if (holder.empty() && clause != noun) holder = surface_subject(clause, depth + 1);
    return at_step(holder, Step::control);
  }
  if (finite && syntax_.is(verb, {"acl"}) && !syntax_.is(noun, {"nsubj", "nsubjpass"}) && clause != noun &&
      syntax_.child(verb, {"dobj", "ccomp", "prep"}) != kNone && syntax_.tag(verb) == "VBD") {
    return at_step(surface_subject(clause, depth + 1), Step::conjunct);  // a main verb taken for a participle
  }
  if (const std::uint32_t be = equating_verb(noun); be != kNone) {
    Filler same = surface_subject(be, depth + 1);
    if (!same.empty() && !one_of(syntax_.tag(same.tokens.front()), {"PRP", "DT", "EX", "WP"})) {
      if (!syntax_.is(noun, {"attr"})) add_once(same.tokens, expand(noun));  // the others of the group too
      return at_step(same, Step::relative);
    }
  }
  Tokens all = expand(whole_list(noun, verb));  // "X, armed by Z, and Y": not Y
  all.erase(std::remove_if(all.begin(), all.end(), [&](auto each) { return each > verb; }), all.end());
  return {all, Step::relative};
}

// "X was the first country to do it", "is one of those doing it", "was among the states that did it": the
// verb whose subject did it too, or kNone.
std::uint32_t Roles::equating_verb(std::uint32_t noun) const {
  if (!one_of(syntax_.tag(noun), {"NN", "NNS"})) return kNone;
  std::uint32_t at = noun;
  for (int step = 0; step < 2 && syntax_.is(at, {"pobj"}); ++step) {
    const std::uint32_t preposition = syntax_.head(at);
    const std::uint32_t above = syntax_.head(preposition);
    if (above == kNone || !one_of(syntax_.lower(preposition), {"of", "among"})) return kNone;
    if (syntax_.lower(preposition) == "among") return syntax_.lemma(above) == "be" ? above : kNone;
    if (!one_of(syntax_.lower(above), {"one", "some", "two", "three", "several", "many"})) return kNone;
    at = above;
  }
  const std::uint32_t be = syntax_.is(at, {"attr"}) ? syntax_.head(at) : kNone;
  return be != kNone && syntax_.lemma(be) == "be" && syntax_.child(be, {"expl", "neg"}) == kNone ? be : kNone;
}

// "with A and B exported to C": what is said of the last of a list behind "with" is said of all.
std::uint32_t Roles::whole_list(std::uint32_t noun, std::uint32_t participle) const {
  const std::uint32_t first = syntax_.first_conjunct(noun);
  const std::uint32_t above = syntax_.head(first);
  const bool absolute = first != noun && above != kNone && syntax_.is(participle, {"acl"}) &&
                        syntax_.is_passive(participle) && syntax_.is(first, {"pobj"}) &&
                        syntax_.lower(above) == "with" && syntax_.is_verb(syntax_.clause_of(above));
  return absolute ? first : noun;
}

// "accused X of doing", "left without doing", "the importance of doing".
Filler Roles::subject_after_preposition(std::uint32_t verb, int depth) const {
  const std::uint32_t preposition = syntax_.head(verb);
  const std::uint32_t above = preposition == kNone ? kNone : syntax_.head(preposition);
  if (above == kNone || depth > kClimb) return {};
  const std::uint32_t clause = syntax_.clause_of(above);
  if (const Filler guilty = said_to_be(above, depth); !guilty.empty()) return guilty;
  const auto* known = embedding_of(clause);
  const bool rather =
      one_of(syntax_.lower(above), {"far", "instead"}) ||  // "far from doing", "instead of doing"
      syntax_.has_child_word(preposition, {"instead"});
  if (rather) return surface_subject(clause, depth + 1);
  const bool dissuades = one_of(syntax_.lower(preposition), {"against", "into"});  // "warned X against doing"
  const bool requites = syntax_.lower(preposition) == "for" && answers_deeds(clause);
  if (dissuades || requites ||
      (known != nullptr && known->object_controls &&
       one_of(syntax_.lower(preposition), {"of", "for", "from", "with"}))) {
    if (syntax_.is_passive(clause)) return surface_subject(clause, depth + 1);
    Filler object = controlling_object(clause, depth);
    if (!object.empty()) return object;
  }
  if (syntax_.is_noun(above)) {
    Filler holder = owner(above);
    if (!holder.empty()) return holder;
    const auto* asks = syntax_.is(clause, {"xcomp"}) ? embedding_of(syntax_.head(clause)) : nullptr;
    if (asks != nullptr && asks->object_controls && one_of(syntax_.lemma(above), {"view", "aim"}))
      return surface_subject(syntax_.head(clause),
                             depth + 1);  // "asked Y to act with a view to promoting it"
  }
  if (syntax_.lower(preposition) == "in" && syntax_.lemma(clause) == "join") {  // "joined Y in doing it"
    Filler both = surface_subject(clause, depth + 1);
    if (syntax_.child(clause, {"neg"}) == kNone) add_once(both.tokens, own_object(clause, depth + 1).tokens);
    return both;
  }
  return surface_subject(clause, depth + 1);
}

const Filler& Roles::subject(std::uint32_t verb) const {
  if (!subjects_[verb]) subjects_[verb] = find_subject(verb);
  return *subjects_[verb];
}

Filler Roles::find_subject(std::uint32_t verb) const {
  if (!syntax_.is_passive(verb)) {
    Filler subject = surface_subject(verb, 0);
    if (!subject.empty()) add_others_who_did(verb, subject.tokens);
    return subject;
  }
  Filler agent{{}, Step::passive};
  if (syntax_.hyphen_agent(verb) != kNone) return {{syntax_.hyphen_agent(verb)}, Step::passive};
  for (const std::uint32_t each : syntax_.children(verb)) {
    const bool by =
        syntax_.is(each, {"agent"}) || (syntax_.is(each, {"prep"}) && syntax_.lower(each) == "by");
    const std::uint32_t object = by ? syntax_.child(each, {"pobj"}) : kNone;
    if (object == kNone || syntax_.token(object).ent_type == "DATE") continue;
    add_once(agent.tokens, expand(object));
    for (const std::uint32_t joined : syntax_.children(each))  // "by X and by Y"
      if (syntax_.is(joined, {"conj"}) && syntax_.lower(joined) == "by") add_object_of(joined, agent.tokens);
  }
  if (agent.empty() && syntax_.is(verb, {"conj"}) && syntax_.head(verb) != kNone &&
      syntax_.is_passive(syntax_.head(verb)) && syntax_.child(verb, {"nsubjpass"}) == kNone) {
    const std::uint32_t by = syntax_.child(syntax_.head(verb), {"agent"});
    const std::uint32_t object = by == kNone ? kNone : syntax_.child(by, {"pobj"});
    if (object != kNone) agent = {expand(object), Step::conjunct};
  }
  if (agent.empty()) agent.tokens = late_agent(verb);
  return agent;
}

// "expelled X for spying", "fined X for selling": what somebody does to X because of X's deed.
bool Roles::answers_deeds(std::uint32_t verb) const {
  const auto& known = frames_.frames_for(ontology::WordClass::verb, syntax_.lemma(verb));
  return std::any_of(known.begin(), known.end(), [&](const ontology::FrameUse& use) {
    return one_of(frames_.frames()[use.frame].relation,
                  {"criticized", "praised", "sanctioned", "coerced", "reducedRelationsWith", "investigated",
                   "threatened"});
  });
}

// "called X's campaign an attempt to ...": X, or what is named so.
Filler Roles::holder_of_named(std::uint32_t verb) const {
  const Filler named = object(verb);
  if (named.empty()) return named;
  const Filler holder = owner(named.tokens.front());
  return holder.empty() ? named : holder;
}

}  // namespace entente::extract
