// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/mapped_text.hpp"
#include "ontology/gazetteer.hpp"

namespace entente::extract {

/// Headlines list actors without "and": "Russia, China hold talks" becomes "Russia and China hold talks",
/// which the parser knows. Only two states, bodies or capitals in front, before a word in lower case.
[[nodiscard]] MappedText with_headline_pair(const MappedText& text, const ontology::Gazetteer& gazetteer);

}  // namespace entente::extract
