// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente {

/// Reads comma-separated values (RFC 4180, UTF-8, a byte order mark allowed) record by record, in little
/// memory.
class CsvReader {
 public:
  struct Field {
    std::string_view text;  ///< without quotes; lives until the next record
    bool quoted = false;
    std::size_t line = 0, column = 0;  ///< where it begins, from 1, in code points
  };

  /// A file that cannot be opened is an input_output error.
  [[nodiscard]] static Result<CsvReader> open(const std::string& file, char separator);

  /// Reads a stream; file names it in errors. A record of more bytes than the most is a limit error.
  CsvReader(std::unique_ptr<std::istream> in, std::string file, char separator,
            std::size_t most_bytes = std::numeric_limits<std::size_t>::max());

  /// The next record that is not an empty line; false at the end. A quote that is not closed, text behind a
  /// closing quote and invalid UTF-8 are data errors with line and column.
  [[nodiscard]] Result<bool> next();
  [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }

  /// An error at a place of this file.
  [[nodiscard]] Error error_at(std::size_t line, std::size_t column, std::string message,
                               std::string hint = {}) const;

 private:
  struct Piece {
    std::size_t begin = 0, end = 0;  // of text_
    bool quoted = false;
    std::size_t line = 0, column = 0;
  };

  static constexpr std::size_t kBuffer = 1u << 18;

  [[nodiscard]] Error too_long() const;
  int peek();  // -1 at the end
  void skip();
  void skip_mark();
  void take_plain();
  [[nodiscard]] Status read_field(Piece& piece);
  [[nodiscard]] Status read_quoted(const Piece& piece);
  bool skip_line_end();
  [[nodiscard]] Status publish();

  std::string file_;
  std::unique_ptr<std::istream> in_;
  char separator_;
  std::size_t most_bytes_;
  std::string buffer_;
  std::size_t at_ = 0, filled_ = 0;
  std::size_t line_ = 1, column_ = 1;
  std::string text_;  // of the record
  std::vector<Piece> pieces_;
  std::vector<Field> fields_;
};

}  // namespace entente
