// SPDX-License-Identifier: Apache-2.0
#include "extract/quantity.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "extract/letters.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

using WordValue = std::pair<std::string_view, int>;

constexpr std::array<WordValue, 29> kNumberWords = {{
    {"zero", 0},      {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},
    {"six", 6},       {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},
    {"twelve", 12},   {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},
    {"sixty", 60},    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"dozen", 12},
}};

constexpr std::array<WordValue, 8> kMultipliers = {{{"hundred", 2},
                                                    {"thousand", 3},
                                                    {"million", 6},
                                                    {"billion", 9},
                                                    {"trillion", 12},
                                                    {"bn", 9},
                                                    {"m", 6},
                                                    {"mn", 6}}};

std::optional<int> lookup(const WordValue* begin, const WordValue* end, std::string_view word) {
  const auto* found = std::find_if(begin, end, [&](const WordValue& pair) { return pair.first == word; });
  return found == end ? std::nullopt : std::optional<int>(found->second);
}

// True when the first letter is that of a number word.
bool begins_like_number(std::string_view word) {
  return std::string_view("zotfsend").find(static_cast<char>(word[0] | 0x20)) != std::string_view::npos;
}

std::optional<int> multiplier(std::string_view word) {
  return lookup(kMultipliers.data(), kMultipliers.data() + kMultipliers.size(), word);
}

bool is_decimal(std::string_view text) {
  return !text.empty() && is_digit(text[0]) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; });
}

// "1,200.50" -> "1200.5"
std::string plain_decimal(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c != ',') result += c;
  }
  while (!result.empty() && result.back() == '.') result.pop_back();
  return result;
}

std::string_view currency_code(std::string_view sign) {
  if (sign == "$" || sign == "US$" || sign == "USD") return "USD";
  if (sign == "€" || sign == "EUR") return "EUR";
  if (sign == "£" || sign == "GBP") return "GBP";
  if (sign == "¥") return "JPY";
  return {};
}

// Currency of a noun's lemma.
std::string_view currency_of(std::string_view lemma) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kCurrencies = {
      {{"dollar", "USD"},
       {"euro", "EUR"},
       {"yuan", "CNY"},
       {"renminbi", "CNY"},
       {"yen", "JPY"},
       {"rupee", "INR"},
       {"ruble", "RUB"},
       {"rouble", "RUB"},
       {"franc", "franc"},
       {"dinar", "dinar"},
       {"peso", "peso"},
       {"won", "KRW"},
       {"usd", "USD"},
       {"eur", "EUR"},
       {"krone", "krone"},
       {"sterling", "GBP"}}};
  for (const auto& [word, code] : kCurrencies) {
    if (word == lemma) return code;
  }
  return {};
}

// Reads bounds to the left of a number.
struct Bound {
  std::string_view name;
  std::uint32_t begin;
};

Bound bound_before(const nlp::Analysis& analysis, std::uint32_t floor, std::uint32_t at) {
  const auto word = [&](std::uint32_t back) {
    return at >= floor + back ? lower_text(analysis, at - back) : std::string{};
  };
  const std::string one = word(1), two = word(2), three = word(3);
  if (one_of(one, {"than"})) {
    if (three == "no" || three == "not")
      return {one_of(two, {"fewer", "less"}) ? "atLeast" : "atMost", at - 3};
    if (one_of(two, {"more", "greater", "larger", "bigger", "higher", "longer"})) return {"moreThan", at - 2};
    if (one_of(two, {"less", "fewer", "smaller", "lower"})) return {"lessThan", at - 2};
  }
  if (one == "least" && two == "at") return {"atLeast", at - 2};
  if (one == "most" && two == "at") return {"atMost", at - 2};
  if (one == "to" && two == "up") return {"atMost", at - 2};
  if (one == "as" && one_of(two, {"many", "much"}))
    return {"atMost", at >= floor + 3 && three == "as" ? at - 3 : at - 2};
  if (one == "of" && two == "upwards") return {"moreThan", at - 2};
  if (one_of(one, {"nearly", "almost"})) return {"nearly", at - 1};
  if (one_of(one, {"about", "around", "approximately", "some", "roughly", "estimated", "circa"}))
    return {"about", at - 1};
  if (one_of(one, {"over", "above", "exceeding"})) return {"moreThan", at - 1};
  if (one_of(one, {"under", "below"})) return {"lessThan", at - 1};
  return {"exact", at};
}

// True when the number at a token names a day, a year or a thing instead of counting.
bool is_no_count(const nlp::Analysis& analysis, std::uint32_t begin, std::uint32_t i) {
  const nlp::Token& token = analysis.tokens[i];
  if (token.ent_type == "DATE" || token.ent_type == "TIME") return true;
  if (i > begin && one_of(lower_text(analysis, i - 1),
                          {"no.", "no", "number", "resolution", "article", "chapter", "page"})) {
    return true;
  }
  const std::string_view text = analysis.token_text(i);
  const bool four = text.size() == 4 && std::all_of(text.begin(), text.end(), is_digit) &&
                    (text[0] == '1' || text[0] == '2');
  return four && token.ent_type != "CARDINAL" && token.ent_type != "MONEY" && token.ent_type != "QUANTITY";
}

// A number that begins at token i: "150", "twenty - six", "56.8 billion", "a dozen".
std::optional<NumberExpression> number_at(const nlp::Analysis& analysis, std::uint32_t i, std::uint32_t end) {
  NumberExpression number;
  number.begin = i;
  std::string word = lower_text(analysis, i);
  std::optional<int> glued;
  if (is_digit(word[0]) && !is_decimal(word)) {  // "221bn"
    std::size_t k = 0;
    while (k < word.size() && (is_digit(word[k]) || word[k] == '.' || word[k] == ',')) ++k;
    glued = multiplier(std::string_view(word).substr(k));
    if (!glued) return std::nullopt;
    word.resize(k);
  }
  std::optional<std::string> value = number_of_word(word);
  std::uint32_t at = i + 1;
  if (!value && one_of(word, {"a", "an", "half"}) && at < end &&
      (multiplier(lower_text(analysis, at)) || lower_text(analysis, at) == "dozen")) {
    value = lower_text(analysis, at) == "dozen" ? "12" : "1";
    if (*value == "12") ++at;
  }
  if (!value) return std::nullopt;
  if (at + 1 < end && analysis.token_text(at) == "-") {
    const std::optional<std::string> ones = number_of_word(lower_text(analysis, at + 1));
    if (ones && ones->size() == 1 && value->size() == 2 && value->back() == '0') {
      value = value->substr(0, 1) + *ones;
      at += 2;
    }
  }
  if (glued) value = scaled(*value, *glued);
  while (at < end) {
    const std::optional<int> power = multiplier(lower_text(analysis, at));
    if (!power || lower_text(analysis, at).size() == 1) break;
    value = scaled(*value, *power);
    ++at;
  }
  number.end = at;
  number.value = *value;
  return number;
}

}  // namespace

bool is_currency(std::string_view lemma) {
  return !currency_of(lemma).empty() ||
         one_of(lemma, {"pound", "krona",  "crown", "lira",   "rial",   "riyal",  "rand",   "shilling",
                        "naira", "real",   "baht",  "dirham", "zloty",  "forint", "koruna", "leu",
                        "birr",  "kwacha", "cedi",  "taka",   "rupiah", "ringgit"});
}

std::optional<std::string> number_of_word(std::string_view word) {
  if (word.empty() || (!is_digit(word[0]) && !begins_like_number(word))) return std::nullopt;
  const std::string lower = utf8::lower(word);
  if (is_decimal(lower)) return plain_decimal(lower);
  if (const auto value = lookup(kNumberWords.data(), kNumberWords.data() + kNumberWords.size(), lower)) {
    return std::to_string(*value);
  }
  const std::size_t hyphen = lower.find('-');
  if (hyphen == std::string::npos) return std::nullopt;
  const std::optional<std::string> tens = number_of_word(std::string_view(lower).substr(0, hyphen));
  const std::optional<std::string> ones = number_of_word(std::string_view(lower).substr(hyphen + 1));
  if (!tens || !ones || tens->size() != 2 || ones->size() != 1 || is_digit(lower[0])) return std::nullopt;
  return tens->substr(0, 1) + *ones;
}

std::string scaled(std::string_view decimal, int power_of_ten) {
  const std::size_t point = decimal.find('.');
  std::string whole(decimal.substr(0, point));
  std::string rest = point == std::string_view::npos ? std::string{} : std::string(decimal.substr(point + 1));
  for (int i = 0; i < power_of_ten; ++i) {
    whole += rest.empty() ? '0' : rest[0];
    if (!rest.empty()) rest.erase(0, 1);
  }
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  const std::size_t first = whole.find_first_not_of('0');
  whole = first == std::string::npos ? "0" : whole.substr(first);
  return rest.empty() ? whole : whole + "." + rest;
}

std::optional<NumberExpression> find_number(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  const nlp::Analysis& analysis = reading.analysis;
  for (std::uint32_t i = begin; i < end; ++i) {
    std::optional<NumberExpression> number = number_at(analysis, i, end);
    if (!number || is_no_count(analysis, begin, i)) continue;
    const std::string_view sign = i > begin ? currency_code(analysis.token_text(i - 1)) : std::string_view{};
    if (!sign.empty()) {
      number->money = true;
      number->currency = sign;
      --number->begin;
    }
    const Bound bound = bound_before(analysis, begin, number->begin);
    number->bound = bound.name;
    number->begin = bound.begin;
    return number;
  }
  return std::nullopt;
}

namespace {

// The counted noun behind a number: the head that it modifies, or the next noun before anything else than
// modifiers.
std::uint32_t counted_noun(const nlp::Analysis& analysis, std::uint32_t at, std::uint32_t end) {
  std::uint32_t noun = kNone;
  for (std::uint32_t i = at; i < end; ++i) {
    const std::string_view tag = analysis.tokens[i].tag;
    if (noun != kNone && (analysis.tokens[i].ent_type == "DATE" || analysis.tokens[i].ent_type == "TIME"))
      break;
    if (tag == "NN" || tag == "NNS" || tag == "NNP" || tag == "NNPS") {
      noun = i;
    } else if (noun != kNone || (tag.substr(0, 2) != "JJ" && tag != "VBN" && tag != "VBG" && tag != "HYPH" &&
                                 tag != "POS" && tag != "$")) {
      break;
    }
  }
  return noun;
}

}  // namespace

std::optional<Quantity> read_quantity(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  const std::optional<NumberExpression> number = find_number(reading, begin, end);
  if (!number) return std::nullopt;
  const nlp::Analysis& analysis = reading.analysis;
  Quantity quantity;
  quantity.value = number->value;
  quantity.bound = number->bound;
  quantity.unit = number->currency;
  std::uint32_t last = number->end;
  if (last < end && one_of(lower_text(analysis, last), {"%", "percent", "per"})) {
    quantity.unit = "percent";
    last += lower_text(analysis, last) == "per" && last + 1 < end ? 2 : 1;
  } else if (!number->money) {
    const std::uint32_t noun = counted_noun(analysis, last, end);
    if (noun != kNone) {
      const std::string lemma = utf8::lower(analysis.tokens[noun].lemma);
      const std::string_view currency = currency_of(lemma);
      quantity.unit = currency.empty() ? lemma : std::string(currency);
      last = noun + 1;
    }
  }
  quantity.text = original_words(reading, number->begin, last);
  return quantity;
}

}  // namespace entente::extract
