// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "exporters/drawing.hpp"
#include "exporters/exporters.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

using Write = Status (*)(const FactBase&, const ontology::Vocabulary&, const Options&, std::ostream&);

struct Format {
  std::string suffix;
  Write write;
};

Status write_statements(const FactBase& base, const ontology::Vocabulary& words, const Options& options,
                        std::ostream& out) {
  return write_neo4j_statements(base, words, options, {"a-nodes.csv", "a-edges.csv"}, out);
}

Status write_ladybug(const FactBase& base, const ontology::Vocabulary& words, const Options& options,
                     std::ostream& out) {
  return write_ladybug_statements(base, words, options, {"a-nodes.csv", "a-edges.csv"}, out);
}

const std::vector<Format> kFormats = {{"gexf", write_gexf},
                                      {"dot", write_dot},
                                      {"svg", write_svg},
                                      {"jsonl", write_json_lines},
                                      {"nodes.csv", write_csv_nodes},
                                      {"edges.csv", write_csv_edges},
                                      {"cypher", write_statements}};

std::string written(Write write, const FactBase& base, bool all_facts = true) {
  Options options = sample_options();
  options.all_facts = all_facts;
  std::ostringstream out;
  REQUIRE(write(base, vocabulary(), options, out));
  return out.str();
}

std::vector<std::string> matches(const std::string& text, const std::string& expression) {
  const std::regex pattern(expression);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

std::vector<std::string> kinds() {
  std::vector<std::string> all;
  for (const EdgeGroup& edge : group_edges(sample_base(), vocabulary(), true)) all.push_back(edge.kind);
  return all;
}

/// Records of RFC 4180.
std::vector<std::vector<std::string>> csv(const std::string& text) {
  std::vector<std::vector<std::string>> records(1, {""});
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& field = records.back().back();
    if (text[i] == '"' && inside && i + 1 < text.size() && text[i + 1] == '"') {
      field += text[i++];
    } else if (text[i] == '"') {
      inside = !inside;
    } else if (text[i] == ',' && !inside) {
      records.back().emplace_back();
    } else if (text[i] == '\n' && !inside) {
      records.push_back({""});
    } else {
      field += text[i];
    }
  }
  records.pop_back();
  return records;
}

TEST_CASE("the sample in every format, byte for byte, the same at every run") {
  for (const Format& format : kFormats) {
    INFO(format.suffix);
    const std::string bytes = written(format.write, sample_base());
    const bool same = bytes == expected_bytes("sample." + format.suffix, bytes);
    CHECK(same);
    const bool again = bytes == written(format.write, sample_base());
    CHECK(again);
  }
}

TEST_CASE("every format writes an empty base") {
  for (const Format& format : kFormats) {
    INFO(format.suffix);
    const std::string bytes = written(format.write, FactBase{});
    CHECK(bytes.find("china") == std::string::npos);
    CHECK(bytes.empty() == (format.suffix == "jsonl"));
  }
}

TEST_CASE("every format tells of a stream that fails") {
  for (const Format& format : kFormats) {
    INFO(format.suffix);
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    const auto status = format.write(sample_base(), vocabulary(), sample_options(), out);
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::input_output);
  }
}

TEST_CASE("only asked for, facts that are not plain are written, and never under a plain kind") {
  for (const Format& format : kFormats) {
    if (format.suffix == "nodes.csv") continue;
    INFO(format.suffix);
    const std::string plain = written(format.write, sample_base(), false);
    const std::string all = written(format.write, sample_base(), true);
    CHECK(plain.find("attacked") == std::string::npos);
    CHECK(plain.find("visited/Planned") == std::string::npos);
    CHECK(all.find("attacked/denied") != std::string::npos);
    CHECK(all.find("visited/Planned") != std::string::npos);
    CHECK(all.find("providedAidTo/Reported/denied") != std::string::npos);
  }
}

TEST_CASE("GEXF has kinds, unique ids, nodes before edges, and intervals alone") {
  const std::string gexf = written(write_gexf, sample_base());
  CHECK(matches(gexf, "<edge [^>]* kind=\"([^\"]*)\"") == kinds());
  CHECK(matches(gexf, "<attvalue for=\"e_kind\" value=\"([^\"]*)\"") == kinds());
  const auto ids = matches(gexf, "<edge id=\"([^\"]*)\"");
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == kinds().size());
  CHECK(gexf.rfind("<node ") < gexf.find("<edge "));
  CHECK(gexf.find("timestamp") == std::string::npos);
  CHECK(matches(gexf, "kind=\"metWith\"[^>]* start=\"([^\"]*)\"") == std::vector<std::string>{"2020-06-02"});
  CHECK(matches(gexf, "kind=\"metWith\"[^>]* end=\"([^\"]*)\"") == std::vector<std::string>{"2020-06-03"});
  for (const auto& tag : {"<viz:color ", "<viz:size ", "<viz:position "})
    CHECK(matches(gexf, std::string("(") + tag + ")").size() >= sample_base().entities.size());
  for (const char c : gexf) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
}

TEST_CASE("DOT has every node and edge on a line, no quote of a text ends its string") {
  const std::string dot = written(write_dot, sample_base());
  const auto lines = static_cast<std::size_t>(std::count(dot.begin(), dot.end(), '\n'));
  CHECK(lines == 5 + sample_base().entities.size() + kinds().size());
  CHECK(matches(dot, ", kind=\"([^\"]*)\"") == kinds());
  std::istringstream in(dot);
  for (std::string line; std::getline(in, line);) {
    const std::string bare = std::regex_replace(line, std::regex(R"("(?:[^"\\]|\\.)*")"), "");
    CHECK(bare.find('"') == std::string::npos);
    CHECK(bare.find('&') == std::string::npos);
  }
}

TEST_CASE("SVG has every node and edge, and bends edges of the same two nodes apart") {
  const std::string svg = written(write_svg, sample_base());
  CHECK(matches(svg, "class=\"node\"()").size() == sample_base().entities.size());
  auto kinds_drawn = matches(svg, "data-kind=\"([^\"]*)\"");
  CHECK(kinds_drawn == kinds());
  auto paths = matches(svg, "<path d=\"(M[^\"]*)\" stroke");
  CHECK(paths.size() == kinds().size());
  CHECK(std::set<std::string>(paths.begin(), paths.end()).size() == paths.size());
}

TEST_CASE("JSON lines hold the texts as they are") {
  std::istringstream in(written(write_json_lines, sample_base()));
  std::set<std::string> labels, kinds_found;
  std::size_t documents = 0;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    REQUIRE_FALSE(json.is_discarded());
    documents += json["type"] == "document" ? 1 : 0;
    if (json["type"] == "node") labels.insert(json["label"].get<std::string>());
    if (json["type"] != "edge") continue;
    kinds_found.insert(json["kind"].get<std::string>());
    CHECK(json["weight"].get<double>() >= 1);
    CHECK(json["negated"].is_boolean());
    for (const auto& passage : json["evidence"])
      CHECK(passage["begin"].get<int>() < passage["end"].get<int>());
  }
  const auto all = kinds();
  CHECK(documents == sample_base().documents.size());
  CHECK(kinds_found == std::set<std::string>(all.begin(), all.end()));
  for (const Entity& entity : sample_base().entities) CHECK(labels.count(entity.label) == 1);
}

TEST_CASE("CSV records are as wide as their header and give the texts back") {
  const auto nodes = csv(written(write_csv_nodes, sample_base()));
  const auto edges = csv(written(write_csv_edges, sample_base()));
  REQUIRE(nodes.size() == 1 + sample_base().entities.size());
  REQUIRE(edges.size() == 1 + kinds().size());
  for (const auto* records : {&nodes, &edges})
    for (const auto& record : *records) CHECK(record.size() == records->front().size());
  for (std::size_t i = 0; i < sample_base().entities.size(); ++i) {
    CHECK(nodes[i + 1][0] == sample_base().entities[i].id);
    CHECK(nodes[i + 1][2] == sample_base().entities[i].label);
  }
  for (std::size_t i = 0; i < kinds().size(); ++i) CHECK(edges[i + 1][2] == kinds()[i]);
}

TEST_CASE("Ladybug's tables have the columns of the CSV files in their order") {
  const std::string statements = written(write_ladybug, sample_base());
  std::vector<std::string> expected = {"id", "labels"};
  for (const Attribute& a : kNodeAttributes) expected.emplace_back(a.name);
  for (const char* key : {"type", "id"}) expected.emplace_back(key);
  for (const Attribute& a : kEdgeAttributes) expected.emplace_back(a.name);
  CHECK(matches(statements, "\n  `([^`]*)`") == expected);
  CHECK(csv(written(write_csv_nodes, FactBase{})).front().size() == 2 + kNodeAttributes.size());
  CHECK(csv(written(write_csv_edges, FactBase{})).front().size() == 4 + kEdgeAttributes.size());
}

TEST_CASE("statements name every class and kind once, and only columns that are there") {
  const std::string statements = written(write_statements, sample_base());
  const auto header = [](Write write) { return csv(written(write, FactBase{})).front(); };
  auto columns = header(write_csv_nodes);
  for (const std::string& column : header(write_csv_edges)) columns.push_back(column);
  for (const std::string& column : matches(statements, "row\\.`([^`]*)`"))
    CHECK(std::count(columns.begin(), columns.end(), column) >= 1);
  auto all = kinds();
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  CHECK(matches(statements, "-\\[r:`([^`]*)`") == all);
}

}  // namespace
