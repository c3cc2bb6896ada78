// SPDX-License-Identifier: Apache-2.0
#include "app/why.hpp"

#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

TEST_CASE("a fact is found by its id or a clear beginning of it") {
  const FactBase base = test::small_base();
  const Fact& fact = base.facts[1];
  CHECK(find_fact(base, fact.id).value() == &fact);
  CHECK(find_fact(base, fact.id.substr(0, 6)).value() == &fact);
  CHECK(find_fact(base, fact.id.substr(0, 3)).error().kind == ErrorKind::data);
  CHECK_FALSE(find_fact(base, "zzzzzz"));
  CHECK_FALSE(find_fact(base, ""));
}

TEST_CASE("a beginning that several ids share is not clear") {
  FactBase base = test::small_base();
  base.facts[0].id = "abcd000000000000";
  base.facts[1].id = "abcd111111111111";
  base.facts[2].id = "ffff000000000000";
  CHECK(find_fact(base, "abcd").error().message.find("several facts") == 0);
  CHECK(find_fact(base, "abcd1"));
}

TEST_CASE("features name ends by label and leave out what is absent") {
  const FactBase base = test::small_base();
  const auto denied =
      std::find_if(base.facts.begin(), base.facts.end(), [](const Fact& f) { return f.negated; });
  std::string text;
  for (const Feature& feature : features_of(*denied, base)) text += feature.name + "=" + feature.value + ";";
  CHECK(text == "fact=" + denied->id +
                    ";edge=China -[criticized]-> Italy;modality=Asserted;negated=yes;confidence=0.75;");
}

TEST_CASE("entities are found by id, label or alias, case-blind") {
  const FactBase base = test::small_base();
  for (const char* name : {"china", "CHINA", "prc"}) {
    const auto found = find_entities(base, name);
    REQUIRE(found);
    CHECK(found->at(0)->id == "china");
  }
  CHECK(find_entities(base, "Chnia").error().hint == "did you mean 'China'?");
}
