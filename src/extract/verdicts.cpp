// SPDX-License-Identifier: Apache-2.0
#include "extract/verdicts.hpp"

#include <algorithm>

#include "extract/stances.hpp"

namespace entente::extract {
namespace {

/// Reads the verdicts of one document.
class VerdictReader {
 public:
  VerdictReader(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts)
      : context_(context), syntax_(context.syntax), stances_(context, builder, drafts) {}

  void read(std::uint32_t verb) {
    if (context_.frames.in_list("NamingVerb", syntax_.lemma(verb))) read_naming(verb);
    read_said(verb);
    read_misdeed(verb);
  }

 private:
  // "called him 'a lackey of the empire'": what one puts in quotes for an actor is mostly blame.
  [[nodiscard]] bool is_quoted(std::uint32_t name) const {
    const std::uint32_t begin = context_.syntax.range(name).begin;
    const auto opens = [&](std::uint32_t at) {
      return syntax_.tag(at) == "``" || one_of(syntax_.lower(at), {"\"", "“", "'", "‘"});
    };
    return opens(begin) || (begin > 0 && opens(begin - 1));
  }

  // "politically motivated", "a dead end", "a step forward".
  [[nodiscard]] Stance stance_of_pair(std::uint32_t first, std::uint32_t second) const {
    const std::string pair = syntax_.lower(first) + ' ' + syntax_.lower(second);
    if (context_.frames.in_list("BlameWord", pair)) return Stance::blame;
    return context_.frames.in_list("PraiseWord", pair) ? Stance::praise : Stance::none;
  }

  // Of a predicate with what is coordinated with it and what stands before its noun: "a cynical move".
  [[nodiscard]] Stance stance_of(std::uint32_t predicate) const {
    Stance found = stances_.of_word(predicate);
    for (const std::uint32_t each : syntax_.children(predicate)) {
      if (found == Stance::none) found = stance_of_pair(std::min(each, predicate), std::max(each, predicate));
      if (found == Stance::none && syntax_.is(each, {"amod", "conj"})) found = stances_.of_word(each);
    }
    const bool denied = syntax_.child(predicate, {"neg"}) != kNone ||
                        syntax_.has_child_word(predicate, {"no", "not", "hardly"});
    return denied ? Stance::none : found;
  }

  // "Y is behind the attack", "Y was to blame".
  [[nodiscard]] bool is_to_blame(std::uint32_t verb) const {
    for (const std::uint32_t each : syntax_.children(verb)) {
      const std::uint32_t deed = syntax_.is(each, {"prep"}) && syntax_.lower(each) == "behind"
                                     ? syntax_.child(each, {"pobj"})
                                     : kNone;
      if (deed != kNone) return stances_.of_word(deed) != Stance::praise;  // not "behind the victory"
      if (syntax_.is(each, {"xcomp"}) && syntax_.lemma(each) == "blame") return true;
    }
    return false;
  }

  [[nodiscard]] bool is_little(std::uint32_t word, bool negated) const {
    const std::string& text = syntax_.lower(word);
    if (text == "enough") return negated;
    if (text == "nothing") return syntax_.child(word, {"amod"}) == kNone;  // not "nothing wrong"
    return text == "little" && syntax_.has_child_word(word, {"too"});
  }

  // "Y had committed war crimes", "was doing too little", "has no right to act", "has failed its people":
  // what somebody is blamed for in more than one word.
  [[nodiscard]] bool is_misdeed(std::uint32_t verb) const {
    const std::string& lemma = syntax_.lemma(verb);
    if (!one_of(lemma, {"commit", "do", "have", "fail", "lose", "break"}) || syntax_.is_passive(verb))
      return false;
    const bool negated = syntax_.child(verb, {"neg"}) != kNone;
    const std::uint32_t object = syntax_.child(verb, {"dobj"});
    if (lemma == "fail") return !negated && syntax_.child(verb, {"xcomp"}) == kNone;
    if (lemma == "do" && object == kNone) {
      const std::uint32_t how = syntax_.child(verb, {"advmod"});
      return how != kNone && is_little(how, negated);
    }
    if (object == kNone) return false;
    if (lemma == "commit") return !negated && context_.frames.in_list("Misdeed", syntax_.lemma(object));
    if (lemma == "do") return is_little(object, negated);
    if (one_of(lemma, {"lose", "break"}))
      return !negated && context_.frames.in_list(lemma == "lose" ? "NoClaim" : "Vow", syntax_.lemma(object));
    const bool none = negated || syntax_.has_child_word(object, {"no"});
    return none && context_.frames.in_list("NoClaim", syntax_.lemma(object));
  }

  // "the vote was rigged": the thing that a passive condemns, or nothing.
  [[nodiscard]] bool is_condemned(std::uint32_t verb) const {
    return syntax_.is_passive(verb) && context_.frames.in_list("BlameWord", syntax_.lower(verb)) &&
           syntax_.child(verb, {"neg", "agent"}) == kNone;
  }

  [[nodiscard]] bool names_merit(std::uint32_t predicate) const {
    return context_.frames.in_list("MeritWord", syntax_.lemma(predicate)) ||
           context_.frames.in_list("MeritWord", syntax_.lower(predicate));
  }

  void read_misdeed(std::uint32_t verb) {
    const bool condemned = is_condemned(verb);
    const std::uint32_t predicate = syntax_.child(verb, {"acomp"});
    const bool merit = predicate != kNone && names_merit(predicate);
    if (!condemned && !merit && !is_misdeed(verb)) return;
    const Features features = context_.clauses.features(verb);
    const bool denied = syntax_.child(verb, {"neg"}) != kNone ||
                        (merit && syntax_.has_child_word(predicate, {"neither", "not", "hardly"}));
    if (features.suppressed || features.speakers.empty() || features.modality == Modality::obligation) return;
    if (merit && !denied) return;
    const std::uint32_t thing = syntax_.child(verb, {"nsubjpass"});
    const Filler target = condemned && thing != kNone ? Filler{context_.roles.expand(thing), Step::direct}
                                                      : stances_.talked_of(verb, features);
    const bool of_actor =  // an operation is not serious, either
        !condemned &&
        (!merit || one_of(syntax_.lemma(predicate), {"serious", "sincere", "responsible", "just"}));
    stances_.add(verb, Stance::blame, stances_.ends_of({features.speakers, Step::control}, "Agent"),
                 stances_.ends_of(target, of_actor ? "Agent" : ""), "verdict/said");
  }

  // "X said that Y was wrong", "'Y violates the truce,' X said".
  void read_said(std::uint32_t verb) {
    const bool meant = syntax_.is(verb, {"acl", "relcl", "advcl"}) && syntax_.has_child_word(verb, {"to"});
    const bool charged = meant ||  // "foiled a plot to sabotage Y", "charged X with undermining Y"
                         (syntax_.is(verb, {"pcomp"}) && syntax_.child(verb, {"nsubj"}) == kNone);
    const bool act =
        !charged && context_.frames.in_list("BlameAct", syntax_.lemma(verb)) && !syntax_.is_passive(verb);
    std::uint32_t predicate = syntax_.child(verb, {"acomp", "attr"});
    for (const std::uint32_t each : syntax_.children(verb))  // "behaves like a bully"
      if (one_of(syntax_.lemma(verb), {"behave", "act"}) && syntax_.lower(each) == "like")
        predicate = syntax_.child(each, {"pobj"});
    Stance stance = act ? Stance::blame : predicate == kNone ? Stance::none : stance_of(predicate);
    if (stance == Stance::none && syntax_.lemma(verb) == "be" && is_to_blame(verb)) stance = Stance::blame;
    if (stance == Stance::none || stance == Stance::backing) return;
    const Features features = context_.clauses.features(verb);
    if (features.suppressed || features.speakers.empty() || features.modality == Modality::obligation) return;
    if (features.negated) {
      if (stance == Stance::blame) return;
      stance = Stance::blame;
    }
    stances_.add(verb, stance, stances_.speakers_of(features),
                 stances_.ends_of(stances_.talked_of(verb, features), {}), "verdict/said");
  }

  [[nodiscard]] bool is_claim(std::uint32_t noun) const {
    return context_.frames.in_list("ClaimNoun", syntax_.lemma(noun));
  }

  // "likened him to a thief", "compared X to Y".
  [[nodiscard]] bool is_comparison(std::uint32_t verb) const {
    return one_of(syntax_.lemma(verb), {"liken", "compare"});
  }

  // Whether a name that says nothing by its words is blame: "likened X to a clown", "called X 'a lackey'".
  [[nodiscard]] bool is_jibe(std::uint32_t verb, std::uint32_t name, const Filler& target) const {
    if (syntax_.lemma(verb) == "liken") return true;
    const bool claim = !target.empty() && is_claim(target.tokens.front());
    if (!is_quoted(name) || (!claim && stances_.ends_of(target, "Agent").empty())) return false;
    return (syntax_.is_noun(name) || syntax_.has_child_word(name, {"not"})) &&
           one_of(syntax_.lemma(verb), {"call", "describe", "label", "brand", "dub", "dismiss", "denounce",
                                        "compare", "portray", "decry", "paint"});
  }

  // The word that the object is given: "a provocation", "overstated", "as corrupt".
  [[nodiscard]] std::uint32_t given_name(std::uint32_t verb) const {
    const std::uint32_t direct = syntax_.child(verb, {"oprd", "ccomp", "xcomp"});
    if (direct != kNone) return direct;
    if (is_of_person(verb) || summed_up(verb) != kNone) {  // "whom X considers the winner"
      for (const std::uint32_t each : syntax_.children(verb))
        if (each > verb && syntax_.is(each, {"dobj"})) return each;
    }
    const std::uint32_t last = syntax_.child(verb, {"advcl"});  // "called the reports exaggerated"
    const bool bare =
        last != kNone && syntax_.tag(last) == "VBN" && syntax_.child(last, {"mark", "agent"}) == kNone;
    if (bare && one_of(syntax_.lemma(verb), {"call", "deem", "label", "brand", "term"})) return last;
    for (const std::uint32_t each : syntax_.children(verb)) {
      if (!syntax_.is(each, {"prep"}) || syntax_.lower(each) != (is_comparison(verb) ? "to" : "as")) continue;
      return syntax_.child(each, {"pobj", "pcomp", "amod"});
    }
    return kNone;
  }

  // "the leader, whom X called a puppet".
  [[nodiscard]] bool is_of_person(std::uint32_t verb) const {
    const std::uint32_t whom = syntax_.child(verb, {"dobj"});
    return whom != kNone && one_of(syntax_.lower(whom), {"who", "whom"});
  }

  // "X entered the zone, which Y called a provocation".
  [[nodiscard]] bool is_about_clause(std::uint32_t verb) const {
    const std::uint32_t which = syntax_.child(verb, {"dobj"});
    return syntax_.is(verb, {"relcl"}) && which != kNone && which > 0 && syntax_.lower(which) == "which" &&
           syntax_.lower(which - 1) == "," && syntax_.is_verb(syntax_.clause_of(syntax_.head(verb)));
  }

  // "X sent troops, | a step which Y called": the noun that sums up what was told.
  [[nodiscard]] std::uint32_t summed_up(std::uint32_t verb) const {
    if (!syntax_.is(verb, {"relcl", "acl"}) || syntax_.child(verb, {"nsubj"}) == kNone) return kNone;
    const std::uint32_t noun = syntax_.head(verb), article = syntax_.child(noun, {"det"});
    const std::uint32_t own = syntax_.child(verb, {"dobj"});
    const bool gap = own == kNone || own > verb || one_of(syntax_.lower(own), {"which", "that"});
    if (!gap || !syntax_.is(noun, {"appos", "npadvmod", "dep", "attr", "dobj"}) || article == kNone)
      return kNone;
    const bool behind = article > 0 && one_of(syntax_.lower(article - 1), {",", "-", "–", "—", "--"});
    return behind && one_of(syntax_.lower(article), {"a", "an"}) ? noun : kNone;
  }

  // "said that rebels did so, a claim which": who said so; else who did it.
  [[nodiscard]] Tokens doers_of(std::uint32_t deed) const {
    const Tokens doers = context_.slots.doers_of_deed(deed);
    if (doers.empty() || !is_claim(deed)) return doers;
    const Features told = context_.clauses.features(syntax_.clause_of(syntax_.head(deed)));
    return told.speakers.empty() ? doers : told.speakers;
  }

  // "accused X of theft, a charge it calls a lie": X does.
  [[nodiscard]] Ends callers(std::uint32_t verb, std::uint32_t deed, const Tokens& doers) const {
    const Ends named = stances_.ends_of(context_.roles.subject(verb), "Agent");
    const std::uint32_t own = syntax_.child(verb, {"nsubj"});
    const auto same = context_.slots.entities_of(named.mentions);
    const Ends claimants = stances_.ends_of({doers, Step::relative}, "Agent");
    const bool answered = own != kNone && syntax_.tag(own) == "PRP" && is_claim(deed) && !same.empty() &&
                          same == context_.slots.entities_of(claimants.mentions);
    return answered ? stances_.ends_of(context_.roles.object(syntax_.clause_of(syntax_.head(deed))), "Agent")
                    : named;
  }

  // "accused X of theft, a charge that X calls a lie", "a step that Y called illegal": said of the charge and
  // of whoever did so.
  bool read_deed(std::uint32_t verb, Stance stance) {
    const std::uint32_t deed = summed_up(verb);
    if (deed == kNone) return false;
    const Tokens doers = doers_of(deed);
    const Ends speakers = callers(verb, deed, doers);
    stances_.add(verb, stance, speakers, stances_.ends_of({{deed}, Step::relative}, ""), "verdict/summed-up");
    Ends targets = stances_.ends_of({doers, Step::relative}, "Agent");
    stances_.add(verb, stance, speakers, std::move(targets), "verdict/called");
    return true;
  }

  void read_naming(std::uint32_t verb) {
    const std::uint32_t name = given_name(verb);
    if (name == kNone || (syntax_.lemma(name) == "guilty" && syntax_.lemma(verb) == "find")) return;
    const std::uint32_t inner = syntax_.child(name, {"acomp", "attr"});
    const std::uint32_t own = syntax_.child(name, {"nsubj", "nsubjpass"});  // "considers X | the winner"
    Filler target =
        own != kNone ? Filler{context_.roles.expand(own), Step::direct} : context_.roles.object(verb);
    target.tokens.erase(std::remove(target.tokens.begin(), target.tokens.end(), name), target.tokens.end());
    if (const std::uint32_t deed = summed_up(verb); deed != kNone) target = {{deed}, Step::relative};
    Stance stance = stance_of(inner == kNone ? name : inner);
    if (stance == Stance::none && is_jibe(verb, name, target)) stance = Stance::blame;
    const bool backs = stance == Stance::backing &&
                       syntax_.lemma(verb) != "declare" &&  // "declared X the winner"
                       !(one_of(syntax_.lemma(name), {"ally", "friend", "brother"}) &&
                         syntax_.has_child_word(name, {"of"}));  // "regards X as an ally of Y"
    if (stance == Stance::none ||
        (stance == Stance::backing && (!backs || stances_.ends_of(target, "Agent").empty())))
      return;
    const Features features = context_.clauses.features(verb);
    if (features.suppressed || (features.negated && stance == Stance::praise)) return;
    if (read_deed(verb, stance)) return;
    if (target.step == Step::relative && !is_comparison(verb) &&
        !is_of_person(verb)) {  // ", which X described as": mostly what the whole clause says
      if (stance != Stance::blame || !is_about_clause(verb)) return;
      if (is_claim(target.tokens.front()))  // "rejected the offer, which it called an insult"
        stances_.add(verb, stance, stances_.ends_of(context_.roles.subject(verb), "Agent"),
                     stances_.ends_of(target, {}), "verdict/called");
      Ends doers = stances_.ends_of(context_.roles.subject(syntax_.clause_of(syntax_.head(verb))), "Agent");
      for (const std::uint32_t doer : context_.roles.subject(syntax_.clause_of(syntax_.head(verb))).tokens)
        if (doers.empty())
          doers = stances_.ends_of(context_.roles.possessor(doer), "Country");  // "Turkish jets"
      return stances_.add(verb, stance, stances_.ends_of(context_.roles.subject(verb), "Agent"), doers,
                          "verdict/called");
    }
    stances_.add(verb, stance, stances_.ends_of(context_.roles.subject(verb), "Agent"),
                 stances_.ends_of(target, {}), "verdict/called", features.negated);
  }

  const Context& context_;
  const Syntax& syntax_;
  Stances stances_;
};

}  // namespace

void read_verdicts(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  VerdictReader reader(context, builder, drafts);
  read_predicates(context, reader);
}

}  // namespace entente::extract
