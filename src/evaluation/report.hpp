// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "evaluation/score.hpp"

namespace entente::evaluation {

/// Rows whose confidence lies in [low, high), the last bin closed; how many of them the gold says are right.
struct ReliabilityBin {
  double low = 0, high = 0;
  double mean_confidence = 0;
  Share right;
};

/// Ten bins of equal width over the judged rows that carry a confidence.
[[nodiscard]] std::vector<ReliabilityBin> reliability(const Report& report);

/// Mean gap between confidence and precision, weighted by the rows of each bin; 0 without rows.
[[nodiscard]] double expected_calibration_error(const std::vector<ReliabilityBin>& bins);

struct TextOptions {
  bool relations = false;    ///< a table of recall by gold relation and precision by the system's
  bool reliability = false;  ///< confidence against precision
  bool details = false;      ///< what was missed and what was wrong, with its rule
};

/// The table that gold/score_gold.py prints, with the parts asked for below it. Ends with a newline.
[[nodiscard]] std::string to_text(const Report& report, const TextOptions& options);

/// The figures as JSON: "overall" and "docs" as `score_gold.py --json` writes them, and "relations",
/// "reliability".
[[nodiscard]] std::string to_json(const Report& report);

}  // namespace entente::evaluation
