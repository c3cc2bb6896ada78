// SPDX-License-Identifier: Apache-2.0
// A model that is missing, cut short or altered gives an error that names the file, or loads; it never
// crashes.
#include <filesystem>
#include <fstream>
#include <random>

#include "base/file.hpp"
#include "model.hpp"
#include "support/catch.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kFiles = {"meta.json",
                                         "tokenizer",
                                         "vocab/lookups.bin",
                                         "vocab/vectors",
                                         "vocab/key2row",
                                         "tok2vec/model",
                                         "tagger/model",
                                         "tagger/cfg",
                                         "parser/model",
                                         "parser/moves",
                                         "ner/model",
                                         "ner/moves",
                                         "attribute_ruler/patterns",
                                         "lemmatizer/lookups/lookups.bin"};

/// A copy of the model whose files are links, except one that the test changes.
class DamagedModel {
 public:
  explicit DamagedModel(const std::string& model)
      : model_(model),
        directory_(fs::temp_directory_path() / ("entente_damage_" + std::to_string(std::random_device{}()))) {
    for (const std::string& file : kFiles) {
      fs::create_directories((directory_ / file).parent_path());
      link(file);
    }
  }
  ~DamagedModel() { fs::remove_all(directory_); }
  DamagedModel(const DamagedModel&) = delete;
  DamagedModel& operator=(const DamagedModel&) = delete;

  [[nodiscard]] std::string bytes(const std::string& file) const { return *read_file(model_ / file); }

  /// Loads the model with this file as given (nothing: without it), and puts the file right again.
  [[nodiscard]] Result<nlp::Pipeline> load_with(const std::string& file,
                                                const std::optional<std::string>& content) {
    fs::remove(directory_ / file);
    if (content) std::ofstream(directory_ / file, std::ios::binary) << *content;
    auto loaded = nlp::Pipeline::load(directory_);
    fs::remove(directory_ / file);
    link(file);
    return loaded;
  }

 private:
  void link(const std::string& file) { fs::create_symlink(fs::absolute(model_) / file, directory_ / file); }
  fs::path model_;
  fs::path directory_;
};

void check_error_names(const Result<nlp::Pipeline>& loaded, const std::string& file, ErrorKind kind) {
  INFO(file);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().kind == kind);
  CHECK(loaded.error().place.file.find(file) != std::string::npos);
  CHECK_FALSE(loaded.error().message.empty());
}

}  // namespace

TEST_CASE("a missing file of the model is named") {
  const auto model = nlp::testing::model_directory();
  if (!model) return;
  DamagedModel damaged(*model);
  for (const std::string& file : kFiles)
    check_error_names(damaged.load_with(file, std::nullopt), file, ErrorKind::input_output);
}

TEST_CASE("a file of the model that is cut short is named") {
  const auto model = nlp::testing::model_directory();
  if (!model) return;
  DamagedModel damaged(*model);
  for (const std::string& file : kFiles) {
    const std::string whole = damaged.bytes(file);
    for (const std::size_t size : {std::size_t{0}, whole.size() / 3, whole.size() - 1}) {
      const auto loaded = damaged.load_with(file, whole.substr(0, size));
      if (loaded && file == "meta.json" && size == whole.size() - 1) continue;  // a line feed
      check_error_names(loaded, file, ErrorKind::data);
    }
  }
}

TEST_CASE("altered bytes of the model give an error that names the file, or a pipeline that works") {
  const auto model = nlp::testing::model_directory();
  if (!model) return;
  DamagedModel damaged(*model);
  std::mt19937 random(20240711);
  for (const std::string& file : kFiles) {
    const std::string whole = damaged.bytes(file);
    for (int turn = 0; turn < 6; ++turn) {
      std::string bytes = whole;
      const std::size_t range = turn % 2 == 0 ? std::min<std::size_t>(bytes.size(), 2000) : bytes.size();
      for (int flip = 0; flip <= 4 * turn; ++flip) bytes[random() % range] = static_cast<char>(random());
      const auto loaded = damaged.load_with(file, bytes);
      if (loaded)
        CHECK(loaded->analyse("China didn't provide 5kg of aid to the WHO, did it?").tokens.size() > 5);
      else
        CHECK(loaded.error().place.file.find(file) != std::string::npos);
    }
  }
}

TEST_CASE("files that do not go together are named") {
  const auto model = nlp::testing::model_directory();
  if (!model) return;
  DamagedModel damaged(*model);
  check_error_names(damaged.load_with("tagger/model", damaged.bytes("parser/model")), "tagger/model",
                    ErrorKind::data);
  check_error_names(damaged.load_with("parser/model", damaged.bytes("ner/model")), "parser/model",
                    ErrorKind::data);
  check_error_names(damaged.load_with("ner/model", damaged.bytes("parser/model")), "ner/model",
                    ErrorKind::data);
  check_error_names(damaged.load_with("parser/moves", damaged.bytes("ner/moves")), "parser/moves",
                    ErrorKind::data);
  check_error_names(damaged.load_with("tagger/cfg", R"({"labels":["NN"]})"), "tagger/model", ErrorKind::data);
  check_error_names(damaged.load_with("meta.json", R"({"lang":"de","name":"x","version":"1"})"), "meta.json",
                    ErrorKind::data);
  check_error_names(damaged.load_with("tok2vec/model", damaged.bytes("tagger/model")), "tok2vec/model",
                    ErrorKind::data);
}

TEST_CASE("a model is looked for where the caller says, and the place is named when there is none") {
  const auto found = nlp::find_model("tests/data");
  REQUIRE_FALSE(found);
  CHECK(found.error().kind == ErrorKind::input_output);
  CHECK(to_text(found.error()).find("tests/data") != std::string::npos);
}
