// SPDX-License-Identifier: Apache-2.0
#include "cli/parameters.hpp"

#include "support/catch.hpp"

using namespace entente;
using namespace entente::cli;

TEST_CASE("a parameter is JSON where it is JSON, else a text") {
  CHECK(std::get<std::int64_t>(parameter_value("12").data) == 12);
  CHECK(std::get<double>(parameter_value("0.5").data) == 0.5);
  CHECK(std::get<bool>(parameter_value("true").data));
  CHECK(parameter_value("null").is_null());
  CHECK(std::get<std::string>(parameter_value("China").data) == "China");
  CHECK(std::get<std::string>(parameter_value("\"12\"").data) == "12");
  CHECK(std::get<std::string>(parameter_value("").data).empty());
  CHECK(std::get<query::List>(parameter_value("[1, \"a\"]").data).size() == 2);
  CHECK(std::get<query::Map>(parameter_value("{\"a\": 1}").data).count("a") == 1);
  CHECK(std::get<double>(parameter_value("18446744073709551615").data) > 1e19);
}

TEST_CASE("deep nesting stays a text") {
  const std::string deep = std::string(5000, '[') + std::string(5000, ']');
  CHECK(std::get<std::string>(parameter_value(deep).data) == deep);
}

TEST_CASE("name=value") {
  std::map<std::string, query::Value> parameters;
  CHECK(add_parameter("who=China", parameters));
  CHECK(add_parameter("eq=a=b", parameters));
  CHECK(std::get<std::string>(parameters.at("eq").data) == "a=b");
  CHECK(add_parameter("who", parameters).error().kind == ErrorKind::usage);
  CHECK_FALSE(add_parameter("=x", parameters));
}
