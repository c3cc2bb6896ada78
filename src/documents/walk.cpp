// SPDX-License-Identifier: Apache-2.0
#include "documents/walk.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "documents/archive.hpp"
#include "documents/byte_source.hpp"
#include "documents/language.hpp"
#include "documents/records.hpp"
#include "text/reader.hpp"

namespace entente::documents {

namespace {

/// How something is called.
struct Name {
  std::string shown;  ///< the document's name: the file's, then the path within it
  std::string place;  ///< for messages: the file's path, then the path within it
  std::string kind;   ///< the part that tells the format
  [[nodiscard]] Name inner(const std::string& member) const {
    return {shown + "/" + member, place + "/" + member, member};
  }
};

/// Names that begin with a dot, and what a Mac adds to archives: passed over, as in folders.
bool is_passed_over(const std::string& member) {
  if (member.starts_with("__MACOSX/")) return true;
  for (std::size_t at = 0; at < member.size();) {
    const std::size_t end = std::min(member.find('/', at), member.size());
    const std::string_view part = std::string_view(member).substr(at, end - at);
    if (part.size() > 1 && part.front() == '.' && part != "..") return true;
    at = end + 1;
  }
  return false;
}

/// The name of what a compressed file holds: without the last suffix.
std::string uncompressed_name(std::string name) {
  const std::string suffix = name.substr(std::min(name.find_last_of('.'), name.size()));
  name.resize(name.size() - suffix.size());
  if (suffix == ".tgz" || suffix == ".tbz2" || suffix == ".tbz" || suffix == ".txz" || suffix == ".tzst" ||
      suffix == ".taz")
    name += ".tar";
  return name;
}

class Walk {
 public:
  Walk(const WalkOptions& options, Sink& sink) : options_(options), sink_(sink) {}

  /// member: found in an archive or folder, where unknown kinds of file are left out and not tried as text.
  void read(ByteSource& bytes, const Name& name, int depth, bool member) {
    PeekedSource source(bytes);
    const auto head = source.head();
    if (!head) return leave_out(head.error(), name);
    auto format = depth == 0 && options_.format ? options_.format : format_of(name.kind, *head);
    if (!format && !member) format = Format::text;
    if (!format)
      return leave_out(
          {ErrorKind::input_output, "not a kind of file that entente reads", {}, "--help tells the kinds"},
          name);
    switch (*format) {
      case Format::archive:
        return read_members(source, name, depth);
      case Format::json_lines:
      case Format::csv:
      case Format::tsv:
        return read_records(source, name, *format);
      default:
        return read_document(source, name, *format, depth);
    }
  }

 private:
  /// The files of an archive, each read as it would be outside.
  class Members : public MemberHandler {
   public:
    Members(Walk& walk, const Name& name, int depth) : walk_(walk), name_(name), depth_(depth) {}
    void member(const std::string& name, ByteSource& bytes) override {
      if (name.empty()) {
        const std::string inner = uncompressed_name(name_.kind);
        return walk_.read(bytes, {name_.shown, name_.place, inner}, depth_ + 1, false);
      }
      if (is_passed_over(name) || !walk_.options_.filter.admits(name)) return;
      walk_.read(bytes, name_.inner(name), depth_ + 1, true);
    }
    void unreadable(Error reason) override {
      if (is_passed_over(reason.place.file) || !walk_.options_.filter.admits(reason.place.file)) return;
      reason.place.file = name_.place + "/" + reason.place.file;
      walk_.sink_.leave_out(std::move(reason));
    }

   private:
    Walk& walk_;
    const Name& name_;
    int depth_;
  };

  void read_members(ByteSource& source, const Name& name, int depth) {
    if (depth >= options_.limits.nesting)
      return leave_out(
          {ErrorKind::limit,
           "archives are nested deeper than " + std::to_string(options_.limits.nesting) + " levels",
           {},
           {}},
          name);
    Members members(*this, name, depth);
    if (const Status done = read_archive(source, options_.limits, unpacked_, members); !done)
      leave_out(done.error(), name);
  }

  void read_records(ByteSource& source, const Name& name, Format format) {
    const auto take = [&](Result<Record> record, std::size_t line) {
      if (record)
        take_record(std::move(*record), name, line, format);
      else
        sink_.leave_out(std::move(record.error()));
    };
    const RecordFile file{source, name.place, options_.fields, options_.limits};
    Status done = format == Format::json_lines ? read_json_lines(file, take) : read_table(file, take);
    if (done || done.error().code == kOfArchive) return;
    done.error().place.file = name.place;
    sink_.leave_out(std::move(done.error()));
  }

  void take_record(Record record, const Name& name, std::size_t line, Format format) {
    if (record.id == record.document.id) record.document.name = name.shown + ":" + std::to_string(line);
    for (std::string* shown : {&record.document.name, &record.document.title, &record.document.url})
      shown->erase(std::remove(shown->begin(), shown->end(), '\0'), shown->end());  // it ends text elsewhere
    const Place place{.file = name.place, .line = line};
    give({std::move(record.document), format, "UTF-8", {}}, place);
  }

  void read_document(ByteSource& source, const Name& name, Format format, int depth) {
    auto bytes = read_all(source, options_.limits.document_bytes);
    if (!bytes) return leave_out(std::move(bytes.error()), name);
    const Reader reader = reader_of(format);
    auto content = reader(*bytes, options_.limits);
    if (!content) return leave_out(std::move(content.error()), name);
    if (content->text.size() > options_.limits.document_bytes)
      return leave_out({ErrorKind::limit, "its text is larger than the limit for a document", {}, {}}, name);
    const bool has_text = !content->text.empty() || content->parts.empty();  // else a mail with files alone
    Found found;
    found.as_stored = depth == 0 && format <= Format::markdown && content->text == *bytes;
    found.document = make_document(std::move(content->text), name.shown);
    found.document.title = std::move(content->title);
    found.document.date = std::move(content->date);
    found.document.url = std::move(content->url);
    found.format = format;
    found.encoding = std::move(content->encoding);
    if (has_text) give(std::move(found), {.file = name.place});
    for (const Part& part : content->parts) read_part(part, name, depth);
  }

  void read_part(const Part& part, const Name& name, int depth) {
    if (depth >= options_.limits.nesting)
      return leave_out({ErrorKind::limit, "nested too deep", {}, {}}, name.inner(part.name));
    MemorySource source(part.bytes);
    read(source, name.inner(part.name), depth + 1, true);
  }

  void give(Found found, const Place& place) {
    if (const Status english = check_english(found.document.text, place); !english)
      return sink_.leave_out(english.error());
    found.place = place;
    sink_.take(std::move(found));
  }

  void leave_out(Error reason, const Name& name) {
    if (reason.code == kOfArchive) return;  // told once, of the archive
    reason.place.file = name.place;
    sink_.leave_out(std::move(reason));
  }

  const WalkOptions& options_;
  Sink& sink_;
  Unpacked unpacked_;
};

}  // namespace

void walk(const std::filesystem::path& path, const WalkOptions& options, Sink& sink) {
  const bool standard_input = path == "-";
  auto source = open_source(path);
  if (!source) {
    source.error().place.file = path.string();
    return sink.leave_out(std::move(source.error()));
  }
  const std::string last = standard_input ? "-" : path.filename().string();
  Walk(options, sink).read(**source, {last, standard_input ? "-" : path.string(), last}, 0, false);
}

void walk_bytes(std::string_view bytes, const std::string& name, const WalkOptions& options, Sink& sink) {
  MemorySource source(bytes);
  Walk(options, sink).read(source, {name, name, name}, 0, false);
}

}  // namespace entente::documents
