// SPDX-License-Identifier: Apache-2.0
#include "cli/parameters.hpp"

#include <limits>
#include <nlohmann/json.hpp>

namespace entente::cli {

namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 32;  // of lists and maps in a parameter

query::Value from_json(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return {json.get<bool>()};
    case Json::value_t::number_integer:
      return {json.get<std::int64_t>()};
    case Json::value_t::number_unsigned:
      if (json.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
        return {json.get<double>()};
      return {json.get<std::int64_t>()};
    case Json::value_t::number_float:
      return {json.get<double>()};
    case Json::value_t::string:
      return {json.get<std::string>()};
    case Json::value_t::array: {
      query::List list;
      for (const Json& item : json) list.push_back(from_json(item));
      return {std::move(list)};
    }
    case Json::value_t::object: {
      query::Map map;
      for (const auto& [key, item] : json.items()) map.emplace(key, from_json(item));
      return {std::move(map)};
    }
    default:
      return {};
  }
}

}  // namespace

query::Value parameter_value(std::string_view text) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kMaxDepth;
    return !too_deep;
  };
  const Json json = Json::parse(text, guard, /*allow_exceptions=*/false);
  if (json.is_discarded() || too_deep) return {std::string(text)};
  return from_json(json);
}

Status add_parameter(const std::string& assignment, std::map<std::string, query::Value>& parameters) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string::npos || equals == 0) {
    return fail(ErrorKind::usage, "not a parameter: " + assignment, {}, "name=value");
  }
  parameters[assignment.substr(0, equals)] = parameter_value(std::string_view(assignment).substr(equals + 1));
  return {};
}

}  // namespace entente::cli
