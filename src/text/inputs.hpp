// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace entente {

/// The files that the arguments of a command stand for.
struct Inputs {
  std::vector<std::filesystem::path>
      files;  ///< each once, sorted by file name, then path; "-" is standard input and comes first
  std::vector<Error> left_out;  ///< what cannot be read, each naming its file, sorted by it
};

/// Files stand for themselves, folders for the texts below them (suffixes .txt, .text, .md, .markdown; links
/// to folders are not followed; names that begin with '.' are passed over). A file of another kind in a
/// folder is left out by name.
[[nodiscard]] Inputs find_inputs(const std::vector<std::string>& arguments);

}  // namespace entente
