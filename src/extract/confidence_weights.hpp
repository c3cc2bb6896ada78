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

inline constexpr double kBaseWeight = 2.03;
inline constexpr std::array<SignWeight, 61> kSignWeights = {{
    {"affiliatedWith", 0.55},
    {"attacked", 0.18},
    {"called for", -0.23},
    {"calledOn", 0.02},
    {"coerced", -1.16},
    {"communicated", -0.09},
    {"conflictedMaterially", 0.03},
    {"conflictedVerbally", -0.25},
    {"cooperatedMaterially", -0.25},
    {"cooperatedVerbally", -0.10},
    {"cooperatedWith", -0.12},
    {"criticized", 0.61},
    {"holdsOfficeIn", 0.07},
    {"hypothetical", -0.19},
    {"implemented", -0.64},
    {"informed", 0.30},
    {"locatedIn", -0.32},
    {"long sentence", -0.45},
    {"negated", -0.23},
    {"no object", -0.52},
    {"object far", -0.05},
    {"object lifted", -1.29},
    {"object light verb", -0.04},
    {"object list", -0.77},
    {"object nominal", 0.56},
    {"object passive", -0.08},
    {"object people", -0.26},
    {"object phrase", -0.31},
    {"object referring", 0.01},
    {"object relative", -0.45},
    {"object thing", -0.05},
    {"object unnamed class", -0.86},
    {"obligation", -0.37},
    {"partOf", -0.51},
    {"planned", -0.28},
    {"praised", 0.64},
    {"providedAidTo", 0.83},
    {"pursued", 0.02},
    {"read off an object", 0.19},
    {"read off what is said", 0.38},
    {"rejected", -0.35},
    {"reported", -0.22},
    {"sanctioned", 0.20},
    {"stated", -0.66},
    {"subject conjunct", -0.34},
    {"subject context", -0.08},
    {"subject control", -0.63},
    {"subject described", -0.14},
    {"subject far", 0.03},
    {"subject light verb", 0.09},
    {"subject list", -0.05},
    {"subject nominal", -0.33},
    {"subject passive", 0.03},
    {"subject phrase", -0.79},
    {"subject referring", -0.32},
    {"subject relative", -0.54},
    {"supported", -0.31},
    {"tookPartIn", 0.16},
    {"trigger noun", -0.48},
    {"trigger of several words", 0.35},
    {"visited", 0.55},
}};

}  // namespace entente::extract
