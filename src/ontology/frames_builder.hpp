// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "ontology/frames.hpp"

namespace entente::ontology {

inline constexpr std::string_view kFrameTerms = "https://w3id.org/entente/frames#";  ///< fr:, the vocabulary
inline constexpr std::string_view kFrameBase =
    "https://w3id.org/entente/frame/";  ///< f:, frames, embeddings and lists

/// What the files say, checked against the vocabulary beside them; each part sorted by name.
struct FrameFiles {
  std::vector<Frame> frames;
  std::vector<Embedding> embeddings;
  std::map<std::string, std::vector<std::string>, std::less<>> lists;
  std::string hash;
};

/// Reads frames/*.ttl of an ontology directory; faults go to errors in the order of files and lines.
[[nodiscard]] FrameFiles read_frames(const std::filesystem::path& ontology_directory,
                                     std::vector<Error>& errors);

}  // namespace entente::ontology
