// SPDX-License-Identifier: Apache-2.0
#include "graph/property_graph.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <deque>
#include <map>
#include <set>
#include <utility>

namespace entente::graph {

namespace {

/// Equal values share one place that never moves.
template <class T>
class Interned {
 public:
  const T* intern(T value) {
    const auto found = place_.find(value);
    if (found != place_.end()) return found->second;
    values_.push_back(std::move(value));
    place_.emplace(values_.back(), &values_.back());
    return &values_.back();
  }

  [[nodiscard]] const std::deque<T>& values() const { return values_; }

 private:
  std::deque<T> values_;
  std::map<T, const T*> place_;
};

struct Node {
  const std::vector<std::string>* labels = nullptr;
  const Map* properties = nullptr;
  std::vector<Step> out, in;  // the walks of the adjacency list in the form that callers see
};

struct Edge {
  std::uint32_t source = 0, target = 0;
  const std::string* type = nullptr;
  const Map* properties = nullptr;
};

/// Its edges carry their EdgeId; what is known of them stands beside it, so that a look at an edge is one
/// step.
using Adjacency = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Node, EdgeId>;

std::size_t index(NodeId node) {
  return static_cast<std::size_t>(node);
}
std::size_t index(EdgeId edge) {
  return static_cast<std::size_t>(edge);
}

std::vector<std::string> sorted(const std::deque<std::string>& values) {
  std::vector<std::string> out(values.begin(), values.end());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

struct PropertyGraph::Impl {
  Adjacency adjacency;
  std::vector<Edge> edges;  // by EdgeId
  Interned<std::vector<std::string>> label_sets;
  Interned<std::string> types;
  std::deque<Map> maps;  // which never move
  std::set<std::string, std::less<>> property_names;

  void note_names(const Map& properties) {
    for (const auto& [name, value] : properties)
      if (property_names.find(name) == property_names.end()) property_names.insert(name);
  }

  const Map* keep(Map properties) {
    note_names(properties);
    maps.push_back(std::move(properties));
    return &maps.back();
  }

  NodeId add_node(std::vector<std::string> labels, const Map* properties);
  EdgeId add_edge(NodeId source, NodeId target, std::string_view type, const Map* properties);

  const std::string* last_type = nullptr;  // edges come type by type
};

NodeId PropertyGraph::Impl::add_node(std::vector<std::string> labels, const Map* properties) {
  const auto made = boost::add_vertex(adjacency);
  Node& node = adjacency[made];
  node.labels = label_sets.intern(std::move(labels));
  node.properties = properties;
  return static_cast<NodeId>(made);
}

EdgeId PropertyGraph::Impl::add_edge(NodeId source, NodeId target, std::string_view type,
                                     const Map* properties) {
  const auto id = static_cast<EdgeId>(edges.size());
  boost::add_edge(index(source), index(target), id, adjacency);
  if (last_type == nullptr || *last_type != type) last_type = types.intern(std::string(type));
  edges.push_back(
      {static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(target), last_type, properties});
  adjacency[index(source)].out.push_back({id, target});
  adjacency[index(target)].in.push_back({id, source});
  return id;
}

PropertyGraph::PropertyGraph() : impl_(std::make_unique<Impl>()) {}
PropertyGraph::PropertyGraph(PropertyGraph&&) noexcept = default;
PropertyGraph& PropertyGraph::operator=(PropertyGraph&&) noexcept = default;
PropertyGraph::~PropertyGraph() = default;

NodeId PropertyGraph::add_node(std::vector<std::string> labels, Map properties) {
  return impl_->add_node(std::move(labels), impl_->keep(std::move(properties)));
}

EdgeId PropertyGraph::add_edge(NodeId source, NodeId target, std::string_view type, Map properties) {
  return impl_->add_edge(source, target, type, impl_->keep(std::move(properties)));
}

void PropertyGraph::enrich(NodeId node, const std::vector<std::string>& labels, const Map& properties) {
  Node& known = impl_->adjacency[index(node)];
  auto joined = *known.labels;
  for (const std::string& label : labels)
    if (std::find(joined.begin(), joined.end(), label) == joined.end()) joined.push_back(label);
  known.labels = impl_->label_sets.intern(std::move(joined));
  Map all = *known.properties;
  all.insert(properties.begin(), properties.end());
  known.properties = impl_->keep(std::move(all));
}

void PropertyGraph::enrich(EdgeId edge, const Map& properties) {
  Edge& known = impl_->edges[index(edge)];
  Map all = *known.properties;
  all.insert(properties.begin(), properties.end());
  known.properties = impl_->keep(std::move(all));
}

std::size_t PropertyGraph::node_count() const {
  return boost::num_vertices(impl_->adjacency);
}
std::size_t PropertyGraph::edge_count() const {
  return impl_->edges.size();
}

const std::vector<std::string>& PropertyGraph::labels(NodeId node) const {
  return *impl_->adjacency[index(node)].labels;
}

const Map& PropertyGraph::properties(NodeId node) const {
  return *impl_->adjacency[index(node)].properties;
}

const Map& PropertyGraph::properties(EdgeId edge) const {
  return *impl_->edges[index(edge)].properties;
}

const std::string& PropertyGraph::type(EdgeId edge) const {
  return *impl_->edges[index(edge)].type;
}

NodeId PropertyGraph::source(EdgeId edge) const {
  return static_cast<NodeId>(impl_->edges[index(edge)].source);
}

NodeId PropertyGraph::target(EdgeId edge) const {
  return static_cast<NodeId>(impl_->edges[index(edge)].target);
}

const std::vector<Step>& PropertyGraph::out(NodeId node) const {
  return impl_->adjacency[index(node)].out;
}
const std::vector<Step>& PropertyGraph::in(NodeId node) const {
  return impl_->adjacency[index(node)].in;
}

std::vector<std::string> PropertyGraph::all_labels() const {
  std::set<std::string> labels;
  for (const auto& set : impl_->label_sets.values()) labels.insert(set.begin(), set.end());
  return {labels.begin(), labels.end()};
}

std::vector<std::string> PropertyGraph::all_types() const {
  return sorted(impl_->types.values());
}

std::vector<std::string> PropertyGraph::all_property_names() const {
  return {impl_->property_names.begin(), impl_->property_names.end()};
}

}  // namespace entente::graph
