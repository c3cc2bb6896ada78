// SPDX-License-Identifier: Apache-2.0
#include "extract/names.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "extract/calendar.hpp"
#include "extract/letters.hpp"
#include "extract/listed_names.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

bool is_proper(const nlp::Token& token) { return token.tag == "NNP" || token.tag == "NNPS"; }
bool is_adjective(const nlp::Token& token) { return token.tag.substr(0, 2) == "JJ"; }

// Finds the names of one sentence.
class NameFinder {
 public:
  NameFinder(const Reading& reading, const Resources& resources, const Sentence& sentence)
      : reading_(reading), analysis_(reading.analysis), resources_(resources), sentence_(sentence) {}

  void find(std::vector<NameSpan>& names) {
    list_names();
    find_spelled();
    title_case_ = in_title_case();
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
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
  [[nodiscard]] const nlp::Token& token(std::uint32_t i) const { return analysis_.tokens[i]; }
  [[nodiscard]] std::string lower(std::uint32_t i) const { return lower_text(analysis_, i); }
  [[nodiscard]] std::string_view text(std::uint32_t i) const { return analysis_.token_text(i); }
  [[nodiscard]] bool inside(std::uint32_t i) const { return i < sentence_.end; }
  [[nodiscard]] bool in_list(std::string_view list, std::uint32_t i) const { return resources_.nouns->in_list(list, lower(i)); }

  void list_names() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      std::optional<ListedName> listed = listed_name_at(reading_, *resources_.gazetteer, i, sentence_.end);
      const std::uint32_t next = listed ? listed->end : i + 1;
      if (listed) listed_.push_back(std::move(*listed));
      i = next;
    }
  }

  // Names that an acronym behind them spells out: "Agricultural Research and Development Institute (ARDI)".
  void find_spelled() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      const std::uint32_t byte = token(i).span.end;
      const auto note = std::lower_bound(reading_.acronyms.begin(), reading_.acronyms.end(), byte,
                                         [](const AcronymNote& at, std::uint32_t wanted) { return at.byte < wanted; });
      if (note == reading_.acronyms.end() || note->byte != byte) continue;
      const std::uint32_t begin = spelled_begin(i, note->acronym);
      if (begin < i) spelled_.emplace_back(begin, i + 1);
    }
  }

  // Where the name that ends with token i begins when its capitals are the acronym's, or i.
  [[nodiscard]] std::uint32_t spelled_begin(std::uint32_t i, std::string_view acronym) const {
    std::size_t left = acronym.size();
    for (std::uint32_t k = i + 1; k > sentence_.begin && i - k + 1 < 14; --k) {
      const std::uint32_t at = k - 1;
      if (is_upper(text(at)[0])) {
        if (text(at)[0] != acronym[left - 1]) return i;
        if (--left == 0) return at;
      } else if (!one_of(lower(at), {"of", "for", "and", "the", "on", "in", "to", "-", ",", "&", "'s", "’s", "'", "’"})) {
        return i;
      }
    }
    return i;
  }

  [[nodiscard]] std::uint32_t spelled_end(std::uint32_t i) const {
    for (const auto& [begin, end] : spelled_) {
      if (begin == i) return end;
    }
    return i;
  }

  [[nodiscard]] const ListedName* listed_at(std::uint32_t i) const {
    const auto found = std::find_if(listed_.begin(), listed_.end(), [&](const ListedName& name) { return name.begin == i; });
    return found == listed_.end() ? nullptr : &*found;
  }
  [[nodiscard]] const ListedName* listed_over(std::uint32_t i) const {
    const auto found =
        std::find_if(listed_.begin(), listed_.end(), [&](const ListedName& name) { return name.begin <= i && i < name.end; });
    return found == listed_.end() ? nullptr : &*found;
  }

  // A heading in which nearly every word has a capital, so that capitals tell nothing.
  [[nodiscard]] bool in_title_case() const {
    if (!sentence_.heading) return false;
    int capitals = 0, words = 0;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (!is_letter_at(text(i), 0) || text(i).size() < 4) continue;
      ++words;
      capitals += is_upper(text(i)[0]) ? 1 : 0;
    }
    return capitals * 10 > words * 7;
  }

  [[nodiscard]] bool has_capital(std::uint32_t i) const { return inside(i) && is_upper(text(i)[0]); }

  // True when the token's capital makes it part of a name.
  [[nodiscard]] bool is_name_word(std::uint32_t i) const {
    if (!inside(i)) return false;
    const nlp::Token& at = token(i);
    if (!has_capital(i) && !((text(i)[0] & 0x80) != 0 && is_proper(at))) return false;
    if (at.tag == "PRP" || at.tag == "DT" || at.tag == "IN" || at.tag == "CC" || at.tag == "PRP$" || at.tag == "MD" ||
        at.tag == "WRB" || at.tag == "WP" || at.tag == "TO" || at.tag == "RB" || at.tag == "EX" || at.tag == "UH" || at.tag == "CD") {
      return listed_at(i) != nullptr && listed_at(i)->end > i + 1;
    }
    const bool calendar = month_number(text(i)) > 0 || weekday_number(text(i)) >= 0;
    if (calendar && at.ent_type != "PERSON") return false;
    if (title_case_) return !at.ent_type.empty() && is_proper(at);
    if (i > sentence_.begin && text(i - 1) != "\"" && text(i - 1) != "“") return true;
    if (is_proper(at) || !at.ent_type.empty()) return true;
    return (is_adjective(at) || at.tag == "NN" || at.tag == "VBN") && has_capital(i + 1) && is_proper(token(i + 1));
  }

  [[nodiscard]] bool is_number(std::uint32_t i) const {
    return inside(i) && is_digit(text(i)[0]);
  }

  // Words that hold a name together: "al", "von", "-"; end of the link behind them, or i.
  [[nodiscard]] std::uint32_t link_end(std::uint32_t i) const {
    if (!inside(i)) return i;
    const std::string word = lower(i);
    if (word == "-" && !token(i - 1).space_after && !token(i).space_after) {
      const bool high_level = inside(i + 2) && is_lower_at(text(i + 1), 0) && token(i + 1).space_after && is_name_word(i + 2);
      if (high_level) return i + 2;
      return is_name_word(i + 1) || is_number(i + 1) || (inside(i + 1) && is_proper(token(i + 1))) ? i + 1 : i;
    }
    if (one_of(word, {"von", "van", "de", "der", "den", "del", "della", "da", "dos", "du", "di", "la", "le", "bin", "ibn", "al", "el", "e"})) {
      std::uint32_t next = i + 1;
      while (inside(next) && one_of(lower(next), {"der", "den", "la", "las", "los", "-"})) ++next;
      return is_name_word(next) && (token(i).ent_type == token(next).ent_type || is_proper(token(i))) ? next : i;
    }
    if (word == "&" && is_name_word(i + 1)) return i + 1;
    if (one_of(text(i), {"'", "’", "'s", "’s"}) && !token(i - 1).space_after && is_group_possessive(i)) return i + 1;
    return i;
  }

  // "Farmers' Party", "Leaders’ Summit", "People's Assembly" against "Lesotho's Prime Minister".
  [[nodiscard]] bool is_group_possessive(std::uint32_t pos) const {
    if (!is_name_word(pos + 1) || listed_over(pos - 1) != nullptr) return false;
    const std::string owner = lower(pos - 1);
    const bool plural = owner.size() > 3 && owner.back() == 's' && text(pos).find('s') == std::string_view::npos;
    return plural || one_of(owner, {"people", "women", "men", "children", "peoples", "world"});
  }

  // End of the run of name words that begins at i (a number may stand inside: "World War 2"), or i.
  [[nodiscard]] std::uint32_t run_end(std::uint32_t i) const {
    std::uint32_t end = i;
    if (const ListedName* listed = listed_at(i); listed != nullptr && !is_name_word(i)) return listed->end;
    const bool ordinal = is_number(i) && (token(i).tag == "JJ" || lower(i).size() > 2) && !is_digit(text(i).back()) && is_name_word(i + 1);
    if (!is_name_word(i) && !ordinal) return i;
    end = i + 1;
    while (inside(end)) {
      if (const ListedName* listed = listed_over(end - 1); listed != nullptr && listed->end > end) {
        end = listed->end;
        continue;
      }
      if (is_name_word(end)) {
        ++end;
        continue;
      }
      const std::uint32_t linked = link_end(end);
      if (linked == end) break;
      end = linked;
      if (inside(end) && (is_name_word(end) || is_number(end) || is_proper(token(end)))) ++end;
    }
    return std::min(extended(i, end), sentence_.end);
  }

  [[nodiscard]] std::string_view head_class(std::uint32_t i) const {
    const std::string lemma = utf8::lower(token(i).lemma), word = lower(i);
    const std::string_view by_word = resources_.nouns->class_of(word);
    if (i > 0) {
      const std::string_view two = resources_.nouns->class_of(lower(i - 1) + " " + word);
      if (!two.empty() && i > sentence_.begin) return two;
    }
    if (!by_word.empty()) return by_word;
    const std::string_view by_lemma = resources_.nouns->class_of(lemma);
    return by_lemma.empty() && has_capital(i) && in_list("BodyName", i) ? std::string_view("Body") : by_lemma;
  }

  // Carries a run on over "of", "for", "on" where its last word asks for it: "Ministry of Health", "Summit on Solidarity".
  [[nodiscard]] std::uint32_t extended(std::uint32_t begin, std::uint32_t end) const {
    bool event = false;
    for (int times = 0; times < 4 && inside(end); ++times) {
      if (const ListedName* listed = listed_over(end - 1); listed != nullptr && listed->begin <= begin && listed->end == end) break;
      const std::string_view cls = head_class(end - 1);
      const bool institution = is_institution(cls);
      event = event || cls == "Meeting" || cls == "Agreement" || cls == "Initiative";
      if (!institution && !event) break;
      const std::string word = lower(end);
      const bool link = word == "of" || word == "for" || (event && one_of(word, {"on", "against", "between"})) || (institution && word == "on");
      if (!link) break;
      std::uint32_t next = end + 1;
      if (inside(next) && lower(next) == "the") ++next;
      if (next == end + 2 && capitals(begin, end) > 1 && word == "of" && listed_over(next) != nullptr) break;
      const std::uint32_t stop = plain_run_end(next);
      if (stop == next || is_person(next, stop)) break;
      end = stop;
      end = with_conjunct(next, end, word == "between" || word == "on" || !event);
    }
    return end;
  }

  [[nodiscard]] static bool is_institution(std::string_view cls) {
    return cls == "Body" || cls == "Organization" || cls == "GovernmentBody" || cls == "PoliticalParty" || cls == "InternationalOrganization" ||
           cls == "CivilSocietyOrganization" || cls == "Company" || cls == "Facility";
  }

  [[nodiscard]] int capitals(std::uint32_t begin, std::uint32_t end) const {
    int count = 0;
    for (std::uint32_t i = begin; i < end; ++i) count += has_capital(i) ? 1 : 0;
    return count;
  }

  // A run without its "of" phrases.
  [[nodiscard]] std::uint32_t plain_run_end(std::uint32_t i) const {
    std::uint32_t end = i;
    while (inside(end)) {
      const ListedName* listed = listed_at(end);
      if (listed != nullptr && has_capital(end)) {
        end = listed->end;
      } else if (is_name_word(end) || (is_number(end) && (end > i || is_name_word(end + 1)))) {
        ++end;
      } else {
        const std::uint32_t linked = end > i ? link_end(end) : end;
        if (linked == end) break;
        end = linked;
      }
    }
    return end;
  }

  // "Ministry of Health and Welfare": the tree hangs the second part on the first.
  [[nodiscard]] std::uint32_t with_conjunct(std::uint32_t begin, std::uint32_t end, bool wanted) const {
    if (!inside(end + 1) || lower(end) != "and" || !wanted) return end;
    const std::uint32_t stop = plain_run_end(end + 1);
    if (stop == end + 1) return end;
    const bool countries = listed_over(end + 1) != nullptr && listed_over(begin) != nullptr && listed_over(begin)->cls == "Country";
    for (std::uint32_t i = end + 1; i < stop; ++i) {
      const std::uint32_t head = token(i).head;
      if (token(i).dep == "conj" && head >= begin && head < end) {
        const bool between = begin > 1 && (lower(begin - 1) == "between" || lower(begin - 2) == "between");
        return countries && !between ? end : stop;
      }
    }
    return end;
  }

  [[nodiscard]] bool is_person(std::uint32_t begin, std::uint32_t end) const {
    const ListedName* listed = listed_over(begin);
    if (listed != nullptr) return listed->cls == "Person" && !listed->surname;
    bool all = true;
    for (std::uint32_t i = begin; i < end; ++i) all = all && token(i).ent_type == "PERSON";
    return all && end - begin > 1;
  }

  // Cuts a run into titles and names.
  void split_run(std::uint32_t begin, std::uint32_t end, std::vector<NameSpan>& names) const {
    while (begin < end && (token(begin).pos == "PUNCT" || token(begin).tag == "DT")) ++begin;
    if (begin == end) return;
    const std::uint32_t name = person_begin(begin, end);
    if (name < end) {
      const std::size_t before = names.size();
      if (name > begin) add_title_names(begin, name, names);
      NameSpan span;
      span.begin = name;
      span.end = end;
      span.title_begin = name > begin ? title_start(begin, name) : begin;
      span.cls = "Person";
      if (const ListedName* listed = listed_at(name); listed != nullptr && listed->cls == "Person" && listed->end == end && !listed->surname) {
        span.candidates = listed->candidates;
      }
      if (name == begin) span.title_begin = plain_title_start(begin);
      names.insert(names.begin() + static_cast<std::ptrdiff_t>(before), std::move(span));
      return;
    }
    add_name(begin, end, names);
  }

  // First token of the person's name at the end of a run, or end when it holds none.
  [[nodiscard]] std::uint32_t person_begin(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = end; i > begin; --i) {
      if (is_title_word(i - 1) && i < end) {
        const bool middle = i - 1 > begin && token(begin).ent_type == "PERSON" && token(i - 1).ent_type == "PERSON" && listed_at(begin) == nullptr;
        if (middle && token(i - 1).ent_iob == nlp::EntIob::inside) return begin;  // "Muhammed Sheikh Khalil"
        return may_be_person(i, end) ? i : end;
      }
      if (is_title_word(i - 1) && i == end) return end;
    }
    if (const ListedName* listed = listed_at(begin); listed != nullptr && listed->end == end) {
      return listed->cls == "Person" && (!listed->surname || token(begin).ent_type == "PERSON") ? begin : end;
    }
    if (const std::uint32_t name = person_behind_body(begin, end); name < end) return name;
    if (end - begin > 1 && is_class_in_front(begin)) return end;
    if (end - begin == 1) return token(begin).ent_type == "PERSON" && head_class(begin).empty() && listed_over(begin) == nullptr ? begin : end;
    if (listed_over(end - 1) != nullptr && listed_over(end - 1)->end - listed_over(end - 1)->begin > 1) return end;
    const bool given = resources_.gazetteer->in_list("given-names", lower(begin));
    const bool labelled = token(end - 1).ent_type == "PERSON" && token(begin).ent_type == "PERSON";
    if (begin > sentence_.begin && names_person(begin - 1) && head_class(end - 1).empty() && end - begin <= 4) return begin;
    if (!head_class(end - 1).empty() && !labelled) return end;
    if (is_institution(head_class(end - 1))) return end;
    const bool surname = resources_.gazetteer->in_list("surnames", lower(end - 1)) || resources_.gazetteer->in_list("given-names", lower(end - 1));
    const bool org = !surname && (token(begin).ent_type == "ORG" || token(begin).ent_type == "FAC");
    return labelled || (given && !org && end - begin <= 4 && listed_over(begin) == nullptr) ? begin : end;
  }

  // "European Commission | Ursula von der Leyen": a person's name runs into that of a body.
  [[nodiscard]] std::uint32_t person_behind_body(std::uint32_t begin, std::uint32_t end) const {
    const ListedName* body = listed_at(begin);
    if (body == nullptr || body->cls == "Person" || body->end + 1 >= end) return end;
    const ListedName* person = listed_at(body->end);
    if (person != nullptr) return person->cls == "Person" && person->end == end ? body->end : end;
    for (std::uint32_t i = body->end; i + 1 < end; ++i) {
      if (token(i).ent_type != "PERSON") return end;
    }
    return body->end;
  }

  // "Cyclone X", "Operation X", "Lake X": the first word says what it is.
  [[nodiscard]] bool is_class_in_front(std::uint32_t begin) const { return !class_in_front(begin).empty(); }
  [[nodiscard]] std::string_view class_in_front(std::uint32_t begin) const {
    if (!in_list("FrontNoun", begin)) return {};
    return head_class(begin);
  }

  [[nodiscard]] bool is_title_word(std::uint32_t i) const {
    return in_list("OfficeNoun", i) || in_list("Honorific", i) || (text(i).find('-') == std::string_view::npos && lower(i) == "general");
  }

  // "special envoy | Badr Al-Kindi", "lawmaker | Bina Thapa": a title in small letters right before a name.
  [[nodiscard]] std::uint32_t plain_title_start(std::uint32_t name) const {
    if (name == sentence_.begin || !names_person(name - 1)) return name;
    std::uint32_t start = name - 1;
    while (start > sentence_.begin && is_lower_at(text(start - 1), 0) && listed_over(start - 1) == nullptr &&
           one_of(token(start - 1).dep, {"compound", "amod", "nmod"}) &&
           (token(start - 1).head <= name + 4 && token(start - 1).head >= start)) {
      --start;
    }
    return start;
  }

  // A singular common noun for a person that may stand before his name.
  [[nodiscard]] bool names_person(std::uint32_t i) const {
    if (token(i).tag != "NN" || !is_lower_at(text(i), 0)) return false;
    return in_list("OfficeNoun", i) || resources_.nouns->class_of(lower(i)) == "Person";
  }

  // What follows a title is a person unless it is a known thing: "General Assembly", "Chief Executive".
  [[nodiscard]] bool may_be_person(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin > 6) return false;
    const ListedName* listed = listed_at(begin);
    if (listed != nullptr && listed->end == end) return listed->cls == "Person";
    if (listed != nullptr && listed->end - listed->begin > 1 && listed->cls != "Person") return false;
    if (in_list("TitleModifier", begin)) return false;
    return head_class(end - 1).empty() && lower(begin) != "-";
  }

  // Where the title proper begins behind the country or body in front of it: "Bolivian | Foreign Minister".
  [[nodiscard]] std::uint32_t title_start(std::uint32_t begin, std::uint32_t name) const {
    std::uint32_t start = name;
    while (start > begin && (is_title_word(start - 1) || in_list("TitleModifier", start - 1) || lower(start - 1) == "-")) --start;
    return start == name ? begin : start;
  }

  // The country or body that stands in front of a title is a name of its own.
  void add_title_names(std::uint32_t begin, std::uint32_t name, std::vector<NameSpan>& names) const {
    const std::uint32_t start = title_start(begin, name);
    for (std::uint32_t i = begin; i < start;) {
      const ListedName* listed = listed_at(i);
      if (listed != nullptr && listed->end <= start) {
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
    NameSpan span;
    span.begin = span.title_begin = listed.begin;
    span.end = listed.end;
    span.cls = listed.cls;
    span.candidates = listed.candidates;
    if (listed.people && token(listed.begin).tag.substr(0, 2) == "NN" && token(listed.begin).tag.back() == 'S') {
      span.cls = "Population";  // "the Iraqis" are not Iraq
      span.candidates.clear();
    }
    span.stands_for_country = listed.stands_for_country;
    span.capital = listed.capital;
    names.push_back(std::move(span));
  }

  // The listed name that a run ends with makes the run, when what precedes only says whose it is: "UN Security Council".
  [[nodiscard]] const ListedName* listed_at_end(std::uint32_t begin, std::uint32_t end) const {
    const ListedName* last = listed_over(end - 1);
    if (last == nullptr || last->end != end || last->begin <= begin || last->surname) return nullptr;
    const ontology::GazetteerEntity* entity = resources_.gazetteer->find(last->candidates.front());
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
    const ListedName* second = first == nullptr || first->end + 1 >= end ? nullptr : listed_at(first->end + 1);
    if (second == nullptr || second->end != end || lower(first->end) != "-") return false;
    add_listed(*first, names);
    add_listed(*second, names);
    return true;
  }

  void add_name(std::uint32_t begin, std::uint32_t end, std::vector<NameSpan>& names) const {
    const ListedName* whole = listed_at(begin);
    if (whole != nullptr && whole->end == end) {
      if (!whole->surname || token(begin).ent_type == "PERSON") {
        add_listed(*whole, names);
        return;
      }
    }
    if (add_pair(begin, end, names)) return;
    if (const ListedName* last = listed_at_end(begin, end)) {
      add_listed(*last, names);
      return;
    }
    NameSpan span;
    span.begin = span.title_begin = begin;
    span.end = end;
    span.office = is_title_word(end - 1) && !listed_office(begin, end);
    span.cls = span.office ? "Person" : class_of_run(begin, end);
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
        head = i - 1;
        break;
      }
    }
    if (const std::string_view front = class_in_front(begin); !front.empty() && end - begin > 1) return std::string(front);
    const bool ordinal = is_digit(text(begin)[0]) || one_of(lower(begin), {"first", "second", "third", "fourth", "fifth", "opening", "extraordinary"});
    const std::string word = lower(head);
    if (one_of(word, {"assembly", "congress", "council", "convention"})) return ordinal ? "Meeting" : body_class(word, begin);
    if (word == "party") return "PoliticalParty";
    const std::string_view named = head_class(head);
    if (named == "Body") return word == "house" ? "GovernmentBody" : "Organization";
    if (!named.empty()) return std::string(named);
    const std::string label = ner_class(begin, end);
    const ListedName* last = listed_over(end - 1);
    if (label == "City" && last != nullptr && last->begin > begin && last->cls == "Country") return "Organization";  // "Air France"
    return is_place_by_position(begin, end, label) ? "City" : label;
  }

  [[nodiscard]] static std::string body_class(std::string_view word, std::uint32_t) {
    return word == "convention" ? "Agreement" : word == "council" ? "Organization" : "GovernmentBody";
  }

  // A single unknown word behind "in" or "to" is a place, whatever NER made of it.
  [[nodiscard]] bool is_place_by_position(std::uint32_t begin, std::uint32_t end, std::string_view label) const {
    if (begin == sentence_.begin || end - begin > 2 || label == "Region" || label == "Facility") return false;
    const std::string before = lower(begin - 1);
    if (one_of(before, {"in", "near", "at", "outside"})) return end - begin == 1 || label == "City" || label == "Person";
    return one_of(before, {"to", "from"}) && end - begin == 1 && label != "Person" && !is_all_capitals(begin);
  }

  [[nodiscard]] bool is_all_capitals(std::uint32_t i) const {
    return std::none_of(text(i).begin(), text(i).end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  [[nodiscard]] std::string ner_class(std::uint32_t begin, std::uint32_t end) const {
    static constexpr std::pair<std::string_view, std::string_view> kClasses[] = {
        {"PERSON", "Person"}, {"ORG", "Organization"}, {"GPE", "City"},       {"NORP", "Population"},
        {"LOC", "Region"},    {"FAC", "Facility"},     {"EVENT", "Meeting"}, {"LAW", "Agreement"}};
    for (std::uint32_t i = end; i > begin; --i) {
      for (const auto& [label, cls] : kClasses) {
        if (token(i - 1).ent_type == label) return std::string(cls);
      }
    }
    return {};
  }

  const Reading& reading_;
  const nlp::Analysis& analysis_;
  const Resources& resources_;
  const Sentence& sentence_;
  std::vector<ListedName> listed_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> spelled_;  // tokens of names that an acronym spells
  bool title_case_ = false;
};

}  // namespace

std::vector<NameSpan> find_names(const Reading& reading, const Resources& resources) {
  std::vector<NameSpan> names;
  for (const Sentence& sentence : reading.sentences) NameFinder(reading, resources, sentence).find(names);
  return names;
}

}  // namespace entente::extract
