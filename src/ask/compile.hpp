// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "ask/interpretation.hpp"

namespace entente::ask {

/// A column of an answer: its name and the expression of the query language that gives it.
struct Column {
  std::string name, expression;
  bool always = true;  ///< false: left out of the answer when it is empty in every row
};

/// The columns that the query of a part returns, in order.
[[nodiscard]] std::vector<Column> columns_of(const Interpretation& part);

/// The path query of part `index`; parts before it may be joined to it. Only the columns given are returned.
[[nodiscard]] std::string query_text(const std::vector<Interpretation>& parts, std::size_t index,
                                     const std::vector<Column>& columns, const NameIndex& names);

/// The end of a part that a ranking compares.
[[nodiscard]] End& ranked_end(Interpretation& part);

/// A query for the names at the ranked end of a part and their number of facts, the best first.
[[nodiscard]] std::string ranking_text(const std::vector<Interpretation>& parts, std::size_t index,
                                       const NameIndex& names);

/// A query that counts the edges of a part that its modality and negation keep out, as one row with one
/// number.
[[nodiscard]] std::string hidden_count_text(const std::vector<Interpretation>& parts, std::size_t index,
                                            const NameIndex& names);

/// The same without the restrictions of words, places and times, with those of modality; empty when there are
/// none.
[[nodiscard]] std::string unrestricted_count_text(const std::vector<Interpretation>& parts, std::size_t index,
                                                  const NameIndex& names);

/// How the part was read, in English: "China provided aid to whom; asserted or reported; when in June".
[[nodiscard]] std::string reading_of(const Interpretation& part);

}  // namespace entente::ask
