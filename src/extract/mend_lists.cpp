// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_lists.hpp"

#include <algorithm>

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

class ListMender : TreeEditor {
 public:
  explicit ListMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      const std::string_view dep = token(at).dep;
      if (one_of(dep, {"npadvmod", "advmod"}) && is_body(at)) make_subject(at);
      if (one_of(dep, {"ROOT", "ccomp"}) && one_of(token(at).tag, {"VBD", "VBZ", "VBP"})) free_subject(at);
      if (dep == "acl" && token(at).tag == "VBN") make_main_verb(at);
      if (dep == "nmod" && token(at).ent_type == "PERSON") join_person(at);
      if (dep == "conj" && token(at).tag == "NNS") join_nationality(at);
      if (dep == "nmod" && token(at).tag == "NN") part_sides(at);
      if (dep == "appos") join_member(at);
      if (token(at).lemma == "join" && one_of(dep, {"acl", "advcl"})) join_companion(at);
    }
  }

 private:
  /// A name of a country or body, as far as one sees.
  [[nodiscard]] bool is_body(std::uint32_t at) const {
    return token(at).tag.starts_with("NNP") && one_of(token(at).ent_type, {"GPE", "ORG", "NORP"});
  }

  // "Malaysia, Brunei and Laos denounced", "Tonga, backed by Fiji, won": a name that opens the clause.
  void make_subject(std::uint32_t name) {
    const std::uint32_t verb = token(name).head, comma = ranges_[name].end;
    if (verb <= comma || comma + 2 >= analysis_.tokens.size() || text(comma) != ",") return;
    if (ranges_[verb].begin != ranges_[name].begin || child(verb, {"nsubjpass", "expl", "csubj"}) != kNone)
      return;
    const std::uint32_t subject = child(verb, {"nsubj"});
    if (subject == kNone) {
      const std::uint32_t participle = comma + 1;
      if (token(participle).head != verb || token(participle).dep != "advcl" ||
          !one_of(token(participle).tag, {"VBN", "VBG"}) || token(verb).tag == "VB")
        return;
      token(name).dep = child(verb, {"auxpass"}) == kNone ? "nsubj" : "nsubjpass";
      if (token(participle).tag == "VBN") hang(participle, name, "acl");
      return;
    }
    if (ranges_[subject].begin != comma + 1 || !is_body(subject) || ranges_[subject].end > verb) return;
    const std::uint32_t last = child(subject, {"conj"});
    if (last == kNone || !token(last).tag.starts_with("NNP") || child(subject, {"cc"}) == kNone) return;
    token(name).dep = "nsubj";
    hang(subject, name, "conj");
  }

  // "Iceland, along with Norway, offered to": the main verb, no participle.
  void make_main_verb(std::uint32_t verb) {
    const std::uint32_t name = token(verb).head;
    if (name >= verb || token(name).dep != "ROOT" || !is_body(name) || text(verb - 1) != ",") return;
    for (const std::uint32_t along : children_.of(verb)) {
      if (along != name + 2 || token(along).dep != "prep" || text(name + 1) != "," ||
          !one_of(token(along).lemma, {"along", "together"}))
        continue;
      hang(verb, verb, "ROOT");
      hang(name, verb, "nsubj");
      token(verb).tag = "VBD";
      return;
    }
  }

  // "After talks between X and Y, Z and W agreed": Z and W, no members of the list in the phrase in front.
  void free_subject(std::uint32_t verb) {
    if (child(verb, {"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"}) != kNone) return;
    std::uint32_t edge = verb;
    while (edge > 0 && token(edge - 1).head == verb &&
           one_of(token(edge - 1).dep, {"aux", "auxpass", "advmod", "neg"}))
      --edge;
    if (edge < 4) return;
    for (std::uint32_t noun = edge; noun-- > 3;) {
      if (text(noun) == ",") return;
      const std::uint32_t begin = ranges_[noun].begin;
      if (begin == 0 || ranges_[noun].end != edge || text(begin - 1) != "," ||
          !one_of(token(noun).dep, {"conj", "appos"}) || !token(noun).tag.starts_with("N"))
        continue;
      const std::uint32_t front = branch_of(noun, verb);
      if (front == verb || !one_of(token(front).dep, {"prep", "advcl"}) ||
          ranges_[front].begin != ranges_[verb].begin)
        return;
      hang(noun, verb, child(verb, {"auxpass"}) == kNone ? "nsubj" : "nsubjpass");
      return;
    }
  }

  // "Serbian President X and Kosovo Prime Minister Y": two people, not a Y of X and Kosovo.
  void join_person(std::uint32_t first) {
    const std::uint32_t second = token(first).head, conjunction = first + 1;
    if (second < first + 3 || token(second).ent_type != "PERSON" || token(conjunction).dep != "cc" ||
        token(conjunction).head != first ||
        !one_of(token(second).dep, {"nsubj", "nsubjpass", "dobj", "pobj"}))
      return;
    for (std::uint32_t at = conjunction + 1; at < second; ++at)
      if (!token(at).tag.starts_with("NNP") && token(at).tag != "JJ" && token(at).tag != "POS") return;
    const std::uint32_t joined = child(first, {"conj"});
    if (joined != kNone && joined > second) return;
    token(first).head = token(second).head;
    token(first).dep = token(second).dep;
    if (joined != kNone) hang(joined, second, "nmod");
    hang(second, first, "conj");
  }

  // "fighting between the army and Tuareg rebels": two sides, no rebels of the army.
  void part_sides(std::uint32_t first) {
    const std::uint32_t second = token(first).head, between = token(second).head,
                        joined = child(first, {"conj"});
    if (token(second).dep != "pobj" || lower_text(analysis_, between) != "between" || second < first + 3)
      return;
    if (!has_child(first, {"det"}) || token(first + 1).dep != "cc" || joined == kNone || joined > second)
      return;
    hang(first, between, "pobj");
    hang(second, first, "conj");
    hang(joined, second, "compound");
  }

  // "Kyrgyz and Tajik border guards": guards of both.
  void join_nationality(std::uint32_t people) {
    const std::uint32_t first = token(people).head;
    if (first + 2 >= people || token(first + 1).dep != "cc" || token(first).ent_type != "NORP") return;
    if (one_of(token(first).tag, {"NNS", "NNPS"}) || !one_of(token(first + 2).dep, {"amod", "compound"}) ||
        token(first + 2).head != people || ranges_[first].begin != first)
      return;
    if (first != token(first).head) token(people).head = token(first).head;
    if (first == token(first).head) token(people).head = people;
    token(people).dep = token(first).dep;
    hang(first, people, "amod");
    hang(first + 2, first, "conj");
    for (const std::uint32_t each : children_.of(first))
      if (each > people) token(each).head = people;
  }

  // "Kenya, the Gambia, Chad and Peru urged": names of a list, the second none of the first.
  void join_member(std::uint32_t second) {
    const std::uint32_t first = token(second).head, third = child(second, {"conj"});
    if (third == kNone || !token(first).tag.starts_with("NNP") ||
        !one_of(token(first).dep, {"nsubj", "nsubjpass"}))
      return;
    if (!token(second).tag.starts_with("NNP") || !token(third).tag.starts_with("NNP")) return;
    if (ranges_[first].begin != first || ranges_[second].begin != first + 2 || text(first + 1) != ",") return;
    if (text(third - 1) == "," && child(third, {"cc"}) != kNone &&
        ranges_[second].end < token(first).head + 1)
      token(second).dep = "conj";
  }

  // "X, joined by Y and Z, urged": they urged too.
  void join_companion(std::uint32_t joined) {
    const std::uint32_t by = child(joined, {"agent"});
    const std::uint32_t companion = by == kNone ? kNone : child(by, {"pobj"});
    if (companion == kNone || joined < 2 || text(joined - 1) != ",") return;
    const std::uint32_t above = token(joined).head;
    const std::uint32_t noun = token(joined).dep == "acl" ? above : child(above, {"nsubj"});
    if (noun == kNone || noun >= joined || !token(noun).tag.starts_with("N")) return;
    if (token(joined).dep == "advcl" && ranges_[noun].end + 1 != joined) return;
    hang(companion, noun, "conj");
    hang(joined, noun, "dep");
  }
};

}  // namespace

void mend_lists(nlp::Analysis& analysis) {
  ListMender(analysis).mend();
}

}  // namespace entente::extract
