// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "graph/column_view.hpp"

namespace entente::graph {

/// Different byte strings, numbered in the order in which they came, one after the other in memory.
class TextTable {
 public:
  [[nodiscard]] std::uint32_t number(std::string_view text);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view text(std::size_t number) const {
    const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
    return std::string_view(bytes_).substr(begin, ends_[number] - begin);
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  [[nodiscard]] std::size_t bucket_of(std::string_view text) const;
  void grow();

  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::vector<std::uint32_t> buckets_;  ///< number + 1; open addressing, at most half full
};

/// Collects the values of one property and writes them as ColumnView reads them. Rows come in order.
class ColumnBuilder {
 public:
  /// Null is no value; a second value of a row is dropped.
  void set(std::uint32_t row, const Value& value);

  [[nodiscard]] bool empty() const { return rows_.empty(); }
  /// `places`: where each row goes; null: where it is.
  [[nodiscard]] std::string write(std::size_t rows, const std::vector<std::uint32_t>* places);

 private:
  void become_coded();
  void append(const Value& value);
  [[nodiscard]] Value value(std::size_t at) const;
  void arrange(std::size_t rows, const std::vector<std::uint32_t>* places);
  void write_numbers(std::string& out, ColumnHead& head) const;
  void write_reals(std::string& out, ColumnHead& head) const;
  void write_texts(std::string& out, ColumnHead& head) const;

  Cell::Kind kind_ = Cell::Kind::null;
  std::vector<std::uint32_t> rows_;    ///< that have a value
  std::vector<std::int64_t> numbers_;  ///< flag, integer, day; the bits of a real
  std::vector<std::uint32_t> codes_;   ///< text, coded: number in the table
  TextTable table_;
};

}  // namespace entente::graph
