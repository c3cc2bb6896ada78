// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/resources.hpp"
#include "store/store.hpp"

namespace entente::app {

/// What this program, with this model and ontology, makes graphs with.
[[nodiscard]] store::Provenance provenance_of(const Reader& reader);

/// It in 16 hex digits: facts that were read with the same may stand in one graph.
[[nodiscard]] std::string mark_of(const store::Provenance& provenance);

}  // namespace entente::app
