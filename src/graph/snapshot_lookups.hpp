// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/column_builder.hpp"

namespace entente::graph {

/// The properties that say which edges the default filter of queries hides, and what is in them.
inline constexpr std::string_view kModality = "modality", kAsserted = "Asserted", kNegated = "negated";
inline constexpr std::string_view kDecision = "decision", kDenied = "denied";

/// What is written beside a column of node properties; empty where it is not worth it.
struct Lookups {
  std::string of_values;    ///< all values texts, or all integers, and many different ones
  std::string of_elements;  ///< all values lists of texts
};

/// `column`: of a property of nodes.
[[nodiscard]] Lookups lookups_of(const ColumnBuilder& column);

/// The columns of edge properties that the default filter asks; null: nobody has it.
struct FilterColumns {
  const ColumnBuilder *modality = nullptr, *negated = nullptr, *decision = nullptr;
};

/// The edges that the default filter hides, as Snapshot::is_set_aside tells: a bit an edge in u64 words, by
/// the places where the edges go. Empty where there is no such edge.
[[nodiscard]] std::vector<std::uint64_t> set_aside(const FilterColumns& columns,
                                                   const std::vector<std::uint32_t>& places);

}  // namespace entente::graph
