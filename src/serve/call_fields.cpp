// SPDX-License-Identifier: Apache-2.0
#include "serve/call_fields.hpp"

#include <charconv>

namespace entente::serve {

namespace {

std::string value_of(const Call& call, const std::string& name) {
  const auto found = call.parameters.find(name);
  return found == call.parameters.end() ? std::string() : found->second;
}

}  // namespace

Result<std::string> needed(const Call& call, const std::string& name) {
  std::string value = value_of(call, name);
  if (value.empty()) return fail(ErrorKind::usage, "the parameter '" + name + "' is missing");
  return value;
}

Result<std::size_t> number(const Call& call, const std::string& name, std::size_t otherwise,
                           std::size_t most) {
  const std::string value = value_of(call, name);
  if (value.empty()) return otherwise;
  std::size_t number = 0;
  const char* end = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || at != end || number < 1 || number > most)
    return fail(ErrorKind::usage, "'" + name + "' must be a whole number from 1 to " + std::to_string(most));
  return number;
}

Result<bool> wants_all_facts(const Call& call) {
  const std::string value = value_of(call, "facts");
  if (value.empty() || value == "asserted") return false;
  if (value == "all") return true;
  return fail(ErrorKind::usage, "'facts' must be one of: asserted, all");
}

}  // namespace entente::serve
