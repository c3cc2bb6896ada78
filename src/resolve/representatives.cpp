// SPDX-License-Identifier: Apache-2.0
// People who stand for those who sent them: "the foreign ministers of X and Y", "envoys from X and Y", "its
// troops".
#include <algorithm>

#include "resolve/coref.hpp"
#include "resolve/naming.hpp"

namespace entente::resolve {
namespace {

bool stands_for_state(std::string_view head) {
  return one_of(head, {"minister", "president",  "leader",    "premier",    "chancellor", "government",
                       "head",     "official",   "diplomat",  "delegation", "negotiator", "force",
                       "troop",    "warship",    "authority", "side",       "envoy",      "army",
                       "navy",     "ambassador", "company",   "team",       "neighbour",  "neighbor"});
}

// Those who speak or fight for whoever they come from; not "companies from X and Y", who act for themselves.
bool is_sent(std::string_view head) {
  return one_of(
      head, {"minister", "leader",   "official",    "diplomat",  "delegation",  "negotiator",     "envoy",
             "force",    "troop",    "soldier",     "warship",   "ambassador",  "representative", "mediator",
             "emissary", "delegate", "peacekeeper", "authority", "counterpart", "commander"});
}

// Those who are nothing but the voice of a body.
bool speaks_for_body(std::string_view head) {
  return one_of(head, {"negotiator", "representative", "envoy", "mediator", "delegate", "emissary",
                       "delegation", "representatives", "negotiators", "delegations"});
}

}  // namespace

// "ministers of Foreign Affairs | of Peru": the token behind the second "of" where the first is no country.
std::uint32_t Coref::behind_matter(std::uint32_t token) const {
  const Discourse& discourse = nodes_.discourse();
  const std::uint32_t m = token == kNone ? kNone : nodes_.reading().mention_at[token];
  const std::uint32_t node = m == kNone ? kNone : nodes_.mention(m).entity;
  if (token == kNone || (node != kNone && nodes_.is_class(node, "Country"))) return token;
  const std::uint32_t of = discourse.child(token, {"prep"});
  return of != kNone && discourse.lower(of) == "of" ? discourse.child(of, {"pobj"}) : token;
}

// Whom a phrase names side by side, from its first token on: countries, and with `bodies` organisations, too.
std::vector<std::uint32_t> Coref::sides_from(std::uint32_t token, bool bodies) {
  const Discourse& discourse = nodes_.discourse();
  std::vector<std::uint32_t> found;
  for (int step = 0; token != kNone && step < 8; ++step, token = discourse.child(token, {"conj"})) {
    const std::uint32_t m = nodes_.reading().mention_at[token];
    if (m == kNone) break;
    const bool open = nodes_.mention(m).entity == kNone && nodes_.mention(m).members.empty();
    if (bodies && open && nodes_.mention(m).plural && nodes_.mention(m).kind == MentionKind::nominal)
      link_pair(m);  // "officials from both sides"
    if (!nodes_.mention(m).members.empty()) return nodes_.mention(m).members;
    const std::uint32_t node = nodes_.mention(m).entity;
    if (node == kNone || !(nodes_.is_class(node, "Country") ||
                           (bodies && (is_body(node) || nodes_.is_class(node, "Collective")))))
      break;
    if (std::find(found.begin(), found.end(), node) == found.end()) found.push_back(node);
  }
  return found;
}

std::vector<std::uint32_t> Coref::senders_behind(std::uint32_t m) const {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  std::vector<std::uint32_t> senders;
  if (!mention.plural || mention.kind == MentionKind::pronoun ||
      !speaks_for_body(discourse.lemma(mention.head)))
    return senders;
  const std::uint32_t of = discourse.child(mention.head, {"prep"});
  if (of == kNone || !one_of(discourse.lower(of), {"of", "from", "for"})) return senders;
  std::uint32_t token = discourse.child(of, {"pobj"});
  for (int step = 0; token != kNone && step < 8; ++step, token = discourse.child(token, {"conj"})) {
    const std::uint32_t sender = nodes_.reading().mention_at[token];
    if (sender == kNone) return {};
    senders.push_back(sender);
  }
  if (senders.size() < 2) senders.clear();
  return senders;
}

// "the foreign ministers of Kenya and Ghana", "French and German leaders", "envoys from Togo and Benin": who
// represent several countries stand for them.
bool Coref::link_representatives(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (!mention.plural || mention.kind == MentionKind::counted_group) return false;
  std::string_view head = discourse.lemma(mention.head);
  if (head.size() > 4 && head.back() == 's') head.remove_suffix(1);  // "Ministers" is read as a name
  const bool state = stands_for_state(head), sent = is_sent(head);
  if (!state && !sent) return false;
  const bool neighbours = one_of(head, {"neighbour", "neighbor"});  // "our neighbours in Togo and Benin"
  std::vector<std::uint32_t> countries;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    const std::string& word = discourse.lower(child);
    const bool voice = one_of(word, {"of", "for"}) && speaks_for_body(head);
    const bool from = sent && (word == "from" || voice);
    std::uint32_t token = child;
    if (from || word == (neighbours ? "in" : "of")) token = discourse.child(child, {"pobj"});
    if (!from) token = behind_matter(token);
    for (const std::uint32_t node : sides_from(token, from))
      if (std::find(countries.begin(), countries.end(), node) == countries.end()) countries.push_back(node);
  }
  if (!countries.empty()) return stand_for(m, countries, "the countries that they represent");
  return state && mention.definite && link_same_several(m, head);
}

// "The foreign ministers of X and Y met. The ministers said": the same, when nobody else of the word stands
// between.
bool Coref::link_same_several(std::uint32_t m, std::string_view head) {
  const Discourse& discourse = nodes_.discourse();
  for (const std::uint32_t child : discourse.children(nodes_.mention(m).head))
    if (!one_of(discourse.token(child).dep, {"det"})) return false;
  for (std::uint32_t c = m; c > 0; --c) {
    const Mention& candidate = nodes_.mention(c - 1);
    if (discourse.lemma(candidate.head).substr(0, head.size()) != head || !candidate.plural) continue;
    if (candidate.members.size() > 1) return stand_for(m, candidate.members, "the same several before");
    if (candidate.entity != kNone) return false;
  }
  return false;
}

// "Togo said its troops had killed two men": the country whose they are acts.
bool Coref::link_own_forces(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.kind != MentionKind::nominal || !mention.plural || !discourse.is_subject(mention.head) ||
      !one_of(discourse.lemma(mention.head),
              {"troop", "troops", "force", "forces", "soldier", "warplane", "fighter", "jet", "warship"}))
    return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    if (child > mention.head) return false;  // "its troops in X"
    if (!one_of(discourse.lower(child), {"its", "their"})) continue;
    const std::uint32_t pronoun = nodes_.reading().mention_at[child];
    const std::uint32_t owner = pronoun == kNone ? kNone : nodes_.mention(pronoun).entity;
    if (owner == kNone || !nodes_.is_class(owner, "Country")) return false;
    nodes_.assign(m, owner, "the country whose forces they are");
    return true;
  }
  return false;
}

// "Sudan's neighbour Chad", "its ally Togo": the one that is named right behind.
bool Coref::link_named_ally(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.plural || mention.kind != MentionKind::nominal ||
      !one_of(discourse.lemma(mention.head),
              {"neighbour", "neighbor", "ally", "rival", "foe", "enemy", "partner", "adversary", "patron",
               "backer", "protector", "creditor", "heavyweight", "giant", "newcomer", "powerhouse"}))
    return false;
  for (const std::uint32_t child : discourse.children(mention.head)) {
    const std::uint32_t other = nodes_.reading().mention_at[child];
    const bool apart = other != kNone &&
                       nodes_.mention(other).begin > mention.head + 1 &&  // "its ally in X, Y,"
                       discourse.lower(nodes_.mention(other).begin - 1) == ",";
    if ((child != mention.head + 1 && !apart) || discourse.token(child).dep != "appos") continue;
    const std::uint32_t node = other == kNone ? kNone : nodes_.mention(other).entity;
    if (node != kNone && nodes_.mention(other).kind == MentionKind::name && nodes_.is_class(node, "Agent"))
      return tie(m, other, "the name behind it");
  }
  return false;
}

// "X has become the first country to do it", "X is the only party that did": X.
bool Coref::link_singled_out(std::uint32_t m) {
  const Discourse& discourse = nodes_.discourse();
  const Mention& mention = nodes_.mention(m);
  if (mention.kind != MentionKind::nominal || mention.plural || discourse.token(mention.head).dep != "attr")
    return false;
  const std::uint32_t verb = discourse.token(mention.head).head;
  if (!one_of(discourse.lemma(verb), {"be", "become"}) || discourse.child(verb, {"neg"}) != kNone)
    return false;
  bool single = false;
  for (const std::uint32_t child : discourse.children(mention.head))
    single = single || one_of(discourse.lower(child),
                              {"first", "second", "third", "fourth", "fifth", "only", "latest", "last"});
  const std::uint32_t subject = discourse.child(verb, {"nsubj"});
  const std::uint32_t other = subject == kNone ? kNone : nodes_.reading().mention_at[subject];
  if (!single || other == kNone || other >= m || nodes_.mention(other).plural) return false;
  const std::uint32_t node = nodes_.mention(other).entity;
  if (node == kNone || discourse.child(subject, {"conj"}) != kNone) return false;
  const bool person = nodes_.is_class(node, "Person");
  return (person ? mention.cls == "Person" : is_body(node) && mention.cls != "Person") &&
         tie(m, other, "what it is the first of");
}

}  // namespace entente::resolve
