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

inline constexpr double kBaseWeight = 2.06;
inline constexpr std::array<SignWeight, 42> kSignWeights = {{
    {"affiliatedWith", -0.25},
    {"called for", -0.04},
    {"communicated", 0.09},
    {"conflictedMaterially", 0.08},
    {"conflictedVerbally", -0.05},
    {"cooperatedMaterially", -0.03},
    {"cooperatedVerbally", -0.11},
    {"holdsOfficeIn", 0.29},
    {"locatedIn", 0.06},
    {"long sentence", -0.56},
    {"negated", -0.34},
    {"object far", -0.11},
    {"object list", -0.58},
    {"object nominal", 0.78},
    {"object passive", -0.15},
    {"object people", -0.21},
    {"object phrase", -0.30},
    {"object referring", 0.15},
    {"object relative", -0.56},
    {"object thing", -0.57},
    {"object unnamed class", -0.58},
    {"obligation", -0.46},
    {"partOf", -0.69},
    {"planned", -0.13},
    {"pursued", -0.19},
    {"reported", -0.34},
    {"subject conjunct", -0.66},
    {"subject control", -0.95},
    {"subject described", -0.54},
    {"subject far", 0.08},
    {"subject light verb", 0.30},
    {"subject list", -0.31},
    {"subject nominal", -0.70},
    {"subject passive", 0.40},
    {"subject phrase", -1.32},
    {"subject referring", -0.35},
    {"subject relative", -0.24},
    {"subject unnamed class", -0.80},
    {"tookPartIn", 0.49},
    {"trigger noun", -0.71},
    {"trigger of several words", 0.14},
    {"visited", 0.47},
}};

}  // namespace entente::extract
