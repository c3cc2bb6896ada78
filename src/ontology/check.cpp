// SPDX-License-Identifier: Apache-2.0
#include "ontology/check.hpp"

#include <set>
#include <string>
#include <system_error>
#include <utility>

#include "ontology/directories.hpp"
#include "ontology/frames.hpp"
#include "ontology/gazetteer_builder.hpp"
#include "ontology/nouns.hpp"
#include "ontology/statements.hpp"
#include "ontology/vocabulary_builder.hpp"
#include "rdf/reader.hpp"

namespace entente::ontology {

namespace {

/// The faults of all parts in order; a fault that two parts meet (frames read the vocabulary too) is told
/// once.
class Faults {
 public:
  void add(const std::vector<Error>& more) {
    for (const Error& error : more)
      if (seen_.insert(to_text(error)).second) all_.push_back(error);
  }
  std::vector<Error> take() { return std::move(all_); }

 private:
  std::vector<Error> all_;
  std::set<std::string> seen_;
};

/// Files beside the vocabulary (alignments, shapes, declarations of terms) are no part of it, but have to be
/// Turtle.
std::vector<Error> syntax_faults(const std::filesystem::path& directory) {
  std::error_code unreadable;  // the vocabulary says so already
  std::vector<Error> faults;
  for (const auto& file : turtle_files_in(directory, unreadable))
    if (const Status status = rdf::read_path(file, [](const rdf::Triple&) -> Status { return {}; }); !status)
      faults.push_back(status.error());
  return faults;
}

}  // namespace

std::vector<Error> check(const std::filesystem::path& directory) {
  Faults faults;
  VocabularyBuilder vocabulary(directory);
  faults.add(vocabulary.faults());
  for (const auto& each : directories_of(directory)) faults.add(syntax_faults(each));
  faults.add(check_frames(directory));
  const Vocabulary sound = vocabulary.take();
  if (sound.classes().empty()) return faults.take();
  faults.add(check_nouns(directory, sound));
  faults.add(GazetteerBuilder(parts_named(directory, "gazetteer"), sound).faults());
  return faults.take();
}

}  // namespace entente::ontology
