// SPDX-License-Identifier: Apache-2.0
#include "extract/structure.hpp"

#include <algorithm>
#include <cctype>

#include "base/utf8.hpp"
#include "extract/ties.hpp"

namespace entente::extract {
namespace {

/// Reads the structural ties of one mention after the other.
class StructureReader : Ties {
 public:
  using Ties::Ties;

  void read(std::uint32_t mention) {
    const Mention& found = context_.reading.mentions[mention];
    if (context_.slots.entities_of(mention).empty() || found.kind == MentionKind::pronoun) return;
    read_title(mention);
    read_master(mention);
    read_body_of_members(mention);
    const bool agent = is(mention, "Agent") && !is(mention, "Country");
    if (agent) read_owner(mention);
    read_place(mention);
    read_place_after_comma(mention);
    read_country_of_place(mention);
    read_employer(mention);
    read_body_behind(mention);
    read_origin(mention);
  }

  // "In Ramadi, there was a demonstration": where something happens, in front of the clause.
  void read_there_is(std::uint32_t verb) {
    const Syntax& syntax = context_.syntax;
    const std::uint32_t what = syntax.child(verb, {"attr", "nsubj"});
    if (what == kNone || syntax.child(verb, {"expl"}) == kNone || syntax.child(verb, {"neg"}) != kNone)
      return;
    const std::uint32_t event = context_.slots.mention_of(what);
    if (event == kNone) return;
    const bool nobody = is(event, "Collective") && is_denied(event);  // "There are no prisoners in X"
    if (!nobody && !is(event, "Meeting") && !is(event, "Crisis")) return;
    Tokens places = context_.roles.preposition(verb, "in").tokens;
    if (places.empty() && is_denied(event)) places = context_.roles.preposition(what, "in").tokens;
    for (const std::uint32_t token : places) {
      const std::uint32_t place = context_.slots.mention_of(token);
      if (place != kNone && is(place, "Place") &&
          tie("locatedIn", "place/there", event, place, Step::nominal) && is_denied(event))
        drafts_.back().claim.negated = true;
    }
  }

 private:
  // "There is no famine in X", "has no troops in X".
  bool is_denied(std::uint32_t mention) const {
    return context_.syntax.has_child_word(mention_at(mention).head, {"no"});
  }

  // The noun of an office, singular: "official" of "senior officials of X".
  std::string head_word(const std::string& office) const {
    std::string word, last;
    for (const char letter : office + " ") {
      if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        continue;
      }
      if (word == "of" || word == "for" || word == "at" || word == "in") break;
      if (!word.empty()) last = word;
      word.clear();
    }
    if (last.size() > 3 && last.ends_with('s')) last.pop_back();
    return last;
  }

  [[nodiscard]] bool is_said_of_another(const Mention& person) const {
    if (person.kind != MentionKind::nominal) return false;
    return context_.syntax.is(person.head, {"attr", "oprd"}) ||
           (context_.syntax.is(person.head, {"pobj"}) &&
            context_.syntax.lower(context_.syntax.head(person.head)) == "as");  // "was sworn in as"
  }

  void read_title(std::uint32_t mention) {
    const Mention& person = mention_at(mention);
    if (person.office.empty() || person.office_in == kNone) return;
    if (is_said_of_another(person)) return;  // "X became director of Y": read as a predicate
    const std::string word = head_word(person.office);
    const bool sent = one_of(word, {"ambassador", "attaché", "attache", "envoy", "consul", "representative"});
    if (sent && person.kind != MentionKind::name) return;  // "recalled its ambassador" tells of no one
    if (context_.frames.in_list("FounderNoun", word)) {
      tie("established", "title/founder", mention, person.office_in, Step::direct, person.office);
    } else if (context_.frames.in_list("AffiliationNoun", word) && !is_named(person)) {
      return;  // "Egyptian prosecutors": the tie says nothing new
    } else if (context_.frames.in_list("AffiliationNoun", word) ||
               is(person.office_in, "Person") ||  // "his deputy"
               is_opposed(person)) {
      tie("affiliatedWith", "title/affiliation", mention, person.office_in, Step::direct, person.office);
    } else {
      tie("holdsOfficeIn", "title/office", mention, person.office_in, Step::direct, person.office);
    }
  }

  // A name, or a phrase beside one: "X, mediator of the talks".
  [[nodiscard]] bool is_named(const Mention& person) const {
    return person.kind == MentionKind::name ||
           (person.antecedent != kNone && mention_at(person.antecedent).kind == MentionKind::name);
  }

  // "Habré's defence minister, X", "Musa's adviser Y": the man of the one who is named.
  void read_master(std::uint32_t mention) {
    const Mention& person = mention_at(mention);
    const bool beside = context_.syntax.is(person.head, {"appos"});
    if (!beside || person.kind != MentionKind::name || person.office.empty() || !is(mention, "Person"))
      return;
    for (const std::uint32_t token : context_.roles.possessor(context_.syntax.head(person.head)).tokens) {
      const std::uint32_t master = context_.reading.mention_at[token];
      if (master != kNone && mention_at(master).kind == MentionKind::name && is(master, "Person"))
        tie("affiliatedWith", "title/master", mention, master, Step::direct, person.office);
    }
  }

  // "Zimbabwe's opposition leader X", "the rebel commander X": of the country, but not its head.
  [[nodiscard]] bool is_opposed(const Mention& person) const {
    if (!is(person.office_in, "Country")) return false;
    const std::string first = utf8::lower(person.office.substr(0, person.office.find(' ')));
    return is_opposition(first);
  }

  // "Hamas fighters", "analysts at the World Bank", "Taliban commanders": the body that they are of.
  void read_body_of_members(std::uint32_t mention) {
    const Mention& group = mention_at(mention);
    if (group.kind != MentionKind::nominal && group.kind != MentionKind::counted_group) return;
    if (is_said_of_another(group) || !group.members.empty()) return;
    const std::string_view noun = context_.syntax.lemma(group.head);
    const bool chiefs = context_.frames.in_list("ChiefNoun", noun);
    if (!chiefs && !context_.frames.in_list("MemberNoun", noun)) return;
    const std::uint32_t body = body_of(group);
    if (body == kNone || body == mention || !is(body, "Organization")) return;
    const bool head = chiefs && is(mention, "Person");
    tie(head ? "holdsOfficeIn" : "memberOf", head ? "members/chief" : "members/body", mention, body,
        Step::nominal);
  }

  // "Kenya's Ministry of Health", "the Dutch Red Cross", "Jordan's Zarqawi".
  void read_owner(std::uint32_t mention) {
    const Mention& found = mention_at(mention);
    std::vector<std::uint32_t> owners;
    for (const std::uint32_t token : context_.roles.possessor(found.head).tokens) add_owner(token, owners);
    const bool group = !is(mention, "Person") || found.kind == MentionKind::nominal;
    if (group && owners.empty())
      for (const std::uint32_t token : context_.roles.preposition(found.head, "of").tokens)
        add_owner(token, owners);
    if (is(mention, "Organization") &&
        context_.frames.in_list("FollowingNoun", context_.syntax.lemma(found.head)))
      read_leader(mention);
    const bool organ = is(mention, "GovernmentBody") && !found.plural &&
                       one_of(context_.syntax.lemma(found.head),
                              {"army", "navy", "military", "parliament", "senate", "ministry", "police"});
    if (found.kind != MentionKind::name && !organ)
      return;  // of descriptions ("Iraqi lawmakers") the tie says nothing new
    if (owners.empty()) add_country_of_name(mention, owners);
    for (const std::uint32_t owner : owners) {
      if (owner == found.office_in || is_sent_to(mention_at(owner), found)) continue;
      if (found.begin > 0 && context_.syntax.lower(found.begin - 1) == "-") continue;  // "Afghan-NATO troops"
      const bool body = is(mention, "Organization");
      const bool leads = !body && is_leading(found.entity, mention_at(owner).entity);
      tie(body    ? "partOf"
          : leads ? "holdsOfficeIn"
                  : "affiliatedWith",
          body    ? "owner/organ"
          : leads ? "owner/leader"
                  : "owner/member",
          mention, owner, Step::nominal);
    }
  }

  // "Venezuela's Hugo Chávez": the tables have him lead it on the day of the text.
  [[nodiscard]] bool is_leading(std::uint32_t person, std::uint32_t country) const {
    if (person == kNone || country == kNone || context_.reading.date.empty()) return false;
    const auto& entities = context_.reading.entities;
    const auto& offices = context_.gazetteer.offices();
    return std::any_of(offices.begin(), offices.end(), [&](const ontology::Office& office) {
      return office.person == entities[person].id && office.country == entities[country].id &&
             office.first_seen <= context_.reading.date && context_.reading.date <= office.last_seen;
    });
  }

  // "ambassador to Kenya X": X is not of Kenya.
  [[nodiscard]] bool is_sent_to(const Mention& country, const Mention& person) const {
    return country.end == person.begin && country.begin > 0 &&
           one_of(context_.syntax.lower(country.begin - 1), {"to", "for"});
  }

  // "the Chilean capital of X", "Kenya's second city, X", "the West Bank town of X": where the place lies.
  void read_country_of_place(std::uint32_t mention) {
    const Mention& phrase = mention_at(mention);
    if (phrase.kind == MentionKind::name || !(is(mention, "City") || is(mention, "Region"))) return;
    std::uint32_t named = phrase.antecedent == kNone ? kNone : mention;
    const std::uint32_t beside = context_.syntax.child(phrase.head, {"appos"});
    if (named == kNone && beside != kNone) named = context_.reading.mention_at[beside];
    Tokens around = context_.roles.possessor(phrase.head).tokens;
    if (context_.syntax.lemma(phrase.head) == "capital" && context_.syntax.is(phrase.head, {"appos"})) {
      named = context_.reading.mention_at[context_.syntax.head(phrase.head)];  // "X, the capital of Y"
      add_once(around, context_.roles.preposition(phrase.head, "of").tokens);
    }
    if (named == kNone || !is(named, "Place") || is(named, "Country")) return;
    for (const std::uint32_t token : around) {
      const std::uint32_t wider = context_.reading.mention_at[token];
      if (wider != kNone && wider != named && (is(wider, "Country") || is(wider, "Region")))
        tie("locatedIn", "place/owner", named, wider, Step::nominal);
    }
  }

  // "X, a corporal in the army", "X, editor at Y": of that body; not "X, a critic of Y".
  void read_employer(std::uint32_t mention) {
    const Mention& phrase = mention_at(mention);
    const Syntax& syntax = context_.syntax;
    if (phrase.kind != MentionKind::nominal || phrase.plural || !phrase.office.empty()) return;
    if (!syntax.is(phrase.head, {"appos"}) || syntax.tag(phrase.head) != "NN" ||
        one_of(syntax.lemma(phrase.head), {"critic", "opponent", "rival", "enemy", "foe", "victim"}))
      return;
    const std::uint32_t person = context_.reading.mention_at[syntax.head(phrase.head)];
    if (person == kNone || !is(person, "Person") || mention_at(person).kind != MentionKind::name) return;
    for (const std::string_view word : {"in", "at", "for", "with", "of", "from"}) {
      for (const std::uint32_t token : context_.roles.preposition(phrase.head, word).tokens) {
        const std::uint32_t body = context_.slots.mention_of(token);
        if (body == kNone || !(is(body, "Organization") || is(body, "Country"))) continue;
        tie("affiliatedWith", "beside/member", person, body, Step::described);
      }
    }
    for (const std::uint32_t top : context_.roles.preposition(phrase.head, "at").tokens) {
      if (!one_of(syntax.lower(top), {"head", "helm"})) continue;  // "X, the cleric at the head of Y"
      for (const std::uint32_t token : context_.roles.preposition(top, "of").tokens) {
        const std::uint32_t beside = syntax.child(token, {"appos"});
        const std::uint32_t body = context_.slots.mention_of(beside == kNone ? token : beside);
        if (body != kNone && is(body, "Organization"))
          tie("holdsOfficeIn", "beside/head", person, body, Step::described);
      }
    }
  }

  // "X of the World Bank", "X, a Labour MP": the body that stands behind a person's name.
  void read_body_behind(std::uint32_t mention) {
    const Mention& person = mention_at(mention);
    const Syntax& syntax = context_.syntax;
    const bool titled = !person.office.empty() && person.office_in != kNone;
    if (person.kind != MentionKind::name || titled || !is(mention, "Person")) return;
    for (const std::uint32_t each : syntax.children(person.head)) {
      std::vector<std::uint32_t> tokens;
      const std::uint32_t object = syntax.is(each, {"prep"}) ? syntax.child(each, {"pobj"}) : kNone;
      if (object != kNone && each == person.end && one_of(syntax.lower(each), {"of", "from"}))
        tokens.push_back(object);
      if (syntax.is(each, {"appos"}) && context_.frames.in_list("AffiliationNoun", syntax.lower(each)))
        for (const std::uint32_t before : syntax.children(each))
          if (syntax.is(before, {"compound", "nmod"})) tokens.push_back(before);
      for (const std::uint32_t token : tokens) {
        const std::uint32_t body = context_.reading.mention_at[token];
        if (body != kNone && body != mention && is(body, "Organization") &&
            mention_at(body).kind == MentionKind::name)
          tie("affiliatedWith", "beside/body", mention, body, Step::described);
      }
    }
  }

  // "X is a Jordanian", "Y, a Kenyan, ...": somebody's country.
  void read_origin(std::uint32_t mention) {
    const Mention& origin = mention_at(mention);
    const Syntax& syntax = context_.syntax;
    if (origin.kind != MentionKind::name || !is(mention, "Country")) return;
    const bool article = syntax.has_child_word(origin.head, {"a", "an"});
    const bool adjective = syntax.tag(origin.head) == "JJ" && syntax.is(origin.head, {"acomp"});
    const bool noun = article && syntax.is(origin.head, {"attr", "appos"}) && syntax.tag(origin.head) != "JJ";
    if (!adjective && !noun) return;
    const std::uint32_t above = syntax.head(origin.head);
    const Tokens bearers =
        syntax.is(origin.head, {"appos"}) ? Tokens{above} : context_.roles.subject(above).tokens;
    for (const std::uint32_t token : bearers) {
      const std::uint32_t person = context_.slots.mention_of(token);
      if (person != kNone && person != mention && is(person, "Person"))
        tie("affiliatedWith", "origin/described", person, mention, Step::described);
    }
  }

  // "Allawi's government", "the Sadr movement": its head.
  void read_leader(std::uint32_t mention) {
    const std::uint32_t body = mention_at(mention).head, by = context_.syntax.child(body, {"poss"});
    const bool own = by != kNone && context_.syntax.tag(by).ends_with("P$") &&  // "his party", "whose party"
                     context_.syntax.lemma(body) == "party";
    Tokens owners = context_.roles.possessor(body).tokens;
    add_once(owners, context_.roles.preposition(body, "of").tokens);  // "the government of X"
    for (const std::uint32_t token : owners) {
      const std::uint32_t person = context_.reading.mention_at[token];
      const bool plain = person != kNone && context_.syntax.is(token, {"compound", "nmod", "amod"});
      if (!is(person, "Person") || (plain && !is_known_by_itself(mention_at(person)))) continue;
      tie(own ? "affiliatedWith" : "holdsOfficeIn", own ? "owner/member" : "owner/leader", person, mention,
          Step::nominal);
    }
  }

  // "the Yemeni Foreign Ministry" as one name: some mention of the country or body that it begins with.
  void add_country_of_name(std::uint32_t mention, std::vector<std::uint32_t>& owners) const {
    const Mention& found = mention_at(mention);
    if (found.kind != MentionKind::name || !is(mention, "Organization")) return;
    const bool state = is(mention, "GovernmentBody");
    for (std::uint32_t end = found.begin + 1; end < found.end && end < found.begin + 4; ++end) {
      const std::string key = ontology::name_key(original_words(context_.reading, found.begin, end));
      for (const ontology::NameEntry& entry : context_.gazetteer.names(key)) {
        const std::string& id = context_.gazetteer.entities()[entry.entity].id;
        for (std::uint32_t index = 0; index < context_.reading.mentions.size(); ++index) {
          const std::uint32_t entity = mention_at(index).entity;
          if (entity == kNone || entity == found.entity || context_.reading.entities[entity].id != id)
            continue;
          if (!(state && is(index, "Country")) && !is(index, "InternationalOrganization")) continue;
          owners.push_back(index);
          return;
        }
      }
    }
  }

  void add_owner(std::uint32_t token, std::vector<std::uint32_t>& owners) const {
    const std::uint32_t owner = context_.reading.mention_at[token];
    if (owner == kNone) return;
    if (mention_at(owner).kind == MentionKind::pronoun &&
        !(context_.syntax.lower(token) == "its" && is(owner, "Country")))
      return;
    if (is(owner, "Country") || is(owner, "Organization")) owners.push_back(owner);
  }

  // "the embassy in Dakar", "US troops in Iraq", "protests in Santiago".
  void read_place(std::uint32_t mention) {
    const Mention& found = mention_at(mention);
    if (context_.syntax.child(found.head, {"prep"}) == kNone) return;
    const bool event = is(mention, "Meeting") || is(mention, "Crisis") || is(mention, "HealthThreat");
    const bool rules = one_of(context_.syntax.lemma(found.head), {"government", "authority", "authorities"});
    const bool body =
        is(mention, "Facility") || is(mention, "Initiative") || (is(mention, "Organization") && !rules);
    if (is(mention, "Resource") || is(mention, "Concept") || is_denied(mention)) return;
    if (found.kind == MentionKind::name && is(mention, "InternationalOrganization"))
      return;  // "the UN in Rome"
    const bool owner = context_.syntax.is(found.head, {"pobj"}) &&
                       context_.syntax.lower(context_.syntax.head(found.head)) == "of";
    if (owner && is(mention, "Person")) return;  // "the government of X in Y"
    const bool present = context_.frames.in_list("PresentNoun", context_.syntax.lemma(found.head));
    if (!event && !body && !present && found.kind != MentionKind::name) return;  // "officials in X"
    const std::uint32_t of = owner ? context_.syntax.head(context_.syntax.head(found.head)) : kNone;
    const std::uint32_t whole = of == kNone ? kNone : context_.slots.mention_of(of);
    const bool held = whole != kNone && is(whole, "Meeting");  // "the congress of the party in X"
    tie_to_places(held ? whole : mention, found.head, event || held);
    if (!is(mention, "Crisis")) return;
    for (const std::uint32_t whom : context_.roles.preposition(found.head, "of").tokens)
      tie_to_places(mention, whom, true);  // "the kidnapping of three teachers in X"
  }

  void tie_to_places(std::uint32_t mention, std::uint32_t head, bool event) {
    for (const std::uint32_t each : context_.syntax.children(head)) {
      if (!context_.syntax.is(each, {"prep"}) || each < head) continue;
      const std::string& word = context_.syntax.lower(each);
      const bool spread =
          event && one_of(word, {"on", "around", "across", "inside", "throughout", "through"});
      if (!spread && !one_of(word, {"in", "at", "near", "outside"})) continue;
      const std::uint32_t object = context_.syntax.child(each, {"pobj"});
      if (object == kNone) continue;
      for (const std::uint32_t token : context_.syntax.coordinated(object)) {
        const std::uint32_t place = context_.slots.mention_of(token);
        if (place != kNone && is(place, "Place")) tie("locatedIn", "place/in", mention, place, Step::nominal);
      }
    }
  }

  // "Santiago, Chile": a place, a comma, and the country or region that it lies in.
  void read_place_after_comma(std::uint32_t mention) {
    if (!is(mention, "Place") || is(mention, "Country") || mention + 1 >= context_.reading.mentions.size())
      return;
    const Mention& found = mention_at(mention);
    const Mention& next = mention_at(mention + 1);
    const bool wider = is(mention + 1, "Country") || is(mention + 1, "Region");
    if (!wider || found.end + 1 != next.begin || context_.syntax.lower(found.end) != ",") return;
    if (next.end < context_.syntax.size() && context_.syntax.lower(next.end) == "-")
      return;  // "in Jos, US-made arms"
    if (context_.syntax.is(next.head, {"nsubj", "nsubjpass"}) &&
        context_.syntax.head(found.head) != next.head)
      return;  // "After a stop in Havana, Mexico sent ...": who acts, with a phrase before
    const bool listed =
        context_.syntax.is(next.head, {"conj"}) || context_.syntax.child(next.head, {"cc", "conj"}) != kNone;
    if (!listed) tie("locatedIn", "place/comma", mention, mention + 1, Step::nominal);
  }
};

}  // namespace

void read_structure(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts) {
  StructureReader reader(context, builder, drafts);
  for (std::uint32_t mention = 0; mention < context.reading.mentions.size(); ++mention) reader.read(mention);
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at)
    if (context.syntax.lemma(at) == "be") reader.read_there_is(at);
}

}  // namespace entente::extract
