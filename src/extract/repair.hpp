// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/mapped_text.hpp"
#include "model/reading.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/nouns.hpp"

namespace entente::extract {

/// What stands in front of a paragraph and is no part of its first sentence.
struct Front {
  std::string label;           ///< "Q", "Loans", "MR. SMITH", or empty
  std::string dateline_place;  ///< or empty
  std::string dateline_date;   ///< ISO 8601, or empty
};

/// Every run of white space one blank, none at the ends.
[[nodiscard]] MappedText with_plain_blanks(const MappedText& text);

/// Editors' brackets around a word or a part of it: "[w]e" (we), "[will]" (will).
[[nodiscard]] MappedText without_editors_brackets(const MappedText& text);

/// Accents that stand for apostrophes: "can`t" (can't), "Libya´s" (Libya's).
[[nodiscard]] MappedText with_plain_apostrophes(const MappedText& text);

/// Stops inside an acronym before a hyphen, where they hide it from the tokenizer: "U.S.-backed" (US-backed).
[[nodiscard]] MappedText without_stops_before_hyphens(const MappedText& text);

/// Blanks that punctuation lacks or has too many of: "outbreak.This", "II.China", "countries;Under", " ,who",
/// "virus,By late May" (the comma becomes a full stop there). Addresses, numbers and abbreviations stay.
[[nodiscard]] MappedText with_sentences_parted(const MappedText& text);

/// Cuts the label ("Q:", "Loans:") and the dateline ("LIMA, March 3 - ") off the front.
[[nodiscard]] MappedText without_front(const MappedText& text, bool item, Front& front);

/// Cuts a dateline without a date: a known place and a dash before a whole sentence ("Lima - The army said
/// ...").
[[nodiscard]] MappedText without_place(const MappedText& text, const ontology::Gazetteer& gazetteer,
                                       Front& front);

/// Hyphens between blanks that stand for dashes: "the EU - its biggest partner - said".
[[nodiscard]] MappedText with_dashes(const MappedText& text);

/// Cuts "(ACRO)" behind names out and notes it; bytes of the notes are those of the result.
[[nodiscard]] MappedText without_acronyms(const MappedText& text, const ontology::Gazetteer& gazetteer,
                                          std::vector<AcronymNote>& notes);

/// Writes what misleads the parser in a way that does not: "co-chaired" (chaired), "Vice-President" (Vice
/// President), "President of the European Council Charles Michel" (a comma before the name).
[[nodiscard]] MappedText with_offices_plain(const MappedText& text, const ontology::Gazetteer& gazetteer,
                                            const ontology::Nouns& nouns);

}  // namespace entente::extract
