// SPDX-License-Identifier: Apache-2.0
#include "evaluation/relation_table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "evaluation/names.hpp"

namespace entente::evaluation {
namespace {

std::set<std::string> names_in(const nlohmann::json& list) {
  std::set<std::string> out;
  for (const auto& name : list) out.insert(relation_name(name.get<std::string>()));
  return out;
}

GoldRelation read_relation(const std::string& name, const nlohmann::json& entry) {
  GoldRelation out;
  out.family = entry.at("family").get<std::string>();
  out.symmetric = entry.at("symmetric").get<bool>();
  out.accept = names_in(entry.at("accept"));
  out.accept.insert(name);
  out.inverse = names_in(entry.at("inverse"));
  out.verbs = entry.at("verbs").get<std::set<std::string>>();
  out.implies = entry.value("implies", std::vector<std::string>{});
  return out;
}

bool is_auxiliary(const std::string& word) {
  static const std::set<std::string> words{"has",  "have", "had", "is",   "was", "were",   "be",
                                           "been", "will", "to",  "also", "not", "should", "must"};
  return words.contains(word);
}

bool shares_a_word(const std::set<std::string>& a, const std::set<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const auto& word) { return b.contains(word); });
}

}  // namespace

Result<RelationTable> RelationTable::load(const std::filesystem::path& file) {
  auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  RelationTable table;
  try {
    const auto json = nlohmann::json::parse(*bytes);
    for (const auto& [name, entry] : json.at("relations").items())
      table.relations_.emplace(name, read_relation(name, entry));
  } catch (const nlohmann::json::exception& problem) {
    return fail(ErrorKind::data, std::string("not a table of gold relations: ") + problem.what(),
                Place{file.string()});
  }
  for (const auto& [name, relation] : table.relations_) {
    table.all_names_.insert(relation.accept.begin(), relation.accept.end());
    table.all_names_.insert(relation.inverse.begin(), relation.inverse.end());
  }
  return table;
}

const GoldRelation* RelationTable::find(std::string_view gold_relation) const {
  const auto at = relations_.find(gold_relation);
  return at == relations_.end() ? nullptr : &at->second;
}

bool RelationTable::accepts(std::string_view gold_relation, std::string_view system_relation) const {
  const GoldRelation* gold = find(gold_relation);
  if (!gold) return false;
  const std::string name = relation_name(system_relation);
  if (gold->accept.contains(name)) return true;
  if (all_names_.contains(name)) return false;  // a known name, but of another relation
  std::string first;
  for (auto& word : split(name, '_')) {
    if (is_auxiliary(word)) continue;
    first = std::move(word);
    break;
  }
  return shares_a_word(verb_lemmas(first), gold->verbs) && !name.ends_with("_by");
}

bool RelationTable::accepts_inverse(std::string_view gold_relation, std::string_view system_relation) const {
  const GoldRelation* gold = find(gold_relation);
  if (!gold) return false;
  const std::string name = relation_name(system_relation);
  if (gold->inverse.contains(name)) return true;
  if (all_names_.contains(name) || !name.ends_with("_by")) return false;
  const auto words = split(name, '_');
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& word) { return shares_a_word(verb_lemmas(word), gold->verbs); });
}

std::set<std::string> RelationTable::families(std::string_view system_relation) const {
  std::set<std::string> out;
  for (const auto& [name, relation] : relations_)
    if (accepts(name, system_relation) || accepts_inverse(name, system_relation)) out.insert(relation.family);
  return out;
}

}  // namespace entente::evaluation
