// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/vocabulary.hpp"
#include "resolve/discourse.hpp"

namespace entente::resolve {

/// An entity of one document while it is being put together.
struct Node {
  std::string id;     ///< gazetteer id or id of a counted group; empty: made from label and sense at the end
  std::string label;  ///< the fullest name met
  std::string sense;  ///< tells apart what shares a name: the document for things named only by description
  std::string listed_cls;                 ///< class that the gazetteer gives, or empty
  std::map<std::string, int> votes;       ///< class -> weight
  std::vector<std::string> surfaces;      ///< other names met
  std::set<std::string> listed_surfaces;  ///< those of them that the gazetteer knows
  std::vector<std::string> offices;       ///< plain titles of a person
  std::string dignity;                    ///< what stands before a single name: "King"
  bool named = false;                     ///< has a proper name
  bool plural = false;
  char gender = 0;         ///< 'm', 'f' or 0 where unknown
  std::uint32_t head = 0;  ///< head token of the first mention
  std::uint32_t mentions = 0;
};

/// What linking works on: the reading and the nodes made so far, one for each future entry of
/// Reading::entities.
class Nodes {
 public:
  Nodes(Reading& reading, const ontology::Vocabulary& vocabulary, const ontology::Gazetteer& gazetteer)
      : reading_(reading), vocabulary_(vocabulary), gazetteer_(gazetteer), discourse_(reading) {}

  [[nodiscard]] Reading& reading() { return reading_; }
  [[nodiscard]] const Reading& reading() const { return reading_; }
  [[nodiscard]] const ontology::Gazetteer& gazetteer() const { return gazetteer_; }
  [[nodiscard]] const Discourse& discourse() const { return discourse_; }
  [[nodiscard]] const std::deque<Node>& all() const { return nodes_; }
  [[nodiscard]] Node& at(std::uint32_t node) { return nodes_[node]; }
  [[nodiscard]] const Node& at(std::uint32_t node) const { return nodes_[node]; }
  [[nodiscard]] Mention& mention(std::uint32_t m) { return reading_.mentions[m]; }
  [[nodiscard]] const Mention& mention(std::uint32_t m) const { return reading_.mentions[m]; }

  /// The node of a gazetteer entity, made at need; kNone for an unknown id.
  std::uint32_t listed(std::string_view id);

  /// The node under a key of the caller's choice (plain name, perhaps with a sense), made at need.
  std::uint32_t keyed(const std::string& key, const std::string& label, const std::string& sense);

  /// A node of its own.
  std::uint32_t fresh(const std::string& label, const std::string& sense);

  /// Ties a mention to a node and lets it vote.
  void assign(std::uint32_t m, std::uint32_t node, std::string_view why);

  /// Local class name by vote, or empty.
  [[nodiscard]] const std::string& class_of(std::uint32_t node) const;
  [[nodiscard]] bool is_class(std::uint32_t node, std::string_view cls) const;

  /// Gives every node its id, sorts nothing, fills Reading::entities; nodes that came out with one id become
  /// one.
  void finish();

  /// True when a spelling is a full name of the listed entity: no adjective, acronym, capital or surname.
  [[nodiscard]] bool is_full_name(std::string_view name, const std::string& id) const;

 private:
  /// True when the gazetteer lists the name, as one of these kinds, for the entity.
  [[nodiscard]] bool is_listed_as(std::string_view name, const std::string& id,
                                  std::initializer_list<ontology::NameKind> kinds) const;
  [[nodiscard]] std::string label_of(const Node& node) const;
  [[nodiscard]] Entity entity_of(const Node& node, std::uint32_t index) const;

  Reading& reading_;
  const ontology::Vocabulary& vocabulary_;
  const ontology::Gazetteer& gazetteer_;
  Discourse discourse_;
  std::deque<Node> nodes_;  // a reference to a node stays good when another is made
  std::map<std::string, std::uint32_t, std::less<>> by_key_;
};

}  // namespace entente::resolve
