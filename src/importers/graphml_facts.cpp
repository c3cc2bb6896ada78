// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "base/sha256.hpp"
#include "importers/graphml_import.hpp"
#include "importers/graphml_reader.hpp"

namespace entente::importers {

namespace {

std::vector<std::string> split(const std::string& text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + separator.size();
  }
  return parts;
}

template <class Number>
Number number_of(const std::string& text) {
  Number number{};
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Sorted by id, the first of those with the same one.
template <class Item>
void sort_by_id(std::vector<Item>& items) {
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
  items.erase(
      std::unique(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id == b.id; }),
      items.end());
}

class GraphmlFacts {
 public:
  Status add(const GraphmlItem& item, const XmlReader& xml) {
    // Nodes and edges that the graph had by imports stand beside the facts, and only as ends of such edges.
    if (!item.get("imported").empty() && item.get("relation").empty() && item.get("mentions").empty())
      return {};
    if (item.is_edge) return edge(item, xml);
    Entity entity;
    entity.id = item.id;
    entity.label = item.get("name");
    entity.cls = item.get("class");
    entity.aliases = split(item.get("aliases"), " | ");
    entity.wikidata = item.get("wikidata");
    entity.of_class = item.get("ofClass");
    entity.mentions = number_of<int>(item.get("mentions"));
    if (const std::string& words = item.get("quantity"); !words.empty())
      entity.quantity = Quantity{{}, {}, {}, words};
    if (!by_id_.emplace(entity.id, base_.entities.size()).second)
      return fail(xml.error_here("there is a node with the id '" + item.id + "' already"));
    by_label_.emplace(entity.label, entity.id);
    base_.entities.push_back(std::move(entity));
    return {};
  }

  FactBase finish() {
    sort_by_id(base_.documents);
    sort_by_id(base_.entities);
    sort_by_id(base_.facts);
    return std::move(base_);
  }

 private:
  Status edge(const GraphmlItem& item, const XmlReader& xml);
  [[nodiscard]] Fact fact_of(const GraphmlItem& item, Modality modality) const;
  [[nodiscard]] std::vector<Evidence> evidence_of(const GraphmlItem& item, double confidence);
  /// The entity that was written by its label; the label itself where no node has it.
  [[nodiscard]] std::string entity_of(const std::string& label) const {
    const auto found = by_label_.find(label);
    return found == by_label_.end() ? label : found->second;
  }

  FactBase base_;
  std::map<std::string, std::size_t> by_id_;
  std::map<std::string, std::string> by_label_;
};

Status GraphmlFacts::edge(const GraphmlItem& item, const XmlReader& xml) {
  const auto modality = modality_from_text(item.get("modality"));
  if (item.get("relation").empty() || !modality)
    return fail(xml.error_here("this edge lacks its relation or its modality"));
  for (const std::string* end : {&item.source, &item.target})
    if (by_id_.count(*end) == 0) return fail(xml.error_here("there is no node with the id '" + *end + "'"));
  Fact fact = fact_of(item, *modality);
  fact.evidence = evidence_of(item, fact.confidence);
  std::vector<std::string> ids = split(item.get("facts"), " | ");
  if (ids.empty()) ids.push_back(fact_id(fact));
  for (std::string& id : ids) {
    fact.id = std::move(id);
    base_.facts.push_back(fact);
  }
  return {};
}

Fact GraphmlFacts::fact_of(const GraphmlItem& item, Modality modality) const {
  Fact fact;
  fact.relation = item.get("relation");
  fact.subject = item.source;
  fact.object = item.target;
  fact.modality = modality;
  fact.negated = item.get("negated") == "true";
  fact.confidence = number_of<double>(item.get("confidence"));
  fact.verdict = verdict_from_text(item.get("decision"));
  if (!item.get("when").empty() || !item.get("first").empty())
    fact.when = TimeSpan{item.get("first"), {}, {}, item.get("last"), {}, item.get("when")};
  fact.attributed_to = entity_of(item.get("attributedTo"));
  fact.where = entity_of(item.get("place"));
  fact.meeting = entity_of(item.get("meeting"));
  fact.topic = entity_of(item.get("topic"));
  for (const std::string& label : split(item.get("resource"), " | "))
    fact.resources.push_back(entity_of(label));
  if (const std::string& words = item.get("quantity"); !words.empty())
    fact.quantity = Quantity{{}, {}, {}, words};
  fact.mode = item.get("mode");
  fact.context = item.get("context");
  fact.office = item.get("office");
  fact.content_text = item.get("content");
  return fact;
}

/// One a sentence. A document is known by its name alone, so its id is made of that.
std::vector<Evidence> GraphmlFacts::evidence_of(const GraphmlItem& item, double confidence) {
  Document document;
  document.name = item.get("documents");
  document.id = short_hash("graphml\x1f" + document.name);
  std::vector<Evidence> all;
  for (std::string& sentence : split(item.get("evidence"), "\n")) {
    Evidence evidence;
    evidence.document = document.id;
    evidence.sentence = static_cast<std::uint32_t>(all.size());
    evidence.text = std::move(sentence);
    evidence.confidence = confidence;
    all.push_back(std::move(evidence));
  }
  if (!all.empty()) base_.documents.push_back(std::move(document));
  return all;
}

}  // namespace

Result<FactBase> read_graphml_facts(std::string_view text, const std::string& file_name) {
  GraphmlFacts facts;
  const auto handle = [&facts](const GraphmlItem& item, const XmlReader& xml) {
    return facts.add(item, xml);
  };
  if (auto read = read_graphml(text, file_name, handle); !read) return fail(read.error());
  return facts.finish();
}

}  // namespace entente::importers
