// SPDX-License-Identifier: Apache-2.0
#include "nlp/kernels.hpp"

#include <cblas.h>

#include <algorithm>
#include <cmath>

namespace entente::nlp {

namespace {

void use_one_thread() {
  static const bool once = [] {
    openblas_set_num_threads(1);
    return true;
  }();
  static_cast<void>(once);
}

}  // namespace

LinearMap::LinearMap(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs)
    : outputs_(outputs), inputs_(inputs), weights_(weights, weights + outputs * inputs), bias_(outputs) {
  use_one_thread();
  if (bias != nullptr) std::copy(bias, bias + outputs, bias_.begin());
}

void LinearMap::apply(const float* in, std::size_t rows, std::size_t stride, float* out) const {
  for (std::size_t i = 0; i < rows; ++i) std::copy(bias_.begin(), bias_.end(), out + i * outputs_);
  // BLAS wants rows that do not overlap: take every n-th row in n turns.
  const std::size_t turns = (inputs_ + stride - 1) / stride;
  const auto as_int = [](std::size_t n) { return static_cast<blasint>(n); };
  for (std::size_t turn = 0; turn < turns && turn < rows; ++turn) {
    const std::size_t count = (rows - turn + turns - 1) / turns;
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, as_int(count), as_int(outputs_), as_int(inputs_), 1.0F,
                in + turn * stride, as_int(turns * stride), weights_.data(), as_int(inputs_), 1.0F,
                out + turn * outputs_, as_int(turns * outputs_));
  }
}

void maxout_layernorm(const float* in, std::size_t pieces, std::size_t width, const float* gain, const float* shift,
                      bool add, float* out) {
  constexpr std::size_t kWidest = 1024;
  float best[kWidest];
  std::copy(in, in + width, best);
  for (std::size_t p = 1; p < pieces; ++p)
    for (std::size_t o = 0; o < width; ++o) best[o] = std::max(best[o], in[p * width + o]);
  float mean = 0;
  for (std::size_t o = 0; o < width; ++o) mean += best[o];
  mean /= static_cast<float>(width);
  float variance = 0;
  for (std::size_t o = 0; o < width; ++o) variance += (best[o] - mean) * (best[o] - mean);
  variance = variance / static_cast<float>(width) + 1e-8F;
  const float scale = 1.0F / std::sqrt(variance);
  for (std::size_t o = 0; o < width; ++o)
    out[o] = (add ? out[o] : 0.0F) + (best[o] - mean) * scale * gain[o] + shift[o];
}

void add_row(const float* row, std::size_t width, float* sum) {
  for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
}

}  // namespace entente::nlp
