// SPDX-License-Identifier: Apache-2.0
#include "extract/frame_reader.hpp"

#include <algorithm>

#include "extract/contrasts.hpp"
#include "extract/quantity.hpp"

namespace entente::extract {
namespace {

using ontology::Frame;

bool contains(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace

// The word that frames list: of a gerund that stands as a noun its form, else the lemma.
const std::string& FrameReader::word_of(Predicate predicate) const {
  const bool gerund =
      predicate.word_class == WordClass::noun && context_.syntax.tag(predicate.token) == "VBG";
  return gerund ? context_.syntax.lower(predicate.token) : context_.syntax.lemma(predicate.token);
}

// "Fighting between X and Y has killed ...": a gerund that names an act.
bool FrameReader::is_act_name(std::uint32_t verb) const {
  const Syntax& syntax = context_.syntax;
  if (syntax.tag(verb) != "VBG" || syntax.child(verb, {"nsubj", "aux", "dobj"}) != kNone) return false;
  if (syntax.has_child_word(verb, {"between", "among"})) return true;
  const std::uint32_t above = syntax.head(verb);  // "Fighting flared between X and Y"
  return above != kNone && syntax.is(verb, {"nsubj", "csubj"}) && syntax.has_child_word(above, {"between"}) &&
         context_.frames.in_list("EventVerb", syntax.lemma(above));
}

bool FrameReader::has_particle(const ontology::FrameUse& use, Predicate predicate) const {
  const auto there = [&](std::string_view particle) {
    return context_.roles.has_particle(predicate.token, particle);
  };
  return (use.bare && there("")) || std::any_of(use.particles.begin(), use.particles.end(), there);
}

bool FrameReader::has_complement(std::uint32_t token) const {
  const Syntax& syntax = context_.syntax;
  if (syntax.child(token, {"ccomp", "xcomp", "oprd"}) != kNone) return true;
  const std::uint32_t adverbial = syntax.child(token, {"advcl"});
  return adverbial != kNone && syntax.has_child_word(adverbial, {"to"});
}

// "wants X to": a complement with "to".
bool FrameReader::has_infinitive(std::uint32_t token) const {
  const auto& below = context_.syntax.children(token);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
    if (!context_.syntax.is(each, {"ccomp", "xcomp", "advcl"})) return false;
    const auto& inner = context_.syntax.children(each);
    return std::any_of(inner.begin(), inner.end(), [&](std::uint32_t to) {
      return context_.syntax.lower(to) == "to" && context_.syntax.is(to, {"aux"});
    });
  });
}

// A list may ask for a word before the noun too: "joint_statement".
bool FrameReader::is_theme(const std::vector<std::string>& themes, std::uint32_t noun) const {
  const Syntax& syntax = context_.syntax;
  if (contains(themes, syntax.lemma(noun))) return true;
  const auto& below = syntax.children(noun);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
    return each < noun && syntax.is(each, {"amod", "compound", "nmod"}) &&
           contains(themes, syntax.lower(each) + '_' + syntax.lemma(noun));
  });
}

bool FrameReader::theme_fits(const Frame& frame, Predicate predicate, std::uint32_t& theme) const {
  if (frame.themes.empty() && frame.other_than.empty()) return true;
  Tokens nouns = context_.roles.themes(predicate.token);
  if (predicate.word_class == WordClass::adjective)  // "responsible for the attack": the attack
    for (const std::string& word : frame.needs)
      add_once(nouns, context_.roles.preposition(predicate.token, word).tokens);
  for (const std::uint32_t noun : nouns) {
    if (is_theme(frame.other_than, noun)) return false;
    if (theme == kNone && !frame.themes.empty() && is_theme(frame.themes, noun)) theme = noun;
  }
  return frame.themes.empty() || theme != kNone;
}

Ends FrameReader::without(const Ends& objects, const Ends& subjects) const {
  std::vector<std::vector<std::uint32_t>> taken;  // "we", who are X, Y and Z, may praise X
  for (const std::uint32_t subject : subjects.mentions) taken.push_back(context_.slots.entities_of(subject));
  Ends kept = objects;
  kept.mentions.clear();
  for (const std::uint32_t object : objects.mentions) {
    const std::vector<std::uint32_t> own = context_.slots.entities_of(object);
    const bool same = std::all_of(own.begin(), own.end(), [&](auto entity) {
      return std::any_of(taken.begin(), taken.end(), [&](const auto& one) {
        return one.size() == 1 ? one.front() == entity : one == own;
      });
    });
    if (!same) kept.mentions.push_back(object);
  }
  return kept;
}

// "A and B had not consulted it": somebody else, not one another.
bool FrameReader::meets_pronoun(const Frame& frame, Predicate predicate) const {
  if (predicate.word_class != WordClass::verb || !frame.themes.empty()) return false;
  const std::uint32_t object = context_.syntax.child(predicate.token, {"dobj"});
  return object != kNone && context_.syntax.tag(object) == "PRP" &&
         !one_of(context_.syntax.lower(object), {"themselves", "itself"});
}

void FrameReader::settle_ends(const Frame& frame, Finding& finding) const {
  const ontology::Relation* relation = context_.vocabulary.find_relation(frame.relation);
  if (finding.objects.joined && relation != nullptr &&
      relation->symmetric) {  // "talks between A and B": both act
    finding.subjects = finding.objects;
    finding.objects = {};
    return;
  }
  finding.objects = without(finding.objects, finding.subjects);
  finding.subjects.joined = finding.objects.empty() && frame.pairs_subjects &&
                            !meets_pronoun(frame, finding.predicate) &&
                            !context_.slots.stand_apart(finding.subjects) &&
                            context_.slots.entities_of(finding.subjects.mentions).size() > 1;
}

// Relations of those who act on one another, verbally or in deed.
bool FrameReader::is_between_actors(const std::string& relation) const {
  if (relation == "visited") return false;  // "aid from X reached Y": X did not
  return relation == "calledOn" ||
         context_.vocabulary.is_one_of_relations(relation, {"conflictedMaterially", "conflictedVerbally",
                                                            "cooperatedMaterially", "cooperatedVerbally"});
}

// The ends in the frame's slots; where one is missing, whom the thing that stands there belongs to.
void FrameReader::read_ends(const Frame& frame, Reach reach, Finding& finding) const {
  finding.objects = context_.slots.objects(frame, finding.predicate);
  if (finding.objects.empty() && reach == Reach::slots && !frame.optional_object && !frame.pairs_subjects &&
      !context_.syntax.may_stand_near(finding.predicate.token, "other") &&
      !context_.syntax.may_stand_near(finding.predicate.token, "another"))
    return;  // whoever acts: it is done to nobody
  const bool had = !finding.objects.empty() && !context_.syntax.is_passive(finding.predicate.token);
  finding.subjects = context_.slots.subjects(frame, finding.predicate);
  settle_ends(frame, finding);
  if (had && finding.objects.empty() && !finding.subjects.empty() && !finding.subjects.joined) {
    finding.objects = context_.slots.own_things(frame, finding.predicate);
    settle_ends(frame, finding);
  }
  if (reach == Reach::slots || !is_between_actors(frame.relation)) return;
  if (frame.themes.empty() &&
      one_of(word_of(finding.predicate), {"hold", "keep", "have", "make", "give", "take"}))
    return;  // "held a session with X": not X is held
  if (finding.subjects.empty()) finding.subjects = context_.slots.holding_subjects(frame, finding.predicate);
  if (finding.objects.empty() && !finding.subjects.joined)
    finding.objects = context_.slots.lifted_objects(frame, finding.predicate);
  settle_ends(frame, finding);
}

// "accused each other": the slot of a frame holds those who do it themselves.
bool FrameReader::is_mutual(const Frame& frame, std::uint32_t verb) const {
  const Syntax& syntax = context_.syntax;
  const auto mutual = [&](std::uint32_t at) {
    return (syntax.lower(at) == "other" && syntax.has_child_word(at, {"each"})) ||
           (syntax.lower(at) == "another" && syntax.has_child_word(at, {"one"}));
  };
  return std::any_of(frame.objects.begin(), frame.objects.end(), [&](const ontology::Slot& slot) {
    const bool direct = slot.kind == ontology::SlotKind::object || slot.kind == ontology::SlotKind::dative;
    if (slot.owner || (!direct && slot.kind != ontology::SlotKind::preposition)) return false;
    const Tokens fillers = context_.slots.filler(slot, frame, {verb, WordClass::verb}).tokens;
    return std::any_of(fillers.begin(), fillers.end(), mutual);
  });
}

// Several who may stand at both ends of a frame.
bool FrameReader::may_undergo(const Frame& frame, const Ends& subjects) const {
  const ontology::Relation* relation = context_.vocabulary.find_relation(frame.relation);
  if (relation == nullptr || context_.slots.entities_of(subjects.mentions).size() < 2) return false;
  return std::all_of(subjects.mentions.begin(), subjects.mentions.end(), [&](std::uint32_t mention) {
    return context_.slots.fits(mention, relation->ranges) &&
           context_.slots.fits(mention, frame.object_classes);
  });
}

// "Two men have been arrested, police said": those who tell of it did it.
Ends FrameReader::enforcers(Predicate predicate) const {
  Ends found;
  found.step = Step::context;
  if (predicate.word_class != WordClass::verb || !context_.syntax.is_passive(predicate.token)) return found;
  for (const std::uint32_t token : context_.clauses.features(predicate.token).speakers) {
    const std::uint32_t mention = context_.slots.mention_of(token);
    const bool enforces = context_.frames.in_list("Enforcer", context_.syntax.lemma(token));
    if (mention != kNone && enforces && context_.slots.is_class(mention, "Agent"))
      found.mentions.push_back(mention);
  }
  return found;
}

bool FrameReader::fire(const Frame& frame, Predicate predicate, Reach reach, std::vector<Draft>& drafts) {
  const auto present = [&](const std::string& word) {
    return context_.roles.has_preposition(predicate.token, word);
  };
  if ((frame.with_complement || frame.without_complement) &&
      has_complement(predicate.token) == frame.without_complement)
    return false;
  if (frame.with_infinitive && !has_infinitive(predicate.token)) return false;
  if (frame.with_object && predicate.word_class == WordClass::verb &&
      context_.roles.object(predicate.token).empty())
    return false;
  if (frame.without_object && context_.syntax.child(predicate.token, {"dobj"}) != kNone) return false;
  if (!frame.needs.empty() && std::none_of(frame.needs.begin(), frame.needs.end(), present)) return false;
  std::uint32_t theme = kNone;
  if (!theme_fits(frame, predicate, theme)) return false;
  Finding finding{frame.relation, frame.name, predicate, {}, {}, {}, theme};
  read_ends(frame, reach, finding);
  if (predicate.word_class == WordClass::verb && may_undergo(frame, finding.subjects) &&
      is_mutual(frame, predicate.token))
    finding.objects = finding.subjects;
  if (finding.subjects.empty() && one_of(frame.relation, {"coerced", "investigated"}))
    finding.subjects = enforcers(predicate);
  const bool alone = finding.objects.empty() && !finding.subjects.joined && !frame.optional_object;
  if (finding.subjects.empty() || alone) return false;
  if (frame.relation == "holdsOfficeIn" && leads_opposition(context_.syntax, predicate.token) &&
      context_.slots.is_class(finding.objects.mentions.front(), "Country"))
    return false;
  Features features = context_.clauses.features(predicate.token);
  const bool firm = frame.relation == "holdsOfficeIn" || context_.slots.names_patients(predicate.token);
  if (!context_.syntax.is_verb(predicate.token) && (firm || frame.relation == "affiliatedWith"))
    settle_standing(context_.syntax, predicate.token, firm, features);
  const bool act_name = predicate.word_class == WordClass::noun && context_.syntax.is_verb(predicate.token);
  if (act_name && features.modality == Modality::hypothetical) features.modality = Modality::asserted;
  if (frame.only_negated && !features.negated) return false;
  if (frame.negated != frame.only_negated) features.negated = !features.negated;
  if (!frame.modality.empty() && features.modality == Modality::asserted)
    features.modality = *modality_from_text(frame.modality);
  if (finding.theme != kNone && !frame.also) used_[finding.theme] = true;
  if (!frame.optional_object || !finding.objects.empty()) used_[predicate.token] = true;
  if (features.suppressed) return true;
  finding.resources = context_.slots.resources(frame, predicate);
  const bool passive = predicate.word_class == WordClass::verb && context_.syntax.is_passive(predicate.token);
  const Step step = finding.subjects.step != Step::direct ? finding.subjects.step : finding.objects.step;
  finding.rule += '/';
  finding.rule += to_text(passive && finding.subjects.step == Step::direct ? Step::passive : step);
  add(frame, finding, features, drafts);
  add_contrast(frame, finding, features, drafts);
  add_owners(frame, finding, features, drafts);
  add_gapped(frame, finding, features, drafts);
  return true;
}

void FrameReader::add(const Frame& frame, const Finding& finding, const Features& features,
                      std::vector<Draft>& drafts) {
  Draft draft = builder_.build(finding, features);
  draft.claim.mode = frame.mode;
  draft.claim.context = frame.context;
  drafts.push_back(std::move(draft));
}

// Of others the opposite is said: "X but not Y did it", "did it to X, not to Y".
void FrameReader::add_contrast(const Frame& frame, const Finding& finding, Features features,
                               std::vector<Draft>& drafts) {
  if (finding.subjects.joined) return;
  Ends others;
  for (const std::uint32_t token : contrasted(context_, finding.predicate)) {
    const std::uint32_t mention = context_.slots.mention_of(token);
    if (mention != kNone && context_.slots.is_class(mention, "Agent")) others.mentions.push_back(mention);
  }
  Finding contrary = finding;
  contrary.rule = frame.name + "/contrast";
  contrary.objects = without(denied_objects(context_, frame, finding.predicate), finding.subjects);
  const bool said = !features.negated;
  features.negated = true;  // "never did it to X - not to Y"
  if (!contrary.objects.empty()) add(frame, contrary, features, drafts);
  features.negated = said;
  contrary.subjects = others;
  contrary.objects = without(finding.objects, others);
  if (!others.empty() && !contrary.objects.empty()) add(frame, contrary, features, drafts);
}

// "Sweden gave 3 million dollars to Yemen, and Norway 2 million": Norway gave, too, an amount of its own.
void FrameReader::add_gapped(const Frame& frame, const Finding& finding, const Features& features,
                             std::vector<Draft>& drafts) {
  const Syntax& syntax = context_.syntax;
  const std::uint32_t verb = finding.predicate.token;
  if (!syntax.is_verb(verb) || finding.objects.empty()) return;
  for (const std::uint32_t each : syntax.children(verb)) {
    const std::uint32_t amount = syntax.is(each, {"conj"}) ? syntax.child(each, {"nummod"}) : kNone;
    if (amount == kNone || amount < each || each < verb || !syntax.tag(each).starts_with("NNP")) continue;
    const std::uint32_t other = context_.slots.mention_of(each);
    if (other == kNone || !context_.slots.is_class(other, "Agent")) continue;
    Finding gapped = finding;
    gapped.subjects = {{other}, Step::conjunct, false};
    Ends own;
    for (const std::uint32_t token : context_.roles.preposition(each, "to").tokens)
      if (const std::uint32_t to = context_.slots.mention_of(token); to != kNone) own.mentions.push_back(to);
    if (!own.empty()) gapped.objects = own;
    gapped.objects = without(gapped.objects, gapped.subjects);
    if (gapped.objects.empty()) continue;
    gapped.rule = frame.name + "/gapped";
    add(frame, gapped, features, drafts);
    const TokenRange words = syntax.range(each);
    drafts.back().claim.quantity = read_quantity(context_.reading, words.begin, words.end);
  }
}

// "rejected X's proposal": what is said of a thing is said to whom it belongs.
void FrameReader::add_owners(const Frame& frame, const Finding& finding, const Features& features,
                             std::vector<Draft>& drafts) {
  if (!one_of(frame.relation, {"criticized", "rejected", "supported", "praised"}) || finding.subjects.joined)
    return;
  if (one_of(word_of(finding.predicate), {"want", "rule"})) return;  // "wants a grant from X", "ruled out"
  Ends owners;
  owners.step = Step::lifted;
  for (const std::uint32_t object : finding.objects.mentions) {
    if (context_.slots.is_class(object, "Agent") || context_.slots.is_class(object, "Place")) continue;
    for (const std::uint32_t token : context_.slots.holders_of_thing(object)) {
      const std::uint32_t owner = context_.slots.mention_of(token);
      if (owner != kNone && context_.slots.is_class(owner, "Agent") &&
          (context_.reading.mentions[owner].kind == MentionKind::name ||
           context_.roles.is_deed(context_.reading.mentions[object].head)))
        owners.mentions.push_back(owner);
    }
  }
  owners = without(owners, finding.subjects);
  if (owners.empty()) return;
  Finding of_owner = finding;
  of_owner.objects = owners;
  of_owner.rule = frame.name + "/owner";
  add(frame, of_owner, features, drafts);
}

bool FrameReader::read_predicate(Predicate predicate, Reach reach, std::vector<Draft>& drafts) {
  bool fired = false;
  for (const ontology::FrameUse& use : context_.frames.frames_for(predicate.word_class, word_of(predicate))) {
    if ((fired && !use.also) || (reach != Reach::slots && use.optional_object)) continue;
    if (!has_particle(use, predicate)) continue;
    const Frame& frame = context_.frames.frames()[use.frame];
    if (reach == Reach::lifted && !is_between_actors(frame.relation)) continue;
    fired = fire(frame, predicate, reach, drafts) || fired;
  }
  return fired;
}

bool FrameReader::between_actors(std::uint32_t verb) const {
  const auto agent = [&](const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [&](std::uint32_t token) {
      const std::uint32_t mention = context_.slots.mention_of(token);
      return context_.slots.is_class(mention, "Agent");
    });
  };
  if (!agent(context_.roles.subject(verb).tokens)) return false;
  if (agent(context_.roles.object(verb).tokens) || agent(context_.roles.dative(verb).tokens)) return true;
  for (const std::string_view word : {"to", "with", "against", "on", "from", "for"})
    if (agent(context_.roles.preposition(verb, word).tokens)) return true;
  return false;
}

namespace {

// "X is Prime Minister of Y", "was elected President of Y".
bool is_capital_office(const Syntax& syntax, std::uint32_t at) {
  return syntax.tag(at) == "NNP" && syntax.is(at, {"attr", "oprd"});
}

}  // namespace

void FrameReader::read(std::vector<Draft>& drafts, std::vector<std::string>& unmatched) {
  const Syntax& syntax = context_.syntax;
  used_.assign(syntax.size(), false);
  std::vector<bool> in_name(syntax.size(), false);
  for (const Mention& mention : context_.reading.mentions) {
    if (mention.kind != MentionKind::name || mention.end - mention.begin < 2) continue;
    std::fill(in_name.begin() + mention.begin, in_name.begin() + mention.end, true);
  }
  std::vector<std::pair<Predicate, Reach>> silent;  // no frame has used them up
  const auto read_or_keep = [&](Predicate predicate) {
    const bool fired = read_predicate(predicate, Reach::slots, drafts);
    if (!used_[predicate.token]) silent.emplace_back(predicate, fired ? Reach::either : Reach::lifted);
    return fired;
  };
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    if (!syntax.is_verb(at)) continue;
    const bool fired = read_or_keep({at, WordClass::verb});
    if (!fired && syntax.token(at).pos == "VERB" && between_actors(at)) unmatched.push_back(syntax.lemma(at));
  }
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    if (used_[at] || (syntax.is_verb(at) && !is_act_name(at))) continue;
    if (syntax.is_verb(at)) {
      read_or_keep({at, WordClass::noun});
    } else if (syntax.token(at).pos == "ADJ" || syntax.tag(at) == "JJ") {
      read_or_keep({at, WordClass::adjective});
    } else if (!in_name[at] && (one_of(syntax.tag(at), {"NN", "NNS"}) || is_capital_office(syntax, at))) {
      read_or_keep({at, WordClass::noun});
    }
  }
  for (const auto& [predicate, reach] : silent)
    if (!used_[predicate.token]) read_predicate(predicate, reach, drafts);
}

}  // namespace entente::extract
