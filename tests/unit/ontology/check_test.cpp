// SPDX-License-Identifier: Apache-2.0
#include "ontology/check.hpp"

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/file.hpp"
#include "support/catch.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const fs::path kData = "tests/data/ontology";

/// A copy of the sound ontology in a directory that goes away with it.
class Copy {
 public:
  Copy() : path_(fs::temp_directory_path() / ("entente_check_" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::copy(kData / "base", path_, fs::copy_options::recursive);
  }
  ~Copy() { fs::remove_all(path_); }
  Copy(const Copy&) = delete;
  Copy& operator=(const Copy&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Values of the "# key: value" lines at the head of a case.
std::vector<std::string> head(const std::string& text, const std::string& key) {
  std::vector<std::string> values;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.rfind("# " + key + ": ", 0) == 0) values.push_back(line.substr(key.size() + 4));
  return values;
}

/// The faults as the cases write them: without the directory, and without the name of the file under test.
std::vector<std::string> faults_of(const fs::path& directory, const std::string& file) {
  std::vector<std::string> texts;
  for (Error fault : ontology::check(directory)) {
    fault.place.file = fs::relative(fault.place.file, directory).generic_string();
    std::string text = to_text(fault);
    if (text.rfind(file + ":", 0) == 0) text.erase(0, file.size() + 1);
    texts.push_back(text);
  }
  return texts;
}

}  // namespace

TEST_CASE("the published ontology has no faults") {
  std::string text;
  for (const Error& fault : ontology::check("ontology")) text += to_text(fault) + "\n";
  REQUIRE(text == "");
}

TEST_CASE("the base of the bad cases is sound") {
  const Copy copy;
  REQUIRE(faults_of(copy.path(), "").empty());
}

TEST_CASE("every bad file gives all its faults in order") {
  std::size_t cases = 0;
  for (const auto& entry : fs::directory_iterator(kData / "bad")) {
    const auto text = read_file(entry.path());
    REQUIRE(text);
    INFO(entry.path());
    REQUIRE(head(*text, "file").size() == 1);
    const std::string file = head(*text, "file").front();
    const Copy copy;
    fs::copy_file(entry.path(), copy.path() / file, fs::copy_options::overwrite_existing);
    CHECK(faults_of(copy.path(), file) == head(*text, "expect"));
    ++cases;
  }
  REQUIRE(cases >= 20);
}

TEST_CASE("faults of several files are told at once") {
  const Copy copy;
  std::ofstream(copy.path() / "relations.ttl", std::ios::app) << "ent:met a ent:RelationType .\n";
  std::ofstream(copy.path() / "gazetteer" / "names.ttl", std::ios::app)
      << "id:x a ent:Countri ; rdfs:label \"X\" .\n";
  const auto faults = faults_of(copy.path(), "");
  const auto in = [&](const std::string& file) {
    return std::count_if(faults.begin(), faults.end(),
                         [&](const std::string& f) { return f.rfind(file, 0) == 0; });
  };
  REQUIRE(in("relations.ttl") == 4);
  REQUIRE(in("gazetteer/names.ttl") == 1);
}

TEST_CASE("a directory that is not there is one fault a part, not a crash") {
  const auto faults = ontology::check(kData / "nowhere");
  REQUIRE_FALSE(faults.empty());
  REQUIRE(faults.front().kind == ErrorKind::input_output);
}
