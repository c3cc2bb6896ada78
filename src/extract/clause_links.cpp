// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "extract/clause.hpp"

namespace entente::extract {
// ---- the clauses above

void ClauseReader::apply(const ontology::Embedding& embedding, std::uint32_t above, bool clause,
                         Features& features) const {
  if (embedding.suppressed) features.suppressed = true;
  const bool said = !features.speakers.empty();  // "refused to say what X would do": X may do it
  if (embedding.negated && !said) features.negated = !features.negated;
  if (embedding.attributes && syntax_.has_child_word(above, {"falsely", "wrongly", "wrongfully"}))
    features.negated = !features.negated;  // "was falsely accused of doing it"
  if (!embedding.modality.empty()) put(features, *modality_from_text(embedding.modality));
  if (embedding.attributes && clause && features.speakers.empty()) {
    const bool noun = syntax_.is_noun(above) && !syntax_.is_verb(above);
    features.speakers = noun ? roles_.noun_subject(above, false).tokens : roles_.subject(above).tokens;
    const std::uint32_t found = noun && syntax_.is(above, {"dobj"}) ? syntax_.head(above) : kNone;
    if (features.speakers.empty() && found != kNone &&  // "found evidence that X did"
        one_of(syntax_.lemma(found),
               {"find", "have", "see", "gather", "uncover", "collect", "obtain", "publish", "present"}))
      features.speakers = roles_.subject(found).tokens;
  }
}

void ClauseReader::climb(std::uint32_t at, Features& features) const {
  read_attribution(at, features);
  bool settled = false, negated = false;
  for (int step = 0; step < kClimb; ++step) {
    if (is_own_statement(at)) {  // "failed to attend the talks that X hosted"
      climb_aside(syntax_.clause_of(syntax_.head(at)), features);
      if (settled) features.negated = negated;
      return;
    }
    const bool leaves = !settled && stands_aside(at);
    const std::uint32_t above = link(at, features);
    if (leaves) negated = features.negated;
    settled = settled || leaves;
    if (above == kNone || above == at) break;
    at = above;
    read_attribution(at, features);
  }
  if (settled) features.negated = negated;
  if (syntax_.head(at) == kNone && is_question(at)) features.suppressed = true;
}

// "failed to comply by holding X", "declined to comment on reports that X fell": what is denied further up is
// neither the means nor what the reports say.
bool ClauseReader::stands_aside(std::uint32_t at) const {
  const std::uint32_t above = syntax_.head(at);
  if (above == kNone) return false;
  if (syntax_.is(at, {"pcomp"}))  // "declined to speak about how X came to do it"
    return syntax_.lower(above) == "by" || syntax_.has_child_word(at, {"how", "why", "when", "where"});
  return syntax_.is(at, {"acl", "relcl"}) && syntax_.is(above, {"pobj"}) && !is_infinitive(at) &&
         syntax_.child(at, {"mark"}) != kNone;
}

// Takes one step up and returns where it led; kNone ends the climb.
std::uint32_t ClauseReader::link(std::uint32_t at, Features& features) const {
  const std::uint32_t above = syntax_.head(at);
  if (above == kNone || syntax_.is(at, {"parataxis"})) return kNone;  // "X fell, Y said": Y says so himself
  if (syntax_.is(at, {"ccomp", "acl", "relcl"}) && is_beyond_doubt(above))
    return one_of(syntax_.lemma(above), {"forget", "say"}) ? kNone : above;
  if (syntax_.is(at, {"xcomp", "ccomp"})) return link_complement(at, above, features);
  if (syntax_.is(at, {"advcl"})) return link_adverbial(at, above, features);
  if (syntax_.is(at, {"pcomp"})) return link_preposition(at, above, features);
  const bool content =
      syntax_.is(at, {"relcl"}) && (syntax_.child(at, {"mark"}) != kNone ||  // "reports that"
                                    is_infinitive(at));                      // "calls to ..."
  if (content || syntax_.is(at, {"acl"})) return link_noun_clause(at, above, features);
  if (syntax_.is(at, {"conj"})) {
    const std::uint32_t first = syntax_.first_conjunct(at);
    return link(first, features);
  }
  if (syntax_.is(at, {"csubj", "csubjpass", "nsubj"}) && syntax_.tag(at) == "VBG")
    put(features, Modality::hypothetical);
  return syntax_.is(at, {"relcl", "acomp", "attr"}) ? syntax_.clause_of(above) : above;
}

bool ClauseReader::is_infinitive(std::uint32_t verb) const {
  const std::uint32_t first = syntax_.child(verb, {"aux"});
  return first != kNone && syntax_.lower(first) == "to";
}

bool ClauseReader::is_rejection(std::uint32_t verb) const {
  const std::uint32_t particle = syntax_.child(verb, {"prt"});
  const std::string behind = particle == kNone ? std::string() : ' ' + syntax_.lower(particle);
  return frames_.in_list("RejectionVerb", syntax_.lemma(verb) + behind);
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
         syntax_.has_child_word(at, {"to"}) &&
         (syntax_.child(above, {"dobj"}) != kNone || syntax_.has_child_word(above, {"from"}));
}

// "was too weak to", "is in no mood to", "did little to": who is so does not act.
bool ClauseReader::is_kept_from(std::uint32_t verb) const {
  const std::uint32_t predicate = syntax_.child(verb, {"acomp"});
  for (const std::uint32_t quality : {verb, predicate})
    if (quality != kNone && syntax_.token(quality).pos == "ADJ" && syntax_.has_child_word(quality, {"too"}))
      return true;
  if (syntax_.lemma(verb) == "do" && syntax_.child(verb, {"dobj"}) != kNone)
    return syntax_.lower(syntax_.child(verb, {"dobj"})) == "little";
  const std::uint32_t in = syntax_.lemma(verb) == "be" ? syntax_.child(verb, {"prep"}) : kNone;
  const std::uint32_t state = in == kNone ? kNone : syntax_.child(in, {"pobj"});
  return state != kNone && syntax_.has_child_word(state, {"no"}) &&
         one_of(syntax_.lemma(state), {"mood", "position", "hurry", "rush", "state", "condition", "shape"});
}

// "tried in vain to act", "tried to act but failed", "tried to act and was turned away".
bool ClauseReader::is_vain(std::uint32_t act, std::uint32_t attempt) const {
  if (!one_of(syntax_.lemma(attempt), {"try", "attempt", "seek", "endeavour", "endeavor", "struggle"}))
    return false;
  for (const std::uint32_t verb : {act, attempt})
    for (const std::uint32_t each : syntax_.children(verb)) {
      const std::uint32_t object =
          syntax_.is(each, {"prep"}) ? syntax_.child(each, {"pobj", "amod", "pcomp"}) : kNone;
      const bool in_vain = one_of(syntax_.lower(each), {"unsuccessfully", "vainly"}) ||
                           (object != kNone && one_of(syntax_.lower(object), {"vain", "success", "avail"}));
      const bool failed = syntax_.is(each, {"conj"}) && syntax_.lemma(each) == "fail";
      const bool stopped = syntax_.is(each, {"conj"}) && syntax_.is_passive(each) &&
                           one_of(syntax_.lemma(each), {"turn", "stop", "prevent", "block", "rebuff", "repel",
                                                        "thwart", "foil", "repulse", "refuse"});
      if (in_vain || failed || stopped) return true;
    }
  return false;
}

// "X's failed bid to act", "its attempt to act failed".
bool ClauseReader::came_to_nothing(std::uint32_t attempt) const {
  const std::uint32_t verb = syntax_.is(attempt, {"nsubj"}) ? syntax_.head(attempt) : kNone;
  if (verb != kNone && one_of(syntax_.lemma(verb), {"fail", "flop", "collapse", "founder"}) &&
      syntax_.child(verb, {"xcomp", "dobj"}) == kNone)
    return !is_negated(verb);
  const auto below = syntax_.children(attempt);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
    const std::string& word = syntax_.lower(each);
    return syntax_.is(each, {"amod"}) && (frames_.in_list("NegatedModifier", word) ||
                                          one_of(word, {"vain", "futile", "fruitless", "doomed"}));
  });
}

// "planned to act but never did".
bool ClauseReader::is_not_carried_out(std::uint32_t act, std::uint32_t plan) const {
  if (is_vain(act, plan)) return true;
  const std::uint32_t be = syntax_.is(plan, {"acomp"}) ? syntax_.head(plan) : plan;
  for (const std::uint32_t verb : {act, plan, be})
    for (const std::uint32_t each : syntax_.children(verb))
      if (syntax_.is(each, {"conj"}) && syntax_.lemma(each) == "do" &&
          syntax_.child(each, {"neg"}) != kNone && syntax_.child(each, {"nsubj", "dobj"}) == kNone)
        return true;
  return false;
}

// "is false", "was not true".
bool ClauseReader::is_called_false(std::uint32_t be) const {
  const std::uint32_t predicate = syntax_.child(be, {"acomp", "attr"});
  if (predicate == kNone || syntax_.lemma(be) != "be") return false;
  if (one_of(syntax_.lemma(predicate), {"true", "correct"})) return is_negated(be);
  return frames_.in_list("FalseWord", syntax_.lemma(predicate)) && !is_negated(be);
}

std::uint32_t ClauseReader::link_complement(std::uint32_t at, std::uint32_t above, Features& features) const {
  features.embedders.push_back(above);
  if (is_elliptical(above) && at < above) return kNone;  // "X backed it, Y did not": two sentences
  const bool infinitive = is_infinitive(at);
  const bool be = syntax_.lemma(above) == "be" && syntax_.token(above).pos == "AUX";
  const bool open = be && syntax_.child(above, {"attr", "acomp", "csubj"}) == kNone;
  const bool missed = infinitive && open && syntax_.has_child_word(at, {"have"});  // "was to have spoken"
  if (missed) features.negated = !features.negated;
  if (infinitive && open) put(features, Modality::planned);
  if (infinitive && (is_kept_from(above) || is_not_carried_out(at, above))) {
    features.negated = !features.negated;
    return above;
  }
  if (infinitive && one_of(syntax_.lemma(above), {"have", "be"}) && syntax_.has_child_word(above, {"yet"})) {
    features.negated = !features.negated;
    return above;
  }
  const bool wished =
      syntax_.lemma(above) == "ask" && syntax_.has_child_word(at, {"that"});  // "that X be freed"
  bool finite = !infinitive && !one_of(syntax_.tag(at), {"VB", "VBG"});
  for (const std::uint32_t each : syntax_.children(at))
    finite = finite || (syntax_.is(each, {"aux", "auxpass"}) && syntax_.tag(each) != "TO");
  const bool undergone = syntax_.tag(at) == "VBN" && !infinitive && syntax_.lemma(above) == "have";
  const auto* embedding =
      undergone ? nullptr : roles_.embedding_of(above, finite && !wished);  // "had his car stolen"
  if (embedding == nullptr && be) {                                         // "it is necessary that"
    const std::uint32_t predicate = syntax_.child(above, {"acomp", "attr", "oprd"});
    if (predicate != kNone) embedding = roles_.embedding_of(predicate, finite);
  }
  if (be && finite && is_called_false(above)) {  // "it is not true that X did it"
    features.negated = !features.negated;
    return above;
  }
  const bool verb = syntax_.is_verb(above) || syntax_.token(above).pos == "AUX";
  if (embedding == nullptr && syntax_.tag(at) == "VBG" && one_of(syntax_.lemma(above), {"oppose", "reject"}))
    features.negated = !features.negated;  // "opposed sending troops"
  if (embedding != nullptr && embedding->negated && !embedding->attributes && at < above &&
      syntax_.is(at, {"ccomp"}))
    return kNone;  // a headline: "X shells Y, Z suspends flights"
  if (embedding != nullptr && is_purpose(at, above, *embedding)) {
    put(features, Modality::planned);
    return above;
  }
  if (embedding != nullptr) {
    const bool others = syntax_.child(at, {"nsubj", "nsubjpass"}) != kNone || embedding->object_controls;
    if (others && !embedding->others_modality.empty())
      put(features, *modality_from_text(embedding->others_modality));
    apply(*embedding, above, true, features);
    if (!verb && syntax_.is(above, {"nsubj"}) && is_called_false(syntax_.head(above)))
      features.negated = !features.negated;  // "reports that X did it are false"
    if (infinitive && embedding->attributes && embedding->modality.empty() && syntax_.is_passive(above))
      put(features, Modality::reported);  // "is said to have ..."
    const bool speech = embedding->attributes || embedding->modality == "CalledFor";
    if (verb && speech) {
      const bool raised = finite && one_of(syntax_.lemma(above), {"think", "believe", "suppose", "reckon"});
      if (is_negated(above)) (raised ? features.negated : features.suppressed) = !raised || !features.negated;
      return above;  // "does not think that X did": X did not, he thinks
    }
  }
  const bool causes =
      embedding != nullptr && embedding->object_controls && embedding->modality.empty() && !finite;
  if (verb && causes && !syntax_.is(at, {"xcomp"})) read_auxiliaries(above, features);  // "may let X rule Y"
  if (verb && syntax_.is(at, {"xcomp"})) {
    read_own(above, features);
  } else if (verb && is_negated(above)) {  // "did not let X go": X does not
    const bool lets = embedding != nullptr && embedding->object_controls && !finite;
    (lets ? features.negated : features.suppressed) = !lets || !features.negated;
  } else if (!verb && syntax_.head(above) != kNone && syntax_.is(above, {"acomp", "attr", "oprd"})) {
    read_own(syntax_.head(above), features);
    return syntax_.head(above);
  }
  return above;
}

std::uint32_t ClauseReader::link_adverbial(std::uint32_t at, std::uint32_t above, Features& features) const {
  if (is_condition(at)) features.suppressed = true;
  const bool rather = syntax_.has_child_word(at, {"than"}) &&
                      (syntax_.has_child_word(above, {"rather"}) || syntax_.has_child_word(at, {"rather"}));
  if (rather || (is_infinitive(at) && is_kept_from(above))) {  // "rather than attack X"
    features.negated = !features.negated;
    return above;
  }
  const bool infinitive =
      is_infinitive(at) && (syntax_.tag(at) == "VB" || syntax_.child(at, {"auxpass"}) != kNone);
  if (infinitive) {
    const auto* embedding = roles_.embedding_of(above);
    if (embedding != nullptr && !is_purpose(at, above, *embedding)) {
      features.embedders.push_back(above);
      apply(*embedding, above, true, features);
    } else if (at < 2 || !one_of(syntax_.lower(at - 2), {"first", "last"})) {  // "was among the first to act"
      put(features, Modality::planned);
    }
  }
  const bool participle = syntax_.tag(at) == "VBG" && syntax_.child(at, {"mark"}) == kNone;
  const std::uint32_t left = participle && syntax_.lemma(at) == "leave" ? syntax_.child(at, {"dobj"}) : kNone;
  const bool behind = left != kNone && at > above && syntax_.child(at, {"prep", "oprd", "acomp"}) != kNone;
  if (left != kNone && at > above && (behind || syntax_.tag(left) == "NNP"))
    features.suppressed = true;  // "pulled out, leaving Kuwait and Qatar (in debt)": they remain
  const bool says =
      one_of(syntax_.lemma(at), {"cite", "quote", "say", "add", "note", "warn", "accuse", "blame", "claim"});
  if (participle && syntax_.is_verb(above) && !says) read_auxiliaries(above, features);
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
  const bool instead =
      syntax_.has_child_word(above, {"instead", "rather"}) ||
      (word == "to" && one_of(syntax_.lemma(syntax_.clause_of(outer)), {"prefer"})) ||
      (one_of(word, {"of", "than"}) && one_of(syntax_.lower(outer), {"instead", "rather"})) ||
      (word == "from" && syntax_.lower(outer) == "far");  // "far from condemning X"
  if (word == "without" || instead) features.negated = !features.negated;
  const bool guiltless = syntax_.lower(outer) == "innocent" ||  // "was found not guilty of killing X"
                         (syntax_.lower(outer) == "guilty" && syntax_.child(outer, {"neg"}) != kNone);
  if (guiltless) features.negated = !features.negated;
  const std::uint32_t clause = syntax_.clause_of(outer);
  if (instead) return clause;
  if (word == "in" && syntax_.lemma(outer) == "join")
    read_own(outer, features);  // "has not joined Y in doing"
  for (const std::uint32_t each : {outer, clause}) {
    const auto* embedding =  // the preposition may hang on the object: "warned X | against doing it"
        syntax_.is_verb(each) ? frames_.embedding(ontology::WordClass::verb, syntax_.lemma(each), word, false)
                              : nullptr;
    if (embedding == nullptr) embedding = roles_.embedding_of(each);
    if (embedding == nullptr ||
        !one_of(word, {"of", "for", "from", "to", "with", "on", "against", "about", "as", "out", "off"}))
      continue;
    features.embedders.push_back(each);
    apply(*embedding, each, true, features);
    if (syntax_.has_child_word(each, {"no"})) features.negated = !features.negated;  // "has no intention of"
    if (syntax_.is_verb(each) && !embedding->attributes) read_own(each, features);
    if (embedding->negated && embedding->object_controls && is_negated(each))
      put(features, Modality::hypothetical);  // "nothing prevents X from doing it"
    break;
  }
  return clause;
}

std::uint32_t ClauseReader::link_noun_clause(std::uint32_t at, std::uint32_t above,
                                             Features& features) const {
  const std::uint32_t clause = syntax_.clause_of(above);
  const bool infinitive =
      is_infinitive(at) && (syntax_.tag(at) == "VB" || syntax_.child(at, {"auxpass"}) != kNone);
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
  if (infinitive && came_to_nothing(above)) features.negated = !features.negated;
  if (finite && syntax_.is(above, {"nsubj"}) && is_called_false(syntax_.head(above)))
    features.negated = !features.negated;  // "reports that X did it are false"
  const bool own = embedding != nullptr && embedding->modality == "Planned";  // "X's bid to ... was rejected"
  if (infinitive && (syntax_.is(above, {"dobj"}) || (own && syntax_.is(above, {"nsubjpass"}))) &&
      is_rejection(clause)) {
    features.negated = !features.negated;
    return clause;
  }
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
