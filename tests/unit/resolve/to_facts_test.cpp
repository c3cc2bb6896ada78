// SPDX-License-Identifier: Apache-2.0
#include "resolve/link.hpp"
#include "support/catch.hpp"

using namespace entente;

namespace {

// "Åland gave Mali rice. Mali": entities 0 Åland, 1 Mali, 2 rice; a reading whose text equals the document.
struct Text {
  Document document = make_document("Åland gave Mali rice. Mali", "test");
  Reading reading;
  ontology::Vocabulary vocabulary;

  Text() {
    auto loaded = ontology::Vocabulary::load("ontology");
    REQUIRE(loaded);
    vocabulary = std::move(*loaded);
    reading.document = &document;
    reading.analysis.text = document.text;
    for (std::uint32_t i = 0; i <= document.text.size(); ++i) reading.original.push_back(i);
    for (const Span span :
         {Span{0, 6}, Span{7, 11}, Span{12, 16}, Span{17, 21}, Span{21, 22}, Span{23, 27}}) {
      nlp::Token token;
      token.span = span;
      reading.analysis.tokens.push_back(token);
    }
    reading.sentences.resize(2);
    add_entity("aland", "Åland", "Country");
    add_entity("mali", "Mali", "Country");
    add_entity("rice", "rice", "Resource");
    for (const std::uint32_t token : {0U, 2U, 3U, 5U}) {
      Mention mention;
      mention.begin = mention.head = token;
      mention.end = token + 1;
      mention.entity = token == 0 ? 0 : token == 3 ? 2 : 1;
      reading.mentions.push_back(mention);
    }
  }

  void add_entity(const std::string& id, const std::string& label, const std::string& cls) {
    Entity entity;
    entity.id = id;
    entity.label = label;
    entity.cls = cls;
    reading.entities.push_back(entity);
  }

  [[nodiscard]] static Claim gave(std::uint32_t subject, std::uint32_t object) {
    Claim claim;
    claim.relation = "providedAidTo";
    claim.subjects = {subject};
    claim.objects = {object};
    claim.trigger_begin = 1;
    claim.trigger_end = 2;
    claim.clause_end = 5;
    claim.rule = "test";
    claim.confidence = 0.5;
    return claim;
  }

  [[nodiscard]] DocumentFacts facts(const std::vector<Claim>& claims) const {
    return resolve::to_facts(reading, claims, {"zap", "add"}, vocabulary);
  }
};

}  // namespace

TEST_CASE("a claim becomes a fact whose evidence counts code points of the original") {
  const Text text;
  Claim claim = Text::gave(0, 1);
  claim.resources = {2};
  const DocumentFacts made = text.facts({claim});
  REQUIRE(made.facts.size() == 1);
  const Fact& fact = made.facts.front();
  CHECK(fact.subject == "aland");
  CHECK(fact.object == "mali");
  CHECK(fact.resources == std::vector<std::string>{"rice"});
  CHECK(fact.id == fact_id(fact));
  REQUIRE(fact.evidence.size() == 1);
  CHECK(fact.evidence.front().begin == 0);
  CHECK(fact.evidence.front().end == 21);  // "Å" is one code point of two bytes
  CHECK(fact.evidence.front().text == "Åland gave Mali rice.");
  CHECK(fact.evidence.front().trigger == "gave");
  CHECK(fact.evidence.front().claim == text.document.id + "-6");
  CHECK(made.entities.size() == 3);
  CHECK(made.unmatched_verbs == std::vector<std::string>{"add", "zap"});
}

TEST_CASE("claims without an entity, with equal ends or of unfit classes make no fact") {
  Text text;
  CHECK(text.facts({Text::gave(1, 3)}).facts.empty());  // Mali to Mali
  text.reading.mentions[0].entity = kNone;
  CHECK(text.facts({Text::gave(0, 1)}).facts.empty());
  Text resource;
  CHECK(resource.facts({Text::gave(2, 1)}).facts.empty());  // rice gives nothing
  Claim unknown = Text::gave(0, 1);
  unknown.relation = "noSuchRelation";
  CHECK(resource.facts({unknown}).facts.empty());
}

TEST_CASE("an entity of unknown class is admitted anywhere") {
  Text text;
  text.reading.entities[2].cls = "Entity";
  CHECK(text.facts({Text::gave(2, 1)}).facts.size() == 1);
}

TEST_CASE("two readings of one fact are one fact with two evidences and the better confidence") {
  const Text text;
  Claim again = Text::gave(0, 3);
  again.clause_begin = 5;
  again.clause_end = 6;
  again.sentence = 1;
  const DocumentFacts made = text.facts({Text::gave(0, 1), again});
  REQUIRE(made.facts.size() == 1);
  CHECK(made.facts.front().evidence.size() == 2);
  CHECK(made.facts.front().confidence == Approx(0.5));
}

TEST_CASE("a phrase that stands for several makes a fact for each") {
  Text text;
  text.reading.mentions[3].entity = kNone;
  text.reading.mentions[3].members = {0, 1};
  text.add_entity("chad", "Chad", "Country");
  text.reading.mentions[2].entity = 3;
  CHECK(text.facts({Text::gave(2, 3)}).facts.size() == 2);
}

TEST_CASE("several subjects of a joint act are tied in pairs") {
  const Text text;
  Claim claim = Text::gave(0, 1);
  claim.relation = "metWith";
  claim.subjects = {0, 1};
  claim.objects.clear();
  claim.pairwise_subjects = true;
  const DocumentFacts made = text.facts({claim});
  REQUIRE(made.facts.size() == 1);
  CHECK(made.facts.front().subject != made.facts.front().object);
}

TEST_CASE("the content of a claim is named by the ids of its facts") {
  const Text text;
  Claim call = Text::gave(0, 1);
  call.relation = "calledOn";
  call.content = {1};
  Claim wished = Text::gave(1, 0);
  wished.modality = Modality::called_for;
  const DocumentFacts made = text.facts({call, wished});
  REQUIRE(made.facts.size() == 2);
  const Fact& outer = made.facts[0].relation == "calledOn" ? made.facts[0] : made.facts[1];
  const Fact& inner = made.facts[0].relation == "calledOn" ? made.facts[1] : made.facts[0];
  CHECK(outer.content == std::vector<std::string>{inner.id});
}
