// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "query/ast.hpp"

namespace entente::query {

/// For each clause the slots that clauses behind it read, up to the next WITH or RETURN, which nothing
/// passes. A value that is not read later need not be made.
[[nodiscard]] std::vector<std::set<Slot>> live_slots(const SingleQuery& query);

/// For each clause the slots that hold a node, and never null, in the rows that come to it.
[[nodiscard]] std::vector<std::set<Slot>> node_slots(const SingleQuery& query);

}  // namespace entente::query
