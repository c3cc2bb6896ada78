// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace entente {

namespace detail {

template <std::size_t N, std::size_t... I>
[[gnu::always_inline]] inline bool equals_any(std::string_view word, const std::string_view (&list)[N],
                                              std::index_sequence<I...>) {
  return ((word == list[I]) || ...);
}

}  // namespace detail

/// True when word is one of the words written out in the list: one_of(word, {"in", "at"}). Inlined, so that a
/// few words cost a few comparisons of numbers.
template <std::size_t N>
[[gnu::always_inline]] inline bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return detail::equals_any(word, list, std::make_index_sequence<N>{});
}

/// The same of a list that is passed on.
[[nodiscard]] inline bool is_among(std::string_view word, std::initializer_list<std::string_view> list) {
  for (const std::string_view each : list)
    if (each == word) return true;
  return false;
}

}  // namespace entente
