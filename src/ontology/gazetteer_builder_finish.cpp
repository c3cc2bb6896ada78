// SPDX-License-Identifier: Apache-2.0
// What GazetteerBuilder does once all files are read: the checks over all of them, and the sorted parts of
// the Gazetteer.
#include <algorithm>
#include <optional>
#include <tuple>

#include "base/edit_distance.hpp"
#include "base/sha256.hpp"
#include "ontology/gazetteer_builder.hpp"

namespace entente::ontology {

namespace {

constexpr std::size_t kMostHints = 20;  ///< a search for the nearest id goes through all of them

/// The same name again, or an alias or acronym that is spelt like the label or alias of its entity.
bool says_nothing_new(const std::vector<NameEntry>& entries, const NameEntry& more) {
  return std::any_of(entries.begin(), entries.end(), [&](const NameEntry& entry) {
    return entry.entity == more.entity && (entry.kind == more.kind || more.kind <= NameKind::acronym);
  });
}

}  // namespace

bool GazetteerBuilder::is_entity(const Subject& subject) const {
  return !subject.entity.cls.empty();
}

void GazetteerBuilder::finish() {
  if (complete_) {
    check_subjects();
    check_references();
    check_offices();
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < subjects_.size(); ++i)
    if (is_entity(subjects_[i])) order.push_back(i);
  std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
    return subjects_[a].entity.id < subjects_[b].entity.id;
  });
  std::vector<std::uint32_t> new_index(subjects_.size(), UINT32_MAX);
  std::vector<GazetteerEntity> entities;
  entities.reserve(order.size());
  for (const std::uint32_t i : order) {
    new_index[i] = static_cast<std::uint32_t>(entities.size());
    entities.push_back(std::move(subjects_[i].entity));
    std::sort(entities.back().members.begin(), entities.back().members.end());
  }
  gazetteer_ = Gazetteer(std::move(entities), sorted_offices(), sorted_names(new_index), sorted_lists(),
                         sha256_hex(file_hashes_));
}

void GazetteerBuilder::check_subjects() {
  for (const Subject& subject : subjects_) {
    const std::string& id = subject.entity.id;
    if (subject.type.empty())
      fault(subject.at, "id '" + id + "' has no class");
    else if (subject.type != kOffice && subject.entity.label.empty())
      fault(subject.at, "id '" + id + "' has no label");
  }
}

void GazetteerBuilder::check_references() {
  std::vector<std::string> known;
  std::size_t hints = 0;
  for (const Reference& reference : references_) {
    const auto at = index_of_.find(reference.target);
    if (at != index_of_.end() && is_entity(subjects_[at->second])) continue;
    std::optional<std::string> near;
    if (hints++ < kMostHints) {
      if (known.empty())
        for (const Subject& subject : subjects_)
          if (is_entity(subject)) known.push_back(subject.entity.id);
      near = did_you_mean(reference.target, known);
    }
    fault(reference.at, "unknown id '" + reference.target + "'", near ? "did you mean '" + *near + "'?" : "");
  }
}

void GazetteerBuilder::check_offices() {
  for (const auto& [index, office] : offices_) {
    const Subject& subject = subjects_[index];
    const std::string what = "term of office '" + subject.entity.id + "'";
    if (subject.type != kOffice)
      fault(subject.at, "'" + subject.entity.id + "' has an office's properties, but is no ent:TermOfOffice");
    else if (office.person.empty())
      fault(subject.at, what + " has no ent:holder");
    else if (subject.entity.country.empty())
      fault(subject.at, what + " has no ent:inCountry");
    else if (office.role.empty())
      fault(subject.at, what + " has no ent:role");
    if (!office.first_seen.empty() && !office.last_seen.empty() && office.last_seen < office.first_seen)
      fault(subject.at, what + " ends before it begins");
  }
  for (const auto& [index, list] : lists_)
    if (subjects_[index].type != kList)
      fault(subjects_[index].at, "'" + subjects_[index].entity.id + "' has words, but is no ent:WordList");
}

std::vector<Office> GazetteerBuilder::sorted_offices() {
  std::vector<Office> offices;
  for (auto& [index, office] : offices_) {
    office.country = subjects_[index].entity.country;
    offices.push_back(std::move(office));
  }
  std::sort(offices.begin(), offices.end(), [](const Office& a, const Office& b) {
    return std::tie(a.country, a.first_seen, a.person, a.role) <
           std::tie(b.country, b.first_seen, b.person, b.role);
  });
  return offices;
}

std::vector<Name> GazetteerBuilder::sorted_names(const std::vector<std::uint32_t>& new_index) {
  const auto order = [](const PendingName& name) {
    return std::tie(name.key, name.entry.kind, name.entry.entity);
  };
  for (PendingName& name : names_) name.entry.entity = new_index[name.entry.entity];
  std::sort(names_.begin(), names_.end(),
            [&](const PendingName& a, const PendingName& b) { return order(a) < order(b); });
  std::vector<Name> names;
  for (PendingName& name : names_) {
    if (name.entry.entity == UINT32_MAX || name.key.empty()) continue;
    if (names.empty() || names.back().key != name.key) names.push_back({std::move(name.key), {}});
    auto& entries = names.back().entries;
    if (!says_nothing_new(entries, name.entry)) entries.push_back(name.entry);
  }
  return names;
}

Gazetteer::Lists GazetteerBuilder::sorted_lists() {
  Gazetteer::Lists lists;
  for (auto& [index, list] : lists_)
    for (std::string& word : list.words)
      lists[subjects_[index].entity.label].push_back({std::move(word), list.cls});
  for (auto& [name, words] : lists)
    std::sort(words.begin(), words.end(), [](const ListedWord& a, const ListedWord& b) {
      return std::tie(a.word, a.cls) < std::tie(b.word, b.cls);
    });
  return lists;
}

}  // namespace entente::ontology
