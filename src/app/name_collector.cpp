// SPDX-License-Identifier: Apache-2.0
#include "app/name_collector.hpp"

#include <csignal>
#include <string>

namespace entente::app {

NameCollector::NameCollector(const graph::Snapshot& graph) : graph_(graph) {
  sigset_t all, before;  // signals are for the thread that waits for keys
  sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  thread_ = std::thread([this] { collect(); });
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

NameCollector::~NameCollector() {
  stop_ = true;
  thread_.join();
}

void NameCollector::collect() {
  add_values("name");
  add_values("aliases");
  if (stop_) return;
  names_.sort();
  ready_ = true;
}

/// Texts, and the texts of lists.
void NameCollector::add_values(std::string_view property) {
  const auto key = graph_.find_key(property);
  if (!key || graph_.node_column(*key) == nullptr) return;
  for (std::size_t i = 0; i < graph_.node_count() && !stop_; ++i) {
    const graph::Cell cell = graph_.cell(static_cast<graph::NodeId>(i), *key);
    if (cell.kind == graph::Cell::Kind::text) names_.add(cell.bytes);
    if (cell.kind != graph::Cell::Kind::coded) continue;
    const graph::Value value = graph::to_value(cell);
    if (const auto* list = std::get_if<graph::List>(&value.data))
      for (const graph::Value& item : *list)
        if (const auto* text = std::get_if<std::string>(&item.data)) names_.add(*text);
  }
}

}  // namespace entente::app
