// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "evaluation/gold.hpp"

namespace entente::evaluation {
namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;

/// A string, or a list of strings, or nothing.
Strings strings_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return {};
  if (!at->is_array()) return {at->get<std::string>()};
  return at->get<Strings>();
}

Strings without_empty(Strings words) {
  words.erase(std::remove(words.begin(), words.end(), std::string()), words.end());
  return words;
}

std::optional<std::string> text_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end()) return std::nullopt;
  return at->get<std::string>();
}

GoldEntity read_entity(const Json& entry) {
  return GoldEntity{entry.at("id"),
                    entry.at("canonical_name"),
                    entry.at("class"),
                    entry.at("mentions").get<Strings>(),
                    strings_at(entry, "coref_mentions"),
                    strings_at(entry, "combined_mentions"),
                    strings_at(entry, "acronyms")};
}

Ids with_equals(const Json& entry, const char* key, const char* equals) {
  const auto more = strings_at(entry, equals);
  Ids out(more.begin(), more.end());
  out.insert(entry.at(key).get<std::string>());
  return out;
}

GoldEdge read_edge(const Json& entry) {
  GoldEdge edge;
  edge.subject = entry.at("subject").get<std::string>();
  edge.relation = entry.at("relation").get<std::string>();
  edge.object = entry.at("object").get<std::string>();
  edge.modality = entry.at("modality").get<std::string>();
  edge.polarity = entry.at("polarity").get<std::string>();
  edge.importance = entry.at("importance").get<std::string>();
  edge.id = entry.value("id", "");
  edge.evidence = entry.value("evidence", "");
  edge.subjects = with_equals(entry, "subject", "alt_subjects");
  edge.objects = with_equals(entry, "object", "alt_objects");
  edge.relations = strings_at(entry, "alt_relations");
  edge.relations.insert(edge.relations.begin(), edge.relation);
  edge.modalities = with_equals(entry, "modality", "alt_modality");
  edge.quantities = without_empty(strings_at(entry, "quantity"));
  edge.times = without_empty(strings_at(entry, "time"));
  edge.optional = entry.value("optional", false);
  edge.symmetric = entry.value("symmetric", false);
  edge.polarity_any = entry.value("polarity_any", false);
  return edge;
}

GoldTrap read_trap(const Json& entry) {
  GoldTrap trap;
  trap.subject = entry.at("subject").get<std::string>();
  trap.relation = entry.at("relation").get<std::string>();
  trap.object = entry.at("object").get<std::string>();
  trap.why = entry.value("why", "");
  const auto condition = entry.find("only_if");
  if (condition == entry.end() || condition->is_null() || condition->empty()) return trap;
  trap.conditional = true;
  trap.modality = text_at(*condition, "modality");
  trap.polarity = text_at(*condition, "polarity");
  trap.quantity_contains = text_at(*condition, "quantity_contains");
  trap.time_contains = text_at(*condition, "time_contains");
  return trap;
}

/// Entries of a list that belong to one document; where none is named, those without a name too.
template <class T, class Read>
std::vector<T> read_all(const Json& list, const std::string& document, bool unnamed_too, Read read) {
  std::vector<T> out;
  for (const auto& entry : list) {
    const auto doc = entry.find("doc");
    const bool unnamed = doc == entry.end() || doc->is_null();
    if (document.empty() || (unnamed ? unnamed_too : *doc == document)) out.push_back(read(entry));
  }
  return out;
}

std::vector<GoldDocument> read_documents(const Json& gold) {
  std::vector<GoldDocument> out;
  const auto entities = read_all<GoldEntity>(gold.at("entities"), "", true, read_entity);
  const auto bad = strings_at(gold, "bad_entities");
  const auto add = [&](const Json& document, const std::string& only) {
    out.emplace_back(document.at("id").get<std::string>(), document.at("text").get<std::string>(), entities,
                     read_all<GoldEdge>(gold.at("edges"), only, false, read_edge),
                     read_all<GoldTrap>(gold.at("traps"), only, true, read_trap), bad);
  };
  if (!gold.contains("docs"))
    add(gold, "");
  else
    for (const auto& document : gold.at("docs")) add(document, document.at("id").get<std::string>());
  return out;
}

Result<std::vector<std::filesystem::path>> files_of(const std::filesystem::path& path) {
  std::error_code problem;
  if (!std::filesystem::is_directory(path, problem)) return std::vector{path};
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(path, problem))
    if (entry.path().extension() == ".json") out.push_back(entry.path());
  if (problem)
    return fail(ErrorKind::input_output, "cannot list the folder: " + problem.message(),
                Place{path.string()});
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

Result<std::vector<GoldDocument>> load_gold(const std::vector<std::filesystem::path>& paths) {
  std::vector<GoldDocument> out;
  for (const auto& path : paths) {
    const auto files = files_of(path);
    if (!files) return fail(files.error());
    for (const auto& file : *files) {
      const auto bytes = read_file(file);
      if (!bytes) return fail(bytes.error());
      try {
        for (auto& document : read_documents(Json::parse(*bytes))) out.push_back(std::move(document));
      } catch (const Json::exception& problem) {
        return fail(ErrorKind::data, std::string("not a gold file: ") + problem.what(), Place{file.string()});
      }
    }
  }
  if (out.empty()) return fail(ErrorKind::data, "no gold file found");
  return out;
}

}  // namespace entente::evaluation
