// SPDX-License-Identifier: Apache-2.0
#include "app/resources.hpp"

#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

#include "app/version.hpp"
#include "base/sha256.hpp"
#include "nlp/model_name.hpp"
#include "ontology/directories.hpp"
#include "ontology/ontology_version.hpp"

#ifndef ENTENTE_VERSION
#define ENTENTE_VERSION "0"
#endif

namespace entente::app {

namespace fs = std::filesystem;

namespace {

/// Directory of the running program, or empty where the system does not tell.
fs::path program_directory() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

/// Places for a resource, in the order in which they are tried.
std::vector<fs::path> places_of(const char* name, const char* variable) {
  std::vector<fs::path> places;
  if (const char* value = std::getenv(variable); value != nullptr && *value != '\0')
    places.emplace_back(value);
  places.emplace_back(name);
  if (const fs::path directory = program_directory(); !directory.empty()) {
    places.push_back(directory.parent_path() / "share" / "entente" / name);
    places.push_back(directory.parent_path().parent_path() / name);  // of SOURCE/build/PRESET/entente
  }
  return places;
}

}  // namespace

std::string_view version() {
  return ENTENTE_VERSION;
}

Result<std::string> model_version(const ResourcePaths& paths) {
  auto directory = nlp::find_model(paths.model);
  if (!directory) return fail(std::move(directory.error()));
  return nlp::model_name(*directory);
}

Result<std::string> ontology_version(const ResourcePaths& paths) {
  auto directory = find_ontology(paths.ontology);
  if (!directory) return fail(std::move(directory.error()));
  return ontology::ontology_version(*directory);
}

Result<fs::path> find_resource(const char* name, const char* variable, const fs::path& given) {
  std::error_code error;
  if (!given.empty()) {
    if (fs::is_directory(given, error)) return given;
    return fail(ErrorKind::input_output, std::string("no such ") + name + " directory",
                {.file = given.string()});
  }
  std::string tried;
  for (const fs::path& place : places_of(name, variable)) {
    if (fs::is_directory(place, error)) return place;
    tried += (tried.empty() ? "tried " : ", ") + place.string();
  }
  return fail(ErrorKind::input_output, std::string("no ") + name + " directory found", {},
              tried + "; give it with --" + name + " or " + variable);
}

Result<fs::path> find_ontology(const fs::path& given) {
  std::vector<fs::path> directories;
  for (const fs::path& each : ontology::directories_of(given)) {
    auto found = find_resource("ontology", "ENTENTE_ONTOLOGY", each);
    if (!found) return found;
    // One that is whole goes before those that add to it, wherever it was named.
    directories.insert(ontology::is_whole(each) ? directories.begin() : directories.end(), each);
  }
  if (directories.empty() || !ontology::is_whole(directories.front())) {
    auto built_in = find_resource("ontology", "ENTENTE_ONTOLOGY", {});
    if (!built_in) return built_in;
    directories.insert(directories.begin(), std::move(*built_in));
  }
  return ontology::joined(directories);
}
Result<fs::path> find_queries(const fs::path& given) {
  return find_resource("queries", "ENTENTE_QUERIES", given);
}

std::string Knowledge::hash() const {
  return sha256_hex(vocabulary.hash() + frames.hash() + gazetteer.hash() + nouns.hash());
}

Result<std::unique_ptr<Knowledge>> load_knowledge(const fs::path& directory) {
  auto vocabulary = ontology::Vocabulary::load(directory);
  if (!vocabulary) return fail(std::move(vocabulary.error()));
  auto frames = ontology::Frames::load(directory);
  if (!frames) return fail(std::move(frames.error()));
  auto gazetteer = ontology::Gazetteer::load(directory, *vocabulary);
  if (!gazetteer) return fail(std::move(gazetteer.error()));
  auto nouns = ontology::Nouns::load(directory, *vocabulary);
  if (!nouns) return fail(std::move(nouns.error()));
  return std::make_unique<Knowledge>(
      Knowledge{std::move(*vocabulary), std::move(*frames), std::move(*gazetteer), std::move(*nouns)});
}

Result<ontology::Vocabulary> load_vocabulary(const ResourcePaths& paths) {
  auto directory = find_ontology(paths.ontology);
  if (!directory) return fail(std::move(directory.error()));
  return ontology::Vocabulary::load(*directory);
}

Result<nlp::Pipeline> load_pipeline(const ResourcePaths& paths) {
  auto directory = nlp::find_model(paths.model);
  if (!directory) return fail(std::move(directory.error()));
  return nlp::Pipeline::load(*directory);
}

Result<Reader> load_reader(const ResourcePaths& paths) {
  auto directory = find_ontology(paths.ontology);
  if (!directory) return fail(std::move(directory.error()));
  auto knowledge = load_knowledge(*directory);
  if (!knowledge) return fail(std::move(knowledge.error()));
  auto pipeline = load_pipeline(paths);
  if (!pipeline) return fail(std::move(pipeline.error()));
  return Reader{std::move(*knowledge), std::move(*pipeline)};
}

}  // namespace entente::app
