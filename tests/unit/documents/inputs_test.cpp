// SPDX-License-Identifier: Apache-2.0
#include "documents/inputs.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"

using namespace entente;
using namespace entente::documents;
namespace fs = std::filesystem;

namespace {

/// A folder that goes away with the test.
struct Folder {
  fs::path path = fs::temp_directory_path() / "entente-inputs-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path / "b" / "deep");
  }
  ~Folder() { fs::remove_all(path); }
  void put(const std::string& name) const { REQUIRE(write_file_atomically(path / name, "x")); }
};

std::vector<std::string> names(const Inputs& inputs, const fs::path& root) {
  std::vector<std::string> all;
  for (const fs::path& file : inputs.files)
    all.push_back(file == "-" ? "-" : fs::relative(file, root).string());
  return all;
}

}  // namespace

TEST_CASE("folders stand for their texts, in an order that no file system decides") {
  const Folder folder;
  for (const char* name : {"z.txt", "a.md", "b/c.TXT", "b/deep/a.text", "b/picture.png", ".hidden.txt"})
    folder.put(name);
  fs::create_directory_symlink(folder.path, folder.path / "b" / "loop");

  const Inputs inputs = find_inputs({folder.path.string(), (folder.path / "z.txt").string(), "-"});
  CHECK(names(inputs, folder.path) ==
        std::vector<std::string>{"-", "a.md", "b/deep/a.text", "b/c.TXT", "z.txt"});
  REQUIRE(inputs.left_out.size() == 1);
  CHECK(inputs.left_out[0].place.file.ends_with("b/picture.png"));
  CHECK(inputs.left_out[0].message == "not a kind of file that entente reads");
}

TEST_CASE("arguments in either order give the same inputs") {
  const Folder folder;
  folder.put("a.txt");
  folder.put("b/a.txt");
  const std::string one = (folder.path / "a.txt").string(), two = (folder.path / "b").string();
  CHECK(find_inputs({one, two}).files == find_inputs({two, one}).files);
}

TEST_CASE("a missing file is named, a file given by name is taken whatever its suffix") {
  const Folder folder;
  folder.put("notes");
  const Inputs inputs = find_inputs({(folder.path / "none.txt").string(), (folder.path / "notes").string()});
  CHECK(inputs.files.size() == 1);
  REQUIRE(inputs.left_out.size() == 1);
  CHECK(to_text(inputs.left_out[0]).find("none.txt: no such file or folder") != std::string::npos);
}

TEST_CASE("patterns choose among the files of a folder, not among those given by name") {
  const Folder folder;
  for (const char* name : {"a.html", "b/a.txt", "b/deep/c.html", "b/deep/draft.html"}) folder.put(name);
  const NameFilter filter{{"*.html"}, {"b/**/draft*"}};
  const Inputs inputs = find_inputs({folder.path.string(), (folder.path / "b/a.txt").string()}, filter);
  CHECK(names(inputs, folder.path) == std::vector<std::string>{"a.html", "b/a.txt", "b/deep/c.html"});
  CHECK(inputs.left_out.empty());
}
