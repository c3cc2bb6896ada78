// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

using Cells = std::vector<std::vector<std::string>>;

/// One line of a scenario with the text block or table below it.
struct FeatureStep {
  std::string text;
  std::string block;
  Cells table;
};

struct Scenario {
  std::string name;
  std::vector<FeatureStep> steps;
};

/// The scenarios of a Gherkin file, outlines expanded by their examples.
[[nodiscard]] std::vector<Scenario> read_feature(std::string_view text);

}  // namespace entente::test
