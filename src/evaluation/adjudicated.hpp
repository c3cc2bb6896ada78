// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "evaluation/row.hpp"

namespace entente::evaluation {

/// What a person has said of edges that the gold does not have (gold/README.md, "Edges judged afterwards").
class Adjudicated {
 public:
  /// JSON lines with doc, subject, relation, object, verdict and, where they matter, polarity and modality.
  /// Errors name the line.
  [[nodiscard]] static Result<Adjudicated> read(std::string_view jsonl);
  [[nodiscard]] static Result<Adjudicated> load(const std::filesystem::path& path);

  /// Right or wrong; nothing when nobody has judged this edge of the document.
  [[nodiscard]] std::optional<bool> verdict(const std::string& doc, const Row& row) const;

 private:
  struct Verdict {
    std::optional<std::string> polarity, modality;  ///< nothing: any
    bool right;
  };
  using Key = std::array<std::string, 4>;  ///< doc, normalised subject, relation, normalised object
  static Key key(const std::string& doc, const Row& row);

  std::map<Key, std::vector<Verdict>> verdicts_;
};

}  // namespace entente::evaluation
