// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/asking.hpp"
#include "app/completion.hpp"
#include "app/name_collector.hpp"
#include "app/open_graph.hpp"
#include "query/graph_index.hpp"
#include "serve/name_search.hpp"

namespace entente::serve {

/// One state of a graph file, for many threads: what is in it never changes; what takes time to make is made
/// at the first question and kept.
class LiveGraph {
 public:
  /// An Error as open_graph() gives it.
  [[nodiscard]] static Result<std::shared_ptr<LiveGraph>> open(const std::filesystem::path& file,
                                                               const app::ResourcePaths& resources);

  [[nodiscard]] const app::OpenGraph& opened() const { return opened_; }
  [[nodiscard]] const graph::Snapshot& graph() const { return opened_.graph; }
  [[nodiscard]] const FactBase& base() const { return *base_; }
  [[nodiscard]] const ontology::Vocabulary& vocabulary() const { return opened_.vocabulary; }

  /// 16 hex digits that stand for this state.
  [[nodiscard]] const std::string& tag() const { return tag_; }

  /// What completion offers; names once they are collected.
  [[nodiscard]] app::CompletionWords words() const;

  /// English questions; an Error when there is no model.
  [[nodiscard]] Result<const app::Asking*> asking();
  [[nodiscard]] const NameSearch& search();

  /// The best-linked part of the graph, as view_json() gives it.
  [[nodiscard]] const std::string& overview(bool all_facts);

  /// An index for one query at a time; goes back when it goes. The graph must outlive it.
  class Index {
   public:
    explicit Index(LiveGraph& graph);
    ~Index();
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;
    [[nodiscard]] query::GraphIndex& operator*() const { return *index_; }

   private:
    LiveGraph& graph_;
    std::unique_ptr<query::GraphIndex> index_;
  };

 private:
  LiveGraph(app::OpenGraph opened, app::ResourcePaths resources);

  app::OpenGraph opened_;
  app::ResourcePaths resources_;
  const FactBase* base_ = nullptr;
  std::string tag_;
  std::unique_ptr<app::NameCollector> names_;
  std::once_flag asking_once_, search_once_;
  std::optional<Result<app::Asking>> asking_;
  std::unique_ptr<NameSearch> search_;
  std::array<std::once_flag, 2> overview_once_;
  std::array<std::string, 2> overviews_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<query::GraphIndex>> indexes_;  // free ones; guarded by mutex_
};

}  // namespace entente::serve
