// SPDX-License-Identifier: Apache-2.0
#include "app/why.hpp"
#include "serve/api.hpp"
#include "serve/call_fields.hpp"

// A fact with its evidence, and a document.

namespace entente::serve {

namespace {

Json end_json(const FactBase& base, const std::string& id) {
  const Entity* entity = base.entity(id);
  if (entity == nullptr) return nullptr;
  return {{"id", id}, {"name", entity->label}, {"class", entity->cls}};
}

Json document_json(const Document& document) {
  return {{"id", document.id},
          {"name", document.name},
          {"title", document.title},
          {"date", document.date},
          {"url", document.url}};
}

Json evidence_json(const Evidence& evidence, const FactBase& base) {
  const Document* document = base.document(evidence.document);
  return {{"document", document == nullptr ? Json() : document_json(*document)},
          {"begin", evidence.begin},
          {"end", evidence.end},
          {"sentence", evidence.text},
          {"trigger", evidence.trigger},
          {"rule", evidence.rule},
          {"confidence", evidence.confidence}};
}

Json fact_json(const Fact& fact, const LiveGraph& graph) {
  const FactBase& base = graph.base();
  const ontology::Relation* relation = graph.vocabulary().find_relation(fact.relation);
  Json features = Json::array(), evidence = Json::array();
  for (const app::Feature& feature : app::features_of(fact, base))
    features.push_back({{"name", feature.name}, {"value", feature.value}});
  for (const Evidence& one : fact.evidence) evidence.push_back(evidence_json(one, base));
  return {{"id", fact.id},
          {"relation", fact.relation},
          {"label", relation == nullptr || relation->label.empty() ? fact.relation : relation->label},
          {"subject", end_json(base, fact.subject)},
          {"object", end_json(base, fact.object)},
          {"modality", to_text(fact.modality)},
          {"negated", fact.negated},
          {"confidence", fact.confidence},
          {"decision", to_text(fact.verdict)},
          {"notes", fact.notes},
          {"features", features},
          {"evidence", evidence}};
}

}  // namespace

Reply Api::fact(const Call& call) {
  const auto id = needed(call, "id");
  if (!id) return error_reply(id.error());
  const auto live = graphs_.now();
  const auto fact = app::find_fact(live->base(), *id);
  if (!fact) {
    Reply reply = error_reply(fact.error());
    reply.status = 404;
    return reply;
  }
  return {200, "application/json", to_text({{"graph", live->tag()}, {"fact", fact_json(**fact, *live)}}), {}};
}

Reply Api::document(const Call& call) {
  const auto id = needed(call, "id");
  if (!id) return error_reply(id.error());
  const auto live = graphs_.now();
  const Document* document = live->base().document(*id);
  if (document == nullptr) return error_reply(404, "data", "no document has the id '" + *id + "'");
  Json json = document_json(*document);
  json["text"] = document->text;
  return {200, "application/json", to_text({{"graph", live->tag()}, {"document", json}}), {}};
}

}  // namespace entente::serve
