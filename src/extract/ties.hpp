// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extract/structure.hpp"

namespace entente::extract {

/// What the readers of structural ties share: questions to mentions, and a claim without a frame.
class Ties {
 public:
  Ties(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts)
      : context_(context), builder_(builder), drafts_(drafts) {}

 protected:
  [[nodiscard]] bool is(std::uint32_t mention, std::string_view cls) const {
    return context_.slots.is_class(mention, cls);
  }
  [[nodiscard]] const Mention& mention_at(std::uint32_t index) const {
    return context_.reading.mentions[index];
  }

  /// Whether there was anything to tie.
  bool tie(std::string relation, std::string rule, std::uint32_t subject, std::uint32_t object, Step step,
           const std::string& office = {}) {
    const auto owned = context_.slots.entities_of(subject), owners = context_.slots.entities_of(object);
    if (owned == owners || owners.empty()) return false;
    Finding finding;
    finding.relation = std::move(relation);
    finding.rule = std::move(rule);
    finding.predicate = {mention_at(subject).head, WordClass::noun};
    finding.subjects = {{subject}, step, false};
    finding.objects = {{object}, step, false};
    Draft draft = builder_.tie(finding);
    draft.claim.office = office;
    drafts_.push_back(std::move(draft));
    return true;
  }

  /// "Hamas fighters", "analysts at the World Bank": the body that people are of; or kNone.
  [[nodiscard]] std::uint32_t body_of(const Mention& group) const {
    const bool knower = context_.frames.in_list("KnowerNoun", context_.syntax.lemma(group.head));
    for (const std::uint32_t each : context_.syntax.children(group.head)) {
      if (!context_.syntax.is(each, {"compound", "nmod", "amod", "poss"}) || each > group.head) continue;
      if (knower) continue;  // "al-Qaeda experts" are not of it
      const std::uint32_t body = context_.reading.mention_at[each];
      if (body != kNone && is(body, "Organization")) return body;
    }
    for (const std::string_view word : {"of", "from", "in", "at", "within"}) {
      for (const std::uint32_t token : context_.roles.preposition(group.head, word).tokens) {
        const std::uint32_t body = context_.slots.mention_of(token);
        if (body != kNone && is(body, "Organization")) return body;
      }
    }
    return kNone;
  }

  // One word, and spoken of elsewhere, too: not "the Yellow Shirt movement", "the Fizazi group".
  [[nodiscard]] bool is_known_by_itself(const Mention& person) const {
    return person.end - person.begin == 1 && person.entity != kNone &&
           context_.reading.entities[person.entity].mentions > 1;
  }

  const Context& context_;
  const ClaimBuilder& builder_;
  std::vector<Draft>& drafts_;
};

}  // namespace entente::extract
