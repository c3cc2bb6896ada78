// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/calendar.hpp"
#include "model/reading.hpp"

namespace entente::extract {

/// The days that a time expression names, without its preposition: tokens [begin, end). Dates are unset (year
/// 0) where the text leaves them open and no date is known to reckon from.
struct NamedTime {
  std::uint32_t begin = 0, end = 0;
  Date first, last;
  std::string_view precision;  ///< day, part of month, month, part of year, year, open; or empty
};

/// What is needed to reckon a relative expression.
struct TimeContext {
  std::optional<Date> now;  ///< the document's date, to the day where known
  bool future = false;      ///< the clause speaks of what is to come
};

/// The words of a sentence in lower case, and the one before it.
class LowerWords {
 public:
  LowerWords(const nlp::Analysis& analysis, std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] const std::string& at(std::uint32_t token) const { return words_[token - first_]; }

 private:
  std::uint32_t first_;
  std::vector<std::string> words_;
};

/// The time named by the tokens that begin at i, the longest reading; nothing when they name none.
[[nodiscard]] std::optional<NamedTime> named_time_at(const nlp::Analysis& analysis, const LowerWords& words,
                                                     std::uint32_t i, std::uint32_t end,
                                                     const TimeContext& context);

}  // namespace entente::extract
