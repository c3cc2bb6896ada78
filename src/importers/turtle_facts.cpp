// SPDX-License-Identifier: Apache-2.0
#include "importers/turtle_facts.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "importers/subjects.hpp"
#include "ontology/vocabulary.hpp"
#include "rdf/node.hpp"

namespace entente::importers {

namespace {

const std::string kEnt(ontology::kNamespace);
const std::string kNote = std::string(rdf::kSkos) + "note";
const std::string kType = std::string(rdf::kRdf) + "type";
const std::string kLabel = std::string(rdf::kRdfs) + "label";
const std::string kAltLabel = std::string(rdf::kSkos) + "altLabel";
const std::string kSameAs = std::string(rdf::kOwl) + "sameAs";
const std::string kDcterms = "http://purl.org/dc/terms/";
const std::string kDataset = "http://rdfs.org/ns/void#Dataset";
const std::string kHeadline = "https://schema.org/headline";
const std::string kWikidata = "http://www.wikidata.org/entity/";

std::string ent(const char* name) {
  return kEnt + name;
}

/// What stands behind a beginning; empty where the text begins otherwise.
std::string behind(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0 ? text.substr(beginning.size()) : std::string();
}

template <class Number>
Number number_of(const std::string& text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class TurtleFacts {
 public:
  TurtleFacts(const Subjects& subjects, const std::string& file) : subjects_(subjects), file_(file) {}

  Result<FactBase> read();

 private:
  [[nodiscard]] std::string id(const std::string& iri) const { return behind(iri, base_); }
  [[nodiscard]] std::string local(const std::string& iri) const { return behind(iri, kEnt); }
  [[nodiscard]] const Subject* subject(const std::string& iri) const {
    const auto found = subjects_.find(iri);
    return found == subjects_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] Error error_at(const Subject& subject, std::string message, std::string hint = {}) const {
    return {ErrorKind::data, std::move(message), Place{file_, subject.line, subject.column}, std::move(hint)};
  }

  Status find_base();
  [[nodiscard]] std::optional<Quantity> quantity(const std::string& iri) const;
  [[nodiscard]] std::optional<TimeSpan> time(const std::string& iri) const;
  [[nodiscard]] Document document(const std::string& document_id, const Subject& said) const;
  [[nodiscard]] Entity entity(const std::string& entity_id, const Subject& said) const;
  [[nodiscard]] Result<Fact> fact(const std::string& fact_id, const Subject& said) const;
  void add_circumstances(const Subject& said, Fact& fact) const;
  Status add_evidence(const Subject& said, Fact& fact) const;
  Status add_readings(const std::string& iri, const Subject& said, Fact& fact) const;

  const Subjects& subjects_;
  std::string file_;
  std::string base_;
};

Status TurtleFacts::find_base() {
  for (const auto& [iri, said] : subjects_) {
    if (said.one(kType) != kDataset) continue;
    base_ = iri;
    return {};
  }
  return fail(ErrorKind::data, "this Turtle is no export of entente: it has no void:Dataset", {file_, 1, 1},
              "nodes and edges of others can be imported as .csv or .graphml");
}

std::optional<Quantity> TurtleFacts::quantity(const std::string& iri) const {
  const Subject* said = iri.empty() ? nullptr : subject(iri);
  if (said == nullptr) return std::nullopt;
  return Quantity{said->one(ent("value")), said->one(ent("unit")), said->one(ent("bound")),
                  said->one(ent("quantityText"))};
}

std::optional<TimeSpan> TurtleFacts::time(const std::string& iri) const {
  const Subject* said = iri.empty() ? nullptr : subject(iri);
  if (said == nullptr) return std::nullopt;
  return TimeSpan{said->one(ent("earliestBegin")), said->one(ent("latestBegin")),
                  said->one(ent("earliestEnd")),   said->one(ent("latestEnd")),
                  said->one(ent("precision")),     said->one(ent("timeText"))};
}

Document TurtleFacts::document(const std::string& document_id, const Subject& said) const {
  Document document;
  document.id = document_id;
  document.name = said.one(kDcterms + "title");
  document.date = said.one(ent("documentDate"));
  document.title = said.one(kHeadline);
  document.url = said.one(kDcterms + "source");
  return document;
}

Entity TurtleFacts::entity(const std::string& entity_id, const Subject& said) const {
  Entity entity;
  entity.id = entity_id;
  entity.label = said.one(kLabel);
  entity.cls = local(said.one(kType));
  if (entity.cls == "Entity") entity.cls.clear();
  entity.aliases = said.all(kAltLabel);
  std::sort(entity.aliases.begin(), entity.aliases.end());
  entity.wikidata = behind(said.one(kSameAs), kWikidata);
  entity.of_class = local(said.one(ent("ofClass")));
  entity.quantity = quantity(said.one(ent("quantity")));
  return entity;
}

Result<Fact> TurtleFacts::fact(const std::string& fact_id, const Subject& said) const {
  Fact fact;
  fact.id = fact_id;
  fact.relation = local(said.one(ent("relation")));
  fact.subject = id(said.one(ent("subject")));
  fact.object = id(said.one(ent("object")));
  const auto modality = modality_from_text(local(said.one(ent("modality"))));
  if (fact.relation.empty() || fact.subject.empty() || !modality)
    return fail(error_at(said, "the fact " + fact_id + " lacks its relation, subject or modality"));
  for (const std::string* end : {&fact.subject, &fact.object})
    if (!end->empty() && subject(base_ + *end) == nullptr)
      return fail(error_at(said, "the fact " + fact_id + " names '" + *end + "', which is not in the file"));
  fact.modality = *modality;
  fact.negated = said.one(ent("negated")) == "true";
  fact.confidence = number_of<double>(said.one(ent("confidence")));
  fact.verdict = verdict_from_text(said.one(ent("decision")));
  fact.notes = said.all(kNote);
  add_circumstances(said, fact);
  if (auto added = add_evidence(said, fact); !added) return fail(added.error());
  return fact;
}

void TurtleFacts::add_circumstances(const Subject& said, Fact& fact) const {
  fact.attributed_to = id(said.one(ent("attributedTo")));
  if (fact.attributed_to.find('/') != std::string::npos) fact.attributed_to.clear();  // the unnamed source
  fact.when = time(said.one(ent("when")));
  fact.where = id(said.one(ent("where")));
  fact.meeting = id(said.one(ent("at")));
  fact.topic = id(said.one(ent("topic")));
  for (const std::string& iri : said.all(ent("resource"))) fact.resources.push_back(id(iri));
  fact.quantity = quantity(said.one(ent("quantity")));
  fact.mode = said.one(ent("mode"));
  fact.context = said.one(ent("context"));
  fact.office = said.one(ent("office"));
  for (const std::string& iri : said.all(ent("content")))
    fact.content.push_back(behind(iri, base_ + "fact/"));
  fact.content_text = said.one(ent("contentText"));
}

Status TurtleFacts::add_evidence(const Subject& said, Fact& fact) const {
  for (const std::string& iri : said.all(ent("evidence"))) {
    const Subject* reading = subject(iri);
    if (reading == nullptr)
      return fail(error_at(said, "the fact " + fact.id + " has evidence that is not in the file"));
    if (auto added = add_readings(iri, *reading, fact); !added) return added;
  }
  if (fact.evidence.empty())
    return fail(
        error_at(said, "the fact " + fact.id + " has no evidence", "export it without --evidence none"));
  std::sort(fact.evidence.begin(), fact.evidence.end());
  return {};
}

/// One node stands for all readings of one span: its triggers, rules and the claims that lie in it are told
/// apart again.
Status TurtleFacts::add_readings(const std::string& iri, const Subject& said, Fact& fact) const {
  Evidence evidence;
  evidence.document = behind(said.one(ent("inDocument")), base_ + "doc/");
  evidence.begin = number_of<std::uint32_t>(said.one(ent("beginOffset")));
  evidence.end = number_of<std::uint32_t>(said.one(ent("endOffset")));
  evidence.sentence = number_of<std::uint32_t>(said.one(ent("sentenceIndex")));
  evidence.text = said.one(ent("text"));
  const std::string& sure = said.one(ent("confidence"));
  evidence.confidence = sure.empty() ? fact.confidence : number_of<double>(sure);
  if (evidence.document.empty() || subject(base_ + "doc/" + evidence.document) == nullptr)
    return fail(error_at(said, "the evidence <" + iri + "> names no document of the file"));
  std::vector<std::string> claims;
  const Subject* of_fact = subject(base_ + "fact/" + fact.id);
  for (const std::string& claim : of_fact->all(ent("claim"))) {
    const std::string offset = behind(claim, evidence.document + "-");
    const auto place = number_of<std::uint32_t>(offset);
    if (!offset.empty() && place >= evidence.begin && place < evidence.end) claims.push_back(claim);
  }
  const auto &triggers = said.all(ent("trigger")), &rules = said.all(ent("rule"));
  const auto nth = [](const std::vector<std::string>& values, std::size_t i) {
    return values.empty() ? std::string() : values[std::min(i, values.size() - 1)];
  };
  const std::size_t readings = std::max({std::size_t{1}, triggers.size(), rules.size(), claims.size()});
  for (std::size_t i = 0; i < readings; ++i) {
    evidence.trigger = nth(triggers, i);
    evidence.rule = nth(rules, i);
    evidence.claim = nth(claims, i);
    fact.evidence.push_back(evidence);
  }
  return {};
}

Result<FactBase> TurtleFacts::read() {
  if (auto found = find_base(); !found) return fail(found.error());
  FactBase base;
  for (const auto& [iri, said] : subjects_) {
    const std::string name = id(iri), type = local(said.one(kType));
    if (name.empty() || type.empty()) continue;
    if (type == "Document" || type == "Fact") {
      const std::string folder = type == "Fact" ? "fact/" : "doc/", own = behind(name, folder);
      if (own.empty())
        return fail(error_at(said, "<" + iri + "> is no name for a " + type,
                             "exports write <" + base_ + folder + "...>"));
      if (type == "Document") {
        base.documents.push_back(document(own, said));
        continue;
      }
      auto read = fact(own, said);
      if (!read) return fail(read.error());
      base.facts.push_back(std::move(*read));
    } else if (name.find('/') == std::string::npos) {
      base.entities.push_back(entity(name, said));
    }
  }
  if (base.facts.empty() && !base.entities.empty())
    return fail(ErrorKind::data, "this export has no facts", {file_, 1, 1}, "export it without --plain");
  return base;  // subjects are sorted, so these are too
}

}  // namespace

Result<FactBase> read_turtle_facts(std::string_view text, const std::string& file_name) {
  const auto subjects = read_subjects(text, file_name);
  if (!subjects) return fail(subjects.error());
  return TurtleFacts(*subjects, file_name).read();
}

}  // namespace entente::importers
