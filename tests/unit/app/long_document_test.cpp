// SPDX-License-Identifier: Apache-2.0
#include "app/long_document.hpp"

#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;

namespace {

std::vector<std::string> pieces(const std::string& text, std::size_t longest) {
  std::vector<std::string> all;
  for (const Span& span : cut_text(text, longest)) all.push_back(text.substr(span.begin, span.size()));
  return all;
}

/// A stand-in for reading: one fact whose evidence is the whole part.
DocumentFacts one_fact(const Document& part) {
  DocumentFacts facts;
  facts.document = part;
  facts.sentences = 2;
  facts.entities = {test::entity("china", "China", "Country"), test::entity("italy", "Italy", "Country")};
  Fact fact;
  fact.relation = "providedAidTo";
  fact.subject = "china";
  fact.object = "italy";
  fact.evidence = {test::evidence()};
  fact.evidence[0].document = part.id;
  fact.evidence[0].begin = 0;
  fact.evidence[0].end = 3;
  fact.evidence[0].sentence = 1;
  fact.evidence[0].claim = part.id + "-0";
  fact.id = fact_id(fact);
  facts.facts = {fact};
  facts.unmatched_verbs = {"tickle"};
  return facts;
}

}  // namespace

TEST_CASE("a text is cut at the best place of each part and nothing is lost") {
  using List = std::vector<std::string>;
  CHECK(pieces("", 10).empty());
  CHECK(pieces("short", 10) == List{"short"});
  CHECK(pieces("aaaa bb\n\nccccc", 10) == List{"aaaa bb\n\n", "ccccc"});
  CHECK(pieces("aaa. bbb. ccc. ddd", 12) == List{"aaa. bbb. ", "ccc. ddd"});
  CHECK(pieces("aaaa bbbb ccccc", 11) == List{"aaaa bbbb ", "ccccc"});
  CHECK(pieces("ééééé", 3) == List{"é", "é", "é", "é", "é"});
}

TEST_CASE("facts of all parts have places of the whole, and the same fact is one") {
  const Document document = make_document("é23456789 ", "long.txt");
  const auto vocabulary = ontology::Vocabulary::load("ontology");
  REQUIRE(vocabulary);
  const DocumentFacts facts = read_in_parts(document, {{0, 5}, {5, 11}}, one_fact, *vocabulary);
  CHECK(facts.document.id == document.id);
  CHECK(facts.document.text == document.text);
  CHECK(facts.sentences == 4);
  CHECK(facts.entities.size() == 2);
  CHECK(facts.unmatched_verbs.size() == 2);
  REQUIRE(facts.facts.size() == 1);
  const auto& evidence = facts.facts[0].evidence;
  REQUIRE(evidence.size() == 2);
  CHECK(evidence[0].document == document.id);
  CHECK(evidence[1].document == document.id);
  CHECK(evidence[0].begin == 0);
  CHECK(evidence[1].begin == 4);
  CHECK(evidence[1].end == 7);
  CHECK(evidence[1].sentence == 3);
  CHECK(evidence[0].claim != evidence[1].claim);
}
