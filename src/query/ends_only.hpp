// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "query/ast.hpp"

namespace entente::query {

/// Finds repeated relationships of a checked statement of which nothing but the two ends is asked for, each
/// pair once: MATCH (a)-[:T*]->(b) RETURN DISTINCT b. One path is then as good as all of them, and no others
/// are looked for.
void use_ends_only(Statement& statement);

}  // namespace entente::query
