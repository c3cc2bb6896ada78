// SPDX-License-Identifier: Apache-2.0
#include "store_fixture.hpp"

#include <unistd.h>

#include <sstream>
#include <utility>

namespace entente::store {

namespace {

Entity sample_entity(const std::string& id, const std::string& label) {
  Entity entity;
  entity.id = id;
  entity.label = label;
  entity.cls = "CountedGroup";
  entity.aliases = {"a " + label, "ü"};
  entity.wikidata = "Q1";
  entity.quantity = Quantity{"150", "country", "nearly", "nearly 150"};
  entity.of_class = "Country";
  entity.mentions = 3;
  return entity;
}

Fact sample_fact(const std::string& document, const std::string& sentence, int number) {
  Fact fact;
  fact.relation = "providedAidTo";
  fact.subject = "china";
  fact.object = "kenya";
  fact.modality = Modality::reported;
  fact.negated = true;
  fact.attributed_to = "who";
  fact.when = TimeSpan{"2020-05-01", "2020-05-02", "2020-05-03", "2020-05-04", "day", "in May"};
  fact.where = "nairobi";
  fact.meeting = "summit";
  fact.topic = "health";
  fact.resources = {"masks", "money"};
  fact.quantity = Quantity{"2.5", "tonne", "exact", "2.5 tonnes"};
  fact.mode = "by air";
  fact.context = "health";
  fact.office = "President";
  fact.content = {"1111111111111111", "2222222222222222"};
  fact.content_text = "to help";
  fact.confidence = 1.0 / 3;
  const auto end = static_cast<std::uint32_t>(sentence.size());
  fact.evidence = {
      Evidence{document, 0, end, 7, sentence, "gave", "give/active", 0.1 * number, document + "-5"},
      Evidence{document, 0, end, 7, sentence, "help", "help/active", 0.7, document + "-9"}};
  fact.id = fact_id(fact);
  return fact;
}

void print(std::ostream& out, const std::optional<Quantity>& q) {
  if (q) out << "quantity " << q->value << '|' << q->unit << '|' << q->bound << '|' << q->text << '\n';
}

void print(std::ostream& out, const std::optional<TimeSpan>& t) {
  if (t)
    out << "when " << t->earliest_begin << '|' << t->latest_begin << '|' << t->earliest_end << '|'
        << t->latest_end << '|' << t->precision << '|' << t->text << '\n';
}

void print(std::ostream& out, const char* name, const std::vector<std::string>& items) {
  for (const std::string& item : items) out << name << ' ' << item << '\n';
}

void print(std::ostream& out, const Entity& e) {
  out << "entity " << e.id << '|' << e.label << '|' << e.cls << '|' << e.wikidata << '|' << e.of_class << '|'
      << e.mentions << '\n';
  print(out, "alias", e.aliases);
  print(out, e.quantity);
}

void print(std::ostream& out, const Fact& f) {
  out << "fact " << f.id << '|' << f.relation << '|' << f.subject << '|' << f.object << '|'
      << to_text(f.modality) << '|' << f.negated << '|' << f.attributed_to << '|' << f.where << '|'
      << f.meeting << '|' << f.topic << '|' << f.mode << '|' << f.context << '|' << f.office << '|'
      << f.content_text << '|' << f.confidence << '\n';
  print(out, f.when);
  print(out, f.quantity);
  print(out, "resource", f.resources);
  print(out, "content", f.content);
  for (const Evidence& e : f.evidence)
    out << "evidence " << e.document << '|' << e.begin << '|' << e.end << '|' << e.sentence << '|' << e.text
        << '|' << e.trigger << '|' << e.rule << '|' << e.confidence << '|' << e.claim << '\n';
}

}  // namespace

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "entente-store-XXXXXX").string();
  if (mkdtemp(name.data()) != nullptr) path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

DocumentFacts sample_reading(int number) {
  const std::string sentence = "China gave masks to Kenya, number " + std::to_string(number) + ": señor.";
  DocumentFacts reading;
  reading.document =
      make_document(sentence + std::string("\0 and behind a NUL", 18), "d" + std::to_string(number) + ".txt");
  reading.document.date = "2020-06";
  reading.document.title = "A title";
  reading.document.url = "https://example.org/" + std::to_string(number);
  reading.sentences = 8;
  reading.entities = {sample_entity("china", "China"), Entity{}, sample_entity("kenya", "Kenya")};
  reading.entities[1].id = "empty";
  reading.facts = {sample_fact(reading.document.id, sentence, number), Fact{}};
  reading.facts[1].id = "ffffffffffffffff";
  reading.unmatched_verbs = {"shrug", "yawn"};
  return reading;
}

std::string to_text(const DocumentFacts& reading) {
  std::ostringstream out;
  out.precision(17);
  const Document& d = reading.document;
  out << "document " << d.id << '|' << d.name << '|' << d.text << '|' << d.date << '|' << d.title << '|'
      << d.url << '|' << reading.sentences << '\n';
  for (const Entity& entity : reading.entities) print(out, entity);
  for (const Fact& fact : reading.facts) print(out, fact);
  print(out, "verb", reading.unmatched_verbs);
  return out.str();
}

}  // namespace entente::store
