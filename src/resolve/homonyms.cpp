// SPDX-License-Identifier: Apache-2.0
#include "resolve/homonyms.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

bool is_state_word(std::string_view word) {
  return one_of(word,
                {"agency",      "army",       "assembly",    "authority", "bank",    "bureau", "cabinet",
                 "chamber",     "commission", "committee",   "congress",  "council", "court",  "department",
                 "directorate", "government", "house",       "ministry",  "navy",    "office", "parliament",
                 "police",      "presidency", "secretariat", "senate",    "treasury"});
}

class Parting {
 public:
  Parting(Nodes& nodes, std::uint32_t only_country) : nodes_(nodes), only_country_(only_country) {}

  void part() {
    std::map<std::uint32_t, std::uint32_t> countries;  // node -> country beside one of its mentions
    const auto& mentions = nodes_.reading().mentions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
      const std::uint32_t node = mentions[m].entity;
      if (mentions[m].kind != MentionKind::name || node == kNone || !is_shared(node)) continue;
      std::uint32_t& country = countries.emplace(node, kNone).first->second;
      if (country == kNone) country = country_beside(m);
    }
    for (const auto& [node, beside] : countries) {
      const std::uint32_t country = beside == kNone ? only_country_ : beside;
      nodes_.at(node).sense = country == kNone ? nodes_.reading().document->id : nodes_.at(country).id;
    }
  }

 private:
  // A name without a country in it, ending with a word for what every state has.
  [[nodiscard]] bool is_shared(std::uint32_t n) const {
    const Node& node = nodes_.at(n);
    if (!node.id.empty() || !node.sense.empty() || nodes_.class_of(n) != "GovernmentBody") return false;
    const std::vector<std::string> words = words_of(plain_name(node.label));
    if (words.empty() || !(is_state_word(words.back()) || is_state_word(core_end(words)))) return false;
    return std::none_of(words.begin(), words.end(),
                        [&](const std::string& word) { return names_place(word); });
  }

  [[nodiscard]] bool names_place(const std::string& word) const {
    const auto& names = nodes_.gazetteer().names(ontology::name_key(word));
    return std::any_of(names.begin(), names.end(), [&](const ontology::NameEntry& entry) {
      return one_of(nodes_.gazetteer().entities()[entry.entity].cls, {"Country", "Region", "City"});
    });
  }

  [[nodiscard]] std::uint32_t country_at(std::uint32_t token) const {
    const std::uint32_t m = nodes_.reading().mention_at[token];
    const std::uint32_t node = m == kNone ? kNone : nodes_.mention(m).entity;
    return node != kNone && nodes_.is_class(node, "Country") && !nodes_.at(node).id.empty() ? node : kNone;
  }

  // "Iraq's Ministry of X", "the Iraqi Senate", "Ministry of X of Iraq".
  [[nodiscard]] std::uint32_t country_beside(std::uint32_t m) const {
    const Mention& mention = nodes_.mention(m);
    const Discourse& discourse = nodes_.discourse();
    const auto size = static_cast<std::uint32_t>(nodes_.reading().mention_at.size());
    for (std::uint32_t t = mention.begin; t > 0 && mention.begin - t < 3; --t) {
      if (const std::uint32_t found = country_at(t - 1); found != kNone) return found;
      if (!one_of(discourse.lower(t - 1), {"'s", "’s", "'", "’", "the"})) break;
    }
    if (mention.end + 1 >= size || !one_of(discourse.lower(mention.end), {"of", "in"})) return kNone;
    for (std::uint32_t t = mention.end + 1; t < std::min(size, mention.end + 8); ++t) {
      if (const std::uint32_t found = country_at(t); found != kNone) return found;
      const bool part = one_of(discourse.lower(t), {"the", "of", "republic", "kingdom", "islamic", "people"});
      if (!part && discourse.token(t).tag != "NNP") break;
    }
    return kNone;
  }

  Nodes& nodes_;
  std::uint32_t only_country_;
};

}  // namespace

void part_homonyms(Nodes& nodes, std::uint32_t only_country) {
  Parting(nodes, only_country).part();
}

}  // namespace entente::resolve
