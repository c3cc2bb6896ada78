// SPDX-License-Identifier: Apache-2.0
#include "extract/mend_bearers.hpp"

#include "extract/tree_editor.hpp"

namespace entente::extract {
namespace {

constexpr int kHighest = 8;  // steps up from a clause to the noun that it should go with

class BearerMender : TreeEditor {
 public:
  explicit BearerMender(nlp::Analysis& analysis) : TreeEditor(analysis) {}

  void mend() {
    for (std::uint32_t at = 0; at < analysis_.tokens.size(); ++at) {
      if (token(at).dep == "relcl") agree_in_number(at);
      if (token(at).dep == "relcl") give_to_person(at);
      if (token(at).dep == "relcl") give_to_follower(at);
      if (token(at).dep == "relcl") give_to_thing(at);
      if (token(at).dep == "appos") hang_on_one(at);
    }
  }

 private:
  /// 's'ingular or 'p'lural for the finite verb of a clause whose subject is "who" or "which", else 0.
  [[nodiscard]] char number_of_clause(std::uint32_t clause) const {
    bool relative = false;
    char number = token(clause).tag == "VBP" ? 'p' : token(clause).tag == "VBZ" ? 's' : '\0';
    for (const std::uint32_t each : children_.of(clause)) {
      if (one_of(token(each).dep, {"nsubj", "nsubjpass"})) relative = one_of(token(each).tag, {"WP", "WDT"});
      if (!one_of(token(each).dep, {"aux", "auxpass"})) continue;
      const std::string word = lower_text(analysis_, each);
      if (one_of(word, {"are", "were", "have"})) number = 'p';
      if (one_of(word, {"is", "was", "has"})) number = 's';
    }
    return relative ? number : '\0';
  }

  // "Members of the Taliban, which controls Kandahar": the Taliban do.
  void give_to_named_body(std::uint32_t clause, std::uint32_t people) {
    for (const std::uint32_t of : children_.of(people)) {
      if (token(of).dep != "prep" || !one_of(lower_text(analysis_, of), {"of", "from", "in"})) continue;
      for (const std::uint32_t body : children_.of(of))
        if (token(body).dep == "pobj" && token(body).tag == "NNP" && body < clause) token(clause).head = body;
    }
  }

  // "One of the party's lawmakers, X, said": X is the one.
  void hang_on_one(std::uint32_t name) {
    const std::uint32_t group = token(name).head, of = token(group).head, one = token(of).head;
    const bool several =
        token(group).dep == "pobj" && token(group).tag == "NNS" && !has_child(name, {"conj"});
    if (several && token(name).tag == "NNP" && lower_text(analysis_, of) == "of" &&
        lower_text(analysis_, one) == "one")
      token(name).head = one;
  }

  // "X of the World Bank, who ...", "X, head of the Lake Watch, who ...": X does, no bank is a "who".
  void give_to_person(std::uint32_t clause) {
    const std::uint32_t body = token(clause).head, of = token(body).head;
    const std::uint32_t who = child(clause, {"nsubj", "nsubjpass"});
    if (who == kNone || lower_text(analysis_, who) != "who" || who < body) return;
    const bool named_body =
        token(body).ent_type == "ORG" ||
        (token(body).tag == "NNP" && token(body).ent_type != "PERSON" && has_child(body, {"det"}));
    if (token(body).dep != "pobj" || !named_body || has_child(body, {"conj"})) return;
    std::uint32_t person = token(of).head;
    if (token(person).dep == "appos") person = token(person).head;
    const bool named =
        token(person).ent_type == "PERSON" ||
        (token(person).tag == "NNP" && has_child(person, {"compound"}) && !has_child(person, {"det"}));
    if (token(of).dep == "prep" && person < of && named) token(clause).head = person;
  }

  // "the trial of X, which opened in The Hague": the trial did, no person is a "which".
  void give_to_thing(std::uint32_t clause) {
    const std::uint32_t person = token(clause).head, of = token(person).head;
    const std::uint32_t which = child(clause, {"nsubj", "nsubjpass"});
    if (which == kNone || lower_text(analysis_, which) != "which" || which < person) return;
    if (token(person).dep == "pobj" && token(person).ent_type == "PERSON" && token(of).dep == "prep" &&
        token(token(of).head).tag.starts_with("NN") && token(of).head < of)
      token(clause).head = token(of).head;
  }

  // "a man with links to Hamas who shot ...", "a woman said to belong to it who ...": no body is a "who".
  void give_to_follower(std::uint32_t clause) {
    const std::uint32_t body = token(clause).head, who = child(clause, {"nsubj", "nsubjpass"});
    if (who == kNone || lower_text(analysis_, who) != "who" || who != ranges_[clause].begin || who < body)
      return;
    if (token(body).dep != "pobj" || token(body).tag != "NNP" || token(body).ent_type != "ORG") return;
    std::uint32_t at = body;
    for (int step = 0; step < kHighest && token(at).head != at; ++step) {
      at = token(at).head;
      if (token(at).tag.starts_with("VB") && child(at, {"nsubj"}) != kNone) at = child(at, {"nsubj"});
      const bool tie =
          one_of(token(at).lemma, {"tie", "link", "connection", "affiliation", "loyalty", "allegiance"});
      if (at >= body || !one_of(token(at).tag, {"NN", "NNS"}) || tie) continue;
      token(clause).head = at;
      return;
    }
  }

  // "Followers of the cleric X, who oppose the deal": the followers do, not the cleric.
  void agree_in_number(std::uint32_t clause) {
    const std::uint32_t noun = token(clause).head;
    const char number = number_of_clause(clause);
    const auto number_of = [&](std::uint32_t at) {
      return token(at).tag.ends_with("S") || has_child(at, {"conj"}) ? 'p' : 's';
    };
    if (number == 0 || !token(noun).tag.starts_with("NN") || number_of(noun) == number) return;
    if (token(noun).dep == "conj") return;
    std::uint32_t inner = noun;
    if (token(inner).dep == "appos") inner = token(inner).head;
    for (int step = 0; step < kHighest; ++step) {
      const std::uint32_t of = token(inner).head;
      if (token(inner).dep != "pobj" || lower_text(analysis_, of) != "of") break;
      inner = token(of).head;
      if (inner >= noun || !token(inner).tag.starts_with("NN") || token(inner).dep == "conj") return;
      if (number_of(inner) != number) continue;
      token(clause).head = inner;
      return;
    }
    if (number == 's') give_to_named_body(clause, noun);
  }
};

}  // namespace

void mend_bearers(nlp::Analysis& analysis) {
  BearerMender(analysis).mend();
}

}  // namespace entente::extract
