// SPDX-License-Identifier: Apache-2.0
#include "serve/graph_holder.hpp"

#include <sys/stat.h>

#include "app/frozen_graph.hpp"

namespace entente::serve {

Result<std::unique_ptr<GraphHolder>> GraphHolder::open(const std::filesystem::path& file,
                                                       const app::ResourcePaths& resources) {
  std::unique_ptr<GraphHolder> holder(new GraphHolder(file, resources));
  holder->seen_ = holder->stamp();
  auto graph = LiveGraph::open(file, resources);
  if (!graph) return fail(std::move(graph.error()));
  holder->graph_ = std::move(*graph);
  return holder;
}

std::shared_ptr<LiveGraph> GraphHolder::now() const {
  const std::lock_guard lock(mutex_);
  return graph_;
}

std::string GraphHolder::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

GraphHolder::Stamp GraphHolder::stamp() const {
  Stamp stamp{};
  std::size_t at = 0;
  for (const char* suffix : {"", "-wal"}) {
    struct stat found {};
    if (::stat((file_.string() + suffix).c_str(), &found) == 0) {
      stamp[at] = static_cast<std::uint64_t>(found.st_size);
      stamp[at + 1] = static_cast<std::uint64_t>(found.st_mtim.tv_sec) * 1'000'000'000U +
                      static_cast<std::uint64_t>(found.st_mtim.tv_nsec);
      stamp[at + 2] = found.st_ino;
    }
    at += 3;
  }
  return stamp;
}

bool GraphHolder::is_other_state() const {
  const auto store = store::Store::open(file_, store::Store::Mode::read_only);
  if (!store) return true;  // opening says why
  const auto graph = now();
  const auto state = app::state_of(*store, graph->vocabulary());
  return !state || *state != graph->graph().state();
}

void GraphHolder::look() {
  const Stamp found = stamp();
  if (found != seen_) {
    seen_ = found;
    is_changed_ = true;
  } else if (is_changed_) {
    is_changed_ = false;
    look_now();
  }
}

void GraphHolder::look_now() {
  const std::lock_guard opening(opening_);
  if (!is_other_state()) {
    const std::lock_guard lock(mutex_);
    trouble_.clear();
    return;
  }
  std::shared_ptr<LiveGraph> old;  // goes when the lock is free again
  auto graph = LiveGraph::open(file_, resources_);
  const std::lock_guard lock(mutex_);
  if (graph) {
    old = std::exchange(graph_, std::move(*graph));
    trouble_.clear();
  } else {
    trouble_ = to_text(graph.error());
  }
}

}  // namespace entente::serve
