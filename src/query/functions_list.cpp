// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.hpp"
#include "query/evaluate.hpp"
#include "query/functions.hpp"

// Functions on lists.

namespace entente::query {

namespace {

Value size_function(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null()) return {};
  if (const auto* list = arg.as<List>()) return static_cast<std::int64_t>(list->size());
  if (const auto* text = arg.as<std::string>()) return static_cast<std::int64_t>(utf8::length(*text));
  if (const auto* map = arg.as<Map>()) return static_cast<std::int64_t>(map->size());
  return call.wrong_type(0, type::list | type::string);
}

Value head(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* list = call.args[0].as<List>();
  if (!list) return call.wrong_type(0, type::list);
  return list->empty() ? Value() : list->front();
}

Value last(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* list = call.args[0].as<List>();
  if (!list) return call.wrong_type(0, type::list);
  return list->empty() ? Value() : list->back();
}

Value tail(Call& call) {
  if (call.args[0].is_null()) return {};
  const auto* list = call.args[0].as<List>();
  if (!list) return call.wrong_type(0, type::list);
  return list->empty() ? Value(List{}) : Value(List(list->begin() + 1, list->end()));
}

Value reverse(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null()) return {};
  if (const auto* list = arg.as<List>()) return List(list->rbegin(), list->rend());
  if (const auto* text = arg.as<std::string>()) {
    auto points = utf8::decode(*text);
    std::reverse(points.begin(), points.end());
    return utf8::encode(points);
  }
  return call.wrong_type(0, type::list | type::string);
}

/// range(from, to[, step]), both ends included.
Value range(Call& call) {
  for (std::size_t i = 0; i < call.args.size(); ++i)
    if (!call.args[i].as<std::int64_t>()) return call.wrong("InvalidArgumentType", "range needs integers");
  const auto from = *call.args[0].as<std::int64_t>(), to = *call.args[1].as<std::int64_t>();
  const auto step = call.args.size() > 2 ? *call.args[2].as<std::int64_t>() : 1;
  if (step == 0) return call.wrong("NumberOutOfRange", "the step of range cannot be 0");
  List out;
  if ((step > 0 && from > to) || (step < 0 && from < to)) return Value(std::move(out));
  const auto span = step > 0 ? static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from)
                             : static_cast<std::uint64_t>(from) - static_cast<std::uint64_t>(to);
  const auto stride = step > 0 ? static_cast<std::uint64_t>(step) : ~static_cast<std::uint64_t>(step) + 1;
  if (!has_safe_size(span / stride + 1, kMaxListSize, call.expr.range, call.context)) return {};
  for (std::uint64_t i = 0; i <= span / stride; ++i)
    out.emplace_back(
        static_cast<std::int64_t>(static_cast<std::uint64_t>(from) + i * static_cast<std::uint64_t>(step)));
  return Value(std::move(out));
}

}  // namespace

const std::vector<Function>& list_functions() {
  constexpr TypeSet kList = type::list;
  static const std::vector<Function> kFunctions = {
      {"size", 1, 1, {type::list | type::string | type::map}, type::integer | type::null, size_function},
      {"head", 1, 1, {kList}, type::any, head},
      {"last", 1, 1, {kList}, type::any, last},
      {"tail", 1, 1, {kList}, kList | type::null, tail},
      {"reverse", 1, 1, {type::list | type::string}, type::list | type::string | type::null, reverse},
      {"range", 2, 3, {}, kList, range},
  };
  return kFunctions;
}

}  // namespace entente::query
