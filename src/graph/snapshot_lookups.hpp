// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/column_view.hpp"

namespace entente::graph {

/// The properties that say which edges the default filter of queries hides, and what is in them.
inline constexpr std::string_view kModality = "modality", kAsserted = "Asserted", kNegated = "negated";
inline constexpr std::string_view kDecision = "decision", kDenied = "denied";

/// What is written beside a column of node properties; empty where it is not worth it.
struct Lookups {
  std::string of_values;    ///< all values texts, or all integers, and many different ones
  std::string of_elements;  ///< all values lists of texts
};

/// `column`: as ColumnBuilder wrote it, kept where its numbers are aligned.
[[nodiscard]] Lookups lookups_of(std::string_view column, std::size_t nodes);

/// Finds the edges that the default filter hides: Snapshot::is_set_aside.
class SetAside {
 public:
  explicit SetAside(std::size_t edges) : edges_(edges) {}

  /// A column of edge properties; of the right names it keeps what it needs.
  void note(std::string_view name, std::string_view column);
  /// A bit an edge in u64 words; empty where there is no such edge.
  [[nodiscard]] std::string bits() const;

 private:
  std::size_t edges_;
  std::string modality_, negated_, decision_;
};

}  // namespace entente::graph
