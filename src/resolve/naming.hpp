// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::resolve {

/// What two spellings of one name share: lower case, no marks, no possessive, words parted by one blank, no
/// leading article.
[[nodiscard]] std::string plain_name(std::string_view name);

/// Words of a plain name.
[[nodiscard]] std::vector<std::string> words_of(std::string_view plain);

/// "United Nations Development Programme" -> "UNDP"; capital words only.
[[nodiscard]] std::string initials_of(std::string_view name);

/// Last word in front of the first "of", "for", "on" or "against": "council" of "council for rural women";
/// the last word where there is none. words: at least one.
[[nodiscard]] const std::string& core_end(const std::vector<std::string>& words);

/// True when a short name can stand for a longer one: its words are the last or the first words of it.
[[nodiscard]] bool is_short_form(std::string_view short_plain, std::string_view full_plain);

/// "{slug}-{6 hex of SHA-256 of name and sense}", see ONTOLOGY 5. The sense tells apart what shares a name;
/// may be empty.
[[nodiscard]] std::string entity_id(std::string_view name, std::string_view sense);

}  // namespace entente::resolve
