// SPDX-License-Identifier: Apache-2.0
#include "extract/claim_builder.hpp"

#include <algorithm>

#include "extract/quantity.hpp"

namespace entente::extract {

Context::Context(const Reading& the_reading, const Parsed& parsed, const Resources& resources)
    : reading(the_reading),
      vocabulary(*resources.vocabulary),
      frames(*resources.frames),
      gazetteer(*resources.gazetteer),
      syntax(parsed.syntax),
      times(parsed.times),
      roles(syntax, *resources.frames),
      clauses(syntax, *resources.frames, roles),
      slots(the_reading, syntax, roles, *resources.vocabulary, *resources.gazetteer) {}

void ClaimBuilder::set_span(Draft& draft, const Finding& finding) const {
  const std::uint32_t at = finding.predicate.token;
  draft.trigger = at;
  Claim& claim = draft.claim;
  claim.trigger_begin = at;
  claim.trigger_end = at + 1;
  const std::uint32_t particle = context_.syntax.child(at, {"prt"});
  for (const std::uint32_t each : {finding.theme, particle}) {
    if (each == kNone || each > at + 8 || at > each + 8) continue;
    claim.trigger_begin = std::min(claim.trigger_begin, each);
    claim.trigger_end = std::max(claim.trigger_end, each + 1);
  }
  claim.sentence = context_.syntax.sentence_of(at);
  const Sentence& sentence = context_.reading.sentences[claim.sentence];
  claim.clause_begin = sentence.begin;
  claim.clause_end = sentence.end;
}

// The time expression of a clause; one that stands first in the sentence also belongs to the verbs
// coordinated with its own.
std::optional<TimeSpan> ClaimBuilder::time_of(std::uint32_t clause) const {
  const Syntax& syntax = context_.syntax;
  const auto& all = context_.times[syntax.sentence_of(clause)];
  for (const TimeExpression& each : all)
    if (syntax.clause_of(each.begin) == clause) return each.span;
  const std::uint32_t first = syntax.first_conjunct(clause);
  for (const TimeExpression& each : all)
    if (each.begin < first && syntax.clause_of(each.begin) == first) return each.span;
  const std::uint32_t above = syntax.head(clause);
  if (above == kNone || !syntax.is(clause, {"xcomp", "pcomp", "advcl"})) return std::nullopt;
  for (const TimeExpression& each : all)
    if (syntax.clause_of(each.begin) == syntax.clause_of(above) && syntax.is(clause, {"xcomp"}))
      return each.span;
  return std::nullopt;
}

std::uint32_t ClaimBuilder::first_of(const Finding& finding, std::uint32_t clause,
                                     std::initializer_list<std::string_view> prepositions,
                                     std::string_view cls) const {
  const auto used = [&](std::uint32_t mention) {
    for (const auto* ends : {&finding.subjects.mentions, &finding.objects.mentions})
      if (std::find(ends->begin(), ends->end(), mention) != ends->end()) return true;
    return false;
  };
  for (const std::uint32_t at : {finding.predicate.token, clause}) {
    for (const std::string_view word : prepositions) {
      for (const std::uint32_t token : context_.roles.preposition(at, word).tokens) {
        const std::uint32_t mention = context_.slots.mention_of(token);
        if (mention != kNone && !used(mention) && (cls.empty() || context_.slots.is_class(mention, cls)))
          return mention;
      }
    }
  }
  return kNone;
}

void ClaimBuilder::set_circumstances(Draft& draft, const Finding& finding) {
  const std::uint32_t clause = context_.syntax.clause_of(finding.predicate.token);
  Claim& claim = draft.claim;
  claim.when = time_of(clause);
  claim.where = first_of(finding, clause, {"in", "at", "on", "near", "outside"}, "Place");
  claim.meeting = first_of(finding, clause, {"at", "during", "in", "on"}, "Meeting");
  claim.topic = first_of(finding, clause, {"on", "about", "over", "regarding", "concerning"}, "Entity");
}

void ClaimBuilder::set_quantity(Draft& draft, const Finding& finding) const {
  const Reading& reading = context_.reading;
  std::vector<std::uint32_t> tokens;
  for (const std::uint32_t mention : finding.resources) tokens.push_back(reading.mentions[mention].head);
  if (finding.predicate.word_class == WordClass::verb)
    for (const std::uint32_t token : context_.roles.object(finding.predicate.token).tokens)
      tokens.push_back(token);
  if (finding.predicate.word_class == WordClass::noun) tokens.push_back(finding.predicate.token);
  for (const std::uint32_t token : tokens) {
    const TokenRange range = context_.syntax.range(token);
    if ((draft.claim.quantity = read_quantity(reading, range.begin, range.end))) return;
  }
  for (const std::uint32_t mention : finding.objects.mentions) {
    if (reading.mentions[mention].quantity) {
      draft.claim.quantity = reading.mentions[mention].quantity;
      return;
    }
  }
}

void ClaimBuilder::set_content(Draft& draft, const Finding& finding) const {
  const Syntax& syntax = context_.syntax;
  for (const std::uint32_t each : syntax.children(finding.predicate.token)) {
    if (!syntax.is(each, {"ccomp", "xcomp"})) continue;
    TokenRange range = syntax.range(each);
    while (range.end > range.begin + 1 && one_of(syntax.dep(range.end - 1), {"cc", "punct"})) --range.end;
    draft.claim.content_text = original_words(context_.reading, range.begin, range.end);
    return;
  }
}

Draft ClaimBuilder::tie(const Finding& finding) const {
  Draft draft;
  draft.claim.relation = finding.relation;
  draft.claim.rule = finding.rule;
  draft.claim.subjects = finding.subjects.mentions;
  draft.claim.objects = finding.objects.mentions;
  draft.subject_step = finding.subjects.step;
  draft.object_step = finding.objects.step;
  set_span(draft, finding);
  return draft;
}

Draft ClaimBuilder::build(const Finding& finding, const Features& features) {
  Draft draft = tie(finding);
  Claim& claim = draft.claim;
  claim.resources = finding.resources;
  claim.pairwise_subjects = finding.subjects.joined;
  claim.modality = features.modality;
  claim.negated = features.negated;
  draft.embedders = features.embedders;
  for (const std::uint32_t token : features.speakers) {
    const std::uint32_t mention = context_.slots.mention_of(token);
    if (mention == kNone) continue;
    claim.attributed_to = mention;
    break;
  }
  set_circumstances(draft, finding);
  set_quantity(draft, finding);
  set_content(draft, finding);
  return draft;
}

}  // namespace entente::extract
