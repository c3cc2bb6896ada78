// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/fact_base.hpp"

namespace entente::importers {

/// Reads what exporters::write_turtle wrote back into documents (without their texts), entities and facts
/// with their evidence, sorted by id. What the export does not hold is empty: texts, numbers of mentions; a
/// piece of evidence has the confidence of its fact. Turtle that is no export of entente, or refers to what
/// is not in it, is a data error with line and column.
[[nodiscard]] Result<FactBase> read_turtle_facts(std::string_view text, const std::string& file_name);

}  // namespace entente::importers
