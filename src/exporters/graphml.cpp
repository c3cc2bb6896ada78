// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>

#include "base/sha256.hpp"
#include "exporters/decimal.hpp"
#include "exporters/edge_groups.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/layout.hpp"
#include "exporters/xml.hpp"

namespace entente::exporters {

namespace {

struct Key {
  std::string_view id, name, type;
};

// Gephi looks at a key's id before its name, so ids that mean something to it (r, x, size) must not occur:
// hence the n_ and e_. Only types that every reader knows; dates are text.
constexpr std::array<Key, 15> kNodeKeys = {{{"n_label", "label", "string"},
                                            {"n_name", "name", "string"},
                                            {"n_class", "class", "string"},
                                            {"n_aliases", "aliases", "string"},
                                            {"n_wikidata", "wikidata", "string"},
                                            {"n_quantity", "quantity", "string"},
                                            {"n_ofclass", "ofClass", "string"},
                                            {"n_mentions", "mentions", "int"},
                                            {"n_degree", "edges", "int"},
                                            {"n_size", "size", "float"},
                                            {"n_r", "r", "int"},
                                            {"n_g", "g", "int"},
                                            {"n_b", "b", "int"},
                                            {"n_x", "x", "float"},
                                            {"n_y", "y", "float"}}};

constexpr std::array<Key, 29> kEdgeKeys = {{{"e_label", "label", "string"},
                                            {"e_kind", "kind", "string"},
                                            {"e_interaction", "interaction", "string"},
                                            {"e_weight", "weight", "double"},
                                            {"e_relation", "relation", "string"},
                                            {"e_modality", "modality", "string"},
                                            {"e_negated", "negated", "boolean"},
                                            {"e_symmetric", "symmetric", "boolean"},
                                            {"e_confidence", "confidence", "double"},
                                            {"e_first", "first", "string"},
                                            {"e_last", "last", "string"},
                                            {"e_year", "year", "int"},
                                            {"e_when", "when", "string"},
                                            {"e_place", "place", "string"},
                                            {"e_meeting", "meeting", "string"},
                                            {"e_topic", "topic", "string"},
                                            {"e_resource", "resource", "string"},
                                            {"e_quantity", "quantity", "string"},
                                            {"e_mode", "mode", "string"},
                                            {"e_context", "context", "string"},
                                            {"e_office", "office", "string"},
                                            {"e_content", "content", "string"},
                                            {"e_attributed", "attributedTo", "string"},
                                            {"e_facts", "facts", "string"},
                                            {"e_documents", "documents", "string"},
                                            {"e_evidence", "evidence", "string"},
                                            {"e_r", "r", "int"},
                                            {"e_g", "g", "int"},
                                            {"e_b", "b", "int"}}};

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

class GraphmlExport {
 public:
  GraphmlExport(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                std::ostream& out)
      : base_(base),
        vocabulary_(vocabulary),
        edges_(group_edges(base, vocabulary, options.all_facts)),
        out_(out) {}

  void write() {
    write_head();
    write_nodes();
    for (const EdgeGroup& edge : edges_) write_edge(edge);
    out_ << "</graph>\n</graphml>\n";
  }

 private:
  void write_head();
  void write_nodes();
  void write_edge(const EdgeGroup& edge);
  void write_circumstances(const EdgeGroup& edge);
  void write_times(const EdgeGroup& edge);
  void write_evidence(const EdgeGroup& edge);
  void data(std::string_view key, const std::string& value);
  void colour(char prefix, Colour colour);
  [[nodiscard]] const std::string& label_of(const std::string& entity_id) const;
  [[nodiscard]] std::string content_of(const Fact& fact) const;
  [[nodiscard]] std::vector<Point> places() const;

  const FactBase& base_;
  const ontology::Vocabulary& vocabulary_;
  std::vector<EdgeGroup> edges_;
  std::ostream& out_;
};

void GraphmlExport::write_head() {
  out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
          "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
          "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  const auto write_key = [this](const Key& key, std::string_view domain) {
    out_ << "<key id=\"" << key.id << "\" for=\"" << domain << "\" attr.name=\"" << key.name
         << "\" attr.type=\"" << key.type << "\"/>\n";
  };
  for (const Key& key : kNodeKeys) write_key(key, "node");
  for (const Key& key : kEdgeKeys) write_key(key, "edge");
  out_ << "<graph id=\"G\" edgedefault=\"directed\">\n";
}

void GraphmlExport::data(std::string_view key, const std::string& value) {
  if (!value.empty()) out_ << "<data key=\"" << key << "\">" << xml_escaped(value) << "</data>";
}

void GraphmlExport::colour(char prefix, Colour colour) {
  for (const auto& [name, value] :
       {std::pair{'r', colour.r}, std::pair{'g', colour.g}, std::pair{'b', colour.b}})
    data(std::string{prefix, '_', name}, std::to_string(value));
}

std::vector<Point> GraphmlExport::places() const {
  std::vector<std::uint64_t> seeds;
  for (const Entity& entity : base_.entities) {
    const std::string digits = short_hash(entity.id);
    std::uint64_t seed = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), seed, 16);
    seeds.push_back(seed);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
  for (const EdgeGroup& edge : edges_)
    if (edge.source != edge.target) links.emplace_back(std::minmax(edge.source, edge.target));
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return lay_out(seeds, links);
}

void GraphmlExport::write_nodes() {
  constexpr double kSmallest = 10, kGrowth = 4;
  const auto points = places();
  std::vector<int> degrees(base_.entities.size(), 0);
  for (const EdgeGroup& edge : edges_) {
    ++degrees[edge.source];
    if (edge.target != edge.source) ++degrees[edge.target];
  }
  for (std::size_t i = 0; i < base_.entities.size(); ++i) {
    const Entity& entity = base_.entities[i];
    out_ << "<node id=\"" << xml_escaped(entity.id) << "\">";
    data("n_label", entity.label);
    data("n_name", entity.label);
    data("n_class", entity.cls);
    Joined aliases;
    for (const std::string& alias : entity.aliases) aliases.add(alias);
    data("n_aliases", aliases.text());
    data("n_wikidata", entity.wikidata);
    if (entity.quantity) data("n_quantity", entity.quantity->text);
    data("n_ofclass", entity.of_class);
    data("n_mentions", std::to_string(entity.mentions));
    data("n_degree", std::to_string(degrees[i]));
    data("n_size", decimal(kSmallest + kGrowth * std::sqrt(degrees[i]), 1));
    colour('n', node_colour(entity.cls, vocabulary_));
    data("n_x", decimal(points[i].x, 1));
    data("n_y", decimal(points[i].y, 1));
    out_ << "</node>\n";
  }
}

const std::string& GraphmlExport::label_of(const std::string& entity_id) const {
  const Entity* entity = base_.entity(entity_id);
  return entity == nullptr ? entity_id : entity->label;
}

std::string GraphmlExport::content_of(const Fact& fact) const {
  if (!fact.content_text.empty()) return fact.content_text;
  Joined contents("; ");
  for (const std::string& id : fact.content)
    if (const Fact* content = base_.fact(id))
      contents.add(label_of(content->subject) + " " + content->relation +
                   (content->object.empty() ? "" : " ") + label_of(content->object));
  return contents.text();
}

void GraphmlExport::write_edge(const EdgeGroup& edge) {
  const Fact& first = *edge.facts.front();
  const std::string &source = base_.entities[edge.source].id, &target = base_.entities[edge.target].id;
  double confidence = 0;
  Joined facts;
  for (const Fact* fact : edge.facts) {
    confidence = std::max(confidence, fact->confidence);
    facts.add(fact->id);
  }
  const std::string id = "e-" + short_hash(source + '\x1f' + edge.kind + '\x1f' + target);
  out_ << "<edge id=\"" << id << "\" source=\"" << xml_escaped(source) << "\" target=\""
       << xml_escaped(target) << "\" label=\"" << xml_escaped(edge.kind) << "\">";
  data("e_label", edge.label);
  data("e_kind", edge.kind);
  data("e_interaction", edge.kind);
  data("e_relation", first.relation);
  data("e_modality", std::string(to_text(first.modality)));
  data("e_negated", first.negated ? "true" : "false");
  data("e_symmetric", edge.symmetric ? "true" : "false");
  data("e_confidence", decimal(confidence, 4));
  write_times(edge);
  write_circumstances(edge);
  data("e_facts", facts.text());
  write_evidence(edge);
  colour('e', edge_colour(first.relation, vocabulary_));
  out_ << "</edge>\n";
}

/// The days that bound all of its facts, where they are known.
void GraphmlExport::write_times(const EdgeGroup& edge) {
  std::string first, last;
  Joined words;
  for (const Fact* fact : edge.facts) {
    if (!fact->when) continue;
    const TimeSpan& when = *fact->when;
    words.add(when.text);
    for (const std::string* date :
         {&when.earliest_begin, &when.latest_begin, &when.earliest_end, &when.latest_end}) {
      if (date->empty()) continue;
      if (first.empty() || *date < first) first = *date;
      if (*date > last) last = *date;
    }
  }
  data("e_first", first);
  data("e_last", last);
  const std::string year = first.substr(0, 4);
  if (year.size() == 4 && year.find_first_not_of("0123456789") == std::string::npos)
    data("e_year", std::to_string(std::stoi(year)));
  data("e_when", words.text());
}

void GraphmlExport::write_circumstances(const EdgeGroup& edge) {
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
  data("e_place", places.text());
  data("e_meeting", meetings.text());
  data("e_topic", topics.text());
  data("e_resource", resources.text());
  data("e_quantity", quantities.text());
  data("e_mode", modes.text());
  data("e_context", contexts.text());
  data("e_office", offices.text());
  data("e_content", contents.text());
  data("e_attributed", speakers.text());
}

/// Each place in a document once: it is the weight, too.
void GraphmlExport::write_evidence(const EdgeGroup& edge) {
  std::set<std::tuple<std::string_view, std::uint32_t, std::uint32_t, std::string_view>> passages;
  for (const Fact* fact : edge.facts)
    for (const Evidence& evidence : fact->evidence)
      passages.emplace(evidence.document, evidence.begin, evidence.end, evidence.text);
  Joined documents;
  std::string sentences;
  for (const auto& [document, begin, end, text] : passages) {
    const Document* known = base_.document(document);
    documents.add(known == nullptr || known->name.empty() ? std::string(document) : known->name);
    if (!sentences.empty()) sentences += '\n';
    sentences += text;
  }
  data("e_weight", decimal(static_cast<double>(std::max<std::size_t>(passages.size(), 1)), 1));
  data("e_documents", documents.text());
  data("e_evidence", sentences);
}

}  // namespace

Status write_graphml(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                     std::ostream& out) {
  GraphmlExport(base, vocabulary, options, out).write();
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the GraphML output cannot be written");
  return {};
}

}  // namespace entente::exporters
