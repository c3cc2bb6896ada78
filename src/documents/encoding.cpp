// SPDX-License-Identifier: Apache-2.0
#include "documents/encoding.hpp"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "base/utf8.hpp"

namespace entente::documents {

namespace {

/// Code points of 0x80 to 0x9f in windows-1252 as browsers read it; the other bytes are Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

/// Of the bytes looked at; a mark in the middle of a file would say nothing else.
constexpr std::size_t kSampleBytes = 1u << 18;

unsigned char byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char byte = byte_at(bytes, i);
    if (byte >= 0x80 && byte < 0xa0)
      utf8::append(text, kWindows1252[byte - 0x80u]);
    else
      utf8::append(text, byte);
  }
  return text;
}

Error at_byte(const std::string& reason, std::string_view bytes, std::size_t byte_offset) {
  Place place;
  place.byte_offset = byte_offset;
  place.line = 1 + static_cast<std::size_t>(std::count(
                       bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(byte_offset), '\n'));
  return {ErrorKind::input_output, reason + " at byte " + std::to_string(byte_offset), place, {}};
}

/// iconv's name of an encoding as documents call it; browsers and mail programs read the narrow sets as the
/// wider ones that those who write them mean.
std::string usual_name(std::string_view declared) {
  std::string name = utf8::lower(declared.substr(0, 40));
  name.erase(std::remove_if(name.begin(), name.end(),
                            [](char c) { return c == '"' || c == '\'' || c == ' ' || c == '\t'; }),
             name.end());
  struct Alias {
    std::string_view from, to;
  };
  static constexpr std::array<Alias, 14> kAliases{{{"iso-8859-1", "windows-1252"},
                                                   {"iso8859-1", "windows-1252"},
                                                   {"latin1", "windows-1252"},
                                                   {"latin-1", "windows-1252"},
                                                   {"us-ascii", "windows-1252"},
                                                   {"ascii", "windows-1252"},
                                                   {"ansi", "windows-1252"},
                                                   {"cp1252", "windows-1252"},
                                                   {"utf8", "utf-8"},
                                                   {"gb2312", "gb18030"},
                                                   {"gbk", "gb18030"},
                                                   {"shift_jis", "cp932"},
                                                   {"ks_c_5601-1987", "cp949"},
                                                   {"euc-kr", "cp949"}}};
  for (const Alias& alias : kAliases)
    if (name == alias.from) return std::string(alias.to);
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return plain ? name : std::string();
}

/// Closes a converter at the end of a scope.
class Converter {
 public:
  explicit Converter(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {}
  ~Converter() {
    if (known()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  [[nodiscard]] bool known() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr): iconv's own value
  }

  /// U+FFFD for what is not of the encoding; nothing when that is more than one character of a hundred.
  std::optional<std::string> convert(std::string_view bytes) {
    std::string text;
    std::array<char, 1u << 14> buffer{};
    std::size_t wrong = 0, left = bytes.size();
    char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
    while (left > 0) {
      char* out = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t done = ::iconv(handle_, &in, &left, &out, &room);
      text.append(buffer.data(), buffer.size() - room);
      if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      text += "\xEF\xBF\xBD";
      ++wrong, ++in, --left;
      if (wrong > bytes.size() / 100) return std::nullopt;
    }
    return text;
  }

 private:
  iconv_t handle_;
};

std::optional<Decoded> convert(std::string_view bytes, const std::string& encoding) {
  if (encoding == "windows-1252") return Decoded{from_windows_1252(bytes), encoding};
  if (encoding.empty() || encoding == "utf-8" || encoding == "utf-7") return std::nullopt;
  Converter converter(encoding);
  if (!converter.known()) return std::nullopt;
  auto text = converter.convert(bytes);
  if (!text || text->find('\0') != std::string::npos || utf8::first_invalid_byte(*text)) return std::nullopt;
  return Decoded{std::move(*text), encoding};
}

struct Mark {
  std::string_view bytes;
  const char* encoding;
};

/// A byte order mark; UTF-32's begins as UTF-16's does.
const Mark* mark_of(std::string_view bytes) {
  static constexpr std::array<Mark, 5> kMarks{{{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                               {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                               {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                               {{"\xFF\xFE", 2}, "UTF-16LE"},
                                               {{"\xFE\xFF", 2}, "UTF-16BE"}}};
  for (const Mark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return &mark;
  return nullptr;
}

/// Latin text in two bytes a character has a zero in every other byte.
const char* utf16_by_zeros(std::string_view bytes) {
  const std::size_t size = std::min(bytes.size(), kSampleBytes) & ~std::size_t{1};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t pairs = size / 2;
  if (pairs < 4) return nullptr;
  if (zeros[1] * 10 >= pairs * 6 && zeros[0] * 50 <= pairs) return "UTF-16LE";
  if (zeros[0] * 10 >= pairs * 6 && zeros[1] * 50 <= pairs) return "UTF-16BE";
  return nullptr;
}

std::size_t bytes_beyond_ascii(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

/// UTF-8 but for a few bytes: characters of several bytes that are well formed are ten times those that are
/// not.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t right = 0, wrong = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t size = utf8::size_of_character(bytes.substr(i, 4));
    if (size == 0) ++wrong;
    if (size > 1) ++right;
    i += std::max<std::size_t>(size, 1);
  }
  return right >= 10 * wrong;
}

/// Encodings of Latin letters with marks: which one it is cannot be told from a few bytes, and English has
/// theirs from windows-1252.
bool is_latin(std::string_view encoding) {
  static constexpr std::array<std::string_view, 5> kOtherScripts = {"iso-8859-5", "iso-8859-6", "iso-8859-7",
                                                                    "iso-8859-8", "iso-8859-11"};
  static constexpr std::array<std::string_view, 6> kLatin = {
      "windows-1250", "windows-1252", "windows-1254", "windows-1257", "windows-1258", "mac-centraleurope"};
  const auto is_in = [&](const auto& names) {
    return std::find(names.begin(), names.end(), encoding) != names.end();
  };
  return encoding.starts_with("iso-8859-") ? !is_in(kOtherScripts) : is_in(kLatin);
}

std::string detected(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  if (bytes_beyond_ascii(sample) * 20 < sample.size()) return "windows-1252";
  uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, sample.data(), sample.size());
  uchardet_data_end(detector);
  std::string found = usual_name(uchardet_get_charset(detector));
  uchardet_delete(detector);
  return found.empty() || found == "utf-8" || is_latin(found) ? "windows-1252" : found;
}

/// Control characters that no text has, one of fifty.
bool looks_binary(std::string_view text) {
  const std::string_view sample = text.substr(0, kSampleBytes);
  const auto odd = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte != 0x1b) || byte == 0x7f;
  });
  return static_cast<std::size_t>(odd) * 50 > sample.size();
}

Result<Decoded> decode_marked(std::string_view bytes, const Mark& mark) {
  bytes.remove_prefix(mark.bytes.size());
  if (mark.bytes.size() == 3) {
    if (const auto invalid = utf8::first_invalid_byte(bytes))
      return fail(at_byte("not valid UTF-8", bytes, *invalid));
    return Decoded{std::string(bytes), mark.encoding};
  }
  auto decoded = convert(bytes, mark.encoding);
  if (!decoded)
    return fail(ErrorKind::input_output,
                std::string("not valid ") + mark.encoding + ", which it claims to be");
  return std::move(*decoded);
}

Result<Decoded> decode(std::string_view bytes, std::string_view declared) {
  if (const Mark* mark = mark_of(bytes)) return decode_marked(bytes, *mark);
  const std::size_t nul = bytes.find('\0');
  const auto invalid = utf8::first_invalid_byte(bytes);
  const std::string wanted = usual_name(declared);
  if (nul == std::string_view::npos && !invalid) {
    if (wanted.starts_with("iso-2022"))
      if (auto decoded = convert(bytes, wanted)) return std::move(*decoded);
    return Decoded{std::string(bytes), "UTF-8"};
  }
  if (nul != std::string_view::npos) {
    if (const char* encoding = utf16_by_zeros(bytes))
      if (auto decoded = convert(bytes, encoding)) return std::move(*decoded);
    return fail(at_byte("a binary file, not a text: NUL byte", bytes, nul));
  }
  if (auto decoded = convert(bytes, wanted)) return std::move(*decoded);
  if (is_damaged_utf8(bytes)) return fail(at_byte("not valid UTF-8", bytes, *invalid));
  if (auto decoded = convert(bytes, detected(bytes))) return std::move(*decoded);
  return Decoded{from_windows_1252(bytes), "windows-1252"};
}

}  // namespace

Result<Decoded> to_utf8(std::string_view bytes, std::string_view declared) {
  auto decoded = decode(bytes, declared);
  if (!decoded) return decoded;
  if (const std::size_t nul = decoded->text.find('\0'); nul != std::string::npos)
    return fail(at_byte("a binary file, not a text: NUL byte", decoded->text, nul));
  if (looks_binary(decoded->text)) return fail(ErrorKind::input_output, "a binary file, not a text");
  return decoded;
}

void make_valid(std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = utf8::size_of_character(std::string_view(text).substr(i, 4));
    if (size == 0 || text[i] == '\0') text[i] = '?';
    i += std::max<std::size_t>(size, 1);
  }
}

}  // namespace entente::documents
