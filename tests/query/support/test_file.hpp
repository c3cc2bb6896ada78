// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ontology/vocabulary.hpp"
#include "query/query.hpp"

namespace entente::test {

/// One case of a *.test file (tests/query/README.md has the form).
struct QueryCase {
  std::string name;
  std::size_t line = 0;
  std::string graph;  ///< CREATE statements, or "@file" of a fixture
  std::string query;
  std::vector<std::string> options;  ///< exact, all, vocabulary, max-rows=3, $name=value ...
  enum class Expect { rows, ordered, error, text } expect = Expect::rows;
  std::string expected;
  int hidden = -1;  ///< -1: not looked at
};

[[nodiscard]] Result<std::vector<QueryCase>> read_query_cases(std::string_view text);

/// What a case gives: rows as " | " lines with a head line, an error with its caret, or the printed query.
struct QueryAnswer {
  std::string text;
  std::size_t hidden = 0;
};

[[nodiscard]] QueryAnswer answer(const QueryCase& test, const graph::Snapshot& graph,
                                 const ontology::Vocabulary& vocabulary);

/// A table as text; sorted: the rows in the order of their text.
[[nodiscard]] std::string table_text(const query::Table& table, const graph::Snapshot& graph, bool sorted);

/// Lines trimmed, empty ones dropped; sorted: all but the first in the order of their text.
[[nodiscard]] std::string plain_lines(std::string_view text, bool sorted);

}  // namespace entente::test
