// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/evaluate.hpp"
#include "query/match_step.hpp"

// Steps that find a node or look at one, and the one that binds a path.

namespace entente::query {

using graph::EdgeId;
using graph::NodeId;

namespace {

/// A node that was bound before this MATCH.
class CheckNode : public MatchStep {
 public:
  CheckNode(Slot slot, NodeTest test) : slot_(slot), test_(std::move(test)) {}
  void prepare(Context& context) override { test_.prepare(context); }
  void open(MatchState&) override { done_ = false; }
  bool next(MatchState& state) override {
    if (done_) return false;
    done_ = true;
    const auto* node = state.slot(slot_).as<NodeId>();
    return node && test_.admits(*node, state.context);
  }

 private:
  Slot slot_;
  NodeTest test_;
  bool done_ = false;
};

class Scan : public MatchStep {
 public:
  Scan(Slot slot, Access access, NodeTest test) : slot_(slot), access_(access), test_(std::move(test)) {}

  void prepare(Context& context) override {
    test_.prepare(context);
    all_ = access_.kind == Access::Kind::all;
    if (access_.kind == Access::Kind::label && nodes_.empty()) nodes_ = context.index.nodes(*access_.label);
    if (access_.kind == Access::Kind::property) nodes_ = by_property(context);
  }

  void open(MatchState&) override { at_ = 0; }

  bool next(MatchState& state) override {
    const auto count = all_ ? state.context.graph.node_count() : nodes_.size();
    while (at_ < count && state.context.step()) {
      const auto node = all_ ? static_cast<NodeId>(at_) : nodes_[at_];
      ++at_;
      if (!test_.admits(node, state.context)) continue;
      state.slot(slot_) = Value(node);
      return true;
    }
    return false;
  }

 private:
  std::vector<NodeId> by_property(Context& context) const {
    const auto value = evaluate(*access_.value, context);
    if (!access_.any_of) return context.index.nodes(*access_.key, value, access_.aliases);
    std::vector<NodeId> nodes;
    if (const auto* list = value.as<List>()) {
      for (const auto& element : *list) {
        const auto more = context.index.nodes(*access_.key, element, access_.aliases);
        nodes.insert(nodes.end(), more.begin(), more.end());
      }
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  Slot slot_;
  Access access_;
  NodeTest test_;
  bool all_ = false;
  std::vector<NodeId> nodes_;
  std::size_t at_ = 0;
};

/// Puts the path together from the nodes and relationships of its pattern.
class BindPath : public MatchStep {
 public:
  explicit BindPath(const PathPattern& pattern) : pattern_(pattern) {}
  void open(MatchState&) override { done_ = false; }

  bool next(MatchState& state) override {
    if (done_) return false;
    done_ = true;
    Path path;
    path.nodes.push_back(*state.slot(pattern_.nodes.front().slot).as<NodeId>());
    for (const auto& edge : pattern_.edges) {
      const auto& value = state.slot(edge.slot);
      if (const auto* list = value.as<List>()) {
        for (const auto& element : *list) append(path, *element.as<EdgeId>(), state.context.graph);
      } else {
        append(path, *value.as<EdgeId>(), state.context.graph);
      }
    }
    if (!state.context.steps(path.edges.size() / 8)) return false;
    state.slot(pattern_.slot) = Value(std::move(path));
    return true;
  }

 private:
  static void append(Path& path, EdgeId edge, const graph::Snapshot& graph) {
    const auto here = path.nodes.back();
    path.edges.push_back(edge);
    path.nodes.push_back(graph.source(edge) == here ? graph.target(edge) : graph.source(edge));
  }

  const PathPattern& pattern_;
  bool done_ = false;
};

}  // namespace

MatchStepPtr make_check_node(Slot slot, NodeTest test) {
  return std::make_unique<CheckNode>(slot, std::move(test));
}

MatchStepPtr make_scan(Slot slot, Access access, NodeTest test) {
  return std::make_unique<Scan>(slot, access, std::move(test));
}

MatchStepPtr make_bind_path(const PathPattern& path) {
  return std::make_unique<BindPath>(path);
}

}  // namespace entente::query
