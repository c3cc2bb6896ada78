// SPDX-License-Identifier: Apache-2.0
#include "resolve/senses.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

// Verbs whose object is a place, not a government.
bool takes_place(std::string_view lemma) {
  return one_of(lemma, {"visit",  "leave",    "reach",  "tour",   "capture", "enter",    "hit",
                        "quit",   "bomb",     "shell",  "strike", "attack",  "seize",    "take",
                        "retake", "surround", "defend", "bypass", "flee",    "approach", "rock"});
}

bool is_place_preposition(std::string_view word) {
  return one_of(word, {"in", "at", "to", "into", "near", "from", "through", "outside", "around", "across",
                       "via", "for", "of", "toward", "towards", "inside", "off", "within", "throughout"});
}

// Words whose "to" names a receiver, never a way: "apologised to X", "concessions to X".
bool is_done_to_somebody(std::string_view lemma) {
  return one_of(lemma,
                {"lend",       "sell",      "give",     "apologise",  "apologize", "concede",   "grant",
                 "promise",    "pledge",    "offer",    "donate",     "supply",    "complain",  "protest",
                 "yield",      "bow",       "extend",   "provide",    "appeal",    "say",       "propose",
                 "hand",       "extradite", "reply",    "respond",    "cede",      "relent",    "export",
                 "concession", "apology",   "aid",      "assistance", "loan",      "credit",    "arms",
                 "weapon",     "ultimatum", "threat",   "warning",    "subsidy",   "challenge", "opposition",
                 "complaint",  "support",   "response", "demand",     "objection"});
}

// Words whose "from" names a giver: "demanded an answer from X", "pressure from X".
bool is_had_from_somebody(std::string_view lemma) {
  return one_of(
      lemma, {"buy",      "purchase",    "import",    "demand",      "request",    "seek",         "win",
              "secure",   "obtain",      "borrow",    "hear",        "expect",     "draw",         "pressure",
              "help",     "aid",         "support",   "backing",     "criticism",  "protest",      "anger",
              "approval", "permission",  "assurance", "guarantee",   "invitation", "denial",       "response",
              "comment",  "explanation", "apology",   "loan",        "opposition", "condemnation", "rebuke",
              "threat",   "warning",     "answer",    "recognition", "concession"});
}

// "Kigali was scathing": a government feels so, no town.
bool is_mood(std::string_view adjective) {
  return one_of(adjective,
                {"scathing",   "furious",     "angry",     "cautious",  "guarded",    "unmoved",
                 "adamant",    "unimpressed", "silent",    "defiant",   "dismissive", "unrepentant",
                 "wary",       "keen",        "reluctant", "willing",   "unwilling",  "ready",
                 "determined", "incensed",    "outraged",  "sceptical", "skeptical"});
}

}  // namespace

Senses::Senses(Nodes& nodes) : nodes_(nodes) {
  for (const Mention& mention : nodes.reading().mentions) {
    if (mention.candidates.size() != 1) continue;
    const ontology::GazetteerEntity* entity = nodes.gazetteer().find(mention.candidates.front());
    if (entity == nullptr) continue;
    if (entity->cls == "Country") ++countries_[entity->id];
    if (nodes.is_full_name(mention.name, entity->id)) called_.insert(entity->id);
    if (!entity->country.empty()) countries_.emplace(entity->country, 0);
  }
}

// A capital acts for its country as a subject or an owner, not behind a preposition of place.
bool Senses::stands_for_government(const Mention& mention) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t role = discourse.role_token(mention.head);
  const nlp::Token& token = discourse.token(role);
  const std::string verb = discourse.lemma(token.head);
  if (one_of(token.dep, {"nsubj"})) {
    const std::uint32_t adjective = verb == "be" ? discourse.child(token.head, {"acomp"}) : kNone;
    return adjective == kNone ? verb != "be" && verb != "lie" : is_mood(discourse.lemma(adjective));
  }
  if (token.dep == "poss" || token.dep == "agent") return true;
  if (token.dep == "dobj" || token.dep == "dative") return !takes_place(verb);
  if (token.dep == "nsubjpass")
    return one_of(verb, {"urge", "accuse", "ask", "criticize", "criticise", "condemn", "thank", "tell",
                         "inform", "force", "blame"});
  const std::string_view preposition = discourse.preposition_of(mention.head);
  const std::uint32_t sent = token.dep == "pobj" && token.head > 0 ? token.head - 1 : kNone;
  if (sent != kNone && preposition == "from" && discourse.lemma(sent) == "ambassador") return true;
  if (token.dep == "pobj" && one_of(preposition, {"to", "from"})) {
    const std::string_view governor = discourse.lemma(discourse.token(token.head).head);
    const std::string_view before = token.head > 0 ? std::string_view(discourse.lemma(token.head - 1)) : "";
    for (const std::string_view word : {governor, before})
      if (preposition == "to" ? is_done_to_somebody(word) : is_had_from_somebody(word)) return true;
  }
  return !preposition.empty() && !is_place_preposition(preposition);
}

bool Senses::is_supported(const ontology::GazetteerEntity& entity) const {
  return entity.country.empty() || countries_.count(entity.country) > 0;
}

// "the Palestinian leader": of the people, as long as the text does not name their country.
bool Senses::is_of_people(const Mention& mention, const ontology::GazetteerEntity& home) const {
  if (!one_of(home.cls, {"Country", "Region"}) || called_.count(home.id) > 0) return false;
  return std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](const std::string& other) {
    const ontology::GazetteerEntity* people = nodes_.gazetteer().find(other);
    return people != nullptr && people->cls == "Population";
  });
}

namespace {

// Two entries of the tables for one body of a state.
bool same_body(const ontology::GazetteerEntity& a, const ontology::GazetteerEntity& b) {
  return a.cls == "GovernmentBody" && b.cls == a.cls && !a.country.empty() && a.country == b.country;
}

// Among countries the one that is called so goes before those that are called so too ("Western Sahara"),
// among bodies the one that others link to ("ICC").
int better_known(const ontology::GazetteerEntity& entity, std::string_view name) {
  if (entity.cls == "Country") return plain_name(entity.label) == plain_name(name) ? 1 : 0;
  return entity.cls == "InternationalOrganization" && !entity.wikidata.empty() ? 1 : 0;
}

}  // namespace

std::uint32_t Senses::settled(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  const ontology::GazetteerEntity* best = nullptr;
  int best_score = -1;
  bool tied = false;
  for (const std::string& id : mention.candidates) {
    const ontology::GazetteerEntity* entity = nodes_.gazetteer().find(id);
    if (entity == nullptr) continue;
    const bool body = entity->cls == "PoliticalParty" || entity->cls == "GovernmentBody";
    if ((body && !is_supported(*entity)) || is_of_people(mention, *entity)) continue;
    int score = is_supported(*entity) ? 1 : 0;
    const auto named = countries_.find(entity->id);
    if (entity->cls == "Country" && named != countries_.end()) score += 2;
    const bool city_too =
        std::any_of(mention.candidates.begin(), mention.candidates.end(), [&](const std::string& other) {
          const ontology::GazetteerEntity* city = nodes_.gazetteer().find(other);
          return city != nullptr && city->cls == "City" && city->country == id;
        });
    const bool capital_alone = !city_too && entity->cls == "Country" && mention.cls == "City";
    if (capital_alone && !stands_for_government(mention)) continue;
    if (city_too) score = stands_for_government(mention) ? (named != countries_.end() ? 6 : 4) : -1;
    const bool seat = mention.cls == "City" && entity->cls == "InternationalOrganization";
    if (seat) score = stands_for_government(mention) ? 5 : -1;  // "Brussels said" of a body that sits there
    if (score < 0 || (best != nullptr && best->cls != entity->cls && score <= best_score)) continue;
    if (score == best_score && best != nullptr && !same_body(*best, *entity)) {
      const int more = better_known(*entity, mention.name) - better_known(*best, mention.name);
      if (more == 0) tied = true;
      if (more > 0) best = entity;
    }
    if (score <= best_score) continue;
    tied = false;
    best = entity;
    best_score = score;
  }
  if (best == nullptr) return kNone;
  const bool ambiguous_kind = best->cls == "PoliticalParty" || best->cls == "GovernmentBody" ||
                              best->cls == "Country" || best->cls == "Person";
  return tied && ambiguous_kind ? kNone : nodes_.listed(best->id);
}

bool Senses::in_office(const ontology::Office& office) const {
  const std::string& date = nodes_.reading().date;
  if (date.empty()) return false;
  const std::string month = date.substr(0, std::min<std::size_t>(7, date.size()));
  return office.first_seen.substr(0, month.size()) <= month &&
         month <= office.last_seen.substr(0, month.size());
}

std::uint32_t Senses::leader(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  if (mention.cls != "Person" && mention.candidates.empty()) return kNone;
  std::set<std::string> found;
  for (const ontology::NameEntry& entry : nodes_.gazetteer().names(ontology::name_key(mention.name))) {
    if (entry.kind != ontology::NameKind::surname) continue;
    const std::string& person = nodes_.gazetteer().entities()[entry.entity].id;
    for (const ontology::Office& office : nodes_.gazetteer().offices()) {
      if (office.person == person && countries_.count(office.country) > 0 &&
          (in_office(office) || !mention.office.empty()))
        found.insert(person);
    }
  }
  return found.size() == 1 ? nodes_.listed(*found.begin()) : kNone;
}

std::uint32_t Senses::holder(std::string_view office_words, std::string_view country) {
  const std::string plain = plain_name(office_words);
  std::set<std::string> found;
  for (const ontology::Office& office : nodes_.gazetteer().offices()) {
    if (office.country == country && in_office(office) && plain_name(office.role) == plain)
      found.insert(office.person);
  }
  return found.size() == 1 ? nodes_.listed(*found.begin()) : kNone;
}

}  // namespace entente::resolve
