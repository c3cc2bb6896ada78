// SPDX-License-Identifier: Apache-2.0
// Words for the kind of something named before: "the bloc", "the Islamist group", "the diplomat".
#include "resolve/kinds.hpp"

#include <algorithm>

#include "resolve/coref.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t kPlainReach = 5;     // sentences back for a bare word
constexpr std::uint32_t kModifiedReach = 2;  // for one with words before it

// Offices of those that a word for a person may stand for.
std::vector<std::string_view> offices_behind(std::string_view head) {
  if (head == "diplomat" || head == "envoy")
    return {"ambassador",     "envoy",      "minister", "consul",
            "representative", "chancellor", "diplomat", "nuncio"};
  if (one_of(head, {"lawmaker", "legislator", "parliamentarian", "deputy", "mp"}))
    return {"senator", "mp", "deputy", "lawmaker", "legislator", "congressman", "congresswoman", "speaker"};
  if (head == "politician")
    return {"minister", "president", "mayor",      "senator", "leader",
            "governor", "premier",   "chancellor", "deputy"};
  if (head == "state") return {"president", "king", "queen", "emir", "sultan", "emperor"};  // "head of state"
  if (head == "monarch") return {"king", "queen", "emir", "sultan", "emperor"};
  if (head == "premier") return {"minister", "premier"};
  if (head == "cleric") return {"ayatollah", "imam", "sheikh", "bishop", "cardinal", "mufti", "archbishop"};
  if (head == "pontiff") return {"pope"};
  if (head == "general" || head == "officer")
    return {"general", "colonel", "major", "captain", "commander", "chief"};
  if (head == "leader")
    return {"president", "minister", "premier", "chancellor", "chairman", "king", "emir", "leader", "head"};
  return {};
}

// Words that tell a body's field or standing, so that the noun behind them may still be the one named before.
bool describes_body(std::string_view word) {
  if (const std::size_t hyphen = word.rfind('-');
      hyphen != std::string_view::npos)  // "27-nation", "Paris-based"
    return one_of(word.substr(hyphen + 1), {"based", "nation", "member", "country", "state", "backed",
                                            "owned", "strong", "aligned", "linked", "led", "wide", "run"});
  return one_of(
      word,
      {"advocacy",     "african",   "aid",           "arab",       "armed",    "asian",    "banned",
       "based",        "charity",   "continental",   "defence",    "defense",  "economic", "environmental",
       "european",     "extremist", "global",        "guerrilla",  "gulf",     "human",    "humanitarian",
       "independence", "insurgent", "international", "islamic",    "islamist", "jihadist", "lobbying",
       "medical",      "militant",  "military",      "monitoring", "freedom",  "press",    "relief",
       "multilateral", "nuclear",   "outlawed",      "political",  "radical",  "rebel",    "regional",
       "rights",       "security",  "separatist",    "shadowy",    "shiite",   "sunni",    "terrorist",
       "trade",        "trading",   "transatlantic", "un",         "western",  "world"});
}

// "the retired general": still the one named before.
bool is_past(std::string_view word) {
  return one_of(word, {"retired", "former", "ousted", "deposed", "exiled", "jailed", "detained", "veteran"});
}

}  // namespace

std::vector<std::string_view> classes_behind(std::string_view head) {
  if (one_of(head, {"organization", "organisation", "agency", "body", "union", "alliance", "institution",
                    "grouping", "association", "federation", "league", "confederation"}))
    return {"InternationalOrganization", "Organization", "GroupOfCountries"};
  if (head == "bloc") return {"InternationalOrganization", "GroupOfCountries"};
  if (head == "watchdog") return {"InternationalOrganization", "CivilSocietyOrganization"};
  if (head == "fund" || head == "lender") return {"InternationalOrganization", "Company"};
  if (one_of(head, {"charity", "ngo"})) return {"CivilSocietyOrganization", "Organization"};
  if (head == "party") return {"PoliticalParty", "=Organization"};
  if (head == "movement") return {"PoliticalParty", "ArmedGroup", "=Organization"};
  if (head == "group") return {"ArmedGroup", "Organization", "CivilSocietyOrganization"};
  if (head == "militia" || head == "faction") return {"ArmedGroup", "Organization"};
  if (one_of(head, {"rebel", "militant", "insurgent", "guerrilla", "terrorist"})) return {"ArmedGroup"};
  if (one_of(head, {"summit", "conference", "meeting", "session", "forum", "congress", "symposium",
                    "gathering", "event"}))
    return {"Meeting"};
  if (one_of(head, {"agreement", "deal", "accord", "pact", "treaty", "truce", "ceasefire"}))
    return {"Agreement"};
  if (one_of(head, {"newspaper", "paper", "magazine", "daily", "broadcaster"}))
    return {"Company", "CivilSocietyOrganization"};
  if (one_of(head, {"company", "firm", "airline", "conglomerate", "manufacturer", "corporation", "carmaker"}))
    return {"Company", "=Organization"};
  if (one_of(head, {"city", "town", "capital"})) return {"City"};
  if (head == "university") return {"CivilSocietyOrganization"};
  return {};
}

bool is_body_word(std::string_view lower) {
  return one_of(lower,
                {"agency",       "alliance",     "army",       "assembly",   "association", "authority",
                 "bank",         "board",        "brigade",    "bureau",     "centre",      "center",
                 "chamber",      "coalition",    "commission", "committee",  "community",   "company",
                 "council",      "court",        "delegation", "department", "federation",  "forces",
                 "foundation",   "front",        "fund",       "group",      "institute",   "league",
                 "ministry",     "mission",      "movement",   "network",    "observatory", "office",
                 "organization", "organisation", "parliament", "party",      "secretariat", "senate",
                 "side",         "society",      "tribunal",   "union"});
}

// True when the words in front of the noun are those of a country or such as the test admits, and nothing
// else says who is meant: "the Islamist group", not "the rival group", "his group".
bool Coref::leaves_open(std::uint32_t m, bool (*admits)(std::string_view)) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t head = nodes_.mention(m).head;
  for (const std::uint32_t child : discourse.children(head)) {
    const std::string_view dep = discourse.token(child).dep;
    if (one_of(dep, {"poss", "nummod", "relcl"})) return false;
    if (child > head && one_of(dep, {"prep", "acl", "appos"})) return false;
    if (child > head || !one_of(dep, {"amod", "compound", "nmod"})) continue;
    const std::uint32_t other = nodes_.reading().mention_at[child];
    const std::uint32_t node = other == kNone ? kNone : nodes_.mention(other).entity;
    const bool country =
        node != kNone && (nodes_.is_class(node, "Country") || nodes_.is_class(node, "Region"));
    if (!country && !admits(discourse.lower(child))) return false;
  }
  return true;
}

// "the Bolivian diplomat": the country in front of the noun, or kNone.
std::uint32_t Coref::country_before(std::uint32_t m) const {
  const std::uint32_t head = nodes_.mention(m).head;
  for (const std::uint32_t child : nodes_.discourse().children(head)) {
    const std::uint32_t other = nodes_.reading().mention_at[child];
    const std::uint32_t node = other == kNone ? kNone : nodes_.mention(other).entity;
    if (child < head && node != kNone && nodes_.is_class(node, "Country")) return node;
  }
  return kNone;
}

// "the American company" is not Ethiopian Airlines.
bool Coref::is_of_another(std::uint32_t node, std::uint32_t country) const {
  if (country == kNone) return false;
  const std::string& label = nodes_.at(node).label;
  const std::string first = label.substr(0, label.find(' '));
  for (const ontology::NameEntry& entry : nodes_.gazetteer().names(ontology::name_key(first))) {
    const ontology::GazetteerEntity& entity = nodes_.gazetteer().entities()[entry.entity];
    if (entity.cls == "Country") return entity.id != nodes_.at(country).id;
  }
  const ontology::GazetteerEntity* listed = nodes_.gazetteer().find(nodes_.at(node).id);
  return listed != nullptr && !listed->country.empty() && listed->country != nodes_.at(country).id;
}

// A word for the class, alone or with words that describe it: "the organization", "the Islamist group".
bool Coref::link_hypernym(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const bool bare = words_of_mention(m).size() == 1;
  const std::uint32_t country = bare ? kNone : country_before(m);
  if (!bare && (mention.plural || !leaves_open(m, describes_body))) return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    if (discourse.token(child).dep == "poss") return false;  // "his organization" is none that was named
  }
  const std::vector<std::string_view> classes = classes_behind(discourse.lemma(mention.head));
  const bool capital = discourse.lemma(mention.head) == "capital";
  const bool for_companies = discourse.lemma(mention.head) == "group" ||
                             std::any_of(classes.begin(), classes.end(), [](std::string_view cls) {
                               return one_of(cls, {"Company", "City", "Meeting"});
                             });
  const auto is_kind = [&](std::uint32_t node, std::string_view cls) {
    const std::string_view name = cls.substr(cls[0] == '=' ? 1 : 0);
    const bool itself = cls[0] == '=' || (!bare && name == "Organization");
    return itself ? nodes_.at(node).named && nodes_.class_of(node) == name : nodes_.is_class(node, name);
  };
  const auto tie_to = [&](const auto& fits) {
    const std::uint32_t reach = bare ? kPlainReach : kModifiedReach;
    const std::uint32_t found = antecedent(m, reach, [&](std::uint32_t node, const Mention& candidate) {
      if ((capital && candidate.candidates.size() < 2) || candidate.kind == MentionKind::pronoun)
        return false;
      for (const std::uint32_t child :
           discourse.children(candidate.head))  // "before every vote": no one vote
        if (one_of(discourse.lower(child), {"every", "each", "any"})) return false;
      if (!bare && !nodes_.at(node).named) return false;
      if (!for_companies && nodes_.is_class(node, "Company")) return false;  // "this Organization": no firm
      return fits(node) && (!candidate.plural || candidate.kind == MentionKind::name) &&
             !is_of_another(node, country);
    });
    return tie(m, found, "a word for its kind");
  };
  if (!bare) {  // whichever of its kinds was named last
    return tie_to([&](std::uint32_t node) {
      return std::any_of(classes.begin(), classes.end(), [&](std::string_view cls) {
        return !one_of(cls, {"Meeting", "Agreement", "City"}) && is_kind(node, cls);
      });
    });
  }
  if (std::any_of(classes.begin(), classes.end(), [&](std::string_view cls) {
        return tie_to([&](std::uint32_t node) { return is_kind(node, cls); });
      }))
    return true;
  const bool of_bodies = std::any_of(classes.begin(), classes.end(), [](std::string_view cls) {
    return one_of(cls, {"Organization", "=Organization", "Company", "PoliticalParty"});
  });
  return of_bodies && !mention.plural && tie(m, unknown_actor_before(m), "the name last spoken of");
}

// The last name before of which nothing else is known, and that acts or is acted on: "Petrolux opened ... The
// company ..."; or kNone.
std::uint32_t Coref::unknown_actor_before(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
  return antecedent(m, kModifiedReach, [&](std::uint32_t node, const Mention& candidate) {
    const nlp::Token& head = discourse.token(candidate.head);
    return candidate.kind == MentionKind::name && nodes_.class_of(node).empty() && head.tag == "NNP" &&
           one_of(head.dep, {"nsubj", "nsubjpass", "dobj", "pobj"}) &&
           discourse.sentence_of(candidate.head) < here;
  });
}

// "the diplomat", "the Bolivian lawmaker", "the head of state": the person last named with such an office.
bool Coref::link_role(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.plural || mention.cls != "Person" || mention.office_in != kNone) return false;
  const std::vector<std::string>& words = words_of_mention(m);
  if (words.empty() || words.size() > 3) return false;
  const bool of_state = words.size() == 3 && words[0] == "head" && words[2] == "state";
  const std::vector<std::string_view> offices =
      offices_behind(of_state ? words[2] : discourse.lemma(mention.head));
  if (offices.empty() || (!of_state && !leaves_open(m, is_past))) return false;
  const std::uint32_t country = country_before(m);
  const auto found = antecedent(m, kModifiedReach + 1, [&](std::uint32_t node, const Mention& candidate) {
    if (!nodes_.at(node).named || !nodes_.is_class(node, "Person")) return false;
    const std::uint32_t in =
        candidate.office_in == kNone ? kNone : nodes_.mention(candidate.office_in).entity;
    if (country != kNone && in != kNone && in != country) return false;
    const auto& held = nodes_.at(node).offices;
    return std::any_of(held.begin(), held.end(), [&](const std::string& office) {
      const std::vector<std::string> all = words_of(office);
      return std::any_of(all.begin(), all.end(), [&](const std::string& word) {
        return std::find(offices.begin(), offices.end(), word) != offices.end();
      });
    });
  });
  return tie(m, found, "a word for one with such an office");
}

}  // namespace entente::resolve
