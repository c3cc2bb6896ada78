// SPDX-License-Identifier: Apache-2.0
#include "extract/time_patterns.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "extract/letters.hpp"
#include "extract/quantity.hpp"
#include "extract/tree.hpp"

namespace entente::extract {
namespace {

// Reads the tokens from one place on.
class PatternReader {
 public:
  PatternReader(const nlp::Analysis& analysis, const LowerWords& words, std::uint32_t begin,
                std::uint32_t end, const TimeContext& context)
      : analysis_(analysis), words_(words), context_(context), begin_(begin), end_(end) {}

  [[nodiscard]] std::optional<NamedTime> read() {
    if (std::optional<NamedTime> time = iso_date()) return time;
    if (std::optional<NamedTime> time = weekday_then_date()) return time;
    if (std::optional<NamedTime> time = date(begin_)) return time;
    if (std::optional<NamedTime> time = part_of()) return time;
    if (std::optional<NamedTime> time = relative_word()) return time;
    if (std::optional<NamedTime> time = weekday_alone()) return time;
    if (std::optional<NamedTime> time = counted()) return time;
    if (std::optional<NamedTime> time = stepped()) return time;
    if (std::optional<NamedTime> time = season(begin_)) return time;
    return year(begin_);
  }

 private:
  [[nodiscard]] const std::string& word(std::uint32_t at) const {
    static const std::string none;
    return at < end_ ? words_.at(at) : none;
  }
  [[nodiscard]] bool has_day() const { return context_.now && context_.now->day > 0; }

  [[nodiscard]] NamedTime days(std::uint32_t end, Date first, Date last, std::string_view precision) const {
    return {begin_, end, first, last, precision};
  }
  [[nodiscard]] NamedTime one_day(std::uint32_t end, long day) const {
    const Date date = civil_from_days(day);
    return days(end, date, date, "day");
  }
  [[nodiscard]] NamedTime words_only(std::uint32_t end, std::string_view precision) const {
    return days(end, {}, {}, precision);
  }

  [[nodiscard]] int day_of_month(std::uint32_t at) const {
    const std::string& text = word(at);
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits == 0 || digits > 2) return 0;
    const std::string_view rest = std::string_view(text).substr(digits);
    if (!rest.empty() && !one_of(rest, {"st", "nd", "rd", "th"})) return 0;
    const int day = std::stoi(text.substr(0, digits));
    return day >= 1 && day <= 31 ? day : 0;
  }

  [[nodiscard]] int year_number(std::uint32_t at) const {
    const std::string& text = word(at);
    if (text.size() != 4 || !std::all_of(text.begin(), text.end(), is_digit)) return 0;
    const int value = std::stoi(text);
    return value >= 1500 && value <= 2199 ? value : 0;
  }

  // A capitalised month; "may" and "march" in lower case are other words.
  [[nodiscard]] int month(std::uint32_t at) const {
    if (at >= end_) return 0;
    const int number = month_number(analysis_.token_text(at));
    if (number == 0) return 0;
    if (!is_upper(analysis_.token_text(at)[0])) {
      const bool beside_day = (at > 0 && day_of_month(at - 1) > 0) || day_of_month(at + 1) > 0;
      if (!beside_day) return 0;
    }
    const std::string_view tag = analysis_.tokens[at].tag;
    const bool beside_number =
        day_of_month(at + 1) > 0 || year_number(at + 1) > 0 || (at > 0 && is_digit(word(at - 1)[0]));
    if (!beside_number && (tag == "MD" || tag.substr(0, 2) == "VB")) return 0;
    if (!beside_number && analysis_.tokens[at].ent_type == "PERSON") return 0;
    return number;
  }

  // The year that a month or a day without one falls in.
  [[nodiscard]] int implied_year(int month_number, int day) const {
    if (!context_.now) return 0;
    const Date& now = *context_.now;
    const int now_month = now.month == 0 ? 12 : now.month;
    const bool later =
        month_number > now_month || (month_number == now_month && now.day > 0 && day > now.day);
    const bool earlier =
        month_number < now_month || (month_number == now_month && now.day > 0 && day > 0 && day < now.day);
    if (context_.future) return earlier ? now.year + 1 : now.year;
    return later && month_number - now_month > 1 ? now.year - 1 : now.year;
  }

  [[nodiscard]] NamedTime whole_month(std::uint32_t end, int y, int m) const {
    if (y == 0) return words_only(end, "month");
    return days(end, {y, m, 1}, {y, m, days_in_month(y, m)}, "month");
  }

  [[nodiscard]] std::optional<NamedTime> iso_date() const {
    if (begin_ >= end_ || analysis_.token_text(begin_).size() != 10) return std::nullopt;
    const std::optional<Date> date = parse_iso_date(analysis_.token_text(begin_));
    return date ? std::optional(days(begin_ + 1, *date, *date, "day")) : std::nullopt;
  }

  [[nodiscard]] std::optional<NamedTime> weekday_then_date() const {
    if (weekday_number(word(begin_)) < 0) return std::nullopt;
    const std::uint32_t next = word(begin_ + 1) == "," ? begin_ + 2 : begin_ + 1;
    return date(next);
  }

  // "12 May 2017", "March 3, 2005", "June 2020", "March"
  [[nodiscard]] std::optional<NamedTime> date(std::uint32_t at) const {
    int day = 0, m = 0;
    if (day_of_month(at) > 0 && month(word(at + 1) == "of" ? at + 2 : at + 1) > 0) {
      day = day_of_month(at);
      at += word(at + 1) == "of" ? 2 : 1;
      m = month(at++);
    } else if (month(at) > 0) {
      m = month(at++);
      if (word(at) == "." && day_of_month(at + 1) > 0) ++at;
      if (day_of_month(at) > 0 && multiplier_free(at + 1)) day = day_of_month(at++);
    } else {
      return std::nullopt;
    }
    const std::uint32_t y_at = word(at) == "," && year_number(at + 1) > 0 ? at + 1 : at;
    int y = year_number(y_at);
    if (y > 0) at = y_at + 1;
    if (y == 0) y = implied_year(m, day);
    if (day == 0 || y == 0) return day == 0 ? whole_month(at, y, m) : words_only(at, "day");
    if (day > days_in_month(y, m)) return words_only(at, "day");
    return days(at, {y, m, day}, {y, m, day}, "day");
  }

  [[nodiscard]] bool multiplier_free(std::uint32_t at) const {
    return !one_of(word(at), {"million", "billion", "%", "percent"});
  }

  // Third of a span of days, by the word that names it; -1: none.
  [[nodiscard]] static int third(std::string_view part) {
    if (one_of(part, {"early", "beginning", "start"})) return 0;
    if (one_of(part, {"mid", "middle"})) return 1;
    return one_of(part, {"late", "end", "close"}) ? 2 : -1;
  }

  // "late May", "mid-2014", "the end of the year", "the beginning of June"
  [[nodiscard]] std::optional<NamedTime> part_of() const {
    std::uint32_t at = begin_;
    if (word(at) == "the") ++at;
    const std::string& part = word(at);
    std::uint32_t next = at + 1;
    if (part.rfind("mid-", 0) == 0) return std::nullopt;
    const int which = third(part);
    if (which < 0) return std::nullopt;
    if (one_of(part, {"end", "beginning", "start", "close", "middle"})) {
      if (word(next) != "of") return std::nullopt;
      ++next;
    } else if (word(next) == "-" || word(next) == "in" || word(next) == "next" || word(next) == "last") {
      next += word(next) == "-" || word(next) == "in" ? 1 : 0;
    }
    PatternReader inner(analysis_, words_, next, end_, context_);
    std::optional<NamedTime> whole = inner.whole_period();
    if (!whole) return std::nullopt;
    whole->begin = begin_;
    const std::string_view precision = whole->precision == "month" ? "part of month" : "part of year";
    whole->precision = precision;
    if (whole->first.year == 0) return whole;
    if (precision == "part of month") {
      whole->first.day = which == 0 ? 1 : which == 1 ? 11 : 21;
      if (which < 2) whole->last.day = which == 0 ? 10 : 20;
    } else if (whole->first.month == 1 && whole->last.month == 12) {
      const int y = whole->first.year;
      whole->first = {y, which == 0 ? 1 : which == 1 ? 5 : 9, 1};
      whole->last = {y, which == 0 ? 4 : which == 1 ? 8 : 12, which == 1 ? 31 : which == 0 ? 30 : 31};
    }
    return whole;
  }

  // A month or a year, named or stepped to.
  [[nodiscard]] std::optional<NamedTime> whole_period() const {
    if (month(begin_) > 0) return date(begin_);
    if (std::optional<NamedTime> time = stepped()) return time;
    if (word(begin_) == "the" && word(begin_ + 1) == "year") return period_of("year", 0, begin_ + 2);
    if (word(begin_) == "the" && word(begin_ + 1) == "month") return period_of("month", 0, begin_ + 2);
    return year(begin_);
  }

  [[nodiscard]] std::optional<NamedTime> relative_word() const {
    const std::string &first = word(begin_), &second = word(begin_ + 1);
    int shift = 0;
    std::uint32_t end = begin_ + 1;
    if (first == "yesterday") {
      shift = -1;
    } else if (first == "tomorrow") {
      shift = 1;
    } else if (first == "last" && one_of(second, {"night", "evening"})) {
      shift = -1;
      ++end;
    } else if (first == "this" && one_of(second, {"morning", "afternoon", "evening"})) {
      ++end;
    } else if (first != "today" && first != "tonight") {
      return std::nullopt;
    }
    if (one_of(word(end), {"morning", "afternoon", "evening", "night"})) ++end;
    return has_day() ? one_day(end, days_from_civil(*context_.now) + shift) : words_only(end, "day");
  }

  [[nodiscard]] std::optional<NamedTime> weekday_alone() const {
    std::uint32_t at = begin_;
    const bool last = word(at) == "last" || word(at) == "past",
               next = word(at) == "next" || word(at) == "coming";
    if (last || next || word(at) == "this") ++at;
    const int wanted = weekday_number(word(at));
    if (wanted < 0) return std::nullopt;
    std::uint32_t end = at + 1;
    if (one_of(word(end), {"morning", "afternoon", "evening", "night"})) ++end;
    if (!has_day()) return words_only(end, "day");
    const long now = days_from_civil(*context_.now);
    int back = (weekday(*context_.now) - wanted + 7) % 7;
    if (last && back == 0) back = 7;
    if (next || context_.future) return one_day(end, back == 0 ? now + 7 : now - back + 7);
    return one_day(end, now - back);
  }

  // "three weeks ago", "the past two years"
  [[nodiscard]] std::optional<NamedTime> counted() const {
    std::uint32_t at = begin_;
    if (word(at) == "the") ++at;
    const bool past = one_of(word(at), {"past", "last"}), coming = one_of(word(at), {"next", "coming"});
    if (past || coming) ++at;
    std::optional<std::string> number = number_of_word(word(at));
    if (!number && one_of(word(at), {"a", "an"})) number = "1";
    if (!number || number->find('.') != std::string::npos || number->size() > 4) return std::nullopt;
    const std::string unit = singular(word(at + 1));
    if (!one_of(unit, {"day", "week", "month", "year", "decade", "hour"})) return std::nullopt;
    const int count = std::stoi(*number);
    if (word(at + 2) == "ago" || word(at + 2) == "earlier") return shifted(unit, -count, at + 3);
    if (!past && !coming) return std::nullopt;
    std::optional<NamedTime> edge = shifted(unit, past ? -count : count, at + 2);
    if (edge && edge->first.year != 0 && has_day()) (past ? edge->last : edge->first) = *context_.now;
    if (edge) edge->precision = "open";
    return edge;
  }

  [[nodiscard]] static std::string singular(std::string text) {
    if (text.size() > 3 && text.back() == 's') text.pop_back();
    return text;
  }

  [[nodiscard]] std::optional<NamedTime> shifted(std::string_view unit, int count, std::uint32_t end) const {
    if (!has_day()) return words_only(end, unit == "day" ? "day" : "");
    const long now = days_from_civil(*context_.now);
    if (unit == "day") return one_day(end, now + count);
    if (unit == "hour") return one_day(end, now + (count < 0 ? count / 24 : 0));
    if (unit == "week")
      return days(end, civil_from_days(now + 7L * count - 3), civil_from_days(now + 7L * count + 3),
                  "part of month");
    return period_of(unit, count, end);
  }

  // The month, year or week that lies count steps from now.
  [[nodiscard]] std::optional<NamedTime> period_of(std::string_view unit, int count,
                                                   std::uint32_t end) const {
    const std::string_view precision = unit == "month"                       ? "month"
                                       : unit == "week" || unit == "weekend" ? "part of month"
                                                                             : "year";
    if (!context_.now) return words_only(end, precision);
    Date now = *context_.now;
    if (unit == "year" || unit == "decade") {
      const int y = now.year + count * (unit == "decade" ? 10 : 1);
      return days(end, {y, 1, 1}, {y, 12, 31}, "year");
    }
    if (now.month == 0) return words_only(end, precision);
    if (unit == "month") {
      const int months = now.year * 12 + now.month - 1 + count;
      return whole_month(end, months / 12, months % 12 + 1);
    }
    if (now.day == 0) return words_only(end, precision);
    const long monday = days_from_civil(now) - weekday(now) + 7L * count;
    const bool weekend = unit == "weekend";
    return days(end, civil_from_days(monday + (weekend ? 5 : 0)), civil_from_days(monday + 6),
                "part of month");
  }

  // "last week", "this year", "next month", "earlier this year", "the previous day", "next spring"
  [[nodiscard]] std::optional<NamedTime> stepped() const {
    std::uint32_t at = begin_;
    if (one_of(word(at), {"earlier", "later"})) ++at;
    if (word(at) == "the") ++at;
    const std::string& step = word(at);
    int count = 0;
    if (one_of(step, {"last", "past", "previous"})) {
      count = -1;
    } else if (one_of(step, {"next", "coming", "following"})) {
      count = 1;
    } else if (!one_of(step, {"this", "same", "current"})) {
      return std::nullopt;
    }
    const std::string& unit = word(at + 1);
    if (one_of(unit, {"week", "month", "year", "decade", "weekend"})) {
      if (one_of(step, {"previous", "following", "same"})) return words_only(at + 2, "");
      return period_of(unit, count, at + 2);
    }
    if (one_of(unit, {"day", "evening", "morning", "night"})) return words_only(at + 2, "day");
    if (one_of(unit, {"time", "occasion"})) return std::nullopt;
    std::optional<NamedTime> time = season(at + 1, count);
    if (!time && month(at + 1) > 0 && step != "same" && context_.now) {
      time = date(at + 1);
      if (time && time->first.year != 0) shift_to(*time, count);
    }
    return time;
  }

  // Moves a month to the last one before now or the next one behind it.
  void shift_to(NamedTime& time, int count) const {
    const Date& now = *context_.now;
    const int m = time.first.month;
    int y = now.year;
    if (count < 0 && m >= now.month && now.month > 0) --y;
    if (count > 0 && m <= now.month) ++y;
    time.first.year = time.last.year = y;
  }

  [[nodiscard]] std::optional<NamedTime> season(std::uint32_t at, int count = 0) const {
    const std::string& name = word(at);
    const int first = name == "spring"                   ? 3
                      : name == "summer"                 ? 6
                      : one_of(name, {"autumn", "fall"}) ? 9
                      : name == "winter"                 ? 12
                                                         : 0;
    if (first == 0 || (name == "fall" && count == 0) || analysis_.tokens[at].tag.substr(0, 2) == "VB")
      return std::nullopt;
    int y = year_number(at + 1);
    const std::uint32_t end = y > 0 ? at + 2 : at + 1;
    if (y == 0 && context_.now && context_.now->month > 0) {
      y = context_.now->year;
      if (count < 0 && first >= context_.now->month) --y;
      if (count > 0 && first <= context_.now->month) ++y;
      if (count == 0 && begin_ == at) return std::nullopt;
    }
    if (y == 0) return count == 0 ? std::nullopt : std::optional(words_only(end, "part of year"));
    const int last = first == 12 ? 2 : first + 2;
    const int last_year = first == 12 ? y + 1 : y;
    return days(end, {y, first, 1}, {last_year, last, days_in_month(last_year, last)}, "part of year");
  }

  [[nodiscard]] std::optional<NamedTime> year(std::uint32_t at) const {
    const std::string& text = word(at);
    if (text.rfind("mid-", 0) == 0 && text.size() == 8) {
      const int y = std::all_of(text.begin() + 4, text.end(), is_digit) ? std::stoi(text.substr(4)) : 0;
      if (y > 1500) return days(at + 1, {y, 5, 1}, {y, 8, 31}, "part of year");
    }
    if (text.size() == 5 && text[4] == 's' && std::all_of(text.begin(), text.begin() + 4, is_digit)) {
      const int y = std::stoi(text.substr(0, 4));
      return days(at + 1, {y, 1, 1}, {y + 9, 12, 31}, "open");
    }
    const int y = year_number(at);
    return y > 0 ? std::optional(days(at + 1, {y, 1, 1}, {y, 12, 31}, "year")) : std::nullopt;
  }

  const nlp::Analysis& analysis_;
  const LowerWords& words_;
  const TimeContext& context_;
  std::uint32_t begin_, end_;
};

}  // namespace

LowerWords::LowerWords(const nlp::Analysis& analysis, std::uint32_t begin, std::uint32_t end)
    : first_(begin > 0 ? begin - 1 : 0) {
  words_.reserve(end - first_);
  for (std::uint32_t i = first_; i < end; ++i) words_.push_back(lower_text(analysis, i));
}

std::optional<NamedTime> named_time_at(const nlp::Analysis& analysis, const LowerWords& words,
                                       std::uint32_t i, std::uint32_t end, const TimeContext& context) {
  return PatternReader(analysis, words, i, end, context).read();
}

}  // namespace entente::extract
