// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/decision.hpp"

namespace entente::resolve {

/// What has become of a decision of the log.
enum class DecisionState : std::uint8_t {
  stands,
  withdrawn,   ///< by a later one
  overridden,  ///< a later one says otherwise, or the same again
  idle,        ///< what it is about is not in the graph now, or it changes nothing there
};

/// "stands", "withdrawn", "overridden", "no effect".
[[nodiscard]] std::string_view to_text(DecisionState state);

struct DecisionOutcome {
  DecisionState state = DecisionState::stands;
  std::string reason;  ///< in words, where it does not stand

  /// Worth telling: a decision that nobody withdrew or repeated, and that is not in force.
  bool conflict = false;
};

/// One outcome for each decision of a log: who withdraws or overrides whom. Of two that contradict each other
/// the later one stands: confirm and deny of one fact, two names, two classes, two merges of one entity.
[[nodiscard]] std::vector<DecisionOutcome> standing(const std::vector<Decision>& log);

}  // namespace entente::resolve
