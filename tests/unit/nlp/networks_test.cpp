// SPDX-License-Identifier: Apache-2.0
// The networks, layer by layer, beside the golden trace.
#include "model.hpp"
#include "nlp/ner.hpp"
#include "nlp/parser.hpp"
#include "nlp/tagger.hpp"
#include "nlp/tok2vec.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::nlp;
using nlohmann::json;

namespace {

constexpr double kTolerance = 1e-4;

/// A text of the trace, tokenized.
struct Traced {
  json trace;
  NormTable norms;
  TokenizerMemory memory{norms};
  std::vector<RawToken> tokens;
};

void tokenize(const std::string& directory, const json& trace, Traced& traced) {
  auto norms = NormTable::load(directory);
  const auto tokenizer = Tokenizer::load(directory);
  REQUIRE(norms);
  REQUIRE(tokenizer);
  traced.trace = trace;
  traced.norms = std::move(*norms);
  tokenizer->tokenize(trace.at("text").get_ref<const std::string&>(), traced.memory, traced.tokens);
  REQUIRE(traced.tokens.size() == trace.at("tokens").size());
}

std::vector<float> vectors_of(const Tok2Vec& network, const Traced& traced) {
  std::vector<float> out(traced.tokens.size() * network.width());
  Tok2Vec::Scratch scratch;
  network.run(traced.memory.lexicon, traced.tokens, 0, traced.tokens.size(), scratch, out.data());
  return out;
}

/// Largest difference of two lists of rows.
double difference(const std::vector<float>& values, const json& rows) {
  double largest = 0;
  std::size_t at = 0;
  for (const auto& row : rows)
    for (const auto& number : row)
      largest = std::max(largest, std::abs(number.get<double>() - static_cast<double>(values.at(at++))));
  CHECK(at == values.size());
  return largest;
}

std::vector<std::uint16_t> actions_of(const json& steps) {
  std::vector<std::uint16_t> actions;
  for (const auto& step : steps) actions.push_back(step.at("action").get<std::uint16_t>());
  return actions;
}

struct Networks {
  StaticVectors vectors;
  Tok2Vec tok2vec;
  Tagger tagger;
  Labels labels;
  Parser parser;
  NamedEntityTagger ner;
};

std::unique_ptr<Networks> load_networks(const std::string& directory) {
  auto networks = std::make_unique<Networks>();
  auto vectors = StaticVectors::load(directory);
  REQUIRE(vectors);
  networks->vectors = std::move(*vectors);
  const auto weights = Weights::read(directory + "/tok2vec/model");
  REQUIRE(weights);
  auto tok2vec = Tok2Vec::make(*weights, networks->vectors);
  REQUIRE(tok2vec);
  networks->tok2vec = std::move(*tok2vec);
  auto tagger = Tagger::load(directory, networks->tok2vec.width());
  auto parser = Parser::load(directory, networks->tok2vec.width(), networks->labels);
  auto ner = NamedEntityTagger::load(directory, networks->vectors);
  REQUIRE(tagger);
  REQUIRE(parser);
  REQUIRE(ner);
  networks->tagger = std::move(*tagger);
  networks->parser = std::move(*parser);
  networks->ner = std::move(*ner);
  return networks;
}

}  // namespace

TEST_CASE("rows of the hash embeddings") {
  const auto rows = hash_rows(10603582739829208913ULL, 8, 5000);  // NORM "china"
  CHECK(std::vector<std::uint32_t>(rows.row, rows.row + 4) ==
        std::vector<std::uint32_t>{4816, 2536, 2224, 156});
  const auto spacy = hash_rows(1, 12, 50);
  CHECK(std::vector<std::uint32_t>(spacy.row, spacy.row + 4) == std::vector<std::uint32_t>{6, 13, 20, 22});
}

TEST_CASE("actions stand in the order of the networks' outputs") {
  const auto directory = nlp::testing::model_directory();
  if (!directory) return;
  const json wanted = nlp::testing::golden("actions.json");
  const auto parser = read_actions(*directory + "/parser/moves");
  REQUIRE(parser);
  const std::string letters = "SDLRB";
  REQUIRE(parser->size() == wanted.at("parser").size());
  for (std::size_t i = 0; i < parser->size(); ++i) {
    CHECK(wanted["parser"][i][0] == std::string(1, letters[static_cast<std::size_t>((*parser)[i].kind)]));
    CHECK(wanted["parser"][i][1] == (*parser)[i].label);
  }
  const auto ner = read_actions(*directory + "/ner/moves");
  REQUIRE(ner);
  REQUIRE(ner->size() == wanted.at("ner").size());
  for (std::size_t i = 0; i < ner->size(); ++i) CHECK(wanted["ner"][i][1] == (*ner)[i].label);
}

TEST_CASE("vectors, tags, actions and entities of the trace") {
  const auto directory = nlp::testing::model_directory();
  if (!directory) return;
  const auto networks = load_networks(*directory);
  for (const auto& trace : nlp::testing::golden("trace_sm.json")) {
    Traced traced;
    tokenize(*directory, trace, traced);
    const std::size_t count = traced.tokens.size();
    INFO(trace.at("text"));

    const auto vectors = vectors_of(networks->tok2vec, traced);
    CHECK(difference(vectors, trace.at("tok2vec")) < kTolerance);
    CHECK(difference(vectors_of(networks->ner.tok2vec(), traced), trace.at("ner_tok2vec")) < kTolerance);

    std::vector<std::uint16_t> tags(count);
    std::vector<float> scores;
    networks->tagger.tag(vectors.data(), count, scores, tags.data());
    CHECK(difference(scores, trace.at("tagger_scores")) < 10 * kTolerance);
    for (std::size_t i = 0; i < count; ++i) CHECK(networks->tagger.labels()[tags[i]] == trace.at("tags")[i]);

    std::vector<float> projected(count * networks->parser.model().hidden());
    networks->parser.model().project(vectors.data(), count, projected.data());
    Parser::Scratch parser_scratch;
    std::vector<std::uint16_t> history;
    Forest forest = networks->parser.parse(projected, count, parser_scratch, &history);
    CHECK(history == actions_of(trace.at("parser_steps")));

    const Edges edges = deprojectivise(forest, networks->labels, std::vector<bool>(count));
    NamedEntityTagger::Scratch ner_scratch;
    history.clear();
    const auto entities =
        networks->ner.find(traced.memory.lexicon, traced.tokens, edges.sentence_start, ner_scratch, &history);
    CHECK(history == actions_of(trace.at("ner_steps")));
    CHECK(entities.size() == trace.at("ents").size());
  }
}

TEST_CASE("a token's vector does not depend on the block it is computed in") {
  const auto directory = nlp::testing::model_directory();
  if (!directory) return;
  const auto networks = load_networks(*directory);
  Traced traced;
  tokenize(*directory, nlp::testing::golden("trace_sm.json")[1], traced);
  const std::size_t width = networks->tok2vec.width();
  const auto whole = vectors_of(networks->tok2vec, traced);
  Tok2Vec::Scratch scratch;
  std::vector<float> row(width);
  for (std::size_t i = 0; i < traced.tokens.size(); ++i) {
    networks->tok2vec.run(traced.memory.lexicon, traced.tokens, i, i + 1, scratch, row.data());
    for (std::size_t k = 0; k < width; ++k) CHECK(row[k] == whole[i * width + k]);
  }
}
