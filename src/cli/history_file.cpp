// SPDX-License-Identifier: Apache-2.0
#include "cli/history_file.hpp"

#include <cstdlib>

namespace entente::cli {

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::string history_file() {
  const std::string given = variable("ENTENTE_HISTORY");
  if (given == "off") return {};
  if (!given.empty()) return given;
  if (const std::string state = variable("XDG_STATE_HOME"); !state.empty()) return state + "/entente/history";
  if (const std::string home = variable("HOME"); !home.empty()) return home + "/.local/state/entente/history";
  return {};
}

}  // namespace entente::cli
