// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "exporters/exporters.hpp"

namespace entente::exporters {

struct PageDataOptions {
  std::size_t most_edges = 30'000;  ///< of more the strongest: those that most places say, then the surest
  bool whole_texts = true;          ///< documents go along whole where they are small enough
  bool fact_ids = false;            ///< each edge has a last field: the ids of its facts
};

/// What the page shows, as the JSON that its scripts read (page/graph.js says its fields): nodes with places,
/// edges, and what both refer to by number.
[[nodiscard]] std::string page_data(const FactBase& base, const ontology::Vocabulary& vocabulary,
                                    const Options& options, const PageDataOptions& detail);

}  // namespace entente::exporters
