// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_parties.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

class PartyMender : TreeEditor {
 public:
  explicit PartyMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      if (token(at).dep == "pobj") hang_agent(at);
      if (one_of(token(at).dep, {"nmod", "compound"})) part_from_sum(at);
      if (one_of(token(at).dep, {"nmod", "compound"})) part_from_gift(at);
      if (token(at).dep == "appos") hang_target_on_act(at);
      if (token(at).dep == "relcl") hang_asked_act(at);
      if (token(at).lemma == "responsibility") part_from_claim(at);
      if (token(at).dep == "amod") raise_verb(at);
      if (token(at).dep == "dobj") free_hostages(at);
      if (token(at).lemma == "basis" && token(at).tag == "NNS") token(at).lemma = "base";  // "rebel bases"
    }
  }

 private:
  // "were ordered to leave by the police"; not "to leave by Friday", "by the bridge".
  void hang_agent(std::uint32_t agent) {
    const std::uint32_t by = token(agent).head, act = token(by).head, verb = token(act).head;
    if (lower_text(analysis_, by) != "by" || token(act).dep != "xcomp" || token(act).tag != "VB" ||
        verb >= act || has_child(act, {"auxpass"}))
      return;
    if (!has_child(verb, {"nsubjpass"}) || has_child(verb, {"agent"})) return;
    if (!one_of(token(verb).lemma,
                {"order",  "tell",  "ask",    "urge",     "force",      "instruct",  "compel",
                 "invite", "allow", "permit", "require",  "oblige",     "request",   "persuade",
                 "advise", "warn",  "forbid", "pressure", "pressurise", "encourage", "sentence"}))
      return;
    const std::uint32_t deed = child(act, {"dobj"});
    if (deed != kNone && is_ruling(token(deed).lemma)) return;  // "to overturn a ruling by X"
    const bool named = one_of(token(agent).ent_type, {"ORG", "PERSON", "GPE", "NORP"});
    const bool somebody = named || (token(agent).tag.starts_with("NN") && is_actor(agent));
    if (somebody) hang(by, verb, "agent");
  }

  [[nodiscard]] bool is_actor(std::uint32_t noun) const {
    return one_of(token(noun).lemma,
                  {"police",     "officer",  "soldier",   "army",     "troop",     "court",     "judge",
                   "government", "official", "authority", "ministry", "minister",  "president", "parliament",
                   "party",      "leader",   "rebel",     "gunman",   "militant",  "military",  "commander",
                   "office",     "company",  "union",     "agency",   "regulator", "tribunal",  "magistrate",
                   "council",    "mayor",    "governor",  "group",    "man"});
  }

  // "lend Kenya 20 million dollars": a name in front of a number is no part of the sum.
  void part_from_sum(std::uint32_t receiver) {
    const std::uint32_t sum = token(receiver).head, next = receiver + 1;
    if (sum <= next || token(sum).dep != "dobj" || token(next).tag != "CD" || branch_of(next, sum) == sum)
      return;
    const std::uint32_t verb = token(sum).head;
    if (verb >= receiver || !one_of(token(receiver).tag, {"NNP", "NNPS"})) return;
    if (!one_of(token(verb).lemma, {"lend", "give", "grant", "pay", "send", "offer", "award", "owe", "loan",
                                    "promise", "sell", "hand", "pledge", "supply", "allot", "fine", "cost"}))
      return;
    for (const std::uint32_t each : children_.of(sum))
      if (each < receiver) token(each).head = receiver;
    hang(receiver, verb, "dative");
  }

  // "granted X political asylum", "gave the police support": who stands before the thing gets it.
  void part_from_gift(std::uint32_t receiver) {
    const std::uint32_t gift = token(receiver).head, verb = token(gift).head;
    if (gift <= receiver || token(gift).dep != "dobj" || verb >= receiver || has_child(verb, {"dative"}) ||
        !one_of(token(gift).tag, {"NN", "NNS"}) || is_actor(gift) || has_child(gift, {"nummod", "poss"}))
      return;
    if (!one_of(token(verb).lemma, {"give", "grant", "offer", "award", "promise", "refuse", "deny"})) return;
    const bool named = token(receiver).tag == "NNP" && !has_child(gift, {"det"}) &&
                       one_of(token(receiver).ent_type, {"PERSON", "GPE", "ORG"});
    const bool people = token(receiver).tag == "NN" && has_child(gift, {"det"}) && is_actor(receiver);
    if (!named && !people) return;
    for (std::uint32_t each = receiver + 1; each < gift; ++each)
      if (token(each).head != gift || token(each).dep != "amod") return;
    for (const std::uint32_t above : {gift, verb})
      for (const std::uint32_t each : children_.of(above))
        if (each > gift && one_of(lower_text(analysis_, each), {"to", "about"}) && token(each).dep != "xcomp")
          return;
    for (const std::uint32_t each : children_.of(gift))
      if (each < receiver) token(each).head = receiver;
    hang(receiver, verb, "dative");
  }

  // "An attack for which X claimed responsibility killed ten": the attack killed.
  void part_from_claim(std::uint32_t responsibility) {
    const std::uint32_t harm = responsibility + 1;
    if (harm >= analysis_.tokens.size() || !one_of(token(harm).tag, {"VBD", "VBN"}) ||
        has_child(harm, {"aux", "auxpass", "agent"}))
      return;
    const bool joined = token(harm).head == responsibility || token(responsibility).head == harm;
    const std::uint32_t claim =
        token(responsibility).head == harm ? token(harm).head : token(responsibility).head;
    if (!joined || claim >= responsibility || token(claim).dep != "relcl") return;
    std::uint32_t act = token(claim).head;
    while (token(act).dep == "pobj" && token(token(act).head).head < act) act = token(token(act).head).head;
    if (token(act).head != act || !token(act).tag.starts_with("NN")) return;
    hang(responsibility, claim, "dobj");
    hang(harm, harm, "ROOT");
    token(harm).tag = "VBD";
    hang(act, harm, "nsubj");
  }

  // "General X | ousted President Y": a verb with a subject of its own is no adjective.
  void raise_verb(std::uint32_t verb) {
    const std::uint32_t noun = token(verb).head, subject = child(verb, {"nsubj"});
    if (token(verb).tag != "VBD" || subject == kNone || subject > verb || noun < verb ||
        token(noun).head != noun)
      return;
    hang(verb, verb, "ROOT");
    hang(noun, verb, "dobj");
  }

  // "Three journalists held hostage (by rebels) have been freed": they are held, and freed.
  void free_hostages(std::uint32_t hostage) {
    const std::uint32_t held = token(hostage).head;
    if (held + 1 != hostage || !one_of(token(hostage).lemma, {"hostage", "captive", "prisoner"}) ||
        !one_of(token(held).lemma, {"hold", "take", "keep"}) || !one_of(token(held).tag, {"VBD", "VBN"}))
      return;
    if (token(held).dep == "acl") {
      token(hostage).dep = "oprd";
      return;
    }
    const std::uint32_t people = child(held, {"nsubj"});
    if (people == kNone || token(held).head != held || has_child(held, {"cc", "aux"})) return;
    for (const std::uint32_t freed : children_.of(held)) {
      if (freed < hostage || !one_of(token(freed).dep, {"conj", "advcl", "ccomp"}) ||
          !has_child(freed, {"auxpass"}) || has_child(freed, {"nsubj", "nsubjpass"}))
        continue;
      hang(freed, freed, "ROOT");
      hang(people, freed, "nsubjpass");
      hang(held, people, "acl");
      token(held).tag = "VBN";
      token(hostage).dep = "oprd";
      return;
    }
  }

  // "the contract that she pressed X to sign": X is pressed to sign it.
  void hang_asked_act(std::uint32_t act) {
    const std::uint32_t thing = token(act).head;
    if (token(act).tag != "VB" || act < 2 || lower_text(analysis_, act - 1) != "to" ||
        has_child(act, {"nsubj", "nsubjpass"}))
      return;
    for (const std::uint32_t asked : children_.of(thing)) {
      if (asked >= act || token(asked).dep != "relcl" || !has_child(asked, {"nsubj"})) continue;
      const std::uint32_t whom = child(asked, {"dobj"});
      if (whom != kNone && ranges_[whom].end + 1 == act) hang(act, asked, "xcomp");
    }
  }

  // "attacks by the group X on Y".
  void hang_target_on_act(std::uint32_t name) {
    const std::uint32_t group = token(name).head, by = token(group).head, act = token(by).head;
    if (token(group).dep != "pobj" || lower_text(analysis_, by) != "by" || act >= by ||
        !token(act).tag.starts_with("NN"))
      return;
    for (const std::uint32_t each : children_.of(name))
      if (each > name && token(each).dep == "prep" &&
          one_of(lower_text(analysis_, each), {"on", "against", "into", "upon"}))
        token(each).head = act;
  }
};

}  // namespace

void mend_parties(nlp::Analysis& analysis) {
  PartyMender(analysis).mend();
}

}  // namespace entente::extract
