// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "app/resources.hpp"
#include "base/result.hpp"
#include "store/verify.hpp"

namespace entente::app {

/// What the copy beside a graph file is good for; whatever it is, the next reader makes a new one where
/// needed.
enum class SnapshotState { none, current, stale_or_damaged };

struct GraphCheck {
  store::Verification file;
  SnapshotState snapshot = SnapshotState::none;
  std::size_t rescued = 0;  ///< documents written to the new file
};

/// Reads all of a graph file (store/verify.hpp). With a file to rescue to, which must not be there yet, the
/// whole documents go into it, as a build would have written them, and people's decisions where the log is
/// whole; what was imported is not among them. A file that cannot be opened as a graph at all is an Error.
[[nodiscard]] Result<GraphCheck> check_graph(const std::filesystem::path& file, const ResourcePaths& paths,
                                             const std::filesystem::path& rescue_to);

}  // namespace entente::app
