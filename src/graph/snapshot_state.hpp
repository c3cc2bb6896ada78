// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::graph {

/// What the bytes of a snapshot say that it was made from; empty for bytes that are none. For a first look:
/// only Snapshot::read checks them.
[[nodiscard]] std::string state_in(std::string_view snapshot);

}  // namespace entente::graph
