// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include "support/catch.hpp"

using namespace entente;

TEST_CASE("a file is replaced whole, and failures name it") {
  const auto directory = std::filesystem::temp_directory_path() / "entente-file-test";
  std::filesystem::create_directories(directory);
  const auto path = directory / "a.txt";
  REQUIRE(write_file_atomically(path, "one"));
  REQUIRE(write_file_atomically(path, "two"));
  CHECK(read_file(path).value() == "two");
  CHECK(std::distance(std::filesystem::directory_iterator(directory), {}) == 1);

  const auto missing = read_file(directory / "none.txt");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::input_output);
  CHECK(missing.error().place.file.find("none.txt") != std::string::npos);
  CHECK_FALSE(read_file(directory));
  CHECK_FALSE(write_file_atomically(directory / "no" / "b.txt", "x"));
  std::filesystem::remove_all(directory);
}
