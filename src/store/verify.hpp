// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "model/fact_base.hpp"
#include "store/sqlite.hpp"

namespace entente::store {

/// What a full reading of a graph file found.
struct Verification {
  std::vector<Error> faults;         ///< each names the file; empty: every byte that matters is as written
  std::size_t documents = 0;         ///< that could be read whole
  std::vector<std::string> damaged;  ///< names, or row numbers, of documents that could not
  std::size_t imports = 0;           ///< imported files that could be read whole
};

/// Gets each whole document, in no particular order.
using DocumentHandler = std::function<Status(DocumentFacts&& reading)>;

/// Reads everything: the pages by SQLite's own check, every row against its fingerprint, the rows against the
/// lines that count them. Goes on past a fault, so that what is whole is found behind it. Only an Error of
/// the handler ends it early.
[[nodiscard]] Result<Verification> verify(const Database& database, const DocumentHandler& handler);

}  // namespace entente::store
