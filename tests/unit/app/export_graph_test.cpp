// SPDX-License-Identifier: Apache-2.0
#include "app/export_graph.hpp"

#include <sstream>

#include "base/file.hpp"
#include "small_base.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;
namespace fs = std::filesystem;

TEST_CASE("formats by name and by suffix") {
  CHECK(export_format_from_name("turtle") == ExportFormat::turtle);
  CHECK(export_format_of("a/b.ttl") == ExportFormat::turtle);
  CHECK(export_format_of("a.nt") == ExportFormat::ntriples);
  CHECK(export_format_of("a.nq") == ExportFormat::nquads);
  CHECK(export_format_of("b.graphml") == ExportFormat::graphml);
  CHECK(export_format_of("b.svg") == ExportFormat::svg);
  CHECK_FALSE(export_format_of("b.txt"));
  CHECK_FALSE(export_format_of("ttl"));
}

TEST_CASE("a file is written whole or not at all") {
  const auto vocabulary = ontology::Vocabulary::load("ontology");
  REQUIRE(vocabulary);
  const fs::path folder = fs::temp_directory_path() / "entente-export-test";
  fs::create_directories(folder);
  const fs::path file = folder / "x.ttl";
  REQUIRE(write_graph_file(test::small_base(), *vocabulary, ExportFormat::turtle, {}, file));
  std::ostringstream out;
  REQUIRE(write_graph(test::small_base(), *vocabulary, ExportFormat::turtle, {}, out));
  CHECK(read_file(file).value() == out.str());
  CHECK(std::distance(fs::directory_iterator(folder), {}) == 1);

  const Status full =
      write_graph_file(test::small_base(), *vocabulary, ExportFormat::graphml, {}, "/dev/full");
  REQUIRE_FALSE(full);
  CHECK(full.error().kind == ErrorKind::input_output);
  CHECK(full.error().place.file == "/dev/full");
  const Status nowhere = write_graph_file(test::small_base(), *vocabulary, ExportFormat::graphml, {},
                                          folder / "none" / "x.graphml");
  CHECK(to_text(nowhere.error()).find("none/x.graphml: cannot create") != std::string::npos);
  fs::remove_all(folder);
}
