// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "model/fact_base.hpp"

namespace entente::app {

/// The facts of one document as JSON lines, one fact a line, in the order of their ids (the form of `entente
/// map`; docs/formats.md). doc is the name under which the document came in. Everything about a fact is in
/// its line: entities with class and aliases, further evidence under "more_evidence", and the document with
/// what made_with says of program, model and ontology. A document without facts has a line whose fact is
/// null.
[[nodiscard]] std::string facts_as_json_lines(const DocumentFacts& facts, const std::string& doc,
                                              const std::string& made_with);

}  // namespace entente::app
