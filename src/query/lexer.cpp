// SPDX-License-Identifier: Apache-2.0
#include "query/lexer.hpp"

#include <array>
#include <string>

#include "base/utf8.hpp"
#include "query/diagnostics.hpp"

namespace entente::query {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

/// Letters beyond ASCII, roughly: everything but Latin-1 signs, general punctuation, arrows, boxes and CJK
/// punctuation.
bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  if (is_space(c)) return false;
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2010 && c <= 0x206F) && !(c >= 0x20A0 && c <= 0x2BFF) && !(c >= 0x3001 && c <= 0x3004);
}

/// One pass over the text; fails at the first fault.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<Tokens> run() {
    while (skip_blank()) {
      begin_ = at_;
      if (!next_token()) return fail(std::move(error_));
    }
    if (failed_) return fail(std::move(error_));
    Token end;
    end.begin = end.end = text_.size();
    tokens_.push_back(end);
    match_brackets();
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  bool wrong(std::size_t at, std::string_view code, std::string message, std::string hint = {}) {
    error_ = error_at(text_, at, code, std::move(message), std::move(hint));
    failed_ = true;
    return false;
  }

  bool push(TokenKind kind, std::string text) {
    tokens_.push_back({kind, std::move(text), begin_, at_, 0});
    return true;
  }

  /// Moves to the next token; false at the end of the text or at an unfinished comment.
  bool skip_blank() {
    while (at_ < text_.size()) {
      if (peek() == '/' && peek(1) == '/') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (peek() == '/' && peek(1) == '*') {
        const auto close = text_.find("*/", at_ + 2);
        if (close == std::string_view::npos)
          return wrong(at_, "UnexpectedSyntax", "this comment is not closed");
        at_ = close + 2;
      } else {
        auto after = at_;
        if (!is_space(utf8::next(text_, after))) return true;
        at_ = after;
      }
    }
    return false;
  }

  bool next_token() {
    const char c = peek();
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return number();
    if (c == '\'' || c == '"') return string(c);
    if (c == '`') return quoted(TokenKind::quoted_name);
    if (c == '$') return parameter();
    auto after = at_;
    if (is_letter(utf8::next(text_, after))) return push_word(TokenKind::name, begin_);
    return symbol();
  }

  bool push_word(TokenKind kind, std::size_t from) {
    at_ = from;
    while (at_ < text_.size()) {
      auto after = at_;
      const auto c = utf8::next(text_, after);
      if (!is_letter(c) && !(c < 0x80 && is_digit(static_cast<char>(c)))) break;
      at_ = after;
    }
    return push(kind, std::string(text_.substr(from, at_ - from)));
  }

  bool parameter() {
    ++at_;
    if (peek() == '`') return quoted(TokenKind::parameter);
    const auto from = at_;
    auto after = at_;
    if (at_ >= text_.size() || !(is_digit(peek()) || is_letter(utf8::next(text_, after))))
      return wrong(begin_, "UnexpectedSyntax", "'$' must be followed by the name of a parameter");
    return push_word(TokenKind::parameter, from);
  }

  bool quoted(TokenKind kind) {
    std::string name;
    for (++at_; at_ < text_.size(); ++at_) {
      if (peek() == '`' && peek(1) != '`') {
        ++at_;
        return push(kind, std::move(name));
      }
      if (peek() == '`') ++at_;
      name += text_[at_];
    }
    return wrong(begin_, "UnexpectedSyntax", "this quoted name is not closed");
  }

  bool number() {
    TokenKind kind = TokenKind::integer;
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X' || peek(1) == 'o' || peek(1) == 'O')) {
      const bool hex = peek(1) == 'x' || peek(1) == 'X';
      const auto digits = at_ + 2;
      for (at_ = digits; hex ? is_hex(peek()) : (peek() >= '0' && peek() <= '7');) ++at_;
      if (at_ == digits)
        return wrong(begin_, "InvalidNumberLiteral", "a number is expected after '0x' or '0o'");
    } else {
      while (is_digit(peek())) ++at_;
      if (peek() == '.' && is_digit(peek(1))) {
        kind = TokenKind::real;
        for (++at_; is_digit(peek());) ++at_;
      }
      if ((peek() == 'e' || peek() == 'E') &&
          (is_digit(peek(1)) || ((peek(1) == '-' || peek(1) == '+') && is_digit(peek(2))))) {
        kind = TokenKind::real;
        for (at_ += 2; is_digit(peek());) ++at_;
      }
    }
    auto after = at_;
    if (at_ < text_.size() && (is_digit(peek()) || is_letter(utf8::next(text_, after))))
      return wrong(at_, is_key_place() ? "UnexpectedSyntax" : "InvalidNumberLiteral",
                   "a number cannot be followed by a letter");
    return push(kind, std::string(text_.substr(begin_, at_ - begin_)));
  }

  /// Where the name of a property is due, so that it begins with a digit by mistake.
  [[nodiscard]] bool is_key_place() const { return !tokens_.empty() && tokens_.back().text == "{"; }

  bool string(char quote) {
    std::string value;
    ++at_;
    while (at_ < text_.size() && peek() != quote) {
      if (peek() == '\\') {
        if (!escape(value)) return false;
      } else {
        value += text_[at_++];
      }
    }
    if (at_ >= text_.size()) return wrong(begin_, "UnexpectedSyntax", "this string is not closed");
    ++at_;
    return push(TokenKind::string, std::move(value));
  }

  bool escape(std::string& value) {
    const auto start = at_++;
    const char c = peek();
    ++at_;
    switch (c) {
      case '\\':
      case '\'':
      case '"':
      case '`':
      case '/':
        value += c;
        return true;
      case 'n':
        value += '\n';
        return true;
      case 't':
        value += '\t';
        return true;
      case 'r':
        value += '\r';
        return true;
      case 'b':
        value += '\b';
        return true;
      case 'f':
        value += '\f';
        return true;
      case 'u':
        return unicode(value, start, 4);
      case 'U':
        return unicode(value, start, 8);
      default:
        return wrong(start, "UnexpectedSyntax", "unknown escape in a string", "write '\\\\' for a backslash");
    }
  }

  bool unicode(std::string& value, std::size_t start, int digits) {
    std::uint32_t code = 0;
    for (int i = 0; i < digits; ++i, ++at_) {
      const char c = peek();
      if (!is_hex(c))
        return wrong(start, "InvalidUnicodeLiteral",
                     "a Unicode escape needs " + std::to_string(digits) + " hexadecimal digits");
      code = code * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
      return wrong(start, "InvalidUnicodeLiteral", "no Unicode character has this number");
    utf8::append(value, code);
    return true;
  }

  bool symbol() {
    static constexpr std::array<std::string_view, 7> kTwo = {"<>", "<=", ">=", "=~", "..", "+=", "||"};
    static constexpr std::string_view kOne = "()[]{},;.:|+-*/%^=<>&!?";
    for (const auto two : kTwo) {
      if (text_.substr(at_, 2) != two) continue;
      at_ += 2;
      return push(TokenKind::symbol, std::string(two));
    }
    if (kOne.find(peek()) != std::string_view::npos) {
      ++at_;
      return push(TokenKind::symbol, std::string(text_.substr(begin_, 1)));
    }
    (void)utf8::next(text_, at_);
    return wrong(
        begin_, at_ == begin_ + 1 ? "UnexpectedSyntax" : "InvalidUnicodeCharacter",
        "the character '" + std::string(text_.substr(begin_, at_ - begin_)) + "' has no meaning here");
  }

  void match_brackets() {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].kind != TokenKind::symbol || tokens_[i].text.size() != 1) continue;
      const char c = tokens_[i].text[0];
      if (c == '(' || c == '[' || c == '{') open.push_back(i);
      if ((c == ')' || c == ']' || c == '}') && !open.empty()) {
        tokens_[open.back()].closing = static_cast<std::uint32_t>(i);
        open.pop_back();
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0, begin_ = 0;
  Tokens tokens_;
  Error error_;
  bool failed_ = false;
};

}  // namespace

Result<Tokens> tokenize(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    auto error = error_at(text.substr(0, kMaxQueryBytes), kMaxQueryBytes, "QueryTooLong",
                          "the query has more than " + std::to_string(kMaxQueryBytes) + " bytes");
    error.kind = ErrorKind::limit;
    return fail(std::move(error));
  }
  if (const auto bad = utf8::first_invalid_byte(text))
    return fail(error_at(text, *bad, "InvalidUnicodeCharacter", "the query is not well-formed UTF-8"));
  return Lexer(text).run();
}

}  // namespace entente::query
