// SPDX-License-Identifier: Apache-2.0
#include "importers/typed_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace entente::importers {

namespace {

using graph::Value;

constexpr std::array<std::pair<std::string_view, ValueType>, 11> kTypes = {{{"string", ValueType::text},
                                                                            {"char", ValueType::text},
                                                                            {"int", ValueType::integer},
                                                                            {"long", ValueType::integer},
                                                                            {"short", ValueType::integer},
                                                                            {"byte", ValueType::integer},
                                                                            {"float", ValueType::real},
                                                                            {"double", ValueType::real},
                                                                            {"boolean", ValueType::boolean},
                                                                            {"bool", ValueType::boolean},
                                                                            {"date", ValueType::date}}};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

template <class Number>
std::optional<Number> number_of(std::string_view text) {
  if (text.size() > 1 && text.front() == '+' && text[1] != '-') text.remove_prefix(1);
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Value> boolean(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower == "true") return Value(true);
  if (lower == "false") return Value(false);
  return std::nullopt;
}

/// 2020-06-08, and no day that the calendar lacks.
std::optional<Value> date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t sign : {0u, 5u, 8u})
    if (text[sign] == '-') return std::nullopt;
  const auto year = number_of<int>(text.substr(0, 4));
  const auto month = number_of<int>(text.substr(5, 2)), day = number_of<int>(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const graph::CivilDay civil{*year, *month, *day};
  if (*month < 1 || *month > 12 || *day < 1 || *day > 31) return std::nullopt;
  graph::Moment moment;
  moment.day = graph::day_number(civil);
  const graph::CivilDay back = graph::civil_day(moment.day);
  if (back.month != civil.month || back.day != civil.day) return std::nullopt;
  return Value(std::move(moment));
}

}  // namespace

std::optional<ValueType> value_type_from_name(std::string_view name) {
  for (const auto& [known, type] : kTypes)
    if (known == name) return type;
  return std::nullopt;
}

std::string description(ValueType type) {
  switch (type) {
    case ValueType::integer:
      return "a whole number of at most 64 bits";
    case ValueType::real:
      return "a number";
    case ValueType::boolean:
      return "true or false";
    case ValueType::date:
      return "a date such as 2020-06-08";
    case ValueType::text:
      break;
  }
  return "a text";
}

std::optional<Value> typed_value(std::string_view text, ValueType type) {
  if (type == ValueType::text) return Value(std::string(text));
  const std::string_view word = trimmed(text);
  if (type == ValueType::boolean) return boolean(word);
  if (type == ValueType::date) return date(word);
  if (type == ValueType::integer) {
    const auto number = number_of<std::int64_t>(word);
    return number ? std::optional<Value>(Value(*number)) : std::nullopt;
  }
  const auto number = number_of<double>(word);
  return number ? std::optional<Value>(Value(*number)) : std::nullopt;
}

}  // namespace entente::importers
