// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.hpp"
#include "graph/value.hpp"

namespace entente::importers {

/// The values of one property in the rows of a block; null where a row has none. Compact: texts stand once.
class Column {
 public:
  explicit Column(std::string name = {}) : name_(std::move(name)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] graph::Value at(std::size_t row) const;
  /// Rows are set in order; rows that are passed over are null, a second value of a row is dropped.
  void set(std::size_t row, graph::Value value);

  void write(ByteWriter& out, std::size_t rows) const;
  [[nodiscard]] static Column read(ByteReader& in, std::size_t rows);

 private:
  /// Numbers stand in files; coded_real stands only there.
  enum class Kind : std::uint8_t { empty, flag, integer, real, text, day, mixed, coded_real };

  [[nodiscard]] static Kind kind_of(const graph::Value& value);
  void become_mixed();
  void append(const graph::Value& value);
  [[nodiscard]] std::size_t text_number(const std::string& text);
  void read_coded_reals(ByteReader& in);
  void write_row(ByteWriter& out, std::size_t row) const;
  void read_row(ByteReader& in);

  std::string name_;
  Kind kind_ = Kind::empty;
  std::size_t size_ = 0;               ///< rows so far
  std::vector<bool> absent_;           ///< by row
  std::vector<std::int64_t> numbers_;  ///< flags, integers, days; places in texts_
  std::vector<double> reals_;
  std::vector<std::string> texts_;      ///< different ones in the order in which they were met
  std::vector<graph::Value> values_;    ///< mixed
  std::vector<std::uint32_t> buckets_;  ///< places of texts_ by hash, while rows are set
};

}  // namespace entente::importers
