// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/snapshot.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::ask {

/// A thing that a question names.
struct Named {
  std::string text;                  ///< as the question has it
  std::vector<graph::NodeId> nodes;  ///< several when the name is ambiguous
  bool adjective = false;            ///< "Kenyan": the country as a modifier
};

/// Finds nodes of a graph by name or alias; by the gazetteer's other names of the same entity too.
class NameIndex {
 public:
  NameIndex(const graph::Snapshot& graph, const ontology::Gazetteer& gazetteer);

  /// Nodes called so: as written first, then without regard to case.
  [[nodiscard]] std::vector<graph::NodeId> find(std::string_view name) const;

  /// A name of the gazetteer whose entity is in the graph ("Beijing", "Kenyan"); adjective is set for
  /// modifiers.
  [[nodiscard]] std::vector<graph::NodeId> find_in_gazetteer(std::string_view name, bool& adjective) const;

  /// The one person whose longer name ends or begins with these words ("Duarte" of "Ana Duarte"); empty when
  /// several do.
  [[nodiscard]] std::vector<graph::NodeId> find_person_by_part(std::string_view name) const;

  /// Nodes of the members of a group that the gazetteer knows ("African countries"); empty for an unknown
  /// one.
  [[nodiscard]] std::vector<graph::NodeId> members_of(std::string_view group) const;

  /// The name of a node as the graph spells it.
  [[nodiscard]] std::string name_of(graph::NodeId node) const;
  [[nodiscard]] std::string class_of(graph::NodeId node) const;
  /// How many nodes bear exactly this name.
  [[nodiscard]] std::size_t count_of_name(const std::string& name) const;

  /// True when the graph has an edge of one of the relations.
  [[nodiscard]] bool has_relation(const std::vector<std::string>& names) const;

  /// Who holds an office in one of the nodes, by asserted edges; with words only offices, or holders' other
  /// names, that say all of them.
  [[nodiscard]] std::vector<graph::NodeId> holders_of(const std::vector<graph::NodeId>& bodies,
                                                      const std::vector<std::string>& words = {}) const;

  /// Nodes with a name that says all the words and a name of one of the owners: "congress" of "HFP" is
  /// "HFP's ninth congress". Of every owner where all are wanted.
  [[nodiscard]] std::vector<graph::NodeId> described(
      const std::vector<std::string>& words, const std::vector<std::vector<graph::NodeId>>& owners) const;

  /// A known name that is spelt nearly so.
  [[nodiscard]] std::optional<std::string> nearest(std::string_view name) const;

  /// The canonical name of what a name of seven letters or more, that neither the graph nor the gazetteer
  /// knows, must mean: one node alone has a name, of as many words, that differs by one letter or two
  /// exchanged ones.
  [[nodiscard]] std::optional<std::string> misspelt(std::string_view name) const;

  /// No name has more words than this.
  [[nodiscard]] std::size_t longest_name() const { return longest_; }

 private:
  using Nodes = std::vector<graph::NodeId>;
  void add(std::string_view name, graph::NodeId node);
  [[nodiscard]] std::vector<std::string> lower_names_of(graph::NodeId node) const;

  const graph::Snapshot& graph_;
  const ontology::Gazetteer& gazetteer_;
  std::unordered_map<std::string, Nodes> by_key_, by_lower_key_;
  std::unordered_map<std::string, graph::NodeId> by_id_;
  std::unordered_map<std::string, std::size_t> name_counts_;
  std::vector<std::pair<std::string, graph::NodeId>>
      persons_;                     ///< keys of their names, in the order of the graph
  std::vector<std::string> types_;  ///< of edges, sorted
  std::vector<std::string> names_;  ///< canonical ones, in the order of the graph
  std::size_t longest_ = 1;
};

}  // namespace entente::ask
