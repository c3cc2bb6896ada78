// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "exporters/edge_groups.hpp"
#include "exporters/exporters.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

std::string graphml(const FactBase& base, bool all_facts) {
  Options options = sample_options();
  options.all_facts = all_facts;
  std::ostringstream out;
  REQUIRE(write_graphml(base, vocabulary(), options, out));
  return out.str();
}

/// Everything that the first group of an expression matches, in order.
std::vector<std::string> all_matches(const std::string& text, const std::string& expression) {
  const std::regex pattern(expression);
  std::vector<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.push_back((*it)[1]);
  return found;
}

bool all_different(const std::vector<std::string>& values) {
  return std::set<std::string>(values.begin(), values.end()).size() == values.size();
}

TEST_CASE("the sample as GraphML, byte for byte") {
  const std::string plain = graphml(sample_base(), false), all = graphml(sample_base(), true);
  const bool plain_same = plain == expected_bytes("sample.graphml", plain);
  const bool all_same = all == expected_bytes("sample-all.graphml", all);
  CHECK(plain_same);
  CHECK(all_same);
}

TEST_CASE("keys are of simple types, for nodes or edges, and no id means something to Gephi") {
  const std::string written = graphml(sample_base(), true);
  for (const std::string& type : all_matches(written, "attr.type=\"([^\"]*)\""))
    CHECK(std::set<std::string>{"boolean", "int", "long", "float", "double", "string"}.count(type) == 1);
  const auto ids = all_matches(written, "<key id=\"([^\"]*)\"");
  CHECK(all_different(ids));
  for (const std::string& id : ids) CHECK((id.substr(0, 2) == "n_" || id.substr(0, 2) == "e_"));
  for (const std::string& domain : all_matches(written, " for=\"([^\"]*)\""))
    CHECK((domain == "node" || domain == "edge"));
  const auto used = all_matches(written, "<data key=\"([^\"]*)\"");
  for (const std::string& key : used) CHECK(std::count(ids.begin(), ids.end(), key) == 1);
}

TEST_CASE("nodes stand before edges, ids are unique, every end is a node") {
  const std::string written = graphml(sample_base(), true);
  const auto nodes = all_matches(written, "<node id=\"([^\"]*)\"");
  CHECK(nodes.size() == sample_base().entities.size());
  CHECK(all_different(nodes));
  CHECK(all_different(all_matches(written, "<edge id=\"([^\"]*)\"")));
  CHECK(written.rfind("<node ") < written.find("<edge "));
  for (const char* end : {" source=\"([^\"]*)\"", " target=\"([^\"]*)\""})
    for (const std::string& id : all_matches(written, end))
      CHECK(std::count(nodes.begin(), nodes.end(), id) == 1);
}

TEST_CASE("every edge has its kind as attribute and as data, and a weight above zero") {
  const FactBase base = sample_base();
  const std::string written = graphml(base, true);
  std::vector<std::string> kinds;
  for (const EdgeGroup& edge : group_edges(base, vocabulary(), true)) kinds.push_back(edge.kind);
  CHECK(all_matches(written, "<edge [^>]* label=\"([^\"]*)\"") == kinds);
  CHECK(all_matches(written, "<data key=\"e_kind\">([^<]*)<") == kinds);
  CHECK(all_matches(written, "<data key=\"e_interaction\">([^<]*)<") == kinds);
  const auto weights = all_matches(written, "<data key=\"e_weight\">([^<]*)<");
  CHECK(weights.size() == kinds.size());
  for (const std::string& weight : weights) CHECK(std::stod(weight) >= 1);
}

TEST_CASE("the weight is the number of different places that say so") {
  const std::string written = graphml(sample_base(), false);
  const auto aid = all_matches(
      written,
      "source=\"china\" target=\"kenya\" label=\"providedAidTo\">.*?<data key=\"e_weight\">([^<]*)<");
  CHECK(aid == std::vector<std::string>{"2.0"});
}

TEST_CASE("all nodes have a place, a size and a colour, no number is odd") {
  const std::string written = graphml(sample_base(), false);
  const std::size_t nodes = sample_base().entities.size();
  for (const char* key : {"n_x", "n_y", "n_size", "n_r", "n_g", "n_b", "n_label", "n_name"})
    CHECK(all_matches(written, std::string("<data key=\"") + key + "\">([^<]*)<").size() == nodes);
  for (const char* key : {"n_x", "n_y", "n_size"})
    for (const std::string& number : all_matches(written, std::string("<data key=\"") + key + "\">([^<]*)<"))
      CHECK(number.find_first_not_of("-.0123456789") == std::string::npos);
}

TEST_CASE("dates are ISO text with the year beside them") {
  const std::string written = graphml(sample_base(), false);
  const auto edge = all_matches(written, "(<edge [^\n]*label=\"metWith\"[^\n]*)");
  REQUIRE(edge.size() == 1);
  CHECK_THAT(edge[0], Catch::Contains("<data key=\"e_first\">2020-06-02</data>"));
  CHECK_THAT(edge[0], Catch::Contains("<data key=\"e_last\">2020-06-02</data>"));
  CHECK_THAT(edge[0], Catch::Contains("<data key=\"e_year\">2020</data>"));
  CHECK_THAT(edge[0], Catch::Contains("<data key=\"e_symmetric\">true</data>"));
}

TEST_CASE("nothing that XML forbids is written") {
  for (const char c : graphml(sample_base(), true)) {
    const auto byte = static_cast<unsigned char>(c);
    CHECK((byte >= 0x20 || c == '\n'));
  }
}

TEST_CASE("an empty base is an empty graph") {
  const std::string written = graphml(FactBase{}, false);
  CHECK(written.find("<node") == std::string::npos);
  CHECK_THAT(written, Catch::EndsWith("</graph>\n</graphml>\n"));
}

TEST_CASE("a stream that fails gives an error") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const auto written = write_graphml(sample_base(), vocabulary(), sample_options(), out);
  REQUIRE_FALSE(written);
  CHECK(written.error().kind == ErrorKind::input_output);
}

}  // namespace
