// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/slots.hpp"

namespace entente::extract {

using ontology::Frame;
using ontology::Slot;
using ontology::SlotKind;

namespace {

// What is in a town without being part of it: who attacks or seizes it does not do so to the town.
bool is_passing(const Syntax& syntax, std::uint32_t noun) {
  return one_of(syntax.lemma(noun),
                {"bus",     "minibus",   "car",      "truck",    "lorry",      "van",       "taxi",
                 "train",   "ship",      "vessel",   "boat",     "ferry",      "tanker",    "freighter",
                 "trawler", "plane",     "aircraft", "airliner", "helicopter", "jet",       "drone",
                 "vehicle", "motorcade", "shop",     "store",    "stall",      "restaurant"});
}

}  // namespace

// Objects of prepositions that hang on a noun itself: "contacts with X", "the curfew in X".
Tokens SlotReader::phrases_on(std::uint32_t noun, bool friendly, bool asks) const {
  Tokens found;
  for (const std::uint32_t each : syntax_.children(noun)) {
    if (friendly && syntax_.lower(each) == "against") continue;  // "responded with force against X"
    if (one_of(syntax_.lower(each), {"in", "at"}) && is_passing(syntax_, noun)) continue;
    if (asks && one_of(syntax_.lower(each), {"against", "on", "at", "towards"}))
      continue;  // "an end to raids on X"
    const bool lifts = one_of(syntax_.lower(each), {"of", "with", "against", "to", "on", "at", "towards",
                                                    "by", "from", "in", "for"});
    const std::uint32_t object =
        lifts && syntax_.is(each, {"prep", "agent"}) ? syntax_.child(each, {"pobj"}) : kNone;
    if (object == kNone) continue;
    add_once(found, roles_.expand(object));
    const std::uint32_t thing = mention_of(object);
    if (thing == kNone || is_class(thing, "Agent") || is_class(thing, "Meeting")) continue;
    for (const std::uint32_t inner : syntax_.children(object)) {  // "an end to executions in X"
      const std::uint32_t place =
          one_of(syntax_.lower(inner), {"in", "by"}) ? syntax_.child(inner, {"pobj"}) : kNone;
      if (place != kNone) add_once(found, roles_.expand(place));
    }
  }
  return found;
}

void SlotReader::take_agents(const Tokens& tokens, const Frame& frame, End end, Ends& ends) const {
  for (const std::uint32_t token : tokens) {
    std::uint32_t mention = mention_of(token);
    if (mention != kNone && is_class(mention, "City") && !admits(frame, mention, end))
      mention = government_of(mention);
    if (mention == kNone || !admits(frame, mention, end)) continue;
    const bool body =
        end == End::subject && (is_class(mention, "Organization") || is_class(mention, "Country"));
    const bool town =
        is_class(mention, "City") && reading_.mentions[mention].antecedent != kNone;  // "the town of X"
    const bool agent = body || town ||
                       (reading_.mentions[mention].kind == MentionKind::name &&
                        (is_class(mention, "Agent") || is_class(mention, "Place")));
    const bool known = std::find(ends.mentions.begin(), ends.mentions.end(), mention) != ends.mentions.end();
    if (agent && !known) ends.mentions.push_back(mention);
  }
}

Ends SlotReader::lifted_objects(const Frame& frame, Predicate predicate) const {
  Ends ends;
  ends.step = Step::lifted;
  const bool friendly = vocabulary_.is_relation(frame.relation, "cooperatedMaterially") ||
                        vocabulary_.is_relation(frame.relation, "cooperatedVerbally");
  const bool asks = vocabulary_.is_relation(frame.relation, "calledOn") ||
                    vocabulary_.is_relation(frame.relation, "demandedFrom");
  for (const Slot& slot : frame.objects) {
    if (slot.owner) continue;
    if (slot.kind != SlotKind::object && slot.kind != SlotKind::preposition && slot.kind != SlotKind::dative)
      continue;
    for (const std::uint32_t token : filler(slot, frame, predicate).tokens) {
      if (one_of(syntax_.tag(token), {"PRP", "DT", "EX"})) continue;
      take_agents(roles_.owner(token).tokens, frame, End::object, ends);
      if (ends.empty()) take_agents(phrases_on(token, friendly, asks), frame, End::object, ends);
    }
    if (!ends.empty()) return ends;
  }
  const bool thing = predicate.word_class == WordClass::verb && !roles_.object(predicate.token).empty();
  const Tokens hit = thing ? roles_.object(predicate.token).tokens : Tokens{};
  if (std::any_of(hit.begin(), hit.end(), [&](std::uint32_t each) { return is_passing(syntax_, each); }))
    return ends;
  if (thing && frame.themes.empty() &&
      vocabulary_.is_relation(frame.relation, "conflictedMaterially")) {  // "struck targets in X"
    for (const std::string_view word : {"in", "across"})
      if (ends.empty())
        take_agents(roles_.preposition(predicate.token, word).tokens, frame, End::object, ends);
  }
  return ends;
}

Tokens SlotReader::holders_of_thing(std::uint32_t mention) const {
  const std::uint32_t head = reading_.mentions[mention].head;
  Tokens found = roles_.owner(head).tokens;
  Tokens things{head};
  add_once(things, found);
  add_once(things, roles_.preposition(head, "of").tokens);  // "their resumption of ties with X"
  for (const std::uint32_t thing : things)
    for (const std::string_view word : {"between", "with"}) {
      const bool ties = one_of(syntax_.lemma(thing), {"tie", "ties", "relation", "relations", "contact",
                                                      "link", "friendship", "relationship", "alliance"});
      if (word == "with" && !ties) continue;
      const std::uint32_t here = mention_of(thing);
      if (here == kNone || !is_class(here, "Agent")) add_once(found, roles_.preposition(thing, word).tokens);
    }
  if (found.empty()) found = doers_of_deed(head);
  return found;
}

// "prefers anyone to X": nobody that one could name.
bool SlotReader::is_anybody(std::uint32_t mention) const {
  return one_of(syntax_.lower(reading_.mentions[mention].head),
                {"anyone", "anybody", "everyone", "everybody", "nobody", "anything", "something", "nothing"});
}

// Whom things belong to; "responsible for the bombing of X", "the consulate bombing": to whom it was done.
Filler SlotReader::owners_of(const Filler& things, const Frame& frame) const {
  Filler owners{{}, Step::nominal};
  for (const std::uint32_t each : things.tokens)
    for (const std::uint32_t owner : roles_.owner(each).tokens) owners.tokens.push_back(owner);
  for (const std::uint32_t act : things.tokens) {
    if (!one_of(frame.relation, {"attacked", "coerced"})) break;  // "ordered the raid on X", "X's arrest"
    if (owners.empty()) owners.tokens = roles_.preposition(act, "of").tokens;
    if (owners.empty()) owners.tokens = roles_.possessor(act).tokens;
  }
  return owners;
}

// "Chad expelled the envoy in a move that Mali condemned", ", a step praised by Mali": Chad.
Tokens SlotReader::doers_of_deed(std::uint32_t noun) const {
  const std::uint32_t above = syntax_.head(noun);
  if (above == kNone || syntax_.child(noun, {"acl", "relcl"}) == kNone) return {};
  const bool in_phrase = syntax_.is(noun, {"pobj"}) && syntax_.lower(above) == "in";
  const std::uint32_t article = syntax_.child(noun, {"det"});
  if (article == kNone || !one_of(syntax_.lower(article), {"a", "an"})) return {};
  const bool behind = syntax_.is(noun, {"dobj"}) && article > 0 && syntax_.lower(article - 1) == ",";
  if (!in_phrase && !behind && !syntax_.is(noun, {"appos", "npadvmod", "dep", "attr"})) return {};
  if (!roles_.is_deed(noun)) return {};
  const std::uint32_t clause = syntax_.clause_of(above);
  return syntax_.is_verb(clause) ? roles_.subject(clause).tokens : Tokens{};
}

Ends SlotReader::holding_subjects(const Frame& frame, Predicate predicate) const {
  Ends ends;
  const bool deed = vocabulary_.is_relation(frame.relation, "conflictedMaterially");
  ends.step = Step::lifted;
  for (const Slot& slot : frame.subjects) {
    if (slot.owner || slot.kind != SlotKind::subject) continue;
    for (const std::uint32_t token : filler(slot, frame, predicate).tokens) {
      const std::uint32_t thing = mention_of(token);
      const bool words = thing != kNone && (is_class(thing, "Communication") ||
                                            is_class(thing, "Agreement") || is_class(thing, "Initiative"));
      if (words && deed) continue;  // "X's proposal would hurt Y": X hurts nobody
      take_agents(roles_.owner(token).tokens, frame, End::subject, ends);
    }
  }
  return ends;
}

}  // namespace entente::extract
