// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

/// The arithmetic of the networks, for the widest vectors of the processor that runs it. Everything here runs
/// on the calling thread alone and may be called from several at once. A row of a result has the same bits
/// whatever rows are computed beside it: every sum is taken in one order. Processors with fused multiply-add
/// all give the same bits; older ones may differ in the last.
namespace entente::nlp {

/// Widths given to these functions must be multiples of this.
constexpr std::size_t kLanes = 16;

/// y = W x + b for many rows x.
class LinearMap {
 public:
  LinearMap() = default;
  /// `weights` has `outputs` rows of `inputs` numbers, `bias` has `outputs` numbers or is null.
  LinearMap(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs);

  [[nodiscard]] std::size_t outputs() const { return outputs_; }
  [[nodiscard]] std::size_t inputs() const { return inputs_; }

  /// Row i of the input begins at in + i * stride (rows may overlap); row i of the output at out + i *
  /// outputs().
  void apply(const float* in, std::size_t rows, std::size_t stride, float* out) const;

 private:
  struct alignas(64) Line {
    float values[kLanes];
  };
  std::size_t outputs_ = 0;
  std::size_t inputs_ = 0;
  std::vector<Line> panels_;  ///< weights in panels of some columns, input by input
  std::vector<Line> bias_;
};

/// out[o] = max over pieces p of in[p * width + o].
void maxout(const float* in, std::size_t pieces, std::size_t width, float* out);

/// out = gain * (in - mean) / deviation + shift, added to what `out` holds if `add`.
void layernorm(const float* in, std::size_t width, const float* gain, const float* shift, bool add,
               float* out);

/// out = rows[0] + rows[1] + ..., in this order.
void sum_rows(const float* const* rows, std::size_t count, std::size_t width, float* out);

/// The instruction set chosen, such as "AVX3".
[[nodiscard]] const char* kernel_target();

}  // namespace entente::nlp
