// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string_view>
#include <thread>

#include "app/name_list.hpp"
#include "graph/snapshot.hpp"

namespace entente::app {

/// Puts the names and aliases of a graph's nodes into a list, in a thread of its own.
class NameCollector {
 public:
  /// graph outlives it.
  explicit NameCollector(const graph::Snapshot& graph);
  ~NameCollector();
  NameCollector(const NameCollector&) = delete;
  NameCollector& operator=(const NameCollector&) = delete;

  /// The sorted list; null until it is ready.
  [[nodiscard]] const NameList* names() const { return ready_ ? &names_ : nullptr; }

 private:
  void collect();
  void add_values(std::string_view property);

  const graph::Snapshot& graph_;
  NameList names_;
  std::atomic<bool> ready_{false}, stop_{false};
  std::thread thread_;
};

}  // namespace entente::app
