// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::documents {

/// Whether a path matches a pattern: '*' is any run without '/', '**' any run, '?' one character, [a-z] and
/// [!a-z] one of some. A pattern without '/' is for the last part of the path.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view path);

/// Chooses the files of folders and archives.
struct NameFilter {
  std::vector<std::string> include;  ///< one of them must match; empty: all do
  std::vector<std::string> exclude;  ///< none of them may
  /// path: below the folder or archive, with '/'.
  [[nodiscard]] bool admits(std::string_view path) const;
};

}  // namespace entente::documents
