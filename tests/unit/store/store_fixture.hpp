// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "model/fact_base.hpp"

namespace entente::store {

/// A folder of its own, taken away at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// A reading with something in every field, other for every number.
[[nodiscard]] DocumentFacts sample_reading(int number);

/// Every field, one a line: two readings are the same when these are.
[[nodiscard]] std::string to_text(const DocumentFacts& reading);

}  // namespace entente::store
