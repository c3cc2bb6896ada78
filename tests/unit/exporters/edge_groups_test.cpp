// SPDX-License-Identifier: Apache-2.0
#include "exporters/edge_groups.hpp"

#include <algorithm>

#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

const EdgeGroup* find(const std::vector<EdgeGroup>& edges, const FactBase& base, const std::string& source,
                      const std::string& kind, const std::string& target) {
  const auto it = std::find_if(edges.begin(), edges.end(), [&](const EdgeGroup& e) {
    return base.entities[e.source].id == source && e.kind == kind && base.entities[e.target].id == target;
  });
  return it == edges.end() ? nullptr : &*it;
}

TEST_CASE("facts of the same ends and kind are one edge") {
  const FactBase base = sample_base();
  const auto edges = group_edges(base, vocabulary(), false);
  const EdgeGroup* aid = find(edges, base, "china", "providedAidTo", "kenya");
  REQUIRE(aid != nullptr);
  CHECK(aid->facts.size() == 2);
  CHECK(aid->label == "provided aid to");
  CHECK_FALSE(aid->symmetric);
}

TEST_CASE("both directions of a symmetric relation are one edge") {
  const FactBase base = sample_base();
  const auto edges = group_edges(base, vocabulary(), false);
  const EdgeGroup* met = find(edges, base, "nasty-ffffff", "metWith", "xi-jinping");
  REQUIRE(met != nullptr);
  CHECK(met->facts.size() == 2);
  CHECK(met->symmetric);
  CHECK(find(edges, base, "xi-jinping", "metWith", "nasty-ffffff") == nullptr);
}

TEST_CASE("only plain facts by default; with all facts modality and denial are in the kind") {
  const FactBase base = sample_base();
  for (const EdgeGroup& edge : group_edges(base, vocabulary(), false))
    for (const Fact* fact : edge.facts) CHECK(is_plain(*fact));
  const auto all = group_edges(base, vocabulary(), true);
  const auto check = [&](const char* source, const char* kind, const char* target, const char* label) {
    const EdgeGroup* edge = find(all, base, source, kind, target);
    INFO(kind);
    REQUIRE(edge != nullptr);
    CHECK(edge->label == label);
  };
  check("xi-jinping", "visited/Planned", "kenya", "visited (planned)");
  check("china", "attacked/denied", "kenya", "attacked (denied)");
  check("who", "providedAidTo/Reported/denied", "china", "provided aid to (reported, denied)");
  check("apec", "consultedWith/CalledFor", "g20", "consulted with (called for)");
  check("nasty-ffffff", "metWith", "xi-jinping", "met with");
  check("nasty-ffffff", "metWith/Planned", "xi-jinping", "met with (planned)");
}

TEST_CASE("every fact with an object is in one edge") {
  const FactBase base = sample_base();
  std::size_t facts = 0;
  for (const EdgeGroup& edge : group_edges(base, vocabulary(), true)) facts += edge.facts.size();
  const auto with_object = std::count_if(base.facts.begin(), base.facts.end(),
                                         [](const Fact& fact) { return !fact.object.empty(); });
  CHECK(facts == static_cast<std::size_t>(with_object));
}

}  // namespace
