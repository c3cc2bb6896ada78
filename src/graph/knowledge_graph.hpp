// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/known_names.hpp"
#include "graph/property_graph.hpp"
#include "model/fact_base.hpp"

namespace entente::graph {

/// Entities become nodes, facts with an object edges, in the order of the fact base.
/// Node: label = the entity's class; properties id, name, aliases (list), class, wikidata, quantity (text),
/// ofClass, mentions. Edge: type = the relation; properties id, modality, negated, confidence, attributedTo,
/// when (text), begin, end (ISO dates: earliest begin, latest end), where, meeting, topic, resource (list),
/// quantity (text), mode, context, office, content (text), evidence (list of maps: document, name, date,
/// begin, end, sentence (its text), trigger, rule, confidence). Entities are named by label. What people
/// decided: decision ("confirmed", "denied"), notes (list). Absent values are left out.
[[nodiscard]] PropertyGraph to_property_graph(const FactBase& base);

// The same piece by piece.
[[nodiscard]] std::vector<std::string> node_labels(const Entity& entity);
[[nodiscard]] Map node_properties(const Entity& entity);
[[nodiscard]] Map edge_properties(const KnownNames& known, const Fact& fact);

}  // namespace entente::graph
