// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <system_error>
#include <vector>

#include "nlp/pipeline.hpp"

namespace entente::nlp {

namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 3;

bool holds_model(const fs::path& directory) {
  std::error_code ignored;
  return fs::is_regular_file(directory / "config.cfg", ignored) &&
         fs::is_regular_file(directory / "tokenizer", ignored);
}

/// The only sub-directory, those that packaging adds left out; empty if there is none or more than one.
fs::path only_child(const fs::path& directory) {
  fs::path child;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    const std::string name = entry->path().filename().string();
    if (!entry->is_directory(ignored) || entry->path().extension() == ".dist-info" || name == "__pycache__")
      continue;
    if (!child.empty()) return {};
    child = entry->path();
  }
  return child;
}

/// The directory with the model: this one or one down its only child chain; empty if there is none.
fs::path model_below(fs::path directory) {
  for (int depth = 0; depth <= kDeepest && !directory.empty(); ++depth) {
    if (holds_model(directory)) return directory;
    directory = only_child(directory);
  }
  return {};
}

std::string environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::vector<fs::path> usual_places() {
  std::vector<fs::path> places{".model"};
  const std::string data_home = environment("XDG_DATA_HOME");
  const std::string home = environment("HOME");
  if (!data_home.empty())
    places.push_back(fs::path(data_home) / "entente" / "model");
  else if (!home.empty())
    places.push_back(fs::path(home) / ".local" / "share" / "entente" / "model");
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) places.push_back(program.parent_path().parent_path() / "share" / "entente" / "model");
  return places;
}

}  // namespace

Result<std::filesystem::path> find_model(const std::filesystem::path& given) {
  const fs::path chosen = given.empty() ? fs::path(environment("ENTENTE_MODEL")) : given;
  if (!chosen.empty()) {
    const fs::path found = model_below(chosen);
    if (!found.empty()) return found;
    return fail(ErrorKind::input_output, "there is no language model here", {.file = chosen.string()},
                "a spaCy pipeline's directory holds config.cfg and tokenizer");
  }
  std::string tried;
  for (const fs::path& place : usual_places()) {
    const fs::path found = model_below(place);
    if (!found.empty()) return found;
    tried += (tried.empty() ? "" : ", ") + place.string();
  }
  return fail(ErrorKind::input_output, "no language model found in " + tried, {},
              "run scripts/setup.sh, or name a model with --model DIR");
}

}  // namespace entente::nlp
