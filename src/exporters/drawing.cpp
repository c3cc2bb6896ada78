// SPDX-License-Identifier: Apache-2.0
#include "exporters/drawing.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/sha256.hpp"
#include "exporters/decimal.hpp"
#include "exporters/imported_part.hpp"

namespace entente::exporters {

namespace {

/// Different values in their order, with a bar between.
class Joined {
 public:
  explicit Joined(std::string_view separator = " | ") : separator_(separator) {}
  void add(const std::string& value) {
    if (!value.empty()) values_.insert(value);
  }
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const std::string& value : values_) {
      if (!text.empty()) text += separator_;
      text += value;
    }
    return text;
  }

 private:
  std::string_view separator_;
  std::set<std::string> values_;
};

template <std::size_t n>
void set_value(std::array<std::string, n>& values, const std::array<Attribute, n>& attributes,
               std::string_view id, std::string value) {
  values[place_of(attributes, id)] = std::move(value);
}

std::string flag(bool value) {
  return value ? "true" : "false";
}

}  // namespace

std::string_view type_name(AttributeType type, std::string_view integer) {
  switch (type) {
    case AttributeType::boolean:
      return "boolean";
    case AttributeType::integer:
      return integer;
    case AttributeType::real:
      return "double";
    case AttributeType::text:
      break;
  }
  return "string";
}

Drawing::Drawing(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options)
    : base_(base),
      vocabulary_(vocabulary),
      imported_(options.imported),
      evidence_(options.evidence),
      which_measures_(options.measures),
      by_community_(options.colour_by_community),
      edges_(group_edges(base, vocabulary, options.all_facts)),
      degrees_(base.entities.size(), 0) {
  for (const EdgeGroup& edge : edges_) {
    ++degrees_[edge.source];
    if (edge.target != edge.source) ++degrees_[edge.target];
  }
}

std::string Drawing::edge_id(std::string_view source, std::string_view kind, std::string_view target) {
  std::string key(source);
  key.append(1, '\x1f').append(kind).append(1, '\x1f').append(target);
  return "e-" + short_hash(key);
}

const NetworkMeasures& Drawing::measures() const {
  if (!measures_) measures_ = measure_network(base_.entities.size(), edges_, which_measures_);
  return *measures_;
}

Colour Drawing::colour(std::size_t node) const {
  if (!by_community_) return node_colour(base_.entities[node].cls, vocabulary_);
  return community_colour(measures().communities.empty() ? 0 : measures().communities[node]);
}

double Drawing::size_for(std::size_t degree) {
  constexpr double kSmallest = 10, kGrowth = 4;
  return kSmallest + kGrowth * std::sqrt(static_cast<double>(degree));
}

namespace {

std::uint64_t seed_of(std::string_view id) {
  const std::string digits = short_hash(id);
  std::uint64_t seed = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seed, 16);
  return seed;
}

}  // namespace

std::vector<Point> Drawing::places() const {
  constexpr std::size_t kMostNodes = 50'000, kMostEdges = 250'000;
  std::vector<std::uint64_t> seeds;
  seeds.reserve(base_.entities.size());
  for (const Entity& entity : base_.entities) seeds.push_back(seed_of(entity.id));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
  for (const EdgeGroup& edge : edges_)
    if (edge.source != edge.target) links.emplace_back(std::minmax(edge.source, edge.target));
  if (imported_ != nullptr) {
    if (seeds.size() + imported_->node_count() > kMostNodes ||
        links.size() + imported_->edge_count() > kMostEdges)
      return {};
    add_imported(seeds, links);
  }
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return lay_out(seeds, links);
}

void Drawing::add_imported(std::vector<std::uint64_t>& seeds,
                           std::vector<std::pair<std::uint32_t, std::uint32_t>>& links) const {
  std::map<graph::NodeId, std::uint32_t> place;
  imported_->each_node([&](graph::NodeId node) {
    place.emplace(node, static_cast<std::uint32_t>(seeds.size()));
    seeds.push_back(seed_of(imported_->id(node)));
  });
  const auto place_of_end = [&](graph::NodeId node) {
    const auto found = place.find(node);
    if (found != place.end()) return found->second;
    return static_cast<std::uint32_t>(base_.entity(imported_->id(node)) -
                                      base_.entities.data());  // an entity
  };
  imported_->each_edge([&](graph::EdgeId edge, graph::TypeId) {
    const auto source = place_of_end(imported_->graph().source(edge)),
               target = place_of_end(imported_->graph().target(edge));
    if (source != target) links.emplace_back(std::minmax(source, target));
  });
}

NodeValues Drawing::values_of_node(std::size_t node) const {
  constexpr int kDigits = 8;
  const Entity& entity = base_.entities[node];
  Joined aliases;
  for (const std::string& alias : entity.aliases) aliases.add(alias);
  const auto& [communities, page_ranks, betweenness] = measures();
  const bool alone = communities.empty() || communities[node] == 0;
  return {entity.label,
          entity.label,
          entity.cls,
          aliases.text(),
          entity.wikidata,
          entity.quantity ? entity.quantity->text : "",
          entity.of_class,
          std::to_string(entity.mentions),
          std::to_string(degrees_[node]),
          alone ? "" : std::to_string(communities[node]),
          page_ranks.empty() ? "" : decimal(page_ranks[node], kDigits),
          betweenness.empty() ? "" : decimal(betweenness[node], kDigits)};
}

const std::string& Drawing::label_of(const std::string& entity_id) const {
  const Entity* entity = base_.entity(entity_id);
  return entity == nullptr ? entity_id : entity->label;
}

std::string Drawing::content_of(const Fact& fact) const {
  if (!fact.content_text.empty()) return fact.content_text;
  Joined contents("; ");
  for (const std::string& id : fact.content)
    if (const Fact* content = base_.fact(id))
      contents.add(label_of(content->subject) + " " + content->relation +
                   (content->object.empty() ? "" : " ") + label_of(content->object));
  return contents.text();
}

EdgeValues Drawing::values(const EdgeGroup& edge) const {
  const Fact& first = *edge.facts.front();
  double confidence = 0;
  Joined facts;
  Verdict verdict = first.verdict;  // none where its facts differ
  for (const Fact* fact : edge.facts) {
    if (fact->verdict != verdict) verdict = Verdict::none;
    confidence = std::max(confidence, fact->confidence);
    facts.add(fact->id);
  }
  EdgeValues values;
  const auto set = [&values](std::string_view id, std::string value) {
    set_value(values, kEdgeAttributes, id, std::move(value));
  };
  set("label", edge.label);
  set("kind", edge.kind);
  set("interaction", edge.kind);
  set("relation", first.relation);
  set("modality", std::string(to_text(first.modality)));
  set("negated", flag(first.negated));
  set("symmetric", flag(edge.symmetric));
  set("confidence", decimal(confidence, 4));
  set("decision", std::string(to_text(verdict)));
  set("facts", facts.text());
  add_times(edge, values);
  add_circumstances(edge, values);
  add_evidence(edge, values);
  return values;
}

std::pair<std::string, std::string> Drawing::first_and_last(const EdgeGroup& edge) {
  std::string first, last;
  for (const Fact* fact : edge.facts) {
    if (!fact->when) continue;
    const TimeSpan& when = *fact->when;
    for (const std::string* date :
         {&when.earliest_begin, &when.latest_begin, &when.earliest_end, &when.latest_end}) {
      if (date->empty()) continue;
      if (first.empty() || *date < first) first = *date;
      if (*date > last) last = *date;
    }
  }
  return {first, last};
}

void Drawing::add_times(const EdgeGroup& edge, EdgeValues& values) const {
  Joined words;
  for (const Fact* fact : edge.facts)
    if (fact->when) words.add(fact->when->text);
  const auto [first, last] = first_and_last(edge);
  set_value(values, kEdgeAttributes, "first", first);
  set_value(values, kEdgeAttributes, "last", last);
  set_value(values, kEdgeAttributes, "when", words.text());
  const std::string year = first.substr(0, 4);
  if (year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos)
    set_value(values, kEdgeAttributes, "year", std::to_string(std::stoi(year)));
}

void Drawing::add_circumstances(const EdgeGroup& edge, EdgeValues& values) const {
  Joined places, meetings, topics, resources, quantities, modes, contexts, offices, contents, speakers;
  for (const Fact* fact : edge.facts) {
    places.add(label_of(fact->where));
    meetings.add(label_of(fact->meeting));
    topics.add(label_of(fact->topic));
    for (const std::string& resource : fact->resources) resources.add(label_of(resource));
    if (fact->quantity) quantities.add(fact->quantity->text);
    modes.add(fact->mode);
    contexts.add(fact->context);
    offices.add(fact->office);
    contents.add(content_of(*fact));
    speakers.add(label_of(fact->attributed_to));
  }
  const std::array<std::pair<std::string_view, const Joined*>, 10> all = {{{"place", &places},
                                                                           {"meeting", &meetings},
                                                                           {"topic", &topics},
                                                                           {"resource", &resources},
                                                                           {"quantity", &quantities},
                                                                           {"mode", &modes},
                                                                           {"context", &contexts},
                                                                           {"office", &offices},
                                                                           {"content", &contents},
                                                                           {"attributed", &speakers}}};
  for (const auto& [id, joined] : all) set_value(values, kEdgeAttributes, id, joined->text());
}

std::vector<Passage> Drawing::passages(const EdgeGroup& edge) const {
  if (evidence_ == EvidenceDetail::none) return {};
  const bool words = evidence_ == EvidenceDetail::full;
  std::set<Passage> passages;
  for (const Fact* fact : edge.facts)
    for (const Evidence& e : fact->evidence)
      passages.insert({e.document, e.begin, e.end, words ? std::string_view(e.text) : std::string_view{}});
  return {passages.begin(), passages.end()};
}

const std::string& Drawing::document_name(std::string_view document) const {
  const Document* known = base_.document(document);
  static const std::string kNone;
  if (known == nullptr) return kNone;
  return known->name.empty() ? known->id : known->name;
}

/// The weight is the number of places, also where they are not shown.
void Drawing::add_evidence(const EdgeGroup& edge, EdgeValues& values) const {
  Joined documents;
  std::string sentences;
  for (const Passage& passage : passages(edge)) {
    const std::string& name = document_name(passage.document);
    documents.add(name.empty() ? std::string(passage.document) : name);
    if (!sentences.empty()) sentences += '\n';
    sentences += passage.text;
  }
  if (evidence_ != EvidenceDetail::full) sentences.clear();
  set_value(values, kEdgeAttributes, "weight", decimal(static_cast<double>(weight_of(edge)), 1));
  set_value(values, kEdgeAttributes, "documents", documents.text());
  set_value(values, kEdgeAttributes, "evidence", sentences);
}

}  // namespace entente::exporters
