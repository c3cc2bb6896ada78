// SPDX-License-Identifier: Apache-2.0
#include "extract/nominals.hpp"

#include "base/utf8.hpp"
#include "extract/quantity.hpp"

namespace entente::extract {
namespace {

bool is_agent_class(std::string_view cls) {
  return one_of(cls, {"Agent", "Person", "Organization", "InternationalOrganization", "GovernmentBody",
                      "PoliticalParty", "Company", "CivilSocietyOrganization", "ArmedGroup", "Collective",
                      "GroupOfCountries", "CountedGroup", "Population", "Country"});
}

bool ends_with(std::string_view word, std::string_view suffix) {
  return word.size() > suffix.size() + 2 && word.substr(word.size() - suffix.size()) == suffix;
}

std::string singular_class(std::string cls) {
  return cls == "GroupOfCountries" ? "Country" : cls == "Collective" ? "Person" : cls;
}

}  // namespace

std::string Nominals::without_particles(std::uint32_t begin, std::uint32_t end) const {
  const auto particle = [&](std::uint32_t i) {
    const std::string_view tag = syntax_.tag(i);
    const bool determiner = tag == "DT" && syntax_.lower(i) != "all" && syntax_.lower(i) != "both";
    return determiner || tag == "POS" || tag == "," || tag == "PRP$" || tag == ":" || tag == "``" ||
           tag == "''";
  };
  while (begin < end && particle(begin)) ++begin;
  while (end > begin && particle(end - 1)) --end;
  return original_words(reading_, begin, end);
}

std::string Nominals::listed_class(std::uint32_t head, bool plural) const {
  const ontology::Nouns& nouns = *resources_.nouns;
  const std::string& lemma = syntax_.lemma(head);
  const auto look = [&](std::string_view word) {
    return std::string(plural ? nouns.plural_class_of(word) : nouns.class_of(word));
  };
  if (head > 0) {
    const bool adjacent = syntax_.token(head - 1).head == head;
    if (std::string cls = adjacent ? look(syntax_.lower(head - 1) + " " + lemma) : std::string{};
        !cls.empty())
      return cls;
  }
  std::string cls = look(lemma);
  return cls.empty() ? look(syntax_.lower(head)) : cls;
}

// What the form of a word suggests where no list has it.
std::string Nominals::guessed_class(std::uint32_t head, bool plural) const {
  const std::string& word = syntax_.lower(head);
  const std::string& lemma = syntax_.lemma(head);
  const std::string_view listed = resources_.gazetteer->word_class("agent-nouns", word);
  if (!listed.empty()) return std::string(listed);
  if (resources_.gazetteer->in_list("agent-nouns", word) ||
      resources_.gazetteer->in_list("agent-nouns", lemma)) {
    return plural ? "Collective" : "Person";
  }
  for (const std::string_view suffix :
       {"tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "hood"}) {
    if (ends_with(lemma, suffix)) return "Concept";
  }
  for (const std::string_view suffix : {"ist", "ian", "eer", "tor"}) {
    if (ends_with(lemma, suffix)) return plural ? "Collective" : "Person";
  }
  return {};
}

// A community "of health", "with a shared future" is something to be built; one "of nations" is made of its
// members.
bool Nominals::is_aim(std::uint32_t community) const {
  for (const std::uint32_t each : syntax_.children(community)) {
    if (each < community || !one_of(syntax_.lower(each), {"of", "with"})) continue;
    const std::uint32_t object = syntax_.child(each, {"pobj"});
    if (object != kNone) return syntax_.tag(object) == "NN" && !is_agent_class(listed_class(object, false));
  }
  return false;
}

// "killed 12", "200 were detained", "wounding 30 others".
bool Nominals::counts_people(std::uint32_t number) const {
  const bool others = syntax_.lower(number) == "others";
  if (!others && syntax_.tag(number) != "CD") return false;
  std::uint32_t at = number;
  for (int step = 0; step < 4 && syntax_.is(at, {"conj"}); ++step) at = syntax_.head(at);
  const std::uint32_t verb = syntax_.is(at, {"dobj", "nsubjpass"}) ? syntax_.head(at) : kNone;
  return verb != kNone && resources_.frames->in_list("DoneToPeople", syntax_.lemma(verb));
}

std::string Nominals::class_of(std::uint32_t head, bool plural) const {
  if (counts_people(head)) return "Collective";
  const std::string& lemma = syntax_.lemma(head);
  const ontology::Nouns& nouns = *resources_.nouns;
  if (one_of(lemma, {"organization", "organisation", "agency", "institution", "body"}) && head > 0 &&
      one_of(syntax_.lower(head - 1), {"international", "multilateral", "regional"})) {
    return "InternationalOrganization";
  }
  if (lemma == "party" && syntax_.has_child_word(head, {"concerned", "relevant", "all", "both", "warring"}))
    return "Collective";
  if (lemma == "party") return plural ? "Collective" : "PoliticalParty";
  if (lemma == "side") return "Collective";
  if (lemma == "old" && head > 1 && syntax_.lower(head - 2) == "year")
    return plural ? "Collective" : "Person";
  if (lemma == "chair" && syntax_.is(head, {"dobj"}) &&
      one_of(syntax_.lemma(syntax_.head(head)), {"hold", "take", "assume", "occupy"}))
    return "Concept";  // "Laos holds the chair of the bloc"
  if (lemma == "state" && head + 2 < syntax_.size() && syntax_.lower(head + 1) == "of" &&
      one_of(syntax_.lower(head + 2), {"emergency", "siege", "war", "alert", "affairs", "mind"}))
    return "Concept";
  if (lemma == "community" && is_aim(head)) return "Initiative";
  std::string cls = listed_class(head, plural);
  if (!cls.empty()) return cls;
  const bool office = nouns.in_list("OfficeNoun", lemma) || nouns.in_list("OfficeNoun", syntax_.lower(head));
  if (office) return plural ? "Collective" : "Person";
  return guessed_class(head, plural);
}

// "tonnes of medicines", "a number of countries": the noun that is measured, or kNone.
std::uint32_t Nominals::measured(std::uint32_t head) const {
  const std::string& lemma = syntax_.lemma(head);
  for (const std::uint32_t child : syntax_.children(head)) {
    if (child < head || syntax_.lower(child) != "of") continue;
    const std::uint32_t object = syntax_.child(child, {"pobj"});
    if (object == kNone || !syntax_.is_noun(object)) continue;
    const ontology::Nouns& nouns = *resources_.nouns;
    if (lemma == "group" && syntax_.token(object).ent_type == "PERSON" &&
        syntax_.child(object, {"cc"}) == kNone)
      return kNone;  // "the group of Omar Keita"
    return nouns.in_list("MeasureNoun", lemma) || nouns.in_list("VagueNoun", lemma) ? object : kNone;
  }
  return kNone;
}

void Nominals::count(Mention& mention, const Phrase& phrase) const {
  mention.quantity = read_quantity(reading_, phrase.begin, phrase.end);
  if (!mention.quantity || mention.kind != MentionKind::nominal) return;
  const bool named = phrase.definite || !mention.plural;
  if (named || !is_agent_class(mention.cls)) return;
  mention.kind = MentionKind::counted_group;
  mention.of_class = singular_class(mention.cls);
  mention.cls = "CountedGroup";
}

void Nominals::name_by(Mention& mention, const Phrase& phrase) const {
  mention.begin = phrase.name_begin;
  mention.end = phrase.of_end;
  mention.name = without_particles(phrase.name_begin, phrase.of_end);
  if (mention.name.ends_with(" of"))
    mention.name.resize(mention.name.size() - 3);  // "punishment of | those who"
}

Mention Nominals::mention_at(std::uint32_t head) const {
  Mention mention;
  mention.head = head;
  mention.kind = MentionKind::nominal;
  const ontology::Nouns& nouns = *resources_.nouns;
  const std::uint32_t thing = measured(head);
  if (nouns.in_list("NoEntityNoun", syntax_.lemma(head)) && thing == kNone) return mention;
  if (head > 1 && syntax_.lower(head) == "head" && syntax_.lower(head - 2) == "at")
    return mention;  // "at the head of"
  if (head > 1 && syntax_.lower(head) == "state" && syntax_.lemma(head - 2) == "head")
    return mention;  // "heads of state"
  const std::uint32_t core = thing == kNone ? head : thing;
  const bool plural = syntax_.tag(core) == "NNS" || syntax_.tag(core) == "NNPS";
  mention.cls = class_of(core, plural);
  const bool long_name =
      one_of(mention.cls, {"Communication", "Agreement", "Meeting", "Initiative", "Concept", "Crisis"}) ||
      one_of(syntax_.lemma(core), {"spokesman", "spokeswoman", "spokesperson"});
  const bool body = one_of(mention.cls, {"GovernmentBody", "Organization", "CivilSocietyOrganization"});
  const bool placed =  // also "a court in Tashkent"
      one_of(mention.cls, {"Collective", "Population", "ArmedGroup", "Facility", "GroupOfCountries"}) ||
      (body && syntax_.child(core, {"poss", "compound", "nmod"}) == kNone);
  const Phrase phrase = phrase_of(syntax_, core, long_name, placed);
  mention.definite = phrase.definite;
  mention.plural = plural || syntax_.tag(head) == "CD";
  name_by(mention, phrase);
  if (thing == kNone) {
    count(mention, phrase);
    return mention;
  }
  const Phrase whole = phrase_of(syntax_, head, false);
  mention.quantity = read_quantity(reading_, whole.begin, whole.end);
  if (mention.quantity) mention.quantity->text = original_words(reading_, whole.name_begin, phrase.end);
  mention.begin = whole.name_begin;
  return mention;
}

}  // namespace entente::extract
