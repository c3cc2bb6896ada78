// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace entente::exporters {

/// A number in decimal notation, at most so many digits behind the point, at least one, no trailing zeros, no
/// locale, never
/// "-0.0"; numbers that are not finite are 0.0.
[[nodiscard]] std::string decimal(double number, int digits);

}  // namespace entente::exporters
