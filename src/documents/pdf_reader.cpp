// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "documents/date.hpp"
#include "documents/encoding.hpp"
#include "documents/pdf_text.hpp"
#include "documents/process.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

namespace {

Result<std::string> called(std::vector<std::string> command, std::string_view bytes, const Limits& limits) {
  ProcessOptions options{std::move(command), limits.seconds, limits.document_bytes};
  auto result = run_program(bytes, options);
  if (!result) {
    if (result.error().message.ends_with("is not installed"))
      result.error().hint = "apt-get install poppler-utils, which reads PDF files for entente";
    return fail(std::move(result.error()));
  }
  if (result->exit_code != 0) {
    const bool locked = result->messages.find("assword") != std::string::npos;
    return fail(ErrorKind::input_output, locked ? "the PDF file asks for a password"
                                                : "not a PDF file that can be read, or a damaged one");
  }
  make_valid(result->output);
  return std::move(result->output);
}

/// The value behind "Name:" at the beginning of a line.
std::string value_of(std::string_view info, std::string_view name) {
  for (std::size_t at = 0; at < info.size();) {
    const std::size_t end = std::min(info.find('\n', at), info.size());
    const std::string_view line = info.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with(name)) continue;
    const std::size_t begin = line.find_first_not_of(" \t", name.size());
    return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin));
  }
  return {};
}

}  // namespace

Result<Content> read_pdf(std::string_view bytes, const Limits& limits) {
  const auto pages = called({"pdftotext", "-q", "-enc", "UTF-8", kInputFile, "-"}, bytes, limits);
  if (!pages) return fail(pages.error());
  Content content;
  content.text = running_text(*pages);
  if (content.text.empty())
    return fail(ErrorKind::input_output, "the PDF file has no text", {},
                "a scanned one must be read by a program for that first (OCR)");
  if (const auto info = called({"pdfinfo", "-isodates", "-enc", "UTF-8", kInputFile}, bytes, limits)) {
    content.title = value_of(*info, "Title:");
    content.date = day_of(value_of(*info, "CreationDate:"));
  }
  return content;
}

}  // namespace entente::documents
