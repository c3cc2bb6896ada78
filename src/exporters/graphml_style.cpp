// SPDX-License-Identifier: Apache-2.0
#include "exporters/graphml_style.hpp"

#include <array>
#include <utility>

namespace entente::exporters {

namespace {

struct Shade {
  std::string_view name;
  Colour colour;
};

// Closer classes stand before wider ones: the first that fits is taken. Hues tell apart for colour-blind eyes
// as well.
constexpr std::array<Shade, 14> kNodes = {{{"Country", {0, 114, 178}},
                                           {"InternationalOrganization", {86, 180, 233}},
                                           {"Person", {230, 159, 0}},
                                           {"Organization", {0, 158, 115}},
                                           {"Collective", {120, 94, 240}},
                                           {"Agent", {0, 158, 115}},
                                           {"Place", {148, 103, 189}},
                                           {"Meeting", {240, 228, 66}},
                                           {"Agreement", {188, 143, 100}},
                                           {"Initiative", {188, 143, 100}},
                                           {"Resource", {166, 118, 29}},
                                           {"HealthThreat", {213, 94, 0}},
                                           {"Crisis", {213, 94, 0}},
                                           {"Communication", {204, 121, 167}}}};

constexpr std::array<Shade, 7> kEdges = {{{"conflictedVerbally", {230, 130, 60}},
                                          {"conflictedMaterially", {200, 40, 30}},
                                          {"cooperatedMaterially", {0, 130, 90}},
                                          {"cooperatedVerbally", {90, 180, 140}},
                                          {"communicated", {204, 121, 167}},
                                          {"tookPartIn", {0, 114, 178}},
                                          {"isStructurallyTiedTo", {170, 170, 170}}}};

constexpr std::array<Colour, 10> kCommunities = {{{0, 114, 178},
                                                  {230, 159, 0},
                                                  {0, 158, 115},
                                                  {204, 121, 167},
                                                  {86, 180, 233},
                                                  {213, 94, 0},
                                                  {120, 94, 240},
                                                  {240, 228, 66},
                                                  {166, 118, 29},
                                                  {60, 60, 60}}};

constexpr Colour kGrey = {127, 127, 127};

}  // namespace

Colour node_colour(std::string_view cls, const ontology::Vocabulary& vocabulary) {
  for (const Shade& shade : kNodes)
    if (vocabulary.is_class(cls, shade.name)) return shade.colour;
  return kGrey;
}

Colour community_colour(std::uint32_t community) {
  return community == 0 || community > kCommunities.size() ? kGrey : kCommunities[community - 1];
}

Colour edge_colour(std::string_view relation, const ontology::Vocabulary& vocabulary) {
  for (const Shade& shade : kEdges)
    if (vocabulary.is_relation(relation, shade.name)) return shade.colour;
  return kGrey;
}

}  // namespace entente::exporters
