// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "graph/column_builder.hpp"
#include "graph/column_view.hpp"
#include "graph/snapshot_output.hpp"

namespace entente::graph {

/// Writes a column as ColumnView reads it. Takes 4 bytes a row and, for texts, 8 a different text.
class ColumnWriter {
 public:
  /// `places`: where each row goes; null: where it is.
  ColumnWriter(const ColumnBuilder& column, std::size_t rows, const std::vector<std::uint32_t>* places);
  /// Into the section that was begun, where nothing stands yet.
  void write(SnapshotOutput& out);

 private:
  /// Calls take(value) with the places of the values, in the order in which the rows now stand.
  template <class Take>
  void each(const Take& take) const;
  void begin(SnapshotOutput& out) const;
  void write_rows(SnapshotOutput& out) const;
  void write_numbers(SnapshotOutput& out);
  void write_reals(SnapshotOutput& out);
  void write_texts(SnapshotOutput& out);

  const ColumnBuilder& column_;
  std::size_t rows_;
  std::vector<std::uint32_t> values_;  // by new row, counted from 1; none where the rows stay
  ColumnHead head_;
};

}  // namespace entente::graph
