// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::importers {

/// What a Turtle file says of one subject; IRIs whole.
struct Subject {
  std::size_t line = 0, column = 0;  ///< of its first statement
  std::map<std::string, std::vector<std::string>>
      says;  ///< IRIs and texts by predicate, in the order of the file

  /// The first value, or nothing.
  [[nodiscard]] const std::string& one(const std::string& predicate) const;
  [[nodiscard]] const std::vector<std::string>& all(const std::string& predicate) const;
};

/// Everything that a Turtle file says, by subject.
using Subjects = std::map<std::string, Subject, std::less<>>;
[[nodiscard]] Result<Subjects> read_subjects(std::string_view text, const std::string& file_name);

}  // namespace entente::importers
