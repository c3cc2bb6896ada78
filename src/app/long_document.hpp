// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"
#include "text/document.hpp"
#include "text/span.hpp"

namespace entente::app {

/// Texts up to here are read as one; longer ones in parts, so that memory and time grow with the length and
/// no faster.
inline constexpr std::size_t kLongestWhole = 1u << 20;
inline constexpr std::size_t kLongestPart = 256u << 10;

/// Cuts a text into parts that together are the text: behind a blank line, else a line break, else a
/// sentence's end, else a blank, else between two characters.
[[nodiscard]] std::vector<Span> cut_text(std::string_view text, std::size_t longest_part);

/// The parts that a document is read in: itself when it is not long.
[[nodiscard]] std::vector<Span> parts_of(const Document& document);

/// A part as a document. It has an id of its own, so that what is named by its place ("group-<id>-<offset>")
/// differs from part to part.
[[nodiscard]] Document part_of(const Document& document, Span span);

/// Reads every part as a document of its own and puts the facts together, with places of the whole. What a
/// part refers to in another one ("the ministry", "he") is not found.
[[nodiscard]] DocumentFacts read_in_parts(const Document& document, const std::vector<Span>& parts,
                                          const std::function<DocumentFacts(const Document&)>& read,
                                          const ontology::Vocabulary& vocabulary);

}  // namespace entente::app
