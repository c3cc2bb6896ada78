// SPDX-License-Identifier: Apache-2.0
#include "nlp/tokenizer.hpp"

#include "model.hpp"
#include "nlp/string_id.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::nlp;

namespace {

struct Loaded {
  NormTable norms;
  Tokenizer tokenizer;
};

std::optional<Loaded> load() {
  const auto directory = nlp::testing::model_directory();
  if (!directory) return std::nullopt;
  auto norms = NormTable::load(*directory);
  auto tokenizer = Tokenizer::load(*directory);
  REQUIRE(norms);
  REQUIRE(tokenizer);
  return Loaded{std::move(*norms), std::move(*tokenizer)};
}

std::string spans_text(const std::string& text, const std::vector<RawToken>& tokens) {
  std::string out;
  for (const RawToken& token : tokens)
    out += text.substr(token.span.begin, token.span.size()) + (token.space_after ? "_" : "|");
  return out;
}

}  // namespace

TEST_CASE("every text of the golden set has spaCy's tokens, spaces and norms") {
  const auto loaded = load();
  if (!loaded) return;
  TokenizerMemory memory(loaded->norms);
  std::vector<RawToken> tokens;
  std::size_t compared = 0;
  for (const auto& entry : nlp::testing::golden("tokenizer_fuzz.json")) {
    const auto text = entry.at("text").get<std::string>();
    loaded->tokenizer.tokenize(text, memory, tokens);
    const auto& wanted = entry.at("toks");
    INFO(text);
    REQUIRE(tokens.size() == wanted.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      CHECK(text.substr(tokens[i].span.begin, tokens[i].span.size()) == wanted[i][0].get<std::string>());
      CHECK(memory.lexicon[tokens[i].lexeme].norm == string_id(wanted[i][1].get<std::string>()));
      CHECK(tokens[i].space_after == wanted[i][2].get<bool>());
      ++compared;
    }
  }
  CHECK(compared > 14'000);
}

TEST_CASE("white space: one blank is absorbed, the rest is a token") {
  const auto loaded = load();
  if (!loaded) return;
  TokenizerMemory memory(loaded->norms);
  std::vector<RawToken> tokens;
  const auto split = [&](const std::string& text) {
    loaded->tokenizer.tokenize(text, memory, tokens);
    return spans_text(text, tokens);
  };
  CHECK(split("") == "");
  CHECK(split("a b") == "a_b|");
  CHECK(split("a  b") == "a_ |b|");
  CHECK(split(" a\n\nb ") == " |a|\n\n|b_");
  CHECK(split("Mr. Li's (U.S.)") == "Mr._Li|'s_(|U.S.|)|");
}

TEST_CASE("long runs take linear time and give what short ones give") {
  const auto loaded = load();
  if (!loaded) return;
  TokenizerMemory memory(loaded->norms);
  std::vector<RawToken> tokens;
  loaded->tokenizer.tokenize(std::string(300'000, '('), memory, tokens);
  CHECK(tokens.size() == 300'000);
  loaded->tokenizer.tokenize(std::string(300'000, ')'), memory, tokens);
  CHECK(tokens.size() == 300'000);
  loaded->tokenizer.tokenize(std::string(300'000, '.'), memory, tokens);
  CHECK(tokens.size() == 1);
  std::string at_signs;
  for (int i = 0; i < 100'000; ++i) at_signs += "a@";
  loaded->tokenizer.tokenize(at_signs + ".", memory, tokens);
  CHECK_FALSE(tokens.empty());
}
