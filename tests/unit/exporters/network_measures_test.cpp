// SPDX-License-Identifier: Apache-2.0
#include "exporters/network_measures.hpp"

#include <map>
#include <set>

#include "exporters/drawing.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

std::string value(const Drawing& drawing, std::string_view entity, std::string_view id) {
  for (std::size_t node = 0; node < drawing.nodes().size(); ++node)
    if (drawing.nodes()[node].id == entity)
      return drawing.values_of_node(node)[place_of(kNodeAttributes, id)];
  return "no such node";
}

TEST_CASE("measures stand in the nodes, and only where they are wanted") {
  const FactBase base = sample_base();
  Options options = sample_options();
  const Drawing with(base, vocabulary(), options);
  CHECK(value(with, "china", "community") == "1");
  CHECK(std::stod(value(with, "china", "pagerank")) > 0.05);
  CHECK(std::stod(value(with, "china", "betweenness")) > 0.1);
  options.measures = Measures::none;
  const Drawing without(base, vocabulary(), options);
  for (const std::string_view id : {"community", "pagerank", "betweenness"})
    CHECK(value(without, "china", id).empty());
}

TEST_CASE("an entity without an edge has no community") {
  FactBase base = sample_base();
  Entity alone;
  alone.id = "zz-alone";
  alone.label = "Alone";
  base.entities.push_back(alone);
  const Drawing drawing(base, vocabulary(), sample_options());
  CHECK(value(drawing, "zz-alone", "community").empty());
  CHECK(value(drawing, "zz-alone", "betweenness") == "0.0");
}

/// A chain of facts without evidence.
std::vector<EdgeGroup> chain(const Fact& fact, std::uint32_t edges) {
  std::vector<EdgeGroup> chain(edges);
  for (std::uint32_t i = 0; i < edges; ++i) {
    chain[i].source = i;
    chain[i].target = i + 1;
    chain[i].facts = {&fact};
  }
  return chain;
}

TEST_CASE("what is too large is measured only when that is asked for") {
  const Fact fact;
  constexpr std::uint32_t kEdges = kMeasuredByItself / 2;
  const auto fits = measure_network(kEdges, chain(fact, kEdges - 1), Measures::automatic);
  CHECK(fits.communities.size() == kEdges);
  CHECK(fits.page_ranks.size() == kEdges);
  CHECK(fits.betweenness.size() == kEdges);
  const auto larger = measure_network(kEdges + 1, chain(fact, kEdges), Measures::automatic);
  CHECK(larger.communities.empty());
  CHECK(larger.page_ranks.empty());
  CHECK(larger.betweenness.empty());
  CHECK(measure_network(kEdges + 1, chain(fact, kEdges), Measures::all).communities.size() == kEdges + 1);
}

TEST_CASE("colours by community differ from colours by class, and are the same for the same community") {
  const FactBase base = sample_base();
  Options options = sample_options();
  options.colour_by_community = true;
  const Drawing drawing(base, vocabulary(), options);
  const auto text = [](Colour c) {
    return std::to_string(c.r) + " " + std::to_string(c.g) + " " + std::to_string(c.b);
  };
  std::map<std::string, std::string> colours;
  for (std::size_t node = 0; node < drawing.nodes().size(); ++node) {
    const std::string community = drawing.values_of_node(node)[place_of(kNodeAttributes, "community")];
    const auto [place, is_new] = colours.emplace(community, text(drawing.colour(node)));
    CHECK(place->second == text(drawing.colour(node)));
  }
  CHECK(colours.size() > 1);
  std::set<std::string> different;
  for (std::uint32_t community = 0; community <= 10; ++community)
    different.insert(text(community_colour(community)));
  CHECK(different.size() == 11);
  CHECK(text(community_colour(11)) == text(community_colour(0)));
}

}  // namespace
