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
    class_by_what_is_said();
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

  // "a member of Zantara": every Zantara of the text is a body; "X, 54, resigned": every X a person.
  void class_by_what_is_said() {
    std::set<std::string> bodies, people, places, agents;
    for (const Mention& name : reading_.mentions) {
      if (name.kind != MentionKind::name || !name.candidates.empty()) continue;
      const bool person = name.cls == "Person" || may_be_person(name);
      if (!name.office.empty() || (person && is_used_as_person(name))) people.insert(name.name);
      if (is_used_as_place(name)) places.insert(name.name);
      if (may_be_body(name) && is_used_as_body(name)) bodies.insert(name.name);
      if (is_treated_as_agent(name)) agents.insert(name.name);
    }
    for (Mention& name : reading_.mentions) {
      const bool person = people.count(name.name) > 0;
      if (person && may_be_person(name)) name.cls = "Person";
      if (!person && is_called(bodies, name.name) && places.count(name.name) == 0 && may_be_body(name))
        name.cls = "Organization";
      if (agents.count(name.name) > 0 && places.count(name.name) == 0 && may_act(name)) name.cls.clear();
    }
  }

  // A place by NER alone.
  [[nodiscard]] static bool may_act(const Mention& name) {
    return name.kind == MentionKind::name && name.candidates.empty() &&
           one_of(name.cls, {"City", "Region", "Facility"});
  }

  // "urged Zantara to wait", "talks with Kobar", "angered Mokoena": what nobody does to a town.
  [[nodiscard]] bool is_treated_as_agent(const Mention& name) const {
    if (!may_act(name)) return false;
    const std::uint32_t first = syntax_.first_conjunct(name.head);
    const std::uint32_t above = syntax_.head(first);
    if (first != name.head && syntax_.is(first, {"nsubj"}) && syntax_.lemma(above) != "be")
      return true;  // "Kenya and Zantara signed it": of one that stands alone the name's own class tells
    if (syntax_.is(first, {"dobj", "nsubjpass", "dative"}))
      return is_of_agents(name, above, [](const ontology::Slot& slot) {
        return slot.kind == ontology::SlotKind::object && !slot.owner;
      });
    if (syntax_.is(first, {"appos"}) && is_side(above)) return true;  // "its ally Zantara"
    if (syntax_.is(first, {"poss"})) return has_object(above);        // "Zantara's support for Israel"
    const std::uint32_t outer = syntax_.is(first, {"pobj"}) ? syntax_.head(above) : kNone;
    if (outer == kNone) return false;
    const std::string& word = syntax_.lower(above);
    if (word == "of") return is_side(outer);  // "an ally of X", not "the mayor of X"
    if (word == "to" && one_of(syntax_.lemma(outer), {"letter", "message", "note", "telegram"})) return true;
    const bool between = word == "between" && !syntax_.is_verb(outer);  // "shuttled between X and Y"
    if (word == "with" || between || (word == "to" && syntax_.lower(outer) == "according")) return true;
    return is_of_agents(name, outer, [&](const ontology::Slot& slot) {
      return slot.kind == ontology::SlotKind::preposition && slot.word == word && !slot.owner;
    });
  }

  // Who is with or against somebody.
  [[nodiscard]] bool is_side(std::uint32_t noun) const {
    return one_of(syntax_.lemma(noun), {"ally", "partner", "friend", "enemy", "foe", "rival", "supporter",
                                        "critic", "opponent", "follower", "patron", "backer"});
  }

  // An act with what it is done to: "support for Israel", "attack on Homs".
  [[nodiscard]] bool has_object(std::uint32_t noun) const {
    for (const ontology::FrameUse& use :
         resources_.frames->frames_for(ontology::WordClass::noun, syntax_.lemma(noun)))
      for (const ontology::Slot& slot : resources_.frames->frames()[use.frame].objects)
        if (slot.kind == ontology::SlotKind::preposition &&
            one_of(slot.word, {"for", "on", "against", "to", "of", "with"}) &&
            syntax_.has_child_word(noun, {slot.word}))
          return true;
    return false;
  }

  // True when frames of the word have this place, and none of them takes names of the name's class there.
  template <typename Fits>
  [[nodiscard]] bool is_of_agents(const Mention& name, std::uint32_t word, const Fits& fits) const {
    const auto word_class = syntax_.is_verb(word) ? ontology::WordClass::verb : ontology::WordClass::noun;
    bool known = false;
    for (const ontology::FrameUse& use : resources_.frames->frames_for(word_class, syntax_.lemma(word))) {
      const ontology::Frame& frame = resources_.frames->frames()[use.frame];
      const bool done_to = std::any_of(frame.objects.begin(), frame.objects.end(), fits);
      const bool doer = std::any_of(frame.subjects.begin(), frame.subjects.end(), fits);
      if (!use.bare || (!done_to && !doer)) continue;
      if (admits(frame, name.cls, doer)) return false;
      known = known || admits(frame, "Person", doer) || admits(frame, "Organization", doer);
    }
    return known;
  }

  // "angered X": the object is the frame's subject.
  [[nodiscard]] bool admits(const ontology::Frame& frame, std::string_view cls, bool as_subject) const {
    const ontology::Vocabulary& vocabulary = *resources_.vocabulary;
    const ontology::Relation* relation = vocabulary.find_relation(frame.relation);
    if (relation == nullptr) return false;
    const auto& wanted = as_subject ? frame.subject_classes : frame.object_classes;
    const bool barred = !as_subject && !frame.not_object_classes.empty() &&
                        vocabulary.is_one_of_classes(cls, frame.not_object_classes);
    return !barred && vocabulary.is_one_of_classes(cls, as_subject ? relation->domains : relation->ranges) &&
           (wanted.empty() || vocabulary.is_one_of_classes(cls, wanted));
  }

  // Of the names, or the first word of one: "Jamaat" of "Jamaat-e-Nur".
  [[nodiscard]] static bool is_called(const std::set<std::string>& names, const std::string& name) {
    const auto found = names.lower_bound(name);
    if (found == names.end() || !found->starts_with(name)) return false;
    return found->size() == name.size() || (*found)[name.size()] == ' ' || (*found)[name.size()] == '-';
  }

  // Two or three words, each with a capital, none of which names a kind of thing.
  [[nodiscard]] bool may_be_person(const Mention& name) const {
    if (name.kind != MentionKind::name || !name.candidates.empty() || name.end - name.begin > 3 ||
        !one_of(name.cls, {"", "City", "Region", "Facility", "Population", "Organization", "Concept"}))
      return false;
    if (name.end - name.begin == 1 && name.cls == "Organization") return false;
    if (name.begin > 0 && syntax_.tag(name.begin - 1) == "DT") return false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const std::string_view word = syntax_.lower(i);
      if (syntax_.tag(i) != "NNP" || !resources_.nouns->class_of(word).empty() ||
          resources_.nouns->in_list("BodyName", word))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool is_used_as_person(const Mention& name) const {
    if (has_age(name)) return true;
    const std::uint32_t above = syntax_.head(name.head);
    const std::uint32_t beside = syntax_.child(name.head, {"appos"});
    if (beside != kNone && names_one_person(beside)) return true;  // "X, a farmer from Y"
    if (above == kNone) return false;
    if (syntax_.is(name.head, {"poss"})) return in("PersonOwnedNoun", above);
    if (syntax_.is(name.head, {"dobj", "nsubjpass"})) return in("DoneToPersons", above);
    if (syntax_.is(name.head, {"appos"}) && above + 1 == name.begin) return names_one_person(above);
    if (!syntax_.is(name.head, {"nsubj"})) return false;
    const std::uint32_t said = syntax_.lemma(above) == "be" ? syntax_.child(above, {"attr"}) : kNone;
    return in("DonePersons", above) || (said != kNone && names_one_person(said));
  }

  // "X, 54, ..."
  [[nodiscard]] bool has_age(const Mention& name) const {
    const std::uint32_t at = name.end + 1;
    return at + 1 < syntax_.size() && syntax_.lower(name.end) == "," && syntax_.tag(at) == "CD" &&
           syntax_.lower(at).size() == 2 && one_of(syntax_.lower(at + 1), {",", "."});
  }

  // "a farmer", "the farmer": a noun for one person, no office of a body.
  [[nodiscard]] bool names_one_person(std::uint32_t noun) const {
    return syntax_.tag(noun) == "NN" && resources_.nouns->class_of(syntax_.lemma(noun)) == "Person";
  }

  [[nodiscard]] static bool may_be_body(const Mention& name) {
    return name.kind == MentionKind::name && name.candidates.empty() && name.office.empty() &&
           one_of(name.cls, {"", "Person", "City", "Region", "Facility", "Population", "Concept"});
  }

  [[nodiscard]] bool is_used_as_body(const Mention& name) const {
    const std::uint32_t above = syntax_.head(name.head);
    if (above == kNone) return false;
    for (const std::uint32_t each : syntax_.children(name.head)) {
      if (syntax_.is(each, {"acl"}) && syntax_.tag(each) == "VBN" && in("DoneToBodies", each)) return true;
      const bool beside = name.end < syntax_.size() && syntax_.lower(name.end) == ",";
      if (beside && syntax_.is(each, {"appos"}) && names_body(each)) return true;  // "X, a subsidiary of Y"
    }
    const bool person = name.cls == "Person";  // who has spokesmen and people that join him, too
    if (syntax_.is(name.head, {"dobj", "nsubjpass"}))
      return in("DoneToBodies", above) || (!person && is_done_to_bodies(above));
    if (syntax_.is(name.head, {"poss", "compound", "nmod"})) {
      const bool unknown = person ? name.end - name.begin > 1 : name.cls.empty();
      const bool followed = unknown && name.end == above && in("MemberNoun", above);
      return followed || (!person && in("BodyOwnedNoun", above));
    }
    const std::uint32_t outer = syntax_.is(name.head, {"pobj"}) ? syntax_.head(above) : kNone;
    if (outer == kNone) return false;
    const std::string& preposition = syntax_.lower(above);
    if (preposition == "of" && in("BodyPartNoun", outer)) return !person || !in("AideNoun", outer);
    if (preposition == "of" && name.end - name.begin > 1 && (person || name.cls.empty()))
      return is_person_name(outer);
    if (person) return false;
    if (one_of(preposition, {"for", "at"})) {
      const bool seat = syntax_.lemma(outer) == "member";  // "the member for X"
      return (in("BodyPartNoun", outer) && !seat) || (preposition == "for" && syntax_.lemma(outer) == "work");
    }
    return (preposition == "to" && one_of(syntax_.lemma(outer), {"belong", "defect"})) ||
           (preposition == "from" && one_of(syntax_.lemma(outer), {"expel", "resign", "defect", "suspend"}));
  }

  // "a company", "an offshoot of Y": a noun for one body.
  [[nodiscard]] bool names_body(std::uint32_t noun) const {
    if (syntax_.tag(noun) != "NN") return false;
    const std::string_view cls = resources_.nouns->class_of(syntax_.lemma(noun));
    return one_of(syntax_.lemma(noun), {"subsidiary", "affiliate", "offshoot", "spin-off", "splinter"}) ||
           one_of(cls,
                  {"Organization", "PoliticalParty", "ArmedGroup", "CivilSocietyOrganization", "Company"});
  }

  // "Omar Keita | of X"
  [[nodiscard]] bool is_person_name(std::uint32_t token) const {
    const std::uint32_t found = reading_.mention_at[token];
    return found != kNone && reading_.mentions[found].kind == MentionKind::name &&
           reading_.mentions[found].cls == "Person" && reading_.mentions[found].office.empty();
  }

  [[nodiscard]] bool in(std::string_view list, std::uint32_t noun) const {
    return resources_.frames->in_list(list, syntax_.lemma(noun));
  }

  // "joined X", "chairs X", "banned X"; what a person heads or leads.
  [[nodiscard]] bool is_done_to_bodies(std::uint32_t verb) const {
    if (one_of(syntax_.lemma(verb), {"lead", "head"})) {
      const std::uint32_t doer = syntax_.child(verb, {"nsubj"});
      const std::uint32_t person = doer == kNone ? kNone : reading_.mention_at[doer];
      return person != kNone && reading_.mentions[person].cls == "Person";
    }
    return one_of(syntax_.lemma(verb), {"join", "chair", "rejoin", "infiltrate"}) ||
           (syntax_.lemma(verb) == "ban" && !syntax_.has_child_word(verb, {"from"}));
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
