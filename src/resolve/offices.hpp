// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "resolve/nodes.hpp"

namespace entente::resolve {

/// Gives persons with a national title and no country ("Prime Minister X") the country that the gazetteer has
/// them lead, when the text names it, else the country that the text is most about. Names are linked by then.
void fill_offices(Nodes& nodes, std::uint32_t main_country);

}  // namespace entente::resolve
