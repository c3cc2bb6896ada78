// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>

namespace entente::utf8 {

namespace {

constexpr std::size_t kBlock = 64;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// NFKD without marks and control characters, and what `more` asks for.
std::string map(std::string_view text, int more) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_STRIPCC | more);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  if (size < 0) return {};
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  std::size_t i = 0;
  while (i < text.size()) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    utf8proc_int32_t code_point = 0;
    const auto size =
        utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(text.size() - i), &code_point);
    if (size <= 0) return i;
    i += static_cast<std::size_t>(size);
  }
  return std::nullopt;
}

char32_t next(std::string_view text, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(text[i]);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  assert(i + size <= text.size() && "utf8::next wants well-formed text");
  char32_t code_point = size == 1 ? lead : lead & (0x7Fu >> size);
  for (std::size_t k = 1; k < size; ++k)
    code_point = (code_point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3F);
  i += size;
  return code_point;
}

void append(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) out += next(text, i);
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char32_t c : text) append(out, c);
  return out;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string lower(std::string_view text) {
  std::string out(text);
  unsigned char all = 0;  // bits of all bytes
  for (char& c : out) {
    all |= static_cast<unsigned char>(c);
    c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 32 : 0));
  }
  if (all < 0x80) return out;
  out.clear();
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      ++i;
    } else if (size_of_character(text.substr(i)) == 0) {
      out += text[i++];
    } else {
      append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(next(text, i)))));
    }
  }
  return out;
}

std::string strip_marks(std::string_view text) {
  return is_ascii(text) ? std::string(text) : map(text, 0);
}

std::string slug(std::string_view text) {
  std::string out;
  if (is_printable_ascii(text)) {  // what most ids are made of needs no tables
    for (const char c : lower(text)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        out += c;
      else if (!out.empty() && out.back() != '-')
        out += '-';
    }
    if (!out.empty() && out.back() == '-') out.pop_back();
    return out;
  }
  const std::string folded = map(text, UTF8PROC_CASEFOLD);
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t begin = i;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(next(folded, i)));
    const bool keep = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO &&
                      category != UTF8PROC_CATEGORY_ME && category != UTF8PROC_CATEGORY_MC &&
                      category != UTF8PROC_CATEGORY_MN;
    if (keep)
      out.append(folded, begin, i - begin);
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::size_t size_of_character(std::string_view bytes) {
  if (bytes.empty()) return 0;
  utf8proc_int32_t code_point = 0;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                                     static_cast<utf8proc_ssize_t>(bytes.size()), &code_point);
  return size <= 0 ? 0 : static_cast<std::size_t>(size);
}

std::string_view next_cluster(std::string_view text, std::size_t& i) {
  const std::size_t begin = i;
  utf8proc_int32_t state = 0;
  auto before = static_cast<utf8proc_int32_t>(next(text, i));
  while (i < text.size()) {
    std::size_t end = i;
    const auto code_point = static_cast<utf8proc_int32_t>(next(text, end));
    if (utf8proc_grapheme_break_stateful(before, code_point, &state)) break;
    before = code_point;
    i = end;
  }
  return text.substr(begin, i - begin);
}

/// Of one cluster. Its code points stand one after another, unless they make up one emoji.
static std::size_t cluster_width(std::string_view cluster) {
  std::size_t width = 0, flags = 0;
  bool joined = false;
  for (std::size_t i = 0; i < cluster.size();) {
    const bool first = i == 0;
    const char32_t c = next(cluster, i);
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
    const bool variant = c == 0x200D || c == 0xFE0F || (c >= 0x1F3FB && c <= 0x1F3FF);
    joined = joined || (variant && !first);
    if (c >= 0x1F1E6 && c <= 0x1F1FF) ++flags;
  }
  return (joined && width > 0) || flags == 2 ? 2 : width;
}

std::size_t display_width(std::string_view text) {
  if (is_ascii(text))
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= 0x20 && c != 0x7f; }));
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += cluster_width(next_cluster(text, i));
  return width;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text), ascii_(is_ascii(text)) {
  if (ascii_) return;
  std::size_t code_point = 0;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if (is_continuation(text[byte])) continue;
    if (code_point % kBlock == 0) byte_of_block_.push_back(static_cast<std::uint32_t>(byte));
    ++code_point;
  }
}

std::size_t CodePointIndex::code_point_of_byte(std::size_t byte_offset) const {
  if (ascii_) return byte_offset;
  if (byte_of_block_.empty()) return 0;
  const auto it = std::upper_bound(byte_of_block_.begin(), byte_of_block_.end(), byte_offset) - 1;
  const auto block = static_cast<std::size_t>(it - byte_of_block_.begin());
  return block * kBlock + length(text_.substr(*it, byte_offset - *it));
}

std::size_t CodePointIndex::byte_of_code_point(std::size_t code_point) const {
  if (ascii_) return code_point;
  const std::size_t block = code_point / kBlock;
  if (block >= byte_of_block_.size()) return text_.size();
  std::size_t byte = byte_of_block_[block];
  for (std::size_t k = code_point % kBlock; k > 0 && byte < text_.size(); --k) {
    ++byte;
    while (byte < text_.size() && is_continuation(text_[byte])) ++byte;
  }
  return byte;
}

}  // namespace entente::utf8
