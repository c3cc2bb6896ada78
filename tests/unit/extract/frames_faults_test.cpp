// SPDX-License-Identifier: Apache-2.0
// Frames files with a fault: each says in its first line what the program must say about it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ontology/frames.hpp"
#include "ontology/vocabulary.hpp"
#include "support/catch.hpp"

namespace {

namespace fs = std::filesystem;

/// An ontology directory with this frames file alone; gone at the end.
class OntologyCopy {
 public:
  explicit OntologyCopy(const fs::path& frames)
      : path_(fs::temp_directory_path() / ("entente-" + frames.stem().string())) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "frames");
    for (const char* name : {"core.ttl", "relations.ttl"})
      fs::copy_file(fs::path("ontology") / name, path_ / name);
    fs::copy_file(frames, path_ / "frames" / frames.filename());
  }
  ~OntologyCopy() { fs::remove_all(path_); }
  OntologyCopy(const OntologyCopy&) = delete;
  OntologyCopy& operator=(const OntologyCopy&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

std::string first_line(const fs::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  return line.size() > 2 ? line.substr(2) : line;
}

// "dir/frames/x.ttl:3:4: message" without the directory.
std::string without_directory(std::string text) {
  const auto slash = text.find(".ttl:");
  const auto begin = slash == std::string::npos ? 0 : text.rfind('/', slash) + 1;
  return text.substr(begin);
}

}  // namespace

TEST_CASE("a fault in a frames file is told with its place") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator("tests/data/frames/faults"))
    if (entry.path().extension() == ".ttl") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 10);
  for (const fs::path& file : files) {
    const OntologyCopy copy(file);
    const auto frames = entente::ontology::Frames::load(copy.path());
    INFO(file.string());
    REQUIRE(!frames);
    CHECK(without_directory(entente::to_text(frames.error())) == first_line(file));
  }
}

TEST_CASE("the project's own frames are sound") {
  for (const auto& fault : entente::ontology::check_frames("ontology"))
    UNSCOPED_INFO(entente::to_text(fault));
  CHECK(entente::ontology::check_frames("ontology").empty());
  const auto frames = entente::ontology::Frames::load("ontology");
  REQUIRE(frames);
  CHECK(frames->frames().size() > 200);
  CHECK(frames->in_list("LightVerb", "hold"));
  CHECK(!frames->frames_for(entente::ontology::WordClass::verb, "visit").empty());
  CHECK(frames->frames_for(entente::ontology::WordClass::verb, "photosynthesise").empty());
  REQUIRE(frames->embedding(entente::ontology::WordClass::verb, "refuse", "", false) != nullptr);
  CHECK(frames->embedding(entente::ontology::WordClass::verb, "refuse", "", false)->negated);
  CHECK(frames->hash().size() == 64);
}

TEST_CASE("frames speak of every relation that is not a mere grouping") {
  const auto vocabulary = entente::ontology::Vocabulary::load("ontology");
  const auto frames = entente::ontology::Frames::load("ontology");
  REQUIRE(vocabulary);
  REQUIRE(frames);
  for (const auto& relation : vocabulary->relations()) {
    if (relation.abstract) continue;
    const bool covered = std::any_of(frames->frames().begin(), frames->frames().end(),
                                     [&](const auto& frame) { return frame.relation == relation.name; });
    INFO(relation.name);
    CHECK(covered);
  }
}
