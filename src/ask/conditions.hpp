// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ask/interpretation.hpp"

/// Pieces of path query text.
namespace entente::ask {

[[nodiscard]] std::string literal(const std::string& text);
[[nodiscard]] std::string literal_list(const std::vector<std::string>& list);
[[nodiscard]] std::string joined(const std::vector<std::string>& list, const std::string& between);

/// Variables of one part's edge in a query.
struct Variables {
  std::string subject, edge, object;
};

/// The act happened there: the edge's own place or meeting, its sentence, what an end belongs to, or where
/// the subject was.
[[nodiscard]] std::string place_condition(const std::string& place, const Variables& own);

/// "a" and "b" of "a|b".
[[nodiscard]] std::vector<std::string> ways_of(const std::string& word);

/// The edge's sentence says the word, or where the part wants that, the edge itself does.
[[nodiscard]] std::string word_condition(const Interpretation& part, const std::string& word,
                                         const Variables& own);

/// By dates where both sides have them, else by the words: month, year, day. Empty when the words say
/// nothing.
[[nodiscard]] std::string time_condition(const TimeWords& time, const std::string& edge);

}  // namespace entente::ask
