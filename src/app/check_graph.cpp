// SPDX-License-Identifier: Apache-2.0
#include "app/check_graph.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "app/frozen_graph.hpp"
#include "store/store.hpp"

namespace entente::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBatch = 256;  // documents a transaction

/// Where whole documents go; nowhere when it has no file.
class Rescue {
 public:
  [[nodiscard]] Status open(const fs::path& file) {
    std::error_code code;
    if (fs::exists(file, code))
      return fail(ErrorKind::input_output, "there is a file of this name already", {file.string()},
                  "whole documents are written to a new file only");
    auto store = store::Store::open(file, store::Store::Mode::read_write);
    if (!store) return fail(std::move(store.error()));
    store_.emplace(std::move(*store));
    return {};
  }

  [[nodiscard]] Status add(DocumentFacts&& reading) {
    if (!store_) return {};
    batch_.push_back(std::move(reading));
    return batch_.size() < kBatch ? Status() : flush();
  }

  /// What the file was made with, where that can still be read: else the next build reads all anew.
  [[nodiscard]] Status finish(const store::Store& from) {
    if (!store_) return {};
    if (auto written = flush(); !written) return written;
    if (const auto log = from.decisions(); log && !log->empty())
      if (const auto kept = store_->add_decisions(*log); !kept) return fail(kept.error());
    const auto provenance = from.provenance();
    return provenance ? store_->set_provenance(*provenance) : Status();
  }

  [[nodiscard]] std::size_t documents() const { return documents_; }

 private:
  [[nodiscard]] Status flush() {
    documents_ += batch_.size();
    auto written = store_->put(batch_);
    batch_.clear();
    return written;
  }

  std::optional<store::Store> store_;
  std::vector<DocumentFacts> batch_;
  std::size_t documents_ = 0;
};

SnapshotState snapshot_state(const fs::path& file, const store::Store& store, const ResourcePaths& paths) {
  std::error_code code;
  if (!fs::exists(snapshot_file(file), code)) return SnapshotState::none;
  const auto vocabulary = load_vocabulary(paths);
  return vocabulary && has_current_snapshot(file, store, *vocabulary) ? SnapshotState::current
                                                                      : SnapshotState::stale_or_damaged;
}

}  // namespace

Result<GraphCheck> check_graph(const fs::path& file, const ResourcePaths& paths, const fs::path& rescue_to) {
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  Rescue rescue;
  if (!rescue_to.empty())
    if (auto opened = rescue.open(rescue_to); !opened) return fail(std::move(opened.error()));
  auto found = store->verify([&](DocumentFacts&& reading) { return rescue.add(std::move(reading)); });
  if (!found) return fail(std::move(found.error()));
  if (auto done = rescue.finish(*store); !done) return fail(std::move(done.error()));
  return GraphCheck{std::move(*found), snapshot_state(file, *store, paths), rescue.documents()};
}

}  // namespace entente::app
