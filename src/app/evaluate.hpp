// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.hpp"
#include "evaluation/score.hpp"

namespace entente::app {

/// Scores what a graph file read from its documents against marked texts (files or folders of gold JSON;
/// gold/README.md). relations is gold/relations.json; when empty it is looked for beside the gold, then in
/// ./gold. adjudicated, when not empty, is a file of edges judged afterwards.
[[nodiscard]] Result<evaluation::Report> evaluate(const std::filesystem::path& graph,
                                                  const std::vector<std::filesystem::path>& gold,
                                                  const std::filesystem::path& relations,
                                                  const std::filesystem::path& adjudicated);

}  // namespace entente::app
