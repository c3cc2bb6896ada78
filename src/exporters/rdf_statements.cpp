// SPDX-License-Identifier: Apache-2.0
#include "exporters/rdf_statements.hpp"

#include <algorithm>
#include <utility>

#include "base/sha256.hpp"
#include "exporters/decimal.hpp"

namespace entente::exporters {

namespace {

// Namespaces as strings, to be joined with local names.
const std::string kDcat = "http://www.w3.org/ns/dcat#";
const std::string kDcterms = "http://purl.org/dc/terms/";
const std::string kEnt(ontology::kNamespace);
const std::string kOwl(rdf::kOwl);
const std::string kProv = "http://www.w3.org/ns/prov#";
const std::string kRdfs(rdf::kRdfs);
const std::string kSchema = "https://schema.org/";
const std::string kSkos(rdf::kSkos);
const std::string kVoid = "http://rdfs.org/ns/void#";
const std::string kWikidata = "http://www.wikidata.org/entity/";
const std::string kType = std::string(rdf::kRdf) + "type";

constexpr const char* kUnnamedSource = "source/unnamed";  // no entity id has a slash

std::string ent(std::string_view name) {
  return std::string(kEnt).append(name);
}
bool is_decimal(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  const auto digits = static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  const auto points = static_cast<std::size_t>(std::count(text.begin(), text.end(), '.'));
  return digits > 0 && points <= 1 && digits + points == text.size() && text.back() != '.';
}

bool is_qid(std::string_view text) {
  return text.size() > 1 && text.front() == 'Q' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool is_web_address(std::string_view text) {
  return (text.substr(0, 7) == "http://" || text.substr(0, 8) == "https://") &&
         std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x20; });
}

std::string confidence_text(double confidence) {
  return decimal(std::clamp(confidence, 0.0, 1.0), 4);
}

/// RFC 5147, as NIF has it.
std::string span_fragment(const Evidence& e) {
  return "#char=" + std::to_string(e.begin) + "," + std::to_string(e.end);
}

std::string evidence_iri(const std::string& fact_iri, const Evidence& e) {
  return fact_iri + "/ev/" + e.document + "-" + std::to_string(e.begin) + "-" + std::to_string(e.end);
}

}  // namespace

std::string RdfStatements::time_iri(const TimeSpan& when) {
  std::string key;
  for (const std::string* part : {&when.earliest_begin, &when.latest_begin, &when.earliest_end,
                                  &when.latest_end, &when.precision, &when.text})
    key += *part + '\x1f';
  std::string iri = id("time/") + short_hash(key);
  times_.emplace(iri, when);
  return iri;
}

Status RdfStatements::write_prefixes() {
  const std::string documents = id("doc/"), facts = id("fact/"), times = id("time/");
  const std::vector<std::pair<std::string_view, std::string_view>> prefixes = {
      {"dcat", kDcat}, {"dcterms", kDcterms},      {"doc", documents}, {"ent", kEnt},
      {"fact", facts}, {"id", options_.data_base}, {"owl", kOwl},      {"prov", kProv},
      {"rdfs", kRdfs}, {"schema", kSchema},        {"skos", kSkos},    {"time", times},
      {"void", kVoid}, {"wd", kWikidata},          {"xsd", rdf::kXsd}};
  for (const auto& [name, iri] : prefixes)
    if (auto status = writer_.prefix(name, iri); !status) return status;
  return {};
}

/// The data set, the run that made it, and what the run used. No clock: the same graph is the same file.
Status RdfStatements::write_run() {
  const std::string key =
      options_.program_version + '\x1f' + options_.model + '\x1f' + options_.ontology_hash;
  const std::string run = id("run/") + short_hash(key);
  block_.add_iri(kType, kVoid + "Dataset");
  block_.add_iri(kType, kDcat + "Dataset");
  block_.add_english(kRdfs + "label", "graph of entente");
  block_.add_english(kDcterms + "title", "graph of entente");
  block_.add_text(kVoid + "uriSpace", options_.data_base);
  block_.add_iri(kVoid + "vocabulary", std::string(kEnt));
  block_.add_typed(kVoid + "entities", std::to_string(base_.entities.size()), "integer");
  block_.add_typed(kVoid + "documents", std::to_string(base_.documents.size()), "integer");
  block_.add_iri(kProv + "wasGeneratedBy", run);
  if (auto status = finish_subject(options_.data_base); !status) return status;

  block_.add_iri(kType, kProv + "Activity");
  block_.add_english(kRdfs + "label", "a run of entente");
  block_.add_text(kSchema + "softwareVersion", options_.program_version);
  const std::string ontology = id("run/ontology/") + options_.ontology_hash.substr(0, 16);
  const std::string model = id("run/model/") + short_hash(options_.model);
  if (!options_.ontology_hash.empty()) block_.add_iri(kProv + "used", ontology);
  if (!options_.model.empty()) block_.add_iri(kProv + "used", model);
  if (auto status = finish_subject(run); !status) return status;

  if (!options_.model.empty()) {
    block_.add_iri(kType, kProv + "Entity");
    block_.add_english(kRdfs + "label", options_.model);
    if (auto status = finish_subject(model); !status) return status;
  }
  if (options_.ontology_hash.empty()) return {};
  block_.add_iri(kType, kProv + "Entity");
  block_.add_english(kRdfs + "label", "vocabulary, frames and gazetteer");
  block_.add_text(kDcterms + "identifier", "sha256:" + options_.ontology_hash);
  return finish_subject(ontology);
}

Status RdfStatements::write_document(const Document& document) {
  block_.add_iri(kType, ent("Document"));
  block_.add_text(kDcterms + "title", document.name.empty() ? document.title : document.name);
  block_.add_text(kSchema + "headline", document.title);
  block_.add_date(ent("documentDate"), document.date);
  block_.add_text(ent("sha256"), document.text.empty() ? document.sha256 : sha256_hex(document.text));
  if (is_web_address(document.url))
    block_.add_iri(kDcterms + "source", document.url);
  else
    block_.add_text(kDcterms + "source", document.url);
  return finish_subject(document_iri(document.id));
}

std::vector<PlainTriple> RdfStatements::plain_triples(const std::vector<const Fact*>& facts) const {
  std::vector<PlainTriple> triples;
  for (const Fact* fact : facts) {
    const Entity* subject = base_.entity(fact->subject);
    const Entity* object = base_.entity(fact->object);
    if (!is_plain(*fact) || subject == nullptr || object == nullptr) continue;
    const auto s = static_cast<std::size_t>(subject - base_.entities.data());
    const auto o = static_cast<std::size_t>(object - base_.entities.data());
    triples.push_back({s, fact->relation, o});
    const ontology::Relation* relation = vocabulary_.find_relation(fact->relation);
    if (relation != nullptr && relation->symmetric) triples.push_back({o, fact->relation, s});
  }
  std::sort(triples.begin(), triples.end(),
            [](const PlainTriple& a, const PlainTriple& b) { return a.key() < b.key(); });
  return triples;
}

Status RdfStatements::write_plain(const std::vector<PlainTriple>& triples) {
  for (auto next = triples.begin(); next != triples.end();) {
    const std::size_t subject = next->subject;
    for (; next != triples.end() && next->subject == subject; ++next)
      block_.add_iri(ent(next->relation), id(base_.entities[next->object].id));
    if (auto status = finish_subject(id(base_.entities[subject].id)); !status) return status;
  }
  return {};
}

Status RdfStatements::write_entities(const std::vector<PlainTriple>& triples) {
  auto next = triples.begin();
  for (std::size_t place = 0; place < base_.entities.size(); ++place) {
    const Entity& entity = base_.entities[place];
    add_entity(entity);
    for (; next != triples.end() && next->subject == place; ++next)
      block_.add_iri(ent(next->relation), id(base_.entities[next->object].id));
    if (auto status = finish_subject(id(entity.id)); !status) return status;
    if (!entity.quantity) continue;
    if (auto status = write_quantity(id(entity.id) + "/q", *entity.quantity); !status) return status;
  }
  return {};
}

void RdfStatements::add_entity(const Entity& entity) {
  block_.add_iri(kType, ent(entity.cls.empty() ? "Entity" : entity.cls));
  block_.add_english(kRdfs + "label", entity.label.empty() ? entity.id : entity.label);
  for (const std::string& alias : entity.aliases) block_.add_english(kSkos + "altLabel", alias);
  if (is_qid(entity.wikidata)) block_.add_iri(kOwl + "sameAs", kWikidata + entity.wikidata);
  if (!entity.of_class.empty()) block_.add_iri(ent("ofClass"), ent(entity.of_class));
  if (entity.quantity && is_decimal(entity.quantity->value))
    block_.add_iri(ent("quantity"), id(entity.id) + "/q");
}

/// A quantity whose value is no number ("dozens") is not written: its words are in the label or the evidence.
Status RdfStatements::write_quantity(const std::string& iri, const Quantity& quantity) {
  if (!is_decimal(quantity.value)) return {};
  block_.add_iri(kType, ent("Quantity"));
  block_.add_typed(ent("value"), quantity.value, "decimal");
  block_.add_text(ent("bound"), quantity.bound.empty() ? "exact" : quantity.bound);
  block_.add_text(ent("unit"), quantity.unit);
  block_.add_text(ent("quantityText"), quantity.text);
  return finish_subject(iri);
}

Status RdfStatements::write_fact(const Fact& fact, std::string_view only_document) {
  const std::string iri = fact_iri(fact.id);
  std::vector<const Evidence*> evidence;
  for (const Evidence& reading : fact.evidence)
    if (only_document.empty() || reading.document == only_document) evidence.push_back(&reading);
  add_core(fact);
  add_circumstances(fact);
  add_evidence_links(iri, evidence);
  if (auto status = finish_subject(iri); !status) return status;
  if (options_.rdf12 && !fact.object.empty())
    if (auto status = writer_.reify(iri, id(fact.subject), ent(fact.relation), id(fact.object)); !status)
      return status;
  if (fact.quantity)
    if (auto status = write_quantity(iri + "/q", *fact.quantity); !status) return status;
  return options_.evidence == EvidenceDetail::full ? write_evidence(iri, evidence) : Status{};
}

void RdfStatements::add_core(const Fact& fact) {
  block_.add_iri(kType, ent("Fact"));
  block_.add_iri(ent("relation"), ent(fact.relation));
  block_.add_iri(ent("subject"), id(fact.subject));
  block_.add_iri(ent("object"), optional_id(fact.object));
  block_.add_iri(ent("modality"), ent(to_text(fact.modality)));
  block_.add_typed(ent("negated"), fact.negated ? "true" : "false", "boolean");
  block_.add_typed(ent("confidence"), confidence_text(fact.confidence), "decimal");
  block_.add_text(ent("decision"), std::string(to_text(fact.verdict)));
  for (const std::string& note : fact.notes) block_.add_text(kSkos + "note", note);
  std::string speaker = fact.attributed_to;
  if (speaker.empty() && fact.modality == Modality::reported) {
    speaker = kUnnamedSource;
    unnamed_source_ = true;
  }
  block_.add_iri(ent("attributedTo"), optional_id(speaker));
}

void RdfStatements::add_evidence_links(const std::string& fact_iri,
                                       const std::vector<const Evidence*>& evidence) {
  for (const Evidence* e : evidence) {
    block_.add_text(ent("claim"), e->claim);
    if (options_.evidence == EvidenceDetail::full)
      block_.add_iri(ent("evidence"), evidence_iri(fact_iri, *e));
    if (options_.evidence == EvidenceDetail::link)
      block_.add_iri(kProv + "wasDerivedFrom", document_iri(e->document) + span_fragment(*e));
  }
}

void RdfStatements::add_circumstances(const Fact& fact) {
  if (fact.when) block_.add_iri(ent("when"), time_iri(*fact.when));
  block_.add_iri(ent("where"), optional_id(fact.where));
  block_.add_iri(ent("at"), optional_id(fact.meeting));
  block_.add_iri(ent("topic"), optional_id(fact.topic));
  for (const std::string& resource : fact.resources) block_.add_iri(ent("resource"), id(resource));
  if (fact.quantity && is_decimal(fact.quantity->value))
    block_.add_iri(ent("quantity"), fact_iri(fact.id) + "/q");
  block_.add_text(ent("mode"), fact.mode);
  block_.add_text(ent("context"), fact.context);
  block_.add_text(ent("office"), fact.office);
  for (const std::string& content : fact.content) block_.add_iri(ent("content"), fact_iri(content));
  block_.add_text(ent("contentText"), fact.content_text);
}

/// Readings of one span are one node, with the triggers and rules of all of them.
Status RdfStatements::write_evidence(const std::string& fact_iri,
                                     const std::vector<const Evidence*>& evidence) {
  using Span = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;
  std::map<Span, std::vector<const Evidence*>> by_span;
  for (const Evidence* e : evidence) by_span[{e->document, e->begin, e->end}].push_back(e);
  for (const auto& [span, readings] : by_span) {
    const Evidence& first = *readings.front();
    const std::string begin = std::to_string(first.begin), end = std::to_string(first.end);
    block_.add_iri(kType, ent("Evidence"));
    block_.add_iri(ent("inDocument"), document_iri(first.document));
    block_.add_iri(ent("span"), document_iri(first.document) + span_fragment(first));
    block_.add_typed(ent("beginOffset"), begin, "integer");
    block_.add_typed(ent("endOffset"), end, "integer");
    block_.add_typed(ent("sentenceIndex"), std::to_string(first.sentence), "integer");
    block_.add_text(ent("text"), first.text);
    double confidence = 0;
    for (const Evidence* reading : readings) {
      confidence = std::max(confidence, reading->confidence);
      block_.add_text(ent("trigger"), reading->trigger);
      block_.add_text(ent("rule"), reading->rule);
    }
    block_.add_typed(ent("confidence"), confidence_text(confidence), "decimal");
    if (auto status = finish_subject(evidence_iri(fact_iri, first)); !status) return status;
  }
  return {};
}

Status RdfStatements::write_shared() {
  if (auto status = write_unnamed_source(); !status) return status;
  for (const auto& [iri, when] : times_)
    if (auto status = write_time(iri, when); !status) return status;
  return {};
}

Status RdfStatements::write_unnamed_source() {
  if (!unnamed_source_) return {};
  block_.add_iri(kType, ent("Agent"));
  block_.add_english(kRdfs + "label", "unnamed source");
  return finish_subject(id(kUnnamedSource));
}

Status RdfStatements::write_time(const std::string& iri, const TimeSpan& when) {
  block_.add_iri(kType, ent("TimeSpan"));
  block_.add_text(ent("timeText"), when.text);
  block_.add_text(ent("precision"), when.precision);
  block_.add_date(ent("earliestBegin"), when.earliest_begin);
  block_.add_date(ent("latestBegin"), when.latest_begin);
  block_.add_date(ent("earliestEnd"), when.earliest_end);
  block_.add_date(ent("latestEnd"), when.latest_end);
  return finish_subject(iri);
}

}  // namespace entente::exporters
