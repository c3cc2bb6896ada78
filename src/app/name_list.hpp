// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::app {

/// Names to be found by how they begin, without regard to case and marks: filled, sorted once, then asked.
/// About 20 bytes beside twice the text of each name; a look-up takes two binary searches.
class NameList {
 public:
  /// Names with control characters, and those that are no UTF-8, are left out.
  void add(std::string_view name);

  /// Puts the names in order, each once. To be called once, behind the last add().
  void sort();

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// Names that begin so, in order.
  struct Found {
    std::vector<std::string> names;  ///< the first ones, as they are written
    std::size_t more = 0;            ///< how many others there are
    std::string common;              ///< what all of them begin with, as the first one writes it
  };
  [[nodiscard]] Found beginning_with(std::string_view beginning, std::size_t most) const;

 private:
  struct Entry {
    std::uint64_t begin;  ///< of the key in text_; the name follows
    std::uint32_t key_size, name_size;
  };
  [[nodiscard]] std::string_view key(const Entry& entry) const;
  [[nodiscard]] std::string_view name(const Entry& entry) const;

  std::string text_;
  std::vector<Entry> entries_;
};

/// What names are compared by: lower case, without marks.
[[nodiscard]] std::string name_key(std::string_view name);

/// The beginning of a name that stands for so many bytes of its key.
[[nodiscard]] std::string beginning_of(std::string_view name, std::size_t key_bytes);

/// Bytes that both begin with.
[[nodiscard]] std::size_t common_size(std::string_view a, std::string_view b);

}  // namespace entente::app
