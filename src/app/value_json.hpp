// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "graph/snapshot.hpp"
#include "query/value.hpp"

namespace entente::app {

/// A value of an answer as programs read it. A node is {"labels", "properties"}, an edge {"type", "source",
/// "target", "properties"}, a path {"nodes", "edges"}; times are ISO 8601. Bytes that are no UTF-8 stay:
/// dump() with an error handler. NaN becomes null when it is dumped.
[[nodiscard]] nlohmann::ordered_json to_json(const query::Value& value, const graph::Snapshot& graph);
[[nodiscard]] nlohmann::ordered_json to_json(const graph::Value& value, const graph::Snapshot& graph);

/// Deeper lists and maps are not to be given to value_from_json(), which goes down by recursion.
inline constexpr int kDeepestJson = 32;

/// A value of a parameter. Whole numbers beyond 64 bits become real ones.
[[nodiscard]] query::Value value_from_json(const nlohmann::ordered_json& json);

}  // namespace entente::app
