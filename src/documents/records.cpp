// SPDX-License-Identifier: Apache-2.0
#include "documents/records.hpp"

#include <algorithm>
#include <istream>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "text/csv_reader.hpp"

namespace entente::documents {

namespace {

/// A stream over a source that keeps the buffer with it.
class SourceStream : private SourceBuffer, public std::istream {
 public:
  explicit SourceStream(ByteSource& source)
      : SourceBuffer(source), std::istream(static_cast<SourceBuffer*>(this)) {}
  using SourceBuffer::status;
};

char separator_in(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  if (line.find('\t') != std::string_view::npos) return '\t';
  return line.find(',') == std::string_view::npos && line.find(';') != std::string_view::npos ? ';' : ',';
}

/// Which column is which part of a document.
class Columns {
 public:
  explicit Columns(const std::vector<CsvReader::Field>& header) {
    for (std::size_t i = 0; i < header.size(); ++i) {
      names_ += (i == 0 ? "" : ", ") + std::string(header[i].text.substr(0, 40));
      places_.emplace(utf8::lower(header[i].text), i);
    }
  }
  [[nodiscard]] bool has(const std::string& name) const { return places_.count(utf8::lower(name)) != 0; }
  [[nodiscard]] std::string text(const std::string& name, const std::vector<CsvReader::Field>& record) const {
    const auto found = places_.find(utf8::lower(name));
    return found == places_.end() || found->second >= record.size() ? std::string()
                                                                    : std::string(record[found->second].text);
  }
  [[nodiscard]] const std::string& names() const { return names_; }

 private:
  std::map<std::string, std::size_t> places_;
  std::string names_;
};

}  // namespace

Status read_json_lines(const RecordFile& file, const RecordHandler& handler) {
  LineReader lines(file.source, static_cast<std::size_t>(file.limits.document_bytes));
  std::string line;
  for (;;) {
    const auto outcome = lines.next(line);
    if (!outcome) return fail(outcome.error());
    if (*outcome == LineReader::Outcome::end) return {};
    if (*outcome == LineReader::Outcome::too_long) {
      handler(fail(ErrorKind::limit, "the line is longer than the limit for a document",
                   {.file = file.place, .line = lines.number()}, "--max-document raises it"),
              lines.number());
    } else if (line.find_first_not_of(" \t\r") != std::string::npos) {
      handler(parse_json_record(line, lines.number(), file.place, file.fields), lines.number());
    }
  }
}

Status read_table(const RecordFile& file, const RecordHandler& handler) {
  PeekedSource peeked(file.source);
  const auto head = peeked.head();
  if (!head) return fail(head.error());
  auto stream = std::make_unique<SourceStream>(peeked);
  const SourceStream& source = *stream;
  CsvReader reader(std::move(stream), file.place, separator_in(*head),
                   static_cast<std::size_t>(file.limits.document_bytes));
  const auto first = reader.next();
  if (!first) return fail(first.error());
  if (!*first) return fail(ErrorKind::input_output, "there is nothing in it", {.file = file.place});
  const Columns columns(reader.fields());
  if (!columns.has(file.fields.text))
    return fail(ErrorKind::data, "there is no column \"" + file.fields.text + "\"",
                {.file = file.place, .line = 1},
                "the columns are " + columns.names() + "; --field text=NAME says which is the text");
  for (;;) {
    const auto there = reader.next();
    if (!there) return fail(there.error());
    if (!*there) return source.status();
    const auto& record = reader.fields();
    const std::size_t line = record.front().line;
    Document given;
    given.text = columns.text(file.fields.text, record);
    given.date = columns.text(file.fields.date, record);
    given.title = columns.text(file.fields.title, record);
    given.url = columns.text(file.fields.url, record);
    handler(make_record(columns.text(file.fields.id, record), std::move(given),
                        {.file = file.place, .line = line}),
            line);
  }
}

}  // namespace entente::documents
