// SPDX-License-Identifier: Apache-2.0
#include "nlp/ner.hpp"

#include <algorithm>
#include <map>

namespace entente::nlp {

namespace {

enum Kind { kBegin = 1, kInside = 2, kLast = 3, kUnit = 4, kOutside = 5 };

constexpr std::size_t kBlockTokens = 256;
constexpr std::size_t kNoAction = SIZE_MAX;

}  // namespace

/// What has been read so far of a document.
struct NamedEntityTagger::Walk {
  std::vector<EntitySpan> entities;
  bool open = false;
  EntitySpan entity;                ///< the open one
  std::vector<float> first_row;     ///< what its first token brings to slot 1
  std::vector<float> previous_row;  ///< what the token before brings to slot 2
  std::vector<std::uint16_t>* history = nullptr;
};

Result<NamedEntityTagger> NamedEntityTagger::load(const std::string& directory,
                                                  const StaticVectors& vectors) {
  const std::string moves = directory + "/ner/moves";
  const auto actions = read_actions(moves);
  if (!actions) return fail(actions.error());
  NamedEntityTagger tagger;
  if (auto numbered = tagger.number_actions(*actions, moves); !numbered) return fail(numbered.error());
  const auto weights = Weights::read(directory + "/ner/model");
  if (!weights) return fail(weights.error());
  auto tok2vec = Tok2Vec::make(*weights, vectors);
  if (!tok2vec) return fail(tok2vec.error());
  tagger.tok2vec_ = std::move(*tok2vec);
  auto model = TransitionModel::make(*weights, kSlots, tagger.tok2vec_.width(), actions->size());
  if (!model) return fail(model.error());
  tagger.model_ = std::move(*model);
  return tagger;
}

Status NamedEntityTagger::number_actions(const std::vector<Action>& actions, const std::string& file) {
  const auto broken = [&](const std::string& why) { return fail(ErrorKind::data, why, {.file = file}); };
  std::map<std::string, std::uint16_t> number_of;
  outside_ = kNoAction;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const auto& [kind, label] = actions[i];
    if (kind < kBegin || kind > kOutside) return broken("an action of no known kind");
    kind_of_.push_back(kind);
    type_of_.push_back(0);
    if (kind == kOutside) outside_ = i;
    if (kind == kOutside || label.empty()) continue;
    const auto [entry, fresh] = number_of.emplace(label, static_cast<std::uint16_t>(types_.size()));
    if (fresh) types_.push_back({label, kNoAction, kNoAction, kNoAction, kNoAction});
    Type& type = types_[entry->second];
    type_of_.back() = entry->second;
    (kind == kBegin ? type.begin : kind == kInside ? type.inside : kind == kLast ? type.last : type.unit) = i;
  }
  if (outside_ == kNoAction || types_.empty())
    return broken("no action for tokens outside of entities, or none for entities");
  for (const Type& type : types_)
    if (std::max({type.begin, type.inside, type.last, type.unit}) == kNoAction)
      return broken("entity type " + type.name + " lacks an action");
  return {};
}

/// The valid action of the highest score, the first of equals. `ends_here`: the sentence has no token behind
/// this one.
std::size_t NamedEntityTagger::best(const Walk& walk, bool ends_here, bool is_space,
                                    const std::vector<float>& scores) const {
  if (walk.open) {
    const Type& type = types_[walk.entity.type];
    if (ends_here) return type.last;
    const auto [lower, upper] = std::minmax(type.inside, type.last);
    return scores[upper] > scores[lower] ? upper : lower;
  }
  std::size_t best = kNoAction;
  for (std::size_t i = 0; i < kind_of_.size(); ++i) {
    const bool names = i == types_[type_of_[i]].unit || (i == types_[type_of_[i]].begin && !ends_here);
    if (i != outside_ && (is_space || !names)) continue;
    if (best == kNoAction || scores[i] > scores[best]) best = i;
  }
  return best;
}

void NamedEntityTagger::step(std::size_t token, bool ends_here, bool is_space, const float* expanded,
                             Walk& walk, Scratch& scratch) const {
  const std::size_t width = model_.row_width();
  const float* const rows[kSlots] = {expanded, walk.open ? walk.first_row.data() : model_.missing(1),
                                     walk.open ? walk.previous_row.data() : model_.missing(2)};
  model_.score(rows, scratch.scores.data());
  const std::size_t action = best(walk, ends_here, is_space, scratch.scores);
  if (walk.history != nullptr) walk.history->push_back(static_cast<std::uint16_t>(action));
  const auto here = static_cast<std::uint32_t>(token);
  if (kind_of_[action] == kBegin) {
    walk.open = true;
    walk.entity = {here, here, type_of_[action]};
    walk.first_row.assign(expanded + width, expanded + 2 * width);
  } else if (kind_of_[action] == kLast) {
    walk.open = false;
    walk.entities.push_back({walk.entity.begin, here + 1, walk.entity.type});
  } else if (kind_of_[action] == kUnit) {
    walk.entities.push_back({here, here + 1, type_of_[action]});
  }
  walk.previous_row.assign(expanded + 2 * width, expanded + 3 * width);
}

std::vector<EntitySpan> NamedEntityTagger::find(const Lexicon& lexicon, std::span<const RawToken> document,
                                                const std::vector<bool>& sentence_start, Scratch& scratch,
                                                std::vector<std::uint16_t>* history) const {
  Walk walk;
  walk.history = history;
  scratch.scores.resize(kind_of_.size());
  scratch.vectors.resize(kBlockTokens * tok2vec_.width());
  scratch.projected.resize(kBlockTokens * model_.hidden());
  scratch.expanded.resize(kBlockTokens * kSlots * model_.row_width());
  for (std::size_t begin = 0; begin < document.size(); begin += kBlockTokens) {
    const std::size_t end = std::min(begin + kBlockTokens, document.size());
    tok2vec_.run(lexicon, document, begin, end, scratch.tok2vec, scratch.vectors.data());
    model_.project(scratch.vectors.data(), end - begin, scratch.projected.data());
    model_.expand(scratch.projected.data(), end - begin, scratch.expanded.data());
    for (std::size_t i = begin; i < end; ++i) {
      const bool ends_here = i + 1 == document.size() || sentence_start[i + 1];
      step(i, ends_here, lexicon[document[i].lexeme].is_space,
           scratch.expanded.data() + (i - begin) * kSlots * model_.row_width(), walk, scratch);
    }
  }
  return std::move(walk.entities);
}

}  // namespace entente::nlp
