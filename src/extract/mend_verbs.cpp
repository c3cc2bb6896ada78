// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_verbs.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kHighest = 8;  // steps up from a participle to the root

class VerbMender : TreeEditor {
 public:
  explicit VerbMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      const std::string_view dep = token(at).dep;
      if (dep == "amod" && token(at).tag == "VBN") join_verb(at);
      if (dep == "conj" && is_noun(at)) free_subject(at);
      if (dep == "ROOT" && token(at).tag == "JJ") raise_behind_adjective(at);
      if (dep == "acl") call_names(at);
      if (dep == "prep") fly_in(at);
      if (dep == "amod" && one_of(token(at).tag, {"VBN", "VBD"})) raise_participle(at);
      if (dep == "amod" && token(at).tag == "VBD") raise_behind_place(at);
      if (dep == "amod" && one_of(token(at).tag, {"VBN", "VBD"})) raise_hidden_verb(at);
      if (dep == "amod" && token(at).tag == "VBN") raise_naming(at);
      if (dep == "npadvmod" && token(at).tag == "NNP") name_object(at);
      if (dep == "acomp" && token(at).lemma == "prepare") be_prepared(at);
      if (dep == "ccomp" && token(at).tag == "NNP") name_winner(at);
      if ((dep == "ccomp" || dep == "dobj") && token(at).tag == "NN") demand_act(at);
    }
  }

 private:
  // "will back | Petran": a name right behind a verb that has no other object is no measure of it.
  void name_object(std::uint32_t name) {
    const std::uint32_t verb = token(name).head;
    const bool named = one_of(token(name).ent_type, {"PERSON", "ORG", "GPE", "NORP"});
    if (named && ranges_[name].begin == verb + 1 && token(verb).pos == "VERB" &&
        !has_child(verb, {"dobj", "auxpass", "nsubjpass"}))
      hang(name, verb, "dobj");
  }

  // The verb of a sentence that the parser gave none, with its subject and object.
  void make_root(std::uint32_t act, std::uint32_t doer, std::uint32_t thing) {
    hang(act, act, "ROOT");
    token(act).tag = "VBD";
    token(act).pos = "VERB";
    hang(doer, act, "nsubj");
    hang(thing, act, "dobj");
  }

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

  // "blamed X, and a spokesman for Y later claimed ...": who stands before a verb that no "and" joins is its
  // subject.
  void free_subject(std::uint32_t noun) {
    const std::uint32_t first = token(noun).head, verb = token(first).head, next = ranges_[noun].end;
    if (!one_of(token(first).dep, {"dobj", "pobj", "attr"}) || first > noun ||
        next >= analysis_.tokens.size())
      return;
    std::uint32_t act = next;
    while (act < analysis_.tokens.size() && one_of(token(act).dep, {"advmod", "aux", "neg"})) ++act;
    if (act >= analysis_.tokens.size() || token(act).dep != "conj" ||
        has_child(act, {"nsubj", "nsubjpass"}) ||
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
    if (!one_of(token(act).lemma,
                {"proclaim", "declare", "name", "elect", "appoint", "crown", "dub", "call"}))
      return;
    hang(act, token(name).head == name ? act : token(name).head, token(name).dep);
    for (const std::uint32_t above : {be, name})
      for (const std::uint32_t each : children_.of(above))
        if (each != act && each != be && !one_of(token(each).dep, {"det", "amod", "compound"}))
          token(each).head = act;
    hang(subject, act, "nsubjpass");
    hang(name, act, "oprd");
    for (const std::uint32_t each : children_.of(name))
      if (token(each).dep == "prep" && lower_text(analysis_, each) == "by") token(each).dep = "agent";
  }

  // "demanded (that) the government release X": a verb, what is demanded is no release.
  void demand_act(std::uint32_t act) {
    const std::uint32_t demand = token(act).head, whom = child(act, {"nsubj", "compound"});
    if (demand > act || whom == kNone || whom > act || !has_child(act, {"dobj"})) return;
    if (!one_of(token(demand).lemma,
                {"demand", "insist", "urge", "request", "recommend", "propose", "suggest", "ask"}))
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
        one_of(text(name), {"motivated", "flawed", "rigged", "misguided", "biased", "exaggerated",
                            "fabricated", "inspired"}))
      hang(name, verb, "oprd");
  }

  // "The club (has) | sacked manager X.", "The bank, for its part, | barred customers.": in a sentence that
  // has no other verb, what stands behind a noun without an article is its verb.
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
      if (token(at).head == doer && token(at).dep == "prep" && beside && text(at) == "for")
        token(at).head = act;
    make_root(act, doer, top);
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
    while (noun > 0 &&
           one_of(token(noun - 1).dep, {"det", "amod", "compound", "nummod", "poss", "case", "nmod"}))
      --noun;
    return noun;
  }

  // "Growers loyal to X | threatened Y": they threatened.
  void raise_behind_adjective(std::uint32_t adjective) {
    const std::uint32_t doer = child(adjective, {"nsubj"}),
                        act = child(adjective, {"advcl", "ccomp", "conj", "dep"});
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
    if (thing < act || token(thing).dep != "pobj" || token(in).dep != "prep" || token(doer).head != doer)
      return;
    if (place != act - 1 || token(place).tag != "NNP" || in > place || doer > in || !is_noun(doer)) return;
    hang(place, in, "pobj");
    make_root(act, doer, thing);
    for (const std::uint32_t each : children_.of(doer))
      if (each > thing) token(each).head = act;
  }

  // "Ms X | combined forces with Y.": a sentence without another verb.
  void raise_participle(std::uint32_t act) {
    const std::uint32_t noun = token(act).head;
    if (noun != act + 1 || act == 0 || token(noun).head != noun ||
        has_child(noun, {"det", "nsubj", "cc", "conj"}))
      return;
    const std::uint32_t name = act - 1;
    if (token(name).head != noun || token(name).tag != "NNP" ||
        !one_of(token(name).dep, {"nmod", "compound"}))
      return;
    if (token(name).ent_type.empty() || text(ranges_[noun].end - 1) != ".") return;
    for (const std::uint32_t each : children_.of(noun)) {
      if (each < name) token(each).head = name;
      if (each > noun) token(each).head = act;
    }
    make_root(act, name, noun);
  }

  // "declared | X | the winner": X is declared, the winner is what he is called.
  void name_winner(std::uint32_t whom) {
    const std::uint32_t verb = token(whom).head, name = child(verb, {"dobj"});
    if (verb > whom || token(whom).tag != "NNP" || name == kNone || ranges_[whom].end != ranges_[name].begin)
      return;
    if (!one_of(token(verb).lemma, {"declare", "proclaim", "name", "pronounce", "call", "appoint", "elect"}))
      return;
    hang(whom, verb, "dobj");
    hang(name, verb, "oprd");
  }

  // "is flying in a team": the team is flown in.
  void fly_in(std::uint32_t in) {
    const std::uint32_t verb = token(in).head, team = child(in, {"pobj"});
    if (verb + 1 != in || team == kNone || !one_of(text(in), {"in", "out"}) || has_child(verb, {"dobj"}))
      return;
    if (!one_of(token(verb).lemma, {"fly", "send", "bring", "call", "draft", "ship"}) ||
        !one_of(token(team).lemma,
                {"team", "expert", "reinforcement", "troop", "doctor", "specialist", "crew", "engineer"}))
      return;
    token(in).dep = "prt";
    hang(team, verb, "dobj");
  }

  // "are no longer prepared to receive X": an adjective, no preparation.
  void be_prepared(std::uint32_t at) {
    token(at).lemma = "prepared";
    token(at).tag = "JJ";
    token(at).pos = "ADJ";
  }
};

}  // namespace

void mend_verbs(nlp::Analysis& analysis) {
  VerbMender(analysis).mend();
}

}  // namespace entente::extract
