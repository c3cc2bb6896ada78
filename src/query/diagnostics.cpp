// SPDX-License-Identifier: Apache-2.0
#include "query/diagnostics.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/utf8.hpp"
#include "query/query.hpp"

namespace entente::query {

Place place_of(std::string_view text, std::size_t byte_offset) {
  const auto before = text.substr(0, std::min(byte_offset, text.size()));
  const auto newline = before.rfind('\n');
  const auto line_start = newline == std::string_view::npos ? 0 : newline + 1;
  Place place;
  place.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  // Counted by lead bytes, so that a place in ill-formed text is safe to ask for.
  place.column = 1;
  for (const char c : before.substr(line_start))
    if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) ++place.column;
  place.byte_offset = byte_offset;
  return place;
}

Error error_at(std::string_view text, std::size_t byte_offset, std::string_view code, std::string message,
               std::string hint) {
  Error error;
  error.kind = ErrorKind::data;
  error.message = std::move(message);
  error.place = place_of(text, byte_offset);
  error.hint = std::move(hint);
  error.code = std::string(code);
  return error;
}

std::string hint_for(std::string_view wrong, const std::vector<std::string>& candidates) {
  const auto near = did_you_mean(wrong, candidates);
  return near ? "did you mean '" + *near + "'?" : std::string();
}

namespace {

constexpr std::size_t kMaxShownColumns = 100;

std::string_view line_of(std::string_view text, std::size_t line) {
  std::size_t begin = 0;
  for (std::size_t i = 1; i < line; ++i) {
    const auto newline = text.find('\n', begin);
    if (newline == std::string_view::npos) return {};
    begin = newline + 1;
  }
  return text.substr(begin, text.find('\n', begin) - begin);
}

}  // namespace

std::string with_caret(const Error& error, std::string_view query_text) {
  std::string out = to_text(error);
  if (error.place.line == 0 || error.place.column == 0) return out;
  const auto line = line_of(query_text, error.place.line);
  if (utf8::first_invalid_byte(line)) return out;
  auto shown = utf8::decode(line);
  std::replace(shown.begin(), shown.end(), U'\t', U' ');
  auto column = error.place.column - 1;
  if (column > shown.size()) return out;
  const auto cut = column > kMaxShownColumns / 2 ? column - kMaxShownColumns / 2 : 0;
  shown = shown.substr(cut, kMaxShownColumns);
  column -= cut;
  const auto lead = utf8::encode(shown.substr(0, column));
  return out + "\n  " + utf8::encode(shown) + "\n  " + std::string(utf8::display_width(lead), ' ') + "^";
}

}  // namespace entente::query
