// SPDX-License-Identifier: Apache-2.0
#include "graph/column_writer.hpp"

#include <algorithm>
#include <unordered_map>

namespace entente::graph {

namespace {

/// More different reals than that stand as they are.
constexpr std::size_t kMostReals = 0x10000;

constexpr std::uint64_t aligned(std::uint64_t place) {
  return (place + 7) / 8 * 8;
}

template <class T>
std::string_view bytes_of(const std::vector<T>& numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(T)};
}

}  // namespace

ColumnWriter::ColumnWriter(const ColumnBuilder& column, std::size_t rows,
                           const std::vector<std::uint32_t>* places)
    : column_(column), rows_(rows) {
  if (places != nullptr) {
    values_.resize(rows);
    column.each_row([&](std::uint32_t row, std::size_t at) {
      values_[(*places)[row]] = static_cast<std::uint32_t>(at + 1);
    });
  }
  head_.kind = column.kind();
  head_.count = column.count();
  head_.codes = sizeof head_;
  if (head_.count == rows) return;
  const std::size_t words = (rows + 63) / 64;
  head_.words = sizeof head_;
  head_.ranks = head_.words + 8 * words;
  head_.codes = aligned(head_.ranks + 4 * words);
}

template <class Take>
void ColumnWriter::each(const Take& take) const {
  if (values_.empty())
    for (std::size_t i = 0; i < column_.count(); ++i) take(i);
  for (const std::uint32_t value : values_)
    if (value != 0) take(value - 1);
}

/// All that stands before the codes. The head is complete then.
void ColumnWriter::begin(SnapshotOutput& out) const {
  out.append({reinterpret_cast<const char*>(&head_), sizeof head_});
  if (head_.words != 0) write_rows(out);
  out.align();
}

void ColumnWriter::write_rows(SnapshotOutput& out) const {
  std::vector<std::uint64_t> words = values_.empty() ? column_.words_ : std::vector<std::uint64_t>();
  words.resize((rows_ + 63) / 64);
  for (std::size_t row = 0; row < values_.size(); ++row)
    if (values_[row] != 0) words[row / 64] |= std::uint64_t{1} << (row % 64);
  std::vector<std::uint32_t> ranks(words.size());
  for (std::size_t i = 1; i < words.size(); ++i)
    ranks[i] = ranks[i - 1] + static_cast<std::uint32_t>(std::popcount(words[i - 1]));
  out.append(bytes_of(words));
  out.append(bytes_of(ranks));
}

void ColumnWriter::write_numbers(SnapshotOutput& out) {
  const PackedNumbers& numbers = column_.values_;
  std::int64_t least = numbers[0], most = numbers[0];
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    least = std::min(least, numbers[i]);
    most = std::max(most, numbers[i]);
  }
  const auto code_of = [&](std::int64_t number) {
    return static_cast<std::uint64_t>(number) - static_cast<std::uint64_t>(least);
  };
  head_.base = least;
  head_.width = static_cast<std::uint8_t>(width_for(code_of(most)));
  begin(out);
  each([&](std::size_t value) { out.append(code_of(numbers[value]), head_.width); });
}

void ColumnWriter::write_reals(SnapshotOutput& out) {
  std::unordered_map<std::int64_t, std::uint32_t> numbers;  // asked, never walked
  std::vector<std::int64_t> different;
  each([&](std::size_t value) {
    if (different.size() > kMostReals) return;
    const std::int64_t bits = column_.values_[value];
    if (numbers.emplace(bits, static_cast<std::uint32_t>(different.size())).second) different.push_back(bits);
  });
  const bool few = different.size() <= kMostReals && 4 * different.size() < 3 * column_.count();
  head_.width = static_cast<std::uint8_t>(few ? width_for(different.size() - 1) : 8);
  if (few) {
    head_.entries = static_cast<std::uint32_t>(different.size());
    head_.table = aligned(head_.codes + head_.width * head_.count);
  }
  begin(out);
  each([&](std::size_t value) {
    const std::int64_t bits = column_.values_[value];
    out.append(few ? numbers.at(bits) : static_cast<std::uint64_t>(bits), head_.width);
  });
  out.align();
  if (few) out.append(bytes_of(different));
}

void ColumnWriter::write_texts(SnapshotOutput& out) {
  const TextTable& table = column_.table_;
  const auto code_at = [&](std::size_t value) { return static_cast<std::size_t>(column_.values_[value]); };
  // Numbers in the order in which the rows now stand; what is met for the first time has the next one.
  std::vector<std::uint32_t> renumbered(table.size(), 0), order;
  order.reserve(table.size());
  each([&](std::size_t value) {
    std::uint32_t& number = renumbered[code_at(value)];
    if (number != 0) return;
    order.push_back(static_cast<std::uint32_t>(code_at(value)));
    number = static_cast<std::uint32_t>(order.size());
  });
  head_.entries = static_cast<std::uint32_t>(table.size());
  head_.coded_by_row = order.size() == column_.count();
  head_.width = static_cast<std::uint8_t>(head_.coded_by_row ? 0 : width_for(table.size() - 1));
  head_.wide_table = table.bytes() > 0xffffffff;
  const unsigned width = head_.wide_table ? 8 : 4;
  head_.table = aligned(head_.codes + head_.width * head_.count);
  head_.bytes = aligned(head_.table + width * (order.size() + 1));
  begin(out);
  if (head_.width != 0)
    each([&](std::size_t value) { out.append(renumbered[code_at(value)] - 1, head_.width); });
  out.align();
  std::uint64_t place = 0;
  for (const std::uint32_t code : order) {
    out.append(place, width);
    place += table.text(code).size();
  }
  out.append(place, width);
  out.align();
  for (const std::uint32_t code : order) out.append(table.text(code));
}

void ColumnWriter::write(SnapshotOutput& out) {
  const auto kind = column_.kind();
  if (kind == Cell::Kind::real) return write_reals(out);
  if (kind == Cell::Kind::text || kind == Cell::Kind::coded) return write_texts(out);
  write_numbers(out);
}

}  // namespace entente::graph
