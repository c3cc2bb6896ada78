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

inline constexpr double kBaseWeight = 2.07;
inline constexpr std::array<SignWeight, 42> kSignWeights = {{
    {"affiliatedWith", -0.27},
    {"called for", 0.05},
    {"communicated", 0.06},
    {"conflictedMaterially", 0.08},
    {"conflictedVerbally", -0.23},
    {"cooperatedMaterially", 0.10},
    {"cooperatedVerbally", -0.13},
    {"holdsOfficeIn", 0.34},
    {"locatedIn", 0.06},
    {"long sentence", -0.53},
    {"negated", -0.15},
    {"object far", -0.13},
    {"object list", -0.56},
    {"object nominal", 0.57},
    {"object passive", -0.15},
    {"object people", -0.23},
    {"object phrase", -0.26},
    {"object referring", 0.25},
    {"object relative", -0.68},
    {"object thing", -0.56},
    {"object unnamed class", -0.57},
    {"obligation", -0.44},
    {"partOf", -0.63},
    {"planned", 0.01},
    {"pursued", -0.18},
    {"reported", -0.34},
    {"subject conjunct", -0.50},
    {"subject control", -1.10},
    {"subject described", -0.61},
    {"subject far", -0.12},
    {"subject light verb", 0.28},
    {"subject list", -0.35},
    {"subject nominal", -0.76},
    {"subject passive", 0.41},
    {"subject phrase", -1.26},
    {"subject referring", -0.36},
    {"subject relative", -0.31},
    {"subject unnamed class", -0.80},
    {"tookPartIn", 0.49},
    {"trigger noun", -0.54},
    {"trigger of several words", 0.14},
    {"visited", 0.49},
}};

}  // namespace entente::extract
