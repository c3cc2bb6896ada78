// SPDX-License-Identifier: Apache-2.0
#include "base/atomic_file.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"

using namespace entente;
namespace fs = std::filesystem;

TEST_CASE("a file written in pieces takes the place of another only when it is committed") {
  const auto directory = fs::temp_directory_path() / "entente-atomic-file-test";
  fs::create_directories(directory);
  const auto path = directory / "a.bin";
  REQUIRE(write_file_atomically(path, "old"));
  {
    auto file = AtomicFile::create(path);
    REQUIRE(file);
    REQUIRE(file->append("one "));
    REQUIRE(file->append("two"));
    CHECK(file->read_back().value() == "one two");
    CHECK(read_file(path).value() == "old");
  }
  CHECK(read_file(path).value() == "old");
  CHECK(std::distance(fs::directory_iterator(directory), {}) == 1);
  {
    auto first = AtomicFile::create(path), second = AtomicFile::create(path);  // each has its own
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(first->append("one two"));
    REQUIRE(second->append("lost"));
    REQUIRE(first->overwrite(4, "ten"));
    AtomicFile moved = std::move(*first);
    REQUIRE(moved.commit());
  }
  CHECK(read_file(path).value() == "one ten");
  CHECK(std::distance(fs::directory_iterator(directory), {}) == 1);

  const auto nowhere = AtomicFile::create(directory / "no" / "b.bin");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().place.file.find("b.bin") != std::string::npos);
  auto blocked = AtomicFile::create(directory);
  REQUIRE(blocked);
  CHECK_FALSE(blocked->commit());  // a folder is not replaced
  fs::remove_all(directory);
}
