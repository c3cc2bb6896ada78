// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "extract/mapped_text.hpp"

namespace entente::extract {

/// Writes headings in capitals as the rest of the document writes their words: "MINISTER WELCOMES RELEASE"
/// becomes "Minister welcomes release". The document must outlive it.
class TrueCase {
 public:
  explicit TrueCase(std::string_view document) : document_(document) {}

  /// A heading of four words or more without a small letter in the case of the document's other lines: small
  /// where they have the word so, in capitals where they have it only so, else with a first capital. Other
  /// text stays.
  [[nodiscard]] MappedText heading(MappedText text) const;

 private:
  [[nodiscard]] const std::set<std::string, std::less<>>& words() const;

  std::string_view document_;
  mutable std::optional<std::set<std::string, std::less<>>> words_;  ///< of lines that hold small letters
};

}  // namespace entente::extract
