// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace entente::resolve {

/// What is kept of a text to find its near copies: of the runs of four words the smallest hash of each of 128
/// parts (one permutation MinHash), eight bits of it (b-bit MinHash). The share of equal places estimates the
/// share of runs that two texts have in common (Jaccard), within about 0.04.
using Signature = std::array<std::uint8_t, 128>;

/// Texts that have so much in common are near copies: a report of an agency in two papers, each with a
/// headline and a byline of its own.
inline constexpr double kNearCopy = 0.7;

/// Texts with fewer different runs are never judged: two papers may find the same few words by themselves.
inline constexpr std::size_t kFewestRuns = 24;

/// Nothing for a text that is too short.
[[nodiscard]] std::optional<Signature> signature_of(std::string_view text);

/// Of the document's text or, where that is not kept, as the document has it in hex digits.
[[nodiscard]] std::optional<Signature> signature_of(const Document& document);

/// As 256 hex digits; empty for none.
[[nodiscard]] std::string signature_text(const std::optional<Signature>& signature);

/// One text by its id.
struct Signed {
  std::string id;
  Signature signature;
};

/// Near copies, and copies of those, form a group; its smallest id stands for it. Gives for every other
/// member of a group that id. Depends on the set of texts alone. Candidates are found by bands of the
/// signatures, so that time grows little faster than their number.
[[nodiscard]] std::map<std::string, std::string, std::less<>> near_copies(const std::vector<Signed>& texts);

}  // namespace entente::resolve
