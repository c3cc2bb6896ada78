// SPDX-License-Identifier: Apache-2.0
#include "exporters/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace entente::exporters {

std::string decimal(double number, int digits) {
  if (!std::isfinite(number)) return "0.0";
  std::array<char, 400> buffer{};  // the largest double has 309 digits
  const auto written =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, digits);
  std::string text(buffer.data(), written.ptr);
  if (text.find('.') == std::string::npos) text += ".0";
  while (text.back() == '0' && text[text.size() - 2] != '.') text.pop_back();
  return text == "-0.0" ? "0.0" : text;
}

}  // namespace entente::exporters
