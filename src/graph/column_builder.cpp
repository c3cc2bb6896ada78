// SPDX-License-Identifier: Apache-2.0
#include "graph/column_builder.hpp"

#include <utility>

#include "graph/snapshot_format.hpp"
#include "graph/value_codec.hpp"

namespace entente::graph {

namespace {

Cell::Kind kind_of(const Value& value) {
  if (std::holds_alternative<bool>(value.data)) return Cell::Kind::flag;
  if (std::holds_alternative<std::int64_t>(value.data)) return Cell::Kind::integer;
  if (std::holds_alternative<double>(value.data)) return Cell::Kind::real;
  if (std::holds_alternative<std::string>(value.data)) return Cell::Kind::text;
  const auto* moment = std::get_if<Moment>(&value.data);
  return moment != nullptr && moment->kind == MomentKind::date ? Cell::Kind::day : Cell::Kind::coded;
}

}  // namespace

std::size_t TextTable::bucket_of(std::string_view wanted) const {
  std::size_t at = static_cast<std::size_t>(hash_bytes(wanted)) & (buckets_.size() - 1);
  while (buckets_[at] != 0 && text(buckets_[at] - 1) != wanted) at = (at + 1) & (buckets_.size() - 1);
  return at;
}

void TextTable::grow() {
  buckets_.assign(buckets_.empty() ? 64 : 2 * buckets_.size(), 0);
  for (std::size_t i = 0; i < size(); ++i) buckets_[bucket_of(text(i))] = static_cast<std::uint32_t>(i + 1);
}

std::uint32_t TextTable::number(std::string_view text) {
  if (2 * (size() + 1) > buckets_.size()) grow();
  std::uint32_t& bucket = buckets_[bucket_of(text)];
  if (bucket == 0) {
    bytes_.append(text.data(), text.size());
    ends_.push_back(bytes_.size());
    bucket = static_cast<std::uint32_t>(size());
  }
  return bucket - 1;
}

void ColumnBuilder::set(std::uint32_t row, const Value& value) {
  if (value.is_null() || row < next_row_) return;
  const auto kind = kind_of(value);
  if (kind_ == Cell::Kind::null) kind_ = kind;
  if (kind_ != kind) become_coded();
  words_.resize(row / 64 + 1);
  words_.back() |= std::uint64_t{1} << (row % 64);
  next_row_ = row + 1;
  append(value);
}

void ColumnBuilder::append(const Value& value) {
  switch (kind_) {
    case Cell::Kind::null:
      break;
    case Cell::Kind::flag:
      return values_.push_back(std::get<bool>(value.data) ? 1 : 0);
    case Cell::Kind::integer:
      return values_.push_back(std::get<std::int64_t>(value.data));
    case Cell::Kind::real:
      return values_.push_back(std::bit_cast<std::int64_t>(std::get<double>(value.data)));
    case Cell::Kind::day:
      return values_.push_back(std::get<Moment>(value.data).day);
    case Cell::Kind::text:
      return values_.push_back(table_.number(std::get<std::string>(value.data)));
    case Cell::Kind::coded: {
      ByteWriter bytes;
      write_value(bytes, value);
      return values_.push_back(table_.number(bytes.take()));
    }
  }
}

Cell ColumnBuilder::cell(std::size_t at) const {
  Cell cell;
  cell.kind = kind_;
  const std::int64_t number = values_[at];
  if (kind_ == Cell::Kind::text || kind_ == Cell::Kind::coded) {
    cell.bytes = table_.text(static_cast<std::size_t>(number));
  } else {
    cell.number = number;
    cell.real = std::bit_cast<double>(number);
  }
  return cell;
}

/// Values of another kind than those so far: each now says what it is.
void ColumnBuilder::become_coded() {
  if (kind_ == Cell::Kind::coded) return;
  ColumnBuilder coded;
  coded.kind_ = Cell::Kind::coded;
  for (std::size_t i = 0; i < count(); ++i) coded.append(to_value(cell(i)));
  coded.words_ = std::move(words_);
  coded.next_row_ = next_row_;
  *this = std::move(coded);
}

}  // namespace entente::graph
