// SPDX-License-Identifier: Apache-2.0
#include "ontology/frames.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "ontology/frames_builder.hpp"

namespace entente::ontology {
namespace {

std::string key_of(WordClass word_class, std::string_view lemma) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(word_class)));
  key.append(lemma);
  return key;
}

std::string key_of(WordClass word_class, std::string_view lemma, std::string_view particle, bool finite) {
  return key_of(word_class, lemma) + ' ' + std::string(particle) + (finite ? "|finite" : "|other");
}

}  // namespace

Result<Frames> Frames::load(const std::filesystem::path& ontology_directory) {
  std::vector<Error> errors;
  auto read = read_frames(ontology_directory, errors);
  if (!errors.empty()) return fail(std::move(errors.front()));
  Frames frames;
  frames.frames_ = std::move(read.frames);
  frames.embeddings_ = std::move(read.embeddings);
  frames.lists_ = std::move(read.lists);
  frames.hash_ = std::move(read.hash);
  frames.index();
  return frames;
}

std::vector<Error> check_frames(const std::filesystem::path& ontology_directory) {
  std::vector<Error> errors;
  (void)read_frames(ontology_directory, errors);
  return errors;
}

void Frames::index() {
  for (std::uint32_t at = 0; at < frames_.size(); ++at) {
    for (const Trigger& trigger : frames_[at].triggers) {
      auto& list = frames_by_trigger_[key_of(trigger.word_class, trigger.lemma)];
      if (list.empty() || list.back() != at) list.push_back(at);
    }
  }
  for (auto& [key, list] : frames_by_trigger_) {
    std::stable_sort(list.begin(), list.end(),
                     [&](auto a, auto b) { return frames_[a].priority > frames_[b].priority; });
  }
  for (std::uint32_t at = 0; at < embeddings_.size(); ++at) {
    for (const Trigger& each : embeddings_[at].triggers) {
      for (const bool finite : {true, false}) {
        const auto other = finite ? Embedding::Form::infinitive : Embedding::Form::finite;
        if (embeddings_[at].form == other) continue;
        embedding_by_trigger_.emplace(key_of(each.word_class, each.lemma, each.particle, finite), at);
      }
    }
  }
}

const std::vector<std::uint32_t>& Frames::frames_for(WordClass word_class, std::string_view lemma) const {
  static const std::vector<std::uint32_t> none;
  const auto found = frames_by_trigger_.find(key_of(word_class, lemma));
  return found == frames_by_trigger_.end() ? none : found->second;
}

const Embedding* Frames::embedding(WordClass word_class, std::string_view lemma, std::string_view particle,
                                   bool finite) const {
  const auto found = embedding_by_trigger_.find(key_of(word_class, lemma, particle, finite));
  return found == embedding_by_trigger_.end() ? nullptr : &embeddings_[found->second];
}

bool Frames::in_list(std::string_view list, std::string_view lemma) const {
  const auto found = lists_.find(list);
  return found != lists_.end() && std::binary_search(found->second.begin(), found->second.end(), lemma);
}

}  // namespace entente::ontology
