// SPDX-License-Identifier: Apache-2.0
#include "rdf/writer.hpp"

#include <string>

#include "rdf/reader.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

Writer::Sink into(std::string& out) {
  return [&out](std::string_view bytes) -> Status {
    out += bytes;
    return {};
  };
}

const std::string kTurtle = R"(@prefix ent: <https://w3id.org/entente/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/entente/id/a>
	a ent:Country ;
	ent:negated false ;
	ent:text "say \"hi\" — ça\nva"@en ,
		"plain" ;
	ent:when "2020-05-21"^^xsd:date .

<https://w3id.org/entente/id/doc#char=1,2>
	ent:in <https://w3id.org/entente/id/a> .

)";

std::string rewritten(const std::string& text, Syntax syntax) {
  std::string out;
  Writer writer(syntax, into(out));
  REQUIRE(writer.prefix("ent", "https://w3id.org/entente/ns#"));
  REQUIRE(writer.prefix("xsd", kXsd));
  REQUIRE(read_text(text, "t", Syntax::turtle,
                    [&](const Triple& t) { return writer.write(t.subject, t.predicate, t.object); }));
  REQUIRE(writer.finish());
  return out;
}

}  // namespace

TEST_CASE("Turtle read and written again is the same to the byte") {
  REQUIRE(rewritten(kTurtle, Syntax::turtle) == kTurtle);
}

TEST_CASE("N-Triples has a statement a line and no prefixes") {
  const std::string out = rewritten(kTurtle, Syntax::ntriples);
  REQUIRE(out.find("@prefix") == std::string::npos);
  REQUIRE(std::count(out.begin(), out.end(), '\n') == 6);
  REQUIRE(out.find("\"2020-05-21\"^^<http://www.w3.org/2001/XMLSchema#date> .\n") != std::string::npos);
}

TEST_CASE("a reifier stands between the statements, with its triple as a triple term") {
  const auto iris = [](std::string_view name) { return "http://x/" + std::string(name); };
  const auto text = [&](Syntax syntax) {
    std::string out;
    Writer writer(syntax, into(out));
    REQUIRE(writer.prefix("x", "http://x/"));
    if (syntax == Syntax::nquads) writer.graph(iris("g"));
    REQUIRE(writer.write(iri(iris("a")), iri(iris("p")), iri(iris("b"))));
    REQUIRE(writer.reify(iris("f"), iris("a"), iris("p"), iris("{b}")));
    REQUIRE(writer.write(iri(iris("a")), iri(iris("p")), iri(iris("c"))));
    CHECK_FALSE(writer.reify("f", iris("a"), iris("p"), iris("b")));
    REQUIRE(writer.finish());
    return out;
  };
  const std::string term =
      "<http://x/f> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> "
      "<<( <http://x/a> <http://x/p> <http://x/%7Bb%7D> )>>";
  CHECK(text(Syntax::nquads) ==
        "<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n" + term +
            " <http://x/g> .\n<http://x/a> <http://x/p> <http://x/c> <http://x/g> .\n");
  CHECK_THAT(text(Syntax::turtle), Catch::Contains("x:b .\n\n" + term + " .\n"));
}

TEST_CASE("what RDF cannot say is refused") {
  std::string out;
  Writer writer(Syntax::turtle, into(out));
  const Node a = iri("http://ex.org/a");
  REQUIRE_FALSE(writer.write({NodeKind::blank, "b", {}, {}}, a, a));
  REQUIRE_FALSE(writer.write(literal("x"), a, a));
  REQUIRE_FALSE(writer.write(a, a, literal("\xff")));
  REQUIRE_FALSE(writer.write(a, a, iri("relative/path")));
  REQUIRE(writer.write(a, a, literal("fine")));
  REQUIRE(writer.finish());
  REQUIRE(out == "<http://ex.org/a>\n\t<http://ex.org/a> \"fine\" .\n\n");
}

TEST_CASE("an IRI with forbidden characters is still readable when written") {
  std::string out;
  Writer writer(Syntax::ntriples, into(out));
  REQUIRE(writer.write(iri("http://ex.org/a"), iri("http://ex.org/p"), iri("http://ex.org/x y<z>")));
  REQUIRE(writer.finish());
  REQUIRE(out == "<http://ex.org/a> <http://ex.org/p> <http://ex.org/x%20y%3Cz%3E> .\n");
}

TEST_CASE("a failing sink comes back as its error, and stays") {
  std::size_t room = 100000;
  Writer writer(Syntax::ntriples, [&](std::string_view bytes) -> Status {
    if (bytes.size() > room) return fail(ErrorKind::input_output, "no space left");
    room -= bytes.size();
    return {};
  });
  const Node a = iri("http://ex.org/a");
  Status status;
  for (int i = 0; i < 10000 && status; ++i) status = writer.write(a, a, a);
  REQUIRE_FALSE(status);
  REQUIRE(status.error().message == "no space left");
  REQUIRE_FALSE(writer.finish());
}
