// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.hpp"
#include "extract/calendar.hpp"
#include "extract/letters.hpp"
#include "extract/repair.hpp"

namespace entente::extract {
namespace {

std::string_view text_of(std::string_view bytes, const Word& word) {
  return bytes.substr(word.begin, word.end - word.begin);
}

// A label in front of a colon: "Q", "HILL", "Loans", "Trade (2017)". End of the label, or 0.
std::size_t label_end(std::string_view bytes, bool item) {
  const std::size_t colon = bytes.substr(0, 48).find(": ");
  if (colon == std::string_view::npos || colon == 0) return 0;
  const std::string_view label = bytes.substr(0, colon);
  const std::vector<Word> words = words_of(label);
  if (words.empty() || words.size() > 4 || !is_upper(label[0])) return 0;
  if (label.find_first_of(".;!?,\"") != std::string_view::npos && !item) {
    const bool honorific =
        std::all_of(label.begin(), label.end(), [](char c) { return !(c >= 'a' && c <= 'z'); });
    if (!honorific) return 0;
  }
  const bool capitals = std::all_of(words.begin(), words.end(),
                                    [&](const Word& word) { return !is_lower_at(label, word.begin); });
  return item || capitals ? colon : 0;
}

std::string without_brackets(std::string_view label) {
  const std::size_t open = label.find(" (");
  return std::string(open == std::string_view::npos ? label : label.substr(0, open));
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit) &&
         (word[0] == '1' || word[0] == '2');
}

int day_number(std::string_view word) {
  if (word.empty() || word.size() > 2 || !std::all_of(word.begin(), word.end(), is_digit)) return 0;
  const int day = std::stoi(std::string(word));
  return day <= 31 ? day : 0;
}

// A date that begins at word i: "March 3", "12 May 2017", "Aug. 21"; count: its words, 0 when there is none.
Date date_at(std::string_view bytes, const std::vector<Word>& words, std::size_t i, std::size_t& count) {
  count = 0;
  Date date;
  if (i + 1 >= words.size()) return date;
  const std::string_view a = text_of(bytes, words[i]), b = text_of(bytes, words[i + 1]);
  if (month_number(a) > 0 && day_number(b) > 0) {
    date.month = month_number(a);
    date.day = day_number(b);
  } else if (day_number(a) > 0 && month_number(b) > 0) {
    date.month = month_number(b);
    date.day = day_number(a);
  } else {
    return date;
  }
  count = 2;
  if (i + 2 < words.size() && is_year(text_of(bytes, words[i + 2]))) {
    date.year = std::stoi(std::string(text_of(bytes, words[i + 2])));
    count = 3;
  }
  return date;
}

// Behind a dateline's last word: a bracketed source and then a dash or (after a year) a full stop. End of it
// all, or 0.
std::size_t dateline_end(std::string_view bytes, std::size_t i, bool dated) {
  while (i < bytes.size() && (bytes[i] == ' ' || bytes[i] == ',')) ++i;
  if (i < bytes.size() && bytes[i] == '(') {
    const std::size_t close = bytes.find(')', i);
    if (close == std::string_view::npos || close - i > 40) return 0;
    i = close + 1;
    while (i < bytes.size() && bytes[i] == ' ') ++i;
  }
  const auto skip = [&](std::size_t length) {
    i += length;
    while (i < bytes.size() && bytes[i] == ' ') ++i;
    return i < bytes.size() ? i : 0;
  };
  if (bytes.substr(i, 2) == "--") return skip(2);
  if (bytes.substr(i, 2) == "- ") return skip(1);
  if (bytes.substr(i, 3) == "–" || bytes.substr(i, 3) == "—") return skip(3);
  if (dated && bytes.substr(i, 2) == ". ") return skip(1);
  if (dated && bytes.substr(i, 2) == ": ") return skip(1);
  return 0;
}

bool is_place_word(std::string_view word) {
  return is_upper(word[0]) || (word[0] & 0x80) != 0;
}

// Length of a dateline at the front, or 0.
std::size_t dateline_length(std::string_view bytes, Front& front) {
  const std::vector<Word> words = words_of(bytes.substr(0, 160), 12);
  std::size_t place = 0;
  std::size_t date_words = 0;
  Date date;
  while (place < words.size() && place < 7 && date_words == 0) {
    date = date_at(bytes, words, place, date_words);
    if (date_words == 0) {
      if (!is_place_word(text_of(bytes, words[place]))) break;
      ++place;
    }
  }
  if (place == 0) return 0;
  std::size_t end = 0;
  if (date_words > 0) {
    end = dateline_end(bytes, words[place + date_words - 1].end, date.year > 0);
  } else {
    const std::string_view first = text_of(bytes, words[0]);
    const bool shouted = first.size() >= 3 && std::all_of(first.begin(), first.end(),
                                                          [](char c) { return !(c >= 'a' && c <= 'z'); });
    for (std::size_t k = place; shouted && end == 0 && k > 0; --k)
      end = dateline_end(bytes, words[k - 1].end, false), place = end > 0 ? k : place;
  }
  if (end == 0) return 0;
  front.dateline_place = std::string(bytes.substr(0, words[place - 1].end));
  if (date_words > 0 && date.year > 0) front.dateline_date = to_iso(date);
  return end;
}

// A city, region or country, or parts of one behind a comma ("Pemba, Mozambique").
bool is_known_place(std::string_view name, const ontology::Gazetteer& gazetteer) {
  const std::string_view first = name.substr(0, name.find(','));
  for (const ontology::NameEntry& entry : gazetteer.names(ontology::name_key(first))) {
    const std::string& cls = gazetteer.entities()[entry.entity].cls;
    if (cls == "City" || cls == "Region" || cls == "Country") return true;
  }
  return false;
}

}  // namespace

MappedText without_place(const MappedText& text, const ontology::Gazetteer& gazetteer, Front& front) {
  const std::string_view bytes = text.text;
  std::size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" - ", " – ", " — ", " -- "}) dash = std::min(dash, bytes.find(mark));
  if (dash == std::string_view::npos || dash > 40 || !front.dateline_place.empty()) return text;
  std::string_view place = bytes.substr(0, dash);
  place = place.substr(0, place.find(" ("));
  const std::size_t end = dateline_end(bytes, dash, false);
  const std::string_view rest = bytes.substr(end);
  const std::string_view sentence = rest.substr(0, rest.find(". "));
  const bool whole =
      end > 0 && !rest.empty() && is_place_word(rest) && rest.find('.') != std::string_view::npos;
  const bool aside = sentence.find(" - ") != std::string_view::npos ||
                     sentence.find(" – ") != std::string_view::npos ||
                     sentence.find(" — ") != std::string_view::npos;  // "Mali - a large land - has ..."
  if (!whole || aside || !is_known_place(place, gazetteer)) return text;
  front.dateline_place = std::string(place);
  return text.part(end, bytes.size());
}

MappedText without_front(const MappedText& text, bool item, Front& front) {
  MappedText result = text;
  const std::size_t colon = label_end(result.text, item);
  if (colon > 0) {
    front.label = without_brackets(std::string_view(result.text).substr(0, colon));
    result = result.part(colon + 2, result.text.size());
  }
  const std::size_t dateline = dateline_length(result.text, front);
  return dateline > 0 ? result.part(dateline, result.text.size()) : result;
}

}  // namespace entente::extract
