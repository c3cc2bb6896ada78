// SPDX-License-Identifier: Apache-2.0
#include "nlp/writers.hpp"

#include "support/catch.hpp"

using namespace entente;

namespace {

nlp::Token token(std::uint32_t begin, std::uint32_t end, std::uint32_t head, std::string_view dep) {
  nlp::Token token;
  token.span = {begin, end};
  token.head = head;
  token.dep = dep;
  token.tag = "NN";
  token.pos = "NOUN";
  return token;
}

/// "Évian met." and a line feed, then "Yes".
nlp::Analysis sample() {
  nlp::Analysis analysis;
  analysis.text = "Évian met.\nYes";
  analysis.tokens = {token(0, 6, 1, "nsubj"), token(7, 10, 1, "ROOT"), token(10, 11, 1, "punct"),
                     token(11, 12, 2, "dep"), token(12, 15, 4, "ROOT")};
  analysis.tokens[0].space_after = true;
  analysis.tokens[0].lemma = "Évian";
  analysis.tokens[0].ent_iob = nlp::EntIob::begin;
  analysis.tokens[0].ent_type = "GPE";
  analysis.tokens[0].morph = "Number=Sing";
  analysis.tokens[0].sentence_start = true;
  analysis.tokens[3].is_space = true;
  analysis.tokens[4].sentence_start = true;
  return analysis;
}

}  // namespace

TEST_CASE("CoNLL-U") {
  CHECK(nlp::to_conllu(sample(), "doc1") ==
        "# newdoc id = doc1\n"
        "# sent_id = doc1-1\n"
        "# text = Évian met. \n"
        "1\tÉvian\tÉvian\tNOUN\tNN\tNumber=Sing\t2\tnsubj\t_\tNER=B-GPE\n"
        "2\tmet\t_\tNOUN\tNN\t_\t0\tROOT\t_\tSpaceAfter=No\n"
        "3\t.\t_\tNOUN\tNN\t_\t2\tpunct\t_\tSpaceAfter=No\n"
        "4\t\\n\t_\tNOUN\tNN\t_\t3\tdep\t_\tSpaceAfter=No\n"
        "\n"
        "# sent_id = doc1-2\n"
        "# text = Yes\n"
        "1\tYes\t_\tNOUN\tNN\t_\t0\tROOT\t_\tSpaceAfter=No\n"
        "\n");
}

TEST_CASE("CoNLL-U of nothing and without a document id") {
  CHECK(nlp::to_conllu({}, "doc1").empty());
  CHECK(nlp::to_conllu(sample(), "").rfind("# sent_id = 1\n", 0) == 0);
}

TEST_CASE("JSONL counts code points") {
  nlp::Analysis analysis = sample();
  analysis.tokens.resize(2);
  CHECK(
      nlp::to_jsonl(analysis, "d\"1") ==
      R"({"doc":"d\"1","text":"Évian met.\nYes","tokens":[)"
      R"({"i":0,"idx":0,"text":"Évian","ws":" ","lemma":"Évian","tag":"NN","pos":"NOUN","dep":"nsubj","head":1,"ent_iob":"B","ent_type":"GPE","sent_start":true},)"
      R"({"i":1,"idx":6,"text":"met","ws":"","lemma":"","tag":"NN","pos":"NOUN","dep":"ROOT","head":1,"ent_iob":"O","ent_type":"","sent_start":false}]})");
}

TEST_CASE("JSONL escapes control characters") {
  nlp::Analysis analysis;
  analysis.text = std::string("a\x01\t\\", 4);
  CHECK(nlp::to_jsonl(analysis, "") == R"({"doc":"","text":"a\u0001\t\\","tokens":[]})");
}
