// SPDX-License-Identifier: Apache-2.0
#include "extract/name_words.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "extract/calendar.hpp"
#include "extract/letters.hpp"

namespace entente::extract {
namespace {

constexpr int kDeepest = 8;  // steps up within a name

bool is_proper(const nlp::Token& token) {
  return token.tag == "NNP" || token.tag == "NNPS";
}
bool is_adjective(const nlp::Token& token) {
  return token.tag.substr(0, 2) == "JJ";
}

}  // namespace

NameWords::NameWords(const Reading& reading, const Resources& resources, const Sentence& sentence,
                     const std::vector<std::string>& lower)
    : reading_(reading),
      analysis_(reading.analysis),
      resources_(resources),
      sentence_(sentence),
      lower_(lower) {
  list_names();
  find_spelled();
  title_case_ = in_title_case();
}

void NameWords::list_names() {
  for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
    std::optional<ListedName> listed = listed_name_at(reading_, *resources_.gazetteer, i, sentence_.end);
    if (listed &&
        token(i).tag == "DT") {  // "The Gambia": the article is no part where the name is listed without
      auto bare = listed_name_at(reading_, *resources_.gazetteer, i + 1, sentence_.end);
      if (bare && bare->end >= listed->end) listed = std::move(bare);  // "The West | African bloc"
    }
    const std::uint32_t next = listed ? listed->end : i + 1;
    if (listed) listed_.push_back(std::move(*listed));
    i = next;
  }
}

void NameWords::find_spelled() {
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
    const std::uint32_t byte = token(i).span.end;
    const auto note =
        std::lower_bound(reading_.acronyms.begin(), reading_.acronyms.end(), byte,
                         [](const AcronymNote& at, std::uint32_t wanted) { return at.byte < wanted; });
    if (note == reading_.acronyms.end() || note->byte != byte) continue;
    std::uint32_t begin = spelled_begin(i, note->acronym);
    if (begin == i) begin = shuffled_begin(i, note->acronym);
    if (begin < i) spelled_.emplace_back(begin, i + 1);
  }
}

std::uint32_t NameWords::spelled_begin(std::uint32_t i, std::string_view acronym) const {
  std::size_t left = acronym.size();
  for (std::uint32_t k = i + 1; k > sentence_.begin && i - k + 1 < 14; --k) {
    const std::uint32_t at = k - 1;
    if (is_upper(text(at)[0])) {
      if (text(at)[0] != acronym[left - 1]) return i;
      if (--left == 0) return at;
    } else if (!one_of(lower(at),
                       {"of", "for", "and", "the", "on", "in", "to", "-", ",", "&", "'s", "’s", "'", "’"})) {
      return i;
    }
  }
  return i;
}

// "National Congress for the Defence of the People (CNDP)": the letters in the order of another language.
std::uint32_t NameWords::shuffled_begin(std::uint32_t i, std::string_view acronym) const {
  std::string letters;
  for (std::uint32_t k = i + 1; k > sentence_.begin && i - k + 1 < 14; --k) {
    const std::uint32_t at = k - 1;
    if (is_upper(text(at)[0])) {
      letters += text(at)[0];
      if (letters.size() == acronym.size())
        return letters.size() > 2 && std::is_permutation(letters.begin(), letters.end(), acronym.begin()) ? at
                                                                                                          : i;
    } else if (!one_of(lower(at), {"of", "for", "and", "the", "on", "in", "to", "-", "&"})) {
      return i;
    }
  }
  return i;
}

std::uint32_t NameWords::spelled_end(std::uint32_t i) const {
  for (const auto& [begin, end] : spelled_) {
    if (begin == i) return end;
  }
  return i;
}

const ListedName* NameWords::listed_at(std::uint32_t i) const {
  const auto found =
      std::find_if(listed_.begin(), listed_.end(), [&](const ListedName& name) { return name.begin == i; });
  return found == listed_.end() ? nullptr : &*found;
}

const ListedName* NameWords::listed_over(std::uint32_t i) const {
  const auto found = std::find_if(listed_.begin(), listed_.end(),
                                  [&](const ListedName& name) { return name.begin <= i && i < name.end; });
  return found == listed_.end() ? nullptr : &*found;
}

bool NameWords::in_title_case() const {
  if (!sentence_.heading) return false;
  int capitals = 0, words = 0;
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
    if (!is_letter_at(text(i), 0) || text(i).size() < 4) continue;
    ++words;
    capitals += is_upper(text(i)[0]) ? 1 : 0;
  }
  return capitals * 10 > words * 7;
}

bool NameWords::is_name_word(std::uint32_t i) const {
  if (!inside(i)) return false;
  const nlp::Token& at = token(i);
  if (!has_capital(i) && !((text(i)[0] & 0x80) != 0 && is_proper(at))) return false;
  if (at.tag == "PRP" || at.tag == "DT" || at.tag == "IN" || at.tag == "CC" || at.tag == "PRP$" ||
      at.tag == "MD" || at.tag == "WRB" || at.tag == "WP" || at.tag == "TO" || at.tag == "RB" ||
      at.tag == "EX" || at.tag == "UH" || at.tag == "CD") {
    return listed_at(i) != nullptr && listed_at(i)->end > i + 1;
  }
  if (one_of(text(i), {"Governments", "Parliaments", "Presidents"}) && inside(i + 1) && lower(i + 1) == "of")
    return false;  // "the Governments of X and Y": two
  const bool calendar = month_number(text(i)) > 0 || weekday_number(text(i)) >= 0;
  if (calendar && at.ent_type != "PERSON" && !is_given_month(i)) return false;
  if (in_list("FeastWord", i) && !has_capital(i + 1)) return false;
  if (title_case_) return !at.ent_type.empty() && is_proper(at);
  if (i > sentence_.begin && text(i - 1) != "\"" && text(i - 1) != "“") return true;
  if (is_common_opening(i)) return false;
  if (is_proper(at) || !at.ent_type.empty()) return true;
  return (is_adjective(at) || at.tag == "NN" || at.tag == "VBN") && has_capital(i + 1) &&
         is_proper(token(i + 1));
}

// "Thousands of", "Neighbouring Niger", "Senior Hamas officials": words that begin a sentence and no name.
bool NameWords::is_common_opening(std::uint32_t i) const {
  if (listed_over(i) != nullptr && !listed_over(i)->surname) return false;  // "Senior" is one
  if (one_of(lower(i), {"thousands", "hundreds", "dozens", "scores", "millions", "tens", "billions"}))
    return true;
  if (!inside(i + 1) || !has_capital(i + 1)) return false;
  if (in_list("CountingWord", i)) return true;
  if (!in_list("OpeningWord", i)) return false;
  const ListedName* next = listed_at(i + 1);
  if (next != nullptr && one_of(next->cls, {"Country", "City", "Region"})) return true;
  const std::string_view after = text(i + 1);
  const bool acronym = after.size() > 1 && std::all_of(after.begin(), after.end(), is_upper);
  return next != nullptr || acronym || (!in_list("BodyOpening", i) && precedes_people(i + 1));
}

// "| Senior | Jundallah commanders": people behind the name tell that what stands before it is said of them.
bool NameWords::precedes_people(std::uint32_t i) const {
  while (inside(i) && has_capital(i)) ++i;
  return inside(i) && token(i).tag == "NNS" && one_of(head_class(i), {"Person", "Collective"});
}

// "General Jan Zych": a month between a title and a name.
bool NameWords::is_given_month(std::uint32_t i) const {
  return i > sentence_.begin && in_list("OfficeNoun", i - 1) && has_capital(i - 1) && has_capital(i + 1) &&
         month_number(text(i + 1)) == 0;
}

bool NameWords::is_number(std::uint32_t i) const {
  return inside(i) && is_digit(text(i)[0]);
}

std::string_view NameWords::head_class(std::uint32_t i) const {
  const std::string& word = lower(i);
  const std::string_view by_word = resources_.nouns->class_of(word);
  if (i > 0) {
    const std::string_view two = resources_.nouns->class_of(lower(i - 1) + " " + word);
    if (!two.empty() && i > sentence_.begin) return two;
  }
  if (by_word == "Population" && has_capital(i) && in_list("BodyName", i)) return "Body";  // "Law Society"
  if (!by_word.empty()) return by_word;
  const std::string_view by_lemma = resources_.nouns->class_of(utf8::lower(token(i).lemma));
  return by_lemma.empty() && has_capital(i) && in_list("BodyName", i) ? std::string_view("Body") : by_lemma;
}

bool NameWords::is_institution(std::string_view cls) {
  return cls == "Body" || cls == "Organization" || cls == "GovernmentBody" || cls == "PoliticalParty" ||
         cls == "InternationalOrganization" || cls == "CivilSocietyOrganization" || cls == "Company" ||
         cls == "Facility";
}

// "Presidents | Felipe Calderon of Mexico and ...": a title that the names behind it share.
bool NameWords::is_title_of_several(std::uint32_t i) const {
  const std::string_view word = lower(i);
  return word.ends_with('s') && inside(i + 2) && token(i + 1).tag == "NNP" &&
         one_of(token(i + 1).ent_type, {"PERSON", ""}) && token(i + 2).tag == "NNP" &&
         !in_list("OfficeNoun", i) &&
         resources_.nouns->in_list("OfficeNoun", word.substr(0, word.size() - 1));
}

bool NameWords::is_title_word(std::uint32_t i) const {
  const ListedName* listed = listed_over(i);  // "General Assembly", "St. Lucia", "Sheikh Hasina"
  if (listed != nullptr && listed->end > i + 1 && !listed->surname) return false;
  if (i > sentence_.begin && in_list("OfficeNoun", i - 1) &&
      resources_.gazetteer->in_list("surnames", lower(i)))
    return false;  // "Foreign Minister Shah Mehmood"
  if (lower(i) == "member" && inside(i + 1) && lower(i + 1) == "states") return false;
  if (is_title_of_several(i)) return true;
  if (lower(i) == "justice" && inside(i + 1) && !is_name_word(i + 1))
    return false;  // "Party for Justice and"
  return in_list("OfficeNoun", i) || in_list("Honorific", i) ||
         (text(i).find('-') == std::string_view::npos && lower(i) == "general");
}

// A singular common noun for a person that may stand before his name.
bool NameWords::names_person(std::uint32_t i) const {
  if (is_title_of_several(i)) return true;
  const bool past =
      i > sentence().begin && lower(i - 1) == "-" && in_list("OfficeNoun", i);  // "ex-president"
  if ((token(i).tag != "NN" && !past) || !is_lower_at(text(i), 0)) return false;
  return in_list("OfficeNoun", i) || resources_.nouns->class_of(lower(i)) == "Person" ||
         one_of(lower(i), {"resident", "citizen", "national", "native", "prisoner", "detainee", "suspect"});
}

bool NameWords::is_named_place(std::uint32_t i) const {
  return i >= sentence_.begin + 2 && lower(i - 1) == "of" && is_lower_at(text(i - 2), 0) &&
         one_of(lower(i - 2),
                {"city",       "town",       "village",    "port",         "province",      "district",
                 "suburb",     "island",     "hamlet",     "municipality", "governorate",   "oblast",
                 "capital",    "settlement", "slum",       "shantytown",   "neighbourhood", "neighborhood",
                 "commune",    "county",     "enclave",    "peninsula",    "resort",        "prefecture",
                 "stronghold", "outskirts",  "archipelago"});
}

std::uint32_t NameWords::name_head(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin + 1; i < end; ++i)
    if (one_of(lower(i), {"of", "for", "on"})) return i - 1;
  return end - 1;
}

std::string NameWords::ner_class(std::uint32_t begin, std::uint32_t end) const {
  static constexpr std::pair<std::string_view, std::string_view> kClasses[] = {
      {"PERSON", "Person"}, {"ORG", "Organization"}, {"GPE", "City"},      {"NORP", "Population"},
      {"LOC", "Region"},    {"FAC", "Facility"},     {"EVENT", "Meeting"}, {"LAW", "Agreement"}};
  for (std::uint32_t i = end; i > begin; --i) {
    for (const auto& [label, cls] : kClasses) {
      if (token(i - 1).ent_type == label) return std::string(cls);
    }
  }
  return {};
}

std::uint32_t NameWords::portfolio_end(std::uint32_t i) const {
  if (!inside(i) || !one_of(lower(i), {"of", "for"})) return i;
  std::uint32_t end = i + 1;
  if (inside(end) && lower(end) == "the") ++end;
  const std::uint32_t first = end;
  const auto portfolio = [&](std::uint32_t at) {
    return has_capital(at) && (in_list("PortfolioNoun", at) || in_list("TitleModifier", at));
  };
  while (portfolio(end) ||
         (end > first && inside(end) && one_of(lower(end), {"and", ",", "&"}) && portfolio(end + 1)))
    ++end;
  const bool body =
      has_capital(end) && is_institution(head_class(end));  // "President of the National | Council"
  return end == first || body ? i : end;
}

bool NameWords::names_party(std::uint32_t i) const {
  return in_list("PartyWord", i) && inside(i + 1) &&
         one_of(lower(i + 1),
                {"mp", "mps", "mep", "senator", "congressman", "congresswoman", "lawmaker", "representative",
                 "deputy", "councillor", "leader", "candidate", "politician", "governor", "sen.", "rep."});
}

bool NameWords::is_acting_body(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin < 2 || ner_class(begin, end) != "Organization") return false;
  std::uint32_t top = end - 1;  // "the Campaign | for Nuclear Disarmament"
  for (int step = 0; step < kDeepest && token(top).head >= begin && token(top).head < top; ++step)
    top = token(top).head;
  if (token(top).dep == "pobj") return token(token(top).head).dep == "agent";
  if (token(top).dep != "nsubj") return false;
  const std::string& verb = token(token(top).head).lemma;
  const auto in_list = [&](std::string_view list) { return resources_.frames->in_list(list, verb); };
  return in_list("SpeechVerb") || in_list("PresenceVerb") || in_list("StanceVerb") || in_list("ActorVerb");
}

}  // namespace entente::extract
