// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "extract/extract.hpp"
#include "graph/snapshot.hpp"
#include "query/query.hpp"

namespace entente::ask {

struct Options {
  std::size_t max_rows = 0;  ///< of each query; 0: no limit
  unsigned timeout_ms = 0;   ///< of each query; 0: no limit
  bool all_facts = false;  ///< also what is planned, called for or denied, where the question asks for facts
  const std::atomic<bool>* stop = nullptr;  ///< set from outside: ends with a cancelled error
};

/// What a question was taken to mean, and what the graph says to it.
struct Answer {
  std::string reading;  ///< in plain English, one line a part
  std::string query;    ///< path query text, ready to edit; parts of a question with several clauses are
                        ///< divided by ";\n"
  query::Table table;  ///< columns subject, relation, object, what else was asked or is known, then sentence,
                       ///< document, begin, end of the first piece of evidence; rows of all parts, the
                       ///< columns of all; hidden: what all_facts would show
  std::vector<std::string> notes;  ///< what could not be checked, what was not asked for, yes or no, how many
  bool all_facts = false;  ///< the query looks at planned, denied or reported facts and says so itself
};

/// Turns English questions into path queries with the program's own language pipeline, names of the graph and
/// frames. Holds an index of the graph's names; all that it is made with must outlive it and stay unchanged.
/// Const use from several threads is safe.
class Asker {
 public:
  Asker(const graph::Snapshot& graph, const extract::Resources& resources);
  Asker(Asker&&) noexcept;
  Asker& operator=(Asker&&) noexcept;
  ~Asker();

  /// A question that is not understood is a data error that says which part, with the nearest forms as hint;
  /// never a guess.
  [[nodiscard]] Result<Answer> ask(std::string_view question, const Options& options) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One question: Asker made and used once.
[[nodiscard]] Result<Answer> ask(std::string_view question, const graph::Snapshot& graph,
                                 const extract::Resources& resources, const Options& options);

}  // namespace entente::ask
