// SPDX-License-Identifier: Apache-2.0
#include "app/name_list.hpp"

#include <thread>

#include "app/name_collector.hpp"
#include "graph/freeze.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;
using Names = std::vector<std::string>;

namespace {

NameList list_of(const Names& names) {
  NameList list;
  for (const std::string& name : names) list.add(name);
  list.sort();
  return list;
}

}  // namespace

TEST_CASE("names are found by how they begin, without case and marks") {
  const NameList list =
      list_of({"Italy", "Xi Jinping", "Côte d'Ivoire", "XI", "中国", "Xiamen", "Italy", "İzmir", "🌍 Forum"});
  CHECK(list.size() == 8);
  CHECK(list.beginning_with("xi", 9).names == Names{"XI", "Xi Jinping", "Xiamen"});
  CHECK(list.beginning_with("cote", 9).names == Names{"Côte d'Ivoire"});
  CHECK(list.beginning_with("côte", 9).common == "Côte d'Ivoire");
  CHECK(list.beginning_with("中", 9).names == Names{"中国"});
  CHECK(list.beginning_with("🌍", 9).names == Names{"🌍 Forum"});
  CHECK(list.beginning_with("Xj", 9).names.empty());
  CHECK(list.beginning_with("", 2).names.size() == 2);
  CHECK(list.beginning_with("", 2).more == 6);
}

TEST_CASE("what names have in common is told as the first one writes it") {
  const NameList list = list_of({"Équateur A", "Equateur B", "Other"});
  CHECK(list.beginning_with("e", 9).common == "Équateur ");
  CHECK(list_of({"Xi Jinping", "Xi Zhongxun"}).beginning_with("x", 9).common == "Xi ");
  CHECK(beginning_of("e\u0301tat", 1) == "e\u0301");
}

TEST_CASE("names that no line can hold are left out") {
  CHECK(list_of({"", "a\nb", "\xFF", "ok"}).size() == 1);
  CHECK(list_of({}).beginning_with("a", 9).names.empty());
}

TEST_CASE("names and aliases of a graph are collected") {
  graph::PropertyGraph made;
  for (int i = 0; i < 2000; ++i) {
    const std::string number = std::to_string(i);
    made.add_node({"Person"},
                  {{"name", "Name " + number}, {"aliases", graph::List{{"Alias " + number}, {7}}}});
  }
  made.add_node({"Person"}, {{"age", 7}});
  const graph::Snapshot graph = graph::freeze(made);
  const NameCollector collector(graph);
  while (collector.names() == nullptr) std::this_thread::yield();
  CHECK(collector.names()->size() == 4000);
  CHECK(collector.names()->beginning_with("alias 1999", 9).names == Names{"Alias 1999"});
  const NameCollector given_up(graph);
  const graph::Snapshot none;
  const NameCollector nothing(none);
}
