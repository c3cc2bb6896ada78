// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "resolve/coref.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

constexpr std::uint32_t kReach = 1000;       // mentions that are searched back or ahead
constexpr std::uint32_t kCountryReach = 12;  // sentences back for the country that a text is about

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

bool is_kind_of_group(std::string_view head) {
  return one_of(head, {"agency",      "airline",   "alliance",     "association",   "bank",    "bloc",
                       "broadcaster", "carrier",   "chain",        "channel",       "charity", "clan",
                       "club",        "coalition", "company",      "confederation", "daily",   "faction",
                       "federation",  "fighter",   "firm",         "foundation",    "fund",    "gang",
                       "group",       "guerrilla", "insurgent",    "institute",     "league",  "magazine",
                       "maker",       "militant",  "militia",      "movement",      "network", "newspaper",
                       "ngo",         "operator",  "organisation", "organization",  "outfit",  "paper",
                       "party",       "rebel",     "retailer",     "syndicate",     "tank",    "tribe",
                       "union",       "website",   "weekly"});
}

bool is_country_word(std::string_view head) {
  return one_of(head,
                {"country", "nation", "state", "republic", "kingdom", "sultanate", "emirate", "homeland"});
}

// "the president" is no vice-president.
bool is_of_deputy(const std::string& office) {
  const std::vector<std::string> words = words_of(plain_name(office));
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.starts_with("vice") || one_of(word, {"deputy", "assistant"});
  });
}

}  // namespace

bool Coref::link_description(std::uint32_t m) {
  const Mention& mention = nodes_.mention(m);
  if (mention.antecedent != kNone && nodes_.mention(mention.antecedent).entity != kNone) {
    return tie(m, mention.antecedent, "apposition");
  }
  if (link_former(m) || link_called(m) || link_body_of_leader(m) || link_named_holder(m) ||
      link_apposition(m) || link_named_place(m) || link_side(m) || link_pair(m) ||
      (mention.plural && mention.definite && link_list_behind(m)) || link_group(m) || link_holders(m) ||
      link_representatives(m) || link_named_ally(m) || link_own_forces(m) || link_singled_out(m))
    return true;
  if (mention.kind == MentionKind::counted_group) return false;
  if (!mention.definite) return !mention.office.empty() && link_office(m);
  return link_country(m) || link_office(m) || link_disease(m) || link_same_head(m) || link_role(m) ||
         link_label_word(m) || link_hypernym(m) || link_aged(m);
}

// "The 44-year-old former minister": the person named before of whom one speaks, not one who speaks himself.
bool Coref::link_aged(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.plural || (mention.cls != "Person" && !mention.cls.empty())) return false;
  bool aged = false;
  for (std::uint32_t t = mention.begin; t + 2 <= mention.head; ++t)
    aged = aged || (discourse.lower(t) == "year" && discourse.lower(t + 2) == "old");
  if (!aged) return false;
  const std::uint32_t here = discourse.sentence_of(mention.head);
  return tie(m,
             antecedent(m, 2,
                        [&](std::uint32_t node, const Mention& candidate) {
                          const std::uint32_t subject = discourse.role_token(candidate.head);
                          const bool speaks = discourse.token(subject).dep == "nsubj" &&
                                              discourse.is_speech(discourse.token(subject).head);
                          return candidate.kind == MentionKind::name && nodes_.is_class(node, "Person") &&
                                 !speaks && discourse.sentence_of(candidate.head) < here;
                        }),
             "the one whose age is told");
}

// "X, a former commander", "our country, a member of Y": one thing, told twice.
bool Coref::link_apposition(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (link_name_beside(m) || link_predicate(m)) return true;
  if (mention.plural || mention.kind == MentionKind::counted_group ||
      discourse.token(mention.head).dep != "appos")
    return false;
  const std::uint32_t other = nodes_.reading().mention_at[discourse.token(mention.head).head];
  if (other == kNone || other >= m || nodes_.mention(other).entity == kNone ||
      (nodes_.mention(other).plural && nodes_.mention(other).kind != MentionKind::name))
    return false;
  const std::uint32_t node = nodes_.mention(other).entity;
  const bool person = nodes_.is_class(node, "Person"), wanted = mention.cls == "Person";
  const std::string cls = nodes_.class_of(node);  // "Doctors of the Sea, an aid group", "Kelso, a company"
  const bool group = nodes_.at(node).named && (cls == "Collective" || cls.empty() || cls == "Entity") &&
                     is_kind_of_group(discourse.lemma(mention.head));
  if (mention.cls.empty() || (person != wanted && !nodes_.is_class(node, "Country")) ||
      !(person || group || is_body(node)))
    return false;
  if (!person &&
      one_of(mention.cls, {"Meeting", "Crisis", "Resource", "Concept", "Communication", "Agreement", "City"}))
    return false;
  return tie(m, other, "apposition");
}

// "regards X as a terrorist group": X.
bool Coref::link_predicate(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::uint32_t as = discourse.token(mention.head).head;
  if (discourse.token(mention.head).dep != "pobj" || discourse.lower(as) != "as" || mention.plural)
    return false;
  const std::uint32_t verb = discourse.token(as).head;
  const bool made =
      mention.cls == "Person" &&
      one_of(discourse.lemma(verb), {"elect", "appoint", "name", "nominate", "choose", "install", "confirm"});
  if (!made && !one_of(discourse.lemma(verb), {"see", "regard", "view", "consider", "describe", "designate",
                                               "brand", "label", "treat", "list", "classify", "denounce",
                                               "condemn", "portray", "depict", "blacklist"}))
    return false;
  const std::uint32_t object = discourse.child(verb, {"dobj", "nsubjpass"});
  const std::uint32_t other = object == kNone ? kNone : nodes_.reading().mention_at[object];
  if (other == kNone || other >= m || nodes_.mention(other).kind == MentionKind::pronoun) return false;
  const std::uint32_t node = nodes_.mention(other).entity;
  if (made && node != kNone && nodes_.is_class(node, "Person")) return tie(m, other, "what he is made");
  return node != kNone && is_body(node) && !nodes_.is_class(node, "Country") &&
         is_kind_of_group(discourse.lemma(mention.head)) && tie(m, other, "what it is called");
}

// "the newspaper X", "the Fano militia": the name that stands right behind or before the word for its kind.
bool Coref::link_name_beside(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& head = discourse.lemma(mention.head);
  const bool body =  // "its Russian counterpart, Roscosmos"
      one_of(head, {"mission", "force", "party", "front", "coalition", "council", "junta", "counterpart"});
  if (!mention.definite || !(body || is_kind_of_group(head))) return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    const std::uint32_t other = nodes_.reading().mention_at[child];
    if (other == kNone || other == m || nodes_.mention(other).kind != MentionKind::name) continue;
    const Mention& name = nodes_.mention(other);
    const bool behind = discourse.token(child).dep == "appos" && name.begin > mention.head;
    const bool before = !body && one_of(discourse.token(child).dep, {"compound", "nmod"}) &&
                        name.end == mention.head && name.candidates.size() < 2;
    if ((!behind && !before) || name.entity == kNone || nodes_.is_class(name.entity, "Person")) continue;
    if (nodes_.is_class(name.entity, "Place") || nodes_.is_class(name.entity, "Country") ||
        (before && nodes_.is_class(name.entity, "InternationalOrganization")) ||
        nodes_.is_class(name.entity, "Population") ||
        (before && nodes_.is_class(name.entity, "GovernmentBody")))
      continue;
    if (mention.plural && behind && discourse.child(child, {"conj"}) != kNone) return link_list_behind(m);
    return tie(m, other, "the name beside it");
  }
  return false;
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

// "the country", "our country", "the neighbouring country".
// "Brazil's president": the country or body of the office that a mention names, or kNone.
std::uint32_t Coref::office_body(std::uint32_t m) const {
  const std::uint32_t in = m == kNone ? kNone : nodes_.mention(m).office_in;
  return in == kNone ? kNone : nodes_.mention(in).entity;
}

bool Coref::link_country(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const bool government = discourse.lemma(mention.head) == "government";  // "his government", not any other
  if ((!is_country_word(discourse.lemma(mention.head)) && !government) || mention.plural) return false;
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
    const bool whose = government && discourse.lower(child) == "whose";
    if (!whose && !one_of(discourse.lower(child), {"his", "her"})) continue;
    const std::uint32_t pronoun = nodes_.reading().mention_at[child];
    const std::uint32_t person = pronoun == kNone ? kNone : nodes_.mention(pronoun).entity;
    if (whose && (person == kNone || !nodes_.is_class(person, "Person"))) continue;
    std::uint32_t body = person == kNone ? kNone : own_side_.body_of_person(person);
    if (body == kNone && person != kNone) body = office_body(nodes_.mention(pronoun).antecedent);
    const std::uint32_t country =
        body != kNone && nodes_.is_class(body, "Country") ? body : own_side_.main_country();
    if (country != kNone) nodes_.assign(m, country, "the country of the person");
    return country != kNone;
  }
  if (government) return false;
  const bool other = mention.name.rfind("neighbo", 0) == 0;
  const std::uint32_t subject = discourse.clause_subject(mention.head);
  const std::uint32_t subject_m = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  const std::uint32_t subject_node = subject_m == kNone ? kNone : nodes_.mention(subject_m).entity;
  const bool acted_in =
      subject_node != kNone && subject_m != m && nodes_.is_class(subject_node, "Country") &&
      !discourse.is_subject(mention.head);  // "France has troops in the country": not in France
  const std::uint32_t main =
      other || (acted_in && own_side_.main_country() == subject_node) ? kNone : own_side_.main_country();
  if (main != kNone &&
      tie(m, antecedent(m, kCountryReach, [&](std::uint32_t node, const Mention&) { return node == main; }),
          "the text's country")) {
    return true;
  }
  const auto fits = [&](std::uint32_t node, const Mention&) {
    return nodes_.is_class(node, "Country") && !((other || acted_in) && node == subject_node);
  };
  return tie(m, antecedent(m, acted_in ? 8 : 4, fits), "the country named last");
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
    if (office != plain && (!is_short_form(plain, office) || is_of_deputy(office))) continue;
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
  return link_same_head(m, false) || link_same_head(m, true);
}

// "46,000 soldiers", but not "two miners".
bool Coref::is_great_number(const Mention& mention) const {
  for (std::uint32_t t = mention.begin; t < mention.head; ++t) {
    const std::string& word = nodes_.discourse().lower(t);
    if (one_of(word, {"hundred", "hundreds", "thousand", "thousands", "million", "millions"})) return true;
    if (std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) > 3) return true;
  }
  return false;
}

// "the government's spokesman ... his spokesman": another's.
bool Coref::is_of_another_owner(std::uint32_t m, const Mention& candidate) const {
  const std::uint32_t token = nodes_.discourse().child(nodes_.mention(m).head, {"poss"});
  const std::uint32_t owner = token == kNone ? kNone : nodes_.reading().mention_at[token];
  const std::uint32_t mine = owner == kNone ? kNone : nodes_.mention(owner).entity;
  const std::uint32_t in = candidate.office_in;
  const std::uint32_t theirs = in == kNone ? kNone : nodes_.mention(in).entity;
  return mine != kNone && theirs != kNone && mine != theirs;
}

// by_core: by the word in front of "of" or "for", for which there was no nearer reading: "Association for
// Rural Women ... the association".
bool Coref::link_same_head(std::uint32_t m, bool by_core) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  const std::string& head = discourse.lemma(mention.head);
  const std::vector<std::string> words = words_of_mention(m);
  std::uint32_t counted = kNone;
  for (std::uint32_t c = m; c > 0 && m - c < kReach; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (candidate.entity == kNone || candidate.kind == MentionKind::pronoun || candidate.end > mention.begin)
      continue;
    const std::vector<std::string>& other = words_of_mention(c - 1);
    if (other.empty()) continue;
    const bool name_end = candidate.kind == MentionKind::name && candidate.end - candidate.begin > 1 &&
                          (by_core ? core_end(other) : other.back()) == words.back();
    const bool title = nodes_.reading().sentences[discourse.sentence_of(candidate.head)].heading &&
                       is_kind_of_group(head);  // what "rebels" of a headline are the text tells
    const bool same = !by_core && !title && candidate.kind != MentionKind::name &&
                      discourse.lemma(candidate.head) == head && candidate.plural == mention.plural;
    if ((!name_end && !same) || is_of_another_owner(m, candidate)) continue;
    const bool state = one_of(head, {"army", "military", "navy"});  // the state's, not the "Liberation Army"
    if (name_end && ((state && nodes_.is_class(candidate.entity, "ArmedGroup")) ||
                     nodes_.is_class(candidate.entity, "Person") ||
                     !may_agree(mention.cls, nodes_.class_of(candidate.entity))))
      continue;
    const bool contained = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(other.begin(), other.end(), word) != other.end();
    });
    if (!contained || (is_of_deputy(candidate.office) && !is_of_deputy(mention.office))) continue;
    const bool few =
        candidate.kind == MentionKind::counted_group && nodes_.at(candidate.entity).mentions == 1;
    if (few && is_great_number(candidate)) continue;  // "once had 46,000 soldiers ... thanked the soldiers"
    if (!few) return tie(m, c - 1, "the same head noun before");
    if (counted == kNone) counted = c - 1;  // "two miners", unless "the miners" were spoken of before
  }
  return tie(m, counted, "the same head noun before");
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

}  // namespace entente::resolve
