// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "exporters/edge_groups.hpp"
#include "exporters/exporters.hpp"
#include "exporters/page_data.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

std::string page(const FactBase& base, EvidenceDetail evidence = EvidenceDetail::full) {
  Options options = sample_options();
  options.all_facts = true;
  options.evidence = evidence;
  std::ostringstream out;
  REQUIRE(write_page(base, vocabulary(), options, out));
  return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::string data_text(const std::string& html) {
  const std::string begin = "<script type=\"application/json\" id=\"data\">";
  const std::size_t from = html.find(begin) + begin.size();
  return html.substr(from, html.find("</script>", from) - from);
}

nlohmann::json data_of(const std::string& html) {
  const auto json = nlohmann::json::parse(data_text(html), nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  return json;
}

/// A base whose every text tries to leave its place.
FactBase hostile_base() {
  const std::string attack = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)> \"'`${1}\\";
  FactBase base = sample_base();
  for (Entity& entity : base.entities) {
    entity.label = attack;
    entity.aliases = {attack};
  }
  for (Fact& fact : base.facts) {
    fact.mode = attack;
    for (Evidence& evidence : fact.evidence) evidence.text = attack;
  }
  for (Document& document : base.documents) document.title = document.name = document.text = attack;
  return base;
}

TEST_CASE("the page holds the whole graph, the same at every run") {
  const std::string html = page(sample_base());
  const bool same = html == page(sample_base());
  CHECK(same);
  const auto data = data_of(html);
  CHECK(data["nodes"].size() == sample_base().entities.size());
  CHECK(data["edges"].size() == group_edges(sample_base(), vocabulary(), true).size());
  CHECK(data["allEdges"] == data["edges"].size());
  for (std::size_t i = 0; i < data["nodes"].size(); ++i) {
    CHECK(data["nodes"][i][0] == sample_base().entities[i].id);
    CHECK(data["nodes"][i][1] == sample_base().entities[i].label);
  }
  for (const auto& edge : data["edges"]) {
    CHECK(edge[0] < data["nodes"].size());
    CHECK(edge[1] < data["nodes"].size());
    CHECK(edge[2] < data["kinds"].size());
    CHECK_FALSE(edge[7].empty());
  }
}

TEST_CASE("no text of a document can end its script or begin another") {
  const std::string plain = page(sample_base()), hostile = page(hostile_base());
  for (const char* mark : {"<script", "</script", "<!--", "<img"})
    CHECK(count(hostile, mark) == count(plain, mark));
  CHECK(data_text(hostile).find_first_of("<>&") == std::string::npos);
  CHECK(data_of(hostile)["nodes"][0][1] == hostile_base().entities[0].label);
}

TEST_CASE("the page asks nothing of the network and lets only its own script run") {
  const std::string html = page(sample_base());
  CHECK_THAT(html, Catch::Contains("default-src 'none'; script-src 'sha256-"));
  for (const char* way :
       {" src=", "@import", "fetch(", "XMLHttpRequest", "WebSocket", "innerHTML", "eval(", "<link"})
    CHECK(html.find(way) == std::string::npos);
}

TEST_CASE("documents go along whole with full evidence, as places alone with links, not without") {
  const FactBase base = sample_base();
  const auto full = data_of(page(base)), link = data_of(page(base, EvidenceDetail::link)),
             none = data_of(page(base, EvidenceDetail::none));
  CHECK(full["documents"].size() == 2);
  for (const auto& document : full["documents"]) CHECK_FALSE(document["text"].get<std::string>().empty());
  CHECK(link["passages"].size() == full["passages"].size());
  for (const auto& document : link["documents"]) CHECK(document.count("text") == 0);
  for (const auto& passage : link["passages"]) CHECK(passage[3] == "");
  CHECK(none["passages"].empty());
  CHECK(none["documents"].empty());
}

using Rate = std::pair<std::size_t, double>;  // readings, confidence

/// Of each edge of the sample, by its ends and kind.
std::map<std::string, Rate> rates() {
  const FactBase base = sample_base();
  std::map<std::string, Rate> all;
  for (const EdgeGroup& edge : group_edges(base, vocabulary(), true)) {
    Rate& rate = all[base.entities[edge.source].id + " " + edge.kind + " " + base.entities[edge.target].id];
    for (const Fact* fact : edge.facts) {
      rate.first += fact->evidence.size();
      rate.second = std::max(rate.second, fact->confidence);
    }
  }
  return all;
}

TEST_CASE("of too many edges the page has those that most sentences say, and how many there were") {
  CHECK(PageDataOptions{}.most_edges == 30'000);
  Options options = sample_options();
  options.all_facts = true;
  const auto all = rates();
  for (std::size_t most = 0; most <= all.size() + 1; ++most) {
    PageDataOptions detail;
    detail.most_edges = most;
    const auto data = nlohmann::json::parse(page_data(sample_base(), vocabulary(), options, detail));
    CHECK(data["allEdges"] == all.size());
    REQUIRE(data["edges"].size() == std::min(most, all.size()));
    auto left_out = all;
    Rate weakest{1'000'000, 1};
    for (const auto& edge : data["edges"]) {
      const std::string key = data["nodes"][edge[0].get<std::size_t>()][0].get<std::string>() + " " +
                              data["kinds"][edge[2].get<std::size_t>()]["kind"].get<std::string>() + " " +
                              data["nodes"][edge[1].get<std::size_t>()][0].get<std::string>();
      REQUIRE(left_out.count(key) == 1);
      weakest = std::min(weakest, left_out[key]);
      left_out.erase(key);
    }
    for (const auto& [key, rate] : left_out) CHECK(rate <= weakest);
  }
}

TEST_CASE("what a person denied is told apart in the page") {
  FactBase base = sample_base();
  for (Fact& fact : base.facts)
    if (fact.relation == "providedAidTo") fact.verdict = Verdict::denied;
  std::size_t denied = 0;
  const auto data = data_of(page(base)), without = data_of(page(sample_base()));
  for (const auto& kind : data["kinds"]) {
    const bool is_aid = kind["kind"].get<std::string>().rfind("providedAidTo", 0) == 0;
    CHECK(is_aid == (kind.count("decision") == 1));
    if (!is_aid) continue;
    CHECK(kind["decision"] == "denied");
    ++denied;
  }
  CHECK(denied > 0);
  for (const auto& kind : without["kinds"]) CHECK(kind.count("decision") == 0);
}

TEST_CASE("an empty base is a page without edges, a failing stream an error") {
  CHECK(data_of(page(FactBase{}))["nodes"].empty());
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  CHECK_FALSE(write_page(sample_base(), vocabulary(), sample_options(), out));
}

/// A page so large that its data stands compressed.
std::string large_page() {
  FactBase base = sample_base();
  for (int i = 0; i < 12'000; ++i) {
    Entity entity;
    entity.id = "more-" + std::to_string(i);
    entity.label =
        "One of very many entities </script><script>alert(1)</script>, number " + std::to_string(i);
    base.entities.push_back(entity);
  }
  return page(base);
}

TEST_CASE("a large graph stands compressed, and no less safely") {
  const std::string html = large_page(), begin = "id=\"packed\">";
  CHECK(html.find("alert(1)") == std::string::npos);
  CHECK(data_text(html).empty());
  CHECK(html.find(begin) != std::string::npos);
  CHECK(html.size() < 1'000'000);
  CHECK(count(html, "'sha256-") == 3);  // program, unpacking, style
  CHECK(count(page(sample_base()), "'sha256-") == 2);
}

}  // namespace
