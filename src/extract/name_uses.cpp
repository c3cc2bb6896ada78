// SPDX-License-Identifier: Apache-2.0
#include "extract/name_uses.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "extract/letters.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

class NameUses {
 public:
  NameUses(Reading& reading, const Syntax& syntax, const Resources& resources)
      : reading_(reading), syntax_(syntax), resources_(resources) {}

  void run() {
    for (Mention& name : reading_.mentions) {
      if (name.kind != MentionKind::name || !name.candidates.empty()) continue;
      class_by_clause(name);
      class_by_word_before(name);
      class_by_kind(name);
    }
    class_by_what_bodies_have();
  }

 private:
  // "the group Ezgulik", "the daily El Pais": the word for the kind knows better than NER.
  void class_by_kind(Mention& name) const {
    const std::uint32_t kind = syntax_.head(name.head);
    if (!name.office.empty() || !syntax_.is(name.head, {"appos"}) || kind + 1 != name.begin) return;
    const std::uint32_t phrase = reading_.mention_at[kind];
    if (phrase == kNone || reading_.mentions[phrase].kind != MentionKind::nominal) return;
    const std::string& cls = reading_.mentions[phrase].cls;
    if (one_of(cls, {"Organization", "PoliticalParty", "ArmedGroup", "CivilSocietyOrganization", "Company"}))
      name.cls = cls;
  }

  // "the alliance Bayan" where the tree makes one word of it.
  void class_by_word_before(Mention& name) const {
    if (name.begin == 0 || name.end - name.begin != 1 || !name.office.empty()) return;
    const std::uint32_t before = name.begin - 1;
    if (syntax_.dep(before) != "compound" || !is_lower_at(reading_.analysis.token_text(before), 0)) return;
    const std::string_view cls = resources_.nouns->class_of(syntax_.lower(before));
    if (one_of(cls, {"Organization", "PoliticalParty", "ArmedGroup", "CivilSocietyOrganization"}))
      name.cls = cls;
  }

  // "Ann Lee, who ...", "Andijan, where ...": a person, a place.
  void class_by_clause(Mention& name) const {
    const std::uint32_t clause = syntax_.child(name.head, {"relcl"});
    if (clause == kNone || syntax_.tag(name.head) != "NNP" ||
        !one_of(name.cls, {"", "Organization", "City", "Region", "Person"}))
      return;
    const bool bare = name.begin == 0 || syntax_.tag(name.begin - 1) != "DT";
    const std::uint32_t who = syntax_.child(clause, {"nsubj", "nsubjpass"});
    const std::uint32_t where = syntax_.child(clause, {"advmod"});
    if (where != kNone && syntax_.lower(where) == "where") {
      name.cls = "City";
    } else if (who != kNone && syntax_.lower(who) == "who" && bare && name.end - name.begin > 1) {
      name.cls = "Person";
    }
  }

  // "a member of Zantara": every Zantara of the text is a body.
  void class_by_what_bodies_have() {
    std::set<std::string> bodies, places;
    for (const Mention& name : reading_.mentions) {
      if (!may_be_body(name)) continue;
      if (is_used_as_body(name)) bodies.insert(name.name);
      if (is_used_as_place(name)) places.insert(name.name);
    }
    if (bodies.empty()) return;
    for (Mention& name : reading_.mentions)
      if (may_be_body(name) && bodies.count(name.name) > 0 && places.count(name.name) == 0)
        name.cls = "Organization";
  }

  [[nodiscard]] static bool may_be_body(const Mention& name) {
    return name.kind == MentionKind::name && name.candidates.empty() && name.office.empty() &&
           one_of(name.cls, {"", "City", "Region", "Facility", "Population", "Concept"});
  }

  [[nodiscard]] bool is_used_as_body(const Mention& name) const {
    const std::uint32_t above = syntax_.head(name.head);
    if (above == kNone) return false;
    if (syntax_.is(name.head, {"dobj", "nsubjpass"})) return is_done_to_bodies(above);
    if (syntax_.is(name.head, {"poss", "compound", "nmod"})) return in("BodyOwnedNoun", above);
    const std::uint32_t outer = syntax_.is(name.head, {"pobj"}) ? syntax_.head(above) : kNone;
    if (outer == kNone) return false;
    const std::string& preposition = syntax_.lower(above);
    if (one_of(preposition, {"of", "for", "at"})) {
      const bool seat = preposition == "for" && syntax_.lemma(outer) == "member";  // "the member for X"
      if (in("BodyPartNoun", outer) && !seat) return true;
      if (preposition == "for" && syntax_.lemma(outer) == "work") return true;
    }
    return (preposition == "to" && one_of(syntax_.lemma(outer), {"belong", "defect"})) ||
           (preposition == "from" && one_of(syntax_.lemma(outer), {"expel", "resign", "defect", "suspend"}));
  }

  [[nodiscard]] bool in(std::string_view list, std::uint32_t noun) const {
    return resources_.frames->in_list(list, syntax_.lemma(noun));
  }

  // "founded X", "joined X", "chairs X"; what a person heads or leads.
  [[nodiscard]] bool is_done_to_bodies(std::uint32_t verb) const {
    if (one_of(syntax_.lemma(verb), {"lead", "head"})) {
      const std::uint32_t doer = syntax_.child(verb, {"nsubj"});
      const std::uint32_t person = doer == kNone ? kNone : reading_.mention_at[doer];
      return person != kNone && reading_.mentions[person].cls == "Person";
    }
    return one_of(syntax_.lemma(verb), {"found", "co-found", "cofound", "join", "chair", "rejoin", "disband",
                                        "infiltrate"});
  }

  // "in Zantara", "a town near Zantara"
  [[nodiscard]] bool is_used_as_place(const Mention& name) const {
    const std::uint32_t above = syntax_.head(name.head);
    return above != kNone && syntax_.is(name.head, {"pobj"}) &&
           one_of(syntax_.lower(above), {"in", "near", "outside", "around", "into", "through", "across"});
  }

  Reading& reading_;
  const Syntax& syntax_;
  const Resources& resources_;
};

}  // namespace

void class_by_use(Reading& reading, const Syntax& syntax, const Resources& resources) {
  NameUses(reading, syntax, resources).run();
}

}  // namespace entente::extract
