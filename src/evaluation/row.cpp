// SPDX-License-Identifier: Apache-2.0
#include "evaluation/row.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "evaluation/names.hpp"

namespace entente::evaluation {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kAbsent = "\"\"";  ///< an empty string as JSON

std::string text_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at == object.end() || at->is_null() ? std::string() : at->get<std::string>();
}

/// A value as JSON text; null, empty and zero count as absent.
std::string json_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  const bool absent = at == object.end() || at->is_null() ||
                      (at->is_string() && at->get_ref<const std::string&>().empty()) ||
                      ((at->is_array() || at->is_object()) && at->empty()) || (at->is_number() && *at == 0) ||
                      (at->is_boolean() && !at->get<bool>());
  return absent ? kAbsent : at->dump();
}

std::string polarity_of(const std::string& word) {
  const std::string low = utf8::lower(word);
  const bool negative = low.starts_with("neg") || low == "-" || low == "false" || low == "-1";
  return negative ? "negative" : "positive";
}

std::string modality_of(const std::string& word) {
  static const std::map<std::string, std::string> other_names{
      {"fact", "asserted"},         {"factual", "asserted"},     {"future", "planned"},
      {"intended", "planned"},      {"plan", "planned"},         {"request", "called-for"},
      {"called_for", "called-for"}, {"requested", "called-for"}, {"deontic", "obligation"},
      {"must", "obligation"},       {"should", "obligation"},    {"claimed", "reported"},
      {"attributed", "reported"},   {"said", "reported"}};
  if (word.empty()) return "asserted";
  std::string low = trimmed(utf8::lower(word));
  std::replace(low.begin(), low.end(), ' ', '-');
  const auto at = other_names.find(low);
  return at == other_names.end() ? low : at->second;
}

Row read_row(const Json& entry) {
  Row row;
  if (entry.contains("doc") && !entry.at("doc").is_null()) row.doc = text_at(entry, "doc");
  row.subject = entry.at("subject").get<std::string>();
  row.relation = entry.at("relation").get<std::string>();
  row.object = entry.at("object").get<std::string>();
  row.polarity = polarity_of(text_at(entry, "polarity"));
  row.modality = modality_of(text_at(entry, "modality"));
  row.sentence = text_at(entry, "sentence");
  row.quantity = json_at(entry, "quantity");
  row.time = json_at(entry, "time");
  row.confidence = entry.value("confidence", -1.0);
  row.rule = text_at(entry, "rule");
  return row;
}

/// The gold's word for a modality; it has none for the hypothetical, which it counts as planned.
std::string gold_modality(Modality modality) {
  switch (modality) {
    case Modality::asserted:
      return "asserted";
    case Modality::planned:
    case Modality::hypothetical:
      return "planned";
    case Modality::called_for:
      return "called-for";
    case Modality::obligation:
      return "obligation";
    case Modality::reported:
      return "reported";
  }
  return "asserted";
}

/// True when a word of the sentence begins like a restriction, which the gold codes as a lifted imposed_on.
bool speaks_of_restriction(std::string_view sentence) {
  static constexpr std::array<std::string_view, 8> kinds{"sanction", "ban",      "embargo", "restriction",
                                                         "tariff",   "blockade", "closure", "curb"};
  const std::string low = utf8::lower(sentence);
  const auto in_word = [](char c) {
    return c == '_' || std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80);
  };
  for (const auto kind : kinds)
    for (auto at = low.find(kind); at != std::string::npos; at = low.find(kind, at + 1))
      if (at == 0 || !in_word(low[at - 1])) return true;
  return false;
}

/// What `entente map` writes for a quantity or time, or the absent value.
std::string quantity_json(const std::optional<Quantity>& quantity) {
  if (!quantity) return kAbsent;
  return Json{{"value", quantity->value},
              {"unit", quantity->unit},
              {"bound", quantity->bound},
              {"text", quantity->text}}
      .dump();
}

std::string time_json(const std::optional<TimeSpan>& when) {
  if (!when) return kAbsent;
  return Json{{"text", when->text},
              {"earliest_begin", when->earliest_begin},
              {"latest_begin", when->latest_begin},
              {"earliest_end", when->earliest_end},
              {"latest_end", when->latest_end},
              {"precision", when->precision}}
      .dump();
}

/// The name that a document gives an entity, or its id.
std::string name_of(const DocumentFacts& facts, const std::string& id) {
  const auto at = std::find_if(facts.entities.begin(), facts.entities.end(),
                               [&](const auto& entity) { return entity.id == id; });
  return at == facts.entities.end() ? id : at->label;
}

std::optional<Row> row_of(const Fact& fact, const DocumentFacts& facts, const std::string& doc) {
  if (fact.subject.empty() || fact.object.empty()) return std::nullopt;
  Row row;
  row.doc = doc;
  row.subject = name_of(facts, fact.subject);
  row.relation = fact.relation;
  row.object = name_of(facts, fact.object);
  row.modality = gold_modality(fact.modality);
  bool negative = fact.negated;
  if (!fact.evidence.empty()) {
    row.sentence = fact.evidence.front().text;
    row.rule = fact.evidence.front().rule;
  }
  if ((fact.relation == "deescalatedToward" || fact.relation == "concededTo") &&
      speaks_of_restriction(row.sentence)) {
    row.relation = "imposed_on";
    negative = !negative;
  }
  row.polarity = negative ? "negative" : "positive";
  row.quantity = quantity_json(fact.quantity);
  row.time = time_json(fact.when);
  row.confidence = fact.confidence;
  return row;
}

/// Id of the gold document that a document is, by its text, else by its name; nothing when it is none.
std::optional<std::string> gold_id(const Document& document, const std::vector<GoldDocument>& gold,
                                   const std::map<std::string, std::string>& by_hash) {
  if (const auto at = by_hash.find(document.id); at != by_hash.end()) return at->second;
  const std::string base = std::filesystem::path(document.name).filename().string();
  std::optional<std::string> found;
  for (const auto& candidate : gold) {
    if (!document.name.starts_with(candidate.id()) && !base.starts_with(candidate.id())) continue;
    if (found) return std::nullopt;
    found = candidate.id();
  }
  return found;
}

}  // namespace

Result<std::vector<Row>> read_rows(std::string_view jsonl) {
  std::vector<Row> out;
  std::size_t number = 0;
  for (const auto& line : split(jsonl, '\n')) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      out.push_back(read_row(Json::parse(line)));
    } catch (const Json::exception& problem) {
      return fail(ErrorKind::data, std::string("not a row of a system: ") + problem.what(),
                  Place{"", number});
    }
  }
  return out;
}

std::vector<Row> rows_of(const std::vector<DocumentFacts>& documents, const std::vector<GoldDocument>& gold) {
  std::map<std::string, std::string> by_hash;
  for (const auto& document : gold) by_hash.emplace(short_hash(document.text()), document.id());
  std::vector<Row> out;
  for (const auto& facts : documents) {
    const auto doc = gold_id(facts.document, gold, by_hash);
    if (!doc) continue;
    for (const auto& fact : facts.facts)
      if (auto row = row_of(fact, facts, *doc)) out.push_back(std::move(*row));
  }
  return out;
}

}  // namespace entente::evaluation
