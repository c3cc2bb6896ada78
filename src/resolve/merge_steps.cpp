// SPDX-License-Identifier: Apache-2.0
#include "resolve/merge_steps.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

#include "resolve/class_depth.hpp"
#include "resolve/merge.hpp"

namespace entente::resolve {

namespace {

/// Something that one source says, of which several records may exist.
template <class T>
struct Said {
  std::string_view document;  ///< that stands for the source
  const T* item;
};

/// All records with the same id next to each other; the order inside does not matter to what follows.
template <class T>
std::vector<Said<T>> collect(const std::vector<DocumentFacts>& documents, const Sources& sources,
                             std::vector<T> DocumentFacts::*list) {
  std::vector<Said<T>> all;
  for (const DocumentFacts& reading : documents)
    for (const T& item : reading.*list) all.push_back({sources.of(reading.document.id), &item});
  std::sort(all.begin(), all.end(), [](const Said<T>& a, const Said<T>& b) {
    return std::tie(a.item->id, a.document) < std::tie(b.item->id, b.document);
  });
  return all;
}

/// Calls the function with each run of records of one id.
template <class T, class Function>
void each_group(const std::vector<Said<T>>& all, Function function) {
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end =
        std::find_if(begin, all.end(), [&](const Said<T>& s) { return s.item->id != begin->item->id; });
    function(std::vector<Said<T>>(begin, end));
    begin = end;
  }
}

/// Votes for values; a document that votes twice for one value has the larger of its votes.
template <class T>
class Votes {
 public:
  void add(const T& value, std::string_view document, int mentions) {
    int& vote = votes_[value][document];
    vote = std::max({vote, mentions, 1});
  }

  [[nodiscard]] std::map<T, std::int64_t> sums() const {
    std::map<T, std::int64_t> sums;
    for (const auto& [value, by_document] : votes_)
      for (const auto& vote : by_document) sums[value] += vote.second;
    return sums;
  }

  /// The value with most votes, the smallest of equals; a default one when nobody voted.
  [[nodiscard]] T winner() const {
    T best{};
    std::int64_t most = 0;
    for (const auto& [value, sum] : sums())
      if (sum > most) {
        best = value;
        most = sum;
      }
    return best;
  }

 private:
  std::map<T, std::map<std::string_view, int>> votes_;
};

std::string elect_class(const std::map<std::string, std::int64_t>& votes,
                        const ontology::Vocabulary& vocabulary) {
  std::string best = kAnything;
  std::pair<std::int64_t, std::size_t> best_score{0, 0};
  for (const auto& [cls, own] : votes) {
    std::int64_t sum = 0;
    for (const auto& [other, others] : votes)
      if (vocabulary.is_class(cls, other)) sum += others;
    const std::pair score{sum, depth(vocabulary, cls)};
    if (score > best_score) {
      best = cls;
      best_score = score;
    }
  }
  return best;
}

Entity merge_entity(const std::vector<Said<Entity>>& records, const ontology::Vocabulary& vocabulary) {
  Votes<std::string> classes, labels, links, counted;
  Votes<Quantity> quantities;
  std::set<std::string> names;
  std::map<std::string_view, int> mentions;
  for (const auto& [document, entity] : records) {
    const int weight = entity->mentions;
    if (!entity->cls.empty()) classes.add(entity->cls, document, weight);
    if (!entity->label.empty()) labels.add(entity->label, document, weight);
    if (!entity->wikidata.empty()) links.add(entity->wikidata, document, weight);
    if (!entity->of_class.empty()) counted.add(entity->of_class, document, weight);
    if (entity->quantity) quantities.add(*entity->quantity, document, weight);
    names.insert(entity->label);
    names.insert(entity->aliases.begin(), entity->aliases.end());
    mentions[document] = std::max(mentions[document], weight);
  }
  Entity merged;
  merged.id = records.front().item->id;
  merged.cls = elect_class(classes.sums(), vocabulary);
  merged.label = labels.winner();
  if (merged.label.empty()) merged.label = merged.id;
  merged.wikidata = links.winner();
  merged.of_class = counted.winner();
  if (!quantities.sums().empty()) merged.quantity = quantities.winner();
  names.erase(merged.label);
  names.erase("");
  merged.aliases.assign(names.begin(), names.end());
  for (const auto& by_document : mentions) merged.mentions += by_document.second;
  return merged;
}

double best_confidence(const Fact& fact) {
  double best = 0;
  for (const Evidence& evidence : fact.evidence) best = std::max(best, evidence.confidence);
  return best;
}

double joint_confidence(const std::vector<Evidence>& evidence) {
  std::map<std::string_view, double> by_document;
  for (const Evidence& each : evidence)
    by_document[each.document] = std::max(by_document[each.document], each.confidence);
  double doubt = 1, best = 0;
  for (const auto& [document, confidence] : by_document) {
    doubt *= 1 - confidence;
    best = std::max(best, confidence);
  }
  const double joint = std::min(1 - doubt, std::max(best, kHighestConfidence));
  return std::round(joint * 10000) / 10000;
}

void join(std::vector<std::string>& into, const std::vector<std::string>& from) {
  into.insert(into.end(), from.begin(), from.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

template <class T>
void take_if_missing(std::optional<T>& into, const std::optional<T>& from) {
  if (!into) into = from;
}

void take_if_missing(std::string& into, const std::string& from) {
  if (into.empty()) into = from;
}

/// Of each source the evidence of one document, the one whose id sorts first among those that have some.
void drop_copies(std::vector<Evidence>& evidence, const Sources& sources) {
  std::map<std::string_view, std::string> first;
  for (const Evidence& each : evidence) {
    std::string& kept = first.try_emplace(sources.of(each.document), each.document).first->second;
    kept = std::min(kept, each.document);
  }
  evidence.erase(std::remove_if(evidence.begin(), evidence.end(),
                                [&](const Evidence& each) {
                                  return first.at(sources.of(each.document)) != each.document;
                                }),
                 evidence.end());
}

/// Everything that is not part of the key, for readings with the same evidence to have an order.
auto details(const Fact& f) {
  return std::tie(f.when, f.where, f.meeting, f.topic, f.quantity, f.mode, f.context, f.office,
                  f.content_text);
}

/// The reading with the best evidence stands first.
bool better(const Fact* a, const Fact* b) {
  const double first = best_confidence(*a), second = best_confidence(*b);
  if (first != second) return first > second;
  const auto place = [](const Fact& fact) {
    return *std::min_element(fact.evidence.begin(), fact.evidence.end());
  };
  if (const Evidence x = place(*a), y = place(*b); x != y) return x < y;
  return details(*a) < details(*b);
}

Fact merge_fact(const std::vector<Said<Fact>>& records, const Sources& sources) {
  std::vector<const Fact*> readings;
  readings.reserve(records.size());
  for (const auto& record : records) readings.push_back(record.item);
  std::sort(readings.begin(), readings.end(), better);
  Fact merged = *readings.front();
  for (const Fact* other : readings) {
    take_if_missing(merged.when, other->when);
    take_if_missing(merged.where, other->where);
    take_if_missing(merged.meeting, other->meeting);
    take_if_missing(merged.topic, other->topic);
    take_if_missing(merged.quantity, other->quantity);
    take_if_missing(merged.mode, other->mode);
    take_if_missing(merged.context, other->context);
    take_if_missing(merged.office, other->office);
    take_if_missing(merged.content_text, other->content_text);
    join(merged.resources, other->resources);
    join(merged.content, other->content);
    if (other != readings.front())
      merged.evidence.insert(merged.evidence.end(), other->evidence.begin(), other->evidence.end());
  }
  std::sort(merged.evidence.begin(), merged.evidence.end());
  merged.evidence.erase(std::unique(merged.evidence.begin(), merged.evidence.end()), merged.evidence.end());
  drop_copies(merged.evidence, sources);
  merged.confidence = joint_confidence(merged.evidence);
  return merged;
}

}  // namespace

std::vector<Entity> merge_entities(const std::vector<DocumentFacts>& readings, const Sources& sources,
                                   const ontology::Vocabulary& vocabulary) {
  std::vector<Entity> merged;
  each_group(
      collect(readings, sources, &DocumentFacts::entities),
      [&](const std::vector<Said<Entity>>& records) { merged.push_back(merge_entity(records, vocabulary)); });
  return merged;
}

std::vector<Fact> merge_facts(const std::vector<DocumentFacts>& readings, const Sources& sources) {
  auto facts = collect(readings, sources, &DocumentFacts::facts);
  facts.erase(std::remove_if(facts.begin(), facts.end(),
                             [](const auto& said) { return said.item->evidence.empty(); }),
              facts.end());
  std::vector<Fact> merged;
  each_group(facts,
             [&](const std::vector<Said<Fact>>& records) { merged.push_back(merge_fact(records, sources)); });
  return merged;
}

}  // namespace entente::resolve
