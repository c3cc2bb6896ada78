// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/document_report.hpp"
#include "app/reporter.hpp"
#include "app/resources.hpp"
#include "base/result.hpp"
#include "documents/walk.hpp"

namespace entente::app {

struct BuildOptions {
  std::vector<std::string> inputs;  ///< files, folders, "-"
  std::filesystem::path graph;      ///< the .entente file; made when it is not there
  ResourcePaths resources;
  unsigned jobs = 1;            ///< threads; the graph does not depend on it
  std::string date;             ///< of documents that tell none themselves: ISO 8601, or empty
  documents::WalkOptions walk;  ///< how the inputs are read
  bool each_document = false;   ///< the report tells of each document
  bool mirror = false;          ///< the graph's documents become those of the inputs: all others are removed
};

/// What a build did.
struct BuildReport {
  std::size_t read = 0;       ///< documents read now
  std::size_t unchanged = 0;  ///< documents that the graph had already
  std::size_t renewed = 0;    ///< documents of the graph read again, since program, model or ontology changed
  std::size_t changed = 0;    ///< of those read, with the name of one that was removed
  std::size_t removed =
      0;  ///< documents of the graph that no input stands for; those with a new text not counted
  std::size_t left_out = 0;  ///< inputs that could not be read; the reporter was told each
  std::map<std::string, std::size_t>
      unmatched_verbs;  ///< lemmas that no frame took in the documents read now, with their number
  std::vector<DocumentReport> each;  ///< where it was asked for: of every input, in the order of places
  [[nodiscard]] std::size_t documents() const { return read + unchanged; }
};

/// Reads the inputs into a graph file. Documents that are in it already (by hash, with the same date) are not
/// read again. Work is committed as it gets done: a kill loses no committed document, and the next build goes
/// on from there. With mirror the graph is afterwards the one that a build from the same inputs makes;
/// nothing is removed, and it is an input_output error, when the inputs have no document at all. An
/// unreadable input is left out and told; an unusable ontology, model or graph file is an Error.
[[nodiscard]] Result<BuildReport> build(const BuildOptions& options, Reporter& reporter);

}  // namespace entente::app
