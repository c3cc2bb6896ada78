// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_quotes.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kHighest = 10;  // steps up from a verb to the one that it should have joined

class QuoteMender : TreeEditor {
 public:
  QuoteMender(nlp::Analysis& analysis, const ontology::Nouns& nouns) : TreeEditor(analysis), nouns_(nouns) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      if (token(at).dep == "conj") lift_out_of_quotation(at);
      if (one_of(token(at).dep, {"dobj", "oprd"})) part_from_name(at);
    }
  }

 private:
  [[nodiscard]] bool is_mark(std::uint32_t at) const {
    return one_of(text(at), {"\"", "“", "”", "``", "''"});
  }

  // How many quotation marks stand in [begin, end).
  [[nodiscard]] int marks(std::uint32_t begin, std::uint32_t end) const {
    int found = 0;
    for (std::uint32_t at = begin; at < end; ++at) found += is_mark(at) ? 1 : 0;
    return found;
  }

  [[nodiscard]] std::uint32_t root_of(std::uint32_t at) const {
    while (token(at).head != at) at = token(at).head;
    return at;
  }

  // What is said behind the closing mark is not joined to a verb of the quotation.
  void lift_out_of_quotation(std::uint32_t verb) {
    const std::uint32_t first = token(verb).head;
    if (first >= verb || !one_of(token(verb).tag, {"VBD", "VBZ", "VBP"}) ||
        has_child(verb, {"nsubj", "nsubjpass"}))
      return;
    const std::uint32_t begin = ranges_[root_of(verb)].begin;
    const bool from_quotation = marks(begin, first) % 2 == 1 && marks(first, verb) % 2 == 1;
    if (!from_quotation) return;
    std::uint32_t above = first;
    for (int step = 0; step < kHighest && token(above).head != above; ++step) {
      above = token(above).head;
      if (!token(above).tag.starts_with("V") || marks(begin, above) % 2 == 1) continue;
      if (token(above).lemma == "be" && token(above).dep == "ccomp")
        continue;  // "said it was 'a gift' and left"
      if (above < verb && has_child(above, {"nsubj", "nsubjpass"})) move_up(verb, above);
      return;
    }
  }

  // With the conjunction and the closing mark before it.
  void move_up(std::uint32_t verb, std::uint32_t above) {
    for (const std::uint32_t each : children_.of(token(verb).head))
      if (each < verb && marks(each, verb) == (is_mark(each) ? 1 : 0) &&
          one_of(token(each).dep, {"cc", "punct"}))
        token(each).head = above;
    token(verb).head = above;
  }

  void part_from_name(std::uint32_t name) {
    const std::uint32_t verb = token(name).head, thing = name - 1;
    if (verb >= name || token(thing).dep != "compound" || token(thing).head != name ||
        ranges_[name].begin <= verb)
      return;
    if (!one_of(token(verb).lemma, {"call", "brand", "deem", "term", "label"}) ||
        !one_of(lower_text(analysis_, ranges_[name].begin),
                {"the", "that", "this", "his", "her", "its", "their"}))
      return;
    if (!nouns_.in_list("VerdictNoun", token(name).lemma)) return;
    for (const std::uint32_t each : children_.of(name))
      if (each < thing) token(each).head = thing;
    hang(thing, verb, "dobj");
    token(name).dep = "oprd";
  }

  const ontology::Nouns& nouns_;
};

}  // namespace

void mend_quotes(nlp::Analysis& analysis, const ontology::Nouns& nouns) {
  QuoteMender(analysis, nouns).mend();
}

}  // namespace entente::extract
