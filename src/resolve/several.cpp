// SPDX-License-Identifier: Apache-2.0
// Descriptions that stand for several that were named: "the two countries", "both leaders", "the three
// powers", "the ministers", "French and German officials"; and for one of two: "the former", "the latter".
#include <algorithm>
#include <utility>

#include "resolve/coref.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t kPairReach = 10;  // sentences that are searched for two named side by side

// "three" -> 3 up to ten; 0 for another word.
std::size_t number_of(std::string_view word) {
  static constexpr std::string_view kWords[] = {"three", "four",  "five", "six",
                                                "seven", "eight", "nine", "ten"};
  const auto* const at = std::find(std::begin(kWords), std::end(kWords), word);
  return at == std::end(kWords) ? 0 : static_cast<std::size_t>(at - std::begin(kWords)) + 3;
}

// Class of those that a plural word may stand for, or empty.
std::string_view kind_of(std::string_view head) {
  if (head.size() > 4 && head.back() == 's') head.remove_suffix(1);  // "the two States" is read as a name
  if (one_of(head,
             {"country", "nation", "state", "neighbour", "neighbor", "side", "government", "two", "both",
              "neither", "power", "capital", "rival", "ally", "mediator", "guarantor", "sponsor"}))
    return "Country";
  if (one_of(head, {"minister", "president", "leader", "official", "man", "woman", "diplomat", "premier",
                    "politician", "envoy", "negotiator", "general"}))
    return "Person";
  if (one_of(head, {"organization", "organisation", "agency", "body", "grouping", "party", "group", "bloc",
                    "institution", "company", "firm", "movement", "union"}))
    return "Organization";
  return {};
}

}  // namespace

// The two countries that the text speaks of most, when it speaks of two.
std::vector<std::uint32_t> Coref::two_countries() const {
  std::vector<std::uint32_t> countries;
  for (std::uint32_t n = 0; n < nodes_.all().size(); ++n) {
    if (nodes_.at(n).mentions > 1 && nodes_.is_class(n, "Country")) countries.push_back(n);
  }
  std::stable_sort(countries.begin(), countries.end(), [&](std::uint32_t a, std::uint32_t b) {
    return nodes_.at(a).mentions > nodes_.at(b).mentions;
  });
  if (countries.size() > 2) countries.resize(2);
  return countries;
}

// The subject that acts on a mention that is its object: "the Council urged the two parties".
std::uint32_t Coref::actor_on(std::uint32_t m) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t token = discourse.role_token(nodes_.mention(m).head);
  const std::string_view dep = discourse.token(token).dep;
  std::uint32_t verb = discourse.token(token).head;
  if (dep == "nsubj") {  // of an infinitive: "urged them to stop"
    if (!one_of(discourse.token(verb).dep, {"ccomp", "xcomp"}) || discourse.child(verb, {"aux"}) == kNone ||
        discourse.lower(discourse.child(verb, {"aux"})) != "to")
      return kNone;
    verb = discourse.token(verb).head;
  } else if (!one_of(dep, {"dobj", "dative"})) {
    return kNone;
  }
  const std::uint32_t subject = discourse.child(verb, {"nsubj"});
  const std::uint32_t actor = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  return actor == kNone || actor == m ? kNone : nodes_.mention(actor).entity;
}

// "accused X and Y", "thanked X and Y": whether a token is such an object.
bool Coref::is_blamed(std::uint32_t token) const {
  const Discourse& discourse = nodes_.discourse();
  return discourse.token(token).dep == "dobj" &&
         one_of(discourse.lemma(discourse.token(token).head),
                {"accuse", "blame", "criticize", "criticise", "condemn", "denounce", "thank", "praise",
                 "sanction"});
}

// The last two that were named side by side (of bodies and sides those that were so most often), else the
// last two named, in text order.
std::vector<std::uint32_t> Coref::last_pair(std::uint32_t m, std::string_view wanted, bool any_body) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
  const std::uint32_t actor = actor_on(m);
  const std::uint32_t acts = actor == kNone ? kNone : discourse.clause_of(nodes_.mention(m).head);
  const auto fits = [&](const Mention& candidate) {
    if (candidate.entity == kNone || candidate.kind == MentionKind::pronoun || candidate.plural) return false;
    if (candidate.entity == actor) return false;
    if (acts != kNone && candidate.head < acts && discourse.sentence_of(candidate.head) == here)
      return false;  // "X, who speaks for Y, urged the two sides": not Y
    const bool government = any_body && nodes_.is_class(candidate.entity, "GovernmentBody");
    if (!nodes_.at(candidate.entity).named && !government) return false;
    return nodes_.is_class(candidate.entity, wanted) || (any_body && is_body(candidate.entity));
  };
  const std::uint32_t that = discourse.child(discourse.clause_of(nodes_.mention(m).head), {"mark"});
  std::vector<std::uint32_t> last;
  std::vector<std::pair<std::vector<std::uint32_t>, int>> pairs;  // nearest first, with how often
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    const std::uint32_t distance = here - discourse.sentence_of(candidate.head);
    if (distance > kPairReach) break;
    if (!fits(candidate)) continue;
    if (discourse.token(candidate.head).dep == "conj") {
      const std::uint32_t first = nodes_.reading().mention_at[discourse.token(candidate.head).head];
      if (any_body && is_blamed(discourse.token(candidate.head).head)) continue;  // on one side, both of them
      if (first != kNone && fits(nodes_.mention(first)) && nodes_.mention(first).entity != candidate.entity) {
        const std::vector<std::uint32_t> pair = {nodes_.mention(first).entity, candidate.entity};
        const auto known = std::find_if(pairs.begin(), pairs.end(), [&](const auto& one) {
          return std::is_permutation(one.first.begin(), one.first.end(), pair.begin());
        });
        if (known == pairs.end()) {
          pairs.emplace_back(pair, 1);
        } else {
          ++known->second;
        }
      }
    }
    if (distance == 0 && that != kNone && candidate.head < that)
      continue;  // "X told Y that both parties had": neither of them
    if (distance <= 4 && last.size() < 2 &&
        std::find(last.begin(), last.end(), candidate.entity) == last.end())
      last.push_back(candidate.entity);
  }
  const bool often = any_body || wanted == "Organization";
  const auto best = std::max_element(
      pairs.begin(), pairs.end(), [&](const auto& a, const auto& b) { return often && a.second < b.second; });
  if (best != pairs.end()) return best->first;
  if (any_body && last.size() == 2 &&
      nodes_.is_class(last[0], "Country") != nodes_.is_class(last[1], "Country"))
    return {};  // a country and a body are no two sides
  std::reverse(last.begin(), last.end());
  return last;
}

bool Coref::stand_for(std::uint32_t m, const std::vector<std::uint32_t>& members, std::string_view why) {
  if (members.size() < 2) return false;
  nodes_.mention(m).members = members;
  nodes_.mention(m).why = why;
  for (const std::uint32_t member : members) ++nodes_.at(member).mentions;
  return true;
}

// The last two countries that stand side by side, and no third, before a mention in its sentence; or none.
// "the Kenyan-Somali talks": Kenya, of the second of the two; else kNone.
std::uint32_t Coref::hyphened_to(std::uint32_t m) const {
  const Mention& second = nodes_.mention(m);
  if (m == 0 || second.begin < 2 || nodes_.discourse().lower(second.begin - 1) != "-") return kNone;
  const Mention& first = nodes_.mention(m - 1);
  const bool states = first.end + 1 == second.begin && first.entity != kNone &&
                      first.entity != second.entity && nodes_.is_class(first.entity, "Country") &&
                      nodes_.is_class(second.entity, "Country");
  return states ? first.entity : kNone;
}

std::vector<std::uint32_t> Coref::pair_beside(std::uint32_t m, bool hyphened) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& second = nodes_.mention(c - 1);
    if (discourse.sentence_of(second.head) != here) break;
    if (second.entity == kNone) continue;
    if (const std::uint32_t first = hyphened_to(c - 1); first != kNone) return {first, second.entity};
    if (hyphened || discourse.token(second.head).dep != "conj") continue;
    const std::uint32_t above = discourse.token(second.head).head;
    const std::uint32_t first = nodes_.reading().mention_at[above];
    const std::uint32_t other = first == kNone ? kNone : nodes_.mention(first).entity;
    if (other == kNone || discourse.token(above).dep == "conj" || other == second.entity) continue;
    if (nodes_.is_class(other, "Country") && nodes_.is_class(second.entity, "Country"))
      return {other, second.entity};
  }
  return {};
}

// "the two countries", "both sides", "the two ministers": the last two that fit.
bool Coref::link_pair(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  bool two = false;
  for (std::uint32_t t = mention.begin > 1 ? mention.begin - 1 : 0; t <= mention.head; ++t) {
    two = two || one_of(discourse.lower(t), {"two", "both", "neither"});
  }
  const std::string head = discourse.lemma(mention.head);
  const bool marked = mention.definite || head == "two" ||
                      one_of(discourse.lower(mention.begin), {"both", "neither"}) ||
                      (mention.begin > 0 && one_of(discourse.lower(mention.begin - 1), {"both", "neither"}));
  if (!two || !marked) return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    if (child > mention.head && discourse.lower(child) == "of") return false;  // "two of its posts"
  }
  if (link_list_behind(m)) return true;
  const std::string_view wanted = kind_of(head);
  if (wanted.empty()) return false;
  if (wanted == "Person") {  // "the two ministers": of those named, whoever is one
    const std::vector<std::uint32_t> holders = holders_named(m, kPairReach);
    if (holders.size() == 2) return stand_for(m, holders, "those who hold the office");
    const bool of_state = one_of(head, {"minister", "president", "leader", "premier"});
    const std::vector<std::uint32_t> beside =  // "X and Y met, where the two ministers signed"
        holders.empty() && of_state ? pair_beside(m, false) : std::vector<std::uint32_t>{};
    if (!beside.empty()) return stand_for(m, beside, "the two named in the sentence");
  }
  if (one_of(head, {"government", "side"})) {  // "accused X and Y of it, which both governments deny"
    const std::vector<std::uint32_t> beside = pair_beside(m, head == "side");
    if (!beside.empty()) return stand_for(m, beside, "the two named in the sentence");
  }
  return stand_for(
      m, head == "government" ? two_countries() : last_pair(m, wanted, head == "side" || head == "party"),
      "the last two named");
}

// "the two ministers, X and Y": those in apposition.
bool Coref::link_list_behind(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t behind = discourse.child(nodes_.mention(m).head, {"appos"});
  const std::uint32_t first = behind == kNone ? kNone : nodes_.reading().mention_at[behind];
  if (first == kNone || nodes_.mention(first).kind != MentionKind::name ||
      nodes_.mention(first).begin > nodes_.mention(m).end + 4)
    return false;
  std::vector<std::uint32_t> members;
  for (const std::uint32_t token : coordinated(behind)) {
    const std::uint32_t other = nodes_.reading().mention_at[token];
    if (other != kNone && nodes_.mention(other).entity != kNone)
      members.push_back(nodes_.mention(other).entity);
  }
  return stand_for(m, members, "those named behind it");
}

// The tokens of a coordination, its first token first.
std::vector<std::uint32_t> Coref::coordinated(std::uint32_t first) const {
  const Discourse& discourse = nodes_.discourse();
  std::vector<std::uint32_t> tokens, open = {first};
  while (!open.empty() && tokens.size() < 12) {
    const std::uint32_t at = open.back();
    open.pop_back();
    tokens.push_back(at);
    for (const std::uint32_t child : discourse.children(at)) {
      if (discourse.token(child).dep == "conj") open.push_back(child);
    }
  }
  return tokens;
}

// "the three countries", "all four parties": the last that many that were named side by side.
bool Coref::link_group(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  std::size_t number = 0;
  bool marked = mention.definite;
  for (std::uint32_t t = mention.begin > 1 ? mention.begin - 1 : 0; t < mention.head; ++t) {
    number = std::max(number, number_of(discourse.lower(t)));
    marked = marked || discourse.lower(t) == "all";
  }
  const std::string_view wanted = kind_of(discourse.lemma(mention.head));
  if (number == 0 || !marked || !mention.plural || wanted.empty()) return false;
  const std::uint32_t here = discourse.sentence_of(mention.head);
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (discourse.sentence_of(candidate.head) + 4 < here) break;
    if (candidate.entity == kNone || discourse.child(candidate.head, {"conj"}) == kNone ||
        discourse.token(candidate.head).dep == "conj")
      continue;
    std::vector<std::uint32_t> members;
    for (const std::uint32_t token : coordinated(candidate.head)) {
      const std::uint32_t other = nodes_.reading().mention_at[token];
      const std::uint32_t node = other == kNone ? kNone : nodes_.mention(other).entity;
      if (node != kNone && nodes_.mention(other).end <= mention.begin && nodes_.is_class(node, wanted) &&
          std::find(members.begin(), members.end(), node) == members.end())
        members.push_back(node);
    }
    if (members.size() == number) return stand_for(m, members, "the last that many named together");
  }
  return false;
}

// The persons named in so many sentences before whose office is the head noun of a mention.
std::vector<std::uint32_t> Coref::holders_named(std::uint32_t m, std::uint32_t sentences) const {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& head = discourse.lemma(mention.head);
  const auto holds = [&](const Node& node) {
    const auto says = [&](const std::string& words) {
      const std::vector<std::string> all = words_of(words);
      return std::any_of(all.begin(), all.end(), [&](const std::string& word) {
        return word == head || word == "counterpart" ||
               (head == "leader" && one_of(word, {"president", "minister", "premier", "chancellor"}));
      });
    };
    return std::any_of(node.offices.begin(), node.offices.end(), says) ||
           std::any_of(node.surfaces.begin(), node.surfaces.end(), says);
  };
  std::vector<std::uint32_t> members;
  const std::uint32_t here = discourse.sentence_of(mention.head);
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (discourse.sentence_of(candidate.head) + sentences < here) break;
    const std::uint32_t node = candidate.entity;
    if (node == kNone || !nodes_.at(node).named || !nodes_.is_class(node, "Person")) continue;
    if (holds(nodes_.at(node)) && std::find(members.begin(), members.end(), node) == members.end())
      members.insert(members.begin(), node);
  }
  return members;
}

// "The ministers discussed ...": the persons with that office who were named, when there are two or three.
bool Coref::link_holders(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& head = discourse.lemma(mention.head);
  const bool all_of_them = mention.name.empty() || (mention.name[0] >= 'A' && mention.name[0] <= 'Z');
  if (!mention.plural || !mention.definite || all_of_them || !discourse.is_subject(mention.head) ||
      mention.end - mention.begin > 1 || !one_of(head, {"minister", "president", "leader", "premier"}))
    return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    if (!one_of(discourse.token(child).dep, {"det"})) return false;
  }
  const std::vector<std::uint32_t> members = holders_named(m, 3);
  return members.size() < 4 && stand_for(m, members, "those who hold the office");
}

// "the former", "the latter": one of the last two named side by side; never a thing of its own.
bool Coref::link_former(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& word = discourse.lower(mention.head);
  if (mention.end - mention.begin != 1 || !one_of(word, {"former", "latter"})) return false;
  const std::uint32_t here = discourse.sentence_of(mention.head);
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& second = nodes_.mention(c - 1);
    if (discourse.sentence_of(second.head) + 2 < here) break;
    if (second.entity == kNone || discourse.token(second.head).dep != "conj") continue;
    const std::uint32_t first = nodes_.reading().mention_at[discourse.token(second.head).head];
    if (first == kNone || nodes_.mention(first).entity == kNone) continue;
    tie(m, word == "former" ? first : c - 1, "one of the two named last");
    return true;
  }
  return true;
}

}  // namespace entente::resolve
