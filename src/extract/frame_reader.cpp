// SPDX-License-Identifier: Apache-2.0
#include "extract/frame_reader.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

using ontology::Frame;
using ontology::Trigger;

bool contains(const std::vector<std::string>& sorted, const std::string& word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

}  // namespace

bool FrameReader::triggers(const Frame& frame, Predicate predicate) const {
  const std::string& lemma = context_.syntax.lemma(predicate.token);
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const Trigger& trigger) {
    return trigger.word_class == predicate.word_class && trigger.lemma == lemma &&
           context_.roles.has_particle(predicate.token, trigger.particle);
  });
}

bool FrameReader::has_complement(std::uint32_t token) const {
  const Syntax& syntax = context_.syntax;
  if (syntax.child(token, {"ccomp", "xcomp"}) != kNone) return true;
  const std::uint32_t adverbial = syntax.child(token, {"advcl"});
  return adverbial != kNone && syntax.has_child_word(adverbial, {"to"});
}

bool FrameReader::theme_fits(const Frame& frame, Predicate predicate, std::uint32_t& theme) const {
  if (frame.themes.empty() && frame.other_than.empty()) return true;
  const Tokens nouns = context_.roles.themes(predicate.token);
  for (const std::uint32_t noun : nouns) {
    const std::string& lemma = context_.syntax.lemma(noun);
    if (contains(frame.other_than, lemma)) return false;
    if (theme == kNone && contains(frame.themes, lemma)) theme = noun;
  }
  return frame.themes.empty() || theme != kNone;
}

Ends FrameReader::without(const Ends& objects, const Ends& subjects) const {
  const std::vector<std::uint32_t> taken = context_.slots.entities_of(subjects.mentions);
  Ends kept = objects;
  kept.mentions.clear();
  for (const std::uint32_t object : objects.mentions) {
    const std::vector<std::uint32_t> own = context_.slots.entities_of(object);
    const bool same = std::all_of(own.begin(), own.end(), [&](auto entity) {
      return std::binary_search(taken.begin(), taken.end(), entity);
    });
    if (!same) kept.mentions.push_back(object);
  }
  return kept;
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
                            context_.slots.entities_of(finding.subjects.mentions).size() > 1;
}

bool FrameReader::fire(const Frame& frame, Predicate predicate, std::vector<Draft>& drafts) {
  Finding finding{frame.relation, frame.name, predicate, {}, {}, {}, kNone};
  if (!triggers(frame, predicate) || !theme_fits(frame, predicate, finding.theme)) return false;
  const auto present = [&](const std::string& word) {
    return context_.roles.has_preposition(predicate.token, word);
  };
  if ((frame.with_complement || frame.without_complement) &&
      has_complement(predicate.token) == frame.without_complement)
    return false;
  if (frame.with_object && predicate.word_class == WordClass::verb &&
      context_.roles.object(predicate.token).empty())
    return false;
  if (!frame.needs.empty() && std::none_of(frame.needs.begin(), frame.needs.end(), present)) return false;
  finding.objects = context_.slots.objects(frame, predicate);
  finding.subjects = context_.slots.subjects(frame, predicate);
  settle_ends(frame, finding);
  if (finding.subjects.empty()) return false;
  if (finding.objects.empty() && !finding.subjects.joined && !frame.optional_object) return false;
  Features features = context_.clauses.features(predicate.token);
  if (frame.only_negated && !features.negated) return false;
  if (frame.negated || frame.only_negated) features.negated = !features.negated;
  if (!frame.modality.empty() && features.modality == Modality::asserted)
    features.modality = *modality_from_text(frame.modality);
  if (finding.theme != kNone) used_[finding.theme] = true;
  used_[predicate.token] = true;
  if (features.suppressed) return true;
  finding.resources = context_.slots.resources(frame, predicate);
  const bool passive = predicate.word_class == WordClass::verb && context_.syntax.is_passive(predicate.token);
  const Step step = finding.subjects.step != Step::direct ? finding.subjects.step : finding.objects.step;
  finding.rule += '/';
  finding.rule += to_text(passive && finding.subjects.step == Step::direct ? Step::passive : step);
  add(frame, finding, features, drafts);
  add_contrast(frame, finding, features, drafts);
  return true;
}

void FrameReader::add(const Frame& frame, const Finding& finding, const Features& features,
                      std::vector<Draft>& drafts) {
  Draft draft = builder_.build(finding, features);
  draft.claim.mode = frame.mode;
  draft.claim.context = frame.context;
  drafts.push_back(std::move(draft));
}

// "Lebanon, unlike Jordan, sent troops": Jordan did not.
void FrameReader::add_contrast(const Frame& frame, Finding finding, Features features,
                               std::vector<Draft>& drafts) {
  Ends others;
  for (const std::uint32_t token : context_.roles.preposition(finding.predicate.token, "unlike").tokens) {
    const std::uint32_t mention = context_.slots.mention_of(token);
    if (mention != kNone && context_.slots.is_class(mention, "Agent")) others.mentions.push_back(mention);
  }
  if (others.empty() || finding.subjects.joined) return;
  finding.subjects = others;
  finding.objects = without(finding.objects, others);
  finding.rule = frame.name + "/contrast";
  features.negated = !features.negated;
  if (!finding.objects.empty()) add(frame, finding, features, drafts);
}

bool FrameReader::read_predicate(Predicate predicate, std::vector<Draft>& drafts) {
  bool fired = false;
  const auto& known =
      context_.frames.frames_for(predicate.word_class, context_.syntax.lemma(predicate.token));
  for (const std::uint32_t index : known) {
    const Frame& frame = context_.frames.frames()[index];
    if (fired && !frame.also) continue;
    fired = fire(frame, predicate, drafts) || fired;
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

void FrameReader::read(std::vector<Draft>& drafts, std::vector<std::string>& unmatched) {
  const Syntax& syntax = context_.syntax;
  used_.assign(syntax.size(), false);
  std::vector<bool> in_name(syntax.size(), false);
  for (const Mention& mention : context_.reading.mentions) {
    if (mention.kind != MentionKind::name || mention.end - mention.begin < 2) continue;
    std::fill(in_name.begin() + mention.begin, in_name.begin() + mention.end, true);
  }
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    if (!syntax.is_verb(at)) continue;
    const bool fired = read_predicate({at, WordClass::verb}, drafts);
    if (!fired && syntax.token(at).pos == "VERB" && between_actors(at)) unmatched.push_back(syntax.lemma(at));
  }
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    if (used_[at] || syntax.is_verb(at)) continue;
    if (syntax.token(at).pos == "ADJ" || syntax.tag(at) == "JJ") {
      read_predicate({at, WordClass::adjective}, drafts);
    } else if (one_of(syntax.tag(at), {"NN", "NNS"}) && !in_name[at]) {
      read_predicate({at, WordClass::noun}, drafts);
    }
  }
}

}  // namespace entente::extract
