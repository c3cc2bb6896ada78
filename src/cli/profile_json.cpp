// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "cli/show_profile.hpp"

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;
using Side = app::ProfileRelation::Side;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json json_of(const app::ProfileFact& fact) {
  return {{"fact", text_or_null(fact.id)},
          {"subject", fact.subject},
          {"relation", fact.relation},
          {"object", text_or_null(fact.object)},
          {"modality", text_or_null(fact.modality)},
          {"negated", fact.negated},
          {"decision", text_or_null(fact.decision)},
          {"said_by", text_or_null(fact.said_by)},
          {"when", text_or_null(fact.when)},
          {"begin", text_or_null(fact.begin)},
          {"end", text_or_null(fact.end)}};
}

Json json_of(const app::ProfileRelation& relation) {
  const char* side = relation.side == Side::out ? "out" : relation.side == Side::in ? "in" : "both";
  return {{"relation", relation.relation},
          {"label", relation.label},
          {"side", side},
          {"facts", relation.facts},
          {"with", relation.with}};
}

Json json_of(const app::ProfileSentence& sentence) {
  Json facts = Json::array();
  for (const app::ProfileFact& fact : sentence.facts) facts.push_back(json_of(fact));
  return {{"sentence", sentence.text},
          {"document", sentence.document},
          {"name", text_or_null(sentence.name)},
          {"date", text_or_null(sentence.date)},
          {"begin", sentence.begin},
          {"end", sentence.end},
          {"facts", std::move(facts)}};
}

template <class Parts>
Json list_of(const Parts& parts) {
  Json list = Json::array();
  for (const auto& part : parts) list.push_back(json_of(part));
  return list;
}

}  // namespace

std::string profile_as_json(const app::Profile& profile) {
  Json properties = Json::object(), parts = Json::object();
  for (const auto& property : profile.properties) properties[property.name] = property.value;
  for (const auto& part : profile.parts) parts[part.part] = part.facts;
  const Json json = {{"id", text_or_null(profile.id)},
                     {"name", profile.name},
                     {"aliases", profile.aliases},
                     {"classes", profile.classes},
                     {"wikidata", text_or_null(profile.wikidata)},
                     {"properties", std::move(properties)},
                     {"facts", profile.facts},
                     {"hidden", profile.hidden},
                     {"relations", list_of(profile.relations)},
                     {"parts", std::move(parts)},
                     {"timeline", list_of(profile.timeline)},
                     {"timed", profile.timed},
                     {"sentences", list_of(profile.sentences)},
                     {"sentence_count", profile.sentence_count}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace entente::cli
