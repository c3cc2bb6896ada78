// SPDX-License-Identifier: Apache-2.0
#include "ontology/frames.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/sha256.hpp"
#include "ontology/frames_builder.hpp"

namespace entente::ontology {
Result<Frames> Frames::load(const std::filesystem::path& ontology_directory) {
  std::vector<Error> errors;
  auto read = read_frames(ontology_directory, errors);
  if (!errors.empty()) return fail(std::move(errors.front()));
  Frames frames;
  frames.frames_ = std::move(read.frames);
  frames.embeddings_ = std::move(read.embeddings);
  frames.hash_ = std::move(read.hash);
  frames.index(read.lists);
  return frames;
}

std::vector<Error> check_frames(const std::filesystem::path& ontology_directory) {
  std::vector<Error> errors;
  (void)read_frames(ontology_directory, errors);
  return errors;
}

void Frames::index(const std::map<std::string, std::vector<std::string>, std::less<>>& lists) {
  const auto place = [](WordClass word_class) { return static_cast<std::size_t>(word_class); };
  for (std::uint32_t at = 0; at < frames_.size(); ++at) {
    for (const Trigger& trigger : frames_[at].triggers) {
      auto& list = words_[trigger.lemma].frames.at(place(trigger.word_class));
      if (list.empty() || list.back().frame != at)
        list.push_back({at, false, frames_[at].also, frames_[at].optional_object, {}});
      FrameUse& use = list.back();
      if (trigger.particle.empty())
        use.bare = true;
      else if (std::find(use.particles.begin(), use.particles.end(), trigger.particle) == use.particles.end())
        use.particles.push_back(trigger.particle);
    }
  }
  for (auto& [lemma, word] : words_) {
    for (auto& list : word.frames)
      std::stable_sort(list.begin(), list.end(), [&](const FrameUse& a, const FrameUse& b) {
        return frames_[a.frame].priority > frames_[b.frame].priority;
      });
  }
  for (std::uint32_t at = 0; at < embeddings_.size(); ++at) {
    for (const Trigger& each : embeddings_[at].triggers) {
      for (const bool finite : {true, false}) {
        const auto other = finite ? Embedding::Form::infinitive : Embedding::Form::finite;
        if (embeddings_[at].form != other)
          words_[each.lemma].embeds.at(place(each.word_class)).push_back({each.particle, finite, at});
      }
    }
  }
  std::uint32_t number = 0;
  for (const auto& [name, words] : lists) {
    list_numbers_.try_emplace(name, number);
    for (const std::string& word : words) words_[word].lists.push_back(number);
    ++number;
  }
}

const Frames::Word* Frames::find(std::string_view lemma) const {
  const auto found = words_.find(lemma);
  return found == words_.end() ? nullptr : &found->second;
}

const std::vector<FrameUse>& Frames::frames_for(WordClass word_class, std::string_view lemma) const {
  static const std::vector<FrameUse> none;
  const Word* word = find(lemma);
  return word == nullptr ? none : word->frames.at(static_cast<std::size_t>(word_class));
}

bool Frames::embeds(WordClass word_class, std::string_view lemma) const {
  const Word* word = find(lemma);
  return word != nullptr && !word->embeds.at(static_cast<std::size_t>(word_class)).empty();
}

const Embedding* Frames::embedding(WordClass word_class, std::string_view lemma, std::string_view particle,
                                   bool finite) const {
  const Word* word = find(lemma);
  if (word == nullptr) return nullptr;
  for (const Embeds& each : word->embeds.at(static_cast<std::size_t>(word_class)))
    if (each.finite == finite && each.particle == particle) return &embeddings_[each.embedding];
  return nullptr;
}

bool Frames::in_list(std::string_view list, std::string_view lemma) const {
  const Word* word = find(lemma);  // most words are in no list
  if (word == nullptr || word->lists.empty()) return false;
  const auto number = list_numbers_.find(list);
  return number != list_numbers_.end() &&
         std::binary_search(word->lists.begin(), word->lists.end(), number->second);
}

}  // namespace entente::ontology
