// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

/// The arithmetic of the networks. Everything here runs on the calling thread alone and may be called from several at once.
namespace entente::nlp {

/// y = W x + b for many rows x.
class LinearMap {
 public:
  LinearMap() = default;
  /// `weights` has `outputs` rows of `inputs` numbers, `bias` has `outputs` numbers or is null.
  LinearMap(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs);

  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  [[nodiscard]] std::size_t inputs() const { return inputs_; }

  /// Row i of the input begins at in + i * stride (rows may overlap); row i of the output at out + i * outputs().
  void apply(const float* in, std::size_t rows, std::size_t stride, float* out) const;

 private:
  std::size_t outputs_ = 0;
  std::size_t inputs_ = 0;
  std::vector<float> weights_;
  std::vector<float> bias_;
};

/// out[o] (+)= layer norm of max over pieces p of in[p * width + o]; `add` keeps what `out` holds and adds to it.
void maxout_layernorm(const float* in, std::size_t pieces, std::size_t width, const float* gain, const float* shift,
                      bool add, float* out);

/// sum[i] += row[i].
void add_row(const float* row, std::size_t width, float* sum);

}  // namespace entente::nlp
