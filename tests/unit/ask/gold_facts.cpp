// SPDX-License-Identifier: Apache-2.0
#include "unit/ask/gold_facts.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/file.hpp"
#include "base/utf8.hpp"

namespace entente::test {
namespace {

using Json = nlohmann::json;
using Names = std::map<std::string, std::string>;

std::string mapped(const Names& names, const std::string& name) {
  const auto at = names.find(name);
  return at == names.end() ? name : at->second;
}

const Names& relations() {
  static const Names names{{"provided_aid_to", "providedAidTo"},
                           {"dispatched_team_to", "sentPersonnelTo"},
                           {"exported_to", "exportedTo"},
                           {"shared_information_with", "informed"},
                           {"informed", "informed"},
                           {"cooperated_with", "cooperatedWith"},
                           {"consulted_with", "consultedWith"},
                           {"met_with", "metWith"},
                           {"attended", "attended"},
                           {"chaired", "chaired"},
                           {"spoke_at", "spokeAt"},
                           {"sent_message_to", "sentMessageTo"},
                           {"called_on", "calledOn"},
                           {"joined_call_with", "jointlyStatedWith"},
                           {"stressed", "stated"},
                           {"announced", "announced"},
                           {"pledged_support_to", "pledgedTo"},
                           {"supports", "supported"},
                           {"upholds", "implemented"},
                           {"established", "established"},
                           {"organized", "hosted"},
                           {"praised", "praised"},
                           {"leader_of", "holdsOfficeIn"},
                           {"member_of", "memberOf"},
                           {"part_of", "partOf"},
                           {"controlled", "combated"},
                           {"occurred_in", "locatedIn"},
                           {"fights", "combated"},
                           {"criticized", "criticized"},
                           {"agreed_with", "signedAgreementWith"},
                           {"attacked", "attacked"},
                           {"imposed_on", "sanctioned"},
                           {"rejected", "rejected"},
                           {"visited", "visited"}};
  return names;
}

bool has_digit(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string class_of(const std::string& gold, const std::string& name) {
  static const Names classes{
      {"Event", "Meeting"},    {"Disease", "HealthThreat"}, {"Information", "Communication"},
      {"AidItem", "Resource"}, {"Plan", "Initiative"},      {"Conflict", "Crisis"}};
  static const std::set<std::string> known{
      "Person",        "Organization",   "Country",       "Place",      "Region",     "City",
      "Meeting",       "Concept",        "Agreement",     "Resource",   "Facility",   "Crisis",
      "Collective",    "PoliticalParty", "Company",       "ArmedGroup", "Initiative", "HealthThreat",
      "Communication", "Population",     "GovernmentBody"};
  const std::string cls = mapped(classes, gold);
  if (known.contains(cls)) return cls;
  if (cls != "Group") return "Entity";
  const bool counted = has_digit(name) || name.starts_with("four ") || name.starts_with("two ");
  if (counted) return "CountedGroup";
  return name.find("countries") == std::string::npos ? "Collective" : "GroupOfCountries";
}

std::string counted_class(const std::string& name) {
  if (name.find("part") != std::string::npos) return "PoliticalParty";
  if (name.find("countries") != std::string::npos) return "Country";
  return name.find("organization") != std::string::npos ? "Organization" : "";
}

Entity read_entity(const Json& entry) {
  Entity out;
  out.id = entry.at("id");
  out.label = entry.at("canonical_name");
  out.cls = class_of(entry.at("class"), out.label);
  if (out.cls == "CountedGroup") out.of_class = counted_class(out.label);
  std::set<std::string> aliases;
  for (const auto* key : {"mentions", "acronyms"})
    for (const auto& name : entry.value(key, std::vector<std::string>{})) aliases.insert(name);
  aliases.erase(out.label);
  out.aliases.assign(aliases.begin(), aliases.end());
  out.mentions = 1;
  return out;
}

std::string joined(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value;
  std::string out;
  for (const auto& each : value) out += (out.empty() ? "" : "; ") + each.get<std::string>();
  return out;
}

Modality modality_of(const std::string& name, const std::string& relation) {
  if (relation == "calledOn") return Modality::asserted;  // the call itself is a fact
  if (name == "called-for") return Modality::called_for;
  if (name == "planned") return Modality::planned;
  if (name == "obligation") return Modality::obligation;
  return name == "reported" ? Modality::reported : Modality::asserted;
}

/// The words before a holder's name in a mention that has them: "President of the European Council Charles
/// Michel".
std::string office_of(const Json& entities, const std::string& holder) {
  for (const auto& entity : entities) {
    if (entity.at("id") != holder) continue;
    const std::string name = entity.at("canonical_name");
    for (const auto& mention : entity.at("mentions").get<std::vector<std::string>>())
      if (mention.size() > name.size() + 1 && mention.ends_with(name))
        return mention.substr(0, mention.size() - name.size() - 1);
  }
  return "head";
}

Evidence evidence_of(const Document& document, const std::string& sentence) {
  Evidence out;
  out.document = document.id;
  out.text = sentence;
  const auto at = document.text.find(sentence);
  if (at == std::string::npos) return out;
  out.begin = static_cast<std::uint32_t>(utf8::length(std::string_view(document.text).substr(0, at)));
  out.end = out.begin + static_cast<std::uint32_t>(utf8::length(sentence));
  out.confidence = 1;
  return out;
}

Fact read_fact(const Json& entry, const Json& entities, const Document& document) {
  Fact out;
  out.relation = mapped(relations(), entry.at("relation"));
  out.subject = entry.at("subject");
  out.object = entry.at("object");
  out.modality = modality_of(entry.at("modality"), out.relation);
  out.negated = entry.at("polarity") == "negative";
  out.attributed_to = entry.value("speaker", "");
  out.meeting = entry.value("via", "");
  out.content_text = joined(entry.value("theme", Json()));
  if (const auto words = joined(entry.value("time", Json())); !words.empty()) {
    out.when = TimeSpan{};
    out.when->text = words;
  }
  if (const auto words = joined(entry.value("quantity", Json())); !words.empty())
    out.quantity = Quantity{"", "", "exact", words};
  if (out.relation == "holdsOfficeIn") out.office = office_of(entities, out.subject);
  out.confidence = 1;
  out.evidence = {evidence_of(document, entry.at("evidence"))};
  out.id = fact_id(out);
  return out;
}

void sort_by_id(FactBase& base) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(base.documents.begin(), base.documents.end(), by_id);
  std::sort(base.entities.begin(), base.entities.end(), by_id);
  std::sort(base.facts.begin(), base.facts.end(), by_id);
  base.facts.erase(std::unique(base.facts.begin(), base.facts.end(),
                               [](const auto& a, const auto& b) { return a.id == b.id; }),
                   base.facts.end());
}

}  // namespace

Result<FactBase> facts_of_gold(const std::filesystem::path& file) {
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  FactBase base;
  try {
    const Json gold = Json::parse(*bytes);
    std::map<std::string, Document> documents;
    const Json single = Json::array({gold});
    for (const auto& entry : gold.contains("docs") ? gold.at("docs") : single) {
      Document document = make_document(entry.at("text"), entry.at("id"));
      document.date = entry.value("date", "");
      documents.emplace(entry.at("id").get<std::string>(), std::move(document));
    }
    for (const auto& entry : gold.at("entities")) base.entities.push_back(read_entity(entry));
    for (const auto& entry : gold.at("edges")) {
      const auto at = documents.find(entry.value("doc", ""));
      base.facts.push_back(read_fact(entry, gold.at("entities"),
                                     at == documents.end() ? documents.begin()->second : at->second));
    }
    for (auto& [id, document] : documents) base.documents.push_back(std::move(document));
  } catch (const Json::exception& problem) {
    return fail(ErrorKind::data, std::string("not a gold file: ") + problem.what(), Place{file.string()});
  }
  sort_by_id(base);
  return base;
}

}  // namespace entente::test
