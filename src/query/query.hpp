// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "graph/snapshot.hpp"
#include "ontology/vocabulary.hpp"
#include "query/value.hpp"

namespace entente::query {

class GraphIndex;  // graph_index.hpp

struct Options {
  std::map<std::string, Value> parameters;  ///< $name
  bool all_facts = false;      ///< also planned, denied, reported ... edges; else they are hidden and counted
  bool exact = false;          ///< no hierarchy of relations and classes
  std::size_t max_rows = 0;    ///< 0: no limit
  unsigned timeout_ms = 0;     ///< 0: no limit
  std::size_t max_memory = 0;  ///< bytes of rows, paths and lists held at a time; 0: no limit
  std::optional<graph::Moment> now;    ///< what date(), datetime() and so on give; else the clock is asked
  std::size_t max_steps = 50'000'000;  ///< edges walked before a query is stopped with a limit error
  const std::atomic<bool>* stop = nullptr;  ///< set from outside: the query ends soon with a cancelled error
};

/// The answer, all rows at once, in a stated order (ORDER BY, else the order in which the graph is walked).
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
  std::size_t hidden = 0;  ///< distinct matching edges that the default modality filter left out
};

/// A checked query. Printing then parsing gives the same query. Holds no graph.
class Query {
 public:
  /// Syntax, unknown variables and types are data errors with line, column and a hint. The text is one
  /// statement, an ending ';' allowed.
  [[nodiscard]] static Result<Query> parse(std::string_view text);

  Query(Query&&) noexcept;
  Query& operator=(Query&&) noexcept;
  ~Query();

  [[nodiscard]] std::string to_text() const;

  /// The columns that run() will give.
  [[nodiscard]] const std::vector<std::string>& columns() const;

  /// Evaluates over a graph. A null vocabulary means no hierarchy (any property graph). An unknown relation
  /// type, label or property name is a data error with "did you mean" when a vocabulary is given.
  [[nodiscard]] Result<Table> run(const graph::Snapshot& graph, const ontology::Vocabulary* vocabulary,
                                  const Options& options) const;
  /// The same with an index that is kept from query to query over one unchanged graph (a shell, a server).
  [[nodiscard]] Result<Table> run(GraphIndex& index, const ontology::Vocabulary* vocabulary,
                                  const Options& options) const;

 private:
  struct Impl;
  explicit Query(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// One value as text for tables (China, [a, b], {k: v}, null); nodes print as their name (without one:
/// (:Label {k: v})), relationships as [:type], paths as a chain: China -[:metWith]-> WHO.
[[nodiscard]] std::string to_text(const Value& value, const graph::Snapshot& graph);

/// Message with the query's line and a caret under the place of the error.
[[nodiscard]] std::string with_caret(const Error& error, std::string_view query_text);

}  // namespace entente::query
