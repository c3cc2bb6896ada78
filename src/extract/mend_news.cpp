// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_news.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kHighest = 8;  // steps up from a participle to the noun of its clause

class NewsMender : TreeEditor {
 public:
  explicit NewsMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      const std::string_view dep = token(at).dep;
      if (dep == "amod" && token(at).lemma == "dead") free_victim(at);
      if (dep == "dobj") free_receiver(at);
      if (dep == "ccomp" && token(at).tag == "VBN") join_causer(at);
      if (dep == "compound" || dep == "amod") own_act(at);
      if (dep == "pobj" || dep == "npadvmod") free_doer_before_time(at);
      if (dep == "prep") hang_agent(at);
      if (dep == "prep") hang_charge(at);
      if (dep == "prep") hang_victim(at);
      if (token(at).tag == "VBG") hang_claims(at);
      if (dep == "ccomp" && is_noun(token(at).head) && has_child(at, {"mark"}))
        token(at).dep = "acl";  // "evidence that X did it"
      if (dep == "advcl" && token(at).tag == "VBG") hang_harm_on_blamed_act(at);
      if (dep == "ROOT") join_headline_pair(at);
      if (dep == "ROOT") take_first_name(at);
      if (dep == "acl" && token(at).tag == "VBN") raise_act(at);
    }
  }

 private:
  // "shot dead the deputy governor", "shot dead two men"
  void free_victim(std::uint32_t dead) {
    const std::uint32_t victim = token(dead).head, verb = token(victim).head;
    if (verb + 1 == dead && victim > dead && token(verb).lemma == "shoot") hang(dead, verb, "oprd");
  }

  // "handed the club a one-year ban"
  void free_receiver(std::uint32_t receiver) {
    const std::uint32_t verb = token(receiver).head;
    if (has_child(verb, {"dative"}) || receiver < verb) return;
    if (!one_of(token(verb).lemma,
                {"hand", "give", "award", "deal", "serve", "offer", "deny", "grant", "lend", "send", "pay",
                 "owe", "refuse", "allow", "promise", "cost", "bring"}))
      return;
    for (const std::uint32_t each : children_.of(verb)) {
      if (token(each).dep != "dobj" || each <= receiver || !is_noun(each)) continue;
      if (ranges_[each].begin == ranges_[receiver].end) token(receiver).dep = "dative";
    }
  }

  // "the mayor had hawkers arrested" by others whom nobody names; not "X had his car stolen".
  void join_causer(std::uint32_t act) {
    const std::uint32_t have = token(act).head, noun = child(act, {"nsubj", "nsubjpass"});
    if (token(have).lemma != "have" || have > act || noun == kNone || noun < have) return;
    if (has_child(act, {"agent", "aux", "auxpass", "mark", "dobj"}) || has_child(noun, {"poss"})) return;
    if (token(have).dep != "ROOT" && token(have).dep != "xcomp") return;
    const bool root = token(have).head == have;
    const std::uint32_t above = root ? act : token(have).head;
    hang(act, above, token(have).dep);
    for (const std::uint32_t each : children_.of(have))
      if (each != act) token(each).head = act;
    hang(have, act, "aux");
    hang(noun, act, "dobj");
  }

  // "an army offensive", "in police custody", "a rebel attack": whose it is
  void own_act(std::uint32_t doer) {
    const std::uint32_t act = token(doer).head;
    if (act != doer + 1 || has_child(act, {"poss"})) return;
    if (one_of(token(doer).lemma,
               {"police", "army", "navy", "military", "rebel", "militant", "insurgent", "mob", "guerrilla",
                "government", "pirate", "separatist", "gang", "militia"}) &&
        one_of(token(act).lemma, {"custody", "raid", "offensive", "attack", "ambush", "assault", "fire",
                                  "bombardment", "shelling", "crackdown", "airstrike", "detention", "siege",
                                  "blockade", "bombing", "gunfire", "bullet"}))
      token(doer).dep = "poss";
    if (token(doer).dep != "poss") return;
    if (token(doer).lemma != "police" && token(doer).tag == "JJ") token(doer).tag = "NN";
    if (doer > 0 && token(doer - 1).head == act && token(doer - 1).dep == "amod" &&
        token(doer - 1).ent_type == "NORP")
      token(doer - 1).head = doer;  // "Burmese army attacks"
  }

  // "was held by police hours before the rally"
  void free_doer_before_time(std::uint32_t time) {
    const std::uint32_t begin = ranges_[time].begin;
    if (time < 2 || begin == 0 || token(time).tag != "NNS" || lower_text(analysis_, begin - 1) != "by" ||
        !one_of(token(time).lemma, {"minute", "hour", "day", "week", "month", "year"}))
      return;
    const std::uint32_t by = begin - 1, doer = time - 1;
    if (token(doer).head != time || token(doer).dep != "compound") return;
    hang(doer, by, "pobj");
    for (const std::uint32_t each : children_.of(time))
      if (each < doer) token(each).head = doer;
    if (token(time).head == by) hang(time, token(by).head, "npadvmod");
  }

  // "was placed under arrest by police"
  void hang_agent(std::uint32_t by) {
    const std::uint32_t state = token(by).head, under = token(state).head, verb = token(under).head;
    if (lower_text(analysis_, by) != "by") return;
    if (token(state).dep == "dobj" && has_child(under, {"nsubjpass"}) && !has_child(under, {"agent"}) &&
        one_of(token(under).lemma, {"deny", "refuse", "give", "grant", "hand", "award", "offer", "send"}))
      return hang(by, under, "agent");  // "was denied a visa by X"
    if (token(state).dep == "xcomp" && has_child(under, {"auxpass"}) && !has_child(under, {"agent"}) &&
        one_of(token(state).lemma,
               {"resign", "step", "leave", "flee", "quit", "abdicate", "retire", "withdraw"}))
      return hang(by, under, "agent");  // "was forced to resign by X"
    if (token(state).dep != "pobj" || under > state || verb > under) return;
    const bool named = lower_text(analysis_, under) == "as";    // "is listed as a terrorist group by X"
    const bool tried = lower_text(analysis_, under) == "of" &&  // "was cleared of the murder of Y by a court"
                       one_of(token(verb).lemma, {"clear", "acquit", "convict", "absolve", "exonerate"});
    if (!named && !tried &&
        !one_of(token(state).lemma, {"arrest", "detention", "custody", "siege", "surveillance", "quarantine",
                                     "control", "guard", "order", "prison", "jail"}))
      return;
    const bool passive =
        has_child(verb, {"auxpass"}) || (token(verb).tag == "VBN" && !has_child(verb, {"aux"}));
    if (has_child(verb, {"agent"}) || !passive) return;
    hang(by, verb, "agent");
  }

  // "the detention by police, on Monday, of a journalist": the act whose "of" hangs on the verb of the
  // clause.
  [[nodiscard]] std::uint32_t act_by_somebody(std::uint32_t of) const {
    std::uint32_t act = kNone;
    for (const std::uint32_t each : children_.of(token(of).head))
      if (token(each).dep == "dobj" && each < of) act = each;
    if (act == kNone || of == 0 || text(of - 1) != ",") return kNone;
    for (const std::uint32_t each : children_.of(act))
      if (lower_text(analysis_, each) == "by") return act;
    return kNone;
  }

  // "Countering claims that X did it, he said", "left, dismissing reports that X did it": what is countered.
  void hang_claims(std::uint32_t verb) {
    const std::uint32_t claims = verb + 1;
    if (claims >= analysis_.tokens.size() || token(verb).head != claims ||
        !one_of(token(claims).lemma,
                {"claim", "report", "charge", "suggestion", "rumour", "rumor", "allegation"}))
      return;
    const std::uint32_t main = token(claims).head;
    const bool taken_for_verb = one_of(token(verb).dep, {"csubj", "nsubj"}) && main > claims;
    const bool aside = one_of(token(verb).dep, {"compound", "amod"}) && verb > 0 && text(verb - 1) == "," &&
                       token(claims).dep == "dobj";
    if (!taken_for_verb && !aside) return;
    for (const std::uint32_t each : children_.of(claims))
      if (token(each).dep == "ccomp") token(each).dep = "acl";
    token(claims).tag = "NNS";
    token(claims).pos = "NOUN";
    hang(claims, verb, "dobj");
    hang(verb, main, "advcl");
  }

  // "the detention by police of a journalist"
  void hang_victim(std::uint32_t of) {
    if (text(of) != "of") return;
    const std::uint32_t doer = token(of).head, by = token(doer).head;
    std::uint32_t act = token(by).head;
    if (token(doer).dep != "pobj" || lower_text(analysis_, by) != "by" || act > by) act = act_by_somebody(of);
    if (act == kNone) return;
    if (!one_of(token(act).lemma, {"detention", "arrest", "killing", "bombing", "murder", "shooting",
                                   "kidnapping", "abduction", "seizure", "capture", "expulsion", "jailing",
                                   "execution", "torture", "deportation", "shelling"}))
      return;
    for (const std::uint32_t each : children_.of(act))
      if (token(each).dep == "prep" && text(each) == "of") return;
    token(of).head = act;
  }

  // "accused by prosecutors of bribing a witness"
  void hang_charge(std::uint32_t of) {
    const std::uint32_t accuser = token(of).head, by = token(accuser).head, verb = token(by).head;
    if (text(of) != "of" || token(by).dep != "agent" || by > accuser || accuser > of) return;
    if (!has_child(of, {"pcomp"}) || !one_of(token(verb).lemma, {"accuse", "suspect", "convict", "acquit"}))
      return;
    token(of).head = verb;
  }

  // "accused the army of bombing a market, killing eleven"
  void hang_harm_on_blamed_act(std::uint32_t harm) {
    const std::uint32_t verb = token(harm).head;
    if (harm < verb || !one_of(token(verb).lemma, {"accuse", "blame", "suspect", "charge", "convict"}))
      return;
    if (!one_of(token(harm).lemma, {"kill", "injure", "wound", "destroy", "leave", "force", "displace"}))
      return;
    const std::uint32_t whom = child(verb, {"dobj", "nsubjpass"});
    for (std::uint32_t of = verb + 1; of < harm; ++of) {
      if (token(of).dep != "prep" || (token(of).head != verb && token(of).head != whom)) continue;
      const std::uint32_t act = child(of, {"pcomp"});
      if (act != kNone && act < harm) token(harm).head = act;
    }
  }

  // "Egyptian police, protesters clash in Suez"
  void join_headline_pair(std::uint32_t verb) {
    const std::uint32_t second = child(verb, {"nsubj"});
    if (second == kNone || second < 2 || second > verb || token(verb).tag != "VBP" || !is_noun(second))
      return;
    const std::uint32_t begin = ranges_[second].begin;
    if (begin < 2 || text(begin - 1) != ",") return;
    const std::uint32_t first = begin - 2;
    if (token(first).head != verb || !is_noun(first) || ranges_[first].begin != ranges_[verb].begin) return;
    if (!one_of(token(first).dep, {"dep", "npadvmod", "nmod", "intj"})) return;
    token(first).dep = "nsubj";
    hang(begin - 1, first, "cc");
    hang(second, first, "conj");
  }

  // "FIFA handed X a ban": a name taken for an adverb.
  void take_first_name(std::uint32_t verb) {
    if (verb == 0 || !one_of(token(verb).tag, {"VBD", "VBZ"})) return;
    if (has_child(verb, {"nsubj", "nsubjpass", "expl", "csubj"})) return;
    const std::uint32_t name = verb - 1;
    if (token(name).head == verb && token(name).tag == "NNP" && ranges_[verb].begin == ranges_[name].begin &&
        one_of(token(name).dep, {"advmod", "npadvmod", "dep", "intj"}))
      token(name).dep = "nsubj";
  }

  // "Villagers armed with machetes hacked nine people": a participle with an object of its own is the verb.
  void raise_act(std::uint32_t act) {
    if (!has_child(act, {"dobj"}) || has_child(act, {"aux", "auxpass", "agent"})) return;
    std::uint32_t noun = token(act).head;
    for (int step = 0; step < kHighest && token(noun).head != noun; ++step) noun = token(noun).head;
    if (token(noun).dep != "ROOT" || !is_noun(noun) || noun > act || token(act).head == noun) return;
    if (text(act - 1) == "," || ranges_[noun].begin != 0) return;
    hang(act, act, "ROOT");
    token(act).tag = "VBD";
    hang(noun, act, "nsubj");
    for (const std::uint32_t each : children_.of(noun))
      if (token(each).dep == "punct" && each > act) token(each).head = act;
  }
};

}  // namespace

void mend_news(nlp::Analysis& analysis) {
  NewsMender(analysis).mend();
}

}  // namespace entente::extract
