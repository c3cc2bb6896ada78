// SPDX-License-Identifier: Apache-2.0
#include "text/csv_reader.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include "base/utf8.hpp"

namespace entente {

namespace {

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
}

}  // namespace

Result<CsvReader> CsvReader::open(const std::string& file, char separator) {
  errno = 0;
  auto in = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!*in)
    return fail(ErrorKind::input_output, std::string("cannot be read: ") + std::strerror(errno), {file});
  return CsvReader(std::move(in), file, separator);
}

CsvReader::CsvReader(std::unique_ptr<std::istream> in, std::string file, char separator,
                     std::size_t most_bytes)
    : file_(std::move(file)),
      in_(std::move(in)),
      separator_(separator),
      most_bytes_(most_bytes),
      buffer_(kBuffer, '\0') {
  skip_mark();
}

Error CsvReader::error_at(std::size_t line, std::size_t column, std::string message, std::string hint) const {
  return {ErrorKind::data, std::move(message), Place{file_, line, column}, std::move(hint)};
}

int CsvReader::peek() {
  if (at_ == filled_) {
    in_->read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    filled_ = static_cast<std::size_t>(in_->gcount());
    at_ = 0;
    if (filled_ == 0) return -1;
  }
  return static_cast<unsigned char>(buffer_[at_]);
}

void CsvReader::skip() {
  const char byte = buffer_[at_++];
  if (byte == '\n') {
    ++line_;
    column_ = 1;
  } else if (begins_code_point(byte)) {
    ++column_;
  }
}

void CsvReader::skip_mark() {
  peek();
  if (filled_ >= 3 && buffer_.compare(0, 3, "\xef\xbb\xbf") == 0) at_ = 3;
}

/// As much of an unquoted field as the buffer holds.
void CsvReader::take_plain() {
  const std::size_t begin = at_;
  while (at_ < filled_) {
    const char byte = buffer_[at_];
    if (byte == separator_ || byte == '\n' || byte == '\r') break;
    if (begins_code_point(byte)) ++column_;
    ++at_;
  }
  text_.append(buffer_, begin, at_ - begin);
}

Error CsvReader::too_long() const {
  return {ErrorKind::limit, "the record is longer than the limit for a document",
          Place{file_, line_, column_}, "--max-document raises it"};
}

Status CsvReader::read_quoted(const Piece& piece) {
  skip();
  while (true) {
    const int next = peek();
    if (next < 0) return fail(error_at(piece.line, piece.column, "this quote is not closed"));
    skip();
    if (next != '"') {
      text_ += static_cast<char>(next);
      if (text_.size() > most_bytes_) return fail(too_long());
      continue;
    }
    if (peek() != '"') break;
    skip();
    text_ += '"';
  }
  const int behind = peek();
  if (behind >= 0 && behind != static_cast<unsigned char>(separator_) && behind != '\n' && behind != '\r')
    return fail(error_at(line_, column_, "there is text behind the closing quote",
                         "a quote within a quoted field is written twice"));
  return {};
}

Status CsvReader::read_field(Piece& piece) {
  piece.begin = text_.size();
  piece.line = line_;
  piece.column = column_;
  piece.quoted = peek() == '"';
  if (piece.quoted) {
    if (auto read = read_quoted(piece); !read) return read;
  } else {
    while (true) {
      const int next = peek();
      if (next < 0 || next == static_cast<unsigned char>(separator_) || next == '\n') break;
      if (next == '\r') {
        skip();
        if (peek() == '\n' || peek() < 0) break;
        text_ += '\r';
        continue;
      }
      take_plain();
      if (text_.size() > most_bytes_) return fail(too_long());
    }
  }
  piece.end = text_.size();
  return {};
}

/// Past the end of a line, if one is here.
bool CsvReader::skip_line_end() {
  if (peek() == '\r') skip();
  if (peek() != '\n') return false;
  skip();
  return true;
}

Status CsvReader::publish() {
  const auto invalid = utf8::first_invalid_byte(text_);
  fields_.clear();
  for (const Piece& piece : pieces_) {
    if (invalid && *invalid < piece.end)
      return fail(error_at(piece.line, piece.column, "this field is not valid UTF-8"));
    fields_.push_back({std::string_view(text_).substr(piece.begin, piece.end - piece.begin), piece.quoted,
                       piece.line, piece.column});
  }
  return {};
}

Result<bool> CsvReader::next() {
  text_.clear();
  pieces_.clear();
  while (skip_line_end()) {
  }
  if (peek() < 0) {
    if (in_->bad()) return fail(ErrorKind::input_output, "cannot be read", {file_});
    return false;
  }
  while (true) {
    pieces_.emplace_back();
    if (auto read = read_field(pieces_.back()); !read) return fail(read.error());
    if (peek() != static_cast<unsigned char>(separator_)) break;
    skip();
  }
  skip_line_end();
  if (auto published = publish(); !published) return fail(published.error());
  return true;
}

}  // namespace entente
