// SPDX-License-Identifier: Apache-2.0
#include "serve/name_search.hpp"

#include "graph/freeze.hpp"
#include "support/catch.hpp"

using namespace entente;

TEST_CASE("names are found by any part, the best first") {
  graph::PropertyGraph made;
  const auto add = [&](const char* name, graph::List aliases) {
    return made.add_node({"Thing"}, {{"name", name}, {"aliases", std::move(aliases)}});
  };
  const auto indochina = add("Indochina", {});
  const auto south = add("South China Sea", {});
  const auto china = add("China", {graph::Value("PRC")});
  const auto daily = add("China Daily", {graph::Value("the newspaper")});
  const auto ivory = add("Côte d'Ivoire", {});
  made.add_edge(daily, china, "in", {});
  const graph::Snapshot graph = graph::freeze(made);
  const serve::NameSearch search(graph);
  using Nodes = std::vector<graph::NodeId>;
  CHECK(search.find("CHINA", 10) == Nodes{china, daily, south, indochina});
  CHECK(search.find("china", 2) == Nodes{china, daily});
  CHECK(search.find("prc", 10) == Nodes{china});
  CHECK(search.find(" cote D'i ", 10) == Nodes{ivory});
  CHECK(search.find("newspaper", 10) == Nodes{daily});
  CHECK(search.find("a\nb", 10).empty());
  CHECK(search.find("  ", 10).empty());
  CHECK(search.find("zzz", 10).empty());
}
