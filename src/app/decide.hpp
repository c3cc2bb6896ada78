// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/frozen_graph.hpp"
#include "app/resources.hpp"
#include "base/result.hpp"
#include "model/decision.hpp"
#include "model/fact_base.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::app {

/// A decision as a person words it, made ready for the log: a fact by its id or the beginning of it, an
/// entity by id, name or alias, documents by id or name become the ids that they have; `about` says in words
/// what it is on. What is not there, or stands for several things, is a data error that says what would do.
/// `value` of a merge is an entity too.
[[nodiscard]] Result<Decision> check_decision(Decision decision, const FactBase& base,
                                              const ontology::Vocabulary& vocabulary);

/// Writes a checked decision to the log of a graph file and gives it back with its id. Whoever opens the
/// graph next sees it.
[[nodiscard]] Result<Decision> record_decision(const std::filesystem::path& graph, const Decision& decision);

/// Both, for one decision.
[[nodiscard]] Result<Decision> decide(const std::filesystem::path& graph, const ResourcePaths& paths,
                                      Decision decision);

/// Takes a decision back: that with this number (from 1), or this id, or the last one that stands where none
/// is given. What was withdrawn, with `by` and `date` of the withdrawal in the log.
[[nodiscard]] Result<Decision> withdraw(const std::filesystem::path& graph, const std::string& which,
                                        const std::string& by, const std::string& date);

/// The log of a graph file, what became of each decision, and the facts as they are with it.
[[nodiscard]] Result<DecidedFacts> load_decided_facts(const std::filesystem::path& graph,
                                                      const ResourcePaths& paths);

/// The log as JSON lines (docs/decisions-log.md).
[[nodiscard]] Result<std::string> export_decisions(const std::filesystem::path& graph);

/// How many lines of an import were new to the log.
struct DecisionImport {
  std::size_t added = 0, known = 0;
};
/// Adds decisions from JSON lines to the log of a graph file; those that it has (by id) are left out. A line
/// that is no decision is a data error with its place, and nothing is added.
[[nodiscard]] Result<DecisionImport> import_decisions(const std::filesystem::path& graph,
                                                      std::string_view lines, const std::string& file_name);

/// How many decisions of a graph file are in conflict with it or with each other; reads no more than the log
/// where there are none.
[[nodiscard]] Result<std::size_t> count_conflicts(const std::filesystem::path& graph,
                                                  const ontology::Vocabulary& vocabulary);

/// "China providedAidTo Kenya".
[[nodiscard]] std::string in_words(const Fact& fact, const FactBase& base);

}  // namespace entente::app
