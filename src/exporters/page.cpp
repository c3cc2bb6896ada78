// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "base/compress.hpp"
#include "base/sha256.hpp"
#include "exporters/decimal.hpp"
#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "exporters/graphml_style.hpp"
#include "exporters/page_data.hpp"
#include "exporters/page_parts.hpp"

namespace entente::exporters {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostPlain = 1'000'000;  // bytes of data that stand as they are; more is compressed
constexpr std::size_t kMostText = 3'000'000;   // bytes of documents that go along whole

std::string rgb(Colour colour) {
  return "rgb(" + std::to_string(colour.r) + "," + std::to_string(colour.g) + "," + std::to_string(colour.b) +
         ")";
}

/// What a Content-Security-Policy calls a script or style by.
std::string content_hash(std::string_view content) {
  const std::string hex = sha256_hex(content);
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return "'sha256-" + base64(bytes) + "'";
}

/// JSON as it may stand in a script element: no text can end the element.
std::string script_json(std::string_view json) {
  std::string out;
  for (const char c : json) {
    if (c == '<' || c == '>' || c == '&')
      out += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026";
    else
      out += c;
  }
  return out;
}

double rounded(double share) {
  return std::stod(decimal(share, 6));
}

/// Of 0 (no community), 1, 2 ... and last of all that have none of their own.
Json community_colours() {
  Json colours = Json::array();
  for (std::uint32_t community = 0; community <= 11; ++community)
    colours.push_back(rgb(community_colour(community)));
  return colours;
}

/// Numbers of things in the order in which they are first asked for.
class Numbers {
 public:
  explicit Numbers(std::function<Json(std::string_view)> describe) : describe_(std::move(describe)) {}

  std::size_t of(std::string_view name) {
    const auto [place, is_new] = numbers_.emplace(name, numbers_.size());
    if (is_new) list_.push_back(describe_(name));
    return place->second;
  }
  Json take() { return std::move(list_); }

 private:
  std::function<Json(std::string_view)> describe_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  Json list_ = Json::array();
};

class PageData {
 public:
  PageData(const Drawing& drawing, const ontology::Vocabulary& vocabulary, EvidenceDetail evidence,
           const PageDataOptions& options)
      : drawing_(drawing),
        vocabulary_(vocabulary),
        options_(options),
        whole_texts_(options.whole_texts && fits(drawing.base(), evidence)) {}

  Json make() {
    choose_edges();
    Json nodes = nodes_json(), edges = Json::array();
    for (const EdgeGroup* edge : chosen_) edges.push_back(edge_json(*edge));
    return {{"classes", classes_.take()},
            {"relations", relations_.take()},
            {"kinds", kinds_},
            {"documents", documents_.take()},
            {"passages", passages_},
            {"nodes", nodes},
            {"edges", edges},
            {"allEdges", drawing_.edges().size()},
            {"communityColours", community_colours()}};
  }

 private:
  static bool fits(const FactBase& base, EvidenceDetail evidence) {
    std::size_t size = 0;
    for (const Document& document : base.documents) size += document.text.size();
    return evidence == EvidenceDetail::full && size <= kMostText;
  }

  void choose_edges();
  Json nodes_json();
  Json edge_json(const EdgeGroup& edge);
  std::size_t kind_of(const EdgeGroup& edge);
  std::size_t passage(const Passage& passage);
  [[nodiscard]] Json document_json(std::string_view id) const;

  const Drawing& drawing_;
  const ontology::Vocabulary& vocabulary_;
  PageDataOptions options_;
  bool whole_texts_;
  std::vector<const EdgeGroup*> chosen_;
  Numbers classes_{[this](std::string_view name) {
    const ontology::EntityClass* cls = vocabulary_.find_class(name);
    return Json{{"name", name},
                {"label", cls == nullptr || cls->label.empty() ? std::string(name) : cls->label},
                {"colour", rgb(node_colour(name, vocabulary_))}};
  }};
  Numbers relations_{[this](std::string_view name) {
    const ontology::Relation* relation = vocabulary_.find_relation(name);
    return Json{
        {"name", name},
        {"label", relation == nullptr || relation->label.empty() ? std::string(name) : relation->label},
        {"colour", rgb(edge_colour(name, vocabulary_))}};
  }};
  Numbers documents_{[this](std::string_view id) { return document_json(id); }};
  Json kinds_ = Json::array(), passages_ = Json::array();
  std::map<std::string, std::size_t> kind_numbers_;
  std::map<Passage, std::size_t> passage_numbers_;
};

/// All, or the ones that most places say; among equals the surest.
void PageData::choose_edges() {
  struct Rated {
    double weight, confidence;
    const EdgeGroup* edge;
  };
  std::vector<Rated> rated;
  for (const EdgeGroup& edge : drawing_.edges()) {
    double confidence = 0;
    std::size_t readings = 0;
    for (const Fact* fact : edge.facts) {
      confidence = std::max(confidence, fact->confidence);
      readings += fact->evidence.size();
    }
    rated.push_back({static_cast<double>(readings), confidence, &edge});
  }
  std::stable_sort(rated.begin(), rated.end(), [](const Rated& a, const Rated& b) {
    return std::tie(a.weight, a.confidence) > std::tie(b.weight, b.confidence);
  });
  if (rated.size() > options_.most_edges) rated.resize(options_.most_edges);
  for (const Rated& one : rated) chosen_.push_back(one.edge);
  std::sort(chosen_.begin(), chosen_.end());  // places in one list: back in its order
}

Json PageData::nodes_json() {
  const auto points = drawing_.places();
  const NetworkMeasures& measures = drawing_.measures();
  Json nodes = Json::array();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Entity& entity = drawing_.nodes()[i];
    Json node = {entity.id,
                 entity.label,
                 classes_.of(entity.cls),
                 entity.aliases,
                 entity.wikidata,
                 entity.mentions,
                 std::stod(decimal(points[i].x, 1)),
                 std::stod(decimal(points[i].y, 1))};
    if (!measures.communities.empty()) {
      const double betweenness = measures.betweenness.empty() ? 0 : measures.betweenness[i];
      for (const Json& value :
           {Json(measures.communities[i]), Json(rounded(measures.page_ranks[i])), Json(rounded(betweenness))})
        node.push_back(value);
    }
    nodes.push_back(std::move(node));
  }
  return nodes;
}

std::size_t PageData::kind_of(const EdgeGroup& edge) {
  const auto [place, is_new] = kind_numbers_.emplace(edge.kind, kinds_.size());
  if (is_new) {
    const Fact& fact = *edge.facts.front();
    kinds_.push_back({{"kind", edge.kind},
                      {"label", edge.label},
                      {"relation", relations_.of(fact.relation)},
                      {"modality", to_text(fact.modality)},
                      {"negated", fact.negated},
                      {"symmetric", edge.symmetric}});
    if (fact.verdict == Verdict::denied) kinds_.back()["decision"] = to_text(fact.verdict);
  }
  return place->second;
}

Json PageData::document_json(std::string_view id) const {
  Json json = {{"id", id}};
  const Document* document = drawing_.base().document(id);
  if (document == nullptr) return json;
  json["name"] = document->name.empty() ? document->id : document->name;
  json["title"] = document->title;
  json["date"] = document->date;
  if (whole_texts_) json["text"] = document->text;
  return json;
}

/// Words of its own only where the document's text does not go along.
std::size_t PageData::passage(const Passage& passage) {
  const auto [place, is_new] = passage_numbers_.emplace(passage, passages_.size());
  if (is_new) {
    Json json = {documents_.of(passage.document), passage.begin, passage.end};
    const Document* document = drawing_.base().document(passage.document);
    if (!whole_texts_ || document == nullptr || document->text.empty()) json.push_back(passage.text);
    passages_.push_back(std::move(json));
  }
  return place->second;
}

Json PageData::edge_json(const EdgeGroup& edge) {
  const EdgeValues values = drawing_.values(edge);
  const auto value = [&values](std::string_view id) { return values[place_of(kEdgeAttributes, id)]; };
  Json details = Json::object(), passages = Json::array();
  for (const std::string_view id : {"when", "place", "meeting", "topic", "resource", "quantity", "mode",
                                    "context", "office", "content", "attributed"})
    if (!value(id).empty())
      details[std::string(kEdgeAttributes[place_of(kEdgeAttributes, id)].name)] = value(id);
  for (const Passage& one : drawing_.passages(edge)) passages.push_back(passage(one));
  Json json = {edge.source,
               edge.target,
               kind_of(edge),
               std::stod(value("confidence")),
               std::stod(value("weight")),
               value("first"),
               value("last"),
               passages,
               details};
  if (options_.fact_ids)
    for (Json& ids = json.emplace_back(Json::array()); const Fact* fact : edge.facts) ids.push_back(fact->id);
  return json;
}

}  // namespace

std::string page_data(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                      const PageDataOptions& detail) {
  const Drawing drawing(base, vocabulary, options);
  return PageData(drawing, vocabulary, options.evidence, detail)
      .make()
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Status write_page(const FactBase& base, const ontology::Vocabulary& vocabulary, const Options& options,
                  std::ostream& out) {
  const std::string data = page_data(base, vocabulary, options, {});
  const std::string packed = data.size() > kMostPlain ? compressed(data) : "";
  const bool plain = packed.empty();
  std::string script = "\"use strict\";\n";
  for (const std::string_view part : {kPageGraph, kPageView, kPagePanel, kPageMain}) script.append(part);
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
      << content_hash(script) << (plain ? "" : " " + content_hash(kPageUnpack)) << "; style-src "
      << content_hash(kPageStyle)
      << "; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<title>Graph of entente</title>\n<style>"
      << kPageStyle << "</style>\n</head>\n"
      << kPageBody << "<script type=\"application/json\" id=\"data\">" << (plain ? script_json(data) : "")
      << "</script>\n";
  if (plain)
    out << "<script>" << script;
  else
    out << "<script type=\"text/plain\" id=\"packed\">" << base64(packed)
        << "</script>\n<script type=\"text/plain\" id=\"program\">" << script << "</script>\n<script>"
        << kPageUnpack;
  out << "</script>\n</body>\n</html>\n";
  out.flush();
  if (!out) return fail(ErrorKind::input_output, "the page cannot be written");
  return {};
}

}  // namespace entente::exporters
