// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_subjects.hpp"

#include <algorithm>

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kHighest = 12;  // steps up or along a list

class SubjectMender : TreeEditor {
 public:
  SubjectMender(nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer)
      : TreeEditor(analysis), gazetteer_(gazetteer) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      const std::string_view dep = token(at).dep;
      if (dep == "compound") free_receiver(at);
      if (dep == "nsubj" || dep == "nsubjpass") join_behind_conjunction(at);
      if (dep == "appos") join_name_of_list(at);
      if (dep == "ccomp" || dep == "advcl") take_subject(at);
      if (dep == "ccomp") name_what_is_called(at);
      if (dep == "amod") hang_guilt(at);
      if (dep == "prep") hang_members(at);
      if (dep == "conj" && token(at).tag == "VBN") suffer_too(at);
      if (dep == "ROOT") find_speaker(at);
      if (dep == "ROOT" || dep == "parataxis") free_told_subject(at);
      if (dep == "parataxis") free_told_speaker(at);
      if (dep == "advcl" && token(at).tag == "VBG") join_each_other(at);
      if (one_of(token(at).dep, {"acl", "relcl"})) judge_claim(at);
      if (one_of(token(at).lemma, {"hour", "day", "week", "month"})) hang_deadline(at);
    }
  }

 private:
  [[nodiscard]] bool is_name(std::uint32_t at) const { return token(at).tag.starts_with("NNP"); }

  void join_behind_conjunction(std::uint32_t second) {
    const std::uint32_t begin = ranges_[second].begin, verb = token(second).head;
    if (begin < 2 || token(begin - 1).dep != "cc" || !token(second).tag.starts_with("N")) return;
    const std::uint32_t first = token(begin - 1).head;
    if (first >= begin || !token(first).tag.starts_with("N")) return;
    const std::uint32_t subject = branch_of(first, verb);
    if (subject == verb || subject >= second || !one_of(token(subject).dep, {"nsubj", "nsubjpass"})) return;
    for (const std::uint32_t each : children_.of(first))
      if (token(each).dep == "conj" && each > begin) return;
    const std::uint32_t last = begin > 2 && text(begin - 2) == "," ? begin - 3 : first;
    const bool in_list = last != first && is_name(last) && is_name(second) && !is_name(first) &&
                         one_of(token(last).dep, {"conj", "pobj"});
    hang(second, in_list ? last : first, "conj");
  }

  // "ten were killed and two injured in a raid": the two were, with the auxiliary of the ten.
  void suffer_too(std::uint32_t second) {
    const std::uint32_t first = token(second).head;
    if (first >= second || token(first).tag != "VBN" || !has_child(first, {"auxpass"})) return;
    if (has_child(second, {"aux", "auxpass", "dobj", "nsubjpass"})) return;
    for (const std::uint32_t subject : children_.of(second))
      if (token(subject).dep == "nsubj" && subject < second && subject > first)
        token(subject).dep = "nsubjpass";
  }

  [[nodiscard]] bool are_alike(std::uint32_t first, std::uint32_t second) const {
    const auto kind = [&](std::uint32_t at) {
      const std::string_view type = token(at).ent_type;
      return one_of(type, {"GPE", "ORG", "NORP"}) ? std::string_view("body") : type;
    };
    return kind(first) == kind(second) && one_of(kind(first), {"body", "PERSON"});
  }

  /// A name of one word that the gazetteer has for a country, and for nothing else.
  [[nodiscard]] bool is_country(std::uint32_t at) const {
    const auto& entries = gazetteer_.names(ontology::name_key(text(at)));
    return !entries.empty() && std::all_of(entries.begin(), entries.end(), [&](const auto& entry) {
      return gazetteer_.entities()[entry.entity].cls == "Country" &&
             entry.kind != ontology::NameKind::capital;
    });
  }

  // "the Kenyan president, Uganda's prime minister and the Egyptian foreign minister met"
  [[nodiscard]] bool is_list_of_offices(std::uint32_t first, std::uint32_t second) const {
    if (token(first).tag != "NN" || token(second).tag != "NN" || !has_child(second, {"poss"})) return false;
    for (const std::uint32_t last : children_.of(second)) {
      if (token(last).dep != "conj" || token(last).tag != "NN" || !has_child(last, {"det", "poss"})) continue;
      const std::uint32_t end = ranges_[second].end;
      return last > second && end < analysis_.tokens.size() && token(end).tag.starts_with("VB");
    }
    return false;
  }

  // "Saudi Arabia, the Emirates, Bahrain and Egypt": the second name has those behind it; not "Paris, France
  // and Berlin".
  [[nodiscard]] bool is_long_list(std::uint32_t first, std::uint32_t second) const {
    if (!are_alike(first, second) || has_child(second, {"prep", "appos", "relcl"})) return false;
    std::uint32_t last = second, count = 0;
    for (bool more = true; more && count < kHighest; ++count) {
      more = false;
      for (const std::uint32_t each : children_.of(last)) {
        if (token(each).dep != "conj" || !is_name(each) || !are_alike(first, each)) continue;
        last = each;
        more = true;
        break;
      }
    }
    return count > 2 || (count > 1 && has_child(second, {"det"}) && token(first).ent_type == "GPE");
  }

  // "X and Y parted, each blaming the other": blaming each other.
  void join_each_other(std::uint32_t verb) {
    std::uint32_t each = verb, other = verb;
    for (const std::uint32_t child : children_.of(verb)) {
      if (token(child).dep == "nsubj" && lower_text(analysis_, child) == "each") each = child;
      if (token(child).dep == "dobj" && lower_text(analysis_, child) == "other") other = child;
    }
    if (each >= verb || other <= verb || lower_text(analysis_, other - 1) != "the") return;
    hang(each, other, "det");
  }

  // "lend Hungary 12 billion euros": Hungary receives them, they are no Hungarian euros.
  void free_receiver(std::uint32_t name) {
    std::uint32_t money = token(name).head;
    if (token(money).tag == "CD") money = token(money).head;
    const std::uint32_t verb = token(money).head;
    if (money <= name || token(money).dep != "dobj" || verb != name - 1 || !is_name(name)) return;
    if (!one_of(token(verb).lemma,
                {"lend", "give", "grant", "pay", "offer", "loan", "owe", "pledge", "promise"}))
      return;
    if (token(name + 1).tag == "CD") hang(name, verb, "dative");
  }

  // "X, Y said, attacked Z": X attacked it, in what Y says.
  void free_told_subject(std::uint32_t said) {
    if (!is_told(said)) return;
    std::uint32_t doer = kNone, speaker = kNone;
    for (const std::uint32_t each : children_.of(said)) {
      const bool first =
          doer == kNone && each < said && one_of(token(each).dep, {"nsubj", "npadvmod", "dep"});
      const std::uint32_t end = ranges_[each].end;
      if (first && (text(end) == "," || text(end - 1) == ",")) {
        doer = each;
      } else if (token(each).dep == "nsubj") {
        speaker = each;
      }
    }
    if (doer == kNone || speaker == kNone || doer > speaker) return;
    const std::uint32_t act = token(said).dep == "parataxis" ? token(said).head : child(said, {"ccomp"});
    if (act == kNone || act < said || !has_comma_between(said, act)) return;
    if (has_child(act, {"nsubj", "nsubjpass", "expl", "csubj", "mark"}) || !is_finite(act)) return;
    hand(doer, act);
  }

  // "X, the head of Y said, fell": the head says it, he is no other name for X.
  void free_told_speaker(std::uint32_t said) {
    if (said == 0 || !is_told(said) || has_child(said, {"nsubj", "nsubjpass", "expl"})) return;
    const std::uint32_t act = token(said).head;
    for (const std::uint32_t doer : children_.of(act)) {
      if (!one_of(token(doer).dep, {"nsubj", "nsubjpass"}) || doer > said) continue;
      for (const std::uint32_t speaker : children_.of(doer))
        if (token(speaker).dep == "appos" && ranges_[speaker].end == said)
          return hang(speaker, said, "nsubj");
    }
  }

  [[nodiscard]] bool has_comma_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from + 1; at < to; ++at)
      if (text(at) == ",") return true;
    return false;
  }

  // "was held near X, his wife, Olga, said": who stands between the commas in front of the verb says it.
  void find_speaker(std::uint32_t verb) {
    if (verb < 3 || !one_of(token(verb).tag, {"VBD", "VBZ", "VBP"}) || !is_told(verb)) return;
    if (has_child(verb, {"nsubj", "nsubjpass", "expl", "csubj"}) || !has_child(verb, {"ccomp"})) return;
    const std::uint32_t before = text(verb - 1) == "," ? verb - 2 : verb - 1;
    std::uint32_t speaker = verb;
    std::uint32_t at = before;
    for (int step = 0; step < kHighest && at != verb && token(at).head != at; ++step, at = token(at).head)
      if (token(at).dep == "appos") speaker = at;
    const std::uint32_t begin = speaker == verb ? 0 : ranges_[speaker].begin;
    if (at != verb || begin < 2 || text(begin - 1) != ",") return;
    hang(speaker, verb, "nsubj");
  }

  void join_name_of_list(std::uint32_t second) {
    const std::uint32_t first = token(second).head, begin = ranges_[second].begin;
    if (first >= second || begin == 0 || text(begin - 1) != ",") return;
    if (is_list_of_offices(first, second)) return hang(second, first, "conj");
    if (!is_name(first) || !is_name(second)) return;
    if (is_country(first) && is_country(second)) return hang(second, first, "conj");
    if (is_long_list(first, second)) return hang(second, first, "conj");
    if (has_child(first, {"poss"}) && has_child(second, {"poss"}) && has_child(second, {"conj"}))
      return hang(second, first, "conj");  // "Benin's X, Togo's Y and Mali's Z"
    if (!are_alike(first, second) || has_child(second, {"det", "prep", "appos", "cc", "conj"})) return;
    for (const std::uint32_t last : children_.of(first)) {
      const std::uint32_t at = ranges_[last].begin;
      if (token(last).dep != "conj" || last < second || !is_name(last) || has_child(last, {"appos"}))
        continue;
      if (token(at - 1).dep == "cc" && text(at - 2) == "," && are_alike(first, last))
        return hang(second, first, "conj");
    }
  }

  [[nodiscard]] bool is_finite(std::uint32_t verb) const {
    const auto finite = [&](std::uint32_t at) { return one_of(token(at).tag, {"VBD", "VBZ", "VBP", "MD"}); };
    const auto& below = children_.of(verb);
    return finite(verb) || std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
             return one_of(token(each).dep, {"aux", "auxpass"}) && finite(each);
           });
  }

  void take_subject(std::uint32_t verb) {
    const std::uint32_t above = token(verb).head, begin = ranges_[verb].begin;
    if (above >= begin || begin < 2 || !is_finite(verb)) return;
    if (has_child(verb, {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass", "mark"})) return;
    const std::uint32_t before = begin - 1;
    if (!token(before).tag.starts_with("N")) return;
    const std::uint32_t branch = branch_of(before, above);
    if (branch == above || branch < above) return;
    if (token(branch).dep == "dobj" && token(branch).tag.starts_with("N"))
      return is_told(above) ? hand(branch, verb) : void();
    if (token(branch).dep != "ccomp" || !has_child(branch, {"nsubj", "nsubjpass"})) return;
    for (std::uint32_t noun = before; noun != branch; noun = token(noun).head) {
      const std::uint32_t from = ranges_[noun].begin;
      if (token(noun).dep != "conj" || from == 0 || token(from - 1).dep != "cc") continue;
      if (!token(noun).tag.starts_with("N")) return;
      hand(noun, verb);
      token(from - 1).head = branch;
      return hang(verb, branch, "conj");
    }
  }

  /// Whether a verb tells what a clause says.
  [[nodiscard]] bool is_told(std::uint32_t verb) const {
    return one_of(token(verb).lemma,
                  {"say",      "tell",     "confirm", "report",  "claim", "allege",  "believe", "think",
                   "warn",     "announce", "state",   "know",    "deny",  "declare", "reveal",  "show",
                   "learn",    "fear",     "insist",  "admit",   "hear",  "note",    "add",     "argue",
                   "complain", "write",    "joke",    "predict", "shout", "chant"});
  }

  // "an accusation that X dismissed as absurd": it is dismissed, it does not say that X dismissed anything.
  void judge_claim(std::uint32_t clause) {
    const std::uint32_t that = child(clause, {"mark"}), claim = token(clause).head;
    if (that == kNone || lower_text(analysis_, that) != "that" ||
        has_child(clause, {"dobj", "ccomp", "nsubjpass"}))
      return;
    if (!one_of(token(claim).lemma,
                {"claim", "charge", "accusation", "allegation", "assertion", "suggestion"}) ||
        !one_of(token(clause).lemma,
                {"describe", "dismiss", "deny", "reject", "call", "denounce", "dispute", "brand"}))
      return;
    hang(that, clause, "dobj");
    token(that).tag = "WDT";
    token(clause).dep = "relcl";
  }

  // "gave the envoy, X, 48 hours to leave": he is given the hours, they are no other name for him.
  void hang_deadline(std::uint32_t time) {
    const std::uint32_t above = token(time).head;
    const std::uint32_t named = token(above).dep == "appos" ? token(above).head : above;  // "the envoy, X,"
    const std::uint32_t verb = token(time).dep == "appos" ? token(named).head : above;
    if (!one_of(token(time).dep, {"appos", "npadvmod"}) ||
        !one_of(token(verb).lemma, {"give", "allow", "grant"}))
      return;
    const std::uint32_t whom = child(verb, {"dobj", "dative"});
    if (whom == kNone || whom > time || (token(time).dep == "appos" && named != whom)) return;
    bool to_act = false;
    for (std::uint32_t at = time + 1; at < time + 3 && at < analysis_.tokens.size(); ++at)
      to_act = to_act || (text(at) == "to" && token(at).dep == "aux");
    if (!to_act) return;
    hang(whom, verb, "dative");
    hang(time, verb, "dobj");
  }

  // "condemned what he called interference by X": he condemned the interference.
  void name_what_is_called(std::uint32_t called) {
    const std::uint32_t verb = token(called).head;
    if (verb >= called ||
        !one_of(token(called).lemma, {"call", "term", "describe", "label", "dub", "brand", "hail"}))
      return;
    std::uint32_t noun = kNone;
    bool what = false;
    for (const std::uint32_t each : children_.of(called)) {
      if (each < called) what = what || text(each) == "what";
      if (each > called && token(each).dep == "oprd" && token(each).tag.starts_with("N")) noun = each;
      if (each > called && token(each).dep == "prep" && text(each) == "as" && noun == kNone)
        noun = object_of(each);
    }
    if (!what || noun == kNone) return;
    hang(noun, verb, "dobj");
    hang(called, noun, "relcl");
    for (const std::uint32_t each : children_.of(called))
      if (each > noun && token(each).dep == "prep") token(each).head = noun;
  }

  [[nodiscard]] std::uint32_t object_of(std::uint32_t preposition) const {
    for (const std::uint32_t each : children_.of(preposition))
      if (token(each).dep == "pobj" && token(each).tag.starts_with("N")) return each;
    return kNone;
  }

  // "hold X and Y responsible for it": the adjective behind the last name goes with the verb.
  void hang_guilt(std::uint32_t adjective) {
    const std::uint32_t noun = token(adjective).head;
    if (noun >= adjective || !one_of(token(adjective).lemma, {"responsible", "accountable", "liable"}))
      return;
    const std::uint32_t verb = token(noun).head;
    if (token(noun).dep != "dobj" || token(verb).lemma != "hold") return;
    hang(adjective, verb, "oprd");
  }

  // "fourteen countries, among them X and Y,": X and Y are of those countries.
  void hang_members(std::uint32_t among) {
    if (among < 2 || among + 2 >= analysis_.tokens.size() || lower_text(analysis_, among) != "among" ||
        !one_of(text(among + 1), {"them", "whom"}) || text(among - 1) != "," ||
        !token(among - 2).tag.starts_with("N"))
      return;
    std::uint32_t member = kNone;
    for (std::uint32_t at = among + 2; at < analysis_.tokens.size() && member == kNone; ++at) {
      if (!token(at).tag.starts_with("N")) return;
      const bool beside = token(at).dep == "appos" && token(at).head == among - 2;
      if (beside || (token(at).dep == "pobj" && token(at).head == among)) member = at;
    }
    if (member == kNone) return;
    token(among).head = among - 2;
    hang(among + 1, among, "dep");
    hang(member, among, "pobj");
  }

  void hand(std::uint32_t noun, std::uint32_t verb) {
    token(noun).head = verb;
    token(noun).dep = has_child(verb, {"auxpass"}) ? "nsubjpass" : "nsubj";
  }

  const ontology::Gazetteer& gazetteer_;
};

}  // namespace

void mend_subjects(nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer) {
  SubjectMender(analysis, gazetteer).mend();
}

}  // namespace entente::extract
