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
      if (dep == "amod" && token(at).tag == "VBN") join_verb(at);
      if (dep == "conj" && is_noun(at)) free_subject(at);
      if (dep == "dobj") free_receiver(at);
      if (dep == "ccomp" && token(at).tag == "VBN") join_causer(at);
      if (dep == "compound" || dep == "amod") own_act(at);
      if (dep == "pobj" || dep == "npadvmod") free_doer_before_time(at);
      if (dep == "prep") hang_agent(at);
      if (dep == "prep") hang_charge(at);
      if (dep == "prep") hang_victim(at);
      if (dep == "advcl" && token(at).tag == "VBG") hang_harm_on_blamed_act(at);
      if (dep == "ROOT") join_headline_pair(at);
      if (dep == "ROOT") take_first_name(at);
      if (dep == "ROOT" && token(at).tag == "JJ") raise_behind_adjective(at);
      if (dep == "acl" && token(at).tag == "VBN") raise_act(at);
      if (dep == "acl") call_names(at);
      if (dep == "amod" && one_of(token(at).tag, {"VBN", "VBD"})) raise_participle(at);
      if (dep == "amod" && token(at).tag == "VBD") raise_behind_place(at);
      if (dep == "amod" && one_of(token(at).tag, {"VBN", "VBD"})) raise_hidden_verb(at);
      if (dep == "amod" && token(at).tag == "VBN") raise_naming(at);
      if (dep == "acomp" && token(at).lemma == "prepare") be_prepared(at);
      if (dep == "ccomp" && token(at).tag == "NNP") name_winner(at);
      if ((dep == "ccomp" || dep == "dobj") && token(at).tag == "NN") demand_act(at);
    }
  }

 private:
  [[nodiscard]] bool is_noun(std::uint32_t at) const { return token(at).tag.starts_with("NN"); }

  // "has threatened and | intimidated journalists": a second verb, no kind of journalist.
  void join_verb(std::uint32_t act) {
    const std::uint32_t noun = token(act).head, verb = token(noun).head;
    if (act == 0 || noun != act + 1 || token(noun).dep != "conj" || !is_noun(noun) || verb >= act) return;
    if (token(act - 1).head != verb || token(act - 1).dep != "cc" || token(verb).tag != "VBN" ||
        !has_child(verb, {"aux", "auxpass"}) || has_child(verb, {"dobj"}))
      return;
    hang(act, verb, "conj");
    hang(noun, act, "dobj");
  }

  [[nodiscard]] bool has_modal(std::uint32_t verb) const {
    const std::uint32_t aux = child(verb, {"aux"});
    return token(verb).tag == "VB" && aux != kNone && token(aux).tag == "MD";
  }

  // "blamed X, and a spokesman for Y later claimed ...": who stands before a verb that no "and" joins is its subject.
  void free_subject(std::uint32_t noun) {
    const std::uint32_t first = token(noun).head, verb = token(first).head, next = ranges_[noun].end;
    if (!one_of(token(first).dep, {"dobj", "pobj", "attr"}) || first > noun || next >= analysis_.tokens.size())
      return;
    std::uint32_t act = next;
    while (act < analysis_.tokens.size() && one_of(token(act).dep, {"advmod", "aux", "neg"})) ++act;
    if (act >= analysis_.tokens.size() || token(act).dep != "conj" || has_child(act, {"nsubj", "nsubjpass"}) ||
        !(one_of(token(act).tag, {"VBD", "VBZ"}) || has_modal(act)) ||
        (token(act).head != verb && token(act).head != first))
      return;
    const std::uint32_t begin = ranges_[noun].begin;
    if (begin == 0 || lower_text(analysis_, begin - 1) != "and") return;
    token(act).head = verb;
    hang(noun, act, "nsubj");
  }

  // "X was | proclaimed winner by Y": Y proclaimed X the winner.
  void raise_naming(std::uint32_t act) {
    const std::uint32_t name = token(act).head;
    const std::uint32_t be = child(act, {"auxpass"});
    const std::uint32_t subject = be == kNone ? kNone : child(be, {"nsubj", "nsubjpass"});
    if (name != act + 1 || subject == kNone || token(be).head != act) return;
    if (!one_of(token(act).lemma, {"proclaim", "declare", "name", "elect", "appoint", "crown", "dub", "call"})) return;
    hang(act, token(name).head == name ? act : token(name).head, token(name).dep);
    for (const std::uint32_t above : {be, name})
      for (const std::uint32_t each : children_.of(above))
        if (each != act && each != be && !one_of(token(each).dep, {"det", "amod", "compound"})) token(each).head = act;
    hang(subject, act, "nsubjpass");
    hang(name, act, "oprd");
    for (const std::uint32_t each : children_.of(name))
      if (token(each).dep == "prep" && lower_text(analysis_, each) == "by") token(each).dep = "agent";
  }

  // "demanded (that) the government release X": a verb, what is demanded is no release.
  void demand_act(std::uint32_t act) {
    const std::uint32_t demand = token(act).head, whom = child(act, {"nsubj", "compound"});
    if (demand > act || whom == kNone || whom > act || !has_child(act, {"dobj"})) return;
    if (!one_of(token(demand).lemma, {"demand", "insist", "urge", "request", "recommend", "propose", "suggest", "ask"}))
      return;
    for (const std::uint32_t each : children_.of(act))
      if (each < whom && one_of(token(each).dep, {"det", "amod", "poss", "nummod"})) token(each).head = whom;
    hang(act, demand, "ccomp");
    hang(whom, act, "nsubj");
    token(act).tag = "VB";
    token(act).pos = "VERB";
  }

  // "calls the trial politically motivated": what it is called.
  void call_names(std::uint32_t name) {
    const std::uint32_t thing = token(name).head, verb = token(thing).head;
    if (token(thing).dep == "dobj" && token(verb).lemma == "call" &&
        one_of(text(name), {"motivated", "flawed", "rigged", "misguided", "biased", "exaggerated", "fabricated", "inspired"}))
      hang(name, verb, "oprd");
  }

  // "The club (has) | sacked manager X.", "The bank, for its part, | barred customers.": in a sentence that has
  // no other verb, what stands behind a noun without an article is its verb.
  void raise_hidden_verb(std::uint32_t act) {
    std::uint32_t top = act, thing = token(act).head;
    for (int step = 0; step < kHighest && token(top).head != top; ++step) {
      top = token(top).head;
      if (token(top).dep == "appos") break;
    }
    const bool beside = token(top).dep == "appos";
    std::uint32_t root = top;
    for (int step = 0; step < kHighest && token(root).head != root; ++step) root = token(root).head;
    if (token(root).head != root || !is_noun(root) || top < act || thing < act) return;
    if (text(ranges_[root].end - 1) != "." || (beside && root > act)) return;
    const std::uint32_t doer = noun_before(act);
    if (doer == kNone || (beside && doer != root)) return;
    const std::uint32_t begin = phrase_begin(doer);
    if (!beside && begin > 0 && text(begin - 1) != "," && begin != ranges_[root].begin) return;
    for (std::uint32_t at = ranges_[root].begin; at < act; ++at)
      if (at != doer && token(at).head >= act) token(at).head = at >= begin && at < doer ? doer : act;
    for (std::uint32_t at = doer + 1; at < act; ++at)
      if (token(at).head == doer && token(at).dep == "prep" && beside && text(at) == "for") token(at).head = act;
    hang(act, act, "ROOT");
    token(act).tag = "VBD";
    token(act).pos = "VERB";
    hang(doer, act, "nsubj");
    hang(top, act, "dobj");
  }

  // The noun right before a verb, over "has" and ", for its part,"; the head of "police in X"; or kNone.
  [[nodiscard]] std::uint32_t noun_before(std::uint32_t act) const {
    if (act == 0) return kNone;
    std::uint32_t at = act - 1;
    while (at > 0 && one_of(text(at), {"has", "have", "had"})) --at;
    if (at > 4 && text(at) == "," && one_of(text(at - 1), {"part", "turn"}) && text(at - 4) == ",") at -= 5;
    if (!is_noun(at)) return kNone;
    while (token(at).dep == "pobj" && token(at).head < at && is_noun(token(token(at).head).head) &&
           token(token(at).head).head < at)
      at = token(token(at).head).head;
    return at;
  }

  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t noun) const {
    while (noun > 0 && one_of(token(noun - 1).dep, {"det", "amod", "compound", "nummod", "poss", "case", "nmod"})) --noun;
    return noun;
  }

  // "Growers loyal to X | threatened Y": they threatened.
  void raise_behind_adjective(std::uint32_t adjective) {
    const std::uint32_t doer = child(adjective, {"nsubj"}), act = child(adjective, {"advcl", "ccomp", "conj", "dep"});
    if (doer == kNone || act == kNone || doer + 1 != adjective || token(act).tag != "VBD" || !is_noun(doer) ||
        has_child(act, {"nsubj", "nsubjpass", "mark", "auxpass"}))
      return;
    hang(act, act, "ROOT");
    hang(doer, act, "nsubj");
    hang(adjective, doer, "amod");
    for (const std::uint32_t each : children_.of(adjective))
      if (each > act) token(each).head = act;
  }

  // "The embassy in X | voiced concern": the embassy voiced it.
  void raise_behind_place(std::uint32_t act) {
    const std::uint32_t thing = token(act).head, in = token(thing).head, doer = token(in).head;
    const std::uint32_t place = child(act, {"npadvmod", "compound", "nsubj"});
    if (thing < act || token(thing).dep != "pobj" || token(in).dep != "prep" || token(doer).head != doer) return;
    if (place != act - 1 || token(place).tag != "NNP" || in > place || doer > in || !is_noun(doer)) return;
    hang(place, in, "pobj");
    hang(act, act, "ROOT");
    hang(doer, act, "nsubj");
    hang(thing, act, "dobj");
    for (const std::uint32_t each : children_.of(doer))
      if (each > thing) token(each).head = act;
  }

  // "Ms X | combined forces with Y.": a sentence without another verb.
  void raise_participle(std::uint32_t act) {
    const std::uint32_t noun = token(act).head;
    if (noun != act + 1 || act == 0 || token(noun).head != noun || has_child(noun, {"det", "nsubj", "cc", "conj"})) return;
    const std::uint32_t name = act - 1;
    if (token(name).head != noun || token(name).tag != "NNP" || !one_of(token(name).dep, {"nmod", "compound"})) return;
    if (token(name).ent_type.empty() || text(ranges_[noun].end - 1) != ".") return;
    for (const std::uint32_t each : children_.of(noun)) {
      if (each < name) token(each).head = name;
      if (each > noun) token(each).head = act;
    }
    hang(act, act, "ROOT");
    token(act).tag = "VBD";
    token(act).pos = "VERB";
    hang(noun, act, "dobj");
    hang(name, act, "nsubj");
  }

  // "declared | X | the winner": X is declared, the winner is what he is called.
  void name_winner(std::uint32_t whom) {
    const std::uint32_t verb = token(whom).head, name = child(verb, {"dobj"});
    if (verb > whom || token(whom).tag != "NNP" || name == kNone || ranges_[whom].end != ranges_[name].begin) return;
    if (!one_of(token(verb).lemma, {"declare", "proclaim", "name", "pronounce", "call", "appoint", "elect"})) return;
    hang(whom, verb, "dobj");
    hang(name, verb, "oprd");
  }

  // "are no longer prepared to receive X": an adjective, no preparation.
  void be_prepared(std::uint32_t at) {
    token(at).lemma = "prepared";
    token(at).tag = "JJ";
    token(at).pos = "ADJ";
  }

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
    const bool named = lower_text(analysis_, under) == "as";  // "is listed as a terrorist group by X"
    if (!named && !one_of(token(state).lemma, {"arrest", "detention", "custody", "siege", "surveillance",
                                               "quarantine", "control", "guard", "order", "prison", "jail"}))
      return;
    if (has_child(verb, {"agent"}) || !(has_child(verb, {"auxpass"}) || token(verb).tag == "VBN")) return;
    hang(by, verb, "agent");
  }

  // "the detention by police of a journalist"
  void hang_victim(std::uint32_t of) {
    const std::uint32_t doer = token(of).head, by = token(doer).head, act = token(by).head;
    if (text(of) != "of" || token(doer).dep != "pobj" || lower_text(analysis_, by) != "by" || act > by)
      return;
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
