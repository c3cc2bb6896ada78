// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "query/value.hpp"

namespace entente::query {

/// A query kept in a file. Its first lines are comments:
///   // title: Whom did X provide aid to
///   // parameters: name=China, least=2, word='a, b'
///   // any other line: what it answers
/// Values are numbers, true, false, strings in quotes, or words up to the next comma.
struct SavedQuery {
  std::string name;  ///< of the file, without ".cypher"
  std::string title, description;
  std::vector<std::pair<std::string, Value>> parameters;  ///< with their defaults, as written
  std::string text;  ///< the whole file, so that places in errors are right
};

/// A missing title or a parameter without '=' is a data error with its place.
[[nodiscard]] Result<SavedQuery> read_saved(std::string_view name, std::string_view text);

/// Reads a file; errors name it.
[[nodiscard]] Result<SavedQuery> load_saved(const std::filesystem::path& file);

/// All *.cypher files of a directory, by name.
[[nodiscard]] Result<std::vector<SavedQuery>> load_saved_queries(const std::filesystem::path& directory);

}  // namespace entente::query
