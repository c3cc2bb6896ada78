// SPDX-License-Identifier: Apache-2.0
#include "text/reader.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace entente {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error unreadable(std::string reason, const std::string& bytes, std::size_t byte_offset,
                 const std::string& name) {
  Place place{.file = name, .byte_offset = byte_offset};
  place.line = 1 + static_cast<std::size_t>(std::count(
                       bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(byte_offset), '\n'));
  return Error{ErrorKind::input_output,
               std::move(reason) + " at byte " + std::to_string(byte_offset),
               std::move(place),
               {}};
}

}  // namespace

Result<Document> document_from_bytes(std::string bytes, std::string name) {
  if (bytes.size() > kMaxTextBytes) {
    return fail(ErrorKind::input_output, "the text is larger than 1 GiB", {.file = std::move(name)},
                "split it");
  }
  if (const std::size_t nul = bytes.find('\0'); nul != std::string::npos) {
    return fail(unreadable("a binary file, not a text: NUL byte", bytes, nul, name));
  }
  if (const auto invalid = utf8::first_invalid_byte(bytes)) {
    return fail(unreadable("not valid UTF-8", bytes, *invalid, name));
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  return make_document(std::move(bytes), std::move(name));
}

}  // namespace entente
