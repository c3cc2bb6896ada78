// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace entente {

/// Half-open byte range of a text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

}  // namespace entente
