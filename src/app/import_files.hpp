// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace entente::app {

struct ImportOptions {
  std::vector<std::string> files;  ///< by suffix: .csv, .tsv, .graphml, .ttl, .nt
  std::filesystem::path graph;     ///< the .entente file; made when it is not there
};

/// What an import did.
struct ImportReport {
  std::size_t files = 0;               ///< imported now
  std::size_t unchanged = 0;           ///< files whose bytes the graph has imported before
  std::uint64_t nodes = 0, edges = 0;  ///< entities and facts of exports among them
};

/// Brings files of nodes and edges into a graph file, all or none. Files of nodes are read before files of
/// relationships, in whatever order they are given. What cannot be imported is an Error with file, line and
/// column, and the graph file is as it was.
[[nodiscard]] Result<ImportReport> import_files(const ImportOptions& options);

}  // namespace entente::app
