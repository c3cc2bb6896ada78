// SPDX-License-Identifier: Apache-2.0
#include "app/asking.hpp"

#include <utility>

namespace entente::app {

Asking::Asking(std::unique_ptr<Reader> reader, const OpenGraph& graph)
    : reader_(std::move(reader)), asker_(graph.graph, resources_of(reader_->pipeline, *reader_->knowledge)) {}

Result<Asking> Asking::load(const OpenGraph& graph, const ResourcePaths& paths) {
  auto reader = load_reader(paths);
  if (!reader) return fail(std::move(reader.error()));
  return Asking(std::make_unique<Reader>(std::move(*reader)), graph);
}

Result<ask::Answer> Asking::ask(std::string_view question, const ask::Options& options) const {
  return asker_.ask(question, options);
}

}  // namespace entente::app
