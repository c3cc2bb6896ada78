// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Appends one byte of a text that has to stay on one line: line feed, carriage return and tab become \n, \r,
/// \t; the characters of `marked` get a backslash before them; all others stay as they are.
inline void append_escaped(std::string& out, char c, std::string_view marked) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      if (marked.find(c) != std::string_view::npos) out += '\\';
      out += c;
  }
}

}  // namespace entente
