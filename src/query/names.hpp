// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/snapshot.hpp"
#include "ontology/vocabulary.hpp"
#include "query/ast.hpp"

namespace entente::query {

/// Labels, relation types and property names that neither the vocabulary nor the graph knows are errors with
/// a hint. Property names are looked at where the text shows that they belong to a node or a relationship.
[[nodiscard]] Status check_names(const Statement& statement, std::string_view text,
                                 const graph::Snapshot& graph, const ontology::Vocabulary& vocabulary);

/// Names of the properties that entities and facts can have (graph/knowledge_graph.hpp), sorted.
[[nodiscard]] const std::vector<std::string>& known_properties();

}  // namespace entente::query
