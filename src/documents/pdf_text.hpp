// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente::documents {

/// What pdftotext writes (lines as they are on the page, a form feed behind each page) as running text: the
/// lines of a paragraph joined, words put together that a line's end had cut, page numbers and lines that
/// stand at the top or bottom of page after page left away. A blank line between paragraphs.
[[nodiscard]] std::string running_text(std::string_view pages);

}  // namespace entente::documents
