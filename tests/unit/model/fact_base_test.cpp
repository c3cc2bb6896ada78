// SPDX-License-Identifier: Apache-2.0
#include "model/fact_base.hpp"

#include "support/catch.hpp"

namespace {

using namespace entente;

template <class T>
std::vector<T> with_ids(const std::vector<std::string>& ids) {
  std::vector<T> items;
  for (const std::string& id : ids) {
    T item;
    item.id = id;
    items.push_back(item);
  }
  return items;
}

TEST_CASE("entities, facts and documents are found by id, and others are not") {
  FactBase base;
  base.entities = with_ids<Entity>({"a", "c", "e"});
  base.facts = with_ids<Fact>({"0", "1"});
  base.documents = with_ids<Document>({"x"});
  for (const Entity& entity : base.entities) CHECK(base.entity(entity.id) == &entity);
  for (const Fact& fact : base.facts) CHECK(base.fact(fact.id) == &fact);
  CHECK(base.document("x") == base.documents.data());
  for (const char* id : {"", "b", "d", "f", "aa"}) CHECK(base.entity(id) == nullptr);
  CHECK(base.fact("2") == nullptr);
  CHECK(base.document("") == nullptr);
}

TEST_CASE("an empty base has nothing") {
  const FactBase base;
  CHECK(base.entity("a") == nullptr);
  CHECK(base.fact("") == nullptr);
}

}  // namespace
