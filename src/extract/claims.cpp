// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <tuple>

#include "extract/charges.hpp"
#include "extract/confidence.hpp"
#include "extract/contrasts.hpp"
#include "extract/denials.hpp"
#include "extract/events.hpp"
#include "extract/extract.hpp"
#include "extract/frame_reader.hpp"
#include "extract/joint_acts.hpp"
#include "extract/membership.hpp"
#include "extract/responsibility.hpp"
#include "extract/structure.hpp"
#include "extract/talks_outcome.hpp"
#include "extract/threats.hpp"
#include "extract/verdicts.hpp"
#include "extract/victims.hpp"

namespace entente::extract {
namespace {

// The order of the text; ties by what is said.
bool before(const Draft& a, const Draft& b) {
  return std::tie(a.trigger, a.claim.relation, a.claim.rule, a.claim.subjects, a.claim.objects) <
         std::tie(b.trigger, b.claim.relation, b.claim.rule, b.claim.subjects, b.claim.objects);
}

// The same thing read by two rules in one sentence counts once: the surer reading stays.
std::vector<Draft> without_repeats(const Context& context, std::vector<Draft> drafts) {
  using Key =
      std::tuple<std::uint32_t, std::string, std::vector<std::uint32_t>, std::vector<std::uint32_t>, bool>;
  const auto entities = [&](const auto& mentions) { return context.slots.entities_of(mentions); };
  std::map<Key, std::size_t> best;
  std::vector<Draft> kept;
  for (Draft& draft : drafts) {
    const Claim& claim = draft.claim;
    const Key key{claim.sentence, claim.relation, entities(claim.subjects), entities(claim.objects),
                  claim.negated};
    const auto [found, fresh] = best.emplace(key, kept.size());
    if (fresh) {
      kept.push_back(std::move(draft));
    } else if (claim.confidence > kept[found->second].claim.confidence) {
      kept[found->second] = std::move(draft);
    }
  }
  std::stable_sort(kept.begin(), kept.end(), before);
  return kept;
}

// A claim embedded by the trigger of another is its content: "called on X to Y".
void link_content(std::vector<Draft>& drafts) {
  std::map<std::uint32_t, std::vector<std::size_t>> by_trigger;
  for (std::size_t index = 0; index < drafts.size(); ++index)
    by_trigger[drafts[index].trigger].push_back(index);
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    for (const std::uint32_t embedder : drafts[index].embedders) {
      const auto found = by_trigger.find(embedder);
      if (found == by_trigger.end() || embedder == drafts[index].trigger) continue;
      for (const std::size_t holder : found->second)
        drafts[holder].claim.content.push_back(static_cast<std::uint32_t>(index));
      break;
    }
  }
}

}  // namespace

std::vector<Claim> find_claims(const Reading& reading, const Parsed& parsed, const Resources& resources,
                               std::vector<std::string>& unmatched_verbs) {
  const Context context(reading, parsed, resources);
  ClaimBuilder builder(context);
  std::vector<Draft> drafts;
  FrameReader(context, builder).read(drafts, unmatched_verbs);
  read_events(context, builder, drafts);
  read_joint_acts(context, builder, drafts);
  read_talks_outcomes(context, builder, drafts);
  read_threats(context, builder, drafts);
  read_responsibility(context, builder, drafts);
  read_victims(context, builder, drafts);
  read_verdicts(context, builder, drafts);
  read_charges(context, builder, drafts);
  read_contrasts(context, drafts);
  read_denials(context, builder, drafts);
  read_structure(context, builder, drafts);
  read_membership(context, builder, drafts);
  std::stable_sort(drafts.begin(), drafts.end(), before);
  for (Draft& draft : drafts) {
    draft.claim.signs = signs_of(context, draft);
    draft.claim.confidence = confidence(draft.claim.signs);
  }
  drafts = without_repeats(context, std::move(drafts));
  link_content(drafts);
  std::vector<Claim> claims;
  claims.reserve(drafts.size());
  for (Draft& draft : drafts) claims.push_back(std::move(draft.claim));
  std::sort(unmatched_verbs.begin(), unmatched_verbs.end());
  return claims;
}

std::vector<Claim> find_claims(const Reading& reading, const Resources& resources,
                               std::vector<std::string>& unmatched_verbs) {
  return find_claims(reading, Parsed(reading, resources), resources, unmatched_verbs);
}

}  // namespace entente::extract
