// SPDX-License-Identifier: Apache-2.0
#include "extract/stances.hpp"

#include <algorithm>

namespace entente::extract {

Stance Stances::of_word(std::uint32_t token) const {
  for (const std::string& form : {syntax_.lemma(token), syntax_.lower(token)}) {
    if (context_.frames.in_list("BlameWord", form)) return Stance::blame;
    if (context_.frames.in_list("PraiseWord", form)) return Stance::praise;
    if (context_.frames.in_list("BackingWord", form)) return Stance::backing;
  }
  return Stance::none;
}

Ends Stances::ends_of(const Filler& filler, std::string_view cls) const {
  Ends ends;
  ends.step = filler.step;
  for (const std::uint32_t token : filler.tokens) {
    const std::uint32_t mention = context_.slots.mention_of(token);
    if (mention == kNone) continue;
    if (cls.empty() || context_.slots.fits(mention, {std::string(cls)})) ends.mentions.push_back(mention);
  }
  return ends;
}

Ends Stances::speakers_of(const Features& features) const {
  Ends speakers = ends_of({features.speakers, Step::control}, "Agent");
  for (const std::uint32_t paper : features.speakers)
    if (speakers.empty()) speakers = ends_of(context_.roles.owner(paper), "Agent");
  return speakers;
}

Filler Stances::talked_of(std::uint32_t verb, const Features& features) const {
  const Filler subject = context_.roles.subject(verb);
  const bool pronoun = subject.tokens.size() == 1 && syntax_.tag(subject.tokens.front()) == "PRP";
  for (const std::uint32_t said : features.embedders) {
    const Tokens named =
        pronoun && syntax_.lemma(said) == "say" ? context_.roles.preposition(said, "of").tokens : Tokens{};
    if (!named.empty()) return {named, Step::control};
  }
  return points_back(subject) ? Filler{doers_before(verb), Step::context} : subject;
}

// "That is blackmail," X said: what was told in the sentence before.
bool Stances::points_back(const Filler& subject) const {
  if (subject.tokens.size() != 1) return false;
  const std::uint32_t token = subject.tokens.front(), mention = context_.slots.mention_of(token);
  if (!opens_quotation(token)) return false;
  return one_of(syntax_.lower(token), {"that", "this", "it"}) &&
         (mention == kNone || context_.slots.entities_of(mention).empty());
}

bool Stances::opens_quotation(std::uint32_t token) const {
  for (std::uint32_t at = context_.reading.sentences[syntax_.sentence_of(token)].begin; at < token; ++at)
    if (is_quotation_mark(syntax_.lower(at))) return true;
  return false;
}

// Who did what the main clause of the sentence before tells.
Tokens Stances::doers_before(std::uint32_t verb) const {
  const std::uint32_t root = syntax_.root_before(verb);
  if (root == kNone || !syntax_.is_verb(root)) return {};
  const bool heading = context_.reading.sentences[syntax_.sentence_of(root)].heading;
  return heading ? Tokens{} : context_.roles.subject(root).tokens;
}

void Stances::add(std::uint32_t verb, Stance stance, Ends speakers, Ends targets, const char* rule,
                  bool negated) {
  const auto same = context_.slots.entities_of(speakers.mentions);
  const auto own = [&](std::uint32_t target) {
    const auto entities = context_.slots.entities_of(target);
    return entities.empty() || std::any_of(entities.begin(), entities.end(), [&](auto entity) {
             return std::binary_search(same.begin(), same.end(), entity);
           });
  };
  auto& mentions = targets.mentions;
  const auto others = std::remove_if(mentions.begin(), mentions.end(), own);
  if (stance == Stance::blame && others != mentions.end()) return;  // "said that it and Y were responsible"
  mentions.erase(others, mentions.end());
  if (stance == Stance::none || speakers.empty() || targets.empty()) return;
  Finding finding{stance == Stance::blame    ? "criticized"
                  : stance == Stance::praise ? "praised"
                                             : "supported",
                  rule,
                  {verb, WordClass::verb},
                  std::move(speakers),
                  std::move(targets),
                  {},
                  kNone};
  Features features;
  features.negated = negated;
  drafts_.push_back(builder_.build(finding, features));
  if (stance == Stance::blame && !negated) reject_claimants(std::move(finding));
}

// "called X's allegations baseless": X is told that they are not so.
void Stances::reject_claimants(Finding finding) {
  Ends claimants;
  claimants.step = Step::lifted;
  for (const std::uint32_t thing : finding.objects.mentions) {
    const std::uint32_t head = context_.reading.mentions[thing].head;
    if (!context_.frames.in_list("ClaimNoun", syntax_.lemma(head))) continue;
    for (const std::uint32_t token : context_.roles.owner(head).tokens)
      if (const std::uint32_t owner = context_.slots.mention_of(token);
          context_.slots.is_class(owner, "Agent"))
        claimants.mentions.push_back(owner);
  }
  if (claimants.empty()) return;
  finding.objects = std::move(claimants);
  finding.relation = "rejected";
  drafts_.push_back(builder_.build(finding, Features{}));
}

}  // namespace entente::extract
