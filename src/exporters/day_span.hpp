// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::exporters {

/// Whole days between two midnights.
struct DaySpan {
  std::string begin;  ///< ISO date of the first day, or empty: open
  std::string end;    ///< ISO date of the day after the last one, or empty: open
};

/// What "2020", "2020-06" or "2020-06-08" as first and as last date bound; nothing when neither is such a
/// date.
[[nodiscard]] std::optional<DaySpan> day_span(std::string_view first, std::string_view last);

}  // namespace entente::exporters
