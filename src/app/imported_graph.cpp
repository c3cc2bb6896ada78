// SPDX-License-Identifier: Apache-2.0
#include "app/imported_graph.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "importers/graph_block.hpp"

namespace entente::app {

namespace {

using graph::NodeId;
using importers::GraphBlock;

/// Imported blocks on their way into a graph: nodes at once, edges when all nodes are there.
class Loading {
 public:
  Loading(const FactBase& base, graph::PropertyGraph& graph) : base_(base), graph_(graph) {}

  Status add(std::shared_ptr<GraphBlock> block) {
    if (block->kind() == GraphBlock::Kind::edges) {
      edges_ += block->size();
      edge_blocks_.push_back(std::move(block));
      return {};
    }
    for (std::size_t row = 0; row < block->size(); ++row) nodes_.push_back(add_node(block, row));
    return {};
  }

  Status finish() {
    if (auto made = make_room(); !made) return made;
    for (const auto& block : edge_blocks_)
      for (std::size_t row = 0; row < block->size(); ++row)
        graph_.add_edge(nodes_[block->source(row)], nodes_[block->target(row)], block->type(row), block, row);
    return {};
  }

 private:
  /// Counts the edges of every node, so that nothing moves when they are added.
  Status make_room() {
    struct Degree {
      std::size_t out = 0, in = 0;
    };
    std::vector<Degree> degrees(nodes_.size());
    for (const auto& block : edge_blocks_) {
      for (std::size_t row = 0; row < block->size(); ++row) {
        const std::size_t source = block->source(row), target = block->target(row);
        if (source >= nodes_.size() || target >= nodes_.size())
          return fail(ErrorKind::data, "an imported edge of the graph file has an end that is not there");
        ++degrees[source].out;
        ++degrees[target].in;
      }
    }
    graph_.reserve(graph_.node_count(), graph_.edge_count() + edges_);
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      graph_.reserve_at(nodes_[i], degrees[i].out, degrees[i].in);
    return {};
  }

  NodeId add_node(const std::shared_ptr<GraphBlock>& block, std::size_t row) {
    const bool own_space = !block->space(row).empty();
    const Entity* entity = own_space || base_.entities.empty() ? nullptr : base_.entity(block->id(row));
    if (entity == nullptr) return graph_.add_node(block->labels(row), block, row);
    const auto node = static_cast<NodeId>(entity - base_.entities.data());
    const auto labels = block->labels(row);
    const graph::Map properties = block->row(row);
    const bool brings_nothing = labels.empty() && properties.size() <= 2;  // its id and the file's name
    if (!brings_nothing) graph_.enrich(node, labels, properties);
    return node;
  }

  const FactBase& base_;
  graph::PropertyGraph& graph_;
  std::vector<NodeId> nodes_;
  std::vector<std::shared_ptr<GraphBlock>> edge_blocks_;
  std::size_t edges_ = 0;
};

/// Hands over all blocks of all imported graphs in order.
template <class Take>
Status each_block(const store::Store& store, const Take& take) {
  const auto files = store.imports();
  if (!files) return fail(files.error());
  for (const store::ImportedFile& file : *files) {
    if (file.format != kGraphFormat) continue;
    const auto handle = [&](std::string_view bytes) -> Status {
      auto block = GraphBlock::read(bytes);
      if (!block) return fail(block.error());
      block->set_file(file.name);
      return take(std::move(*block));
    };
    if (auto read = store.read_import(file.id, handle); !read) return read;
  }
  return {};
}

}  // namespace

Status add_imported(const store::Store& store, const FactBase& base, graph::PropertyGraph& graph) {
  Loading loading(base, graph);
  const auto take = [&](GraphBlock block) {
    return loading.add(std::make_shared<GraphBlock>(std::move(block)));
  };
  if (auto read = each_block(store, take); !read) return read;
  return loading.finish();
}

Result<importers::NodeIds> imported_ids(const store::Store& store) {
  importers::NodeIds ids;
  const auto take = [&](const GraphBlock& block) -> Status {
    if (block.kind() == GraphBlock::Kind::edges) return {};
    for (std::size_t row = 0; row < block.size(); ++row) ids.add(block.space(row), block.id(row));
    return {};
  };
  if (auto read = each_block(store, take); !read) return fail(read.error());
  return ids;
}

}  // namespace entente::app
