// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <optional>

#include "graph/cell.hpp"
#include "graph/snapshot_format.hpp"

namespace entente::graph {

/// How a column of property values begins. Places are counted from there; 0: there is no such part.
struct ColumnHead {
  Cell::Kind kind = Cell::Kind::null;
  std::uint8_t width = 0;     ///< bytes of a code
  bool coded_by_row = false;  ///< no codes: the code is the place
  bool wide_table = false;    ///< table entries of 8 bytes, not 4
  std::uint32_t entries = 0;  ///< of the table
  std::uint64_t count = 0;    ///< values
  std::int64_t base = 0;      ///< added to the codes of flags, integers and days
  std::uint64_t words = 0;    ///< u64: a bit a row that has a value; 0: all rows have one
  std::uint64_t ranks = 0;    ///< u32 a word: values before it
  std::uint64_t codes = 0;    ///< `width` bytes a value, in the order of the rows
  std::uint64_t table = 0;    ///< reals: 8 bytes an entry; texts: where each begins in `bytes`, and one more
  std::uint64_t bytes = 0;    ///< of texts and coded values
};
static_assert(sizeof(ColumnHead) == 64);

/// The values of one property of all nodes, or all edges, of a snapshot: row = id. Views its bytes.
class ColumnView {
 public:
  ColumnView() = default;
  /// Nothing for bytes that do not hold what their head says.
  [[nodiscard]] static std::optional<ColumnView> read(std::string_view bytes, std::size_t rows);

  [[nodiscard]] Cell::Kind kind() const { return head_.kind; }
  /// How many rows have a value.
  [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(head_.count); }

  [[nodiscard]] bool has(std::uint32_t row) const {
    return words_ == nullptr || ((words_[row >> 6U] >> (row & 63U)) & 1U) != 0;
  }

  /// Null where the row has none.
  [[nodiscard]] Cell at(std::uint32_t row) const {
    std::size_t place = row;
    if (words_ != nullptr) {
      const std::uint64_t word = words_[row >> 6U], bit = std::uint64_t{1} << (row & 63U);
      if ((word & bit) == 0) return {};
      place = ranks_[row >> 6U] + static_cast<std::size_t>(std::popcount(word & (bit - 1)));
    }
    return value(head_.coded_by_row ? place : number_at(codes_, head_.width, place));
  }

 private:
  [[nodiscard]] Cell value(std::uint64_t code) const {
    Cell cell;
    cell.kind = head_.kind;
    if (head_.kind == Cell::Kind::real) {
      cell.real = std::bit_cast<double>(head_.entries != 0 ? number_at(table_, 8, code) : code);
    } else if (head_.kind == Cell::Kind::text || head_.kind == Cell::Kind::coded) {
      const unsigned width = head_.wide_table ? 8 : 4;
      const auto begin = number_at(table_, width, code), end = number_at(table_, width, code + 1);
      cell.bytes = {bytes_ + begin, static_cast<std::size_t>(end - begin)};
    } else {
      cell.number = static_cast<std::int64_t>(static_cast<std::uint64_t>(head_.base) + code);
    }
    return cell;
  }

  ColumnHead head_;
  const std::uint64_t* words_ = nullptr;
  const std::uint32_t* ranks_ = nullptr;
  const char *codes_ = nullptr, *table_ = nullptr, *bytes_ = nullptr;
};

}  // namespace entente::graph
