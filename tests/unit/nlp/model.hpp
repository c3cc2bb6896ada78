// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "nlp/pipeline.hpp"

namespace entente::nlp::testing {

/// The model's directory; if there is none, says "skipped: no model" and gives nothing.
[[nodiscard]] std::optional<std::string> model_directory();

/// The pipeline, loaded once; null (and the same words) without a model.
[[nodiscard]] const Pipeline* pipeline();

/// A file of tests/data/nlp.
[[nodiscard]] nlohmann::json golden(const std::string& name);

}  // namespace entente::nlp::testing
