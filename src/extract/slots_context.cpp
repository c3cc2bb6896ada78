// SPDX-License-Identifier: Apache-2.0
// What the text around a clause lends it: the meeting, actor, fund, place or country that was spoken of.
#include <algorithm>
#include <map>

#include "extract/slots.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kSentencesBack = 3;  ///< how far a meeting or actor of the context may lie back

}  // namespace

// Mentions before a token, nearest first, no further back than kSentencesBack.
template <class Wanted>
std::uint32_t SlotReader::last_before(std::uint32_t before, const Wanted& wanted) const {
  const auto& mentions = reading_.mentions;
  const std::uint32_t sentence = syntax_.sentence_of(before);
  const auto after =
      std::lower_bound(mentions.begin(), mentions.end(), before,
                       [](const Mention& mention, std::uint32_t at) { return mention.begin < at; });
  for (auto index = static_cast<std::uint32_t>(after - mentions.begin()); index-- > 0;) {
    if (syntax_.sentence_of(mentions[index].head) + kSentencesBack < sentence) break;
    if (!entities_of(index).empty() && wanted(index)) return index;
  }
  return kNone;
}

std::uint32_t SlotReader::last_meeting(std::uint32_t before) const {
  return last_before(before, [&](std::uint32_t index) {
    const std::uint32_t head = reading_.mentions[index].head;  // not "before every vote"
    return is_class(index, "Meeting") && !syntax_.has_child_word(head, {"every", "each", "any", "no"});
  });
}

// A finite passive, or "with ten teams sent to X": whoever did it has been named before. Not "a fund set up
// in May", "wants a fund to be set up", "said it was ready while a fund is set up".
bool SlotReader::may_lack_doer(std::uint32_t verb) const {
  const std::uint32_t aux = syntax_.child(verb, {"aux"});
  const bool infinitive = aux != kNone && syntax_.tag(aux) == "TO";
  if (!syntax_.is_passive(verb) || infinitive || syntax_.is(verb, {"advcl"})) return false;
  const std::uint32_t be = syntax_.child(verb, {"auxpass"});  // "asked that they be freed": not by who asks
  if (be != kNone && aux == kNone && syntax_.lower(be) == "be") return false;
  if (!syntax_.is(verb, {"acl"})) return true;
  const std::uint32_t with = syntax_.head(syntax_.first_conjunct(syntax_.head(verb)));
  return with != kNone && syntax_.lower(with) == "with" && syntax_.is_verb(syntax_.clause_of(with));
}

std::uint32_t SlotReader::last_actor(std::uint32_t before) const {
  return last_before(before, [&](std::uint32_t index) {
    return syntax_.is(reading_.mentions[index].head, {"nsubj"}) &&
           (is_class(index, "Country") || is_class(index, "Organization") ||
            is_class(index, "GroupOfCountries"));
  });
}

std::uint32_t SlotReader::last_fund(std::uint32_t before) const {
  return last_before(before, [&](std::uint32_t index) {
    return one_of(syntax_.lemma(reading_.mentions[index].head),
                  {"fund", "appeal", "budget", "pool", "campaign"});
  });
}

std::uint32_t SlotReader::last_place(std::uint32_t before) const {
  const std::uint32_t sentence = syntax_.sentence_of(before);
  return last_before(before, [&](std::uint32_t index) {
    const bool subject = syntax_.is(reading_.mentions[index].head, {"nsubj", "nsubjpass"});
    const bool here = syntax_.sentence_of(reading_.mentions[index].head) == sentence;
    const bool adjective = syntax_.is(reading_.mentions[index].head, {"amod"});  // "Turkish soldiers"
    return is_class(index, "Place") && !(here && subject) && !adjective;
  });
}

std::vector<std::uint32_t> SlotReader::last_parties(std::uint32_t before) const {
  std::vector<std::uint32_t> parties;
  const std::uint32_t on = syntax_.child(before, {"prep"});
  if (on != kNone && syntax_.has_child_word(on, {"behalf"}))
    return parties;  // for whom he acts, not between whom
  for (const std::uint32_t subject :
       roles_.subject(before).tokens)  // nor those that the mediator's phrase names
    if (syntax_.sentence_of(subject) == syntax_.sentence_of(before))
      before = std::min(before, syntax_.range(subject).begin);
  for (int side = 0; side < 2; ++side) {
    const std::uint32_t found = last_before(before, [&](std::uint32_t index) {
      const bool known = std::any_of(parties.begin(), parties.end(), [&](std::uint32_t party) {
        return entities_of(party) == entities_of(index);
      });
      return !known && reading_.mentions[index].members.empty() && class_of(index) == "Country";
    });
    if (found != kNone) parties.push_back(found);
  }
  if (parties.size() < 2) parties.clear();
  return parties;
}

// A capital that acts, or is acted upon, is its country: some mention of the country, if the text has one.
std::uint32_t SlotReader::government_of(std::uint32_t mention) const {
  const Mention& city = reading_.mentions[mention];
  if (city.entity == kNone) return kNone;
  const ontology::GazetteerEntity* listed = gazetteer_.find(reading_.entities[city.entity].id);
  if (listed == nullptr || listed->country.empty()) return kNone;
  for (std::uint32_t index = 0; index < reading_.mentions.size(); ++index) {
    const std::uint32_t entity = reading_.mentions[index].entity;
    if (entity != kNone && reading_.entities[entity].id == listed->country) return index;
  }
  return kNone;
}

// Whom the text is about: the country in its heading, or the one named far more often than others.
std::uint32_t SlotReader::find_main_country() const {
  std::map<std::uint32_t, std::pair<int, std::uint32_t>> counts;  // entity -> how often, first mention
  for (std::uint32_t index = 0; index < reading_.mentions.size(); ++index) {
    const Mention& mention = reading_.mentions[index];
    if (mention.entity == kNone || class_of(index) != "Country") continue;
    const bool heading = reading_.sentences[syntax_.sentence_of(mention.head)].heading;
    auto& [count, first] = counts.try_emplace(mention.entity, 0, index).first->second;
    count += heading ? 100 : 1;
  }
  std::uint32_t best = kNone;
  int most = 0, second = 0;
  for (const auto& [entity, found] : counts) {
    second = std::max(second, std::min(most, found.first));
    if (found.first <= most) continue;
    most = found.first;
    best = found.second;
  }
  return most > 99 || (most >= 3 && most >= 2 * second) ? best : kNone;
}

// "Libya has sent rice": another state or body helps the country that the text is about, no minister of its
// own.
bool SlotReader::comes_from_outside(std::uint32_t verb) const {
  const Tokens givers = roles_.subject(verb).tokens;
  return std::none_of(givers.begin(), givers.end(), [&](std::uint32_t token) {
    const std::uint32_t giver = mention_of(token);
    return giver != kNone && (is_class(giver, "Person") || is_class(giver, "GovernmentBody"));
  });
}

bool SlotReader::names_patients(std::uint32_t noun) const {
  const std::uint32_t mention = syntax_.is(noun, {"nsubjpass"}) ? mention_of(noun) : kNone;
  return mention != kNone && fits(mention, {"Person", "Collective"});
}

}  // namespace entente::extract
