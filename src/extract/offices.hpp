// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/syntax.hpp"
#include "ontology/nouns.hpp"

namespace entente::extract {

/// Fills office and office_in of the mentions of persons: from the title before the name, from an apposition
/// ("X, the director of Y"), and of phrases for office holders themselves ("its president"). A name and the
/// office phrase beside it become one: the phrase's antecedent is the name. Mentions are sorted and indexed
/// by then.
void read_offices(Reading& reading, const Syntax& syntax, const ontology::Nouns& nouns);

}  // namespace entente::extract
