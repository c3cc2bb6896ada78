// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/values.hpp"

namespace entente {

/// Anything that can stand at either end of an edge.
struct Entity {
  std::string id;     ///< IRI below the data base, without it: "china", "charles-michel-3fa9c1",
                      ///< "group-<doc16>-<offset>"
  std::string label;  ///< canonical name
  std::string
      cls;  ///< local name of one ontology class: "Country"; voted over the mentions, not part of the id
  std::vector<std::string> aliases;  ///< other surface names met or listed, sorted, without the label
  std::string wikidata;              ///< QID or empty
  std::optional<Quantity> quantity;  ///< CountedGroup and Resource
  std::string of_class;              ///< CountedGroup: what is counted ("Country"), or empty
  int mentions = 0;                  ///< how often met
};

}  // namespace entente
