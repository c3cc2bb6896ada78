// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <utility>

#include "documents/date.hpp"
#include "documents/encoding.hpp"
#include "documents/mime.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

namespace {

constexpr int kDeepest = 12;              ///< multiparts within one another
constexpr std::size_t kMostParts = 1000;  ///< of one multipart

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// What the writer wrote: without the lines quoted from another mail, the line that announces them, and the
/// signature.
std::string own_words(std::string_view text) {
  std::string own, announced;
  bool holds_back = false;  // "On ..., ... wrote:" counts when nothing is quoted behind it
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    if (line == "-- " || line == "-----Original Message-----") break;
    if (line.starts_with('>')) {
      announced.clear();
      holds_back = false;
      continue;
    }
    if (holds_back && !line.empty()) {
      own += announced;
      announced.clear();
      holds_back = false;
    }
    const bool announces = line.starts_with("On ") && line.ends_with("wrote:");
    holds_back = holds_back || announces;
    (holds_back ? announced : own) += std::string(line) + "\n";
  }
  return own + announced;
}

/// Reads a mail part by part. The depth of multiparts is bounded.
class MailReader {
 public:
  explicit MailReader(const Limits& limits) : limits_(limits) {}

  Result<Content> run(std::string_view bytes) {
    const MimePart mail = read_part(bytes);
    content_.title = mail.subject;
    content_.date = day_of(mail.date);
    take(mail, 0);
    if (content_.text.empty() && content_.parts.empty())
      return fail(error_ ? *error_ : Error{ErrorKind::input_output, "there is no text in the mail", {}, {}});
    return std::move(content_);
  }

 private:
  void take(const MimePart& part, int depth) {
    if (part.type.starts_with("multipart/")) {
      take_multipart(part, depth);
    } else if (part.type == "message/rfc822") {
      content_.parts.push_back({part.name.empty() ? "message.eml" : part.name, decoded_body(part)});
    } else if (part.disposition != "attachment" && (part.type == "text/plain" || part.type == "text/html")) {
      add_text(text_of(part));
    } else if (!part.name.empty() && !(part.disposition != "attachment" && part.type.starts_with("image/"))) {
      content_.parts.push_back({part.name, decoded_body(part)});
    }
  }

  void take_multipart(const MimePart& part, int depth) {
    if (depth >= kDeepest) return;
    std::vector<MimePart> parts;
    for (const std::string_view bytes : split_multipart(part.body, part.boundary, kMostParts))
      parts.push_back(read_part(bytes));
    if (part.type != "multipart/alternative") {
      for (const MimePart& each : parts) take(each, depth + 1);
      return;
    }
    // The same in several shapes: plain text where it says anything, else the first that does.
    for (const bool plain : {true, false}) {
      for (const MimePart& each : parts) {
        if ((each.type == "text/plain") != plain) continue;
        const std::size_t before = content_.text.size();
        take(each, depth + 1);
        if (content_.text.size() > before) return;
      }
    }
  }

  std::string text_of(const MimePart& part) {
    const std::string bytes = decoded_body(part);
    if (part.type == "text/html") {
      auto page = read_html(as_declared(bytes, part.charset), limits_);
      if (page) return std::move(page->text);
      error_ = page.error();
      return {};
    }
    auto decoded = to_utf8(bytes, part.charset);
    if (!decoded) {
      error_ = decoded.error();
      return {};
    }
    content_.encoding = decoded->encoding;
    return own_words(decoded->text);
  }

  /// A page of a mail has its encoding in the mail's head.
  static std::string as_declared(const std::string& bytes, const std::string& charset) {
    if (charset.empty()) return bytes;
    auto decoded = to_utf8(bytes, charset);
    return decoded ? "\xEF\xBB\xBF" + decoded->text : bytes;
  }

  void add_text(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
    const std::size_t begin = text.find_first_not_of("\n ");
    if (begin == std::string_view::npos) return;
    content_.text += (content_.text.empty() ? "" : "\n") + std::string(text.substr(begin)) + "\n";
  }

  const Limits& limits_;
  Content content_;
  std::optional<Error> error_;
};

}  // namespace

Result<Content> read_mail(std::string_view bytes, const Limits& limits) {
  return MailReader(limits).run(bytes);
}

}  // namespace entente::documents
