// SPDX-License-Identifier: Apache-2.0
#include "graph/column_view.hpp"

#include <utility>

#include "graph/value_codec.hpp"

namespace entente::graph {

namespace {

/// The part at a place, or nothing when it does not lie within the bytes.
const char* part(std::string_view bytes, std::uint64_t place, std::uint64_t items, std::uint64_t size) {
  if (place % 8 != 0 || place < sizeof(ColumnHead) || place > bytes.size()) return nullptr;
  if (size != 0 && items > (bytes.size() - place) / size) return nullptr;
  return bytes.data() + place;
}

bool holds_bytes(Cell::Kind kind) {
  return kind == Cell::Kind::text || kind == Cell::Kind::coded;
}

}  // namespace

std::optional<ColumnView> ColumnView::read(std::string_view bytes, std::size_t rows) {
  if (bytes.size() < sizeof(ColumnHead)) return std::nullopt;
  ColumnView column;
  ColumnHead& head = column.head_;
  std::memcpy(&head, bytes.data(), sizeof head);
  if (head.kind > Cell::Kind::coded || head.width > 8 || (head.words == 0 && head.count != rows))
    return std::nullopt;
  const std::size_t words = (rows + 63) / 64;
  if (head.words != 0) {
    column.words_ = reinterpret_cast<const std::uint64_t*>(part(bytes, head.words, words, 8));
    column.ranks_ = reinterpret_cast<const std::uint32_t*>(part(bytes, head.ranks, words, 4));
    if (column.words_ == nullptr || column.ranks_ == nullptr) return std::nullopt;
  }
  column.codes_ = part(bytes, head.codes, head.coded_by_row ? 0 : head.count, head.width);
  if (column.codes_ == nullptr) return std::nullopt;
  const bool texts = holds_bytes(head.kind);
  if (!texts && head.entries == 0) return column;
  const std::uint64_t items = std::uint64_t{head.entries} + (texts ? 1 : 0);
  column.table_ = part(bytes, head.table, items, texts && !head.wide_table ? 4 : 8);
  if (column.table_ == nullptr) return std::nullopt;
  if (!texts) return column;
  const auto size = number_at(column.table_, head.wide_table ? 8 : 4, head.entries);
  column.bytes_ = part(bytes, head.bytes, size, 1);
  if (column.bytes_ == nullptr) return std::nullopt;
  return column;
}

Value to_value(const Cell& cell) {
  switch (cell.kind) {
    case Cell::Kind::null:
      break;
    case Cell::Kind::flag:
      return Value(cell.number != 0);
    case Cell::Kind::integer:
      return Value(cell.number);
    case Cell::Kind::real:
      return Value(cell.real);
    case Cell::Kind::day: {
      Moment moment;
      moment.day = cell.number;
      return Value(std::move(moment));
    }
    case Cell::Kind::text:
      return Value(std::string(cell.bytes));
    case Cell::Kind::coded: {
      ByteReader in(cell.bytes);
      return read_value(in);
    }
  }
  return {};
}

}  // namespace entente::graph
