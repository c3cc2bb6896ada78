// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "serve/live_graph.hpp"

namespace entente::serve {

/// The graph file as it is now. A request keeps the state that it began with.
class GraphHolder {
 public:
  [[nodiscard]] static Result<std::unique_ptr<GraphHolder>> open(const std::filesystem::path& file,
                                                                 const app::ResourcePaths& resources);

  [[nodiscard]] std::shared_ptr<LiveGraph> now() const;

  /// Opens the file again when it was changed and has been left alone since the look before. To be called
  /// now and then, by one thread.
  void look();
  /// The same at once: after a write of our own.
  void look_now();

  /// Why the file as it is now could not be opened; empty: it could.
  [[nodiscard]] std::string trouble() const;

 private:
  /// Sizes, times and numbers of the file and what SQLite writes beside it.
  using Stamp = std::array<std::uint64_t, 6>;

  GraphHolder(std::filesystem::path file, app::ResourcePaths resources)
      : file_(std::move(file)), resources_(std::move(resources)) {}
  [[nodiscard]] Stamp stamp() const;
  [[nodiscard]] bool is_other_state() const;

  const std::filesystem::path file_;
  const app::ResourcePaths resources_;
  Stamp seen_{};  // of the thread that looks, as is_changed_
  bool is_changed_ = false;
  mutable std::mutex mutex_;
  std::mutex opening_;
  std::shared_ptr<LiveGraph> graph_;  // guarded by mutex_
  std::string trouble_;               // guarded by mutex_
};

}  // namespace entente::serve
