// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace entente::app {

/// What became of one input document.
struct DocumentReport {
  enum class Status {
    read,           ///< now
    already_there,  ///< the graph has it as it is
    same_text,      ///< of several inputs with one text; another one stands for it
    left_out,
  };
  Status status = Status::read;
  Place place;       ///< the file, with the path within it, and the line
  std::string name;  ///< as the graph calls it
  std::string id;    ///< empty for what was left out
  std::string format, encoding, date, title, url;
  std::string reason, hint;    ///< of left_out
  std::size_t characters = 0;  ///< the numbers are of documents that were read now
  std::size_t sentences = 0, facts = 0;
  std::vector<std::string> unmatched_verbs;
  std::string copy_of;  ///< id of the document that it is a near copy of, or empty
};

[[nodiscard]] DocumentReport report_of(const Error& left_out);

/// One line of JSON, with its end; what is empty is left away.
[[nodiscard]] std::string to_json_line(const DocumentReport& report);

/// In the order of places, so that the same inputs give the same bytes.
void sort_reports(std::vector<DocumentReport>& reports);

}  // namespace entente::app
