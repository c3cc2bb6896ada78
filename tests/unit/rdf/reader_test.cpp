// SPDX-License-Identifier: Apache-2.0
#include "rdf/reader.hpp"

#include <filesystem>
#include <fstream>
#include <vector>

#include "support/catch.hpp"

using namespace entente;
using namespace entente::rdf;

namespace {

const std::string kPrefixes = "@prefix ex: <http://ex.org/> .\n";

std::string to_text(const Node& node) {
  if (node.kind == NodeKind::iri) return "<" + std::string(node.text) + ">";
  if (node.kind == NodeKind::blank) return "_:" + std::string(node.text);
  std::string text = "'" + std::string(node.text) + "'";
  if (!node.language.empty()) text += "@" + std::string(node.language);
  if (!node.datatype.empty()) text += "^^" + std::string(node.datatype);
  return text;
}

std::vector<std::string> lines_of(const std::string& text, Syntax syntax = Syntax::turtle) {
  std::vector<std::string> lines;
  const Status status = read_text(text, "t.ttl", syntax, [&](const Triple& t) -> Status {
    lines.push_back(to_text(t.subject) + " " + to_text(t.predicate) + " " + to_text(t.object) + " @" +
                    std::to_string(t.line) + ":" + std::to_string(t.column));
    return {};
  });
  if (!status) lines.push_back("error " + entente::to_text(status.error()));
  return lines;
}

}  // namespace

TEST_CASE("prefixes are expanded and every object has its place") {
  const auto lines = lines_of(kPrefixes + "ex:a a ex:C ;\n  ex:p ex:b, ex:c ; ex:q 'x' .\n");
  REQUIRE(lines ==
          std::vector<std::string>{
              "<http://ex.org/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://ex.org/C> @2:8",
              "<http://ex.org/a> <http://ex.org/p> <http://ex.org/b> @3:8",
              "<http://ex.org/a> <http://ex.org/p> <http://ex.org/c> @3:14",
              "<http://ex.org/a> <http://ex.org/q> 'x' @3:26"});
}

TEST_CASE("literals keep language and datatype, escapes are undone") {
  const auto lines =
      lines_of(kPrefixes +
               "ex:a ex:p \"q\\\"\\u00e9\"@en-GB ;\n"
               " ex:p '''a\n'b''' ; ex:p 12, true, 1.5, \"x\"^^ex:t ; ex:p \"\" ; ex:q ex:z .");
  REQUIRE(lines ==
          std::vector<std::string>{
              "<http://ex.org/a> <http://ex.org/p> 'q\"é'@en-GB @2:11",
              "<http://ex.org/a> <http://ex.org/p> 'a\n'b' @3:7",
              "<http://ex.org/a> <http://ex.org/p> '12'^^http://www.w3.org/2001/XMLSchema#integer @4:14",
              "<http://ex.org/a> <http://ex.org/p> 'true'^^http://www.w3.org/2001/XMLSchema#boolean @4:18",
              "<http://ex.org/a> <http://ex.org/p> '1.5'^^http://www.w3.org/2001/XMLSchema#decimal @4:24",
              "<http://ex.org/a> <http://ex.org/p> 'x'^^http://ex.org/t @4:29",
              "<http://ex.org/a> <http://ex.org/p> '' @4:46",
              "<http://ex.org/a> <http://ex.org/q> <http://ex.org/z> @4:56"});
}

TEST_CASE("columns count code points, comments and quotes inside them do not confuse") {
  const auto lines = lines_of(kPrefixes + "# \"quoted' <\nex:é ex:p \"ü#\", ex:b . # end\n");
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[0] == "<http://ex.org/é> <http://ex.org/p> 'ü#' @3:11");
  REQUIRE(lines[1] == "<http://ex.org/é> <http://ex.org/p> <http://ex.org/b> @3:17");
}

TEST_CASE("relative IRIs need a base") {
  REQUIRE(lines_of("@base <http://ex.org/x/> . <a> <b> <#c> .") ==
          std::vector<std::string>{"<http://ex.org/x/a> <http://ex.org/x/b> <http://ex.org/x/#c> @1:36"});
  REQUIRE(lines_of("<a> <b> <c> .") ==
          std::vector<std::string>{"error t.ttl:1:9: relative IRI <a> in a file without @base"});
}

TEST_CASE("N-Triples") {
  REQUIRE(lines_of("<http://ex.org/a> <http://ex.org/p> \"x\"@en .\n", Syntax::ntriples) ==
          std::vector<std::string>{"<http://ex.org/a> <http://ex.org/p> 'x'@en @1:37"});
}

TEST_CASE("faults come with their place, after the statements before them") {
  const auto lines = lines_of(kPrefixes + "ex:a ex:p ex:b .\nex:a ex:p ] .\n");
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[1].find("error t.ttl:3:11: syntax error: ") == 0);
  REQUIRE(lines_of(kPrefixes + "ex:a ex:p exx:b .") ==
          std::vector<std::string>{"error t.ttl:2:11: prefix 'exx:' is not defined (did you mean 'ex:'?)"});
  REQUIRE(lines_of(kPrefixes + "ex:a ex:p \"\xff\" .") ==
          std::vector<std::string>{"error t.ttl:2:12: the text is not well-formed UTF-8"});
  REQUIRE(lines_of(kPrefixes + "ex:a ex:p \"never closed").back().find("error t.ttl:2:") == 0);
  REQUIRE(lines_of(kPrefixes + std::string("ex:a ex:p \0 .", 13)).back() ==
          "error t.ttl:2:11: a zero byte stands in the text");
}

TEST_CASE("deep nesting is refused, not overflowed") {
  const auto lines = lines_of(kPrefixes + "ex:a ex:p " + std::string(100000, '(') + " .");
  REQUIRE(lines.back() == "error t.ttl:2:75: brackets are nested more than 64 deep");
  REQUIRE(lines_of(kPrefixes + "ex:a ex:p [ ex:q ( ex:b ) ] .").back().find("error") == std::string::npos);
}

TEST_CASE("the handler's error ends the reading") {
  int seen = 0;
  const Status status = read_text(kPrefixes + "ex:a ex:p ex:b, ex:c, ex:d .", "t.ttl", Syntax::turtle,
                                  [&](const Triple&) -> Status {
                                    if (++seen == 2) return fail(ErrorKind::limit, "enough");
                                    return {};
                                  });
  REQUIRE_FALSE(status);
  REQUIRE(status.error().message == "enough");
  REQUIRE(status.error().kind == ErrorKind::limit);
  REQUIRE(seen == 2);
}

TEST_CASE("files are read by suffix, a missing one is an input error") {
  const auto path = std::filesystem::temp_directory_path() / "entente_reader_test.nt";
  std::ofstream(path) << "<http://ex.org/a> <http://ex.org/p> <http://ex.org/b> .\n";
  int seen = 0;
  REQUIRE(read_path(path, [&](const Triple&) -> Status { return ++seen, Status(); }));
  REQUIRE(seen == 1);
  std::filesystem::remove(path);
  const Status gone = read_path(path, [](const Triple&) -> Status { return {}; });
  REQUIRE(gone.error().kind == ErrorKind::input_output);
  REQUIRE(gone.error().place.file == path.string());
}
