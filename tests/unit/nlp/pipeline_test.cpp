// SPDX-License-Identifier: Apache-2.0
#include "nlp/pipeline.hpp"

#include <algorithm>
#include <thread>

#include "model.hpp"
#include "nlp/writers.hpp"
#include "support/catch.hpp"

using namespace entente;
using nlohmann::json;

namespace {

void check_token(const nlp::Analysis& analysis, std::size_t i, const json& wanted) {
  const nlp::Token& token = analysis.tokens[i];
  CHECK(analysis.token_text(i) == wanted[0].get<std::string>());
  CHECK(token.space_after == wanted[2].get<bool>());
  CHECK(token.tag == wanted[3].get<std::string>());
  CHECK(token.pos == wanted[4].get<std::string>());
  CHECK(token.morph == wanted[5].get<std::string>());
  CHECK(token.lemma == wanted[6].get<std::string>());
  CHECK(token.dep == wanted[7].get<std::string>());
  CHECK(token.head == wanted[8].get<std::uint32_t>());
}

json sentences(const nlp::Analysis& analysis) {
  json starts = json::array();
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i)
    if (analysis.tokens[i].sentence_start) starts.push_back(i);
  return starts;
}

json entities(const nlp::Analysis& analysis) {
  json spans = json::array();
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const nlp::Token& token = analysis.tokens[i];
    if (token.ent_iob == nlp::EntIob::begin) spans.push_back({i, i + 1, token.ent_type});
    if (token.ent_iob == nlp::EntIob::inside) spans.back()[1] = i + 1;
  }
  return spans;
}

}  // namespace

TEST_CASE("every annotation of the golden set is spaCy's") {
  const nlp::Pipeline* pipeline = nlp::testing::pipeline();
  if (pipeline == nullptr) return;
  std::size_t compared = 0;
  for (const auto& wanted : nlp::testing::golden("annotations_sm.json")) {
    const nlp::Analysis analysis = pipeline->analyse(wanted.at("text").get<std::string>());
    INFO(wanted.at("text"));
    REQUIRE(analysis.tokens.size() == wanted.at("tokens").size());
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) check_token(analysis, i, wanted["tokens"][i]);
    CHECK(sentences(analysis) == wanted.at("sents"));
    CHECK(entities(analysis) == wanted.at("ents"));
    compared += analysis.tokens.size();
  }
  CHECK(compared == 8701);
}

TEST_CASE("texts without words") {
  const nlp::Pipeline* pipeline = nlp::testing::pipeline();
  if (pipeline == nullptr) return;
  CHECK(pipeline->analyse("").tokens.empty());
  CHECK(pipeline->analyse(" ").tokens.size() == 1);
  CHECK(pipeline->analyse("\n\n").tokens[0].pos == "SPACE");
  CHECK(pipeline->analyse(std::string("a\0b", 3)).tokens.size() == 1);
}

TEST_CASE("the same text gives the same bytes, whatever was read before and in whatever thread") {
  const nlp::Pipeline* pipeline = nlp::testing::pipeline();
  if (pipeline == nullptr) return;
  std::vector<std::string> texts;
  for (const auto& entry : nlp::testing::golden("annotations_sm.json")) texts.push_back(entry.at("text"));
  texts.resize(std::min<std::size_t>(texts.size(), 60));
  const auto run = [&](std::vector<std::string>& out, bool backwards) {
    out.resize(texts.size());
    for (std::size_t k = 0; k < texts.size(); ++k) {
      const std::size_t i = backwards ? texts.size() - 1 - k : k;
      out[i] = nlp::to_jsonl(pipeline->analyse(texts[i]), "d");
    }
  };
  std::vector<std::string> first;
  run(first, false);
  std::vector<std::vector<std::string>> others(4);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < others.size(); ++t)
    threads.emplace_back([&, t] { run(others[t], t % 2 == 1); });
  for (auto& thread : threads) thread.join();
  for (const auto& other : others) CHECK(other == first);
}

TEST_CASE("a part of a text is analysed as if it stood alone") {
  const nlp::Pipeline* pipeline = nlp::testing::pipeline();
  if (pipeline == nullptr) return;
  std::string text;
  for (const auto& entry : nlp::testing::golden("annotations_sm.json"))
    text += entry.at("text").get<std::string>() + " ";
  text.resize(text.rfind(' ', 12000));
  for (const std::size_t every : {1U, 7U, 30U}) {  // tokens of a part
    std::vector<nlp::Part> parts;
    const auto analyses = pipeline->analyse_parts(text, [&](const nlp::Analysis& tagged) {
      CHECK(tagged.tokens[0].tag == pipeline->analyse(text).tokens[0].tag);
      for (std::size_t i = 0; i + every < tagged.tokens.size(); i += every + 1) {
        const std::uint32_t begin = tagged.tokens[i].span.begin;
        parts.push_back({begin, text.substr(begin, tagged.tokens[i + every].span.begin - begin)});
        if (i % 3 == 0 && (parts.back().text.back() & 0x80) == 0) parts.back().text.back() = '.';
        if (i % 5 == 0) parts.back().text.insert(0, "So ");
      }
      return parts;
    });
    REQUIRE(analyses.size() == parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      CHECK(analyses[i].text == parts[i].text);
      CHECK(nlp::to_jsonl(analyses[i], "d") == nlp::to_jsonl(pipeline->analyse(parts[i].text), "d"));
    }
  }
  CHECK(pipeline->analyse_parts("", [](const nlp::Analysis&) { return std::vector<nlp::Part>{}; }).size() ==
        1);
  const auto blank = pipeline->analyse_parts("Yes.", [](const nlp::Analysis&) {
    return std::vector<nlp::Part>{{0, ""}, {0, "Yes"}};
  });
  CHECK(blank[0].tokens.empty());
  CHECK(blank[1].tokens.size() == 1);
}

TEST_CASE("a long text is analysed as one document, block by block") {
  const nlp::Pipeline* pipeline = nlp::testing::pipeline();
  if (pipeline == nullptr) return;
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "China provided aid to WHO in 2020. ";
  const nlp::Analysis analysis = pipeline->analyse(text);
  REQUIRE(analysis.tokens.size() == 1500 * 8);
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    CHECK(analysis.tokens[i].sentence_start == (i % 8 == 0));
    if (i % 8 == 0) CHECK(analysis.tokens[i].head == i + 1);
  }
}

TEST_CASE("the name of the model") {
  const nlp::Pipeline* pipeline = nlp::testing::pipeline();
  if (pipeline == nullptr) return;
  CHECK(pipeline->name().rfind("en_core_web_", 0) == 0);
}
