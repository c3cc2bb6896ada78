// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/snapshot.hpp"

namespace entente::serve {

/// Finds nodes by any part of any of their names, without regard to case and marks. Immutable once made.
class NameSearch {
 public:
  explicit NameSearch(const graph::Snapshot& graph);

  /// Whole names first, then beginnings, beginnings of words, and the rest; the best-linked first among
  /// those.
  [[nodiscard]] std::vector<graph::NodeId> find(std::string_view words, std::size_t most) const;

 private:
  struct Name {
    std::uint64_t begin;  ///< in text_; a line break ends it
    graph::NodeId node;
  };
  void add(graph::NodeId node, std::string_view name);

  const graph::Snapshot& graph_;
  std::string text_;
  std::vector<Name> names_;  ///< by begin
};

}  // namespace entente::serve
