// SPDX-License-Identifier: Apache-2.0
#include "app/statement_place.hpp"

#include <algorithm>

#include "query/keywords.hpp"

namespace entente::app {

namespace {

using Kind = StatementPlace::Kind;

/// A statement read up to its end: open brackets, and an open quotation or comment.
struct Scan {
  std::vector<char> brackets;  // '(' '{' '[' and 'e', the '[' of an edge
  char quote = 0;              // one of '"` or '/' within a comment
  std::size_t quote_begin = 0;
  std::size_t word_limit = 0;  // no word begins before this
};

/// Where a quotation with this quote ends, one past it; 0 when it does not end.
std::size_t end_of_quote(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && text[begin] != '`') {
      ++i;
    } else if (text[i] == text[begin]) {
      return i + 1;
    }
  }
  return 0;
}

std::size_t end_of_comment(std::string_view text, std::size_t begin) {
  const bool line = text[begin + 1] == '/';
  const std::size_t end = text.find(line ? "\n" : "*/", begin + 2);
  return end == std::string_view::npos ? 0 : end + (line ? 1 : 2);
}

char last_sign(std::string_view text, std::size_t end) {
  while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\n')) --end;
  return end == 0 ? '\0' : text[end - 1];
}

void take_bracket(Scan& scan, std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '[') {
    scan.brackets.push_back(last_sign(text, at) == '-' ? 'e' : '[');
  } else if (c == '(' || c == '{') {
    scan.brackets.push_back(c);
  } else if ((c == ')' || c == ']' || c == '}') && !scan.brackets.empty()) {
    scan.brackets.pop_back();
  }
}

Scan scan_of(std::string_view text) {
  Scan scan;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool quote = c == '\'' || c == '"' || c == '`';
    const bool comment = c == '/' && i + 1 < text.size() && (text[i + 1] == '/' || text[i + 1] == '*');
    if (!quote && !comment) {
      take_bracket(scan, text, i++);
      continue;
    }
    const std::size_t end = quote ? end_of_quote(text, i) : end_of_comment(text, i);
    if (end == 0) {
      scan.quote = quote ? c : '/';
      scan.quote_begin = i;
      return scan;
    }
    i = scan.word_limit = end;
  }
  return scan;
}

bool inside_edge(const Scan& scan) {
  const auto brace = std::find(scan.brackets.rbegin(), scan.brackets.rend(), '{');
  return std::find(scan.brackets.rbegin(), brace, 'e') != brace;
}

/// True when what stands before a dot can have properties: no number and no other dot.
bool is_name_before(std::string_view text, std::size_t dot) {
  if (dot == 0) return false;
  if (std::string_view(")]`").find(text[dot - 1]) != std::string_view::npos) return true;
  std::size_t begin = dot;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return begin < dot && !(text[begin] >= '0' && text[begin] <= '9');
}

Kind kind_of(std::string_view text, std::size_t begin, const Scan& scan) {
  const char touching = begin == 0 ? '\0' : text[begin - 1];
  const char before = last_sign(text, begin);
  const char bracket = scan.brackets.empty() ? '\0' : scan.brackets.back();
  if (touching == '$') return Kind::parameter;
  if (touching == '.' && is_name_before(text, begin - 1)) return Kind::property;
  const bool in_edge = inside_edge(scan);
  const std::size_t edge = in_edge ? text.rfind('[', begin) : std::string_view::npos;
  const bool has_colon =
      edge != std::string_view::npos && text.substr(edge, begin - edge).find(':') != std::string_view::npos;
  if (in_edge && has_colon && std::string_view(":|&!/^(").find(before) != std::string_view::npos &&
      before != '\0')
    return Kind::type;
  if (bracket == '{') return before == '{' || before == ',' ? Kind::key : Kind::word;
  if (before == ':' || (bracket == '(' && (before == '|' || before == '&' || before == '!')))
    return Kind::label;
  return Kind::word;
}

}  // namespace

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

StatementPlace place_at_end(std::string_view text) {
  const Scan scan = scan_of(text);
  if (scan.quote == '/' || scan.quote == '`') return {Kind::nothing, text.size(), 0, false};
  if (scan.quote != 0) return {Kind::name, scan.quote_begin + 1, scan.quote, false};
  std::size_t begin = text.size();
  while (begin > scan.word_limit && is_word_byte(text[begin - 1])) --begin;
  return {kind_of(text, begin, scan), begin, 0, last_sign(text, begin) == '\0'};
}

std::vector<std::string> variables_of(std::string_view text) {
  std::vector<std::string> names;
  std::string last;  // the word or sign before
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\'' || text[i] == '"') {
      const std::size_t end = end_of_quote(text, i);
      if (end == 0) break;
      i = end;
      last.clear();
    } else if (is_word_byte(text[i])) {
      const std::size_t begin = i;
      while (i < text.size() && is_word_byte(text[i])) ++i;
      std::string word(text.substr(begin, i - begin));
      const bool digit = word.front() >= '0' && word.front() <= '9';
      const bool brought_in = last == "(" || last == "[" || query::same_word(last, "AS");
      if (brought_in && !digit && i < text.size() && !query::is_reserved(word)) names.push_back(word);
      last = std::move(word);
    } else {
      if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t') last.assign(1, text[i]);
      ++i;
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace entente::app
