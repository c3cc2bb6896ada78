// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::importers {

/// Reads the XML that graph files are made of, element by element: attributes, texts, the five named and all
/// numeric references, CDATA, comments. No document type declarations, so no references to anything outside.
class XmlReader {
 public:
  enum class Event { begin, end, text, done };

  XmlReader(std::string_view text, std::string file_name) : text_(text), file_(std::move(file_name)) {}

  /// The next part of the document. Ill-formed XML is a data error with line and column.
  [[nodiscard]] Result<Event> next();

  /// Of the element that began or ended, without its prefix.
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Of the element that began; empty when it has none of this name.
  [[nodiscard]] std::string attribute(const std::string& name) const;
  [[nodiscard]] const std::string& text() const { return value_; }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }

  /// An error at the part that was read last.
  [[nodiscard]] Error error_here(std::string message, std::string hint = {}) const {
    return error_at(part_, std::move(message), std::move(hint));
  }

 private:
  [[nodiscard]] Error error_at(std::size_t byte, std::string message, std::string hint = {}) const;
  [[nodiscard]] bool starts(std::string_view with) const {
    return text_.compare(at_, with.size(), with) == 0;
  }
  [[nodiscard]] Status skip_past(std::string_view end, const char* what);
  [[nodiscard]] Result<bool> skip_unread();
  [[nodiscard]] Result<Event> read_text();
  [[nodiscard]] Result<Event> read_end();
  [[nodiscard]] Result<Event> read_begin();
  [[nodiscard]] Status read_attribute();
  [[nodiscard]] std::string read_name();
  void skip_space();
  [[nodiscard]] Status append_text(std::string_view raw, std::size_t byte, std::string& out) const;

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0, part_ = 0;
  std::string name_, value_;
  std::map<std::string, std::string> attributes_;
  std::vector<std::string> open_;
  bool closes_ = false;  ///< the element that began was an empty one: its end comes next
  bool root_read_ = false;
};

}  // namespace entente::importers
