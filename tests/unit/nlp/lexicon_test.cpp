// SPDX-License-Identifier: Apache-2.0
#include "nlp/lexicon.hpp"

#include "model.hpp"
#include "nlp/string_id.hpp"
#include "support/catch.hpp"

using namespace entente::nlp;

TEST_CASE("word shapes") {
  CHECK(word_shape("China") == "Xxxxx");
  CHECK(word_shape("international") == "xxxx");
  CHECK(word_shape("G20") == "Xdd");
  CHECK(word_shape("U.S.") == "X.X.");
  CHECK(word_shape("-----") == "----");
  CHECK(word_shape("Ürümqi") == "Xxxxx");
  CHECK(word_shape(std::string(99, 'a')) == "xxxx");
  CHECK(word_shape(std::string(100, 'a')) == "LONG");
}

TEST_CASE("lexemes hold the ids that spaCy computes") {
  const auto directory = testing::model_directory();
  if (!directory) return;
  const auto norms = NormTable::load(*directory);
  REQUIRE(norms);
  Lexicon lexicon(*norms);
  const auto id = [](const nlohmann::json& value) { return std::stoull(value.get<std::string>()); };
  for (const auto& text : testing::golden("trace_sm.json"))
    for (const auto& token : text.at("tokens")) {
      const auto& lexeme = lexicon[lexicon.intern(token.at("orth").get<std::string>())];
      CHECK(lexeme.orth == id(token.at("orth_id")));
      CHECK(lexeme.norm == id(token.at("ids").at("NORM")));
      CHECK(lexeme.prefix == id(token.at("ids").at("PREFIX")));
      CHECK(lexeme.suffix == id(token.at("ids").at("SUFFIX")));
      CHECK(lexeme.shape == id(token.at("ids").at("SHAPE")));
      CHECK_FALSE(lexeme.is_space);
    }
}

TEST_CASE("a norm of its own makes another lexeme") {
  const NormTable none;
  Lexicon lexicon(none);
  const auto plain = lexicon.intern("ca");
  const auto special = lexicon.intern("ca", string_id("can"));
  CHECK(plain != special);
  CHECK(lexicon[special].norm == string_id("can"));
  CHECK(lexicon.intern("ca") == plain);
  CHECK(lexicon[lexicon.intern("\n \u3000")].is_space);
}
