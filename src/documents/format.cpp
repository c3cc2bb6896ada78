// SPDX-License-Identifier: Apache-2.0
#include "documents/format.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace entente::documents {

namespace {

struct Suffix {
  std::string_view text;
  Format format;
};

constexpr std::array<Suffix, 28> kSuffixes{{
    {".txt", Format::text},          {".text", Format::text},    {".md", Format::markdown},
    {".markdown", Format::markdown}, {".html", Format::html},    {".htm", Format::html},
    {".xhtml", Format::html},        {".pdf", Format::pdf},      {".docx", Format::docx},
    {".odt", Format::odt},           {".eml", Format::mail},     {".jsonl", Format::json_lines},
    {".ndjson", Format::json_lines}, {".csv", Format::csv},      {".tsv", Format::tsv},
    {".zip", Format::archive},       {".tar", Format::archive},  {".tgz", Format::archive},
    {".tbz2", Format::archive},      {".txz", Format::archive},  {".tzst", Format::archive},
    {".gz", Format::archive},        {".bz2", Format::archive},  {".xz", Format::archive},
    {".zst", Format::archive},       {".lzma", Format::archive}, {".tbz", Format::archive},
    {".taz", Format::archive},
}};

constexpr std::array<std::string_view, 11> kNames = {"text", "markdown", "html", "pdf", "docx",   "odt",
                                                     "mail", "jsonl",    "csv",  "tsv", "archive"};

bool has_at(std::string_view bytes, std::size_t at, std::string_view sign) {
  return bytes.size() >= at + sign.size() && bytes.substr(at, sign.size()) == sign;
}

/// A zip file that is a word processor's: such programs write these members first.
Format kind_of_zip(std::string_view head) {
  if (head.find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos)
    return Format::odt;
  if (head.find("word/document.xml") != std::string_view::npos ||
      (head.find("[Content_Types].xml") == 30 && head.find("xl/") == std::string_view::npos &&
       head.find("ppt/") == std::string_view::npos))
    return Format::docx;
  return Format::archive;
}

std::optional<Format> by_signature(std::string_view head) {
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Format::pdf;
  if (has_at(head, 0, "PK\x03\x04")) return kind_of_zip(head);
  for (const std::string_view sign :
       {std::string_view("\x1f\x8b"), std::string_view("BZh"), std::string_view("\xfd\x37zXZ\0", 6),
        std::string_view("\x28\xb5\x2f\xfd"), std::string_view("PK\x05\x06")})
    if (has_at(head, 0, sign)) return Format::archive;
  if (has_at(head, 257, "ustar")) return Format::archive;
  return std::nullopt;
}

std::string_view trimmed_start(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : head.substr(begin);
}

bool looks_like_html(std::string_view head) {
  const std::string start = utf8::lower(trimmed_start(head).substr(0, 2000));
  const auto begins = [&](std::string_view with) { return std::string_view(start).starts_with(with); };
  return begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body") ||
         (begins("<?xml") && start.find("<html") != std::string::npos) ||
         (begins("<!--") && start.find("<html") != std::string::npos);
}

/// Two header lines or more, one of them of those that mails have.
bool looks_like_mail(std::string_view head) {
  static constexpr std::array<std::string_view, 8> kUsual = {
      "received:", "return-path:", "message-id:",   "date:",
      "from:",     "subject:",     "delivered-to:", "mime-version:"};
  std::size_t lines = 0, usual = 0;
  while (!head.empty() && lines < 40) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (lines == 0) return false;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 ||
        line.substr(0, colon).find(' ') != std::string_view::npos)
      return false;
    ++lines;
    const std::string name = utf8::lower(line.substr(0, colon + 1));
    usual += static_cast<std::size_t>(std::count(kUsual.begin(), kUsual.end(), name));
  }
  return usual >= 3;
}

}  // namespace

std::optional<Format> format_by_name(std::string_view name) {
  const std::size_t slash = name.find_last_of('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return std::nullopt;
  const std::string suffix = utf8::lower(name.substr(dot));
  const auto found = std::find_if(kSuffixes.begin(), kSuffixes.end(),
                                  [&](const Suffix& known) { return known.text == suffix; });
  return found == kSuffixes.end() ? std::nullopt : std::optional(found->format);
}

std::optional<Format> format_by_content(std::string_view head) {
  if (const auto format = by_signature(head)) return format;
  if (looks_like_html(head)) return Format::html;
  if (trimmed_start(head).starts_with("{\"")) return Format::json_lines;
  if (looks_like_mail(head)) return Format::mail;
  return std::nullopt;
}

std::optional<Format> format_of(std::string_view name, std::string_view head) {
  const auto named = format_by_name(name), signed_as = by_signature(head);
  // A word processor's file may hold its members in any order: the suffix knows better than the first of
  // them.
  if (signed_as == Format::archive && (named == Format::docx || named == Format::odt)) return named;
  if (signed_as && !(signed_as == Format::docx && named == Format::archive)) return signed_as;
  if (named) return named;
  return format_by_content(head);
}

std::string_view name_of(Format format) {
  return kNames[static_cast<std::size_t>(format)];
}

std::optional<Format> format_from_name(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Format>(found - kNames.begin());
}

}  // namespace entente::documents
