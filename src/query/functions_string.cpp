// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "base/utf8.hpp"
#include "query/evaluate.hpp"
#include "query/functions.hpp"
#include "query/keywords.hpp"
#include "query/printer.hpp"

// Functions on strings and conversions. Positions count code points.

namespace entente::query {

namespace {

const std::string* text_arg(const Call& call, std::size_t i) {
  return call.args[i].as<std::string>();
}

template <class Change>
Value changed(Call& call, Change change) {
  if (call.args[0].is_null()) return {};
  const auto* text = text_arg(call, 0);
  return text ? Value(change(*text)) : call.wrong_type(0, type::string);
}

std::string upper(const std::string& text) {
  // base has no Unicode upper-casing; ASCII and the simple inverse of lower() for Latin-1, Greek and Cyrillic
  // suffice here.
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    auto c = utf8::next(text, i);
    if (c >= 'a' && c <= 'z') c -= 32;
    if (c >= 0xE0 && c <= 0xFE && c != 0xF7) c -= 32;
    if (c >= 0x3B1 && c <= 0x3C9 && c != 0x3C2) c -= 32;
    if (c >= 0x430 && c <= 0x44F) c -= 32;
    if (c >= 0x450 && c <= 0x45F) c -= 80;
    utf8::append(out, c);
  }
  return out;
}

std::string trimmed(const std::string& text, bool left, bool right) {
  constexpr const char* kBlank = " \t\n\r\f\v";
  const auto begin = left ? text.find_first_not_of(kBlank) : 0;
  if (begin == std::string::npos) return {};
  const auto end = right ? text.find_last_not_of(kBlank) + 1 : text.size();
  return text.substr(begin, end - begin);
}

Value to_lower(Call& call) {
  return changed(call, [](const auto& s) { return utf8::lower(s); });
}
Value to_upper(Call& call) {
  return changed(call, [](const auto& s) { return upper(s); });
}
Value trim(Call& call) {
  return changed(call, [](const auto& s) { return trimmed(s, true, true); });
}
Value ltrim(Call& call) {
  return changed(call, [](const auto& s) { return trimmed(s, true, false); });
}
Value rtrim(Call& call) {
  return changed(call, [](const auto& s) { return trimmed(s, false, true); });
}

/// substring(text, from[, length]), left(text, n), right(text, n)
Value cut(Call& call, bool from_end) {
  const auto* text = text_arg(call, 0);
  if (!text) return call.wrong_type(0, type::string);
  for (std::size_t i = 1; i < call.args.size(); ++i) {
    const auto* number = call.args[i].as<std::int64_t>();
    if (!number) return call.wrong_type(i, type::integer);
    if (*number < 0)
      return call.wrong("NegativeIntegerArgument", "a position in a string cannot be negative");
  }
  const auto points = utf8::decode(*text);
  const auto size = static_cast<std::int64_t>(points.size());
  const auto clamp = [&](std::int64_t n) { return n < size ? n : size; };
  std::int64_t begin = clamp(*call.args[1].as<std::int64_t>());
  std::int64_t count = call.args.size() > 2 ? *call.args[2].as<std::int64_t>() : size;
  if (from_end) {
    count = begin;
    begin = size - begin;
  }
  return utf8::encode(
      std::u32string_view(points).substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(count)));
}

Value substring(Call& call) {
  return call.any_null() ? Value() : cut(call, false);
}
Value right(Call& call) {
  return call.any_null() ? Value() : cut(call, true);
}
Value left(Call& call) {
  if (call.any_null()) return {};
  List args = {call.args[0], Value(0), call.args[1]};
  Call inner{call.expr, args, call.context};
  return cut(inner, false);
}

Value replace(Call& call) {
  if (call.any_null()) return {};
  for (std::size_t i = 0; i < 3; ++i)
    if (!text_arg(call, i)) return call.wrong_type(i, type::string);
  const auto &text = *text_arg(call, 0), &from = *text_arg(call, 1), &to = *text_arg(call, 2);
  if (from.empty()) return text;
  std::string out;
  std::size_t at = 0;
  for (auto hit = text.find(from); hit != std::string::npos; hit = text.find(from, at)) {
    out.append(text, at, hit - at).append(to);
    at = hit + from.size();
    if (!has_safe_size(out.size(), kMaxTextSize, call.expr.range, call.context)) return {};
  }
  return out + text.substr(at);
}

Value split(Call& call) {
  if (call.any_null()) return {};
  for (std::size_t i = 0; i < 2; ++i)
    if (!text_arg(call, i)) return call.wrong_type(i, type::string);
  const auto &text = *text_arg(call, 0), &mark = *text_arg(call, 1);
  List out;
  std::size_t at = 0;
  if (mark.empty()) {
    while (at < text.size()) {
      const auto from = at;
      (void)utf8::next(text, at);
      out.emplace_back(text.substr(from, at - from));
    }
    return Value(std::move(out));
  }
  for (auto hit = text.find(mark); hit != std::string::npos; hit = text.find(mark, at)) {
    out.emplace_back(text.substr(at, hit - at));
    at = hit + mark.size();
  }
  out.emplace_back(text.substr(at));
  return Value(std::move(out));
}

Value to_string(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null() || arg.as<std::string>()) return arg;
  if (const auto* flag = arg.as<bool>()) return *flag ? "true" : "false";
  if (const auto* integer = arg.as<std::int64_t>()) return std::to_string(*integer);
  if (const auto* real = arg.as<double>()) return print_real(*real);
  if (const auto* moment = arg.as<graph::Moment>()) return graph::to_text(*moment);
  if (const auto* duration = arg.as<graph::Duration>()) return graph::to_text(*duration);
  return call.wrong_type(0, type::string | type::number | type::boolean | type::temporal);
}

/// A whole string read as a number, or nothing.
std::optional<double> read_number(const std::string& text) {
  const auto words = trimmed(text, true, true);
  if (words.empty() || words.find_first_not_of("+-.0123456789eE") != std::string::npos) return {};
  char* end = nullptr;
  const double value = std::strtod(words.c_str(), &end);
  return *end == '\0' ? std::optional(value) : std::nullopt;
}

Value whole(double value) {
  if (!(std::abs(value) < 9.2233720368547758e18)) return {};
  return static_cast<std::int64_t>(value);
}

Value to_integer(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null() || arg.as<std::int64_t>()) return arg;
  if (const auto* real = arg.as<double>()) return whole(*real);
  if (const auto* text = arg.as<std::string>()) {
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (code == std::errc() && end == text->data() + text->size()) return value;
    const auto number = read_number(*text);
    return number ? whole(*number) : Value();
  }
  return call.wrong_type(0, type::string | type::number);
}

Value to_float(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null() || arg.as<double>()) return arg;
  if (const auto* integer = arg.as<std::int64_t>()) return static_cast<double>(*integer);
  if (const auto* text = arg.as<std::string>()) {
    const auto number = read_number(*text);
    return number ? Value(*number) : Value();
  }
  return call.wrong_type(0, type::string | type::number);
}

Value to_boolean(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null() || arg.as<bool>()) return arg;
  if (const auto* text = arg.as<std::string>()) {
    const auto word = upper_word(trimmed(*text, true, true));
    return word == "TRUE" ? Value(true) : word == "FALSE" ? Value(false) : Value();
  }
  return call.wrong_type(0, type::string | type::boolean);
}

}  // namespace

const std::vector<Function>& string_functions() {
  constexpr TypeSet kText = type::string;
  constexpr TypeSet kMaybeText = type::string | type::null;
  static const std::vector<Function> kFunctions = {
      {"toLower", 1, 1, {kText}, kMaybeText, to_lower},
      {"toUpper", 1, 1, {kText}, kMaybeText, to_upper},
      {"trim", 1, 1, {kText}, kMaybeText, trim},
      {"lTrim", 1, 1, {kText}, kMaybeText, ltrim},
      {"rTrim", 1, 1, {kText}, kMaybeText, rtrim},
      {"substring", 2, 3, {kText, type::integer, type::integer}, kMaybeText, substring},
      {"left", 2, 2, {kText, type::integer}, kMaybeText, left},
      {"right", 2, 2, {kText, type::integer}, kMaybeText, right},
      {"replace", 3, 3, {kText, kText, kText}, kMaybeText, replace},
      {"split", 2, 2, {kText, kText}, type::list | type::null, split},
      {"toString", 1, 1, {type::any}, kMaybeText, to_string},
      {"toInteger", 1, 1, {type::any}, type::integer | type::null, to_integer},
      {"toFloat", 1, 1, {type::any}, type::real | type::null, to_float},
      {"toBoolean", 1, 1, {type::any}, type::boolean | type::null, to_boolean},
  };
  return kFunctions;
}

}  // namespace entente::query
