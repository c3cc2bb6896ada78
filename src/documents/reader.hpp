// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "documents/format.hpp"

namespace entente::documents {

/// How much a reader takes before it gives up; what is over a limit is left out by name.
struct Limits {
  std::uint64_t document_bytes = 64u << 20;    ///< of one document as it stands, and of its text
  std::uint64_t unpacked_bytes = 16ull << 30;  ///< of all that comes out of one archive, nested ones included
  std::uint64_t ratio = 250;          ///< unpacked bytes for each packed one, once 16 MiB are unpacked
  std::uint64_t members = 1'000'000;  ///< of one archive, nested ones included
  int nesting = 4;                    ///< archives and attachments in one another
  unsigned seconds = 60;              ///< for a program that is called (pdftotext)
};

/// A document within a document: an attachment.
struct Part {
  std::string name;
  std::string bytes;
};

/// What a reader makes of the bytes of one document.
struct Content {
  std::string text;  ///< valid UTF-8
  std::string title, url;
  std::string date;      ///< ISO 8601, as far as it is known, or empty
  std::string encoding;  ///< what the bytes were in, where the format leaves that open
  std::vector<Part> parts;
};

/// A reader of one format: bytes to text and what they say of it. Errors say what is wrong and what would
/// help; who calls knows the name and adds it. No input makes a reader crash, hang, or take more than a small
/// multiple of the limits.
using Reader = Result<Content> (*)(std::string_view bytes, const Limits& limits);

[[nodiscard]] Result<Content> read_text(std::string_view bytes, const Limits& limits);
/// As text; what stands between two lines "---" at the top is read for title, date and url.
[[nodiscard]] Result<Content> read_markdown(std::string_view bytes, const Limits& limits);
[[nodiscard]] Result<Content> read_html(std::string_view bytes, const Limits& limits);
/// By pdftotext and pdfinfo (poppler-utils), called as programs.
[[nodiscard]] Result<Content> read_pdf(std::string_view bytes, const Limits& limits);
[[nodiscard]] Result<Content> read_docx(std::string_view bytes, const Limits& limits);
[[nodiscard]] Result<Content> read_odt(std::string_view bytes, const Limits& limits);
/// The mail's own words; attachments are its parts.
[[nodiscard]] Result<Content> read_mail(std::string_view bytes, const Limits& limits);

/// The reader of a format that is a document itself; null for what holds documents.
[[nodiscard]] Reader reader_of(Format format);

}  // namespace entente::documents
