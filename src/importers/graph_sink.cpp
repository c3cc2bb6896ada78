// SPDX-License-Identifier: Apache-2.0
#include "importers/graph_sink.hpp"

namespace entente::importers {

namespace {

constexpr std::size_t kBlockRows = 1u << 16;

}  // namespace

Status GraphSink::flush(GraphBlock& block) {
  if (block.size() == 0) return {};
  Status taken = take_(block.write());
  block = GraphBlock(block.kind());
  return taken;
}

Result<bool> GraphSink::add_node(const std::string& space, const std::string& id,
                                 const std::vector<std::string>& labels) {
  if (!ids_.add(space, id)) return false;
  if (nodes_.size() >= kBlockRows)
    if (auto flushed = flush(nodes_); !flushed) return fail(flushed.error());
  nodes_.add_node(space, id, labels);
  ++node_count_;
  return true;
}

Result<std::optional<std::uint32_t>> GraphSink::find_node(const std::string& space, const std::string& id) {
  if (const auto place = ids_.find(space, id)) return place;
  if (!space.empty()) return std::nullopt;
  const auto known = is_entity_(id);
  if (!known) return fail(known.error());
  if (!*known) return std::nullopt;
  if (const auto added = add_node(space, id, {}); !added) return fail(added.error());
  --node_count_;  // it is no new one
  set_of_node("id", id);
  return ids_.find(space, id);
}

Status GraphSink::add_edge(std::uint32_t source, std::uint32_t target, const std::string& type) {
  if (edges_.size() >= kBlockRows)
    if (auto flushed = flush(edges_); !flushed) return flushed;
  edges_.add_edge(source, target, type);
  ++edge_count_;
  return {};
}

void GraphSink::set_of_node(const std::string& name, graph::Value value) {
  nodes_.set(nodes_.column(name), std::move(value));
}

void GraphSink::set_of_edge(const std::string& name, graph::Value value) {
  edges_.set(edges_.column(name), std::move(value));
}

Status GraphSink::finish() {
  if (auto flushed = flush(nodes_); !flushed) return flushed;
  return flush(edges_);
}

}  // namespace entente::importers
