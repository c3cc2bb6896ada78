// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "resolve/nodes.hpp"

namespace entente::resolve {

/// Gives state bodies whose name any state may use ("Ministry of Foreign Affairs", "Supreme Court") the
/// country as their sense, so that those of two states stay apart and one met in several documents is one:
/// the country that stands beside a mention, else the text's only one, else the document.
void part_homonyms(Nodes& nodes, std::uint32_t only_country);

}  // namespace entente::resolve
