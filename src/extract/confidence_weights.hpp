// SPDX-License-Identifier: Apache-2.0
// Written by bench/confidence/fit.py: do not edit.
#pragma once

#include <array>
#include <string_view>

namespace entente::extract {

struct SignWeight {
  std::string_view sign;
  double weight;
};

inline constexpr double kBaseWeight = 1.99;
inline constexpr std::array<SignWeight, 79> kSignWeights = {{
    {"adverbial clause", -1.10},
    {"called for", -0.09},
    {"clause behind a preposition", -0.06},
    {"clause of a noun", -0.10},
    {"coerced", -0.03},
    {"conflictedMaterially", -0.28},
    {"conflictedVerbally", -0.06},
    {"content clause", -0.16},
    {"cooperatedMaterially", -0.32},
    {"cooperatedVerbally", -0.06},
    {"cooperatedWith", -0.40},
    {"criticized", 0.05},
    {"embedded", -0.14},
    {"embedded twice", -0.59},
    {"established", -0.21},
    {"first person", -0.17},
    {"holdsOfficeIn", -0.06},
    {"hypothetical", -0.74},
    {"implemented", -0.06},
    {"infinitive clause", -0.08},
    {"long sentence", -0.02},
    {"main clause", 0.50},
    {"more between subject", -0.31},
    {"name beside a main verb", 0.01},
    {"name in a plain clause", 0.62},
    {"negated", -0.33},
    {"no name", 0.04},
    {"object country", 0.01},
    {"object far", 0.07},
    {"object four steps off", -0.01},
    {"object indefinite", -0.05},
    {"object known name", 0.02},
    {"object lifted", -1.03},
    {"object light verb", -0.27},
    {"object new name", 0.02},
    {"object nominal", 0.17},
    {"object passive", -0.52},
    {"object people", -0.15},
    {"object phrase", 0.01},
    {"object plural", -0.12},
    {"object pronoun", -0.19},
    {"object thing", -0.06},
    {"object three steps off", -0.06},
    {"obligation", -0.35},
    {"office of no person", -0.29},
    {"planned", 0.04},
    {"pursued", -0.20},
    {"rejected", -0.11},
    {"relative clause", -0.22},
    {"sanctioned", -0.97},
    {"stated", -0.17},
    {"subject at the trigger", 0.03},
    {"subject context", -0.31},
    {"subject control", 0.02},
    {"subject country", -0.27},
    {"subject far", -0.36},
    {"subject further off", -0.54},
    {"subject indefinite", -0.02},
    {"subject lifted", -0.05},
    {"subject light verb", -0.04},
    {"subject list", -0.23},
    {"subject new name", 0.22},
    {"subject next", -0.02},
    {"subject outside the domain", -0.26},
    {"subject person", 0.06},
    {"subject plural", -0.11},
    {"subject pronoun", -0.12},
    {"subject referring", -0.18},
    {"subject relative", -0.07},
    {"subject thing", -0.04},
    {"subject three steps off", -0.13},
    {"subject two steps off", -0.15},
    {"supported", -0.12},
    {"title/office", 0.10},
    {"trigger noun", -0.16},
    {"trigger of many readings", -0.17},
    {"trigger of no frame", 0.80},
    {"trigger of several words", -0.01},
    {"two names", 0.01},
}};

}  // namespace entente::extract
