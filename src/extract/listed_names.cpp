// SPDX-License-Identifier: Apache-2.0
#include "extract/listed_names.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/letters.hpp"
#include "extract/quantity.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

using ontology::GazetteerEntity;
using ontology::NameEntry;
using ontology::NameKind;

constexpr std::uint32_t kLongestName = 18;  // tokens

bool is_proper(const nlp::Token& token) {
  return token.tag == "NNP" || token.tag == "NNPS";
}

bool is_place_label(std::string_view ent_type) {
  return one_of(ent_type, {"GPE", "LOC", "FAC", "NORP"});
}

// What stands at tokens [begin, end), to be asked whether an entry fits.
class Place {
 public:
  Place(const nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer, std::uint32_t begin,
        std::uint32_t end)
      : analysis_(analysis), gazetteer_(gazetteer), begin_(begin), end_(end) {}

  [[nodiscard]] bool accepts(const NameEntry& entry, const GazetteerEntity& entity) const {
    if (entity.cls == "HealthThreat") return true;
    if (!capitalised() && (size() < 3 || entry.kind == NameKind::surname) && !is_north_or_south(entity))
      return false;
    if (size() > 1 && entity.cls == "City" && is_lower_at(analysis_.token_text(end_ - 1), 0))
      return false;  // "the Spanish town of X" is not Spanish Town
    if (size() > 1) return !inside_person() || entity.cls == "Person";
    switch (entry.kind) {
      case NameKind::acronym:
        return text().size() > 2 || is_state(entity) || entity.cls == "InternationalOrganization";
      case NameKind::demonym:
      case NameKind::adjective:
        return !inside_person() && !of_money();
      case NameKind::surname:
        return is_proper(first()) && (!is_place_label(first().ent_type) || may_act());
      case NameKind::label:
      case NameKind::alias:
      case NameKind::capital:
        return accepts_word(entity);
    }
    return false;
  }

  // True when the words stand for a place rather than for its name's bearer.
  [[nodiscard]] bool after_place_preposition() const {
    return begin_ > 0 && one_of(lower_text(analysis_, begin_ - 1),
                                {"in", "at", "to", "from", "near", "outside", "around", "via"});
  }

 private:
  [[nodiscard]] const nlp::Token& first() const { return analysis_.tokens[begin_]; }
  [[nodiscard]] std::string_view text() const { return analysis_.token_text(begin_); }
  [[nodiscard]] std::uint32_t size() const { return end_ - begin_; }
  [[nodiscard]] bool capitalised() const { return !is_lower_at(text(), 0) || (text()[0] & 0x80) != 0; }
  [[nodiscard]] static bool is_state(const GazetteerEntity& entity) { return entity.cls == "Country"; }

  // "2 million Swiss francs": nothing of Switzerland.
  [[nodiscard]] bool of_money() const {
    return end_ < analysis_.tokens.size() && is_currency(analysis_.tokens[end_].lemma);
  }

  // NER takes many a surname for a place: "Macron, Scholz and Meloni met".
  [[nodiscard]] bool may_act() const {
    return first().ent_type == "GPE" && !after_place_preposition() &&
           one_of(first().dep, {"nsubj", "conj", "dobj", "pobj"});
  }

  // "south Korea", as some agencies write.
  [[nodiscard]] bool is_north_or_south(const GazetteerEntity& entity) const {
    return is_state(entity) && size() == 2 && is_upper(analysis_.token_text(begin_ + 1)[0]) &&
           one_of(text(), {"north", "south", "east", "west"});
  }

  // A part of a longer name of a person.
  [[nodiscard]] bool inside_person() const {
    const auto person = [&](std::uint32_t i) {
      return analysis_.tokens[i].ent_type == "PERSON" && analysis_.tokens[i].tag != "POS" &&
             !is_digit(analysis_.token_text(i)[0]);
    };
    if (!person(begin_)) return false;
    const bool from_left = begin_ > 0 && person(begin_ - 1) && first().ent_iob == nlp::EntIob::inside;
    const bool to_right = end_ < analysis_.tokens.size() && person(end_) &&
                          analysis_.tokens[end_].ent_iob == nlp::EntIob::inside;
    return from_left || to_right;
  }

  [[nodiscard]] bool accepts_word(const GazetteerEntity& entity) const {
    const std::string_view label = first().ent_type;
    const bool country =
        is_state(entity) && first().tag == "NN";  // "Eswatini and Peru agreed", a noun to the tagger
    const bool named = is_proper(first()) || !label.empty() || country;
    if (!named || inside_person()) return false;
    if (is_state(entity) || one_of(entity.cls, {"InternationalOrganization", "GroupOfCountries", "Region"}))
      return true;
    if (entity.cls == "City")
      return is_place_label(label) ||
             (label != "PERSON" && (after_place_preposition() || is_proper(first())));
    if (entity.cls == "Person") return true;
    if (label == "ORG" || label == "NORP") return true;
    return entity.cls != "PoliticalParty" && is_unlike_a_person();  // parties are called "Unity", "Centre"
  }

  // A word of some length that NER does not take for a person's name, or that is none that is known.
  [[nodiscard]] bool is_unlike_a_person() const {
    if (!is_proper(first()) || text().size() < 4) return false;
    const bool article = begin_ > 0 && lower_text(analysis_, begin_ - 1) == "the";
    if (article || first().ent_type != "PERSON") return true;
    const std::string word = lower_text(analysis_, begin_);
    return !gazetteer_.in_list("surnames", word) && !gazetteer_.in_list("given-names", word);
  }

  const nlp::Analysis& analysis_;
  const ontology::Gazetteer& gazetteer_;
  std::uint32_t begin_, end_;
};

// How likely a sense is when nothing else is known; smaller is better.
int rank_of(const NameEntry& entry, const GazetteerEntity& entity) {
  if (entry.kind == NameKind::surname) return 90;
  if (entity.cls == "Country")
    return entry.kind == NameKind::capital ? 20 : entry.kind == NameKind::acronym ? 6 : 0;
  if (entity.cls == "InternationalOrganization" || entity.cls == "GroupOfCountries")
    return entry.kind == NameKind::acronym ? 5 : 3;
  if (entity.cls == "Region") return 8;
  if (entity.cls == "Person") return 9;
  if (entity.cls == "City") return 10;
  if (entity.cls == "HealthThreat") return 11;
  return entry.kind == NameKind::acronym ? 40 : 30;
}

std::string_view slice(const nlp::Analysis& analysis, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t first = analysis.tokens[begin].span.begin;
  return std::string_view(analysis.text).substr(first, analysis.tokens[end - 1].span.end - first);
}

bool is_shouted(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Sense {
  int rank;
  NameEntry entry;
};

std::vector<Sense> senses_of(const nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer,
                             std::uint32_t begin, std::uint32_t end) {
  const std::string_view text = slice(analysis, begin, end);
  const std::vector<NameEntry>* entries = &gazetteer.names(ontology::name_key(text));
  if (entries->empty() && is_shouted(text) && text.size() > 3) entries = &gazetteer.names(utf8::lower(text));
  if (entries->empty() && text.size() > 3 && text.back() == '.')  // the sentence's own stop: "MS-13."
    entries = &gazetteer.names(ontology::name_key(text.substr(0, text.size() - 1)));
  const Place place(analysis, gazetteer, begin, end);
  std::vector<Sense> senses;
  for (const NameEntry& entry : *entries) {
    const GazetteerEntity& entity = gazetteer.entities()[entry.entity];
    if (place.accepts(entry, entity)) senses.push_back({rank_of(entry, entity), entry});
  }
  std::stable_sort(senses.begin(), senses.end(),
                   [](const Sense& a, const Sense& b) { return a.rank < b.rank; });
  return senses;
}

// One past the last token that a listed name which begins with the whole words from token i on can have.
std::uint32_t longest_candidate(const nlp::Analysis& analysis, const ontology::Gazetteer& gazetteer,
                                std::uint32_t i, std::uint32_t most) {
  for (std::uint32_t end = i + 1; end < most; ++end) {
    if (!analysis.tokens[end - 1].space_after) continue;
    const std::string_view text = slice(analysis, i, end);
    const bool goes_on = gazetteer.is_prefix(ontology::name_key(text)) ||
                         (is_shouted(text) && gazetteer.is_prefix(utf8::lower(text)));
    if (!goes_on) return text.back() == '.' ? end : end - 1;  // it may be listed without the sentence's stop
  }
  return most;
}

ListedName listed_name(const ontology::Gazetteer& gazetteer, std::uint32_t begin, std::uint32_t end,
                       const std::vector<Sense>& senses) {
  ListedName name;
  name.begin = begin;
  name.end = end;
  for (const Sense& sense : senses) {
    const std::string& id = gazetteer.entities()[sense.entry.entity].id;
    if (std::find(name.candidates.begin(), name.candidates.end(), id) == name.candidates.end())
      name.candidates.push_back(id);
    if (sense.entry.kind == NameKind::capital) name.capital = true;
  }
  const Sense& best = senses.front();
  name.cls = best.entry.kind == NameKind::capital ? "City" : gazetteer.entities()[best.entry.entity].cls;
  name.stands_for_country = best.entry.kind == NameKind::adjective || best.entry.kind == NameKind::demonym;
  name.people = best.entry.kind == NameKind::demonym;
  name.surname = best.entry.kind == NameKind::surname;
  return name;
}

// A demonym for one person: "a Kenyan", "one Kenyan", "the Iraqi who ..."; "the Chinese" are many.
bool names_single_person(const nlp::Analysis& analysis, const ListedName& listed) {
  const std::uint32_t at = listed.begin;
  const nlp::Token& noun = analysis.tokens[at];
  if (!listed.stands_for_country || listed.end != at + 1 || !one_of(noun.tag, {"NN", "NNP", "JJ"}) ||
      !one_of(noun.dep, {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"}))
    return false;
  const auto above = [&](std::uint32_t i) { return analysis.tokens[i].head; };
  std::uint32_t before = at;  // past "32-year-old"
  while (
      before > 0 && analysis.tokens[before - 1].dep != "det" &&
      (above(before - 1) == at || above(above(before - 1)) == at || above(above(above(before - 1))) == at) &&
      !one_of(analysis.tokens[before - 1].dep, {"prep", "relcl", "acl", "cc", "conj"}))
    if (lower_text(analysis, --before) == "one") return true;
  if (before == 0) return false;
  const std::string word = lower_text(analysis, before - 1), name = lower_text(analysis, at);
  if (one_of(word, {"a", "an", "another", "every", "each"})) return true;
  return one_of(word, {"the", "this"}) && (name.ends_with("an") || name.ends_with("i"));
}

// A word in capitals, or with the sentence's stop, whose name is listed without them (see senses_of).
bool may_be_otherwise_written(std::string_view word, const ontology::Gazetteer& gazetteer) {
  return (word.size() > 3 && word.back() == '.') ||
         (is_shouted(word) && gazetteer.is_prefix(utf8::lower(word)));
}

// A name neither begins nor ends with these.
bool may_end_name(const nlp::Analysis& analysis, std::uint32_t i) {
  const nlp::Token& token = analysis.tokens[i];
  return token.pos != "PUNCT" && token.tag != "POS" && token.tag != "DT" && token.tag != "IN";
}

}  // namespace

std::optional<ListedName> listed_name_at(const Reading& reading, const ontology::Gazetteer& gazetteer,
                                         std::uint32_t i, std::uint32_t end) {
  const nlp::Analysis& analysis = reading.analysis;
  const std::string_view first = analysis.token_text(i);
  if (!is_letter_at(first, 0) && !is_digit(first[0])) return std::nullopt;
  const bool capital = is_upper(first[0]) || (first[0] & 0x80) != 0;
  if (!gazetteer.is_prefix(ontology::name_key(first))) {  // most words begin no name
    const bool whole = i + 1 >= end || analysis.tokens[i].space_after;
    if (!capital || (whole && !may_be_otherwise_written(first, gazetteer))) return std::nullopt;
  }
  std::uint32_t longest = longest_candidate(analysis, gazetteer, i, std::min(end, i + kLongestName));
  for (; longest > i; --longest) {
    if (!may_end_name(analysis, longest - 1)) continue;
    const std::vector<Sense> senses = senses_of(analysis, gazetteer, i, longest);
    if (senses.empty()) continue;
    ListedName name = listed_name(gazetteer, i, longest, senses);
    name.single = names_single_person(analysis, name);
    return name;
  }
  return std::nullopt;
}

}  // namespace entente::extract
