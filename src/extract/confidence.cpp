// SPDX-License-Identifier: Apache-2.0
#include "extract/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace entente::extract {
namespace {

constexpr double kBase = 0.55;
constexpr double kNamedEnd = 0.08;         ///< the end is a name, not a pronoun or description
constexpr double kReferringEnd = -0.06;    ///< the end was found through an antecedent
constexpr double kThemeOrParticle = 0.06;  ///< the trigger has more than one word
constexpr double kOneOfMany = -0.02;       ///< for each further conjunct at an end, five at most
constexpr double kReported = -0.05;        ///< somebody else's word
constexpr double kFar = -0.04;             ///< trigger and end lie more than 25 tokens apart

constexpr std::array<double, 9> kSteps = {
    0.10,   // direct
    0.08,   // passive
    0.03,   // conjunct
    0.00,   // control
    0.02,   // relative
    0.05,   // light verb
    0.02,   // nominal
    0.02,   // described
    -0.25,  // context
};

double end_weight(const Context& context, const Draft& draft, const std::vector<std::uint32_t>& mentions) {
  double sum = 0;
  for (const std::uint32_t index : mentions) {
    const Mention& mention = context.reading.mentions[index];
    double weight = mention.kind == MentionKind::name ? kNamedEnd : 0;
    if (mention.antecedent != kNone) weight += kReferringEnd;
    const std::uint32_t gap =
        mention.head > draft.trigger ? mention.head - draft.trigger : draft.trigger - mention.head;
    if (gap > 25) weight += kFar;
    sum += weight;
  }
  if (mentions.empty()) return 0;
  const double many = std::min<double>(5, static_cast<double>(mentions.size() - 1));
  return sum / static_cast<double>(mentions.size()) + kOneOfMany * many;
}

}  // namespace

double confidence(const Context& context, const Draft& draft) {
  const Claim& claim = draft.claim;
  double sum = kBase;
  sum += (kSteps.at(static_cast<std::size_t>(draft.subject_step)) +
          kSteps.at(static_cast<std::size_t>(draft.object_step)));
  sum += end_weight(context, draft, claim.subjects) + end_weight(context, draft, claim.objects);
  if (claim.trigger_end - claim.trigger_begin > 1) sum += kThemeOrParticle;
  if (claim.modality == Modality::reported) sum += kReported;
  return std::round(std::clamp(sum, 0.05, 0.99) * 100) / 100;
}

}  // namespace entente::extract
