// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_rolls.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kLongest = 24;  // names of a list, steps of a climb

class TitleMender : TreeEditor {
 public:
  explicit TitleMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at + 1 < analysis_.tokens.size(); ++at)
      if (one_of(token(at).tag, {"NNS", "NNPS"})) hang_on_name(at);
  }

 private:
  // "Presidents | Felipe Calderon of Mexico": the name is the head.
  void hang_on_name(std::uint32_t title) {
    const std::uint32_t name = child(title, {"appos"});
    if (name == kNone || name < title || ranges_[name].begin != title + 1 || token(title).head == title)
      return;
    if (!token(name).tag.starts_with("NNP") ||
        !one_of(token(title).lemma, {"president", "minister", "king", "chancellor", "senator", "premier"}))
      return;
    hang(name, token(title).head, token(title).dep);
    for (const std::uint32_t each : children_.of(title))
      if (each != name) token(each).head = name;
    hang(title, name, "compound");
    for (std::uint32_t at = title; at <= name; ++at) token(at).ent_type = at == title ? "" : "PERSON";
  }
};

class RollMender : TreeEditor {
 public:
  explicit RollMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 2; at < analysis_.tokens.size(); ++at)
      if (one_of(token(at).dep, {"appos", "conj"}) && is_person(at)) join_listed(at);
  }

 private:
  [[nodiscard]] bool is_person(std::uint32_t at) const {
    if (!token(at).tag.starts_with("NNP") || token(at).dep == "compound") return false;
    const bool title =
        one_of(token(at).lemma, {"Minister", "President", "Secretary", "Chairman", "Director", "Governor"});
    if (title || has_child(at, {"det", "poss"})) return false;  // "the Foreign Minister of Mali"
    const std::uint32_t next = at + 1;
    const bool longer = at > 0 && token(at - 1).head == at && token(at - 1).tag.starts_with("NNP");
    const bool owned = next < analysis_.tokens.size() && text(next) == "of";  // "Felipe Calderon of Mexico"
    if (token(at).ent_type != "PERSON")
      return longer && (token(at).ent_type.empty() || (owned && token(at).ent_type == "ORG"));
    return longer || !owned;  // "X, King of Mali": no name
  }

  // Whether a list from here on comes to its "and".
  [[nodiscard]] bool comes_to_end(std::uint32_t at) const {
    for (int step = 0; step < kLongest; ++step) {
      std::uint32_t next = kNone;
      for (const std::uint32_t each : children_.of(at)) {
        if (each > at && token(each).dep == "conj" && has_child(at, {"cc"}) && is_person(each)) return true;
        if (each > at && one_of(token(each).dep, {"appos", "conj"}) && is_person(each)) next = each;
      }
      if (next == kNone) return false;
      at = next;
    }
    return false;
  }

  // The person whose phrase ends right before a token, or kNone.
  [[nodiscard]] std::uint32_t person_before(std::uint32_t end) const {
    std::uint32_t at = end - 1;
    for (int step = 0; step < kLongest && !is_person(at); ++step) {
      const std::uint32_t above = token(at).head;
      if (above >= at && token(at).dep != "compound") return kNone;
      if (!one_of(token(at).dep, {"pobj", "prep", "compound", "appos"}) || text(at) == "by") return kNone;
      at = above;
    }
    return is_person(at) ? at : kNone;
  }

  void join_listed(std::uint32_t second) {
    const std::uint32_t begin = ranges_[second].begin;
    if (begin < 2 || !one_of(text(begin - 1), {",", ";"}) || !comes_to_end(second)) return;
    const std::uint32_t first = person_before(begin - 1);
    if (first == kNone || first >= begin || branch_of(first, second) != second) return;
    if (token(second).dep == "conj" && token(second).head == first) return;
    hang(second, first, "conj");
  }
};

// "Also attending were X and Y", "Present at the signing were X and Y", "Taking the stage were X and Y": who
// is named last does it.
class InversionMender : TreeEditor {
 public:
  explicit InversionMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 1; at < analysis_.tokens.size(); ++at)
      if (token(at).lemma == "be" && token(at).tag == "VB") hang_on_choice(at);
    for (std::uint32_t at = 1; at < analysis_.tokens.size(); ++at)
      if (token(at).lemma == "be" && one_of(token(at).tag, {"VBD", "VBZ", "VBP"})) turn(at);
  }

 private:
  // "Among those present | at the vigil | was X": X was there.
  void hang_event(std::uint32_t among, std::uint32_t be) {
    const std::uint32_t people = child(among, {"pobj"});
    if (people == kNone || lower_text(analysis_, among) != "among") return;
    for (std::uint32_t at = people + 1; at < be && at <= people + 4; ++at)
      if (token(at).dep == "prep" && one_of(text(at), {"at", "in"}) && branch_of(at, among) != among)
        hang(at, be, "prep");
  }

  // "X has been tapped by Y to be minister": X is to be.
  void hang_on_choice(std::uint32_t be) {
    const bool chosen =
        one_of(token(token(be).head).lemma, {"tap", "pick", "choose", "select", "nominate", "name"});
    if (chosen && token(be).dep == "advcl" && token(be).head < be && has_child(token(be).head, {"nsubjpass"}))
      token(be).dep = "xcomp";
  }

  void turn(std::uint32_t be) {
    const std::uint32_t named = child(be, {"attr", "nsubj"});
    if (named == kNone || named < be || !token(named).tag.starts_with("N")) return;
    const std::uint32_t above = token(be).head;
    if (above < be && token(above).dep == "ROOT" && token(above).tag == "VBG" &&
        token(be).dep.starts_with("aux") && !has_child(above, {"nsubj"})) {
      hang(named, above, "nsubj");  // "Taking the stage were X and Y"
      return;
    }
    if (const std::uint32_t among = child(be, {"prep"}); among != kNone && among < be) hang_event(among, be);
    const std::uint32_t front = child(be, {"acomp", "csubj"});
    if (front == kNone || front > be || (token(named).dep == "attr" && has_child(be, {"nsubj"}))) return;
    token(named).dep = "nsubj";
    if (token(front).tag != "VBG" || token(be).head != be) return;
    hang(front, front, "ROOT");
    hang(be, front, "aux");
    for (const std::uint32_t each : children_.of(be))
      if (each != front) token(each).head = front;
  }
};

}  // namespace

void mend_rolls(nlp::Analysis& analysis) {
  InversionMender(analysis).mend();
  TitleMender(analysis).mend();
  RollMender(analysis).mend();
}

}  // namespace entente::extract
