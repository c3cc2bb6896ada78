// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>

#include "resolve/nodes.hpp"

namespace entente::resolve {

/// Settles which of the gazetteer's senses a name has, by its place in the clause and by the countries that
/// the text names.
class Senses {
 public:
  explicit Senses(Nodes& nodes);

  /// The node of the settled sense, or kNone when the name stays open.
  std::uint32_t settled(std::uint32_t m);

  /// A leader known by surname alone: he has a title or is a person by NER, his country is in the text, and
  /// he was seen in office about the document's date; nobody else fits. Or kNone.
  std::uint32_t leader(std::uint32_t m);

  /// The holder of a national office about the document's date ("the president" of a country), or kNone.
  std::uint32_t holder(std::string_view office, std::string_view country);

 private:
  [[nodiscard]] bool stands_for_government(const Mention& mention) const;
  [[nodiscard]] bool is_supported(const ontology::GazetteerEntity& entity) const;
  [[nodiscard]] bool is_of_people(const Mention& mention, const ontology::GazetteerEntity& home) const;
  [[nodiscard]] bool in_office(const ontology::Office& office) const;

  Nodes& nodes_;
  std::map<std::string, int> countries_;  ///< named by themselves, with how often
  std::set<std::string> called_;          ///< by a name of their own, no adjective or capital
};

}  // namespace entente::resolve
