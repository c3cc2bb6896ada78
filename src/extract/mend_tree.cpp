// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_tree.hpp"

#include <algorithm>

#include "extract/mend_bearers.hpp"
#include "extract/mend_lists.hpp"
#include "extract/mend_modifiers.hpp"
#include "extract/mend_news.hpp"
#include "extract/mend_parties.hpp"
#include "extract/mend_rolls.hpp"
#include "extract/mend_subjects.hpp"
#include "extract/mend_verbs.hpp"
#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kHighest = 8;  // steps up from a verb to the one that it should have joined

class TreeMender : TreeEditor {
 public:
  explicit TreeMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      if (token(at).dep == "conj") lift_finite_verb(at);
      if (token(at).dep == "conj") lift_modal_verb(at);
      if (token(at).dep == "conj") lift_infinitive(at);
      if (token(at).dep == "conj") join_title(at);
      if (token(at).dep == "prep") move_to_verb(at);
      if (token(at).dep == "appos") join_list(at);
      if (token(at).dep == "nsubj") join_subjects(at);
      if (token(at).dep == "conj") lift_out_of_name(at);
      if (token(at).dep == "appos") give_subject(at);
      if (token(at).dep == "appos") move_to_title(at);
      if (token(at).dep == "neg") hang_denial(at);
      if (one_of(token(at).dep, {"advcl", "xcomp"})) hang_act(at);
      if (token(at).dep == "npadvmod" || token(at).dep == "appos") join_late_member(at);
      if (token(at).dep == "nsubj" || token(at).dep == "nsubjpass") join_other_name(at);
      if (token(at).dep == "dep" || token(at).dep == "oprd") join_strayed(at);
    }
  }

 private:
  /// 'p'ast or 'n'ow for a finite full verb, else 0.
  [[nodiscard]] static char tense_of(const nlp::Token& verb) {
    if (verb.tag == "VBD") return 'p';
    return verb.tag == "VBZ" || verb.tag == "VBP" ? 'n' : '\0';
  }

  void lift_finite_verb(std::uint32_t verb) {
    const char tense = tense_of(token(verb));
    const std::uint32_t first = token(verb).head;
    if (tense != 0 && first < verb && tense_of(token(first)) != 0 && tense_of(token(first)) != tense &&
        !has_child(verb, {"nsubj", "nsubjpass", "aux", "auxpass"}))
      return lift_to_tense(verb, tense);
    const bool perfect = token(first).tag == "VBN" && tense == 'p' && has_child(first, {"aux"});
    if (tense == 0 || first >= verb || !(perfect || one_of(token(first).tag, {"VB", "VBG"}))) return;
    const bool progressive = token(first).tag == "VBG" && has_child(first, {"aux"}) && verb > 1 &&
                             token(verb - 1).dep == "cc" &&
                             text(verb - 2) == ",";  // "that X was going, and left"
    if (has_child(verb, {"nsubj", "nsubjpass", "aux", "auxpass"}) ||
        (!perfect && !progressive && has_child(first, {"nsubj", "nsubjpass"})))
      return;
    std::uint32_t above = first;
    for (int step = 0; step < kHighest && token(above).head != above; ++step) {
      above = token(above).head;
      if (above >= verb) return;
      if (tense_of(token(above)) == tense && has_child(above, {"nsubj"})) {
        token(verb).head = above;
        return;
      }
    }
  }

  [[nodiscard]] bool has_aux(std::uint32_t verb, std::string_view tag) const {
    const auto& below = children_.of(verb);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
      return token(each).dep == "aux" && token(each).tag == tag;
    });
  }

  // "would allow X to write but would not free Y": who would not is who would, not X.
  void lift_modal_verb(std::uint32_t verb) {
    const std::uint32_t first = token(verb).head;
    if (first >= verb || !has_aux(verb, "MD") || !has_aux(first, "TO") || has_aux(verb, "TO")) return;
    if (has_child(verb, {"nsubj", "nsubjpass"})) return;
    std::uint32_t above = first;
    for (int step = 0; step < kHighest && token(above).head < verb && token(above).head != above; ++step) {
      above = token(above).head;
      if (!has_aux(above, "MD") || !has_child(above, {"nsubj"})) continue;
      token(verb).head = above;
      return;
    }
  }

  // "decided to cut a line run by X and to sack Y": who decided is to sack Y.
  void lift_infinitive(std::uint32_t verb) {
    const std::uint32_t first = token(verb).head;
    if (first >= verb || !has_aux(verb, "TO") || has_aux(first, "TO") || token(first).dep != "acl") return;
    std::uint32_t above = first;
    for (int step = 0; step < kHighest && token(above).head < above; ++step) {
      above = token(above).head;
      if (!has_aux(above, "TO")) continue;
      token(verb).head = above;
      return;
    }
  }

  // "X, Director of A, and Chairman of B": one person's two offices.
  void join_title(std::uint32_t title) {
    const std::uint32_t person = token(title).head;
    if (token(person).ent_type != "PERSON" || person >= title || token(title).ent_type == "PERSON" ||
        !has_child(title, {"prep"}) || has_child(title, {"det", "compound"}))
      return;
    for (const std::uint32_t each : children_.of(person)) {
      if (token(each).dep != "appos" || each > title || !has_child(each, {"prep"})) continue;
      token(title).head = each;
      return;
    }
  }

  // "is alarmed by reports that X shelled Y, and urges Z": who is alarmed urges.
  void lift_to_tense(std::uint32_t verb, char tense) {
    std::uint32_t above = token(verb).head;
    for (int step = 0; step < kHighest && token(above).head != above; ++step) {
      const bool clause = one_of(token(above).dep, {"ccomp", "acl", "relcl", "advcl"});
      above = token(above).head;
      if (above >= verb) return;
      if (clause && tense_of(token(above)) == 0 && token(above).tag.starts_with("V")) return;
      if (tense_of(token(above)) == tense && has_child(above, {"nsubj"})) {
        token(verb).head = above;
        return;
      }
    }
  }

  // "the Office for Rural Cooperation, the Caribbean Community and X": what is joined to a name is not joined
  // to the last word of it.
  void lift_out_of_name(std::uint32_t other) {
    const std::uint32_t inner = token(other).head;
    if (inner >= other || token(inner).ent_type != "ORG" || !one_of(token(other).ent_type, {"ORG", "GPE"}))
      return;
    const bool apart = text(ranges_[other].begin - 1) == "," || has_child(other, {"det"});
    if (!apart) return;  // "Bureau for Rivers and Lakes" is one
    std::uint32_t begin = inner, end = inner + 1;
    while (begin > 0 && token(begin).ent_iob == nlp::EntIob::inside) --begin;
    while (end < analysis_.tokens.size() && token(end).ent_iob == nlp::EntIob::inside) ++end;
    if (other < end) return;
    std::uint32_t top = inner;
    for (int step = 0;
         step < kHighest && token(top).head >= begin && token(top).head < end && token(top).head != top;
         ++step)
      top = token(top).head;
    if (token(top).tag.starts_with("NNP")) token(other).head = top;
  }

  // "A, B and C did it": one list, where the parser saw two subjects.
  void join_subjects(std::uint32_t second) {
    const std::uint32_t begin = ranges_[second].begin;
    if (begin < 2 || text(begin - 1) != "," || !has_child(second, {"cc"}) || !has_child(second, {"conj"}))
      return;
    for (const std::uint32_t each : children_.of(token(second).head)) {
      if (token(each).dep != "nsubj" || each >= second || ranges_[each].end + 1 < begin) continue;
      if (!token(each).tag.starts_with("NNP") || !token(second).tag.starts_with("NNP")) continue;
      hang(second, each, "conj");
      return;
    }
  }

  // "Australia, the United Kingdom and the United States": no state is another.
  void join_list(std::uint32_t second) {
    const std::uint32_t first = token(second).head;
    const bool states = one_of(token(first).ent_type, {"GPE", "ORG"}) && token(second).ent_type == "GPE";
    if (states && first < second && has_child(second, {"cc"}) && has_child(second, {"conj"}))
      token(second).dep = "conj";
  }

  // "At the invitation of President Xi, the Prime Minister of Malaysia paid a visit": what stands before a
  // verb without a subject is its subject, not another name for the last noun of the phrase in front.
  void give_subject(std::uint32_t noun) {
    const TokenRange whole = ranges_[noun];
    if (whole.begin == 0 || text(whole.begin - 1) != "," || !is_noun_phrase(whole.begin, noun)) return;
    std::uint32_t verb = whole.end;
    while (verb < analysis_.tokens.size() && one_of(token(verb).dep, {"aux", "auxpass", "neg", "advmod"}))
      ++verb;
    if (verb >= analysis_.tokens.size() || tense_of(token(verb)) == 0) {
      const bool perfect =
          verb < analysis_.tokens.size() && token(verb).tag.starts_with("VB") && verb > whole.end;
      if (!perfect) return;
    }
    if (has_child(verb, {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})) return;
    std::uint32_t above = token(noun).head;
    for (int step = 0; step < kHighest && token(above).head != above && token(above).head != verb; ++step)
      above = token(above).head;
    if (token(above).head != verb || token(above).dep != "prep" || above >= noun) return;
    token(noun).head = verb;
    token(noun).dep = has_child(verb, {"auxpass"}) ? "nsubjpass" : "nsubj";
  }

  // "the Speaker and the party whip, Jim Clyburn,": the name is of the last of the list, not of its first.
  void move_to_title(std::uint32_t name) {
    const std::uint32_t first = token(name).head, begin = ranges_[name].begin;
    if (token(name).ent_type != "PERSON" || first >= name || begin < 2 || text(begin - 1) != ",") return;
    for (std::uint32_t title = begin - 2; title > first; --title) {
      const bool last =
          token(title).dep == "conj" && token(title).tag == "NN" && ranges_[title].end + 1 >= begin;
      std::uint32_t above = title;
      for (int step = 0; last && step < kHighest && token(above).dep == "conj" && above != first; ++step)
        above = token(above).head;
      if (last && above == first) token(name).head = title;
      if (last || !token(title).tag.starts_with("N")) return;
    }
  }

  [[nodiscard]] bool is_noun_phrase(std::uint32_t begin, std::uint32_t head) const {
    return begin < head && one_of(token(begin).tag, {"DT", "PRP$", "NNP"}) &&
           token(head).tag.starts_with("NN");
  }

  // "Laos, Cambodia and, later, Vietnam": the adverb between commas hides the last of a list.
  void join_late_member(std::uint32_t last) {
    if (last < 5 || !token(last).tag.starts_with("NNP") || text(last - 1) != "," || text(last - 3) != ",")
      return;
    if (token(last - 2).dep != "advmod" || token(last - 4).dep != "cc") return;
    hang(last, token(last - 4).head, "conj");
  }

  // "ruled out sending", "ignored calls to release": what is ruled out or called for, not when or why.
  void hang_act(std::uint32_t act) {
    const std::uint32_t verb = token(act).head;
    if (act < verb + 2 || has_child(act, {"nsubj", "nsubjpass", "mark"})) return;
    std::uint32_t before = token(act).tag == "VBG" ? act - 1 : act - 2;
    if (token(act).tag == "VB" && token(before).dep == "pobj") before = asked_for(before, verb);
    if (token(before).head != verb) return;
    if (token(act).tag == "VBG" && token(before).dep == "prt" && !has_child(verb, {"dobj"}))
      token(act).dep = "xcomp";
    if (token(act).tag != "VB" || text(act - 1) != "to" || token(before).dep != "dobj") return;
    if (!one_of(token(before).lemma,
                {"call", "demand", "request", "appeal", "plea", "order", "pressure", "offer", "invitation"}))
      return;
    hang(act, before, "acl");
  }

  // "accepted the invitation of X to come", "put pressure on X to stop": invitation, pressure; else X.
  [[nodiscard]] std::uint32_t asked_for(std::uint32_t whom, std::uint32_t verb) const {
    const std::uint32_t preposition = token(whom).head;
    const std::uint32_t above = token(preposition).head;
    const std::string word = lower_text(analysis_, preposition);
    if (word == "of") return above;
    if (!one_of(word, {"on", "upon"})) return whom;
    if (above != verb) return above;
    for (const std::uint32_t each : children_.of(verb))
      if (token(each).dep == "dobj" && each < preposition) return each;
    return whom;
  }

  // "Ban, the secretary-general, condemned it": of two subjects with commas round the second one, the second
  // is another name for the first.
  void join_other_name(std::uint32_t second) {
    const TokenRange whole = ranges_[second];
    const std::uint32_t verb = token(second).head;
    if (whole.begin < 2 || whole.end >= analysis_.tokens.size() || verb <= second) return;
    const bool closed = text(whole.end) == "," || text(whole.end - 1) == ",";
    if (text(whole.begin - 1) != "," || !closed || !token(second).tag.starts_with("NN")) return;
    if (one_of(token(second).ent_type, {"DATE", "TIME"})) return;
    for (const std::uint32_t first : children_.of(verb)) {
      if (first >= second || !one_of(token(first).dep, {"nsubj", "nsubjpass"})) continue;
      const bool noun =
          token(first).tag.starts_with("NN") && !one_of(token(first).ent_type, {"DATE", "TIME"});
      const std::uint32_t end = ranges_[first].end;
      if (!noun || end + 1 < whole.begin || end > whole.begin) continue;
      hang(second, first, "appos");
      return;
    }
  }

  // "blamed A, B and C": the second name of a list hangs on the verb.
  void join_strayed(std::uint32_t name) {
    const TokenRange whole = ranges_[name];
    if (!token(name).tag.starts_with("NNP") || whole.begin < 2 || text(whole.begin - 1) != ",") return;
    if (!has_child(name, {"cc"}) || !has_child(name, {"conj"})) return;
    for (const std::uint32_t first : children_.of(token(name).head)) {
      const bool object = one_of(token(first).dep, {"dobj", "dative", "nsubj", "nsubjpass"});
      if (!object || first > name || !token(first).tag.starts_with("NNP")) continue;
      if (ranges_[first].end + 1 != whole.begin) continue;
      hang(name, first, "conj");
      return;
    }
  }

  // "yielded to X, not to Y", "deals with X and not with Y": the phrase is denied, not the act.
  void hang_denial(std::uint32_t denial) {
    const std::uint32_t verb = token(denial).head, phrase = denial + 1;
    if (verb >= denial || phrase >= analysis_.tokens.size() || token(phrase).dep != "prep") return;
    const bool joined = one_of(lower_text(analysis_, denial - 1), {",", "and", "but"});
    if (!joined || token(phrase).head != verb || !has_child(phrase, {"pobj"})) return;
    token(denial).head = phrase;
    const std::uint32_t other = token(verb).head;  // the parser hangs both on X
    if (token(verb).dep == "pobj" && text(other) == text(phrase)) token(phrase).head = token(other).head;
  }

  // Persons are not told apart by the place where one meets them.
  void move_to_verb(std::uint32_t preposition) {
    const std::uint32_t person = token(preposition).head;
    if (person >= preposition || !is_person(person) ||
        !one_of(lower_text(analysis_, preposition), {"in", "at", "on"}))
      return;
    bool place_or_time = false;
    for (const std::uint32_t each : children_.of(preposition)) {
      place_or_time = place_or_time || (token(each).dep == "pobj" &&
                                        one_of(token(each).ent_type, {"GPE", "LOC", "FAC", "DATE", "TIME"}));
    }
    std::uint32_t verb = token(person).head;
    const bool inverted = token(person).dep == "nsubj" && token(verb).tag == "VBD" && verb < person;
    if (inverted && lower_text(analysis_, preposition) == "at")
      token(preposition).head = verb;  // "..., said X, the union's head, at the funeral"
    if (!place_or_time || !one_of(token(person).dep, {"dobj", "pobj"})) return;
    if (token(person).dep == "pobj" && one_of(lower_text(analysis_, verb), {"with", "by", "to"}))
      verb = token(verb).head;
    if (verb < person && token(verb).tag.starts_with("VB")) token(preposition).head = verb;
  }

  [[nodiscard]] bool is_person(std::uint32_t at) const {
    return token(at).ent_type == "PERSON" ||
           one_of(token(at).lemma, {"counterpart", "minister", "president", "premier", "chancellor", "king",
                                    "leader", "secretary"});
  }
};

}  // namespace

void mend_tree(nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer) {
  TreeMender(analysis).mend();
  mend_bearers(analysis);
  mend_modifiers(analysis);
  mend_parties(analysis);
  mend_rolls(analysis);
  mend_lists(analysis);
  mend_subjects(analysis, gazetteer);
  mend_verbs(analysis);
  mend_news(analysis);
}

}  // namespace entente::extract
