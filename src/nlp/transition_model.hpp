// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "nlp/kernels.hpp"
#include "nlp/weights.hpp"

namespace entente::nlp {

/// One action of a transition system: what it does and the label it gives.
struct Action {
  int kind = 0;
  std::string label;
};

/// The actions of a `moves` file in the order of the network's outputs.
[[nodiscard]] Result<std::vector<Action>> read_actions(const std::string& file);

constexpr int kNoToken = -1;

/// The network that scores the actions of a state from a few tokens of it.
class TransitionModel {
 public:
  /// Takes `slots` tokens a state, of vectors of `width` numbers, and scores `actions` actions.
  [[nodiscard]] static Result<TransitionModel> make(const Weights& weights, std::size_t slots,
                                                    std::size_t width, std::size_t actions);

  [[nodiscard]] std::size_t slots() const { return slots_; }
  [[nodiscard]] std::size_t hidden() const { return hidden_; }
  /// Numbers that a token brings to one slot.
  [[nodiscard]] std::size_t row_width() const { return hidden_ * pieces_; }

  /// The projection of token vectors: hidden() numbers a token.
  void project(const float* vectors, std::size_t tokens, float* out) const;
  /// What projected tokens bring to the slots: slots() * row_width() numbers a token, slot by slot.
  void expand(const float* projected, std::size_t tokens, float* out) const;
  /// What "no such token" brings to a slot.
  [[nodiscard]] const float* missing(std::size_t slot) const { return missing_.data() + slot * row_width(); }

  /// Scores of all actions from one row a slot.
  void score(const float* const* rows, float* scores) const;

 private:
  std::size_t slots_ = 0;
  std::size_t hidden_ = 0;
  std::size_t pieces_ = 0;
  LinearMap projection_;
  LinearMap lower_;
  std::vector<float> bias_;
  std::vector<float> missing_;
  LinearMap upper_;
};

/// Rows of TransitionModel::expand for a whole document, made block by block when first asked for; a bounded
/// number of blocks is kept, so a long document costs time and not memory.
class ExpandedRows {
 public:
  /// `projected` holds model.hidden() numbers for each of `tokens` tokens; both must outlive this.
  void start(const TransitionModel& model, const float* projected, std::size_t tokens);

  /// The row of a token for a slot. It stays where it is until kKeptBlocks - 1 other blocks have been asked
  /// for.
  [[nodiscard]] const float* row(int token, std::size_t slot);

 private:
  static constexpr std::size_t kBlockTokens = 128;
  static constexpr std::size_t kKeptBlocks = 24;
  struct Kept {
    std::size_t block = SIZE_MAX;
    std::uint64_t last_use = 0;
    std::vector<float> rows;
  };

  Kept& fetch(std::size_t block);

  const TransitionModel* model_ = nullptr;
  const float* projected_ = nullptr;
  std::size_t tokens_ = 0;
  std::uint64_t clock_ = 0;
  std::vector<std::uint32_t> kept_as_;  ///< place + 1 in kept_ of every block, 0 if none
  std::vector<Kept> kept_;
};

}  // namespace entente::nlp
