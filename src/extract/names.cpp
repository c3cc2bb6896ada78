// SPDX-License-Identifier: Apache-2.0
#include "extract/names.hpp"

#include <algorithm>
#include <utility>

#include "extract/letters.hpp"
#include "extract/name_runs.hpp"

namespace entente::extract {
namespace {

// Finds the names of one sentence: cuts runs into titles and names and says of which class they are.
class NameFinder : public NameRuns {
 public:
  using NameRuns::NameRuns;

  void find(std::vector<NameSpan>& names) {
    for (std::uint32_t i = sentence().begin; i < sentence().end;) {
      if (const std::uint32_t fixed = spelled_end(i); fixed > i) {
        add_name(i, fixed, names);
        i = fixed;
        continue;
      }
      const std::uint32_t end = run_end(i);
      if (end == i) {
        ++i;
        continue;
      }
      split_run(i, end, names);
      i = end;
    }
  }

 private:
  // Cuts a run into titles and names.
  void split_run(std::uint32_t begin, std::uint32_t end, std::vector<NameSpan>& names) const {
    while (begin < end && (token(begin).pos == "PUNCT" || token(begin).tag == "DT")) ++begin;
    if (begin == end || (end - begin == 1 && in_list("Honorific", begin))) return;  // "Her Majesty's ..."
    if (end - begin > 2 && (in_list("CreedWord", begin) || is_opening_profession(begin)) &&
        person_begin(begin + 1, end) == begin + 1)
      ++begin;
    const std::uint32_t name = person_begin(begin, end);
    if (name < end) {
      const std::size_t before = names.size();
      if (name > begin) add_title_names(begin, name, names);
      NameSpan span;
      span.begin = name;
      span.end = end;
      span.title_begin = name > begin ? title_start(begin, name) : begin;
      span.cls = "Person";
      if (const ListedName* listed = listed_at(name);
          listed != nullptr && listed->cls == "Person" && listed->end == end && !listed->surname) {
        span.candidates = listed->candidates;
      }
      if (name == begin) span.title_begin = plain_title_start(begin);
      names.insert(names.begin() + static_cast<std::ptrdiff_t>(before), std::move(span));
      return;
    }
    add_name(begin, end, names);
  }

  // "Economist | Ann Lee doubts it": a capital that only begins the sentence.
  [[nodiscard]] bool is_opening_profession(std::uint32_t i) const {
    return i == sentence().begin && !in_list("OfficeNoun", i) && !in_list("Honorific", i) &&
           resources().nouns->class_of(lower(i)) == "Person";
  }

  // First token of the person's name at the end of a run, or end when it holds none.
  [[nodiscard]] std::uint32_t person_begin(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = end; i > begin; --i) {
      if (is_title_word(i - 1) && i < end) {
        const bool middle = i - 1 > begin && token(begin).ent_type == "PERSON" &&
                            token(i - 1).ent_type == "PERSON" && listed_at(begin) == nullptr;
        if (middle && token(i - 1).ent_iob == nlp::EntIob::inside) return begin;  // "Muhammed Sheikh Khalil"
        const std::uint32_t name = portfolio_end(i);
        return name < end && may_be_person(name, end) ? name : end;
      }
      if (is_title_word(i - 1) && i == end && !is_surname(begin, end)) return end;
    }
    if (const ListedName* listed = listed_at(begin); listed != nullptr && listed->end == end) {
      return listed->cls == "Person" && (!listed->surname || one_of(token(begin).ent_type, {"PERSON", "GPE"}))
                 ? begin
                 : end;
    }
    if (const std::uint32_t name = person_behind_body(begin, end); name < end) return name;
    if (is_named_place(begin)) return end;
    if (end - begin > 1 && is_class_in_front(begin)) return end;
    if (end - begin == 1 && is_likely_place(begin)) return end;
    if (end - begin == 1)
      return token(begin).tag != "NNPS" && token(begin).ent_type == "PERSON" && head_class(begin).empty() &&
                     listed_over(begin) == nullptr
                 ? begin
                 : end;
    if (listed_over(end - 1) != nullptr && listed_over(end - 1)->end - listed_over(end - 1)->begin > 1)
      return end;
    const bool given = resources().gazetteer->in_list("given-names", lower(begin));
    const bool labelled = token(end - 1).ent_type == "PERSON" && token(begin).ent_type == "PERSON";
    if (begin > sentence().begin && names_person(begin - 1) && head_class(end - 1).empty() &&
        end - begin <= 4)
      return begin;
    if (!head_class(end - 1).empty() && !labelled) return end;
    if (is_institution(head_class(end - 1))) return end;
    const bool surname = resources().gazetteer->in_list("surnames", lower(end - 1)) ||
                         resources().gazetteer->in_list("given-names", lower(end - 1));
    const bool org = !surname && (token(begin).ent_type == "ORG" || token(begin).ent_type == "FAC");
    const bool owned = begin > sentence().begin && token(begin - 1).tag == "POS";  // "Spain's Teresa Ortuño"
    if (owned && end - begin == 2 && listed_over(begin) == nullptr && is_speaker(end)) return begin;
    return labelled || (given && (!org || owned) && end - begin <= 4 && listed_over(begin) == nullptr) ? begin
                                                                                                       : end;
  }

  // A verb of speech stands right behind: "the Lake Society's Ingmar Vossen says".
  [[nodiscard]] bool is_speaker(std::uint32_t end) const {
    return inside(end) && one_of(token(end).tag, {"VBZ", "VBD"}) &&
           one_of(token(end).lemma, {"say", "tell", "believe", "think", "add", "warn", "argue", "hope"});
  }

  // "in Gao": no known word of a person's name, behind "in" or "near".
  [[nodiscard]] bool is_likely_place(std::uint32_t i) const {
    if (i < sentence().begin + 2) return false;
    if (is_named_place(i)) return true;
    if (!one_of(lower(i - 1), {"in", "near", "outside", "at", "around"})) return false;
    if (one_of(lower(i - 2), {"confidence", "trust", "faith", "belief", "interest", "believe", "believes"}))
      return false;
    return !resources().gazetteer->in_list("surnames", lower(i)) &&
           !resources().gazetteer->in_list("given-names", lower(i));
  }

  // "Defence Secretary Tom King": a title word that is a surname behind a given name.
  [[nodiscard]] bool is_surname(std::uint32_t begin, std::uint32_t end) const {
    return end - begin > 2 && token(end - 1).ent_type == "PERSON" && token(end - 2).ent_type == "PERSON" &&
           resources().gazetteer->in_list("given-names", lower(end - 2)) && is_title_word(end - 3);
  }

  // "European Commission | Ursula von der Leyen": a person's name runs into that of a body.
  [[nodiscard]] std::uint32_t person_behind_body(std::uint32_t begin, std::uint32_t end) const {
    const ListedName* body = listed_at(begin);
    if (body == nullptr || body->cls == "Person" || body->end + 1 >= end) return end;
    const ListedName* person = listed_at(body->end);
    if (person != nullptr) return person->cls == "Person" && person->end == end ? body->end : end;
    if (follows_office(begin) && head_class(name_head(body->end, end)).empty()) return body->end;
    for (std::uint32_t i = body->end; i + 1 < end; ++i) {
      if (token(i).ent_type != "PERSON") return end;
    }
    return body->end;
  }

  // "President of the | European Commission ...", "ambassador to | Chad ..."
  [[nodiscard]] bool follows_office(std::uint32_t begin) const {
    std::uint32_t at = begin;
    if (at > sentence().begin && lower(at - 1) == "the") --at;
    return at >= sentence().begin + 2 && one_of(lower(at - 1), {"of", "to", "for"}) && is_title_word(at - 2);
  }

  [[nodiscard]] bool is_class_in_front(std::uint32_t begin) const { return !class_in_front(begin).empty(); }

  // "Cyclone X", "Operation X", "Lake X": the first word says what it is.
  [[nodiscard]] std::string_view class_in_front(std::uint32_t begin) const {
    if (!in_list("FrontNoun", begin)) return {};
    return head_class(begin);
  }

  // "special envoy | Badr Al-Kindi": a title in small letters right before a name.
  [[nodiscard]] std::uint32_t plain_title_start(std::uint32_t name) const {
    if (name == sentence().begin || !names_person(name - 1)) return name;
    std::uint32_t start = name - 1;
    while (start > sentence().begin && is_lower_at(text(start - 1), 0) && listed_over(start - 1) == nullptr &&
           one_of(token(start - 1).dep, {"compound", "amod", "nmod"}) &&
           (token(start - 1).head <= name + 4 && token(start - 1).head >= start)) {
      --start;
    }
    return start;
  }

  // What follows a title is a person unless it is a known thing: "General Assembly", "Chief Executive".
  [[nodiscard]] bool may_be_person(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin > 6) return false;
    const ListedName* listed = listed_at(begin);
    if (listed != nullptr && listed->end == end) return listed->cls == "Person";
    if (listed != nullptr && listed->end - listed->begin > 1 && listed->cls != "Person") return false;
    if (in_list("TitleModifier", begin) || token(end - 1).tag == "NNPS") return false;
    const bool labelled =
        end - begin > 1 && token(begin).ent_type == "PERSON" && token(end - 1).ent_type == "PERSON";
    return (head_class(end - 1).empty() || labelled) && lower(begin) != "-";  // "Condoleezza Rice" is no food
  }

  // Where the title proper begins behind the country or body in front of it: "Bolivian | Foreign Minister".
  // Behind a body alone, as in "President of the European Council | Charles Michel", there is none.
  [[nodiscard]] std::uint32_t title_start(std::uint32_t begin, std::uint32_t name) const {
    std::uint32_t start = name;
    for (std::uint32_t i = begin; i < name; ++i)
      if (is_title_word(i) && portfolio_end(i + 1) == name) start = i + 1;
    while (start > begin && !names_party(start - 1) &&
           (is_title_word(start - 1) || in_list("TitleModifier", start - 1) || lower(start - 1) == "-"))
      --start;
    const ListedName* body = start == name ? listed_at(begin) : nullptr;
    const bool named = body != nullptr && body->end == name && body->cls != "Person";
    return start == name && !named ? begin : start;
  }

  // The country or body that stands in front of a title is a name of its own.
  void add_title_names(std::uint32_t begin, std::uint32_t name, std::vector<NameSpan>& names) const {
    const std::uint32_t start = title_start(begin, name);
    for (std::uint32_t i = begin; i < start;) {
      const ListedName* listed = listed_at(i);
      if (listed != nullptr && listed->end < start && is_organ(*listed, start)) {
        add_name(i, start, names);
        i = start;
      } else if (listed != nullptr && listed->end <= start) {
        add_listed(*listed, names);
        i = listed->end;
      } else {
        std::uint32_t stop = i + 1;
        while (stop < start && listed_at(stop) == nullptr) ++stop;
        if (token(i).pos != "PUNCT") add_name(i, stop, names);
        i = stop;
      }
    }
  }

  void add_listed(const ListedName& listed, std::vector<NameSpan>& names) const {
    NameSpan span{listed.begin, listed.end, listed.begin, listed.cls, listed.candidates};
    if (listed.people && token(listed.begin).tag.substr(0, 2) == "NN" &&
        token(listed.begin).tag.back() == 'S') {
      span.cls = "Population";  // "the Iraqis" are not Iraq; "the Kurds" are listed themselves
      const auto is_people = [&](const std::string& id) {
        const ontology::GazetteerEntity* entity = resources().gazetteer->find(id);
        return entity != nullptr && entity->cls == "Population";
      };
      span.candidates.erase(std::remove_if(span.candidates.begin(), span.candidates.end(),
                                           [&](const auto& id) { return !is_people(id); }),
                            span.candidates.end());
    }
    span.single = listed.single;
    span.stands_for_country = listed.stands_for_country;
    span.capital = listed.capital;
    names.push_back(std::move(span));
  }

  // The listed name that a run ends with makes the run, when what precedes only says whose it is: "UN
  // Security Council".
  [[nodiscard]] const ListedName* listed_at_end(std::uint32_t begin, std::uint32_t end) const {
    const ListedName* last = listed_over(end - 1);
    if (last == nullptr || last->end != end || last->begin <= begin || last->surname) return nullptr;
    const ontology::GazetteerEntity* entity = resources().gazetteer->find(last->candidates.front());
    if (entity == nullptr) return nullptr;
    if (last->cls == "Country" || last->cls == "City" || last->cls == "Region") return nullptr;
    const ListedName* first = listed_at(begin);
    if (first == nullptr || first->end != last->begin) return nullptr;
    const std::string& owner = first->candidates.front();
    return owner == entity->part_of || owner == entity->country ? last : nullptr;
  }

  // "Nepal-Chile" before a noun: two countries.
  bool add_pair(std::uint32_t begin, std::uint32_t end, std::vector<NameSpan>& names) const {
    const ListedName* first = listed_at(begin);
    const ListedName* second =
        first == nullptr || first->end + 1 >= end ? nullptr : listed_at(first->end + 1);
    if (second == nullptr || second->end != end || lower(first->end) != "-") return false;
    add_listed(*first, names);
    add_listed(*second, names);
    return true;
  }

  // "UN Middle East | envoy": whose envoy, and where.
  bool add_body_and_field(std::uint32_t begin, std::uint32_t end, std::vector<NameSpan>& names) const {
    const ListedName* body = listed_at(begin);
    const ListedName* field = body == nullptr || body->end >= end ? nullptr : listed_at(body->end);
    if (field == nullptr || field->end != end || end >= sentence().end || !in_list("OfficeNoun", end))
      return false;
    if (!one_of(field->cls, {"Region", "Country"}) ||
        !one_of(body->cls, {"Country", "InternationalOrganization"}))
      return false;
    add_listed(*body, names);
    add_listed(*field, names);
    return true;
  }

  void add_name(std::uint32_t begin, std::uint32_t end, std::vector<NameSpan>& names) const {
    const ListedName* whole = listed_at(begin);
    if (whole != nullptr && whole->end == end) {
      if (!whole->surname || one_of(token(begin).ent_type, {"PERSON", "GPE"}))
        return add_listed(*whole, names);
    }
    if (add_pair(begin, end, names) || add_body_and_field(begin, end, names)) return;
    if (const ListedName* last = listed_at_end(begin, end)) {
      add_listed(*last, names);
      return;
    }
    NameSpan span{begin, end, begin, {}, {}};
    const bool holders = names_holders(begin, end);
    span.office = holders || (is_title_word(end - 1) && !listed_office(begin, end));
    span.cls = holders ? "Collective" : span.office ? "Person" : class_of_run(begin, end);
    names.push_back(span);
    if (span.office) {
      add_title_names(begin, end, names);
      return;
    }
    for (std::uint32_t i = begin; i < end; ++i) {
      const ListedName* listed = listed_at(i);
      if (listed != nullptr && listed->end <= end && !listed->surname) add_listed(*listed, names);
    }
  }

  [[nodiscard]] bool listed_office(std::uint32_t begin, std::uint32_t end) const {
    const ListedName* listed = listed_over(end - 1);
    return listed != nullptr && listed->begin == begin;
  }

  // Class of a name that no list knows: its own head word, else NER.
  [[nodiscard]] std::string class_of_run(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t head = end - 1;
    for (std::uint32_t i = begin + 1; i < end; ++i) {  // the head of "Ministry of Health" stands before "of"
      if (one_of(lower(i), {"of", "for", "on", "against", "between"})) {
        if (!names_body(head_class(end - 1)) || names_body(head_class(i - 1))) head = i - 1;
        break;
      }
    }
    if (const std::string_view front = class_in_front(begin);
        !front.empty() && end - begin > 1 && !is_institution(head_class(end - 1)))
      return std::string(front);  // "Lake Chad", but "Lake Committee"
    const bool ordinal =
        is_digit(text(begin)[0]) ||
        one_of(lower(begin), {"first", "second", "third", "fourth", "fifth", "opening", "extraordinary"});
    const std::string word = lower(head);
    if (one_of(word, {"assembly", "congress", "council", "convention"}))
      return ordinal ? "Meeting" : body_class(word);
    if (word == "party" || names_party(head)) return "PoliticalParty";
    const bool body = one_of(ner_class(begin, end), {"", "Organization", "Population"});
    if (body && is_armed(begin, end)) return "ArmedGroup";
    const std::string_view named = head_class(head);
    if (named == "Body") return word == "house" ? "GovernmentBody" : "Organization";
    if (one_of(named, {"Initiative", "Facility"}) && is_acting_body(begin, end)) return "Organization";
    if (!named.empty()) return std::string(named);
    const std::string label = ner_class(begin, end);
    const ListedName* last = listed_over(end - 1);
    if (label == "City" && last != nullptr && last->begin > begin && last->cls == "Country")
      return "Organization";  // "Air France"
    if (label == "Person" && end - begin == 1 && token(begin).tag == "NNPS") return "Collective";
    if (label == "City" && end - begin == 1 && token(begin).dep == "nsubj")
      return {};  // somebody who acts: "Tedros thanked"
    return is_place_by_position(begin, end, label) ? "City" : label;
  }

  // "the Seeds for Islands Initiative" is an initiative, "the Ministry of Trade and Finance" a ministry.
  [[nodiscard]] static bool names_body(std::string_view cls) {
    return is_institution(cls) || one_of(cls, {"Initiative", "Agreement", "Meeting"});
  }

  // "the rebel | Darfur Justice Movement"
  [[nodiscard]] bool is_armed(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t before = begin;
    if (before > sentence().begin && one_of(lower(before - 1), {"group", "movement", "militia"})) --before;
    return end - begin > 1 && before > sentence().begin &&
           one_of(lower(before - 1), {"rebel", "militant", "insurgent", "guerrilla", "jihadist", "separatist",
                                      "armed", "terrorist", "extremist"});
  }

  [[nodiscard]] static std::string body_class(std::string_view word) {
    return word == "convention" ? "Agreement" : word == "council" ? "Organization" : "GovernmentBody";
  }

  // A single unknown word behind "in" or "to" is a place, whatever NER made of it.
  [[nodiscard]] bool is_place_by_position(std::uint32_t begin, std::uint32_t end,
                                          std::string_view label) const {
    if (begin == sentence().begin || end - begin > 2 || label == "Region" || label == "Facility")
      return false;
    const std::string before = lower(begin - 1);
    if (is_named_place(begin)) return true;
    if (one_of(before, {"in", "near", "at", "outside"}))
      return end - begin == 1 || label == "City" || label == "Person";
    return one_of(before, {"to", "from"}) && end - begin == 1 && label != "Person" && !is_all_capitals(begin);
  }

  [[nodiscard]] bool is_all_capitals(std::uint32_t i) const {
    return std::none_of(text(i).begin(), text(i).end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }
};

}  // namespace

std::vector<NameSpan> find_names(const Reading& reading, const Resources& resources) {
  std::vector<std::string> lower(reading.analysis.tokens.size());
  for (std::uint32_t i = 0; i < lower.size(); ++i) lower[i] = lower_text(reading.analysis, i);
  std::vector<NameSpan> names;
  for (const Sentence& sentence : reading.sentences)
    NameFinder(reading, resources, sentence, lower).find(names);
  return names;
}

}  // namespace entente::extract
