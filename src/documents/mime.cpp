// SPDX-License-Identifier: Apache-2.0
#include "documents/mime.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "documents/encoding.hpp"

namespace entente::documents {

namespace {

constexpr std::size_t kLongestHeader = 1u << 16;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The next line with its end; text moves behind it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  return line;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// Two hexadecimal digits at a place.
std::optional<char> byte_at(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || hex(text[at]) < 0 || hex(text[at + 1]) < 0) return std::nullopt;
  return static_cast<char>(hex(text[at]) * 16 + hex(text[at + 1]));
}

std::string from_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    if (c >= '0' && c <= '9') value = c - '0' + 52;
    if (c == '+' || c == '-') value = 62;
    if (c == '/' || c == '_') value = 63;
    if (c == '=') break;
    if (value < 0) continue;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xffffffU;
    if (++count % 4 != 1)
      bytes += static_cast<char>(bits >> (count % 4 == 0 ? 0U : count % 4 == 3 ? 2U : 4U) & 0xffU);
  }
  return bytes;
}

/// header: '_' is a blank.
std::string from_quoted_printable(std::string_view text, bool header) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (header && text[i] == '_') {
      bytes += ' ';
    } else if (text[i] != '=') {
      bytes += text[i];
    } else if (const auto byte = byte_at(text, i + 1)) {
      bytes += *byte;
      i += 2;
    } else {
      std::size_t end = i + 1;  // a line's end that is none
      while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r')) ++end;
      if (end < text.size() && text[end] == '\n')
        i = end;
      else
        bytes += '=';
    }
  }
  return bytes;
}

std::string as_utf8(const std::string& bytes, std::string_view charset) {
  auto decoded = to_utf8(bytes, charset);
  std::string text = decoded ? std::move(decoded->text) : bytes;
  make_valid(text);
  return text;
}

/// "=?charset?B?...?=" at a place; i moves behind it.
std::optional<std::string> encoded_word(std::string_view value, std::size_t& i) {
  if (!value.substr(i).starts_with("=?")) return std::nullopt;
  const std::size_t charset_end = value.find('?', i + 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= value.size() ||
      value[charset_end + 2] != '?')
    return std::nullopt;
  const std::size_t end = value.find("?=", charset_end + 3);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view charset = value.substr(i + 2, charset_end - i - 2);
  charset = charset.substr(0, charset.find('*'));  // a language may follow
  const std::string_view text = value.substr(charset_end + 3, end - charset_end - 3);
  const bool base64 = value[charset_end + 1] == 'B' || value[charset_end + 1] == 'b';
  i = end + 2;
  return as_utf8(base64 ? from_base64(text) : from_quoted_printable(text, true), charset);
}

/// "value; name=x; other="y z"": the value, and the parameters by name, in lower case.
struct Parameters {
  std::string value;
  std::vector<std::pair<std::string, std::string>> named;
  [[nodiscard]] std::string get(std::string_view name) const {
    for (const auto& [key, text] : named)
      if (key == name) return text;
    return {};
  }
};

Parameters parse_parameters(std::string_view header) {
  Parameters result;
  std::size_t at = std::min(header.find(';'), header.size());
  result.value = utf8::lower(trimmed(header.substr(0, at)));
  while (at < header.size() && result.named.size() < 32) {
    ++at;
    const std::size_t equals = header.find('=', at);
    if (equals == std::string_view::npos) break;
    const std::string name = utf8::lower(trimmed(header.substr(at, equals - at)));
    std::string value;
    at = header.find_first_not_of(" \t\r\n", equals + 1);
    if (at != std::string_view::npos && header[at] == '"') {
      for (++at; at < header.size() && header[at] != '"'; ++at) {
        if (header[at] == '\\' && at + 1 < header.size()) ++at;
        value += header[at];
      }
      at = std::min(header.find(';', at), header.size());
    } else {
      at = std::min(at, header.size());
      const std::size_t end = std::min(header.find(';', at), header.size());
      value = trimmed(header.substr(at, end - at));
      at = end;
    }
    result.named.emplace_back(name, std::move(value));
  }
  return result;
}

/// A file's name as RFC 2231 writes it: "UTF-8''caf%C3%A9.pdf".
std::string extended_value(const std::string& value) {
  const std::size_t first = value.find('\''), second = value.find('\'', first + 1);
  if (first == std::string::npos || second == std::string::npos) return value;
  std::string bytes;
  for (std::size_t i = second + 1; i < value.size(); ++i) {
    const auto byte = value[i] == '%' ? byte_at(value, i + 1) : std::nullopt;
    bytes += byte ? *byte : value[i];
    if (byte) i += 2;
  }
  return as_utf8(bytes, value.substr(0, first));
}

std::string file_name(const Parameters& parameters, const char* name) {
  const std::string extended = parameters.get(std::string(name) + "*");
  std::string found = extended.empty() ? decoded_header(parameters.get(name)) : extended_value(extended);
  std::replace_if(
      found.begin(), found.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '/'; },
      '_');
  found.resize(std::min<std::size_t>(found.size(), 200));
  make_valid(found);  // cut within a character, or never decoded
  return found;
}

void take_header(const std::string& name, std::string_view value, MimePart& part) {
  if (name == "subject" && part.subject.empty()) part.subject = decoded_header(value);
  if (name == "date" && part.date.empty()) part.date = std::string(trimmed(value));
  if (name == "content-transfer-encoding") part.transfer = utf8::lower(trimmed(value));
  if (name == "content-type") {
    const Parameters parameters = parse_parameters(value);
    if (!parameters.value.empty()) part.type = parameters.value;
    part.charset = parameters.get("charset");
    part.boundary = parameters.get("boundary");
    if (part.name.empty()) part.name = file_name(parameters, "name");
  }
  if (name == "content-disposition") {
    const Parameters parameters = parse_parameters(value);
    part.disposition = parameters.value;
    if (const std::string given = file_name(parameters, "filename"); !given.empty()) part.name = given;
  }
}

}  // namespace

std::string decoded_header(std::string_view value) {
  value = trimmed(value.substr(0, kLongestHeader));
  std::string text, plain;
  bool after_word = false;
  const auto add_plain = [&](bool before_word) {
    // Blanks between two encoded words are none.
    if (!(after_word && before_word && trimmed(plain).empty())) text += as_utf8(plain, {});
    plain.clear();
  };
  for (std::size_t i = 0; i < value.size();) {
    if (const auto word = encoded_word(value, i)) {
      add_plain(true);
      text += *word;
      after_word = true;
    } else {
      plain += value[i++];
    }
  }
  add_plain(false);
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

MimePart read_part(std::string_view bytes) {
  MimePart part;
  part.type = "text/plain";
  std::string name, value;
  const auto finish = [&] {
    if (!name.empty()) take_header(name, value, part);
    name.clear();
    value.clear();
  };
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (trimmed(line).empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (value.size() < kLongestHeader) value += line;
      continue;
    }
    finish();
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;  // "From " of a mailbox, or no header
    name = utf8::lower(trimmed(line.substr(0, std::min<std::size_t>(colon, 100))));
    value = line.substr(colon + 1, kLongestHeader);
  }
  finish();
  part.body = bytes;
  return part;
}

std::vector<std::string_view> split_multipart(std::string_view body, const std::string& boundary,
                                              std::size_t most) {
  std::vector<std::string_view> parts;
  if (boundary.empty()) return parts;
  const std::string mark = "--" + boundary;
  const std::string_view whole = body;
  std::size_t begin = std::string_view::npos;
  while (!body.empty()) {
    const std::size_t at = whole.size() - body.size();
    const std::string_view line = take_line(body);
    if (!line.starts_with(mark)) continue;
    const std::string_view rest = trimmed(line.substr(mark.size()));
    if (!rest.empty() && rest != "--") continue;
    if (begin != std::string_view::npos) parts.push_back(whole.substr(begin, at - begin));
    begin = rest == "--" ? std::string_view::npos : whole.size() - body.size();
    if (rest == "--" || parts.size() >= most) return parts;
  }
  if (begin != std::string_view::npos) parts.push_back(whole.substr(begin));  // cut off
  return parts;
}

std::string decoded_body(const MimePart& part) {
  if (part.transfer == "base64") return from_base64(part.body);
  if (part.transfer == "quoted-printable") return from_quoted_printable(part.body, false);
  return std::string(part.body);
}

}  // namespace entente::documents
