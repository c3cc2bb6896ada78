// SPDX-License-Identifier: Apache-2.0
#include "exporters/xml.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::exporters {

namespace {

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
  constexpr char32_t kReplacement = 0xFFFD;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = utf8::next(text, i);
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':
        out += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
        break;
      default:
        utf8::append(out, is_xml_character(c) ? c : kReplacement);
    }
  }
  return out;
}

void append_xml(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"' && c != 0x7F;
  });
  if (plain)
    out += text;
  else
    out += xml_escaped(text);
}

}  // namespace entente::exporters
