// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <random>
#include <set>

#include "graph/centrality.hpp"
#include "graph/communities.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente::graph;
using Links = std::vector<Link>;
constexpr std::size_t kAllSteps = 1'000'000'000;

/// Each pair once, without loops.
Links random_links(std::uint32_t nodes, std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t i = 0; i < count; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % nodes),
               b = static_cast<std::uint32_t>(random() % nodes);
    if (a != b) pairs.insert(std::minmax(a, b));
  }
  Links links;
  for (const auto& [a, b] : pairs)
    links.push_back({a, b, 1 + static_cast<std::uint32_t>(random() % 3), false});
  return links;
}

Links clique(std::uint32_t first, std::uint32_t size) {
  Links links;
  for (std::uint32_t a = first; a < first + size; ++a)
    for (std::uint32_t b = first; b < a; ++b) links.push_back({a, b, 1, false});
  return links;
}

/// Cliques of five, each with one link to the next.
Links ring_of_cliques(std::uint32_t cliques) {
  Links links;
  for (std::uint32_t i = 0; i < cliques; ++i) {
    const Links one = clique(5 * i, 5);
    links.insert(links.end(), one.begin(), one.end());
    links.push_back({5 * i, (5 * i + 6) % (5 * cliques), 1, false});
  }
  return links;
}

std::vector<double> betweenness_of_boost(std::size_t nodes, const Links& links) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> graph(nodes);
  for (const Link& link : links) add_edge(link.source, link.target, graph);
  std::vector<double> shares(nodes);
  const auto map = boost::make_iterator_property_map(shares.begin(), get(boost::vertex_index, graph));
  boost::brandes_betweenness_centrality(graph, map);
  const double pairs = static_cast<double>(nodes - 1) * static_cast<double>(nodes - 2) / 2;
  for (double& share : shares) share /= pairs;
  return shares;
}

double farthest(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

TEST_CASE("neighbourhoods: no direction, no loops, parallels added up") {
  const Neighbourhoods around(4, {{2, 0, 3, false}, {0, 2, 4, true}, {1, 1, 9, false}, {0, 1, 1, false}});
  CHECK(around.begins == std::vector<std::size_t>{0, 2, 3, 4, 4});
  CHECK(around.neighbours == std::vector<std::uint32_t>{1, 2, 0, 0});
  CHECK(around.weights == std::vector<std::int64_t>{1, 7, 1, 7});
}

TEST_CASE("betweenness is Boost's on graphs without parallel links") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const std::uint32_t nodes = 3 + seed * 4;
    const Links links = random_links(nodes, seed * 7, seed);
    const Betweenness found = betweenness(Neighbourhoods(nodes, links), kAllSteps);
    INFO("seed " << seed);
    CHECK_FALSE(found.sampled);
    CHECK(farthest(found.shares, betweenness_of_boost(nodes, links)) < 1e-12);
  }
}

TEST_CASE("betweenness of a star, a path, parallels and nobody") {
  const Links star = {{0, 1}, {2, 0}, {0, 3}, {0, 3}, {3, 0}};
  CHECK(betweenness(Neighbourhoods(4, star), kAllSteps).shares == std::vector<double>{1, 0, 0, 0});
  const Links path = {{0, 1}, {1, 2}};
  CHECK(betweenness(Neighbourhoods(5, path), kAllSteps).shares[1] == Approx(1.0 / 6));
  CHECK(betweenness(Neighbourhoods(0, {}), kAllSteps).shares.empty());
  CHECK(betweenness(Neighbourhoods(2, {}), kAllSteps).shares == std::vector<double>{0, 0});
}

TEST_CASE("betweenness is sampled within its steps, and left out below a hundred starting nodes") {
  constexpr std::uint32_t kNodes = 600;
  const Links links = random_links(kNodes, 2400, 5);
  const Neighbourhoods around(kNodes, links);
  const std::size_t each = kNodes + around.neighbours.size();
  const Betweenness exact = betweenness(around, kAllSteps), sampled = betweenness(around, 250 * each);
  CHECK(sampled.sampled);
  CHECK(sampled.pivots == 250);
  const double most = *std::max_element(exact.shares.begin(), exact.shares.end());
  CHECK(farthest(exact.shares, sampled.shares) < most / 4);
  CHECK(farthest(exact.shares, sampled.shares) > 0);
  CHECK(betweenness(around, 99 * each).shares.empty());
  CHECK(betweenness(around, 99 * each).sampled);
}

/// PageRank by its definition: x = (1-d)/n + d (what comes in + what nodes without a way out share among
/// all).
std::vector<double> page_rank_by_definition(std::size_t nodes, const Links& links) {
  std::vector<std::vector<std::uint32_t>> out(nodes);
  for (const Link& link : links) {
    out[link.source].push_back(link.target);
    if (link.both_ways && link.source != link.target) out[link.target].push_back(link.source);
  }
  const auto count = static_cast<double>(nodes);
  std::vector<double> ranks(nodes, 1 / count);
  for (int round = 0; round < 300; ++round) {
    double lost = 0;
    for (std::size_t node = 0; node < nodes; ++node) lost += out[node].empty() ? ranks[node] : 0;
    std::vector<double> next(nodes, 0.15 / count + 0.85 * lost / count);
    for (std::size_t node = 0; node < nodes; ++node)
      for (const std::uint32_t target : out[node])
        next[target] += 0.85 * ranks[node] / static_cast<double>(out[node].size());
    ranks = next;
  }
  return ranks;
}

TEST_CASE("PageRank is as defined, also with nodes that lead nowhere, loops and parallels") {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    Links links = random_links(30, seed * 6, seed);
    links.push_back({3, 3, 1, true});
    links.push_back({4, 5, 1, true});
    links.push_back({4, 5, 1, false});
    INFO("seed " << seed);
    CHECK(farthest(page_rank(30, links), page_rank_by_definition(30, links)) < 1e-7);
  }
  CHECK(page_rank(0, {}).empty());
  CHECK(page_rank(2, {}) == std::vector<double>{0.5, 0.5});
}

TEST_CASE("communities of a ring of cliques are the cliques") {
  const Neighbourhoods around(52, ring_of_cliques(10));  // two nodes are alone
  const auto groups = communities(around);
  for (std::uint32_t node = 0; node < 50; ++node) CHECK(groups[node] == node / 5 + 1);
  CHECK(groups[50] == 0);
  CHECK(groups[51] == 0);
}

TEST_CASE("the largest community is the first, and weights count") {
  Links links = clique(0, 3);
  const Links larger = clique(3, 6);
  links.insert(links.end(), larger.begin(), larger.end());
  CHECK(communities(Neighbourhoods(9, links)) == std::vector<std::uint32_t>{2, 2, 2, 1, 1, 1, 1, 1, 1});
  const Links path = {{0, 1, 9}, {1, 2, 1}, {2, 3, 9}};
  CHECK(communities(Neighbourhoods(4, path)) == std::vector<std::uint32_t>{1, 1, 2, 2});
  CHECK(communities(Neighbourhoods(0, {})).empty());
}

/// Numbers of groups among nodes that hang together within their group; equal to the groups' when all do.
std::size_t connected_parts(const Neighbourhoods& around, const std::vector<std::uint32_t>& groups) {
  std::vector<bool> met(groups.size(), false);
  std::size_t parts = 0;
  for (std::uint32_t first = 0; first < groups.size(); ++first) {
    if (met[first] || groups[first] == 0) continue;
    ++parts;
    std::vector<std::uint32_t> waiting = {first};
    met[first] = true;
    while (!waiting.empty()) {
      const std::uint32_t node = waiting.back();
      waiting.pop_back();
      for (std::size_t i = around.begins[node]; i < around.begins[node + 1]; ++i) {
        const std::uint32_t next = around.neighbours[i];
        if (!met[next] && groups[next] == groups[node]) waiting.push_back(next), met[next] = true;
      }
    }
  }
  return parts;
}

TEST_CASE("communities of any graph hang together and have more inside than chance has") {
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const std::uint32_t nodes = 10 + 9 * seed;
    const Links links = random_links(nodes, nodes + nodes / 2, seed);
    const Neighbourhoods around(nodes, links);
    const auto groups = communities(around);
    INFO("seed " << seed);
    CHECK(connected_parts(around, groups) == *std::max_element(groups.begin(), groups.end()));
    CHECK(modularity(around, groups) > 0.3);
    CHECK(communities(around) == groups);
  }
}

TEST_CASE("modularity as it is defined") {
  const Neighbourhoods around(4, {{0, 1}, {2, 3}});
  CHECK(modularity(around, {1, 1, 2, 2}) == Approx(0.5));
  CHECK(modularity(around, {1, 1, 1, 1}) == Approx(0.0));
  CHECK(modularity(around, {1, 2, 1, 2}) == Approx(-0.5));
  CHECK(modularity(Neighbourhoods(3, {}), {0, 0, 0}) == 0.0);
}

}  // namespace
