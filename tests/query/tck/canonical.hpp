// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/snapshot.hpp"
#include "query/value.hpp"

namespace entente::test {

/// A value in the notation of the kit's tables, in one canonical form: keys and labels sorted. unordered: the
/// elements of lists sorted, too.
[[nodiscard]] std::string canonical(const query::Value& value, const graph::Snapshot& graph, bool unordered);

/// The same for a cell of a table.
[[nodiscard]] std::string canonical(std::string_view cell, bool unordered);

}  // namespace entente::test
