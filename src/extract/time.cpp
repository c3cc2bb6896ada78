// SPDX-License-Identifier: Apache-2.0
#include "extract/time.hpp"

#include <algorithm>
#include <string>

#include "base/string_map.hpp"
#include "extract/letters.hpp"
#include "extract/quantity.hpp"
#include "extract/time_patterns.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

enum class Bearing { within, since, until, before, after, about };

// What a preposition in front makes of the time.
Bearing bearing_of(std::string_view word) {
  if (one_of(word, {"since", "from"})) return Bearing::since;
  if (one_of(word, {"by", "until", "till", "through"})) return Bearing::until;
  if (word == "before") return Bearing::before;
  if (word == "after") return Bearing::after;
  if (one_of(word, {"about", "around"})) return Bearing::about;
  return Bearing::within;
}

bool is_time_preposition(std::string_view word) {
  return one_of(word, {"in", "on", "at", "by", "since", "until", "till", "before", "after", "from", "during",
                       "for", "of", "throughout", "through", "around", "about", "as"});
}

// False for a word (in lower case) with which no time expression begins.
bool may_begin_time(const std::string& word) {
  static const StringMap<bool> kOpenings = [] {
    StringMap<bool> openings;
    for (const char* each :
         {"the",     "a",       "an",     "early",     "beginning", "start", "mid",      "middle",
          "late",    "end",     "close",  "yesterday", "tomorrow",  "last",  "this",     "today",
          "tonight", "past",    "next",   "coming",    "earlier",   "later", "previous", "following",
          "same",    "current", "spring", "summer",    "autumn",    "fall",  "winter"})
      openings.try_emplace(each, true);
    return openings;
  }();
  if (word.empty() || is_digit(word[0]) || word.find('-') != std::string::npos) return true;
  return kOpenings.find(word) != kOpenings.end() || month_number(word) > 0 || weekday_number(word) >= 0 ||
         number_of_word(word).has_value();
}

TimeSpan span_of(const NamedTime& time, Bearing bearing) {
  TimeSpan span;
  span.precision = time.precision;
  if (time.first.year == 0) return span;
  const std::string first = to_iso(time.first), last = to_iso(time.last);
  switch (bearing) {
    case Bearing::since:
      span.earliest_begin = first;
      span.latest_begin = last;
      break;
    case Bearing::until:
      span.earliest_end = first;
      span.latest_end = last;
      break;
    case Bearing::before:
      span.latest_end = first;
      break;
    case Bearing::after:
      span.earliest_begin = last;
      break;
    case Bearing::within:
    case Bearing::about:
      span.earliest_begin = first;
      span.latest_end = last;
      break;
  }
  if (bearing == Bearing::within && time.precision == "day") span.latest_begin = span.earliest_end = first;
  return span;
}

// True when the clause around a token speaks of what is to come: a modal or "to" stands before the verb that
// it hangs on.
bool is_future(const nlp::Analysis& analysis, std::uint32_t token) {
  std::uint32_t verb = token;
  for (int steps = 0; steps < 12; ++steps) {
    const nlp::Token& at = analysis.tokens[verb];
    if (at.tag.substr(0, 2) == "VB" && at.dep != "acl" && at.dep != "amod") break;
    if (at.head == verb) return false;
    verb = at.head;
  }
  if (analysis.tokens[verb].tag == "VBD") return false;
  const std::uint32_t from = verb > 6 ? verb - 6 : 0;
  for (std::uint32_t i = from; i < verb; ++i) {
    if (analysis.tokens[i].head != verb) continue;
    const std::string word = lower_text(analysis, i);
    if (one_of(word, {"will", "shall", "'ll", "’ll", "would", "to", "wo"})) return true;
  }
  return false;
}

// True when the words are no time: "May" a name, a year that counts ("2000 people").
bool is_mistaken(const nlp::Analysis& analysis, const NamedTime& time, bool preposition) {
  const nlp::Token& token = analysis.tokens[time.begin];
  if (time.precision != "year" || time.end - time.begin > 1) return false;
  const bool bare_year = analysis.token_text(time.begin).size() == 4;
  return bare_year && token.ent_type != "DATE" && !preposition && token.dep != "npadvmod" &&
         token.dep != "nummod";
}

}  // namespace

std::vector<TimeExpression> find_times(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  std::vector<TimeExpression> times;
  const nlp::Analysis& analysis = reading.analysis;
  TimeContext context;
  context.now = parse_iso_date(reading.date);
  const LowerWords words(analysis, begin, end);
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!may_begin_time(words.at(i))) continue;
    context.future = false;
    std::optional<NamedTime> time = named_time_at(analysis, words, i, end, context);
    if (!time) continue;
    if (context.now && is_future(analysis, i)) {  // the same words, but perhaps other days
      context.future = true;
      time = named_time_at(analysis, words, i, end, context);
    }
    TimeExpression found{time->begin, time->end, {}};
    std::string before = i > begin ? lower_text(analysis, i - 1) : std::string{};
    if (before == "the" && i > begin + 1) {
      before = lower_text(analysis, i - 2);
      if (is_time_preposition(before)) --found.begin;
    }
    const bool preposition = is_time_preposition(before);
    if (is_mistaken(analysis, *time, preposition)) continue;
    if (preposition && before != "of") --found.begin;
    found.span = span_of(*time, preposition ? bearing_of(before) : Bearing::within);
    found.span.text = original_words(reading, found.begin, found.end);
    times.push_back(std::move(found));
    i = time->end - 1;
  }
  return times;
}

std::optional<TimeSpan> read_time(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  std::vector<TimeExpression> times = find_times(reading, begin, end);
  return times.empty() ? std::nullopt : std::optional(std::move(times.front().span));
}

}  // namespace entente::extract
