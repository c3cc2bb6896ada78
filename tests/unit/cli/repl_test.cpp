// SPDX-License-Identifier: Apache-2.0
#include "cli/repl.hpp"
#include "graph/freeze.hpp"

#include <sstream>

#include "graph/knowledge_graph.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::cli;

namespace {

Fact fact(const char* relation, const char* object, Modality modality) {
  Fact f;
  f.relation = relation;
  f.subject = "china";
  f.object = object;
  f.modality = modality;
  Evidence evidence;
  evidence.document = "d";
  evidence.text = "Said.";
  evidence.rule = "test/rule";
  f.evidence.push_back(std::move(evidence));
  f.id = fact_id(f);
  return f;
}

app::OpenGraph small_graph() {
  FactBase base;
  for (const auto& [id, label] : {std::pair{"china", "China"}, std::pair{"italy", "Italy"}}) {
    Entity entity;
    entity.id = id;
    entity.label = label;
    entity.cls = "Country";
    base.entities.push_back(std::move(entity));
  }
  base.facts = {fact("providedAidTo", "italy", Modality::asserted),
                fact("visited", "italy", Modality::planned)};
  std::sort(base.facts.begin(), base.facts.end(), [](const Fact& a, const Fact& b) { return a.id < b.id; });
  graph::Snapshot graph = graph::freeze(graph::to_property_graph(base));
  return {*ontology::Vocabulary::load("ontology"), std::move(base), std::move(graph)};
}

struct Ran {
  ExitCode code;
  std::string out, err;
};

/// Runs a script in a shell over the small graph.
Ran run(const std::string& script) {
  const app::OpenGraph graph = small_graph();
  std::istringstream in(script);
  std::ostringstream out, err;
  const Console console(in, out, err);
  Repl repl(graph, {}, console);
  const auto lines = make_script_source(in);
  const ExitCode code = repl.run(*lines, false);
  return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("a statement may take several lines, the last may go without its semicolon") {
  const Ran ran = run(".mode tsv\nMATCH (a)-[f]->(b)\nRETURN a.name,\n b.name;\nRETURN 1 AS one");
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out == "a.name\tb.name\nChina\tItaly\none\n1\n");
  CHECK(ran.err == "entente: 1 more is planned, called for, reported or denied: .facts all\n");
}

TEST_CASE("a script stops at its first error") {
  const Ran ran = run(".mode tsv\nRETURN 1 AS a;\nMATCH (a RETURN a;\nRETURN 2 AS b;\n");
  CHECK(ran.code == ExitCode::data_error);
  CHECK(ran.out == "a\n1\n");
  CHECK(ran.err.find('^') != std::string::npos);
}

TEST_CASE("commands may be cut, begin with a colon, and are told when unknown") {
  CHECK(run(":fac all\n.mode tsv\nMATCH ()-[f]->() RETURN count(f) AS n;").out == "n\n2\n");
  CHECK(run(".q\nMATCH (a RETURN;").err.find("'.q' could be .queries or .quit") != std::string::npos);
  CHECK(run(".quit\nMATCH (a RETURN;").code == ExitCode::done);
  CHECK(run(".hepl").err.find("did you mean '.help'") != std::string::npos);
  CHECK(run(".mode tvs").err.find("did you mean 'tsv'") != std::string::npos);
  CHECK(run(".help").out.find(".why") != std::string::npos);
}

TEST_CASE("parameters, schema, stats") {
  CHECK(run(".param who=Italy\n.mode tsv\nMATCH (a {name: $who}) RETURN a.name AS n;").out == "n\nItaly\n");
  CHECK(run(".mode tsv\n.schema").out.find("relation\tprovidedAidTo\t1") != std::string::npos);
  CHECK(run(".mode tsv\n.stats").out.find("facts\t\t2") != std::string::npos);
}

TEST_CASE(".why explains a row of the last answer") {
  const Ran ran = run("MATCH ()-[f:providedAidTo]->() RETURN f;\n.why 1");
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out.find("China -[providedAidTo]-> Italy") != std::string::npos);
  CHECK(ran.out.find("test/rule") != std::string::npos);
  CHECK(run(".why 1").code == ExitCode::data_error);
  CHECK(run("RETURN 1;\n.why 1").err.find("row 1 shows no fact") != std::string::npos);
  CHECK(run("RETURN 1;\n.why 2").err.find("no row 2") != std::string::npos);
}

TEST_CASE("an English question is told from a statement") {
  CHECK(looks_like_question("Who cooperated with whom?"));
  CHECK(looks_like_question("With whom did China cooperate?"));
  CHECK(looks_like_question("list all meetings"));
  CHECK_FALSE(looks_like_question("MATCH (a)"));
  CHECK_FALSE(looks_like_question("match (a) return a;"));
  CHECK_FALSE(looks_like_question("with 1 as a"));
  CHECK_FALSE(looks_like_question("// Who?"));
  CHECK_FALSE(looks_like_question(""));
}
