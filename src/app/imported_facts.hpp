// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/property_graph.hpp"
#include "model/fact_base.hpp"
#include "resolve/decisions.hpp"
#include "store/store.hpp"

namespace entente::app {

// How the store names what it keeps of an imported export of entente: the file's own bytes.
inline constexpr const char* kTurtleFormat = "turtle";
inline constexpr const char* kGraphmlFormat = "graphml";

/// The facts of an export in one of these formats.
[[nodiscard]] Result<FactBase> read_export(std::string_view bytes, const std::string& format,
                                           const std::string& file_name);

/// From which file an entity or a fact came that no document of the graph has brought, by id.
struct ImportMarks {
  std::map<std::string, std::string> entities, facts;
};

/// The facts of the imported exports of a store, in the order in which they came; decisions rewrite them.
struct ImportedFacts {
  FactBase base;
  std::string file;
};
[[nodiscard]] Result<std::vector<ImportedFacts>> read_imported(const store::Store& store,
                                                               resolve::Decisions& decisions);

/// Adds them to those read from documents. What is there stays as it is and takes the other side's evidence
/// and aliases; what is not there comes in and is marked.
[[nodiscard]] ImportMarks join_imported(std::vector<ImportedFacts> imported, FactBase& base);

/// Gives the marked nodes and edges of the graph made of the base their property `imported`.
void mark_imported(const ImportMarks& marks, const FactBase& base, graph::PropertyGraph& graph);

}  // namespace entente::app
