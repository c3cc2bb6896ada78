// SPDX-License-Identifier: Apache-2.0
#include "cli/parameters.hpp"

#include <nlohmann/json.hpp>

#include "app/value_json.hpp"

namespace entente::cli {

query::Value parameter_value(std::string_view text) {
  using Json = nlohmann::ordered_json;
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > app::kDeepestJson;
    return !too_deep;
  };
  const Json json = Json::parse(text, guard, /*allow_exceptions=*/false);
  if (json.is_discarded() || too_deep) return {std::string(text)};
  return app::value_from_json(json);
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
