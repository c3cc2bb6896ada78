// SPDX-License-Identifier: Apache-2.0
#include "app/profile.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/find_node.hpp"
#include "query/query.hpp"

namespace entente::app {

namespace {

using graph::EdgeId;
using graph::Map;
using graph::NodeId;
using graph::Snapshot;
using Side = ProfileRelation::Side;

/// A fact at the node, with the name of its other end and the places that say it.
struct Seen {
  ProfileFact fact;
  std::string other;
  Side side = Side::out;
  std::vector<ProfileSentence> sentences;
};

std::string text_of(const Map& properties, const char* name) {
  const auto at = properties.find(name);
  const auto* text = at == properties.end() ? nullptr : std::get_if<std::string>(&at->second.data);
  return text == nullptr ? std::string() : *text;
}

std::int64_t number_of(const Map& properties, const char* name) {
  const auto at = properties.find(name);
  const auto* number = at == properties.end() ? nullptr : std::get_if<std::int64_t>(&at->second.data);
  return number == nullptr ? 0 : *number;
}

ProfileSentence sentence_of(const Map& evidence) {
  ProfileSentence sentence;
  sentence.text = text_of(evidence, "sentence");
  sentence.document = text_of(evidence, "document");
  sentence.name = text_of(evidence, "name");
  sentence.date = text_of(evidence, "date");
  sentence.begin = number_of(evidence, "begin");
  sentence.end = number_of(evidence, "end");
  return sentence;
}

Seen seen_of(const Snapshot& graph, EdgeId edge) {
  const Map properties = graph.properties(edge);
  Seen seen;
  seen.fact = {
      text_of(properties, "id"),           name_of(graph, graph.source(edge)), graph.type(edge),
      name_of(graph, graph.target(edge)),  text_of(properties, "modality"),    false,
      text_of(properties, "attributedTo"), text_of(properties, "when"),        text_of(properties, "begin"),
      text_of(properties, "end"),          text_of(properties, "decision")};
  if (const auto negated = properties.find("negated"); negated != properties.end())
    if (const bool* flag = std::get_if<bool>(&negated->second.data)) seen.fact.negated = *flag;
  if (const auto evidence = properties.find("evidence"); evidence != properties.end())
    if (const auto* list = std::get_if<graph::List>(&evidence->second.data))
      for (const graph::Value& each : *list)
        if (const auto* map = std::get_if<Map>(&each.data)) seen.sentences.push_back(sentence_of(*map));
  return seen;
}

/// A fact without an object is no edge; it is told from the fact base.
Seen seen_of(const FactBase& base, const Fact& fact, const std::string& subject) {
  Seen seen;
  const Entity* source = base.entity(fact.attributed_to);
  seen.fact.id = fact.id;
  seen.fact.subject = subject;
  seen.fact.relation = fact.relation;
  seen.fact.modality = to_text(fact.modality);
  seen.fact.negated = fact.negated;
  seen.fact.decision = to_text(fact.verdict);
  seen.fact.said_by = source == nullptr ? fact.attributed_to : source->label;
  if (fact.when) {
    seen.fact.when = fact.when->text;
    seen.fact.begin = fact.when->earliest_begin;
    seen.fact.end = fact.when->latest_end;
  }
  for (const Evidence& evidence : fact.evidence) {
    const Document* document = base.document(evidence.document);
    seen.sentences.push_back({evidence.text,
                              evidence.document,
                              document == nullptr ? "" : document->name,
                              document == nullptr ? "" : document->date,
                              evidence.begin,
                              evidence.end,
                              {}});
  }
  return seen;
}

/// Gathers what is at one node.
class Gathering {
 public:
  Gathering(const OpenGraph& graph, const FactBase& base, NodeId node, const ProfileOptions& options)
      : graph_(graph), base_(base), node_(node), options_(options) {}

  Profile take() {
    describe();
    const Snapshot& all = graph_.graph;
    for (const graph::TypeId type : all.out_types(node_))
      for (const graph::Step step : all.out(node_, type)) add_edge(step, Side::out);
    for (const graph::TypeId type : all.in_types(node_))
      for (const graph::Step step : all.in(node_, type))
        if (step.node != node_) add_edge(step, Side::in);
    add_facts_of_base();
    profile_.facts = seen_.size();
    count_relations();
    tell_times();
    tell_sentences();
    return std::move(profile_);
  }

 private:
  void describe() {
    static const std::set<std::string> kTold{"id", "name", "aliases", "wikidata", "class"};
    const Map properties = graph_.graph.properties(node_);
    profile_.id = text_of(properties, "id");
    profile_.name = name_of(graph_.graph, node_);
    profile_.aliases = aliases_of(graph_.graph, node_);
    profile_.classes = graph_.graph.labels(node_);
    if (const std::string item = text_of(properties, "wikidata"); !item.empty())
      profile_.wikidata = "https://www.wikidata.org/wiki/" + item;
    for (const auto& [name, value] : properties)
      if (!kTold.contains(name))
        profile_.properties.push_back({name, query::to_text(query::from_property(value), graph_.graph)});
  }

  void add(Seen seen) {
    const bool plain = (seen.fact.modality.empty() || seen.fact.modality == to_text(Modality::asserted)) &&
                       !seen.fact.negated && seen.fact.decision != to_text(Verdict::denied);
    if (plain || options_.all_facts)
      seen_.push_back(std::move(seen));
    else
      ++profile_.hidden;
  }

  void add_edge(const graph::Step& step, Side side) {
    Seen seen = seen_of(graph_.graph, step.edge);
    const auto* relation = graph_.vocabulary.find_relation(seen.fact.relation);
    seen.side = relation != nullptr && relation->symmetric ? Side::both : side;
    seen.other = name_of(graph_.graph, step.node);
    add(std::move(seen));
  }

  /// Facts without an object, and facts of others that name the node in another part.
  void add_facts_of_base() {
    if (static_cast<std::size_t>(node_) >= base_.entities.size()) return;
    const std::string& id = base_.entities[static_cast<std::size_t>(node_)].id;
    std::map<std::string, std::size_t> parts;
    for (const Fact& fact : base_.facts) {
      if (fact.subject == id && fact.object.empty()) add(seen_of(base_, fact, profile_.name));
      if (!is_plain(fact) && !options_.all_facts) continue;
      if (fact.where == id) ++parts["place"];
      if (fact.meeting == id) ++parts["meeting"];
      if (fact.topic == id) ++parts["topic"];
      if (fact.attributed_to == id) ++parts["source"];
      if (std::count(fact.resources.begin(), fact.resources.end(), id) != 0) ++parts["resource"];
    }
    for (const auto& [part, facts] : parts) profile_.parts.push_back({part, facts});
  }

  [[nodiscard]] std::string label_of(const std::string& name, Side side) const {
    const auto* relation = graph_.vocabulary.find_relation(name);
    if (relation == nullptr) return name;
    return side == Side::in && !relation->inverse_label.empty() ? relation->inverse_label : relation->label;
  }

  void count_relations() {
    std::map<std::pair<Side, std::string>, std::map<std::string, std::size_t>> others;
    std::map<std::pair<Side, std::string>, std::size_t> facts;
    for (const Seen& seen : seen_) {
      const std::pair key(seen.side, seen.fact.relation);
      ++facts[key];
      if (!seen.other.empty()) ++others[key][seen.other];
    }
    for (const auto& [key, number] : facts) {
      ProfileRelation relation{key.second, label_of(key.second, key.first), key.first, number, {}};
      std::vector<std::pair<std::string, std::size_t>> with(others[key].begin(), others[key].end());
      std::stable_sort(with.begin(), with.end(),
                       [](const auto& a, const auto& b) { return a.second > b.second; });
      for (const auto& each : with) relation.with.push_back(each.first);
      profile_.relations.push_back(std::move(relation));
    }
    std::stable_sort(profile_.relations.begin(), profile_.relations.end(), [](const auto& a, const auto& b) {
      return std::pair(a.side, b.facts) < std::pair(b.side, a.facts);
    });
  }

  void tell_times() {
    for (const Seen& seen : seen_)
      if (!seen.fact.begin.empty() || !seen.fact.end.empty() || !seen.fact.when.empty())
        profile_.timeline.push_back(seen.fact);
    const auto key = [](const ProfileFact& fact) {
      const bool dated = !fact.begin.empty() || !fact.end.empty();
      return std::tuple(!dated, fact.begin.empty() ? fact.end : fact.begin, fact.end, fact.when, fact.subject,
                        fact.relation, fact.object, fact.id);
    };
    std::stable_sort(profile_.timeline.begin(), profile_.timeline.end(),
                     [&](const ProfileFact& a, const ProfileFact& b) { return key(a) < key(b); });
    profile_.timed = profile_.timeline.size();
    if (options_.limit != 0 && profile_.timed > options_.limit)
      profile_.timeline.erase(profile_.timeline.begin(),
                              profile_.timeline.end() - std::ptrdiff_t(options_.limit));
  }

  /// One entry a sentence, however many facts it has.
  void tell_sentences() {
    const auto key = [](const ProfileSentence& each) {
      return std::tie(each.document, each.begin, each.end);
    };
    const auto before = [&](const auto& a, const auto& b) { return key(a) < key(b); };
    std::set<ProfileSentence, decltype(before)> sentences(before);
    for (const Seen& seen : seen_)
      for (const ProfileSentence& each : seen.sentences) {
        auto node = sentences.extract(sentences.insert(each).first);
        node.value().facts.push_back(seen.fact);
        sentences.insert(std::move(node));
      }
    profile_.sentence_count = sentences.size();
    profile_.sentences.assign(sentences.begin(), sentences.end());
    std::stable_sort(profile_.sentences.begin(), profile_.sentences.end(),
                     [](const auto& a, const auto& b) { return a.date > b.date; });
    if (options_.limit != 0 && profile_.sentences.size() > options_.limit)
      profile_.sentences.resize(options_.limit);
  }

  const OpenGraph& graph_;
  const FactBase& base_;
  NodeId node_;
  const ProfileOptions& options_;
  Profile profile_;
  std::vector<Seen> seen_;
};

}  // namespace

Result<Profile> profile_of(const OpenGraph& graph, NodeId node, const ProfileOptions& options) {
  const auto base = graph.facts();
  if (!base) return fail(base.error());
  return Gathering(graph, **base, node, options).take();
}

}  // namespace entente::app
