// SPDX-License-Identifier: Apache-2.0
#include "extract/clause.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

// What is nearer to the predicate decides; a plain "said" above changes nothing.
void put(Features& features, Modality modality) {
  if (features.modality == Modality::asserted) features.modality = modality;
}

}  // namespace

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
  return features;
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
  std::uint32_t at = syntax_.first_conjunct(noun);
  const std::uint32_t light = roles_.light_verb(noun);
  const std::uint32_t carrier = light == kNone ? roles_.converse_verb(noun) : light;
  read_noun_modifiers(noun, carrier, features);
  if (carrier != kNone && carrier != noun) {
    const auto* embedding = roles_.embedding_of(carrier);
    if (embedding != nullptr && !embedding->attributes) apply(*embedding, carrier, false, features);
    read_own(carrier, features, noun);
    climb(carrier, features);
    return;
  }
  const std::uint32_t above = syntax_.head(at);
  if (above == kNone) return read_attribution(at, features);
  if (syntax_.is(at, {"attr"})) {  // "X is not a member", "X failed to become director"
    read_own(above, features);
    return climb(above, features);
  }
  std::uint32_t verb = kNone;
  std::uint32_t outer = above;
  if (syntax_.is(at, {"dobj", "nsubjpass"})) verb = above;
  if (syntax_.is(at, {"pobj"}) && syntax_.head(above) != kNone) outer = syntax_.head(above);
  const bool argument = one_of(syntax_.lower(above), {"for", "to", "on", "of", "from", "against"});
  if (syntax_.is(at, {"pobj"}) && syntax_.is_verb(outer) && argument) verb = outer;
  if (syntax_.is(at, {"pobj"}) && !syntax_.is_verb(outer)) {  // "calls for talks", "a lack of support"
    const auto* embedding = roles_.embedding_of(outer);
    if (embedding != nullptr) apply(*embedding, outer, false, features);
  }
  if (syntax_.is(at, {"nsubj"}) && frames_.in_list("EventVerb", syntax_.lemma(above)))
    read_own(above, features, at);
  if (verb != kNone) {
    const auto* embedding = roles_.embedding_of(verb);
    if (embedding != nullptr && !embedding->attributes) {
      apply(*embedding, verb, false, features);
      if (is_negated(verb, at)) features.negated = !features.negated;
    } else if (frames_.in_list("EventVerb", syntax_.lemma(verb))) {
      read_own(verb, features, at);
    }
  }
  const std::uint32_t clause = syntax_.clause_of(at);
  if (clause == at) return read_attribution(at, features);
  Features outside;
  climb(clause, outside);
  features.suppressed = features.suppressed || outside.suppressed;
  if (features.speakers.empty()) features.speakers = outside.speakers;
  if (outside.modality == Modality::reported) put(features, Modality::reported);
  features.embedders.insert(features.embedders.end(), outside.embedders.begin(), outside.embedders.end());
}

// ---- the verb's own words

bool ClauseReader::is_negated(std::uint32_t verb, std::uint32_t apart_from) const {
  bool negated = false;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (each == apart_from) continue;
    const std::string& word = syntax_.lower(each);
    const bool never = one_of(word, {"never", "hardly", "scarcely", "barely", "neither", "nor"});
    if (syntax_.is(each, {"neg"}) || (syntax_.is(each, {"advmod", "preconj", "cc"}) && never && each < verb))
      negated = true;
    if (syntax_.is(each, {"advmod"}) && word == "longer" && syntax_.has_child_word(each, {"no"}))
      negated = true;
    const bool argument = syntax_.is(each, {"nsubj", "nsubjpass", "dobj", "attr", "dative"});
    if (argument && one_of(word, {"none", "nobody", "neither", "nothing", "no-one"})) negated = true;
    if (argument && syntax_.has_child_word(each, {"no", "neither"})) negated = true;
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

// ---- the clauses above

void ClauseReader::apply(const ontology::Embedding& embedding, std::uint32_t above, bool clause,
                         Features& features) const {
  if (embedding.suppressed) features.suppressed = true;
  if (embedding.negated) features.negated = !features.negated;
  if (!embedding.modality.empty()) put(features, *modality_from_text(embedding.modality));
  if (embedding.attributes && clause && features.speakers.empty()) {
    const bool noun = syntax_.is_noun(above) && !syntax_.is_verb(above);
    features.speakers = noun ? roles_.noun_subject(above, false).tokens : roles_.subject(above).tokens;
  }
}

void ClauseReader::climb(std::uint32_t at, Features& features) const {
  read_attribution(at, features);
  for (int step = 0; step < kClimb; ++step) {
    const std::uint32_t above = link(at, features);
    if (above == kNone || above == at) break;
    at = above;
    read_attribution(at, features);
  }
  if (syntax_.head(at) == kNone && is_question(at)) features.suppressed = true;
}

// Takes one step up and returns where it led; kNone ends the climb.
std::uint32_t ClauseReader::link(std::uint32_t at, Features& features) const {
  const std::uint32_t above = syntax_.head(at);
  if (above == kNone) return kNone;
  if (syntax_.is(at, {"xcomp", "ccomp"})) return link_complement(at, above, features);
  if (syntax_.is(at, {"advcl"})) return link_adverbial(at, above, features);
  if (syntax_.is(at, {"pcomp"})) return link_preposition(at, above, features);
  const bool content =
      syntax_.is(at, {"relcl"}) && syntax_.child(at, {"mark"}) != kNone;  // "reports that ..."
  if (content || syntax_.is(at, {"acl"})) return link_noun_clause(at, above, features);
  if (syntax_.is(at, {"conj"})) {
    const std::uint32_t first = syntax_.first_conjunct(at);
    return link(first, features);
  }
  if (syntax_.is(at, {"csubj", "csubjpass", "nsubj"}) && syntax_.tag(at) == "VBG")
    put(features, Modality::hypothetical);
  return syntax_.is(at, {"relcl", "acomp", "attr"}) ? syntax_.clause_of(above) : above;
}

// "Y did not", "Y has", with nothing behind it but what negates it.
bool ClauseReader::is_elliptical(std::uint32_t verb) const {
  return one_of(syntax_.lemma(verb), {"do", "have", "be"}) && syntax_.child(verb, {"nsubj"}) != kNone &&
         syntax_.child(verb, {"dobj", "attr", "acomp", "prep", "xcomp", "oprd", "advcl"}) == kNone;
}

// "blocked roads to protest": what prevents a thing, and why; the act of the clause is not prevented.
bool ClauseReader::is_purpose(std::uint32_t at, std::uint32_t above,
                              const ontology::Embedding& embedding) const {
  return embedding.negated && embedding.modality.empty() &&
         (!embedding.object_controls || syntax_.lemma(above) == "block") && at > above &&
         syntax_.has_child_word(at, {"to"}) && syntax_.child(above, {"dobj"}) != kNone;
}

std::uint32_t ClauseReader::link_complement(std::uint32_t at, std::uint32_t above, Features& features) const {
  features.embedders.push_back(above);
  if (is_elliptical(above) && at < above) return kNone;  // "X backed it, Y did not": two sentences
  const bool infinitive = syntax_.has_child_word(at, {"to"});
  const bool be = syntax_.lemma(above) == "be" && syntax_.token(above).pos == "AUX";
  const bool open = be && syntax_.child(above, {"attr", "acomp", "csubj"}) == kNone;
  if (infinitive && open) put(features, Modality::planned);
  if (infinitive && syntax_.lemma(above) == "have" && syntax_.has_child_word(above, {"yet"})) {
    features.negated = !features.negated;
    return above;
  }
  bool finite = !infinitive && !one_of(syntax_.tag(at), {"VB", "VBG"});
  for (const std::uint32_t each : syntax_.children(at))
    finite = finite || (syntax_.is(each, {"aux", "auxpass"}) && syntax_.tag(each) != "TO");
  const auto* embedding = roles_.embedding_of(above, finite);
  if (embedding == nullptr && be) {  // "it is necessary that"
    const std::uint32_t predicate = syntax_.child(above, {"acomp", "attr", "oprd"});
    if (predicate != kNone) embedding = roles_.embedding_of(predicate, finite);
  }
  const bool verb = syntax_.is_verb(above) || syntax_.token(above).pos == "AUX";
  if (embedding != nullptr && is_purpose(at, above, *embedding)) {
    put(features, Modality::planned);
    return above;
  }
  if (embedding != nullptr) {
    const bool others = syntax_.child(at, {"nsubj", "nsubjpass"}) != kNone || embedding->object_controls;
    if (others && !embedding->others_modality.empty())
      put(features, *modality_from_text(embedding->others_modality));
    apply(*embedding, above, true, features);
    if (infinitive && embedding->attributes && embedding->modality.empty() && syntax_.is_passive(above))
      put(features, Modality::reported);  // "is said to have ..."
    const bool speech = embedding->attributes || embedding->modality == "CalledFor";
    if (verb && speech) {
      if (is_negated(above)) features.suppressed = true;
      return above;
    }
  }
  if (verb && syntax_.is(at, {"xcomp"})) {
    read_own(above, features);
  } else if (verb && is_negated(above)) {
    features.suppressed = true;
  } else if (!verb && syntax_.head(above) != kNone && syntax_.is(above, {"acomp", "attr", "oprd"})) {
    read_own(syntax_.head(above), features);
    return syntax_.head(above);
  }
  return above;
}

std::uint32_t ClauseReader::link_adverbial(std::uint32_t at, std::uint32_t above, Features& features) const {
  if (is_condition(at)) features.suppressed = true;
  const bool infinitive = syntax_.has_child_word(at, {"to"}) && syntax_.tag(at) == "VB";
  if (infinitive) {
    const auto* embedding = roles_.embedding_of(above);
    if (embedding != nullptr && !is_purpose(at, above, *embedding)) {
      features.embedders.push_back(above);
      apply(*embedding, above, true, features);
    } else {
      put(features, Modality::planned);
    }
  }
  const bool participle = syntax_.tag(at) == "VBG" && syntax_.child(at, {"mark"}) == kNone;
  if (participle && syntax_.is_verb(above)) read_auxiliaries(above, features);
  if (syntax_.child(at, {"mark"}) != kNone && syntax_.has_child_word(at, {"before", "until"})) {
    put(features, Modality::planned);
  }
  return above;
}

std::uint32_t ClauseReader::link_preposition(std::uint32_t at, std::uint32_t above,
                                             Features& features) const {
  (void)at;
  const std::string& word = syntax_.lower(above);
  const std::uint32_t outer = syntax_.head(above);
  if (outer == kNone) return kNone;
  const bool instead = one_of(word, {"of", "than"}) && one_of(syntax_.lower(outer), {"instead", "rather"});
  if (word == "without" || instead) features.negated = !features.negated;
  const std::uint32_t clause = syntax_.clause_of(outer);
  for (const std::uint32_t each : {outer, clause}) {
    const auto* embedding = roles_.embedding_of(each);
    if (embedding == nullptr ||
        !one_of(word, {"of", "for", "from", "to", "with", "on", "against", "about", "as"}))
      continue;
    features.embedders.push_back(each);
    apply(*embedding, each, true, features);
    if (syntax_.is_verb(each) && !embedding->attributes) read_own(each, features);
    break;
  }
  return clause;
}

std::uint32_t ClauseReader::link_noun_clause(std::uint32_t at, std::uint32_t above,
                                             Features& features) const {
  const std::uint32_t clause = syntax_.clause_of(above);
  const bool infinitive = syntax_.has_child_word(at, {"to"}) && syntax_.tag(at) == "VB";
  const bool finite = !infinitive && syntax_.child(at, {"mark"}) != kNone;  // "reports that ..."
  const auto* embedding = roles_.embedding_of(above, finite);
  if (!infinitive && (embedding == nullptr || !finite)) return clause;
  if (infinitive && syntax_.lower(above) == "order" && above > 0 && syntax_.lower(above - 1) == "in") {
    put(features, Modality::planned);  // "in order to": a purpose
    return clause;
  }
  if (embedding != nullptr) {
    features.embedders.push_back(above);
    apply(*embedding, above, true, features);
  } else {
    const bool ordinal =
        std::any_of(syntax_.children(above).begin(), syntax_.children(above).end(), [&](auto each) {
          return one_of(syntax_.lower(each), {"first", "only", "last", "second", "latest"});
        });
    if (!ordinal) put(features, Modality::planned);
  }
  if (syntax_.has_child_word(above, {"no", "neither"})) features.negated = !features.negated;
  if (syntax_.is(above, {"dobj", "nsubjpass"}) && clause != above) {
    if (is_negated(clause) && !syntax_.has_child_word(above, {"no"})) features.negated = !features.negated;
    const auto* outer = roles_.embedding_of(clause, finite);
    if (outer == nullptr) outer = roles_.embedding_of(clause);
    const bool purpose =
        outer != nullptr && embedding == nullptr && !outer->attributes;  // "blocked roads to protest"
    if (outer != nullptr && outer->negated && !purpose) {
      features.negated = !features.negated;
      if (outer->attributes && features.speakers.empty()) features.speakers = roles_.subject(clause).tokens;
    }
  }
  return clause;
}

// "according to X", "X, officials said, ..."
void ClauseReader::read_attribution(std::uint32_t at, Features& features) const {
  for (const std::uint32_t each : syntax_.children(at)) {
    if (!features.speakers.empty()) return;
    if (syntax_.lower(each) == "according") {
      const std::uint32_t to = syntax_.child(each, {"prep", "pcomp"});
      const std::uint32_t source = to == kNone ? syntax_.child(each, {"pobj"}) : syntax_.child(to, {"pobj"});
      if (source == kNone) continue;
      features.speakers = roles_.expand(source);
      put(features, Modality::reported);
    } else if (syntax_.is(each, {"parataxis"}) && syntax_.is_verb(each)) {
      const auto* embedding = roles_.embedding_of(each);
      if (embedding != nullptr && embedding->attributes) apply(*embedding, each, true, features);
    }
  }
}

}  // namespace entente::extract
