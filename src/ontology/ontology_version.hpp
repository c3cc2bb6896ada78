// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace entente::ontology {

/// owl:versionInfo of the vocabulary in a directory ("0.1.0"), from its core.ttl alone; a file that cannot be
/// read or says none is an Error naming it.
[[nodiscard]] Result<std::string> ontology_version(const std::filesystem::path& directory);

}  // namespace entente::ontology
