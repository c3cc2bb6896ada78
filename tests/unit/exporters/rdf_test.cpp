// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <sstream>
#include <tuple>

#include "exporters/exporters.hpp"
#include "rdf/reader.hpp"
#include "sample_base.hpp"
#include "support/catch.hpp"

namespace {

using namespace entente;
using namespace entente::exporters;

using Write = Status (*)(const FactBase&, const ontology::Vocabulary&, const Options&, std::ostream&);
using Statement = std::tuple<std::string, std::string, std::string, std::string, std::string>;

std::string written(Write write, const FactBase& base, const Options& options = sample_options()) {
  std::ostringstream out;
  REQUIRE(write(base, vocabulary(), options, out));
  return out.str();
}

std::vector<Statement> statements(const std::string& text, rdf::Syntax syntax) {
  std::vector<Statement> all;
  REQUIRE(rdf::read_text(text, "written", syntax, [&](const rdf::Triple& t) -> Status {
    all.emplace_back(t.subject.text, t.predicate.text, t.object.text, t.object.datatype, t.object.language);
    return {};
  }));
  return all;
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

/// The graph's IRI, or nothing: the term between the object and the full stop.
std::string graph_of(const std::string& line, const std::set<std::string>& triples) {
  if (triples.count(line) == 1) return "";
  const std::size_t begin = line.rfind(" <");
  return line.substr(begin + 2, line.size() - begin - 5);
}

std::string without_graph(const std::string& line) {
  return line.substr(0, line.rfind(" <")) + " .";
}

Options with(EvidenceDetail evidence, bool plain) {
  Options options = sample_options();
  options.evidence = evidence;
  options.plain = plain;
  return options;
}

TEST_CASE("the sample as N-Triples and N-Quads, byte for byte") {
  const std::string triples = written(write_ntriples, sample_base());
  const std::string quads = written(write_nquads, sample_base());
  const bool triples_same = triples == expected_bytes("sample.nt", triples);
  const bool quads_same = quads == expected_bytes("sample.nq", quads);
  CHECK(triples_same);
  CHECK(quads_same);
}

TEST_CASE("N-Triples carry the triples of Turtle in its order, at every level of detail") {
  for (const EvidenceDetail evidence : {EvidenceDetail::none, EvidenceDetail::link, EvidenceDetail::full})
    for (const bool plain : {false, true}) {
      const Options options = with(evidence, plain);
      const auto turtle = statements(written(write_turtle, sample_base(), options), rdf::Syntax::turtle);
      const auto triples = statements(written(write_ntriples, sample_base(), options), rdf::Syntax::ntriples);
      CHECK(turtle == triples);
    }
}

TEST_CASE("N-Quads without their graphs are the N-Triples, at every level of detail") {
  for (const EvidenceDetail evidence : {EvidenceDetail::none, EvidenceDetail::link, EvidenceDetail::full})
    for (const bool plain : {false, true}) {
      const Options options = with(evidence, plain);
      const auto all = lines(written(write_ntriples, sample_base(), options));
      const std::set<std::string> triples(all.begin(), all.end());
      std::set<std::string> stripped;
      for (const std::string& line : lines(written(write_nquads, sample_base(), options)))
        stripped.insert(triples.count(line) == 1 ? line : without_graph(line));
      CHECK(stripped == triples);
    }
}

TEST_CASE("every graph is a document, and no quad stands twice") {
  const auto all = lines(written(write_ntriples, sample_base()));
  const std::set<std::string> triples(all.begin(), all.end());
  const auto quads = lines(written(write_nquads, sample_base()));
  CHECK(std::set<std::string>(quads.begin(), quads.end()).size() == quads.size());
  std::set<std::string> graphs, expected = {""};
  for (const std::string& line : quads) graphs.insert(graph_of(line, triples));
  for (const Document& document : sample_base().documents)
    expected.insert(std::string(ontology::kDataBase) + "doc/" + document.id);
  CHECK(graphs == expected);
}

TEST_CASE("a fact of two documents is in the graph of each, with that document's evidence alone") {
  const FactBase base = sample_base();
  const auto two = std::find_if(base.facts.begin(), base.facts.end(), [](const Fact& fact) {
    return fact.evidence.front().document != fact.evidence.back().document;
  });
  REQUIRE(two != base.facts.end());
  const std::string id(ontology::kDataBase), ns(ontology::kNamespace);
  const auto quads = lines(written(write_nquads, base));
  for (const Document& document : base.documents) {
    const std::string graph = " <" + id + "doc/" + document.id + "> .";
    const std::string fact = "<" + id + "fact/" + two->id + "> ";
    CHECK(std::count(quads.begin(), quads.end(),
                     fact + "<" + ns + "relation> <" + ns + two->relation + ">" + graph) == 1);
    for (const std::string& line : quads)
      if (line.rfind(fact + "<" + ns + "evidence>", 0) == 0 && line.find("/ev/" + document.id) != line.npos)
        CHECK(line.substr(line.size() - graph.size()) == graph);
  }
}

TEST_CASE("without evidence no sentence is written, with links its places are") {
  const std::string ns(ontology::kNamespace);
  const std::string none = written(write_ntriples, sample_base(), with(EvidenceDetail::none, false));
  const std::string link = written(write_ntriples, sample_base(), with(EvidenceDetail::link, false));
  for (const std::string& text : {none, link}) {
    CHECK(text.find(ns + "text>") == std::string::npos);
    CHECK(text.find(ns + "Evidence>") == std::string::npos);
    CHECK(text.find(ns + "Fact>") != std::string::npos);
  }
  CHECK(none.find("wasDerivedFrom") == std::string::npos);
  CHECK(link.find("wasDerivedFrom> <" + std::string(ontology::kDataBase) + "doc/") != std::string::npos);
  CHECK(link.find("#char=0,26>") != std::string::npos);
}

TEST_CASE("plain RDF has no fact nodes and no denied fact") {
  const std::string plain = written(write_ntriples, sample_base(), with(EvidenceDetail::full, true));
  CHECK(plain.find("/fact/") == std::string::npos);
  CHECK(plain.find("attacked") == std::string::npos);
  CHECK(plain.find("providedAidTo") != std::string::npos);
}

TEST_CASE("in RDF 1.2 each fact with an object reifies its triple, plain or not; nothing else changes") {
  Options options = sample_options();
  const auto before = lines(written(write_ntriples, sample_base(), options));
  options.rdf12 = true;
  auto after = lines(written(write_ntriples, sample_base(), options));
  const auto is_term = [](const std::string& line) {
    return line.find("reifies> <<( <") != std::string::npos;
  };
  const FactBase base = sample_base();
  const auto with_object = std::count_if(base.facts.begin(), base.facts.end(),
                                         [](const Fact& fact) { return !fact.object.empty(); });
  CHECK(std::count_if(after.begin(), after.end(), is_term) == with_object);
  after.erase(std::remove_if(after.begin(), after.end(), is_term), after.end());
  CHECK(after == before);
}

TEST_CASE("an empty base gives the run alone, in the default graph") {
  const std::string quads = written(write_nquads, FactBase{}, Options{});
  CHECK(quads == written(write_ntriples, FactBase{}, Options{}));
  CHECK(lines(quads).size() == 11);
}

TEST_CASE("a stream that fails gives an error that names the format") {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  const auto quads = write_nquads(sample_base(), vocabulary(), sample_options(), out);
  REQUIRE_FALSE(quads);
  CHECK(quads.error().message == "the N-Quads output cannot be written");
}

}  // namespace
