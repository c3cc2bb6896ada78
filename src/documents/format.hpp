// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::documents {

/// What kinds of input there are. Everything from json_lines on holds documents and is none itself.
enum class Format { text, markdown, html, pdf, docx, odt, mail, json_lines, csv, tsv, archive };

/// Bytes of a beginning that format_by_content needs at most.
inline constexpr std::size_t kHeadBytes = 4096;

/// The format that a file's suffix stands for; nothing for one that entente does not know.
[[nodiscard]] std::optional<Format> format_by_name(std::string_view name);

/// The format that the beginning of a file gives away; nothing where it could be any text.
[[nodiscard]] std::optional<Format> format_by_content(std::string_view head);

/// What a file is: a signature of a binary format first, then its suffix, then what its beginning looks like.
/// Nothing: its suffix is unknown and it does not look like anything but plain text.
[[nodiscard]] std::optional<Format> format_of(std::string_view name, std::string_view head);

/// A name for reports and the option --input; and back.
[[nodiscard]] std::string_view name_of(Format format);
[[nodiscard]] std::optional<Format> format_from_name(std::string_view name);

}  // namespace entente::documents
