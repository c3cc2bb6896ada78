// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace entente::nlp {

/// "en_core_web_sm 3.8.0" from the meta.json of a model directory; a file that cannot be read, says no name,
/// or belongs to another language than English is an Error naming it.
[[nodiscard]] Result<std::string> model_name(const std::filesystem::path& directory);

}  // namespace entente::nlp
