// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "extract/syntax.hpp"

namespace entente::extract {

/// A noun phrase around its head.
struct Phrase {
  std::uint32_t begin = 0, end = 0;  ///< with determiner, without what comes behind the head
  std::uint32_t name_begin = 0;  ///< first token of what the thing would be called: no determiner, no pronoun
  std::uint32_t of_end = 0;  ///< one past the "of" phrase that belongs to the name; end when there is none
  bool definite = false;     ///< "the", "this", a possessive
  bool plural = false;
};

/// The phrase of a nominal head; coordination, clauses and asides are left out. long_name: a head with
/// nothing before it takes its "on", "for", "between" phrase too ("resolution on ocean waste"). placed: it
/// takes the place that stands behind it ("traders in Arequipa").
[[nodiscard]] Phrase phrase_of(const Syntax& syntax, std::uint32_t head, bool long_name, bool placed = false);

}  // namespace entente::extract
