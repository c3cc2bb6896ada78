// SPDX-License-Identifier: Apache-2.0
#include "cli/statements.hpp"

namespace entente::cli {

namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
}

/// Where a quotation or comment that begins at i ends (one past it); i itself when none begins there.
std::size_t skip_opaque(std::string_view script, std::size_t i) {
  const char c = script[i];
  if (c == '\'' || c == '"' || c == '`') {
    for (std::size_t j = i + 1; j < script.size(); ++j) {
      if (script[j] == '\\' && c != '`') {
        ++j;
      } else if (script[j] == c) {
        return j + 1;
      }
    }
    return script.size();
  }
  const std::string_view two = script.substr(i, 2);
  if (two != "//" && two != "/*") return i;
  const std::string_view closing = two == "//" ? "\n" : "*/";
  const std::size_t end = script.find(closing, i + 2);
  return end == std::string_view::npos ? script.size() : end + closing.size();
}

/// True when there is nothing but white space and comments.
bool is_empty(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text[i] == '/' ? skip_opaque(text, i) : i;
    if (end == i && kBlank.find(text[i]) == std::string_view::npos) return false;
    i = end == i ? i + 1 : end;
  }
  return true;
}

}  // namespace

Statements split_statements(std::string_view script) {
  Statements statements;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < script.size();) {
    if (const std::size_t end = skip_opaque(script, i); end != i) {
      i = end;
      continue;
    }
    ++i;
    if (script[i - 1] != ';') continue;
    const std::string_view statement = script.substr(begin, i - begin);
    if (!is_empty(statement.substr(0, statement.size() - 1)))
      statements.complete.push_back(trimmed(statement));
    begin = i;
  }
  const std::string_view rest = script.substr(begin);
  if (!is_empty(rest)) statements.rest = trimmed(rest);
  return statements;
}

}  // namespace entente::cli
