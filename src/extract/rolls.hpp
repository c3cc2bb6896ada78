// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/syntax.hpp"

namespace entente::extract {

/// Offices that are said once of several: "Presidents X of Mali and Y of Chad", "the two presidents, X of
/// Mali and Y of Chad", "the presidents of Mali and Chad, X and Y". After read_offices.
void read_rolls(Reading& reading, const Syntax& syntax);

}  // namespace entente::extract
