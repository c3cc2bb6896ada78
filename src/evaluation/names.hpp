// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// How names and relation names are made comparable. The same rules as gold/score_gold.py, function by
/// function, so that both scorers give the same counts; tests/evaluation/compare.py holds them together.
namespace entente::evaluation {

/// Lower case, marks, possessives, punctuation and the leading article gone: "The U.N.'s" -> "un".
[[nodiscard]] std::string normal_name(std::string_view name);

/// Words of a normalised name without function words; number words as digits.
[[nodiscard]] std::vector<std::string> content_words(std::string_view name);

/// A plural's -s taken off.
[[nodiscard]] std::string stem(std::string_view word);

/// The words that hold a digit.
[[nodiscard]] std::set<std::string> numbers_of(const std::set<std::string>& words);

/// Initials of the capitalised words, lower case; nothing for fewer than two words or capitals.
[[nodiscard]] std::optional<std::string> acronym_of(std::string_view name);

/// True for words that stand before a name without being part of it ("president").
[[nodiscard]] bool is_title(std::string_view word);

/// True for words that say nothing about a time or quantity by themselves ("around").
[[nodiscard]] bool is_weak(std::string_view word);

/// Possible base forms of an English verb form.
[[nodiscard]] std::set<std::string> verb_lemmas(const std::string& word);

/// snake_case of any spelling: "providedAidTo", "Provided aid to" -> "provided_aid_to".
[[nodiscard]] std::string relation_name(std::string_view name);

/// Every run of white space one space.
[[nodiscard]] std::string one_line(std::string_view text);

/// Pieces between separators, empty ones too.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// Without leading and trailing ASCII spaces.
[[nodiscard]] std::string trimmed(std::string_view text);

}  // namespace entente::evaluation
