// SPDX-License-Identifier: Apache-2.0
#include "app/read_inputs.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::app;
namespace fs = std::filesystem;

TEST_CASE("inputs are known by their hash, each text once, under the first of its names") {
  const fs::path folder = fs::temp_directory_path() / "entente-read-inputs-test";
  fs::create_directories(folder);
  REQUIRE(write_file_atomically(folder / "b.txt", "same"));
  REQUIRE(write_file_atomically(folder / "a.txt", "same"));
  REQUIRE(write_file_atomically(folder / "c.txt", std::string("\0", 1)));
  const ScannedInputs inputs = scan_inputs(
      {{(folder / "b.txt").string(), (folder / "c.txt").string(), (folder / "a.txt").string()}, "2020", {}});
  REQUIRE(inputs.documents.size() == 1);
  CHECK(inputs.documents[0].name == "a.txt");
  CHECK(inputs.documents[0].id == make_document("same", "").id);
  CHECK(inputs.left_out.size() == 1);
  const auto document = load(inputs.documents[0], *inputs.spool);
  REQUIRE(document);
  CHECK(document->text == "same");
  CHECK(document->date == "2020");
  fs::remove(folder / "a.txt");
  CHECK_FALSE(load(inputs.documents[0], *inputs.spool));
  fs::remove_all(folder);
}
