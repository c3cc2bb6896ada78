// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_modifiers.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

class ModifierMender : TreeEditor {
 public:
  explicit ModifierMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      if (token(at).dep == "ROOT") hang_denied_charge(at);
      if (token(at).dep == "ROOT") make_finite(at);
      if (token(at).dep == "ROOT") hand_on_subject(at);
      if (token(at).dep == "relcl") hang_act_on_step(at);
      if (token(at).dep == "pobj") give_back_object(at);
      if (token(at).dep == "pcomp") join_strikers(at);
      if (token(at).dep == "dobj") part_from_hostage(at);
      if (one_of(token(at).dep, {"relcl", "acl"})) hang_act_on_nothing(at);
      if (token(at).dep == "acl") join_given_name(at);
      if (token(at).dep == "relcl") hang_harm_on_act(at);
      if (token(at).dep == "ccomp") give_back_subject(at);
      if (token(at).dep == "advcl") hang_on_speaker(at);
      if (token(at).dep == "ccomp") hang_unwelcome(at);
      if (token(at).dep == "ccomp") take_subject_of_adjective(at);
      if (one_of(token(at).dep, {"xcomp", "advcl"})) hang_aim_on_deed(at);
      if (token(at).lemma == "blame") hang_blame(at);
      if (token(at).lemma == "non") join_negation(at);
      if (token(at).dep == "ccomp") hang_on_chosen(at);
      if (token(at).dep == "nsubj") hang_on_than(at);
      if (token(at).dep == "pobj") hang_on_protest(at);
      if (token(at).dep == "pobj") hang_span_on_verb(at);
      if (token(at).dep == "advcl") hang_what_is_called_for(at);
      if (one_of(token(at).dep, {"ccomp", "conj", "advcl", "acl"})) hang_belief(at);
    }
  }

 private:
  // "Lawmakers allied with X, who is ill, want the law scrapped": a participle that took the subject of a
  // verb in another tense.
  void give_back_subject(std::uint32_t participle) {
    const std::uint32_t verb = token(participle).head;
    if (verb <= participle || token(participle).tag != "VBD" || !one_of(token(verb).tag, {"VBZ", "VBP"}))
      return;
    if (has_child(verb, {"nsubj", "nsubjpass", "expl", "aux", "mark"}) ||
        has_child(participle, {"aux", "auxpass", "mark", "dobj"}))
      return;
    for (const std::uint32_t noun : children_.of(participle)) {
      if (token(noun).dep != "nsubj" || noun + 1 != participle || !token(noun).tag.starts_with("NN"))
        continue;
      token(noun).head = verb;
      hang(participle, noun, "acl");
      token(participle).tag = "VBN";
      return;
    }
  }

  // "No country other than X has done it": X is no subject.
  void hang_on_than(std::uint32_t name) {
    const std::uint32_t than = ranges_[name].begin == 0 ? 0 : ranges_[name].begin - 1;
    if (than == 0 || lower_text(analysis_, than) != "than" || lower_text(analysis_, than - 1) != "other")
      return;
    if (token(than).dep == "prep") hang(name, than, "pobj");
  }

  // "It was not X but Y that did it": Y did.
  void hang_on_chosen(std::uint32_t clause) {
    const std::uint32_t be = token(clause).head;
    if (token(be).lemma != "be" || !has_child(be, {"neg"}) || !has_child(be, {"attr"})) return;
    bool that = false;
    for (const std::uint32_t each : children_.of(clause))
      that = that || (token(each).dep == "nsubj" && lower_text(analysis_, each) == "that");
    for (const std::uint32_t other : children_.of(be))
      if (token(other).dep == "attr" && that)
        for (const std::uint32_t each : children_.of(other))
          if (token(each).dep == "conj" && each < clause) hang(clause, each, "relcl");
  }

  // "Egypt's non-attendance at the summit": three words that the parser hangs side by side.
  void join_negation(std::uint32_t non) {
    const std::uint32_t noun = non + 2;
    if (noun >= analysis_.tokens.size() || analysis_.token_text(non + 1) != "-") return;
    if (!token(noun).tag.starts_with("NN") || token(noun).head != token(non).head) return;
    for (const std::uint32_t part : {non, non + 1})
      for (const std::uint32_t each : children_.of(part)) token(each).head = noun;
    for (const std::uint32_t each : children_.of(token(noun).head))
      if (each == noun + 1 && token(each).dep == "prep") token(each).head = noun;
    hang(non, noun, "amod");
    hang(non + 1, noun, "punct");
  }

  // "X killed Y, it said, a charge Z denies": Z denies the charge; the sentence is that X killed Y.
  void hang_denied_charge(std::uint32_t denial) {
    if (!one_of(token(denial).lemma, {"deny", "reject", "dispute", "dismiss"})) return;
    std::uint32_t charge = kNone, deed = kNone, denier = kNone;
    for (const std::uint32_t each : children_.of(denial)) {
      const bool names_it =
          one_of(token(each).lemma, {"charge", "claim", "accusation", "allegation", "assertion"});
      if (one_of(token(each).dep, {"nsubj", "dobj"}) && names_it && each < denial) charge = each;
      if (token(each).dep == "ccomp" && each < denial) deed = each;
    }
    if (charge == kNone || deed == kNone || deed > charge) return;
    for (const std::uint32_t each : children_.of(token(charge).dep == "nsubj" ? charge : denial))
      if (one_of(token(each).dep, {"appos", "nsubj"}) && each > charge && token(each).tag.starts_with("NN"))
        denier = each;
    if (denier == kNone) return;
    for (const std::uint32_t each : children_.of(denial))
      if (each < charge) token(each).head = deed;
    hang(deed, deed, "ROOT");
    hang(charge, deed, "dep");
    hang(denial, charge, "relcl");
    hang(denier, denial, "nsubj");
  }

  // "declared the ambassador persona non grata": no clause, the ambassador is declared so.
  void hang_unwelcome(std::uint32_t persona) {
    const std::uint32_t verb = token(persona).head;
    if (verb >= persona || lower_text(analysis_, persona) != "persona") return;
    for (const std::uint32_t envoy : children_.of(persona))
      if (token(envoy).dep == "nsubj") {
        hang(envoy, verb, "dobj");
        token(persona).dep = "oprd";
      }
  }

  // "said soldiers loyal to X opened fire": they did who are loyal, the two words do not make a clause.
  void take_subject_of_adjective(std::uint32_t verb) {
    if (token(verb).tag != "VBD" || has_child(verb, {"nsubj", "nsubjpass", "expl", "mark"})) return;
    for (const std::uint32_t adjective : children_.of(token(verb).head)) {
      if (adjective >= verb || token(adjective).dep != "ccomp" || token(adjective).tag != "JJ" ||
          has_child(adjective, {"aux", "cop", "mark"}))
        continue;
      for (const std::uint32_t noun : children_.of(adjective)) {
        if (noun + 1 != adjective || token(noun).dep != "nsubj") continue;
        token(noun).head = verb;
        hang(adjective, noun, "amod");
        return;
      }
    }
  }

  // "They walked out, the union said, to press the minister": who walked out presses, not the union.
  void hang_aim_on_deed(std::uint32_t aim) {
    const std::uint32_t said = token(aim).head;
    if (said >= aim || said + 1 >= analysis_.tokens.size() || analysis_.token_text(said + 1) != "," ||
        !one_of(token(said).lemma, {"say", "report", "add"}))
      return;
    const bool infinitive =
        said + 2 < aim && lower_text(analysis_, said + 2) == "to" && token(said + 2).head == aim;
    if (!infinitive) return;
    std::uint32_t deed = token(said).dep == "parataxis" ? token(said).head : kNone;
    for (const std::uint32_t each : children_.of(said))
      if (token(each).dep == "ccomp" && each < said) deed = each;
    if (deed == kNone || deed >= said) return;
    hang(aim, deed, "advcl");
  }

  // "named two men believed to have joined X", "hunted rebels, believed to be near": they are believed,
  // nobody named here believes.
  void hang_belief(std::uint32_t participle) {
    if (participle < 2 || participle + 1 >= analysis_.tokens.size()) return;
    const std::uint32_t noun = analysis_.token_text(participle - 1) == "," ? participle - 2 : participle - 1;
    if (!one_of(token(participle).tag, {"VBD", "VBN"}) || analysis_.token_text(participle + 1) != "to" ||
        !token(noun).tag.starts_with("NN") || !one_of(token(noun).dep, {"dobj", "pobj", "attr", "conj"}) ||
        has_child(participle, {"nsubj", "nsubjpass", "aux", "auxpass", "mark"}))
      return;
    if (!one_of(token(participle).lemma, {"believe", "think", "suspect", "say", "know", "allege", "report",
                                          "presume", "understand", "suppose", "fear", "rumour", "rumor"}))
      return;
    hang(participle, noun, "acl");
    token(participle).tag = "VBN";
  }

  // "French forces in Chad attacked rebels": a main verb with a subject of its own is no participle.
  void make_finite(std::uint32_t verb) {
    if (token(verb).tag == "VBN" && has_child(verb, {"nsubj"}) && has_child(verb, {"dobj"}) &&
        !has_child(verb, {"aux", "auxpass"}))
      token(verb).tag = "VBD";
  }

  // "Gunmen linked to X killed Y": the participle took the place of the verb behind it.
  void hand_on_subject(std::uint32_t participle) {
    if (participle == 0 || !one_of(token(participle).tag, {"VBN", "VBD", "VBG"}) ||
        token(participle - 1).dep != "nsubj" || token(participle - 1).head != participle ||
        !has_child(participle, {"prep", "agent"}) ||
        has_child(participle, {"aux", "auxpass", "neg", "dobj", "cc", "nsubjpass"}))
      return;
    for (const std::uint32_t verb : children_.of(participle)) {
      if (verb < participle || !one_of(token(verb).dep, {"advcl", "ccomp", "conj"}) ||
          token(verb).tag != "VBD" || has_child(verb, {"nsubj", "nsubjpass", "mark", "aux", "auxpass"}) ||
          !has_child(verb, {"dobj"}))
        continue;
      if (analysis_.token_text(verb - 1) == ",") return;
      hang(verb, verb, "ROOT");
      token(participle - 1).head = verb;
      hang(participle, participle - 1, "acl");
      if (token(participle).tag == "VBD") token(participle).tag = "VBN";
      return;
    }
  }

  // "dismissed as baseless Chadian claims", "rejected as unfair demands by X": the noun behind the adjective
  // is what is dismissed, the adjective alone what it is called.
  void give_back_object(std::uint32_t noun) {
    const std::uint32_t as = token(noun).head;
    if (as + 1 >= noun || lower_text(analysis_, as) != "as" || token(as + 1).dep != "amod" ||
        token(as + 1).head != noun)
      return;
    const std::uint32_t verb = token(as).head;
    if (verb >= as ||
        !one_of(token(verb).lemma, {"dismiss", "reject", "denounce", "condemn", "deride", "decry"}))
      return;
    if (has_child(verb, {"nsubjpass", "auxpass"})) return;
    std::uint32_t object = kNone;
    for (const std::uint32_t each : children_.of(verb))
      if (token(each).dep == "dobj") object = each;
    if (object == kNone) {
      hang(noun, verb, "dobj");
    } else if (object == noun + 1) {
      hang(noun, object, "amod");
      token(object).tag = token(object).tag == "VBZ" ? "NNS" : token(object).tag;
      token(object).pos = "NOUN";
    } else {
      return;
    }
    token(as + 1).head = as;
  }

  // "took twelve teachers hostage": the teachers are taken.
  void part_from_hostage(std::uint32_t hostage) {
    const std::uint32_t verb = token(hostage).head, people = hostage - 1;
    if (hostage == 0 || verb >= people || token(people).head != hostage || token(people).dep != "compound")
      return;
    if (!one_of(lower_text(analysis_, hostage), {"hostage", "captive", "prisoner"}) ||
        !one_of(token(verb).lemma, {"take", "hold", "keep"}))
      return;
    for (const std::uint32_t each : children_.of(hostage))
      if (each < people) token(each).head = people;
    hang(people, verb, "dobj");
    token(hostage).dep = "oprd";
  }

  // "a group called X": X is another name for the group.
  void join_given_name(std::uint32_t participle) {
    const std::uint32_t noun = token(participle).head;
    if (noun + 1 != participle || !one_of(token(participle).lemma, {"call", "name", "dub"})) return;
    for (const std::uint32_t name : children_.of(participle)) {
      if (name < participle || token(name).dep != "oprd" || !token(name).tag.starts_with("NNP")) continue;
      hang(name, noun, "appos");
      return;
    }
  }

  // "The bridge fell, X said, blaming Y": the one who says so blames.
  void hang_on_speaker(std::uint32_t participle) {
    if (token(participle).tag != "VBG" || has_child(participle, {"nsubj", "nsubjpass", "mark"})) return;
    for (const std::uint32_t said : children_.of(token(participle).head))
      if (said < participle && token(said).dep == "parataxis" && has_child(said, {"nsubj"}))
        token(participle).head = said;
  }

  // "a demand by striking workers", "blamed it on logging companies": they strike, nobody strikes them.
  void join_strikers(std::uint32_t striking) {
    const bool strike = token(striking).lemma == "strike";
    if (token(striking).tag != "VBG" ||
        !(strike || one_of(token(striking).lemma, {"log", "mine", "fish", "ship", "trade"})))
      return;
    for (const std::uint32_t people : children_.of(striking)) {
      if (people < striking || token(people).dep != "dobj" || has_child(people, {"det", "poss"})) continue;
      if (!strike && !one_of(token(people).lemma, {"company", "firm", "group", "fleet", "town", "interest"}))
        continue;
      if (strike && !one_of(token(people).lemma,
                            {"worker", "miner", "teacher", "nurse", "doctor", "driver", "docker", "pilot",
                             "student", "employee", "farmer", "staff", "railwayman", "seaman"}))
        continue;
      hang(people, token(striking).head, "pobj");
      hang(striking, people, "amod");
      return;
    }
  }

  // "took no steps to free X": the steps are taken by whoever shall free X, they are not who frees.
  void hang_act_on_step(std::uint32_t act) {
    const std::uint32_t step = token(act).head;
    if (step + 2 != act || token(act).tag != "VB" || token(step).dep != "dobj") return;
    if (!one_of(token(step).lemma, {"step", "action", "measure", "effort", "move", "decision", "attempt"}))
      return;
    if (!has_child(act, {"nsubj", "nsubjpass", "mark"})) token(act).dep = "acl";
  }

  // "blamed the attack on Somalia", "blamed many of the ills of X on Y": what is blamed on whom.
  void hang_blame(std::uint32_t verb) {
    if (!token(verb).tag.starts_with("VB") || has_child(verb, {"auxpass"})) return;
    std::uint32_t what = verb;
    for (const std::uint32_t each : children_.of(verb)) {
      if (token(each).dep == "prep" && one_of(lower_text(analysis_, each), {"on", "for"})) return;
      if (token(each).dep == "dobj" && each > verb) what = each;
    }
    if (what == verb) return;
    for (std::uint32_t at = ranges_[what].end; at-- > what + 1;) {
      if (token(at).dep != "prep" || lower_text(analysis_, at) != "on" || !has_child(at, {"pobj"})) continue;
      token(at).head = verb;
      return;
    }
  }

  // "held up the decision for a fortnight": held up so long.
  void hang_span_on_verb(std::uint32_t time) {
    const std::uint32_t span = token(time).head, thing = token(span).head;
    const bool period = one_of(token(time).ent_type, {"DATE", "TIME"}) ||
                        one_of(token(time).lemma, {"fortnight", "week", "month", "day", "year", "hour"});
    if (!period || token(span).dep != "prep" || token(thing).dep != "dobj" ||
        !one_of(lower_text(analysis_, span), {"for", "until", "till", "since"}))
      return;
    if (token(thing).head < thing) token(span).head = token(thing).head;
  }

  // "left the room in protest at X": a protest at X.
  void hang_on_protest(std::uint32_t noun) {
    const std::uint32_t in = token(noun).head, next = noun + 1;
    if (token(noun).lemma != "protest" || lower_text(analysis_, in) != "in" ||
        next >= analysis_.tokens.size())
      return;
    if (token(next).dep == "prep" && token(next).head < noun &&
        one_of(lower_text(analysis_, next), {"at", "against", "over", "about"}))
      token(next).head = noun;
  }

  // "called on the government of X to act": it is asked to, whatever stands between.
  void hang_what_is_called_for(std::uint32_t act) {
    const std::uint32_t verb = token(act).head;
    if (verb >= act || token(act).tag != "VB" || !one_of(token(verb).lemma, {"call", "appeal"}) ||
        lower_text(analysis_, act - 1) != "to" || has_child(act, {"nsubj", "nsubjpass", "mark"}))
      return;
    for (const std::uint32_t each : children_.of(verb)) {
      const bool whom = token(each).dep == "prep" && each > verb && ranges_[each].end + 1 == act &&
                        one_of(lower_text(analysis_, each), {"on", "upon", "to"});
      if (whom && has_child(each, {"pobj"})) token(act).dep = "xcomp";
    }
  }

  // "did nothing to help": what is not done, by whoever does nothing.
  void hang_act_on_nothing(std::uint32_t act) {
    const std::uint32_t nothing = token(act).head;
    if (token(nothing).dep != "dobj" || lower_text(analysis_, nothing) != "nothing") return;
    if (token(act).tag != "VB" || has_child(act, {"nsubj", "nsubjpass", "dative"})) return;
    hang(act, token(nothing).head, "xcomp");
  }

  // "an attack on a mosque in X that killed ten": the attack did, not the mosque.
  void hang_harm_on_act(std::uint32_t harm) {
    if (!one_of(token(harm).lemma, {"kill", "wound", "injure", "claim", "leave", "destroy", "maim"})) return;
    bool relative = false;
    for (const std::uint32_t each : children_.of(harm))
      relative = relative || (token(each).dep == "nsubj" && token(each).tag == "WDT");
    std::uint32_t noun = token(harm).head;
    for (int step = 0; relative && step < 4; ++step) {
      const std::uint32_t preposition = token(noun).head;
      if (token(noun).dep != "pobj" || preposition >= noun) return;
      if (!one_of(lower_text(analysis_, preposition),
                  {"on", "at", "in", "near", "outside", "against", "inside", "across", "of"}))
        return;
      noun = token(preposition).head;
      if (noun >= preposition || !token(noun).tag.starts_with("NN")) return;
      if (!one_of(token(noun).lemma,
                  {"attack", "bombing", "raid", "strike", "airstrike", "ambush", "blast", "explosion",
                   "shelling", "shooting", "assault", "bombardment", "stabbing", "clash", "siege"}))
        continue;
      token(harm).head = noun;
      return;
    }
  }
};

}  // namespace

void mend_modifiers(nlp::Analysis& analysis) {
  ModifierMender(analysis).mend();
}

}  // namespace entente::extract
