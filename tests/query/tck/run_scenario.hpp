// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "query/tck/feature.hpp"

namespace entente::test {

struct Outcome {
  enum class Kind { passed, failed, skipped } kind = Kind::passed;
  std::string why;  ///< of a failure: what was expected and what came
};

/// Runs one scenario of the openCypher kit. Scenarios that write, call procedures or need more than CREATE to
/// set up their graph are skipped. `graphs`: the kit's folder of named graphs.
[[nodiscard]] Outcome run_scenario(const Scenario& scenario, const std::filesystem::path& graphs);

}  // namespace entente::test
