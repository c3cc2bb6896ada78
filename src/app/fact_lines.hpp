// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/fact_base.hpp"

namespace entente::app {

/// One line that `map` wrote (fact_json.hpp), read back.
struct FactLine {
  std::string made_with;  ///< mark of the program, model and ontology
  DocumentFacts reading;  ///< the document, at most one fact, and the entities that it names
};

/// A line that is none is a data error with this place.
[[nodiscard]] Result<FactLine> read_fact_line(std::string_view line, const Place& place);

/// Adds what a line of the same document says. A fact and an entity stand once; both lists stay sorted by id.
void join_line(DocumentFacts& into, DocumentFacts line);

}  // namespace entente::app
