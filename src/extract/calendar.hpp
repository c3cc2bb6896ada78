// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::extract {

/// A civil date of the Gregorian calendar; month and day 0 where unknown.
struct Date {
  int year = 0, month = 0, day = 0;
};

/// "2020-06-08", "2020-06" or "2020"; nothing for anything else.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

/// "2020-06-08", or "2020-06", "2020" where day or month are unknown.
[[nodiscard]] std::string to_iso(const Date& date);

[[nodiscard]] int days_in_month(int year, int month);

/// Days since 1970-01-01 and back.
[[nodiscard]] long days_from_civil(const Date& date);
[[nodiscard]] Date civil_from_days(long days);

/// 0 Monday to 6 Sunday.
[[nodiscard]] int weekday(const Date& date);

/// "Dec", "december", "Dec." -> 12; 0 for anything else.
[[nodiscard]] int month_number(std::string_view word);

/// "Mon", "tuesday" -> 0 to 6; -1 for anything else.
[[nodiscard]] int weekday_number(std::string_view word);

}  // namespace entente::extract
