// SPDX-License-Identifier: Apache-2.0
#include "app/fact_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/sha256.hpp"

namespace entente::app {

namespace {

using Json = nlohmann::ordered_json;

Json quantity_json(const Quantity& quantity) {
  return {
      {"value", quantity.value}, {"unit", quantity.unit}, {"bound", quantity.bound}, {"text", quantity.text}};
}

Json time_json(const TimeSpan& when) {
  return {{"text", when.text},
          {"earliest_begin", when.earliest_begin},
          {"latest_begin", when.latest_begin},
          {"earliest_end", when.earliest_end},
          {"latest_end", when.latest_end},
          {"precision", when.precision}};
}

/// Writes the facts of one document; entities are looked up in it.
class FactLines {
 public:
  FactLines(const DocumentFacts& facts, const std::string& doc, const std::string& made_with)
      : facts_(facts), doc_(doc), document_(document_json(facts, made_with)) {}

  /// For a document that says nothing.
  [[nodiscard]] std::string line() const {
    return text_of({{"doc", doc_}, {"fact", nullptr}, {"document", document_}});
  }

  [[nodiscard]] std::string line(const Fact& fact) const {
    const Evidence none;
    const Evidence& evidence = fact.evidence.empty() ? none : fact.evidence.front();
    Json row = {{"doc", doc_}, {"fact", fact.id}, {"claim", evidence.claim}};
    row["subject"] = entity(fact.subject);
    row["relation"] = fact.relation;
    row["object"] = entity(fact.object);
    row["modality"] = to_text(fact.modality);
    row["negated"] = fact.negated;
    row["confidence"] = fact.confidence;
    add_features(fact, row);
    row["sentence"] = evidence.text;
    row["begin"] = evidence.begin;
    row["end"] = evidence.end;
    row["sentence_index"] = evidence.sentence;
    row["trigger"] = evidence.trigger;
    row["rule"] = evidence.rule;
    row["evidence_confidence"] = evidence.confidence;
    for (std::size_t i = 1; i < fact.evidence.size(); ++i)
      row["more_evidence"].push_back(evidence_json(fact.evidence[i]));
    row["document"] = document_;
    return text_of(row);
  }

 private:
  static std::string text_of(const Json& row) {
    return row.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  static Json document_json(const DocumentFacts& facts, const std::string& made_with) {
    const Document& document = facts.document;
    Json json = {{"sha256", sha256_hex(document.text)}, {"name", document.name}};
    for (const auto& [name, value] : {std::pair{"date", &document.date}, std::pair{"title", &document.title},
                                      std::pair{"url", &document.url}})
      if (!value->empty()) json[name] = *value;
    json["sentences"] = facts.sentences;
    json["made_with"] = made_with;
    return json;
  }

  static Json evidence_json(const Evidence& evidence) {
    return {{"claim", evidence.claim},
            {"sentence", evidence.text},
            {"begin", evidence.begin},
            {"end", evidence.end},
            {"sentence_index", evidence.sentence},
            {"trigger", evidence.trigger},
            {"rule", evidence.rule},
            {"evidence_confidence", evidence.confidence}};
  }

  static Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

  void add_features(const Fact& fact, Json& row) const {
    row["when"] = fact.when ? time_json(*fact.when) : Json();
    row["place"] = entity(fact.where);
    row["meeting"] = entity(fact.meeting);
    row["quantity"] = fact.quantity ? quantity_json(*fact.quantity) : Json();
    row["resource"] = Json::array();
    for (const std::string& resource : fact.resources) row["resource"].push_back(entity(resource));
    row["topic"] = entity(fact.topic);
    row["office"] = text_or_null(fact.office);
    row["mode"] = text_or_null(fact.mode);
    row["context"] = text_or_null(fact.context);
    row["content"] = fact.content;
    row["content_text"] = text_or_null(fact.content_text);
    row["attributed_to"] = entity(fact.attributed_to);
  }

  [[nodiscard]] Json entity(const std::string& id) const {
    if (id.empty()) return {};
    const auto found =
        std::lower_bound(facts_.entities.begin(), facts_.entities.end(), id,
                         [](const Entity& e, const std::string& wanted) { return e.id < wanted; });
    if (found == facts_.entities.end() || found->id != id) return {{"id", id}, {"name", id}, {"class", ""}};
    Json json = {{"id", id}, {"name", found->label}, {"class", found->cls}, {"mentions", found->mentions}};
    if (!found->aliases.empty()) json["aliases"] = found->aliases;
    if (!found->wikidata.empty()) json["wikidata"] = found->wikidata;
    if (!found->of_class.empty()) json["of_class"] = found->of_class;
    if (found->quantity) json["quantity"] = quantity_json(*found->quantity);
    return json;
  }

  const DocumentFacts& facts_;
  const std::string& doc_;
  Json document_;
};

}  // namespace

std::string facts_as_json_lines(const DocumentFacts& facts, const std::string& doc,
                                const std::string& made_with) {
  const FactLines lines(facts, doc, made_with);
  if (facts.facts.empty()) return lines.line() + "\n";
  std::string text;
  for (const Fact& fact : facts.facts) text += lines.line(fact) + "\n";
  return text;
}

}  // namespace entente::app
