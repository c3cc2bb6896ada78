// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "resolve/coref.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t kReach = 1000;  // mentions that are searched back or ahead

// Words for a thing of a class that a text uses for one named before; the class is given by local name.
std::vector<std::string_view> classes_behind(std::string_view head) {
  if (one_of(head, {"organization", "organisation", "agency", "body", "bloc", "union", "alliance",
                    "institution", "grouping"})) {
    return {"InternationalOrganization", "Organization", "GroupOfCountries"};
  }
  if (head == "party" || head == "movement") return {"PoliticalParty"};
  if (one_of(head, {"group", "militia"})) return {"ArmedGroup", "Organization"};
  if (one_of(head, {"rebel", "militant", "insurgent", "guerrilla", "terrorist"})) return {"ArmedGroup"};
  if (one_of(head, {"summit", "conference", "meeting", "session", "forum", "congress", "symposium",
                    "gathering", "event"}))
    return {"Meeting"};
  if (one_of(head, {"agreement", "deal", "accord", "pact", "treaty", "truce", "ceasefire"}))
    return {"Agreement"};
  if (one_of(head, {"newspaper", "paper", "magazine", "daily", "company", "firm"})) return {"Company"};
  if (one_of(head, {"city", "town", "capital"})) return {"City"};
  if (head == "university") return {"CivilSocietyOrganization"};
  return {};
}

// False when the two classes cannot be of one thing.
bool may_agree(std::string_view phrase, std::string_view name) {
  if (phrase.empty() || name.empty() || phrase == name) return true;
  const auto event = [](std::string_view cls) {
    return one_of(cls, {"Meeting", "Crisis", "Agreement", "Initiative", "Concept", "Communication"});
  };
  return event(phrase) == event(name);
}

bool is_place_word(std::string_view head) {
  return one_of(head, {"city", "town", "village", "capital", "province", "region", "district", "island",
                       "port", "county", "municipality", "suburb", "enclave", "governorate", "neighbourhood",
                       "neighborhood", "peninsula", "prefecture", "oblast"});
}

bool is_country_word(std::string_view head) {
  return one_of(head,
                {"country", "nation", "state", "republic", "kingdom", "sultanate", "emirate", "homeland"});
}

}  // namespace

bool Coref::link_description(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  if (mention.antecedent != kNone && nodes_.mention(mention.antecedent).entity != kNone) {
    return tie(m, mention.antecedent, "apposition");
  }
  if (link_apposition(m) || link_named_place(m) || link_side(m) || link_pair(m) || link_representatives(m))
    return true;
  if (mention.kind == MentionKind::counted_group) return false;
  if (!mention.definite) return !mention.office.empty() && link_office(m);
  return link_country(m) || link_office(m) || link_disease(m) || link_same_head(m) || link_hypernym(m);
}

// "X, a former commander", "our country, a member of Y": one thing, told twice.
bool Coref::link_apposition(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.plural || mention.kind == MentionKind::counted_group ||
      discourse.token(mention.head).dep != "appos")
    return false;
  const std::uint32_t other = nodes_.reading().mention_at[discourse.token(mention.head).head];
  if (other == kNone || other >= m || nodes_.mention(other).entity == kNone || nodes_.mention(other).plural)
    return false;
  const std::uint32_t node = nodes_.mention(other).entity;
  const bool person = nodes_.is_class(node, "Person"), wanted = mention.cls == "Person";
  if (mention.cls.empty() || (person != wanted && !nodes_.is_class(node, "Country")) ||
      !(person || is_body(node)))
    return false;
  if (!person &&
      one_of(mention.cls, {"Meeting", "Crisis", "Resource", "Concept", "Communication", "Agreement", "City"}))
    return false;
  return tie(m, other, "apposition");
}

// "the town of X", "the Chilean capital of X": the place that is named.
bool Coref::link_named_place(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.plural || !is_place_word(discourse.lemma(mention.head))) return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    if (child < mention.head || discourse.lower(child) != "of") continue;
    const std::uint32_t object = discourse.child(child, {"pobj"});
    const std::uint32_t other = object == kNone ? kNone : nodes_.reading().mention_at[object];
    if (other == kNone || nodes_.mention(other).kind != MentionKind::name) continue;
    const std::uint32_t node = nodes_.mention(other).entity;
    if (node != kNone && (nodes_.is_class(node, "City") || nodes_.is_class(node, "Region")))
      return tie(m, other, "the place that is named");
  }
  return false;
}

// "the Mongolian side", "the authorities of Niger": the country itself.
bool Coref::link_side(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string head = discourse.lemma(mention.head);
  if (!one_of(head, {"side", "authority", "authorities"})) return false;
  for (std::uint32_t c = 0; c < 2; ++c) {
    for (const std::uint32_t child : discourse.children(mention.head)) {
      std::uint32_t token = child;
      if (c == 1) {
        if (discourse.lower(child) != "of") continue;
        token = discourse.child(child, {"pobj"});
      }
      const std::uint32_t other = token == kNone ? kNone : nodes_.reading().mention_at[token];
      if (other == kNone || other == m || nodes_.mention(other).entity == kNone) continue;
      if (nodes_.is_class(nodes_.mention(other).entity, "Country")) return tie(m, other, "a country's side");
    }
  }
  return false;
}

// "the foreign ministers of Kenya and Ghana", "French and German leaders": who represent several countries
// stand for them.
bool Coref::link_representatives(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  Mention& mention = nodes_.mention(m);
  if (!mention.plural || mention.kind == MentionKind::counted_group ||
      !one_of(discourse.lemma(mention.head),
              {"minister", "president",  "leader",    "premier",    "chancellor", "government",
               "head",     "official",   "diplomat",  "delegation", "negotiator", "force",
               "troop",    "warship",    "authority", "side",       "envoy",      "army",
               "navy",     "ambassador", "company",   "team"}))
    return false;
  std::vector<std::uint32_t> countries;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    std::uint32_t token = child;
    if (discourse.lower(child) == "of") token = discourse.child(child, {"pobj"});
    for (int step = 0; token != kNone && step < 8; ++step, token = discourse.child(token, {"conj"})) {
      const std::uint32_t other = nodes_.reading().mention_at[token];
      const std::uint32_t node = other == kNone ? kNone : nodes_.mention(other).entity;
      if (node == kNone || !nodes_.is_class(node, "Country")) break;
      if (std::find(countries.begin(), countries.end(), node) == countries.end()) countries.push_back(node);
    }
  }
  if (countries.size() < 2) return false;
  mention.members = countries;
  mention.why = "the countries that they represent";
  for (const std::uint32_t country : countries) ++nodes_.at(country).mentions;
  return true;
}

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

// The last two that were named side by side, else the last two named, in text order.
std::vector<std::uint32_t> Coref::last_pair(std::uint32_t m, std::string_view wanted, bool any_body) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t here = discourse.sentence_of(nodes_.mention(m).head);
  const auto fits = [&](const Mention& candidate) {
    if (candidate.entity == kNone || candidate.kind == MentionKind::pronoun || candidate.plural) return false;
    const bool government = any_body && nodes_.is_class(candidate.entity, "GovernmentBody");
    if (!nodes_.at(candidate.entity).named && !government) return false;
    return nodes_.is_class(candidate.entity, wanted) || (any_body && is_body(candidate.entity));
  };
  std::vector<std::uint32_t> last;
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    const std::uint32_t distance = here - discourse.sentence_of(candidate.head);
    if (distance > 10) break;
    if (!fits(candidate)) continue;
    if (discourse.token(candidate.head).dep == "conj") {
      const std::uint32_t first = nodes_.reading().mention_at[discourse.token(candidate.head).head];
      if (first != kNone && fits(nodes_.mention(first)) && nodes_.mention(first).entity != candidate.entity) {
        return {nodes_.mention(first).entity, candidate.entity};
      }
    }
    if (distance <= 4 && last.size() < 2 &&
        std::find(last.begin(), last.end(), candidate.entity) == last.end())
      last.push_back(candidate.entity);
  }
  std::reverse(last.begin(), last.end());
  return last;
}

// "the two countries", "both sides", "the two ministers": the last two that fit.
bool Coref::link_pair(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  Mention& mention = nodes_.mention(m);
  bool two = false;
  for (std::uint32_t t = mention.begin > 1 ? mention.begin - 1 : 0; t <= mention.head; ++t) {
    two = two || one_of(discourse.lower(t), {"two", "both", "neither"});
  }
  const std::string head = discourse.lemma(mention.head);
  const bool marked = mention.definite || head == "two" ||
                      one_of(discourse.lower(mention.begin), {"both", "neither"}) ||
                      (mention.begin > 0 && one_of(discourse.lower(mention.begin - 1), {"both", "neither"}));
  if (!two || !marked) return false;
  std::string_view wanted;
  if (one_of(head,
             {"country", "nation", "state", "neighbour", "neighbor", "side", "government", "two", "both"}))
    wanted = "Country";
  if (one_of(head, {"minister", "president", "leader", "official", "man", "diplomat"})) wanted = "Person";
  if (one_of(head, {"organization", "organisation", "agency", "body", "grouping", "party", "group", "bloc"}))
    wanted = "Organization";
  if (wanted.empty()) return false;
  std::vector<std::uint32_t> members =
      head == "government" ? two_countries() : last_pair(m, wanted, head == "side" || head == "party");
  if (members.size() < 2) return false;
  mention.members = members;
  mention.why = "the last two named";
  for (const std::uint32_t member : members) ++nodes_.at(member).mentions;
  return true;
}

// "the country", "our country", "the neighbouring country".
// "Brazil's president": the country or body of the office that a mention names, or kNone.
std::uint32_t Coref::office_body(std::uint32_t m) const {
  const std::uint32_t in = m == kNone ? kNone : nodes_.mention(m).office_in;
  return in == kNone ? kNone : nodes_.mention(in).entity;
}

bool Coref::link_country(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (!is_country_word(discourse.lemma(mention.head)) || mention.plural) return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    const std::string& word = discourse.lower(child);
    if (word == "our" || word == "my") {
      const std::uint32_t side = own_side_.we(mention.head);
      if (side != kNone) nodes_.assign(m, side, "our country");
      return side != kNone;
    }
    const bool named =
        discourse.token(child).dep == "compound" && nodes_.reading().mention_at[child] != kNone;
    if (named || (discourse.token(child).dep == "prep" && discourse.lower(child) == "of")) return false;
  }
  for (const std::uint32_t child : discourse.children(mention.head)) {  // "his country"
    if (!one_of(discourse.lower(child), {"his", "her"})) continue;
    const std::uint32_t pronoun = nodes_.reading().mention_at[child];
    const std::uint32_t person = pronoun == kNone ? kNone : nodes_.mention(pronoun).entity;
    std::uint32_t body = person == kNone ? kNone : own_side_.body_of_person(person);
    if (body == kNone && person != kNone) body = office_body(nodes_.mention(pronoun).antecedent);
    const std::uint32_t country =
        body != kNone && nodes_.is_class(body, "Country") ? body : own_side_.main_country();
    if (country != kNone) nodes_.assign(m, country, "the country of the person");
    return country != kNone;
  }
  const bool other = mention.name.rfind("neighbo", 0) == 0;
  const std::uint32_t subject = discourse.clause_subject(mention.head);
  const std::uint32_t subject_m = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  const std::uint32_t subject_node = subject_m == kNone ? kNone : nodes_.mention(subject_m).entity;
  const std::uint32_t main = other ? kNone : own_side_.main_country();
  if (main != kNone &&
      tie(m, antecedent(m, 3, [&](std::uint32_t node, const Mention&) { return node == main; }),
          "the text's country")) {
    return true;
  }
  return tie(m,
             antecedent(m, 4,
                        [&](std::uint32_t node, const Mention&) {
                          return nodes_.is_class(node, "Country") && !(other && node == subject_node);
                        }),
             "the country named last");
}

// "the General Secretary", "the president": a person with that title in the text, before or behind; else a
// listed leader.
bool Coref::link_office(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  if (mention.office.empty() || mention.plural) return false;
  for (const std::uint32_t child : nodes_.discourse().children(mention.head)) {  // "Xi general secretary"
    const std::uint32_t beside = child > mention.head ? kNone : nodes_.reading().mention_at[child];
    const std::uint32_t node = beside == kNone || beside == m ? kNone : nodes_.mention(beside).entity;
    if (node == kNone || !nodes_.is_class(node, "Person") || nodes_.discourse().token(child).dep == "poss")
      continue;
    nodes_.assign(m, node, "the title behind a name");
    return true;
  }
  const std::string plain = plain_name(mention.office);
  const std::uint32_t body = mention.office_in == kNone ? kNone : nodes_.mention(mention.office_in).entity;
  if (mention.office_in != kNone && body == kNone) return false;  // of something that is not known yet
  std::uint32_t found = kNone;
  const auto count = static_cast<std::uint32_t>(nodes_.reading().mentions.size());
  for (std::uint32_t c = m > kReach ? m - kReach : 0; c < std::min(count, m + kReach); ++c) {
    const Mention& other = nodes_.mention(c);
    if (other.entity == kNone || other.office.empty() || other.plural || c == m) continue;
    if (!nodes_.at(other.entity).named || !nodes_.is_class(other.entity, "Person")) continue;
    if (c > m && found != kNone) break;
    const std::string office = plain_name(other.office);
    if (c > m && office != plain) continue;
    if (office != plain && !is_short_form(plain, office)) continue;
    const std::uint32_t other_body =
        other.office_in == kNone ? kNone : nodes_.mention(other.office_in).entity;
    if (body != kNone && other_body != kNone && body != other_body) continue;
    found = c;
  }
  if (found == kNone) return false;
  nodes_.mention(m).antecedent = found < m ? found : kNone;
  nodes_.assign(m, nodes_.mention(found).entity, "the holder of the office");
  return true;
}

const std::vector<std::string>& Coref::words_of_mention(std::uint32_t m) {
  if (words_.size() < nodes_.reading().mentions.size()) words_.resize(nodes_.reading().mentions.size());
  if (!words_[m]) words_[m] = words_of(plain_name(nodes_.mention(m).name));
  return *words_[m];
}

// The same head noun before: "a 30-day ceasefire ... the ceasefire"; a name's last word: "Transport Ministry
// ... the ministry".
bool Coref::link_same_head(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& head = discourse.lemma(mention.head);
  const std::vector<std::string> words = words_of_mention(m);
  for (std::uint32_t c = m; c > 0 && m - c < kReach; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (candidate.entity == kNone || candidate.kind == MentionKind::pronoun || candidate.end > mention.begin)
      continue;
    const std::vector<std::string>& other = words_of_mention(c - 1);
    if (other.empty()) continue;
    const bool name_end = candidate.kind == MentionKind::name && (other.back() == words.back()) &&
                          candidate.end - candidate.begin > 1;
    const bool same = candidate.kind != MentionKind::name && discourse.lemma(candidate.head) == head &&
                      candidate.plural == mention.plural;
    if (!name_end && !same) continue;
    if (name_end && (nodes_.is_class(candidate.entity, "Person") ||
                     !may_agree(mention.cls, nodes_.class_of(candidate.entity))))
      continue;
    const bool contained = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(other.begin(), other.end(), word) != other.end();
    });
    if (contained) return tie(m, c - 1, "the same head noun before");
  }
  return false;
}

// "the epidemic": the named disease that the text is about.
bool Coref::link_disease(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  const bool word = one_of(nodes_.discourse().lemma(mention.head),
                           {"disease", "virus", "epidemic", "pandemic", "outbreak"});
  if (main_disease_ == kNone || !word || mention.plural || words_of(plain_name(mention.name)).size() != 1)
    return false;
  nodes_.assign(m, main_disease_, "the disease that the text is about");
  return true;
}

// The named disease that the text speaks of most, the first of them; or kNone.
std::uint32_t Coref::main_disease() const {
  std::uint32_t best = kNone;
  for (std::uint32_t n = 0; n < nodes_.all().size(); ++n) {
    const Node& node = nodes_.at(n);
    if (!node.named || !nodes_.is_class(n, "HealthThreat")) continue;
    if (best == kNone || node.mentions > nodes_.at(best).mentions) best = n;
  }
  return best;
}

// A word for the class alone: "the organization", "the epidemic".
bool Coref::link_hypernym(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (words_of(plain_name(mention.name)).size() != 1) return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    if (discourse.token(child).dep == "poss") return false;  // "his organization" is none that was named
  }
  for (const std::string_view cls : classes_behind(discourse.lemma(mention.head))) {
    const bool capital = discourse.lemma(mention.head) == "capital";
    const std::uint32_t found = antecedent(m, 5, [&](std::uint32_t node, const Mention& candidate) {
      if (capital && candidate.candidates.size() < 2) return false;
      return nodes_.is_class(node, cls) && candidate.kind != MentionKind::pronoun && !candidate.plural;
    });
    if (found != kNone) {
      nodes_.mention(m).antecedent = found < m ? found : kNone;
      nodes_.assign(m, nodes_.mention(found).entity, "a word for its kind");
      return true;
    }
  }
  return false;
}

}  // namespace entente::resolve
