// SPDX-License-Identifier: Apache-2.0
#include "extract/clause.hpp"

#include <algorithm>

namespace entente::extract {
Features ClauseReader::features(std::uint32_t trigger) const {
  Features features;
  const bool adjective = syntax_.token(trigger).pos == "ADJ" && !syntax_.is_verb(trigger);
  if (adjective) {
    const std::uint32_t above = syntax_.head(trigger);
    if (syntax_.child(trigger, {"neg"}) != kNone) features.negated = true;
    if (above != kNone && syntax_.is(trigger, {"acomp", "attr", "oprd", "conj"})) {
      read_own(above, features);
      climb(above, features);
    }
  } else if (syntax_.is_verb(trigger) || syntax_.token(trigger).pos == "AUX") {
    read_own(trigger, features);
    climb(trigger, features);
  } else {
    read_noun(trigger, features);
  }
  if (is_strained(trigger) || is_strained(syntax_.child(trigger, {"dobj"}))) features.suppressed = true;
  return features;
}

// "a tense relationship"
bool ClauseReader::is_strained(std::uint32_t noun) const {
  if (noun == kNone || !one_of(syntax_.lemma(noun), {"relationship", "relation", "tie", "alliance"}))
    return false;
  const auto& below = syntax_.children(noun);
  return std::any_of(below.begin(), below.end(),
                     [&](auto each) { return frames_.in_list("StrainedModifier", syntax_.lower(each)); });
}

// ---- nouns

void ClauseReader::read_noun_modifiers(std::uint32_t noun, std::uint32_t carrier, Features& features) const {
  for (const std::uint32_t each : syntax_.children(noun)) {
    if (each == carrier) continue;
    const std::string& word = syntax_.lower(each);
    if (syntax_.is(each, {"det", "neg"}) && one_of(word, {"no", "neither"}))
      features.negated = !features.negated;
    const bool participle = syntax_.is(each, {"acl"}) && one_of(syntax_.tag(each), {"VBN", "VBD"}) &&
                            syntax_.child(each, {"nsubj", "nsubjpass"}) == kNone;
    if (!syntax_.is(each, {"amod", "compound", "advmod"}) && !participle) continue;
    for (const std::string& form : {word, syntax_.lemma(each)}) {
      if (frames_.in_list("PlannedModifier", form)) put(features, Modality::planned);
      if (frames_.in_list("ReportedModifier", form)) put(features, Modality::reported);
    }
    const auto in = [&](std::string_view list) {
      return frames_.in_list(list, word) || (participle && frames_.in_list(list, syntax_.lemma(each)));
    };
    if (in("NegatedModifier")) features.negated = !features.negated;
  }
}

void ClauseReader::read_noun(std::uint32_t noun, Features& features) const {
  std::uint32_t at = roles_.predicate_of(syntax_.first_conjunct(noun));
  const std::uint32_t light = roles_.light_verb(noun);
  const std::uint32_t carrier = light == kNone ? roles_.converse_verb(noun) : light;
  read_noun_modifiers(noun, carrier, features);
  const bool vow = carrier != kNone && frames_.in_list("Vow", syntax_.lemma(noun)) &&
                   one_of(syntax_.lemma(carrier), {"keep", "break", "honour", "honor", "fulfil", "fulfill"});
  if (vow) return climb_aside(carrier, features);  // "did not keep its promise to X": it had promised
  if (carrier != kNone && carrier != noun) {
    const auto* embedding = roles_.embedding_of(carrier);
    const bool owns = one_of(syntax_.lemma(carrier), {"have", "be"});  // "has a quarrel with" is no duty
    if (embedding != nullptr && !embedding->attributes && !owns) apply(*embedding, carrier, false, features);
    read_own(carrier, features, noun);
    climb(carrier, features);
    if (syntax_.is(carrier, {"acl"})) read_fate(at, features);
    return;
  }
  const std::uint32_t above = syntax_.head(at);
  if (above == kNone) return read_attribution(at, features);
  if (syntax_.is(at, {"attr"})) {  // "X is not a member", "X failed to become director"
    read_own(above, features, at);
    return climb(above, features);
  }
  if (syntax_.is(at, {"pobj"}) && syntax_.lower(above) == "without") read_lack(above, features);
  std::uint32_t verb = kNone;
  std::uint32_t outer = above;
  if (syntax_.is(at, {"dobj", "nsubjpass"})) verb = above;
  if (syntax_.is(at, {"pobj"}) && syntax_.head(above) != kNone) outer = syntax_.head(above);
  const bool argument = one_of(syntax_.lower(above), {"for", "to", "on", "of", "from", "against"});
  const bool away = syntax_.lower(above) == "on" &&  // "told X on a visit to Y that"
                    one_of(syntax_.lemma(at), {"visit", "trip", "tour", "mission", "journey"});
  if (syntax_.is(at, {"pobj"}) && syntax_.is_verb(outer) && argument && !away) verb = outer;
  if (syntax_.is(at, {"pobj"}) && !syntax_.is_verb(outer)) {  // "calls for talks", "a lack of support"
    const auto* embedding = roles_.embedding_of(outer);
    if (embedding != nullptr) apply(*embedding, outer, false, features);
    const auto* report = roles_.embedding_of(outer, true);
    if (report != nullptr && report->attributes && syntax_.has_child_word(outer, {"no"}))
      features.suppressed = true;  // "no proof of an attack"
  }
  if (syntax_.is(at, {"nsubj"}) && frames_.in_list("EventVerb", syntax_.lemma(above)))
    read_own(above, features, at);
  if (syntax_.is(at, {"pobj"}) && syntax_.lower(above) == "as" && syntax_.is_verb(outer) && is_negated(outer))
    features.suppressed = true;  // "does not recognise X as a part of Y"
  const bool follower = one_of(syntax_.lemma(at), {"supporter", "follower", "backer", "opponent", "fan"});
  if (verb != kNone && !follower) {  // "banned supporters of X from marching": they support him
    const auto* embedding = roles_.embedding_of(verb);
    if (embedding != nullptr && !embedding->attributes) {
      apply(*embedding, verb, false, features);
      if (is_negated(verb, at)) features.negated = !features.negated;
    } else if (frames_.in_list("EventVerb", syntax_.lemma(verb))) {
      read_own(verb, features, at);
    }
    const bool let_in = one_of(syntax_.lemma(noun), {"entry", "accession", "admission", "membership",
                                                     "participation", "deployment", "extradition"});
    if (embedding == nullptr && let_in && is_rejection(verb))  // "turned down the entry of X into Y"
      features.negated = !features.negated;
  }
  const std::uint32_t clause = syntax_.clause_of(at);
  if (clause == at) return read_attribution(at, features);
  climb_aside(clause, features);
}

// "the exercise planned by X was called off".
void ClauseReader::read_fate(std::uint32_t noun, Features& features) const {
  const std::uint32_t verb = syntax_.is(noun, {"dobj", "nsubjpass"}) ? syntax_.head(noun) : kNone;
  const auto* embedding = verb == kNone ? nullptr : roles_.embedding_of(verb);
  if (embedding == nullptr || !embedding->negated || embedding->attributes) return;
  apply(*embedding, verb, false, features);
  if (is_negated(verb, noun)) features.negated = !features.negated;
}

// "crossed without X's consent": there was none; "cannot cross without it": of the consent nothing is said.
void ClauseReader::read_lack(std::uint32_t without, Features& features) const {
  features.negated = !features.negated;
  const std::uint32_t clause = syntax_.clause_of(without);
  if (clause == without) return;
  if (is_negated(clause)) features.suppressed = true;
  for (const std::uint32_t each : syntax_.children(clause))
    if (syntax_.is(each, {"aux"}) && one_of(syntax_.tag(each), {"MD", "TO"})) features.suppressed = true;
}

// What stands in a phrase of a clause: who says the clause says it too; what the clause denies or plans is
// not the phrase.
void ClauseReader::climb_aside(std::uint32_t clause, Features& features) const {
  Features outside;
  climb(clause, outside);
  features.suppressed = features.suppressed || outside.suppressed;
  if (features.speakers.empty()) features.speakers = outside.speakers;
  if (outside.modality == Modality::reported) put(features, Modality::reported);
  features.embedders.insert(features.embedders.end(), outside.embedders.begin(), outside.embedders.end());
}

// ---- the verb's own words

// "at no time", "under no circumstances".
bool ClauseReader::is_in_no_case(std::uint32_t preposition) const {
  const std::uint32_t noun = syntax_.child(preposition, {"pobj"});
  return noun != kNone && syntax_.has_child_word(noun, {"no"}) &&
         one_of(syntax_.lemma(noun), {"time", "circumstance", "circumstances", "account", "way", "point",
                                      "case", "condition", "stage", "event", "means", "sense"});
}

bool ClauseReader::is_negated(std::uint32_t verb, std::uint32_t apart_from) const {
  bool negated = false;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (each == apart_from) continue;
    const std::string& word = syntax_.lower(each);
    const bool merely = syntax_.is(each, {"neg"}) && each + 1 < syntax_.size() &&  // "did not only do it"
                        syntax_.head(each + 1) == verb &&
                        one_of(syntax_.lower(each + 1), {"only", "just", "merely", "simply", "solely"});
    if (merely) continue;
    const bool never = one_of(word, {"never", "hardly", "scarcely", "barely", "neither", "nor"});
    if (word == "nowhere" || (syntax_.is(each, {"aux"}) && syntax_.has_child_word(each, {"nowhere"})))
      negated = true;
    for (const std::uint32_t any : syntax_.children(each))  // "hardly any country"
      if (syntax_.is(any, {"det"}) && syntax_.has_child_word(any, {"hardly", "scarcely"})) negated = true;
    if (syntax_.is(each, {"prep"}) && is_in_no_case(each)) negated = true;
    if (syntax_.is(each, {"neg"}) || (syntax_.is(each, {"advmod", "preconj", "cc"}) && never && each < verb))
      negated = true;
    const bool not_ever = one_of(word, {"once", "ever"}) &&
                          syntax_.has_child_word(each, {"not", "hardly", "scarcely", "barely"});
    if (syntax_.is(each, {"advmod"}) &&
        (not_ever || (word == "longer" && syntax_.has_child_word(each, {"no"}))))
      negated = true;
    const bool argument = syntax_.is(each, {"nsubj", "nsubjpass", "dobj", "attr", "dative"});
    if (argument && one_of(word, {"none", "nobody", "neither", "nothing", "no-one", "noone"})) negated = true;
    if (argument && syntax_.has_child_word(each, {"no", "neither", "hardly", "scarcely"})) negated = true;
    const bool not_one =
        syntax_.has_child_word(each, {"not"}) && syntax_.has_child_word(each, {"a", "one", "single"});
    if (argument && not_one) negated = true;  // "not a cent was paid"
  }
  return negated;
}

void ClauseReader::read_auxiliaries(std::uint32_t verb, Features& features) const {
  bool have = false, conditional = false;
  std::string modal;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (syntax_.is(each, {"aux"}) && syntax_.lemma(each) == "have") have = true;
    if (syntax_.is(each, {"aux"}) && syntax_.tag(each) == "MD") modal = syntax_.lower(each);
    if (syntax_.is(each, {"advcl"}) && syntax_.has_child_word(each, {"if", "unless"})) conditional = true;
  }
  const bool wish = one_of(modal, {"would", "'d", "should", "ought"});
  if (wish && have) features.suppressed = true;
  if (one_of(modal, {"will", "shall", "'ll", "wo", "would", "'d"})) {
    put(features, conditional ? Modality::hypothetical : Modality::planned);
  } else if (one_of(modal, {"could", "may", "might", "can", "ca"}) || (modal == "must" && have)) {
    put(features, Modality::hypothetical);
  } else if (one_of(modal, {"must", "should", "ought", "need"})) {
    put(features, Modality::obligation);
  }
}

void ClauseReader::read_own(std::uint32_t verb, Features& features, std::uint32_t apart_from) const {
  if (is_negated(verb, apart_from)) features.negated = !features.negated;
  for (const std::uint32_t each : syntax_.children(verb))
    if (syntax_.is(each, {"advmod"}) && frames_.in_list("ReportedModifier", syntax_.lower(each)))
      put(features, Modality::reported);
  read_auxiliaries(verb, features);
  if (is_condition(verb)) features.suppressed = true;
  for (const std::uint32_t each : syntax_.children(verb))  // "either X or Y did it": of neither it is said
    if (syntax_.is(each, {"nsubj", "nsubjpass", "dobj"}) && syntax_.has_child_word(each, {"either"}))
      put(features, Modality::hypothetical);
  const std::uint32_t auxiliary = syntax_.head(verb) == kNone ? syntax_.child(verb, {"aux"}) : kNone;
  if (auxiliary != kNone && syntax_.tag(auxiliary) == "TO")
    put(features, Modality::planned);  // a headline: "Kenya to send police"
  const bool present =
      one_of(syntax_.tag(verb), {"VBZ", "VBP"}) && frames_.in_list("ScheduledVerb", syntax_.lemma(verb));
  if (present && has_future_time(verb)) put(features, Modality::planned);
  if (!syntax_.is(verb, {"conj", "dep"}) || syntax_.head(verb) == kNone) return;
  const std::uint32_t first = syntax_.head(verb);
  std::string joint;
  for (const std::uint32_t each : syntax_.children(first))
    if (syntax_.is(each, {"cc"}) && each < verb) joint = syntax_.lower(each);
  const bool denied = is_negated(first) && joint == "or";
  if (denied || (joint == "nor" && !is_negated(verb))) features.negated = !features.negated;
  const bool bare = syntax_.child(verb, {"nsubj", "nsubjpass", "aux"}) == kNone;
  if (bare && one_of(syntax_.tag(verb), {"VB", "VBN"})) read_auxiliaries(first_of_list(verb), features);
}

// The first verb of "should keep X, open Y, and build Z", whose auxiliary they share; the parser may hang a
// part as "dep".
std::uint32_t ClauseReader::first_of_list(std::uint32_t verb) const {
  for (int step = 0; step < kClimb && syntax_.is(verb, {"conj", "dep"}); ++step) {
    const std::uint32_t above = syntax_.head(verb);
    if (above == kNone || !syntax_.is_verb(above)) break;
    verb = above;
  }
  return verb;
}

}  // namespace entente::extract
