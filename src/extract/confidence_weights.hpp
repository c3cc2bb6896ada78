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

inline constexpr double kBaseWeight = 1.96;
inline constexpr std::array<SignWeight, 60> kSignWeights = {{
    {"affiliatedWith", 0.43},
    {"attacked", 0.32},
    {"called for", -0.20},
    {"calledOn", 0.14},
    {"coerced", -0.81},
    {"communicated", 0.20},
    {"conflictedMaterially", -0.05},
    {"conflictedVerbally", -0.06},
    {"cooperatedMaterially", -0.10},
    {"cooperatedVerbally", -0.16},
    {"cooperatedWith", -0.13},
    {"criticized", 0.63},
    {"holdsOfficeIn", 0.17},
    {"hypothetical", -0.18},
    {"implemented", -0.58},
    {"informed", 0.52},
    {"locatedIn", -0.16},
    {"long sentence", -0.58},
    {"negated", -0.18},
    {"no object", -0.39},
    {"object far", -0.19},
    {"object lifted", -1.26},
    {"object list", -0.64},
    {"object nominal", 0.68},
    {"object passive", -0.15},
    {"object people", -0.25},
    {"object phrase", -0.23},
    {"object referring", -0.01},
    {"object relative", -0.46},
    {"object thing", -0.41},
    {"object unnamed class", -0.63},
    {"obligation", -0.40},
    {"partOf", -0.62},
    {"planned", -0.29},
    {"praised", 0.70},
    {"providedAidTo", 0.31},
    {"pursued", -0.18},
    {"read off an object", 0.17},
    {"read off what is said", 0.35},
    {"rejected", -0.27},
    {"reported", -0.28},
    {"sanctioned", 0.17},
    {"stated", -0.69},
    {"subject conjunct", -0.76},
    {"subject context", -0.30},
    {"subject control", -0.81},
    {"subject described", -0.29},
    {"subject far", 0.23},
    {"subject light verb", 0.34},
    {"subject list", -0.25},
    {"subject nominal", -0.54},
    {"subject passive", 0.24},
    {"subject phrase", -0.92},
    {"subject referring", -0.23},
    {"subject relative", -0.40},
    {"supported", -0.16},
    {"tookPartIn", 0.33},
    {"trigger noun", -0.51},
    {"trigger of several words", 0.38},
    {"visited", 0.50},
}};

}  // namespace entente::extract
