// SPDX-License-Identifier: Apache-2.0
#include "extract/name_runs.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/calendar.hpp"
#include "extract/letters.hpp"

namespace entente::extract {
namespace {

bool is_proper(const nlp::Token& token) {
  return token.tag == "NNP" || token.tag == "NNPS";
}

}  // namespace

std::uint32_t NameRuns::link_end(std::uint32_t i) const {
  if (!inside(i)) return i;
  const std::string word = lower(i);
  if (word == "-" && !token(i - 1).space_after && !token(i).space_after) {
    const bool high_level =
        inside(i + 2) && is_lower_at(text(i + 1), 0) && token(i + 1).space_after && is_name_word(i + 2);
    if (high_level) return token(i + 1).tag == "VBN" ? i : i + 2;  // "Chad-based | Sahel Watch"
    if (inside(i + 3) && text(i + 1).size() <= 3 && lower(i + 2) == "-" && !token(i + 1).space_after &&
        !token(i + 2).space_after && is_name_word(i + 3))
      return i + 3;  // "Jamaat-ul-Ahrar", "Hizb-e-Wahdat"
    if (inside(i + 1) && token(i + 1).ent_type == "PERSON" && token(i - 1).ent_type == "PERSON" &&
        is_lower_at(text(i + 1), 0))
      return i + 2;  // "Ban Ki-moon", tagged as a common noun
    return is_name_word(i + 1) || is_number(i + 1) || (inside(i + 1) && is_proper(token(i + 1))) ? i + 1 : i;
  }
  if (one_of(word, {"von", "van", "de", "der", "den", "del", "della", "da", "dos", "du",
                    "di",  "la",  "le", "bin", "ibn", "al",  "el",    "e",  "ut",  "ul"})) {
    std::uint32_t next = i + 1;
    while (inside(next) && one_of(lower(next), {"der", "den", "la", "las", "los", "-"})) ++next;
    const bool same = inside(next) && (token(i).ent_type == token(next).ent_type || is_proper(token(i)));
    return is_hyphened(next) || (is_name_word(next) && same) ? next : i;
  }
  if (word == "&" && is_name_word(i + 1)) return i + 1;
  if (is_capital_preposition(i)) return i + 1;
  if (word == "of" && !is_institution(head_class(i - 1)) && labelled_as_one(i))
    return lower(i + 1) == "the" ? i + 2 : i + 1;
  if (one_of(text(i), {"'", "’", "'s", "’s"}) && !token(i - 1).space_after && is_group_possessive(i))
    return i + 1;
  return i;
}

// "Action | Against | Hunger": in running text such a capital is part of a name.
bool NameRuns::is_capital_preposition(std::uint32_t i) const {
  return !sentence().heading && token(i).tag == "IN" && has_capital(i) && text(i).size() > 3 &&
         is_lower_at(text(i), 1) && is_name_word(i - 1) && has_capital(i + 1) && is_name_word(i + 1);
}

// "Sons of the Mountain": NER takes it for one name of a body.
bool NameRuns::labelled_as_one(std::uint32_t of) const {
  std::uint32_t next = of + 1;
  if (inside(next) && lower(next) == "the") ++next;
  if (!is_name_word(next) || listed_over(next) != nullptr || listed_over(of - 1) != nullptr) return false;
  const std::string_view label = token(of).ent_type;
  if (label != "ORG" && label != "WORK_OF_ART") return false;
  for (std::uint32_t i = of; i <= next; ++i) {
    if (token(i).ent_type != label || token(i).ent_iob != nlp::EntIob::inside) return false;
  }
  return token(of - 1).ent_type == label && !is_title_word(of - 1);
}

bool NameRuns::is_group_possessive(std::uint32_t pos) const {
  if (!is_name_word(pos + 1) || listed_over(pos - 1) != nullptr) return false;
  const std::string owner = lower(pos - 1);
  const bool plural =
      owner.size() > 3 && owner.back() == 's' && text(pos).find('s') == std::string_view::npos;
  const bool office =
      lower(pos + 1) == "office" && one_of(owner, {"prosecutor", "attorney", "governor", "mayor", "ombudsman",
                                                   "coroner", "sheriff", "auditor", "president", "premier"});
  return plural || office || one_of(owner, {"people", "women", "men", "children", "peoples", "world"});
}

std::uint32_t NameRuns::run_end(std::uint32_t i) const {
  std::uint32_t end = i;
  if (const ListedName* listed = listed_at(i); listed != nullptr && !is_name_word(i)) return listed->end;
  const bool ordinal = is_number(i) && (token(i).tag == "JJ" || lower(i).size() > 2) &&
                       !is_digit(text(i).back()) && is_name_word(i + 1);
  const bool article = one_of(text(i), {"al", "el", "ash", "as", "an", "ad", "ar", "at", "az"}) &&
                       inside(i + 2) && lower(i + 1) == "-" && !token(i).space_after &&
                       !token(i + 1).space_after && is_name_word(i + 2);  // "al-Maliki said"
  const bool particle = one_of(text(i), {"bin", "ibn", "bint"}) && token(i).tag == "NNP" && inside(i + 1) &&
                        is_name_word(i + 1);  // "bin Laden said"
  const std::uint32_t day = day_end(i);
  const bool dated = day > i && has_capital(day) && names_group(day);  // "April 9 Brigade"
  const bool after_day = is_number(i) && text(i).find('/') != std::string_view::npos && inside(i + 1) &&
                         has_capital(i + 1) && names_group(i + 1);  // "9/11 Commission"
  if (!is_name_word(i) && !ordinal && !article && !particle && !dated && !after_day) return i;
  end = article ? i + 3 : dated ? day : i + 1;
  while (inside(end)) {
    if (const ListedName* listed = listed_over(end - 1); listed != nullptr && listed->end > end) {
      end = listed->end;
      continue;
    }
    if (const std::uint32_t named = is_title_word(end - 1) ? portfolio_end(end) : end;
        named > end && is_name_word(named)) {
      end = named;  // "Secretary of State | Antony Blinken"
      continue;
    }
    if (is_name_word(end)) {
      ++end;
      continue;
    }
    const std::uint32_t linked = link_end(end);
    if (linked == end) break;
    end = linked;
    if (inside(end) && (is_hyphened(end) || is_name_word(end) || is_number(end) || is_proper(token(end))))
      ++end;
  }
  if (const std::uint32_t joined = joined_end(i, end); joined > end) end = joined;
  return std::min(extended(i, end), sentence().end);
}

// "the Petroleum | and Natural Gas Staff Association": one body, since its noun is in the singular; "the
// Seeds | for Islands Initiative".
std::uint32_t NameRuns::joined_end(std::uint32_t begin, std::uint32_t end) const {
  const bool plain = end == begin + 1 && begin > sentence().begin && lower(begin - 1) == "the" &&
                     listed_over(begin) == nullptr && !is_title_word(begin) &&
                     !is_institution(head_class(begin)) && token(begin).ent_type != "PERSON" &&
                     token(begin).ent_type != "GPE";
  if (!plain || !inside(end + 2) || !one_of(lower(end), {"and", "for", "to", "against"})) return end;
  const std::uint32_t stop = plain_run_end(end + 1);
  const bool labelled = token(end).ent_type == "ORG" && token(end).ent_iob == nlp::EntIob::inside;
  if (stop < end + 3 || (lower(end) == "and" && listed_over(end + 1) != nullptr && !labelled)) return end;
  const std::string_view cls = head_class(stop - 1);
  const bool named = is_institution(cls) || (lower(end) != "and" && one_of(cls, {"Initiative", "Agreement"}));
  return named && token(stop - 1).tag != "NNPS" ? stop : end;
}

// "March 23", "12 October": one past it, or i.
std::uint32_t NameRuns::day_end(std::uint32_t i) const {
  if (!inside(i + 1)) return i;
  const bool month_first = month_number(text(i)) > 0 && is_number(i + 1);
  const bool day_first = is_number(i) && text(i).size() <= 2 && month_number(text(i + 1)) > 0;
  return (month_first || day_first) && has_capital(month_first ? i : i + 1) ? i + 2 : i;
}

// A word for something that may be called after a day.
bool NameRuns::names_group(std::uint32_t i) const {
  const std::string_view cls = head_class(i);
  return is_institution(cls) || cls == "ArmedGroup" || cls == "Collective";
}

// A listed name that a longer one begins with: "National Union | of Teachers"; not "Security Council of the
// United Nations".
bool NameRuns::goes_on(const ListedName& listed) const {
  if (!is_institution(listed.cls) || listed.cls == "InternationalOrganization") return false;
  std::uint32_t next = listed.end + 1;
  if (!inside(next) || !one_of(lower(listed.end), {"of", "for"}) ||
      !is_institution(head_class(listed.end - 1)))
    return false;
  if (inside(next) && lower(next) == "the") ++next;
  return is_name_word(next) && listed_over(next) == nullptr;
}

std::uint32_t NameRuns::extended(std::uint32_t begin, std::uint32_t end) const {
  bool event = false, body = false;
  for (int times = 0; times < 4 && inside(end); ++times) {
    if (const ListedName* listed = listed_over(end - 1);
        listed != nullptr && listed->begin <= begin && listed->end == end && !goes_on(*listed))
      break;
    const std::string_view cls = head_class(end - 1);
    const bool purpose = body && listed_over(end - 1) == nullptr && lower(end) == "of";
    const bool institution = is_institution(cls) || cls == "ArmedGroup" || purpose;
    body = body || institution;  // "Bureau for the Protection | of Rivers"
    event = event || cls == "Meeting" || cls == "Agreement" || cls == "Initiative";
    if (!institution && !event) break;
    const std::string word = lower(end);
    const bool link = word == "of" || word == "for" ||
                      (event && one_of(word, {"on", "against", "between"})) || (institution && word == "on");
    if (!link) break;
    std::uint32_t next = end + 1;
    if (inside(next) && lower(next) == "the") ++next;
    if (purpose && !is_institution(cls) && (next >= sentence().end || listed_over(next) != nullptr)) break;
    if (next == end + 2 && capitals(begin, end) > 1 && word == "of" && listed_over(next) != nullptr) break;
    const std::uint32_t day = institution ? day_end(next) : next;
    const std::uint32_t stop = day > next ? day : plain_run_end(next);
    if (stop == next || is_person(next, stop)) break;
    const std::uint32_t listed_end = institution ? with_matters(next, stop) : stop;
    end = listed_end > stop ? listed_end
                            : with_conjunct(next, stop, word == "between" || word == "on" || !event);
  }
  return end;
}

int NameRuns::capitals(std::uint32_t begin, std::uint32_t end) const {
  int count = 0;
  for (std::uint32_t i = begin; i < end; ++i) count += has_capital(i) ? 1 : 0;
  return count;
}

std::uint32_t NameRuns::plain_run_end(std::uint32_t i) const {
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

std::uint32_t NameRuns::with_conjunct(std::uint32_t begin, std::uint32_t end, bool wanted) const {
  if (!inside(end + 1) || lower(end) != "and" || !wanted) return end;
  const std::uint32_t stop = plain_run_end(end + 1);
  if (stop == end + 1) return end;
  const bool countries = listed_over(end + 1) != nullptr && listed_over(begin) != nullptr &&
                         listed_over(begin)->cls == "Country";
  for (std::uint32_t i = end + 1; i < stop; ++i) {
    const std::uint32_t head = token(i).head;
    if (token(i).dep == "conj" && head >= begin && head < end) {
      const bool between = begin > 1 && (lower(begin - 1) == "between" || lower(begin - 2) == "between");
      return countries && !between ? end : stop;
    }
  }
  return end;
}

// "Ministry of Trade, Industry and Small Business": end of a list of matters, all with capitals, or end.
std::uint32_t NameRuns::with_matters(std::uint32_t begin, std::uint32_t end) const {
  const auto matter = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
      if (listed_over(i) != nullptr || token(i).ent_type == "PERSON" || token(i).ent_type == "GPE")
        return false;
    }
    return from < to;
  };
  const auto known = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
      if (!head_class(i).empty() || in_list("TitleModifier", i) || in_list("PortfolioNoun", i)) return true;
    }
    return false;
  };
  if (!matter(begin, end)) return end;
  bool any = known(begin, end);
  std::uint32_t at = end;
  for (int parts = 0; parts < 6 && inside(at + 1); ++parts) {
    const bool comma = lower(at) == ",";
    const std::uint32_t last = comma && one_of(lower(at + 1), {"and", "&"}) ? at + 1 : at;
    const bool final_part = one_of(lower(last), {"and", "&"});
    if (!comma && (!final_part || parts == 0)) return end;
    const std::uint32_t stop = plain_run_end(last + 1);
    if (!matter(last + 1, stop)) return end;
    any = any || known(last + 1, stop);
    if (final_part) return any ? stop : end;
    at = stop;
  }
  return end;
}

// "al-| Adly", whatever its tag.
bool NameRuns::is_hyphened(std::uint32_t i) const {
  return has_capital(i) && lower(i - 1) == "-";
}

bool NameRuns::is_person(std::uint32_t begin, std::uint32_t end) const {
  const ListedName* listed = listed_over(begin);
  if (listed != nullptr) return listed->cls == "Person" && !listed->surname;
  bool all = true;
  for (std::uint32_t i = begin; i < end; ++i) all = all && token(i).ent_type == "PERSON";
  return all && end - begin > 1;
}

bool NameRuns::names_holders(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t head = begin;
  while (head + 1 < end && lower(head + 1) != "of") ++head;
  return one_of(lower(head),
                {"ministers", "presidents", "heads", "leaders", "secretaries", "chiefs", "ambassadors"}) &&
         (head + 1 < end || inside(end)) && listed_over(head) == nullptr &&
         (end - begin > 1 || (begin > sentence().begin && lower(begin - 1) == "the"));
}

bool NameRuns::is_organ(const ListedName& body, std::uint32_t end) const {
  return is_institution(body.cls) && is_institution(head_class(end - 1)) && listed_over(end - 1) == nullptr;
}

}  // namespace entente::extract
