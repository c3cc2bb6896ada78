// SPDX-License-Identifier: Apache-2.0
#include "cli/repl.hpp"
#include "graph/freeze.hpp"

#include <sstream>

#include "app/question_line.hpp"
#include "base/file.hpp"
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
  return {*ontology::Vocabulary::load("ontology"), std::move(graph), std::move(base)};
}

struct Ran {
  ExitCode code;
  std::string out, err;
};

/// Runs a script in a shell over the small graph.
Ran run(const std::string& script, bool keep_going = false) {
  const app::OpenGraph graph = small_graph();
  std::istringstream in(script);
  std::ostringstream out, err;
  const Console console(in, out, err);
  Repl repl(graph, {}, console);
  repl.state().keep_going = keep_going;
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

TEST_CASE("a script that is to keep going ends with the code of its first error") {
  const Ran ran = run(".mode tsv\nRETURN 1 AS a; RETURN x; RETURN 2 AS b;\n.read none\nRETURN 3 AS c", true);
  CHECK(ran.code == ExitCode::data_error);
  CHECK(ran.out == "a\n1\nb\n2\nc\n3\n");
}

TEST_CASE("results go to a file for one answer, or until told otherwise") {
  const auto folder = std::filesystem::temp_directory_path() / "entente-repl-test";
  std::filesystem::create_directories(folder);
  const std::string csv = (folder / "a.csv").string(), text = (folder / "b").string();
  const Ran ran =
      run(".once " + csv + "\n.timer off\nRETURN 1 AS a, 2 AS b;\nRETURN 3 AS c;\n.output " + text +
          "\n.mode jsonl\nRETURN 4 AS d;\n.param x=1\nRETURN $x AS e;\n.output\nRETURN 5 AS f;");
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out == "c\n3\n{\"f\":5}\n");
  CHECK(read_file(csv).value() == "a,b\n1,2\n");
  CHECK(read_file(text).value() == "{\"d\":4}\n{\"e\":1}\n");
  std::filesystem::remove_all(folder);
  CHECK(run(".output /nowhere/x").code == ExitCode::input_output);
  CHECK(run(".once\n").err.find("into which file?") != std::string::npos);
  CHECK(run(".output /dev/full\nRETURN 1 AS a;").code == ExitCode::input_output);
}

TEST_CASE("limits are shown and set") {
  CHECK(run(".limits rows 1\nUNWIND [1, 2] AS x RETURN x;").err.find("more than 1 rows") !=
        std::string::npos);
  CHECK(run(".limits timeout 2.5\n.limits memory 500MB\n.limits steps 7\n.mode tsv\n.limits").out ==
        "limit\tvalue\tunit\ntimeout\t2.500\tseconds\nrows\t0\trows of an answer\nmemory\t524288000\t"
        "bytes\nsteps\t7\tedges, elements and rows looked at\n");
  CHECK(run(".limits steps 1\nUNWIND range(1, 9) AS x RETURN x;").code == ExitCode::data_error);
  CHECK(run(".limits steps 0\nUNWIND range(1, 9) AS x RETURN x;").code == ExitCode::done);
  CHECK(run(".limits timeuot 3").err.find("did you mean 'timeout'") != std::string::npos);
  for (const char* bad :
       {".limits rows", ".limits rows -1", ".limits rows 1x", ".limits timeout x", ".limits memory 5XB"})
    CHECK(run(bad).code == ExitCode::data_error);
}

TEST_CASE("commands may be cut, begin with a colon, and are told when unknown") {
  CHECK(run(":fac all\n.mode tsv\nMATCH ()-[f]->() RETURN count(f) AS n;").out == "n\n2\n");
  CHECK(run(".q\nMATCH (a RETURN;").err.find("'.q' could be .queries or .quit") != std::string::npos);
  CHECK(run(".quit\nMATCH (a RETURN;").code == ExitCode::done);
  CHECK(run(".hepl").err.find("did you mean '.help'") != std::string::npos);
  CHECK(run(".mode tvs").err.find("did you mean 'tsv'") != std::string::npos);
  CHECK(run(".help").out.find(".why") != std::string::npos);
  const std::string found = run(".help SAVED").out;
  CHECK(found.find(".queries") != std::string::npos);
  CHECK(found.find(".why") == std::string::npos);
  CHECK(run(".help ti*").out.find(".timer") == 0);
  CHECK(run(".help .mode").out.find(".mode") == 0);
  CHECK(run(".help xyzzy").code == ExitCode::data_error);
}

TEST_CASE("parameters have types and can be taken away") {
  CHECK(run(".mode tsv\n.param a=1\n.param b text of words\n.param c=[1, \"x\"]\n.param d = true\n.param")
            .out ==
        "name\tvalue\ttype\na\t1\tinteger\nb\ttext of words\tstring\nc\t[1, x]\tlist\nd\ttrue\tboolean\n");
  CHECK(run(".mode tsv\n.param a=1\n.param b=2\n.param unset a\n.param").out ==
        "name\tvalue\ttype\nb\t2\tinteger\n");
  CHECK(run(".param unset who\n").err.find("no parameter 'who'") != std::string::npos);
  CHECK(run(".mode tsv\n.param a=1\n.param clear\n.param").out == "name\tvalue\ttype\n");
}

TEST_CASE("the plan of the last statement") {
  const Ran ran = run("MATCH (a:Country) RETURN a.name;\n.explain\n.profile\n.explain RETURN 1 AS one");
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out.find("step\tpart\testimate") != std::string::npos);
  CHECK(ran.out.find("ms") != std::string::npos);
  CHECK(run(".explain").code == ExitCode::data_error);
}

TEST_CASE("the last answer as a picture and as Turtle") {
  const Ran ran = run("MATCH (a)-[f]->(b) RETURN f;\n.graph\n.mode turtle\nMATCH (a)-[f]->(b) RETURN f;");
  CHECK(ran.code == ExitCode::done);
  CHECK(ran.out.find("China ─providedAidTo→ Italy") != std::string::npos);
  CHECK(ran.out.find("ent:providedAidTo") != std::string::npos);
  CHECK(run(".graph").err.find("no answer yet") != std::string::npos);
  CHECK(run("RETURN 1 AS one;\n.graph").code == ExitCode::data_error);
  CHECK(run("RETURN 1 AS one;\n.graph x.svg").code == ExitCode::data_error);
  CHECK(run("MATCH (a) RETURN a;\n.graph x.xyz").err.find(".svg, .html") != std::string::npos);
  CHECK(run(".mode turtle\nRETURN 1 AS one;").code == ExitCode::data_error);
}

TEST_CASE("parameters, schema, stats") {
  CHECK(run(".param who=Italy\n.mode tsv\nMATCH (a {name: $who}) RETURN a.name AS n;").out == "n\nItaly\n");
  CHECK(run(".mode tsv\n.schema").out.find("relation\tprovidedAidTo\t1") != std::string::npos);
  CHECK(run(".mode tsv\n.schema prov*").out == "what\tname\tnumber\nrelation\tprovidedAidTo\t1\n");
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
  CHECK(app::looks_like_question("Who cooperated with whom?"));
  CHECK(app::looks_like_question("With whom did China cooperate?"));
  CHECK(app::looks_like_question("list all meetings"));
  CHECK_FALSE(app::looks_like_question("MATCH (a)"));
  CHECK_FALSE(app::looks_like_question("match (a) return a;"));
  CHECK_FALSE(app::looks_like_question("with 1 as a"));
  CHECK_FALSE(app::looks_like_question("// Who?"));
  CHECK_FALSE(app::looks_like_question(""));
}
