// SPDX-License-Identifier: Apache-2.0
#include "extract/slots.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

using ontology::Frame;
using ontology::Slot;
using ontology::SlotKind;

}  // namespace

SlotReader::SlotReader(const Reading& reading, const Syntax& syntax, const Roles& roles,
                       const ontology::Vocabulary& vocabulary, const ontology::Gazetteer& gazetteer)
    : reading_(reading),
      syntax_(syntax),
      roles_(roles),
      vocabulary_(vocabulary),
      gazetteer_(gazetteer),
      main_country_(find_main_country()) {}

// ---- mentions and classes

const std::string& SlotReader::class_of(std::uint32_t mention) const {
  const Mention& found = reading_.mentions[mention];
  if (found.entity != kNone) return reading_.entities[found.entity].cls;
  return found.members.empty() ? found.cls : reading_.entities[found.members.front()].cls;
}

std::vector<std::uint32_t> SlotReader::entities_of(std::uint32_t mention) const {
  const Mention& found = reading_.mentions[mention];
  if (found.entity != kNone) return {found.entity};
  return found.members;
}

std::vector<std::uint32_t> SlotReader::entities_of(const std::vector<std::uint32_t>& mentions) const {
  std::vector<std::uint32_t> all;
  for (const std::uint32_t mention : mentions)
    for (const std::uint32_t entity : entities_of(mention)) all.push_back(entity);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

bool SlotReader::is_class(std::uint32_t mention, std::string_view cls) const {
  return mention != kNone && vocabulary_.is_class(class_of(mention), cls);
}

bool SlotReader::fits(std::uint32_t mention, const std::vector<std::string>& wanted) const {
  if (wanted.empty()) return true;
  const std::string& cls = class_of(mention);
  if (vocabulary_.is_one_of_classes(cls, wanted)) return true;
  const bool unknown_name =
      (cls.empty() || cls == "Entity") && reading_.mentions[mention].kind == MentionKind::name;
  return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& each) {
    return each == "Entity" || (unknown_name && one_of(each, {"Agent", "Person"}));
  });
}

bool SlotReader::stand_apart(const Ends& ends) const {
  return std::any_of(ends.mentions.begin(), ends.mentions.end(), [&](std::uint32_t mention) {
    const std::uint32_t first = syntax_.first_conjunct(reading_.mentions[mention].head);
    if (syntax_.has_child_word(first, {"nor"})) return true;
    const std::uint32_t above = syntax_.head(first);
    return above != kNone && syntax_.is(first, {"pobj"}) &&
           (syntax_.lower(above) == "including" ||
            (syntax_.lower(above) == "as" && syntax_.has_child_word(above, {"such"})));
  });
}

std::uint32_t SlotReader::mention_of(std::uint32_t token) const {
  const auto known = [&](std::uint32_t at) {
    const std::uint32_t mention = reading_.mention_at[at];
    if (mention == kNone) return kNone;
    const Mention& found = reading_.mentions[mention];
    return found.entity != kNone || !found.members.empty() ? mention : kNone;
  };
  const std::uint32_t own = known(token);
  const bool vague =
      own != kNone && reading_.mentions[own].kind == MentionKind::nominal && !is_class(own, "Agent");
  if (own != kNone && !vague) return own;
  for (const std::uint32_t each : syntax_.children(token)) {
    const std::uint32_t beside = syntax_.is(each, {"appos", "nmod"}) ? known(each) : kNone;
    if (beside != kNone && reading_.mentions[beside].kind == MentionKind::name) return beside;
  }
  const std::uint32_t above = syntax_.head(token);
  if (own != kNone) return own;
  return above != kNone && syntax_.is(token, {"appos"}) ? known(above) : kNone;
}

bool SlotReader::admits(const Frame& frame, std::uint32_t mention, End end) const {
  const ontology::Relation* relation = vocabulary_.find_relation(frame.relation);
  if (relation == nullptr || is_anybody(mention)) return false;
  if (end == End::subject) return fits(mention, relation->domains) && fits(mention, frame.subject_classes);
  if (frame.singular_object && reading_.mentions[mention].plural) return false;
  const bool barred = !frame.not_object_classes.empty() && !class_of(mention).empty() &&
                      fits(mention, frame.not_object_classes);
  return !barred && fits(mention, relation->ranges) && fits(mention, frame.object_classes);
}

// "Chicago fined the airline", "was sued by the city": a town that is the subject of a deed is its council.
bool SlotReader::acts_as_body(std::uint32_t town, const Frame& frame, Predicate predicate) const {
  if (town == kNone || predicate.word_class != WordClass::verb) return false;
  if (!is_class(town, "City") && !is_class(town, "Region")) return false;
  const std::uint32_t head = reading_.mentions[town].head;
  const std::uint32_t above = syntax_.head(head);
  for (std::uint32_t at = reading_.mentions[town].begin; at < reading_.mentions[town].end; ++at)
    if (one_of(syntax_.lower(at),
               {"gulf", "sea", "ocean", "strait", "bay", "river", "lake", "coast", "valley"}))
      return false;
  if (above == kNone || (!syntax_.is(head, {"nsubj"}) && !syntax_.is(above, {"agent"}))) return false;
  const ontology::Relation* relation = vocabulary_.find_relation(frame.relation);
  return vocabulary_.is_one_of_classes("Organization", relation->domains) &&
         (frame.subject_classes.empty() ||
          vocabulary_.is_one_of_classes("GovernmentBody", frame.subject_classes));
}

// ---- context

// ---- slots

// Who stands behind a thing that seems to act: its owner, or whose clause it is the object of.
Tokens SlotReader::holders_of(std::uint32_t noun) const {
  Tokens owners = roles_.owner(noun).tokens;
  const auto nobody = [&](std::uint32_t token) { return mention_of(token) == kNone; };
  owners.erase(std::remove_if(owners.begin(), owners.end(), nobody), owners.end());  // "an open letter"
  if (!owners.empty() || !syntax_.is(noun, {"dobj"})) return owners;
  const std::uint32_t clause = syntax_.clause_of(noun);
  return clause == noun ? Tokens{} : roles_.subject(clause).tokens;
}

// "five measures for cooperation announced by X": the participle may belong to the noun further out.
std::uint32_t SlotReader::outer_noun(std::uint32_t noun, std::uint32_t modifier) const {
  const std::uint32_t preposition = syntax_.head(noun);
  if (syntax_.head(modifier) != noun || !syntax_.is(noun, {"pobj"}) || preposition == kNone) return noun;
  const std::uint32_t outer = syntax_.head(preposition);
  return outer != kNone && syntax_.is_noun(outer) ? outer : noun;
}

// "X rebuilt the port, which deserves praise": what X did, and so X, when the noun before the comma does not
// fit.
bool SlotReader::is_about_clause(std::uint32_t verb) const {
  const std::uint32_t which = syntax_.child(verb, {"nsubj"});
  return syntax_.is(verb, {"relcl"}) && which != kNone && syntax_.tag(which) == "WDT" && which > 0 &&
         syntax_.lower(which - 1) == "," && syntax_.is_verb(syntax_.clause_of(syntax_.head(verb)));
}

Filler SlotReader::adjective_subject(std::uint32_t adjective) const {
  const std::uint32_t first = syntax_.first_conjunct(adjective);
  const std::uint32_t above = syntax_.head(first);
  if (above == kNone) return {};
  if (syntax_.is_noun(above) && !syntax_.is_verb(above)) return {roles_.expand(above), Step::described};
  return roles_.subject(above);
}

// "the support of Kenya for X", "the attack of Hamas on X": what stands behind "of" acts where another
// preposition has the object. Not people, who are sent and handed over: "the extradition of Y to X".
bool SlotReader::is_of_doer(const Frame& frame, std::uint32_t noun) const {
  const Tokens doers = roles_.preposition(noun, "of").tokens;
  const std::uint32_t doer = doers.empty() ? kNone : mention_of(doers.front());
  if (doer == kNone || !(is_class(doer, "Country") || is_class(doer, "Organization"))) return false;
  return std::any_of(frame.objects.begin(), frame.objects.end(), [&](const Slot& slot) {
    if (slot.kind != SlotKind::preposition || slot.owner) return false;
    if (!one_of(slot.word, {"for", "on", "against", "with", "towards", "toward"})) return false;
    const Tokens objects = roles_.preposition(noun, slot.word).tokens;
    return !objects.empty() && mention_of(objects.front()) != kNone;
  });
}

Filler SlotReader::base_filler(const Slot& slot, const Frame& frame, Predicate predicate) const {
  const std::uint32_t at = predicate.token;
  const bool verb = predicate.word_class == WordClass::verb;
  switch (slot.kind) {
    case SlotKind::subject:
      if (predicate.word_class == WordClass::adjective) return adjective_subject(at);
      return verb ? roles_.subject(at)
                  : roles_.noun_subject(at, frame.noun_of_subject || is_of_doer(frame, at));
    case SlotKind::object:
      return verb ? roles_.object(at) : roles_.noun_object(at, frame.noun_of_subject);
    case SlotKind::dative:
      return roles_.dative(at);
    case SlotKind::preposition: {
      Filler found = roles_.preposition(at, slot.word);
      if (found.empty() && verb && slot.word == "of" && !frame.themes.empty()) {  // "took control of X"
        for (const std::uint32_t noun : roles_.themes(at))
          if (std::binary_search(frame.themes.begin(), frame.themes.end(), syntax_.lemma(noun)))
            add_once(found.tokens, roles_.preposition(noun, "of").tokens);
      }
      return found;
    }
    case SlotKind::between:
      return roles_.preposition(at, "between");
    case SlotKind::complement:
      return roles_.complement_subject(at);
    case SlotKind::possessor:
      return roles_.possessor(at);
    case SlotKind::described: {
      Filler described = roles_.described(at);
      return described.step == Step::described ? described : Filler{};
    }
    case SlotKind::self:
      return roles_.described(at);
    default:
      return {};
  }
}

Filler SlotReader::filler(const Slot& slot, const Frame& frame, Predicate predicate) const {
  const Filler base = base_filler(slot, frame, predicate);
  return slot.owner ? owners_of(base, frame) : base;
}

const std::vector<Slot>& SlotReader::slots_of(const Frame& frame, End end) {
  return end == End::subject ? frame.subjects : frame.objects;
}

Ends SlotReader::read_slot(const Slot& slot, const Frame& frame, Predicate predicate, End end,
                           bool agents_only, bool& left_out) const {
  Ends ends;
  const auto take = [&](std::uint32_t mention) {
    bool body = false;
    if (mention != kNone && !admits(frame, mention, end)) {
      const bool seat =
          is_class(mention, "City") && frame.relation != "holdsOfficeIn";  // mayors are of the town
      const std::uint32_t government = seat ? government_of(mention) : kNone;
      body = government == kNone && end == End::subject && acts_as_body(mention, frame, predicate);
      if (!body) mention = government;
    }
    if (mention == kNone || (!body && !admits(frame, mention, end))) return;
    const bool agent =
        body || is_class(mention, "Agent") || reading_.mentions[mention].kind == MentionKind::name;
    if (agents_only && !agent) {
      left_out = true;
      return;
    }
    if (std::find(ends.mentions.begin(), ends.mentions.end(), mention) == ends.mentions.end())
      ends.mentions.push_back(mention);
  };
  ends.step = Step::context;
  const bool verb = predicate.word_class == WordClass::verb;
  if (slot.kind == SlotKind::meeting) {
    const bool wants_object = std::any_of(slots_of(frame, end).begin(), slots_of(frame, end).end(),
                                          [](const Slot& other) { return other.kind == SlotKind::object; });
    const bool named =
        verb && wants_object && !syntax_.is_passive(predicate.token) &&
        !(roles_.object(predicate.token).empty() && roles_.preposition(predicate.token, "in").empty());
    const bool left = !roles_.preposition(predicate.token, "from").empty() ||
                      !roles_.preposition(predicate.token, "of").empty();  // "withdrew from the port"
    if (!named && !left)
      take(last_meeting(predicate.token));  // "Rwanda did not attend": the one that is spoken of
  } else if (slot.kind == SlotKind::actor) {
    if (verb && may_lack_doer(predicate.token)) take(last_actor(predicate.token));
  } else if (slot.kind == SlotKind::recipient) {
    const bool named = !roles_.preposition(predicate.token, "to").empty() ||
                       !roles_.preposition(predicate.token, "for").empty();
    if (!named && comes_from_outside(predicate.token)) take(main_country_);
  } else if (slot.kind == SlotKind::fund) {
    if (roles_.preposition(predicate.token, "to").empty()) take(last_fund(predicate.token));
  } else if (slot.kind == SlotKind::there) {
    if (syntax_.has_child_word(predicate.token, {"there"})) take(last_place(predicate.token));
  } else if (slot.kind == SlotKind::parties) {
    for (const std::uint32_t party : last_parties(predicate.token)) take(party);
  } else {
    const Filler found = filler(slot, frame, predicate);
    ends.step = found.step;
    const bool opinion = end == End::object && one_of(frame.relation, {"criticized", "rejected", "praised"});
    for (const std::uint32_t token : found.tokens) {  // "accused Y of theft, a charge Y denies"
      const std::uint32_t mention = mention_of(token);
      const bool deed = opinion && slot.kind == SlotKind::object &&
                        (mention == kNone || syntax_.is(token, {"appos"}) || found.step == Step::relative);
      const Tokens doers = deed ? doers_of_deed(token) : Tokens{};
      for (const std::uint32_t doer : doers) take(mention_of(doer));
      if (doers.empty()) take(mention);
    }
    if (ends.empty() && verb && end == End::subject && syntax_.is(predicate.token, {"acl"}) &&
        found.step == Step::relative) {
      for (const std::uint32_t token : found.tokens)  // "issued a statement condemning X"
        if (!is_class(reading_.mention_at[token], "Resource") &&
            !is_class(reading_.mention_at[token], "Facility"))
          for (const std::uint32_t holder : holders_of(token)) take(mention_of(holder));
    }
    if (ends.empty() && end == End::subject && slot.kind == SlotKind::subject) {  // "Israeli jets bombed X"
      for (const std::uint32_t token : found.tokens)
        for (const std::uint32_t holder : roles_.possessor(token).tokens)
          if (const std::uint32_t country = mention_of(holder); is_class(country, "Country")) take(country);
    }
    if (ends.empty() && verb && slot.kind == SlotKind::subject && is_about_clause(predicate.token))
      for (const std::uint32_t token :
           roles_.subject(syntax_.clause_of(syntax_.head(predicate.token))).tokens)
        take(mention_of(token));
    if (ends.empty() && verb && syntax_.is(predicate.token, {"acl", "relcl"}))
      for (const std::uint32_t token : found.tokens) take(mention_of(outer_noun(token, predicate.token)));
  }
  ends.joined = slot.kind == SlotKind::between && entities_of(ends.mentions).size() > 1;
  return ends;
}

Ends SlotReader::read(const Frame& frame, Predicate predicate, End end, bool things_only) const {
  const auto& slots = slots_of(frame, end);
  bool left_out = false;  // some mention that fits, but names no agent
  for (const bool agents_only : {true, false}) {
    if (!agents_only && !left_out) break;  // the slots would be read as before
    for (const Slot& slot : slots) {
      if (things_only && (slot.owner || slot.kind != SlotKind::object)) continue;
      if (agents_only && left_out && slot.word == "in" && frame.relation == "attacked")
        continue;  // "attacked a base in X": the base
      Ends ends = read_slot(slot, frame, predicate, end, agents_only, left_out);
      if (!ends.empty()) return ends;
    }
  }
  return {};
}

Ends SlotReader::subjects(const Frame& frame, Predicate predicate) const {
  return read(frame, predicate, End::subject);
}
Ends SlotReader::objects(const Frame& frame, Predicate predicate) const {
  return read(frame, predicate, End::object);
}
Ends SlotReader::own_things(const Frame& frame, Predicate predicate) const {
  return read(frame, predicate, End::object, true);
}

std::vector<std::uint32_t> SlotReader::resources(const Frame& frame, Predicate predicate) const {
  std::vector<std::uint32_t> found;
  for (const Slot& slot : frame.resources) {
    for (const std::uint32_t token : filler(slot, frame, predicate).tokens) {
      const std::uint32_t mention = reading_.mention_at[token];
      if (mention != kNone && !is_class(mention, "Agent")) found.push_back(mention);
    }
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace entente::extract
