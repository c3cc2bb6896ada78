// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "nlp/tok2vec.hpp"
#include "nlp/transition_model.hpp"

namespace entente::nlp {

/// A named entity: a half-open range of tokens and its type.
struct EntitySpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint16_t type = 0;  ///< number for NamedEntityTagger::type_name
};

/// spaCy's named entity recogniser, with a Tok2Vec of its own.
class NamedEntityTagger {
 public:
  struct Scratch {
    Tok2Vec::Scratch tok2vec;
    std::vector<float> vectors;
    std::vector<float> projected;
    std::vector<float> expanded;
    std::vector<float> scores;
  };

  /// Reads `ner` of a model directory; `vectors` must outlive this.
  [[nodiscard]] static Result<NamedEntityTagger> load(const std::string& directory,
                                                      const StaticVectors& vectors);

  [[nodiscard]] const std::string& type_name(std::uint16_t type) const { return types_[type].name; }
  [[nodiscard]] std::size_t types() const { return types_.size(); }

  /// Entities of a document in order. They lie inside sentences and begin with no white space. `history`, if
  /// given, gets the number of every action taken.
  [[nodiscard]] std::vector<EntitySpan> find(const Lexicon& lexicon, std::span<const RawToken> document,
                                             const std::vector<bool>& sentence_start, Scratch& scratch,
                                             std::vector<std::uint16_t>* history = nullptr) const;

  [[nodiscard]] const Tok2Vec& tok2vec() const { return tok2vec_; }

 private:
  static constexpr std::size_t kSlots =
      3;  ///< this token, the open entity's first, the one before in an open entity
  struct Type {
    std::string name;
    std::size_t begin = 0;  ///< numbers of its actions
    std::size_t inside = 0;
    std::size_t last = 0;
    std::size_t unit = 0;
  };
  struct Walk;

  [[nodiscard]] Status number_actions(const std::vector<Action>& actions, const std::string& file);
  [[nodiscard]] std::size_t best(const Walk& walk, bool ends_here, bool is_space,
                                 const std::vector<float>& scores) const;
  void step(std::size_t token, bool ends_here, bool is_space, const float* expanded, Walk& walk,
            Scratch& scratch) const;

  Tok2Vec tok2vec_;
  TransitionModel model_;
  std::vector<Type> types_;
  std::vector<std::uint16_t> type_of_;  ///< of every action
  std::vector<int> kind_of_;
  std::size_t outside_ = 0;  ///< number of the action for no entity
};

}  // namespace entente::nlp
