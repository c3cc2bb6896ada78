// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/temporal.hpp"

namespace entente::query {

/// Sums up amounts of units, fractions included: what is left of a month goes to its days (a mean month has
/// 30.436875 of them), of a day to its seconds, of a second to its nanoseconds.
class DurationSum {
 public:
  /// Units: years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds, microseconds,
  /// nanoseconds. False for any other name.
  bool add(std::string_view unit, std::int64_t whole, long double fraction);
  /// The same of a real number.
  bool add(std::string_view unit, long double amount);
  /// An error where a part does not fit in 64 bits.
  [[nodiscard]] Result<Duration> result();

 private:
  struct Part {
    std::int64_t whole = 0;
    long double fraction = 0;
  };
  void add(Part& part, std::int64_t whole, long double fraction);
  void carry(Part& from, Part& to, long double per);

  Part months_, days_, seconds_, nanos_;
  bool too_large_ = false;
};

}  // namespace entente::query
