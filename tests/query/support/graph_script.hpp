// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "graph/property_graph.hpp"
#include "query/value.hpp"

namespace entente::test {

/// Adds what openCypher CREATE statements describe to a graph, reading clauses between them allowed:
/// CREATE (a:A {n: 1})-[:T]->(b) or UNWIND [1, 2] AS i CREATE (:B {n: i}). Statements are parted by ';'.
/// Only tests write by query; the program itself cannot.
[[nodiscard]] Status run_script(graph::PropertyGraph& graph, std::string_view script,
                                const std::map<std::string, query::Value>& parameters = {});

/// A value of the language as a property value; nodes, relationships and paths become null.
[[nodiscard]] graph::Value to_property(const query::Value& value);

}  // namespace entente::test
