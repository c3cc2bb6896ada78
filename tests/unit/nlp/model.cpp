// SPDX-License-Identifier: Apache-2.0
#include "model.hpp"

#include <fstream>

#include "support/catch.hpp"

namespace entente::nlp::testing {

std::optional<std::string> model_directory() {
  const auto found = find_model({});
  if (found) return found->string();
  WARN("skipped: no model");
  return std::nullopt;
}

const Pipeline* pipeline() {
  const auto directory = model_directory();
  if (!directory) return nullptr;
  static const auto loaded = Pipeline::load(*directory);
  if (!loaded) FAIL(to_text(loaded.error()));
  return &*loaded;
}

nlohmann::json golden(const std::string& name) {
  std::ifstream file("tests/data/nlp/" + name);
  return nlohmann::json::parse(file);
}

}  // namespace entente::nlp::testing
