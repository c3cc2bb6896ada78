// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "documents/fields.hpp"
#include "documents/format.hpp"
#include "documents/name_filter.hpp"
#include "documents/reader.hpp"
#include "text/document.hpp"

namespace entente::documents {

/// How inputs are read.
struct WalkOptions {
  Limits limits;
  std::optional<Format> format;  ///< what the inputs are; without it names and bytes tell
  Fields fields;
  NameFilter filter;  ///< for the files within archives; those of folders were chosen before
};

/// A document and what is known of how it came.
struct Found {
  Document document;  ///< text as the reader gave it; date, title and url as far as the source tells
  Format format = Format::text;
  std::string encoding;
  Place place;             ///< where it came from: the file, with the path within it, and the line
  bool as_stored = false;  ///< the bytes of the file are the text
};

/// Who takes what a walk finds, on the thread that walks.
class Sink {
 public:
  virtual ~Sink() = default;
  virtual void take(Found found) = 0;
  virtual void leave_out(Error reason) = 0;
};

/// Reads a file, or standard input for "-", and everything within it: the documents of archives, mails, JSON
/// lines and tables. What cannot be read, is not English or is beyond a limit is left out by name; the rest
/// goes on. Same bytes, same documents in the same order.
void walk(const std::filesystem::path& path, const WalkOptions& options, Sink& sink);

/// The same for bytes under a name.
void walk_bytes(std::string_view bytes, const std::string& name, const WalkOptions& options, Sink& sink);

}  // namespace entente::documents
