// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/edge_groups.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/layout.hpp"
#include "exporters/network_measures.hpp"

namespace entente::exporters {

enum class AttributeType { boolean, integer, real, text };

/// "boolean", "int", "double" or "string"; formats differ in the word for whole numbers.
[[nodiscard]] std::string_view type_name(AttributeType type, std::string_view integer = "int");

/// The label that databases give every node beside its class.
inline constexpr std::string_view kNodeLabel = "Entity";

/// A column of nodes or edges that every drawing format has. The id is for formats whose keys have one.
struct Attribute {
  std::string_view id, name;
  AttributeType type;
};

inline constexpr std::array kNodeAttributes = {Attribute{"label", "label", AttributeType::text},
                                               Attribute{"name", "name", AttributeType::text},
                                               Attribute{"class", "class", AttributeType::text},
                                               Attribute{"aliases", "aliases", AttributeType::text},
                                               Attribute{"wikidata", "wikidata", AttributeType::text},
                                               Attribute{"quantity", "quantity", AttributeType::text},
                                               Attribute{"ofclass", "ofClass", AttributeType::text},
                                               Attribute{"mentions", "mentions", AttributeType::integer},
                                               Attribute{"degree", "edges", AttributeType::integer},
                                               Attribute{"community", "community", AttributeType::integer},
                                               Attribute{"pagerank", "pagerank", AttributeType::real},
                                               Attribute{"betweenness", "betweenness", AttributeType::real}};

inline constexpr std::array kEdgeAttributes = {Attribute{"label", "label", AttributeType::text},
                                               Attribute{"kind", "kind", AttributeType::text},
                                               Attribute{"interaction", "interaction", AttributeType::text},
                                               Attribute{"weight", "weight", AttributeType::real},
                                               Attribute{"relation", "relation", AttributeType::text},
                                               Attribute{"modality", "modality", AttributeType::text},
                                               Attribute{"negated", "negated", AttributeType::boolean},
                                               Attribute{"symmetric", "symmetric", AttributeType::boolean},
                                               Attribute{"confidence", "confidence", AttributeType::real},
                                               Attribute{"decision", "decision", AttributeType::text},
                                               Attribute{"first", "first", AttributeType::text},
                                               Attribute{"last", "last", AttributeType::text},
                                               Attribute{"year", "year", AttributeType::integer},
                                               Attribute{"when", "when", AttributeType::text},
                                               Attribute{"place", "place", AttributeType::text},
                                               Attribute{"meeting", "meeting", AttributeType::text},
                                               Attribute{"topic", "topic", AttributeType::text},
                                               Attribute{"resource", "resource", AttributeType::text},
                                               Attribute{"quantity", "quantity", AttributeType::text},
                                               Attribute{"mode", "mode", AttributeType::text},
                                               Attribute{"context", "context", AttributeType::text},
                                               Attribute{"office", "office", AttributeType::text},
                                               Attribute{"content", "content", AttributeType::text},
                                               Attribute{"attributed", "attributedTo", AttributeType::text},
                                               Attribute{"facts", "facts", AttributeType::text},
                                               Attribute{"documents", "documents", AttributeType::text},
                                               Attribute{"evidence", "evidence", AttributeType::text}};

using NodeValues = std::array<std::string, kNodeAttributes.size()>;
using EdgeValues = std::array<std::string, kEdgeAttributes.size()>;

/// The place of a name in the lists above; it must be there.
template <std::size_t n>
constexpr std::size_t place_of(const std::array<Attribute, n>& attributes, std::string_view id) {
  std::size_t place = 0;
  while (attributes[place].id != id) ++place;
  return place;
}

/// A place in a document that an edge was read from.
struct Passage {
  std::string_view document;
  std::uint32_t begin = 0, end = 0;
  std::string_view text;

  friend auto operator<=>(const Passage&, const Passage&) = default;
};

/// A base as nodes and edges with their attributes as text: what GraphML, GEXF, DOT, CSV, JSON and the page
/// all show. Keeps references to the base and the vocabulary; edges are worked out one at a time.
class Drawing {
 public:
  Drawing(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options);

  [[nodiscard]] const std::vector<Entity>& nodes() const { return base_.entities; }
  [[nodiscard]] const std::vector<EdgeGroup>& edges() const { return edges_; }
  [[nodiscard]] const FactBase& base() const { return base_; }

  /// In the order of the attributes; what is not known is empty.
  [[nodiscard]] NodeValues values_of_node(std::size_t node) const;
  [[nodiscard]] EdgeValues values(const EdgeGroup& edge) const;

  [[nodiscard]] const std::string& source(const EdgeGroup& edge) const {
    return base_.entities[edge.source].id;
  }
  [[nodiscard]] const std::string& target(const EdgeGroup& edge) const {
    return base_.entities[edge.target].id;
  }
  [[nodiscard]] static std::string edge_id(std::string_view source, std::string_view kind,
                                           std::string_view target);
  [[nodiscard]] std::string edge_id(const EdgeGroup& edge) const {
    return edge_id(source(edge), edge.kind, target(edge));
  }
  [[nodiscard]] int degree(std::size_t node) const { return degrees_[node]; }
  [[nodiscard]] const NetworkMeasures& measures() const;  ///< takes time when it is first asked for
  [[nodiscard]] Colour colour(std::size_t node) const;    ///< by class or, with that option, by community
  [[nodiscard]] double size(std::size_t node) const {
    return size_for(static_cast<std::size_t>(degrees_[node]));
  }
  [[nodiscard]] static double size_for(std::size_t degree);  ///< grows with its root, from 10
  /// Of all nodes, those of the imported part behind the entities; takes time. None where imported nodes or
  /// edges make the graph too large for places that show anything.
  [[nodiscard]] std::vector<Point> places() const;
  /// Each place in a document once, in order; without their words when the options want links only.
  [[nodiscard]] std::vector<Passage> passages(const EdgeGroup& edge) const;
  [[nodiscard]] const std::string& document_name(std::string_view document) const;

  /// The days that bound all of its facts, as the texts give them; empty where none does.
  [[nodiscard]] static std::pair<std::string, std::string> first_and_last(const EdgeGroup& edge);

 private:
  void add_times(const EdgeGroup& edge, EdgeValues& values) const;
  void add_circumstances(const EdgeGroup& edge, EdgeValues& values) const;
  void add_evidence(const EdgeGroup& edge, EdgeValues& values) const;
  [[nodiscard]] const std::string& label_of(const std::string& entity_id) const;
  [[nodiscard]] std::string content_of(const Fact& fact) const;

  void add_imported(std::vector<std::uint64_t>& seeds,
                    std::vector<std::pair<std::uint32_t, std::uint32_t>>& links) const;

  const FactBase& base_;
  const ontology::Vocabulary& vocabulary_;
  const ImportedPart* imported_;
  EvidenceDetail evidence_;
  Measures which_measures_;
  bool by_community_;
  std::vector<EdgeGroup> edges_;
  std::vector<int> degrees_;
  mutable std::optional<NetworkMeasures> measures_;
};

}  // namespace entente::exporters
