// SPDX-License-Identifier: Apache-2.0
#include "sample_base.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "support/catch.hpp"

namespace entente::exporters {

namespace {

const std::string kNasty =
    "quote \" backslash \\ tab\t line\nfeed, <tag> & ampersand ]]> 'x' {y} \x01\x1f\x7f \u00e9 \U0001F30D "
    "\u2028 end\\";

Entity make_entity(std::string id, std::string label, std::string cls) {
  Entity entity;
  entity.id = std::move(id);
  entity.label = std::move(label);
  entity.cls = std::move(cls);
  entity.mentions = 1;
  return entity;
}

std::vector<Entity> entities() {
  std::vector<Entity> list = {
      make_entity("apec", "APEC", "InternationalOrganization"),
      make_entity("china", "China", "Country"),
      make_entity("g20", "G20", "GroupOfCountries"),
      make_entity("group-0000000000000001-23", "nearly 150 countries", "CountedGroup"),
      make_entity("kenya", "Kenya", "Country"),
      make_entity("lonely", "Lonely", "Concept"),
      make_entity("masks-0a1b2c", "30 tonnes of masks", "Resource"),
      make_entity("nasty-ffffff", kNasty, "Company"),
      make_entity("summit", "the Summit", "Meeting"),
      make_entity("who", "World Health Organization", "InternationalOrganization"),
      make_entity("xi-jinping", "Xi Jinping", "Person")};
  list[1].aliases = {"PRC", "People's Republic of China"};
  list[1].wikidata = "Q148";
  list[1].mentions = 12;
  list[3].quantity = Quantity{"150", "country", "nearly", "nearly 150"};
  list[3].of_class = "Country";
  list[6].quantity = Quantity{"30.5", "tonne", "exact", "30.5 tonnes"};
  return list;
}

/// Collects facts of the two documents.
class Facts {
 public:
  explicit Facts(std::vector<Document> documents) : documents_(std::move(documents)) {}

  Fact& add(const std::string& relation, const std::string& subject, const std::string& object,
            std::size_t document, std::uint32_t begin, std::uint32_t end) {
    Fact& fact = facts_.emplace_back();
    fact.relation = relation;
    fact.subject = subject;
    fact.object = object;
    fact.confidence = 0.8;
    add_evidence(fact, document, begin, end, "did", "did/active");
    return fact;
  }

  void add_evidence(Fact& fact, std::size_t document, std::uint32_t begin, std::uint32_t end,
                    std::string trigger, std::string rule) {
    const Document& d = documents_[document];
    const auto text = utf8::decode(d.text).substr(begin, end - begin);
    fact.evidence.push_back(Evidence{d.id, begin, end, 0, utf8::encode(text), std::move(trigger),
                                     std::move(rule), 0.8, d.id + "-" + std::to_string(begin)});
  }

  std::vector<Fact> take() {
    for (Fact& fact : facts_) {
      fact.id = fact_id(fact);
      std::sort(fact.evidence.begin(), fact.evidence.end());
    }
    std::sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) { return a.id < b.id; });
    return std::move(facts_);
  }

 private:
  std::vector<Document> documents_;
  std::vector<Fact> facts_;
};

void add_plain_facts(Facts& facts) {
  Fact& aid = facts.add("providedAidTo", "china", "kenya", 0, 0, 26);
  aid.confidence = 0.96;
  aid.resources = {"masks-0a1b2c"};
  aid.quantity = Quantity{"30.5", "tonne", "exact", "30.5 tonnes"};
  aid.context = "health";
  facts.add_evidence(aid, 0, 0, 26, "gave", "give/active");
  facts.add_evidence(aid, 1, 0, 9, "helped", "help/active");
  Fact& later = facts.add("providedAidTo", "china", "kenya", 1, 0, 9);
  later.when = TimeSpan{"", "", "2020-05-21", "2020-05-31", "part of month", "By late May"};
  Fact& group = facts.add("providedAidTo", "china", "group-0000000000000001-23", 0, 0, 26);
  group.quantity = Quantity{"", "", "about", "dozens"};
  Fact& met = facts.add("metWith", "xi-jinping", "nasty-ffffff", 0, 0, 26);
  met.when = TimeSpan{"2020-06-02", "2020-06-02", "2020-06-02", "2020-06-02", "day", "on June 2"};
  met.where = "china";
  met.meeting = "summit";
  facts.add("metWith", "nasty-ffffff", "xi-jinping", 1, 0, 9);
  Fact& held = facts.add("holdsOfficeIn", "xi-jinping", "china", 0, 0, 26);
  held.office = kNasty;
  facts.add("stated", "xi-jinping", "", 1, 0, 9).content_text = kNasty;
  facts.add("cooperatedWith", "china", "china", 1, 0, 9).topic = "who";
}

void add_other_facts(Facts& facts) {
  Fact& wished = facts.add("consultedWith", "g20", "apec", 1, 0, 9);
  wished.modality = Modality::called_for;
  const std::string wished_id = fact_id(wished);
  Fact& call = facts.add("calledOn", "china", "g20", 1, 0, 9);
  call.content = {wished_id};
  facts.add("visited", "xi-jinping", "kenya", 0, 0, 26).modality = Modality::planned;
  facts.add("attacked", "china", "kenya", 0, 0, 26).negated = true;
  facts.add("providedAidTo", "who", "kenya", 0, 0, 26).modality = Modality::reported;
  Fact& named = facts.add("providedAidTo", "who", "china", 0, 0, 26);
  named.modality = Modality::reported;
  named.attributed_to = "xi-jinping";
  named.negated = true;
  facts.add("supported", "kenya", "who", 1, 0, 9).modality = Modality::hypothetical;
  facts.add("supported", "china", "who", 1, 0, 9).modality = Modality::obligation;
  // Planned the other way round of what is asserted: no plain triple of its own, and the asserted one's both
  // ways.
  facts.add("metWith", "nasty-ffffff", "xi-jinping", 1, 0, 9).modality = Modality::planned;
  facts.add("consultedWith", "g20", "who", 1, 0, 9);
  facts.add("consultedWith", "who", "g20", 1, 0, 9).modality = Modality::planned;
}

}  // namespace

FactBase sample_base() {
  FactBase base;
  Document first = make_document("China gave masks to Kenya: " + kNasty, "one \"1\".txt");
  first.date = "2020-06-10";
  first.title = kNasty;
  first.url = "https://example.org/a?b=<c>&d=\"e\"";
  Document second = make_document("They did.", "two.txt");
  second.date = "2020-06";
  second.url = "no address";
  Facts facts({first, second});
  add_plain_facts(facts);
  add_other_facts(facts);
  base.facts = facts.take();
  base.documents = {first, second};
  std::sort(base.documents.begin(), base.documents.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  base.entities = entities();
  return base;
}

const ontology::Vocabulary& vocabulary() {
  static const auto loaded = ontology::Vocabulary::load("ontology");
  REQUIRE(loaded);
  return *loaded;
}

Options sample_options() {
  Options options;
  options.program_version = "0.1.0";
  options.model = "en_core_web_sm 3.8.0";
  options.ontology_hash = std::string(64, 'a');
  return options;
}

std::string expected_bytes(const std::string& file_name, const std::string& written) {
  const std::filesystem::path file = std::filesystem::path("tests/data/export") / file_name;
  if (std::getenv("ENTENTE_UPDATE") != nullptr) REQUIRE(write_file_atomically(file, written));
  return read_file(file).value();
}

}  // namespace entente::exporters
