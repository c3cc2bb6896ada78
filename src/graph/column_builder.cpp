// SPDX-License-Identifier: Apache-2.0
#include "graph/column_builder.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "graph/value_codec.hpp"

namespace entente::graph {

namespace {

/// More different reals than that stand as they are.
constexpr std::size_t kMostReals = 0x10000;

Cell::Kind kind_of(const Value& value) {
  if (std::holds_alternative<bool>(value.data)) return Cell::Kind::flag;
  if (std::holds_alternative<std::int64_t>(value.data)) return Cell::Kind::integer;
  if (std::holds_alternative<double>(value.data)) return Cell::Kind::real;
  if (std::holds_alternative<std::string>(value.data)) return Cell::Kind::text;
  const auto* moment = std::get_if<Moment>(&value.data);
  return moment != nullptr && moment->kind == MomentKind::date ? Cell::Kind::day : Cell::Kind::coded;
}

void align(std::string& out) {
  out.resize((out.size() + 7) / 8 * 8);
}

void put(std::string& out, std::uint64_t number, unsigned width) {
  out.append(reinterpret_cast<const char*>(&number), width);  // little-endian
}

template <class T>
std::uint64_t put_array(std::string& out, const std::vector<T>& numbers) {
  align(out);
  const std::uint64_t place = out.size();
  out.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T));
  return place;
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
    bytes_ += text;
    ends_.push_back(bytes_.size());
    bucket = static_cast<std::uint32_t>(size());
  }
  return bucket - 1;
}

void ColumnBuilder::set(std::uint32_t row, const Value& value) {
  if (value.is_null() || (!rows_.empty() && rows_.back() >= row)) return;
  const auto kind = kind_of(value);
  if (kind_ == Cell::Kind::null) kind_ = kind;
  if (kind_ != kind) become_coded();
  rows_.push_back(row);
  append(value);
}

void ColumnBuilder::append(const Value& value) {
  switch (kind_) {
    case Cell::Kind::null:
      break;
    case Cell::Kind::flag:
      return numbers_.push_back(std::get<bool>(value.data) ? 1 : 0);
    case Cell::Kind::integer:
      return numbers_.push_back(std::get<std::int64_t>(value.data));
    case Cell::Kind::real:
      return numbers_.push_back(std::bit_cast<std::int64_t>(std::get<double>(value.data)));
    case Cell::Kind::day:
      return numbers_.push_back(std::get<Moment>(value.data).day);
    case Cell::Kind::text:
      return codes_.push_back(table_.number(std::get<std::string>(value.data)));
    case Cell::Kind::coded: {
      ByteWriter bytes;
      write_value(bytes, value);
      return codes_.push_back(table_.number(bytes.take()));
    }
  }
}

Value ColumnBuilder::value(std::size_t at) const {
  Cell cell;
  cell.kind = kind_;
  if (kind_ == Cell::Kind::text) {
    cell.bytes = table_.text(codes_[at]);
  } else {
    cell.number = numbers_[at];
    cell.real = std::bit_cast<double>(numbers_[at]);
  }
  return to_value(cell);
}

/// Values of another kind than those so far: each now says what it is.
void ColumnBuilder::become_coded() {
  if (kind_ == Cell::Kind::coded) return;
  ColumnBuilder coded;
  coded.kind_ = Cell::Kind::coded;
  coded.rows_ = std::move(rows_);
  for (std::size_t i = 0; i < coded.rows_.size(); ++i) coded.append(value(i));
  *this = std::move(coded);
}

/// Puts the values into the order of the rows' new places.
void ColumnBuilder::arrange(std::size_t rows, const std::vector<std::uint32_t>* places) {
  if (places == nullptr) return;
  std::vector<std::uint32_t> at(rows);  // of the value, counted from 1
  for (std::size_t i = 0; i < rows_.size(); ++i) at[(*places)[rows_[i]]] = static_cast<std::uint32_t>(i + 1);
  ColumnBuilder sorted;
  sorted.rows_.reserve(rows_.size());
  sorted.numbers_.reserve(numbers_.size());
  sorted.codes_.reserve(codes_.size());
  for (std::size_t row = 0; row < rows; ++row) {
    if (at[row] == 0) continue;
    sorted.rows_.push_back(static_cast<std::uint32_t>(row));
    if (!numbers_.empty()) sorted.numbers_.push_back(numbers_[at[row] - 1]);
    if (!codes_.empty()) sorted.codes_.push_back(codes_[at[row] - 1]);
  }
  rows_ = std::move(sorted.rows_);
  numbers_ = std::move(sorted.numbers_);
  codes_ = std::move(sorted.codes_);
}

void ColumnBuilder::write_numbers(std::string& out, ColumnHead& head) const {
  const auto [least, most] = std::minmax_element(numbers_.begin(), numbers_.end());
  head.base = *least;
  const auto code_of = [&](std::int64_t number) {
    return static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(head.base);
  };
  head.width = static_cast<std::uint8_t>(width_for(code_of(*most)));
  for (const std::int64_t number : numbers_) put(out, code_of(number), head.width);
}

void ColumnBuilder::write_reals(std::string& out, ColumnHead& head) const {
  std::unordered_map<std::int64_t, std::uint32_t> numbers;  // asked, never walked
  std::vector<std::int64_t> different;
  for (const std::int64_t bits : numbers_) {
    if (different.size() > kMostReals) break;
    const auto [found, added] = numbers.emplace(bits, static_cast<std::uint32_t>(different.size()));
    if (added) different.push_back(bits);
  }
  const bool few = different.size() <= kMostReals && 4 * different.size() < 3 * numbers_.size();
  head.width = static_cast<std::uint8_t>(few ? width_for(different.size() - 1) : 8);
  for (const std::int64_t bits : numbers_)
    put(out, few ? numbers.at(bits) : static_cast<std::uint64_t>(bits), head.width);
  if (!few) return;
  head.entries = static_cast<std::uint32_t>(different.size());
  head.table = put_array(out, different);
}

void ColumnBuilder::write_texts(std::string& out, ColumnHead& head) const {
  const std::size_t size = table_.size();
  head.entries = static_cast<std::uint32_t>(size);
  // Numbers in the order in which the rows now stand; what is met for the first time has the next one.
  std::vector<std::uint32_t> renumbered(size, 0), order;
  order.reserve(size);
  for (const std::uint32_t code : codes_) {
    if (renumbered[code] != 0) continue;
    order.push_back(code);
    renumbered[code] = static_cast<std::uint32_t>(order.size());
  }
  head.coded_by_row = order.size() == codes_.size();
  head.width = static_cast<std::uint8_t>(head.coded_by_row ? 0 : width_for(size - 1));
  if (!head.coded_by_row)
    for (const std::uint32_t code : codes_) put(out, renumbered[code] - 1, head.width);
  head.wide_table = table_.bytes().size() > 0xffffffff;
  align(out);
  head.table = out.size();
  std::uint64_t begin = 0;
  for (const std::uint32_t code : order) {
    put(out, begin, head.wide_table ? 8 : 4);
    begin += table_.text(code).size();
  }
  put(out, begin, head.wide_table ? 8 : 4);
  align(out);
  head.bytes = out.size();
  for (const std::uint32_t code : order) out += table_.text(code);
}

std::string ColumnBuilder::write(std::size_t rows, const std::vector<std::uint32_t>* places) {
  arrange(rows, places);
  ColumnHead head;
  head.kind = kind_;
  head.count = rows_.size();
  std::string out(sizeof head, '\0');
  if (rows_.size() != rows) {
    std::vector<std::uint64_t> words((rows + 63) / 64);
    for (const std::uint32_t row : rows_) words[row / 64] |= std::uint64_t{1} << (row % 64);
    std::vector<std::uint32_t> ranks(words.size());
    for (std::size_t i = 1; i < words.size(); ++i)
      ranks[i] = ranks[i - 1] + static_cast<std::uint32_t>(std::popcount(words[i - 1]));
    head.words = put_array(out, words);
    head.ranks = put_array(out, ranks);
  }
  align(out);
  head.codes = out.size();
  if (kind_ == Cell::Kind::real)
    write_reals(out, head);
  else if (kind_ == Cell::Kind::text || kind_ == Cell::Kind::coded)
    write_texts(out, head);
  else
    write_numbers(out, head);
  std::memcpy(out.data(), &head, sizeof head);
  return out;
}

}  // namespace entente::graph
