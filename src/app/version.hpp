// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "app/resources.hpp"
#include "base/result.hpp"

namespace entente::app {

/// The program's version, from CMakeLists.txt: "0.1.0".
[[nodiscard]] std::string_view version();

/// Name and version of the language model that would be used: "en_core_web_sm 3.8.0"; without loading it.
[[nodiscard]] Result<std::string> model_version(const ResourcePaths& paths);

/// Version of the ontology that would be used: "0.1.0".
[[nodiscard]] Result<std::string> ontology_version(const ResourcePaths& paths);

}  // namespace entente::app
