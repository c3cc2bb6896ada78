// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "store/sqlite.hpp"

namespace entente::store {

/// Sorts more lines than memory holds, in a file that is gone afterwards.
class LineSorter {
 public:
  /// The file is made in this folder and has no name there for long.
  [[nodiscard]] static Result<LineSorter> make(const std::filesystem::path& folder);

  /// group and rank are what is sorted by first; then the line itself.
  [[nodiscard]] Status add(std::string_view group, std::string_view rank, std::string_view line);

  /// Each different (group, rank, line) once, in order. Ends with the first failure of the function.
  using Take = std::function<Status(std::string_view group, std::string_view rank, std::string_view line)>;
  [[nodiscard]] Status each(const Take& take);

 private:
  LineSorter(Database database, Statement insert)
      : database_(std::move(database)), insert_(std::move(insert)) {}

  Database database_;
  Statement insert_;
};

}  // namespace entente::store
