// SPDX-License-Identifier: Apache-2.0
#include "evaluation/names.hpp"

#include "support/catch.hpp"

using namespace entente::evaluation;

TEST_CASE("normal_name folds case, marks, initials, possessives, commas in numbers and the leading article") {
  CHECK(normal_name("The U.N.'s Côte d’Ivoire") == "un cote d ivoire");
  CHECK(normal_name("1,200 tonnes, of rice") == "1200 tonnes of rice");
  CHECK(normal_name("Presidents' club") == "presidents club");
  CHECK(normal_name("a $2.5 billion_loan.") == "$2.5 billion loan");
  CHECK(normal_name("some of the parties") == "parties");
  CHECK(normal_name("R&D") == "r and d");
  CHECK(normal_name("  ").empty());
}

TEST_CASE("content_words drops function words and writes number words as digits") {
  CHECK(content_words("the twelve members of the Twenty-six") ==
        std::vector<std::string>{"12", "members", "20", "6"});
  CHECK(numbers_of({"12", "h1n1", "members"}) == std::set<std::string>{"12", "h1n1"});
}

TEST_CASE("stem takes a plural's ending off") {
  CHECK(stem("countries") == "country");
  CHECK(stem("teams") == "team");
  CHECK(stem("press") == "press");
  CHECK(stem("gas") == "gas");
}

TEST_CASE("acronym_of takes the capitals of two words or more") {
  CHECK(acronym_of("World Health Organization") == "who");
  CHECK(acronym_of("Organization of American States") == "oas");
  CHECK_FALSE(acronym_of("Kenya"));
  CHECK_FALSE(acronym_of("the parties"));
}

TEST_CASE("verb_lemmas gives the base forms that a form may have") {
  CHECK(verb_lemmas("met") == std::set<std::string>{"meet"});
  CHECK(verb_lemmas("supplied").contains("supply"));
  CHECK(verb_lemmas("stopping").contains("stop"));
  CHECK(verb_lemmas("gives").contains("give"));
}

TEST_CASE("relation_name reads every spelling alike") {
  CHECK(relation_name("providedAidTo") == "provided_aid_to");
  CHECK(relation_name(" Provided aid  to ") == "provided_aid_to");
  CHECK(relation_name("leader_of") == "leader_of");
  CHECK(relation_name("--").empty());
}
