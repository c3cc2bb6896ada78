// SPDX-License-Identifier: Apache-2.0
#include "app/imported_graph.hpp"

#include <string>
#include <utility>
#include <vector>

#include "importers/graph_block.hpp"

namespace entente::app {

namespace {

using graph::NodeId;
using importers::GraphBlock;

/// The values of a block's columns on their way into a builder, whose names for them are looked up once.
class Columns {
 public:
  Columns(const GraphBlock& block, const std::string& file, graph::SnapshotBuilder& builder)
      : block_(block), file_(graph::Value(file)), imported_(builder.key(importers::kImported)) {
    for (const importers::Column& column : block.columns()) keys_.push_back(builder.key(column.name()));
  }

  /// Hands over each property of a row.
  template <class Set>
  void each(std::size_t row, const Set& set) const {
    for (std::size_t i = 0; i < keys_.size(); ++i)
      if (const auto value = block_.columns()[i].at(row); !value.is_null()) set(keys_[i], value);
    set(imported_, file_);
  }

 private:
  const GraphBlock& block_;
  graph::Value file_;
  graph::SnapshotBuilder::Key imported_;
  std::vector<graph::SnapshotBuilder::Key> keys_;
};

/// Hands over all blocks of one kind of all imported graphs in order.
template <class Take>
Status each_block(const store::Store& store, GraphBlock::Kind kind, const Take& take) {
  const auto files = store.imports();
  if (!files) return fail(files.error());
  for (const store::ImportedFile& file : *files) {
    if (file.format != kGraphFormat) continue;
    const auto handle = [&](std::string_view bytes) -> Status {
      if (GraphBlock::kind_of(bytes) != kind) return {};
      const auto block = GraphBlock::read(bytes);
      if (!block) return fail(block.error());
      return take(*block, file.name);
    };
    if (auto read = store.read_import(file.id, handle); !read) return read;
  }
  return {};
}

/// Imported blocks on their way into a snapshot.
class Loading {
 public:
  Loading(const store::Store& store, OwnGraph& own, graph::SnapshotBuilder& builder)
      : store_(store), own_(own), builder_(builder) {}

  Status run() {
    if (!own_.empty())
      if (auto done = each_of_nodes(&Loading::enrich_entities); !done) return done;
    own_.add_nodes(builder_);
    if (auto done = each_of_nodes(&Loading::add_nodes); !done) return done;
    if (auto done = own_.add_edges(builder_); !done) return done;
    return each_block(
        store_, GraphBlock::Kind::edges,
        [this](const GraphBlock& block, const std::string& file) { return add_edges(block, file); });
  }

 private:
  using Step = void (Loading::*)(const GraphBlock&, const std::string&);
  Status each_of_nodes(Step step) {
    return each_block(store_, GraphBlock::Kind::nodes,
                      [this, step](const GraphBlock& block, const std::string& file) -> Status {
                        (this->*step)(block, file);
                        return {};
                      });
  }

  /// The node that an imported one is already.
  [[nodiscard]] std::optional<NodeId> known_node(const GraphBlock& block, std::size_t row) const {
    const bool own_space = own_.empty() || !block.space(row).empty();
    return own_space ? std::nullopt : own_.node_of(block.id(row));
  }

  void enrich_entities(const GraphBlock& block, const std::string& file) {
    for (std::size_t row = 0; row < block.size(); ++row) {
      const auto node = known_node(block, row);
      if (!node) continue;
      graph::Map properties{{importers::kImported, file}};
      for (const importers::Column& column : block.columns())
        if (auto value = column.at(row); !value.is_null())
          properties.insert_or_assign(column.name(), std::move(value));
      const auto labels = block.labels(row);
      const bool brings_nothing = labels.empty() && properties.size() <= 2;  // its id and the file's name
      if (!brings_nothing) own_.enrich(*node, labels, properties);
    }
  }

  void add_nodes(const GraphBlock& block, const std::string& file) {
    const Columns columns(block, file, builder_);
    for (std::size_t row = 0; row < block.size(); ++row) {
      if (const auto node = known_node(block, row)) {
        nodes_.push_back(*node);
        continue;
      }
      nodes_.push_back(builder_.add_node(block.labels(row)));
      columns.each(row, [this](auto key, const graph::Value& value) { builder_.set_of_node(key, value); });
    }
  }

  Status add_edges(const GraphBlock& block, const std::string& file) {
    const Columns columns(block, file, builder_);
    for (std::size_t row = 0; row < block.size(); ++row) {
      const std::size_t source = block.source(row), target = block.target(row);
      if (source >= nodes_.size() || target >= nodes_.size())
        return fail(ErrorKind::data, "an imported edge of the graph file has an end that is not there");
      builder_.add_edge(nodes_[source], nodes_[target], block.type(row));
      columns.each(row, [this](auto key, const graph::Value& value) { builder_.set_of_edge(key, value); });
    }
    return {};
  }

  const store::Store& store_;
  OwnGraph& own_;
  graph::SnapshotBuilder& builder_;
  std::vector<NodeId> nodes_;  // by the place of an imported node among all
};

}  // namespace

Status add_all(const store::Store& store, OwnGraph& own, graph::SnapshotBuilder& builder) {
  return Loading(store, own, builder).run();
}

Result<importers::NodeIds> imported_ids(const store::Store& store) {
  importers::NodeIds ids;
  const auto take = [&](const GraphBlock& block, const std::string&) -> Status {
    for (std::size_t row = 0; row < block.size(); ++row) ids.add(block.space(row), block.id(row));
    return {};
  };
  if (auto read = each_block(store, GraphBlock::Kind::nodes, take); !read) return fail(read.error());
  return ids;
}

}  // namespace entente::app
