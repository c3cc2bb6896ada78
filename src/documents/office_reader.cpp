// SPDX-License-Identifier: Apache-2.0
// DOCX and ODT: zip files with the text in XML.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "documents/archive.hpp"
#include "documents/date.hpp"
#include "documents/encoding.hpp"
#include "documents/reader.hpp"

namespace entente::documents {

namespace {

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// How a kind of XML says what a text is made of; names without their prefix.
struct Markup {
  std::array<std::string_view, 2> paragraphs;
  std::array<std::string_view, 2> text_holders;  ///< empty: any text within a paragraph counts
  std::array<std::string_view, 3> line_breaks, blanks;
  std::array<std::string_view, 8> left_away;  ///< what was deleted, marks of notes, what is there twice
};

constexpr Markup kDocx = {
    {"p", "p"},
    {"t", "t"},
    {"br", "cr", "cr"},
    {"tab", "ptab", "tab"},
    {"del", "moveFrom", "instrText", "delText", "Fallback", "footnoteRef", "rPr", "pPr"}};
constexpr Markup kOdt = {{"p", "h"},
                         {},
                         {"line-break", "line-break", "line-break"},
                         {"s", "tab", "tab"},
                         {"tracked-changes", "annotation", "note-citation", "ruby-text", "script", "forms",
                          "sequence-decls", "scripts"}};

/// Collects paragraphs; walks with the nodes' own links, so that no depth is a matter of the stack.
class Collector {
 public:
  explicit Collector(const Markup& markup) : markup_(markup) {}

  void run(const pugi::xml_node& root) {
    pugi::xml_node node = root;
    for (;;) {
      if (enter(node) && node.first_child()) {
        node = node.first_child();
        continue;
      }
      for (;;) {
        leave(node);
        if (node == root) return;
        if (node.next_sibling()) break;
        node = node.parent();
      }
      node = node.next_sibling();
    }
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  /// False: what is within does not count.
  bool enter(const pugi::xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (!open_.empty() &&
          (markup_.text_holders[0].empty() || is_one_of(local_name(node.parent()), markup_.text_holders)))
        open_.back() += node.value();
      return false;
    }
    const std::string_view name = local_name(node);
    if (is_one_of(name, markup_.left_away)) return false;
    if (is_one_of(name, markup_.paragraphs)) open_.emplace_back();
    if (open_.empty()) return true;
    if (is_one_of(name, markup_.line_breaks)) open_.back() += '\n';
    if (is_one_of(name, markup_.blanks)) open_.back() += ' ';
    if (name == "noBreakHyphen") open_.back() += '-';
    return true;
  }

  void leave(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element || !is_one_of(local_name(node), markup_.paragraphs)) return;
    if (open_.empty()) return;
    add(open_.back());
    open_.pop_back();
  }

  void add(const std::string& paragraph) {
    std::string tidy;
    for (const char c : paragraph) {
      const bool blank = c == ' ' || c == '\t' || c == '\r';
      if (!blank)
        tidy += c;
      else if (!tidy.empty() && tidy.back() != ' ' && tidy.back() != '\n')
        tidy += ' ';
    }
    while (!tidy.empty() && (tidy.back() == ' ' || tidy.back() == '\n')) tidy.pop_back();
    const std::size_t begin = tidy.find_first_not_of(" \n");
    if (begin == std::string::npos) return;
    text_ += (text_.empty() ? "" : "\n\n") + tidy.substr(begin);
  }

  const Markup& markup_;
  std::string text_;
  std::vector<std::string> open_;  ///< paragraphs, one in the other: a note or a text box stands within one
};

/// Keeps the members with some names.
class Members : public MemberHandler {
 public:
  Members(std::vector<std::string> wanted, const Limits& limits)
      : wanted_(std::move(wanted)), limits_(limits) {}

  void member(const std::string& name, ByteSource& bytes) override {
    if (std::find(wanted_.begin(), wanted_.end(), name) == wanted_.end() || found_.count(name) != 0) return;
    auto content = read_all(bytes, limits_.document_bytes);
    if (content)
      found_[name] = std::move(*content);
    else if (!error_)
      error_ = std::move(content.error());
  }
  void unreadable(Error reason) override {
    if (!error_ && std::find(wanted_.begin(), wanted_.end(), reason.place.file) != wanted_.end())
      error_ = std::move(reason);
  }

  [[nodiscard]] std::string* find(const std::string& name) {
    const auto found = found_.find(name);
    return found == found_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  std::vector<std::string> wanted_;
  const Limits& limits_;
  std::map<std::string, std::string> found_;
  std::optional<Error> error_;
};

/// The members of an office file; an error when the first of the wanted ones is not there or damaged.
Result<Members> open_office_file(std::string_view bytes, std::vector<std::string> wanted,
                                 const Limits& limits) {
  const std::string main = wanted.front();
  Members members(std::move(wanted), limits);
  MemorySource source(bytes);
  Unpacked unpacked;
  const Status read = read_archive(source, limits, unpacked, members);
  if (members.find(main) != nullptr) return members;
  Error reason{ErrorKind::input_output, "there is no text in it: " + main + " is missing", {}, {}};
  if (members.error())
    reason = *members.error();
  else if (!read)
    reason = read.error();
  reason.code.clear();  // it is a file of its own, not a member of an archive
  return fail(std::move(reason));
}

Result<pugi::xml_document> parsed(std::string& xml) {
  pugi::xml_document document;
  const auto outcome = document.load_buffer_inplace(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_auto);
  if (!outcome)
    return fail(ErrorKind::input_output, std::string("its XML is damaged: ") + outcome.description());
  return document;
}

Status add_text(std::string& xml, const Markup& markup, Content& content) {
  const auto document = parsed(xml);
  if (!document) return fail(document.error());
  Collector collector(markup);
  collector.run(*document);
  const std::string text = collector.take();
  if (!text.empty()) content.text += (content.text.empty() ? "" : "\n\n") + text;
  return {};
}

/// The texts of the elements of the metadata by their local names, the first of each.
std::map<std::string, std::string, std::less<>> metadata_in(std::string* xml) {
  std::map<std::string, std::string, std::less<>> values;
  if (xml == nullptr) return values;
  const auto document = parsed(*xml);
  if (!document) return values;
  pugi::xml_node root = document->document_element();
  if (root.child("office:meta")) root = root.child("office:meta");
  for (const pugi::xml_node& node : root.children())
    values.emplace(std::string(local_name(node)), node.child_value());
  return values;
}

Result<Content> finished(Content content) {
  if (content.text.empty()) return fail(ErrorKind::input_output, "there is no text in it");
  make_valid(content.text);
  make_valid(content.title);
  content.text += '\n';
  return content;
}

}  // namespace

Result<Content> read_docx(std::string_view bytes, const Limits& limits) {
  auto members = open_office_file(
      bytes, {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "docProps/core.xml"}, limits);
  if (!members) return fail(members.error());
  Content content;
  for (const char* name : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"})
    if (std::string* xml = members->find(name))
      if (const Status added = add_text(*xml, kDocx, content); !added) return fail(added.error());
  const auto metadata = metadata_in(members->find("docProps/core.xml"));
  if (const auto title = metadata.find("title"); title != metadata.end()) content.title = title->second;
  if (const auto date = metadata.find("created"); date != metadata.end()) content.date = day_of(date->second);
  return finished(std::move(content));
}

Result<Content> read_odt(std::string_view bytes, const Limits& limits) {
  auto members = open_office_file(bytes, {"content.xml", "meta.xml"}, limits);
  if (!members) return fail(members.error());
  Content content;
  if (const Status added = add_text(*members->find("content.xml"), kOdt, content); !added)
    return fail(added.error());
  const auto metadata = metadata_in(members->find("meta.xml"));
  if (const auto title = metadata.find("title"); title != metadata.end()) content.title = title->second;
  for (const char* name : {"creation-date", "date"})
    if (const auto date = metadata.find(name); date != metadata.end() && content.date.empty())
      content.date = day_of(date->second);
  return finished(std::move(content));
}

}  // namespace entente::documents
