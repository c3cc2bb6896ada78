// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "documents/name_filter.hpp"

namespace entente::documents {

/// The files that the arguments of a command stand for.
struct Inputs {
  std::vector<std::filesystem::path>
      files;  ///< each once, sorted by file name, then path; "-" is standard input and comes first
  std::vector<Error> left_out;  ///< what cannot be read, each naming its file, sorted by it
};

/// Files stand for themselves, folders for the files below them that entente reads (by suffix) and the filter
/// admits; links to folders are not followed; names that begin with '.' are passed over. An admitted file of
/// another kind is left out by name.
[[nodiscard]] Inputs find_inputs(const std::vector<std::string>& arguments, const NameFilter& filter = {});

}  // namespace entente::documents
