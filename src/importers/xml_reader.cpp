// SPDX-License-Identifier: Apache-2.0
#include "importers/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/utf8.hpp"

namespace entente::importers {

namespace {

constexpr std::size_t kDeepest = 64;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string without_prefix(const std::string& name) {
  const std::size_t colon = name.find(':');
  return colon == std::string::npos ? name : name.substr(colon + 1);
}

/// What stands between & and ; as text; false where there is no such reference.
bool append_reference(std::string_view name, std::string& out) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kNamed = {
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
  for (const auto& [known, character] : kNamed) {
    if (known != name) continue;
    out += character;
    return true;
  }
  if (name.size() < 2 || name.front() != '#') return false;
  const bool hex = name[1] == 'x';
  name.remove_prefix(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
  const bool surrogate = code >= 0xd800 && code <= 0xdfff;
  if (read.ec != std::errc() || read.ptr != name.data() + name.size() || code == 0 || code > 0x10ffff ||
      surrogate)
    return false;
  utf8::append(out, static_cast<char32_t>(code));
  return true;
}

}  // namespace

Error XmlReader::error_at(std::size_t byte, std::string message, std::string hint) const {
  const std::string_view before = text_.substr(0, byte);
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0
  std::size_t column = 1;
  for (const char c : before.substr(begin))
    if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) ++column;
  return {ErrorKind::data, std::move(message), Place{file_, lines + 1, column}, std::move(hint)};
}

std::string XmlReader::attribute(const std::string& name) const {
  const auto found = attributes_.find(name);
  return found == attributes_.end() ? std::string() : found->second;
}

Status XmlReader::skip_past(std::string_view end, const char* what) {
  const std::size_t found = text_.find(end, at_);
  if (found == std::string_view::npos) return fail(error_at(at_, std::string(what) + " does not end"));
  at_ = found + end.size();
  return {};
}

void XmlReader::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

/// Comments and processing instructions.
Result<bool> XmlReader::skip_unread() {
  Status skipped;
  if (starts("<!--"))
    skipped = skip_past("-->", "this comment");
  else if (starts("<?"))
    skipped = skip_past("?>", "this instruction");
  else if (starts("<!DOCTYPE"))
    return fail(error_at(at_, "document type declarations are not read"));
  else
    return false;
  if (!skipped) return fail(skipped.error());
  return true;
}

Result<XmlReader::Event> XmlReader::next() {
  if (closes_) {
    closes_ = false;
    name_ = without_prefix(open_.back());
    open_.pop_back();
    return Event::end;
  }
  while (true) {
    if (open_.empty()) skip_space();
    if (at_ == 0 && starts("\xef\xbb\xbf")) at_ = 3;
    part_ = at_;
    if (at_ >= text_.size()) {
      if (open_.empty() && root_read_) return Event::done;
      return fail(error_at(at_, open_.empty() ? "this is no XML: it has no element"
                                              : "the element '" + open_.back() + "' does not end"));
    }
    const auto skipped = skip_unread();
    if (!skipped) return fail(skipped.error());
    if (*skipped) continue;
    if (open_.empty() && (root_read_ || text_[at_] != '<'))
      return fail(error_at(at_, "this is no XML: there is text outside of the elements"));
    if (text_[at_] != '<' || starts("<![CDATA[")) return read_text();
    return starts("</") ? read_end() : read_begin();
  }
}

Result<XmlReader::Event> XmlReader::read_text() {
  value_.clear();
  if (starts("<![CDATA[")) {
    const std::size_t begin = at_ + 9;
    if (auto skipped = skip_past("]]>", "this CDATA section"); !skipped) return fail(skipped.error());
    value_ = text_.substr(begin, at_ - 3 - begin);
    return Event::text;
  }
  const std::size_t end = std::min(text_.find('<', at_), text_.size());
  if (auto added = append_text(text_.substr(at_, end - at_), at_, value_); !added) return fail(added.error());
  at_ = end;
  return Event::text;
}

Status XmlReader::append_text(std::string_view raw, std::size_t byte, std::string& out) const {
  if (const auto invalid = utf8::first_invalid_byte(raw))
    return fail(error_at(byte + *invalid, "this is not valid UTF-8"));
  while (!raw.empty()) {
    const std::size_t mark = std::min(raw.find('&'), raw.size());
    out += raw.substr(0, mark);
    if (mark == raw.size()) return {};
    const std::size_t end = raw.find(';', mark);
    if (end == std::string_view::npos || !append_reference(raw.substr(mark + 1, end - mark - 1), out))
      return fail(error_at(byte + mark, "this reference is not known"));
    byte += end + 1;
    raw.remove_prefix(end + 1);
  }
  return {};
}

std::string XmlReader::read_name() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && !is_space(text_[at_]) &&
         std::string_view("<>/=\"'&").find(text_[at_]) == std::string_view::npos)
    ++at_;
  return std::string(text_.substr(begin, at_ - begin));
}

Result<XmlReader::Event> XmlReader::read_end() {
  at_ += 2;
  const std::string name = read_name();
  skip_space();
  if (open_.empty() || open_.back() != name || !starts(">"))
    return fail(error_at(part_, "this end tag does not fit" +
                                    (open_.empty() ? std::string() : ": '" + open_.back() + "' is open")));
  ++at_;
  open_.pop_back();
  name_ = without_prefix(name);
  return Event::end;
}

Result<XmlReader::Event> XmlReader::read_begin() {
  ++at_;
  const std::string name = read_name();
  if (name.empty()) return fail(error_at(part_, "this tag has no name"));
  if (open_.size() >= kDeepest) return fail(error_at(part_, "elements are nested too deeply"));
  attributes_.clear();
  while (true) {
    skip_space();
    if (starts(">") || starts("/>")) break;
    if (auto read = read_attribute(); !read) return fail(read.error());
  }
  closes_ = starts("/>");
  at_ += closes_ ? 2 : 1;
  open_.push_back(name);
  root_read_ = true;
  name_ = without_prefix(name);
  return Event::begin;
}

Status XmlReader::read_attribute() {
  const std::size_t begin = at_;
  const std::string name = read_name();
  skip_space();
  if (name.empty() || !starts("=")) return fail(error_at(begin, "this tag is not well formed"));
  ++at_;
  skip_space();
  if (!starts("\"") && !starts("'")) return fail(error_at(at_, "the value of an attribute needs quotes"));
  const char quote = text_[at_++];
  const std::size_t end = text_.find(quote, at_);
  if (end == std::string_view::npos) return fail(error_at(at_ - 1, "this quote is not closed"));
  std::string value;
  if (auto added = append_text(text_.substr(at_, end - at_), at_, value); !added) return added;
  at_ = end + 1;
  if (!attributes_.emplace(name, std::move(value)).second)
    return fail(error_at(begin, "the attribute '" + name + "' stands twice"));
  return {};
}

}  // namespace entente::importers
