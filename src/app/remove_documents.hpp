// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "text/document.hpp"

namespace entente::app {

/// Takes documents out of a graph file, and with them what no other document says. Each is named by its id,
/// the beginning of it (4 digits or more) or its name; none, or several of one name, is a data error, and
/// then none is removed. The documents that were removed, without their texts.
[[nodiscard]] Result<std::vector<Document>> remove_documents(const std::filesystem::path& graph,
                                                             const std::vector<std::string>& documents);

}  // namespace entente::app
