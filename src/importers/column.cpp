// SPDX-License-Identifier: Apache-2.0
#include "importers/column.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

#include "graph/value_codec.hpp"

namespace entente::importers {

namespace {

using graph::Value;

const graph::Moment* as_day(const Value& value) {
  const auto* moment = std::get_if<graph::Moment>(&value.data);
  return moment != nullptr && moment->kind == graph::MomentKind::date ? moment : nullptr;
}

Value day(std::int64_t number) {
  graph::Moment moment;
  moment.day = number;
  return Value(std::move(moment));
}

}  // namespace

Column::Kind Column::kind_of(const Value& value) {
  if (std::holds_alternative<bool>(value.data)) return Kind::flag;
  if (std::holds_alternative<std::int64_t>(value.data)) return Kind::integer;
  if (std::holds_alternative<double>(value.data)) return Kind::real;
  if (std::holds_alternative<std::string>(value.data)) return Kind::text;
  return as_day(value) != nullptr ? Kind::day : Kind::mixed;
}

Value Column::at(std::size_t row) const {
  if (row >= size_ || absent_[row]) return {};
  switch (kind_) {
    case Kind::flag:
      return Value(numbers_[row] != 0);
    case Kind::integer:
      return Value(numbers_[row]);
    case Kind::real:
      return Value(reals_[row]);
    case Kind::text:
      return Value(texts_[static_cast<std::size_t>(numbers_[row])]);
    case Kind::day:
      return day(numbers_[row]);
    case Kind::mixed:
      return values_[row];
    case Kind::empty:
    case Kind::coded_real:
      break;
  }
  return {};
}

void Column::set(std::size_t row, Value value) {
  if (value.is_null() || row < size_) return;
  const Kind kind = kind_of(value);
  if (kind_ == Kind::empty) kind_ = kind;
  if (kind_ != kind) become_mixed();
  while (size_ < row) append({});
  append(value);
}

void Column::become_mixed() {
  if (kind_ == Kind::mixed) return;
  std::vector<Value> values;
  values.reserve(size_);
  for (std::size_t row = 0; row < size_; ++row) values.push_back(at(row));
  Column mixed(std::move(name_));
  mixed.kind_ = Kind::mixed;
  mixed.size_ = size_;
  mixed.absent_ = std::move(absent_);
  mixed.values_ = std::move(values);
  *this = std::move(mixed);
}

/// The next row; null, or of the column's kind.
void Column::append(const Value& value) {
  ++size_;
  absent_.push_back(value.is_null());
  if (kind_ == Kind::mixed) return values_.push_back(value);
  if (kind_ == Kind::real) return reals_.push_back(value.is_null() ? 0 : std::get<double>(value.data));
  std::int64_t number = 0;
  if (!value.is_null()) {
    if (kind_ == Kind::flag) number = std::get<bool>(value.data) ? 1 : 0;
    if (kind_ == Kind::integer) number = std::get<std::int64_t>(value.data);
    if (kind_ == Kind::text)
      number = static_cast<std::int64_t>(text_number(std::get<std::string>(value.data)));
    if (kind_ == Kind::day) number = as_day(value)->day;
  }
  numbers_.push_back(number);
}

/// Open addressing, at most half full.
std::size_t Column::text_number(const std::string& text) {
  const auto place_of = [this](const std::string& wanted) {
    std::size_t place = std::hash<std::string>{}(wanted) & (buckets_.size() - 1);
    while (buckets_[place] != 0 && texts_[buckets_[place] - 1] != wanted)
      place = (place + 1) & (buckets_.size() - 1);
    return place;
  };
  if (2 * (texts_.size() + 1) > buckets_.size()) {
    buckets_.assign(buckets_.empty() ? 64 : 2 * buckets_.size(), 0);
    for (std::size_t i = 0; i < texts_.size(); ++i)
      buckets_[place_of(texts_[i])] = static_cast<std::uint32_t>(i + 1);
  }
  std::uint32_t& bucket = buckets_[place_of(text)];
  if (bucket == 0) {
    texts_.push_back(text);
    bucket = static_cast<std::uint32_t>(texts_.size());
  }
  return bucket - 1;
}

namespace {

/// The different ones, and the number of each by its bits.
struct DifferentReals {
  std::vector<double> reals;
  std::unordered_map<std::uint64_t, std::uint64_t> numbers;  // asked, never walked
};

/// In the order in which they are met; nothing when they are too many to be worth it.
std::optional<DifferentReals> different_of(const std::vector<double>& reals) {
  constexpr std::size_t kMost = 0x4000;
  DifferentReals out;
  for (const double real : reals) {
    if (out.numbers.emplace(std::bit_cast<std::uint64_t>(real), out.reals.size()).second)
      out.reals.push_back(real);
    if (out.reals.size() > kMost) return std::nullopt;
  }
  if (2 * out.reals.size() > reals.size()) return std::nullopt;
  return out;
}

}  // namespace

void Column::read_coded_reals(ByteReader& in) {
  std::vector<double> different;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) different.push_back(in.real());
  for (; size_ < absent_.size() && in.ok(); ++size_) {
    const auto number = absent_[size_] ? 0 : in.number();
    reals_.push_back(number < different.size() ? different[static_cast<std::size_t>(number)] : 0);
  }
  kind_ = Kind::real;
}

void Column::write(ByteWriter& out, std::size_t rows) const {
  out.text(name_);
  const auto different = kind_ == Kind::real ? different_of(reals_) : std::nullopt;
  const bool coded = different.has_value();
  out.number(static_cast<std::uint64_t>(coded ? Kind::coded_real : kind_));
  out.number(size_);
  const bool gaps = size_ < rows || std::find(absent_.begin(), absent_.end(), true) != absent_.end();
  out.number(gaps ? 1 : 0);
  for (std::size_t row = 0; gaps && row < size_; row += 8) {
    std::uint64_t bits = 0;
    for (std::size_t i = row; i < std::min(size_, row + 8); ++i)
      if (absent_[i]) bits |= std::uint64_t{1} << (i - row);
    out.number(bits);
  }
  if (kind_ == Kind::text) {
    out.number(texts_.size());
    for (const std::string& text : texts_) out.text(text);
  }
  if (coded) {
    out.number(different->reals.size());
    for (const double real : different->reals) out.real(real);
  }
  for (std::size_t row = 0; row < size_; ++row) {
    if (absent_[row]) continue;
    if (coded)
      out.number(different->numbers.at(std::bit_cast<std::uint64_t>(reals_[row])));
    else
      write_row(out, row);
  }
}

void Column::write_row(ByteWriter& out, std::size_t row) const {
  if (kind_ == Kind::mixed) return graph::write_value(out, values_[row]);
  if (kind_ == Kind::real) return out.real(reals_[row]);
  out.signed_number(numbers_[row]);
}

Column Column::read(ByteReader& in, std::size_t rows) {
  Column column{std::string(in.text())};
  column.kind_ = static_cast<Kind>(in.number());
  const auto size = std::min<std::size_t>(in.number(), rows);
  const bool gaps = in.number() != 0;
  column.absent_.assign(size, false);
  for (std::size_t row = 0; gaps && row < size; row += 8) {
    const std::uint64_t bits = in.number();
    for (std::size_t i = row; i < std::min(size, row + 8); ++i)
      column.absent_[i] = ((bits >> (i - row)) & 1U) != 0;
  }
  if (column.kind_ == Kind::text)
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) column.texts_.emplace_back(in.text());
  if (column.kind_ == Kind::coded_real) column.read_coded_reals(in);
  if (column.kind_ == Kind::real)
    column.reals_.reserve(size);
  else if (column.kind_ != Kind::mixed)
    column.numbers_.reserve(size);
  for (; column.size_ < size && in.ok(); ++column.size_) column.read_row(in);
  return column;
}

void Column::read_row(ByteReader& in) {
  const bool absent = absent_[size_];
  if (kind_ == Kind::mixed) {
    values_.push_back(absent ? Value() : graph::read_value(in));
  } else if (kind_ == Kind::real) {
    reals_.push_back(absent ? 0 : in.real());
  } else {
    std::int64_t number = absent ? 0 : in.signed_number();
    if (kind_ == Kind::text && (number < 0 || static_cast<std::size_t>(number) >= texts_.size())) {
      number = 0;
      if (texts_.empty()) texts_.emplace_back();
    }
    numbers_.push_back(number);
  }
}

}  // namespace entente::importers
