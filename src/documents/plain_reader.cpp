// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "documents/date.hpp"
#include "documents/encoding.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

namespace {

constexpr std::size_t kLongestFrontMatter = 1u << 14;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.front() == text.back())
    text = text.substr(1, text.size() - 2);
  return text;
}

void take_line(std::string_view line, Content& content) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string name = utf8::lower(trimmed(line.substr(0, colon)));
  const std::string value(trimmed(line.substr(colon + 1)));
  if (name == "title") content.title = value;
  if (name == "date") content.date = day_of(value);
  if (name == "url" || name == "canonical") content.url = value;
}

/// Takes a head between lines "---" off a text and reads it, a "name: value" a line; anything else stays.
void take_front_matter(Content& content) {
  const std::string_view text = content.text;
  const std::size_t begin = text.starts_with("---\n") ? 4 : text.starts_with("---\r\n") ? 5 : 0;
  if (begin == 0) return;
  std::size_t at = begin;
  while (at < text.size() && at < kLongestFrontMatter) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = std::min(end + 1, text.size());
    if (line != "---" && line != "...") continue;
    for (std::size_t from = begin; from < at;) {
      const std::size_t to = std::min(text.find('\n', from), text.size());
      take_line(text.substr(from, to - from), content);
      from = to + 1;
    }
    content.text.erase(0, at);
    return;
  }
}

}  // namespace

Result<Content> read_text(std::string_view bytes, const Limits&) {
  auto decoded = to_utf8(bytes);
  if (!decoded) return fail(std::move(decoded.error()));
  Content content;
  content.text = std::move(decoded->text);
  content.encoding = std::move(decoded->encoding);
  return content;
}

Result<Content> read_markdown(std::string_view bytes, const Limits& limits) {
  auto content = read_text(bytes, limits);
  if (content) take_front_matter(*content);
  return content;
}

Reader reader_of(Format format) {
  switch (format) {
    case Format::text:
      return read_text;
    case Format::markdown:
      return read_markdown;
    case Format::html:
      return read_html;
    case Format::pdf:
      return read_pdf;
    case Format::docx:
      return read_docx;
    case Format::odt:
      return read_odt;
    case Format::mail:
      return read_mail;
    case Format::json_lines:
    case Format::csv:
    case Format::tsv:
    case Format::archive:
      return nullptr;
  }
  return nullptr;
}

}  // namespace entente::documents
