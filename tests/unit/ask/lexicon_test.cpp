// SPDX-License-Identifier: Apache-2.0
#include "ask/lexicon.hpp"

#include "support/catch.hpp"

using namespace entente::ask;

TEST_CASE("question words and auxiliaries are known by their lower-case form") {
  CHECK(wh_of("whom") == Wh::who);
  CHECK(wh_of("which") == Wh::which);
  CHECK(wh_of("China") == Wh::none);
  CHECK(auxiliary_of("did") == "do");
  CHECK(auxiliary_of("were") == "be");
  CHECK(auxiliary_of("visited").empty());
  CHECK(is_modal("will"));
  CHECK_FALSE(is_modal("did"));
}

TEST_CASE("a modal asks for plans or duties") {
  CHECK(modalities_of_modal("will") == std::vector<std::string>{"Planned"});
  CHECK(modalities_of_modal("must") == std::vector<std::string>{"Obligation", "CalledFor"});
  CHECK(modalities_of_modal("did").empty());
}

TEST_CASE("nouns for statements say their modality") {
  CHECK(statement_kind_of("duty")->modality == "Obligation");
  CHECK(statement_kind_of("denial")->negated);
  CHECK_FALSE(statement_kind_of("banana"));
  CHECK(attribute_of("month") == "when");
  CHECK(attribute_of("banana").empty());
}

TEST_CASE("class_of_words takes the longest label of the vocabulary, then a common name of a class") {
  const auto vocabulary = entente::ontology::Vocabulary::load("ontology");
  REQUIRE(vocabulary);
  std::size_t used = 0;
  CHECK(class_of_words(*vocabulary, {"old", "political", "party"}, used) == "PoliticalParty");
  CHECK(used == 2);
  CHECK(class_of_words(*vocabulary, {"african", "country"}, used) == "Country");
  CHECK(used == 1);
  CHECK(class_of_words(*vocabulary, {"event"}, used) == "Meeting");
  CHECK_FALSE(class_of_words(*vocabulary, {"banana"}, used));
}

TEST_CASE("past_of makes the form that labels of relations begin with") {
  CHECK(past_of("cooperate") == "cooperated");
  CHECK(past_of("carry") == "carried");
  CHECK(past_of("stay") == "stayed");
  CHECK(past_of("take") == "took");
}
