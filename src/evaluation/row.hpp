// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "evaluation/gold.hpp"
#include "model/fact_base.hpp"

namespace entente::evaluation {

/// One edge of a system as the scorer sees it.
struct Row {
  std::optional<std::string> doc;
  std::string subject, relation, object;
  std::string modality = "asserted";
  std::string polarity = "positive";
  std::string sentence;
  std::string quantity, time;  ///< as JSON text, "" in quotes when absent
  double confidence = -1;      ///< below 0: not given
  std::string rule;
};

/// Rows from JSON lines in the form that gold/from_map.py writes. Errors name the line.
[[nodiscard]] Result<std::vector<Row>> read_rows(std::string_view jsonl);

/// Rows from what was read of documents, as `entente map | gold/from_map.py` makes them; "doc" is the id of
/// the gold document with the same text, else the one whose id the document's name begins with. Documents
/// outside the gold give no rows.
[[nodiscard]] std::vector<Row> rows_of(const std::vector<DocumentFacts>& documents,
                                       const std::vector<GoldDocument>& gold);

}  // namespace entente::evaluation
