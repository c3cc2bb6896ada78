// SPDX-License-Identifier: Apache-2.0
#include "nlp/transition_model.hpp"

#include <algorithm>

namespace entente::nlp {

namespace {

constexpr std::size_t kMostHidden = 512;
constexpr std::size_t kMostPieces = 4;
constexpr std::size_t kMostSlots = 8;

/// Numbers f, o, p in the order f, p, o.
std::vector<float> by_piece(const std::vector<float>& values, std::size_t slots, std::size_t hidden,
                            std::size_t pieces, std::size_t row) {
  std::vector<float> out(values.size());
  for (std::size_t f = 0; f < slots; ++f)
    for (std::size_t o = 0; o < hidden; ++o)
      for (std::size_t p = 0; p < pieces; ++p)
        std::copy_n(values.data() + ((f * hidden + o) * pieces + p) * row, row,
                    out.data() + ((f * pieces + p) * hidden + o) * row);
  return out;
}

}  // namespace

Result<TransitionModel> TransitionModel::make(const Weights& weights, std::size_t slots, std::size_t width,
                                              std::size_t actions) {
  const auto lowers = weights.all("precomputable_affine");
  const auto linears = weights.all("linear");
  if (lowers.size() != 1 || linears.size() < 2)
    return weights.error("not a parser: one precomputable_affine and two linear layers expected");
  const auto lower = weights.array(*lowers[0], "W", {slots, 0, 0, 0});
  if (!lower) return fail(lower.error());
  TransitionModel model;
  model.slots_ = slots;
  model.hidden_ = (*lower)->shape[1];
  model.pieces_ = (*lower)->shape[2];
  const std::size_t projected = (*lower)->shape[3];
  if (model.hidden_ != projected || model.hidden_ > kMostHidden || model.hidden_ % kLanes != 0 ||
      model.pieces_ > kMostPieces)
    return weights.error("layer precomputable_affine has an odd shape");
  const auto bias = weights.array(*lowers[0], "b", {model.hidden_, model.pieces_});
  const auto pad = weights.array(*lowers[0], "pad", {1, slots, model.hidden_, model.pieces_});
  const auto upper = weights.array(*linears[0], "W", {actions, model.hidden_});
  const auto upper_bias = weights.array(*linears[0], "b", {actions});
  const auto projection = weights.array(*linears[1], "W", {projected, width});
  const auto projection_bias = weights.array(*linears[1], "b", {projected});
  for (const auto* array : {&bias, &pad, &upper, &upper_bias, &projection, &projection_bias})
    if (!*array) return fail(array->error());
  model.lower_ = LinearMap(by_piece((*lower)->values, slots, model.hidden_, model.pieces_, projected).data(),
                           nullptr, slots * model.row_width(), projected);
  model.bias_ = by_piece((*bias)->values, 1, model.hidden_, model.pieces_, 1);
  model.missing_ = by_piece((*pad)->values, slots, model.hidden_, model.pieces_, 1);
  model.upper_ = LinearMap((*upper)->values.data(), (*upper_bias)->values.data(), actions, model.hidden_);
  model.projection_ =
      LinearMap((*projection)->values.data(), (*projection_bias)->values.data(), projected, width);
  return model;
}

void TransitionModel::project(const float* vectors, std::size_t tokens, float* out) const {
  projection_.apply(vectors, tokens, projection_.inputs(), out);
}

void TransitionModel::expand(const float* projected, std::size_t tokens, float* out) const {
  lower_.apply(projected, tokens, hidden_, out);
}

void TransitionModel::score(const float* const* rows, float* scores) const {
  float sum[kMostHidden * kMostPieces];
  float best[kMostHidden];
  std::array<const float*, kMostSlots + 1> all{bias_.data()};
  std::copy_n(rows, slots_, all.begin() + 1);
  sum_rows(all.data(), slots_ + 1, row_width(), sum);
  maxout(sum, pieces_, hidden_, best);
  upper_.apply(best, 1, hidden_, scores);
}

void ExpandedRows::start(const TransitionModel& model, const float* projected, std::size_t tokens) {
  model_ = &model;
  projected_ = projected;
  tokens_ = tokens;
  kept_as_.assign((tokens + kBlockTokens - 1) / kBlockTokens, 0);
  for (Kept& kept : kept_) kept.block = SIZE_MAX;
  for (Kept& kept : kept_) kept.last_use = 0;
}

const float* ExpandedRows::row(int token, std::size_t slot) {
  if (token == kNoToken) return model_->missing(slot);
  const auto place = static_cast<std::size_t>(token);
  Kept& kept = fetch(place / kBlockTokens);
  kept.last_use = ++clock_;
  return kept.rows.data() + ((place % kBlockTokens) * model_->slots() + slot) * model_->row_width();
}

ExpandedRows::Kept& ExpandedRows::fetch(std::size_t block) {
  if (kept_as_[block] != 0) return kept_[kept_as_[block] - 1];
  auto oldest = std::min_element(kept_.begin(), kept_.end(),
                                 [](const Kept& a, const Kept& b) { return a.last_use < b.last_use; });
  if (kept_.size() < kKeptBlocks && (oldest == kept_.end() || oldest->block != SIZE_MAX))
    oldest = kept_.insert(kept_.end(), Kept{});
  if (oldest->block != SIZE_MAX) kept_as_[oldest->block] = 0;
  const std::size_t begin = block * kBlockTokens;
  const std::size_t count = std::min(kBlockTokens, tokens_ - begin);
  oldest->block = block;
  oldest->rows.resize(kBlockTokens * model_->slots() * model_->row_width());
  model_->expand(projected_ + begin * model_->hidden(), count, oldest->rows.data());
  kept_as_[block] = static_cast<std::uint32_t>(oldest - kept_.begin()) + 1;
  return *oldest;
}

}  // namespace entente::nlp
