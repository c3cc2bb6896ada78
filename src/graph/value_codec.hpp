// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "graph/value.hpp"

namespace entente::graph {

/// How deep lists and maps may stand within each other; what is deeper is written as null.
inline constexpr int kDeepestValue = 300;

/// Any property value as bytes, and back. Bytes that no write gave become some value; the reader is then not
/// ok.
void write_value(ByteWriter& out, const Value& value, int depth = 0);
[[nodiscard]] Value read_value(ByteReader& in, int depth = 0);

}  // namespace entente::graph
