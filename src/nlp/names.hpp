// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::nlp {

/// The tags, labels and features that a pipeline can give, numbered; number 0 is the empty name.
class Names {
 public:
  static constexpr std::uint16_t kEmpty = 0;
  static constexpr std::uint16_t kUnknown = UINT16_MAX;

  Names() { add(""); }

  /// Number of a name, new or known; kUnknown when there are too many.
  std::uint16_t add(std::string_view name) {
    if (const std::uint16_t known = find(name); known != kUnknown) return known;
    if (names_.size() >= kUnknown) return kUnknown;
    names_.emplace_back(name);
    number_of_.emplace(names_.back(), static_cast<std::uint16_t>(names_.size() - 1));
    return static_cast<std::uint16_t>(names_.size() - 1);
  }

  [[nodiscard]] std::uint16_t find(std::string_view name) const {
    const auto found = number_of_.find(name);
    return found == number_of_.end() ? kUnknown : found->second;
  }

  /// Lives as long as this table.
  [[nodiscard]] std::string_view operator[](std::uint16_t number) const { return names_[number]; }
  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;
  std::unordered_map<std::string_view, std::uint16_t> number_of_;  ///< keys point into names_
};

}  // namespace entente::nlp
