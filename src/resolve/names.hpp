// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "resolve/nodes.hpp"

namespace entente::resolve {

/// Ties every name to a node: listed names whose sense is settled to the gazetteer's entity, others to a node
/// of their own; short names ("Ms Gurung", "the Front", "ANC") to the full one in the same text, before it or
/// behind it.
void link_names(Nodes& nodes);

}  // namespace entente::resolve
