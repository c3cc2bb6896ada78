// SPDX-License-Identifier: Apache-2.0
#include "query/types.hpp"

#include <array>
#include <utility>
#include <vector>

namespace entente::query {

namespace {

constexpr std::array<std::pair<TypeSet, std::string_view>, 18> kNames = {{
    {type::boolean, "a truth value"},
    {type::number, "a number"},
    {type::integer, "an integer"},
    {type::real, "a float"},
    {type::string, "a string"},
    {type::list, "a list"},
    {type::map, "a map"},
    {type::node, "a node"},
    {type::edge, "a relationship"},
    {type::path, "a path"},
    {type::moment, "a date or time"},
    {type::date, "a date"},
    {type::local_time, "a localtime"},
    {type::time, "a time"},
    {type::local_date_time, "a localdatetime"},
    {type::date_time, "a datetime"},
    {type::duration, "a duration"},
    {type::null, "null"},
}};

}  // namespace

std::string describe(TypeSet kinds) {
  std::string text;
  TypeSet told = 0;
  for (const auto& [bits, name] : kNames) {
    if (bits == type::null && told != 0) continue;
    if ((kinds & bits) != bits || (told & bits) != 0) continue;
    told = static_cast<TypeSet>(told | bits);
    text += (text.empty() ? "" : " or ") + std::string(name);
  }
  return text;
}

std::string_view describe(const Value& value) {
  const auto kinds = type_of(value);
  for (const auto& [bits, name] : kNames)
    if (bits == kinds) return name;
  return "a value";
}

TypeSet type_of(const Value& value) {
  static constexpr std::array<TypeSet, 12> kByIndex = {
      type::null, type::boolean, type::integer, type::real, type::string, type::list,
      type::map,  type::node,    type::edge,    type::path, type::moment, type::duration};
  if (const auto* moment = value.as<graph::Moment>())
    return static_cast<TypeSet>(type::date << static_cast<int>(moment->kind));
  return kByIndex[value.data.index()];
}

}  // namespace entente::query
