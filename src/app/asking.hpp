// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "app/open_graph.hpp"
#include "app/resources.hpp"
#include "ask/ask.hpp"
#include "base/result.hpp"

namespace entente::app {

/// English questions to one graph: holds the model and the ontology that understanding them needs.
class Asking {
 public:
  /// graph outlives it.
  [[nodiscard]] static Result<Asking> load(const OpenGraph& graph, const ResourcePaths& paths);

  [[nodiscard]] Result<ask::Answer> ask(std::string_view question, const ask::Options& options) const;

 private:
  explicit Asking(std::unique_ptr<Reader> reader, const OpenGraph& graph);
  std::unique_ptr<Reader> reader_;  ///< asker_ points into it
  ask::Asker asker_;
};

}  // namespace entente::app
