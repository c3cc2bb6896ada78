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
    {"affiliatedWith", 0.41},
    {"attacked", 0.33},
    {"called for", -0.16},
    {"calledOn", 0.10},
    {"coerced", -0.82},
    {"communicated", 0.26},
    {"conflictedMaterially", -0.07},
    {"conflictedVerbally", -0.13},
    {"cooperatedMaterially", -0.13},
    {"cooperatedVerbally", -0.08},
    {"cooperatedWith", -0.13},
    {"criticized", 0.61},
    {"holdsOfficeIn", 0.14},
    {"hypothetical", -0.16},
    {"implemented", -0.75},
    {"informed", 0.51},
    {"locatedIn", -0.17},
    {"long sentence", -0.62},
    {"negated", -0.19},
    {"no object", -0.38},
    {"object far", -0.16},
    {"object lifted", -1.34},
    {"object list", -0.66},
    {"object nominal", 0.69},
    {"object passive", -0.10},
    {"object people", -0.26},
    {"object phrase", -0.18},
    {"object referring", -0.02},
    {"object relative", -0.21},
    {"object thing", -0.28},
    {"object unnamed class", -0.61},
    {"obligation", -0.39},
    {"partOf", -0.65},
    {"planned", -0.32},
    {"praised", 0.66},
    {"providedAidTo", 0.31},
    {"pursued", 0.00},
    {"read off an object", 0.26},
    {"read off what is said", 0.34},
    {"rejected", -0.35},
    {"reported", -0.33},
    {"sanctioned", 0.17},
    {"stated", -0.49},
    {"subject conjunct", -0.78},
    {"subject context", -0.21},
    {"subject control", -0.79},
    {"subject described", -0.28},
    {"subject far", 0.16},
    {"subject light verb", 0.32},
    {"subject list", -0.25},
    {"subject nominal", -0.53},
    {"subject passive", 0.01},
    {"subject phrase", -0.85},
    {"subject referring", -0.26},
    {"subject relative", -0.40},
    {"supported", -0.40},
    {"tookPartIn", 0.21},
    {"trigger noun", -0.49},
    {"trigger of several words", 0.40},
    {"visited", 0.50},
}};

}  // namespace entente::extract
