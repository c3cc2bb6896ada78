// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "app/resources.hpp"
#include "base/result.hpp"

namespace entente::app {

struct ReduceReport {
  std::size_t lines = 0;      ///< read, the same one twice counts twice
  std::size_t documents = 0;  ///< written now
  std::size_t unchanged = 0;  ///< that the graph had already, whole
};

/// A stream of lines that `map` wrote, and what to call it.
struct FactInput {
  std::istream* in = nullptr;
  std::string name;
};

/// Brings lines that `map` wrote into a graph file: whatever their order, however they are split over inputs
/// and calls, the graph is the one that `build` makes of the documents, but for their texts. Memory does not
/// grow with the input; lines are sorted in a file beside the graph. Of several readings of one text under
/// different names the one whose name (then date, title, address) sorts first counts. A line that map did not
/// write, or one that was made with another program, model or ontology, is a data error; nothing is written
/// then.
[[nodiscard]] Result<ReduceReport> reduce(const std::vector<FactInput>& inputs,
                                          const std::filesystem::path& graph, const ResourcePaths& paths);

}  // namespace entente::app
