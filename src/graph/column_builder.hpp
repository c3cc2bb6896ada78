// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <string_view>
#include <vector>

#include "base/growing_array.hpp"
#include "graph/cell.hpp"
#include "graph/packed_numbers.hpp"

namespace entente::graph {

/// Different byte strings, numbered in the order in which they came, one after the other in memory.
class TextTable {
 public:
  [[nodiscard]] std::uint32_t number(std::string_view text);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view text(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return {bytes_.data() + begin, ends_[number] - begin};
  }
  /// Of all texts together.
  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }

 private:
  [[nodiscard]] std::size_t bucket_of(std::string_view text) const;
  void grow();

  GrowingArray<char> bytes_;
  GrowingArray<std::size_t> ends_;
  std::vector<std::uint32_t> buckets_;  ///< number + 1; open addressing, at most half full
};

/// Collects the values of one property. Rows come in order.
class ColumnBuilder {
 public:
  /// Null is no value; a second value of a row is dropped.
  void set(std::uint32_t row, const Value& value);

  [[nodiscard]] bool empty() const { return count() == 0; }
  /// Values.
  [[nodiscard]] std::size_t count() const { return values_.size(); }
  /// Of all values; null: there is none.
  [[nodiscard]] Cell::Kind kind() const { return kind_; }

  /// Calls take(row, cell) for each value in the order of the rows.
  template <class Take>
  void each(const Take& take) const {
    each_row([&](std::uint32_t row, std::size_t at) { take(row, cell(at)); });
  }

 private:
  friend class ColumnWriter;

  void become_coded();
  void append(const Value& value);
  [[nodiscard]] Cell cell(std::size_t at) const;

  /// Calls take(row, place of its value).
  template <class Take>
  void each_row(const Take& take) const {
    std::size_t at = 0;
    for (std::size_t word = 0; word < words_.size(); ++word)
      for (std::uint64_t bits = words_[word]; bits != 0; bits &= bits - 1)
        take(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits))), at++);
  }

  Cell::Kind kind_ = Cell::Kind::null;
  std::uint32_t next_row_ = 0;        ///< the first that may be set
  std::vector<std::uint64_t> words_;  ///< a bit a row that has a value
  PackedNumbers values_;  ///< flag, integer, day; the bits of a real; text, coded: number in the table
  TextTable table_;
};

}  // namespace entente::graph
