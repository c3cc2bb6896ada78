// SPDX-License-Identifier: Apache-2.0
#include "serve/live_graph.hpp"

#include "app/frozen_facts.hpp"
#include "base/sha256.hpp"
#include "query/functions.hpp"
#include "serve/view.hpp"

namespace entente::serve {

LiveGraph::LiveGraph(app::OpenGraph opened, app::ResourcePaths resources)
    : opened_(std::move(opened)), resources_(std::move(resources)) {
  tag_ = sha256_hex(opened_.graph.state()).substr(0, 16);
  names_ = std::make_unique<app::NameCollector>(opened_.graph);
}

Result<std::shared_ptr<LiveGraph>> LiveGraph::open(const std::filesystem::path& file,
                                                   const app::ResourcePaths& resources) {
  auto vocabulary = app::load_vocabulary(resources);
  if (!vocabulary) return fail(std::move(vocabulary.error()));
  const auto store = store::Store::open(file, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  auto frozen = app::frozen_facts(file, *store, *vocabulary);
  if (!frozen) return fail(std::move(frozen.error()));
  app::OpenGraph opened(std::move(*vocabulary), std::move(frozen->graph), std::move(frozen->base));
  std::shared_ptr<LiveGraph> live(new LiveGraph(std::move(opened), resources));
  const auto base = live->opened_.facts();
  if (!base) return fail(base.error());
  live->base_ = *base;
  return live;
}

app::CompletionWords LiveGraph::words() const {
  app::CompletionWords words;
  words.labels = graph().all_labels();
  words.types = graph().all_types();
  words.properties = graph().all_property_names();
  words.functions = query::function_names();
  words.names = names_->names();
  return words;
}

Result<const app::Asking*> LiveGraph::asking() {
  std::call_once(asking_once_, [this] { asking_ = app::Asking::load(opened_, resources_); });
  if (!*asking_) return fail(asking_->error());
  return &**asking_;
}

const NameSearch& LiveGraph::search() {
  std::call_once(search_once_, [this] { search_ = std::make_unique<NameSearch>(graph()); });
  return *search_;
}

const std::string& LiveGraph::overview(bool all_facts) {
  const std::size_t which = all_facts ? 1 : 0;
  std::call_once(overview_once_[which], [&] { overviews_[which] = overview_json(*this, all_facts); });
  return overviews_[which];
}

LiveGraph::Index::Index(LiveGraph& graph) : graph_(graph) {
  const std::lock_guard lock(graph.mutex_);
  if (graph.indexes_.empty()) {
    index_ = std::make_unique<query::GraphIndex>(graph.graph());
  } else {
    index_ = std::move(graph.indexes_.back());
    graph.indexes_.pop_back();
  }
}

LiveGraph::Index::~Index() {
  const std::lock_guard lock(graph_.mutex_);
  graph_.indexes_.push_back(std::move(index_));
}

}  // namespace entente::serve
