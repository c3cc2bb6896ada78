// SPDX-License-Identifier: Apache-2.0
#include "resolve/merge.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "resolve/near_copies.hpp"

namespace entente::resolve {

namespace {

constexpr const char* kAnything = "Entity";  // the class of everything

/// Which documents are near copies of which: those of one source say a thing once.
class Sources {
 public:
  explicit Sources(const std::vector<DocumentFacts>& documents) {
    std::vector<Signed> texts;
    for (const DocumentFacts& reading : documents)
      if (const auto signature = signature_of(reading.document))
        texts.push_back({reading.document.id, *signature});
    copies_ = near_copies(texts);
  }
  [[nodiscard]] std::string_view of(std::string_view document) const {
    const auto found = copies_.find(document);
    return found == copies_.end() ? document : std::string_view(found->second);
  }

 private:
  std::map<std::string, std::string, std::less<>> copies_;
};

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

std::size_t depth(const ontology::Vocabulary& vocabulary, const std::string& cls) {
  const auto& classes = vocabulary.classes();
  return static_cast<std::size_t>(std::count_if(classes.begin(), classes.end(), [&](const auto& other) {
    return vocabulary.is_class(cls, other.name);
  }));
}

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

/// Of several records the smallest value that is not empty.
void take_smallest(std::string& into, const std::string& from) {
  if (into.empty() || (!from.empty() && from < into)) into = from;
}

std::vector<Document> merge_documents(const std::vector<DocumentFacts>& documents) {
  std::map<std::string_view, Document> by_id;
  for (const DocumentFacts& reading : documents) {
    const Document& document = reading.document;
    Document& merged = by_id[document.id];
    merged.id = document.id;
    take_smallest(merged.name, document.name);
    take_smallest(merged.text, document.text);
    take_smallest(merged.date, document.date);
    take_smallest(merged.title, document.title);
    take_smallest(merged.url, document.url);
    take_smallest(merged.sha256, document.sha256);
    take_smallest(merged.signature, document.signature);
  }
  std::vector<Document> merged;
  merged.reserve(by_id.size());
  for (auto& [id, document] : by_id) merged.push_back(std::move(document));
  return merged;
}

/// Makes every id in a fact one of the base.
void close_references(FactBase& base) {
  std::set<std::string> missing;
  for (Fact& fact : base.facts) {
    std::vector<std::string> named = fact.resources;
    for (const std::string* id :
         {&fact.subject, &fact.object, &fact.attributed_to, &fact.where, &fact.meeting, &fact.topic})
      if (!id->empty()) named.push_back(*id);
    for (std::string& id : named)
      if (base.entity(id) == nullptr) missing.insert(std::move(id));
    const auto unknown = [&](const std::string& id) { return base.fact(id) == nullptr; };
    fact.content.erase(std::remove_if(fact.content.begin(), fact.content.end(), unknown), fact.content.end());
  }
  for (const std::string& id : missing) {
    Entity& entity = base.entities.emplace_back();
    entity.id = entity.label = id;
    entity.cls = kAnything;
  }
  std::sort(base.entities.begin(), base.entities.end(),
            [](const Entity& a, const Entity& b) { return a.id < b.id; });
}

/// What the facts want an unclassified entity to be: for every class that is asked for, the facts that it
/// would fit.
class ClassWishes {
 public:
  explicit ClassWishes(const ontology::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  void add(const std::vector<std::string>& admitted) {
    if (!admitted.empty()) wishes_.push_back(&admitted);
  }

  /// The class that fits most facts; of equals the widest, then the first by name.
  [[nodiscard]] std::string answer() const {
    std::set<std::string> classes;
    for (const auto* wish : wishes_) classes.insert(wish->begin(), wish->end());
    std::string best = kAnything;
    std::pair<std::ptrdiff_t, std::ptrdiff_t> best_score{0, 0};
    for (const std::string& cls : classes) {
      const auto fits = [&](const auto* wish) {
        return std::any_of(wish->begin(), wish->end(),
                           [&](const std::string& wanted) { return vocabulary_.is_class(cls, wanted); });
      };
      const std::pair score{std::count_if(wishes_.begin(), wishes_.end(), fits),
                            -static_cast<std::ptrdiff_t>(depth(vocabulary_, cls))};
      if (score.first > 0 && (best_score.first == 0 || score > best_score)) {
        best = cls;
        best_score = score;
      }
    }
    return best;
  }

 private:
  const ontology::Vocabulary& vocabulary_;
  std::vector<const std::vector<std::string>*> wishes_;
};

/// Gives a class to entities that no document classifies.
void classify_by_facts(FactBase& base, const ontology::Vocabulary& vocabulary) {
  static const std::vector<std::string> kPlace = {"Place"}, kMeeting = {"Meeting"}, kResource = {"Resource"};
  std::map<std::string_view, ClassWishes> unclassified;
  for (const Entity& entity : base.entities)
    if (entity.cls == kAnything) unclassified.emplace(entity.id, vocabulary);
  const auto wish = [&](const std::string& id, const std::vector<std::string>& classes) {
    const auto found = unclassified.find(id);
    if (found != unclassified.end()) found->second.add(classes);
  };
  for (const Fact& fact : base.facts) {
    if (const ontology::Relation* relation = vocabulary.find_relation(fact.relation)) {
      wish(fact.subject, relation->domains);
      wish(fact.object, relation->ranges);
    }
    wish(fact.where, kPlace);
    wish(fact.meeting, kMeeting);
    for (const std::string& resource : fact.resources) wish(resource, kResource);
  }
  for (Entity& entity : base.entities) {
    const auto found = unclassified.find(entity.id);
    if (found != unclassified.end()) entity.cls = found->second.answer();
  }
}

}  // namespace

FactBase merge(const std::vector<DocumentFacts>& documents, const ontology::Vocabulary& vocabulary) {
  FactBase base;
  base.documents = merge_documents(documents);
  const Sources sources(documents);
  each_group(collect(documents, sources, &DocumentFacts::entities),
             [&](const std::vector<Said<Entity>>& records) {
               base.entities.push_back(merge_entity(records, vocabulary));
             });
  auto facts = collect(documents, sources, &DocumentFacts::facts);
  facts.erase(std::remove_if(facts.begin(), facts.end(),
                             [](const auto& said) { return said.item->evidence.empty(); }),
              facts.end());
  each_group(facts, [&](const std::vector<Said<Fact>>& records) {
    base.facts.push_back(merge_fact(records, sources));
  });
  close_references(base);
  classify_by_facts(base, vocabulary);
  return base;
}

}  // namespace entente::resolve
