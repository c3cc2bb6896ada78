// SPDX-License-Identifier: Apache-2.0
#include "nlp/kernels.hpp"

#include <cstdint>

// Vectors of unknown length cannot stand in arrays, which the tiles below need.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
// This file is compiled once for every instruction set; each gets a namespace of its own.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nlp/kernels.cpp"
#include <hwy/foreach_target.h>  // must come before highway.h
#include <hwy/highway.h>

#ifndef ENTENTE_NLP_PANEL_COLUMNS
#define ENTENTE_NLP_PANEL_COLUMNS 32
#endif

HWY_BEFORE_NAMESPACE();
namespace entente::nlp::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<float, kLanes>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t kN = hn::MaxLanes(Tag());
constexpr std::size_t kPanel = ENTENTE_NLP_PANEL_COLUMNS;
constexpr std::size_t kTileColumns = 2 * kN;
/// Rows of a tile, so that its sums fill the registers.
constexpr std::size_t kTileRows = kN >= 16 ? 12 : 6;

/// `Rows` rows of input by kTileColumns * Groups outputs; `weights` points to the tile's first column in its
/// panel, and the next group of columns begins `group_step` floats behind.
template <std::size_t Rows, std::size_t Groups>
HWY_INLINE void tile(const float* HWY_RESTRICT in, std::size_t stride, std::size_t inputs,
                     const float* HWY_RESTRICT weights, std::size_t group_step,
                     const float* HWY_RESTRICT bias, float* HWY_RESTRICT out, std::size_t out_stride) {
  const Tag tag;
  Vector sum[Rows][2 * Groups];
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 16
    for (std::size_t v = 0; v < 2 * Groups; ++v) sum[r][v] = hn::LoadU(tag, bias + v * kN);
  for (std::size_t k = 0; k < inputs; ++k) {
    Vector column[2 * Groups];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < 2 * Groups; ++v)
      column[v] = hn::LoadU(tag, weights + (v / 2) * group_step + k * kPanel + (v % 2) * kN);
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      const Vector x = hn::Set(tag, in[r * stride + k]);
#pragma GCC unroll 16
      for (std::size_t v = 0; v < 2 * Groups; ++v) sum[r][v] = hn::MulAdd(x, column[v], sum[r][v]);
    }
  }
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 16
    for (std::size_t v = 0; v < 2 * Groups; ++v) hn::StoreU(sum[r][v], tag, out + r * out_stride + v * kN);
}

/// What a call of multiply() works on.
struct Product {
  const float* in;
  std::size_t rows;
  std::size_t stride;
  std::size_t inputs;
  const float* weights;
  const float* bias;
  std::size_t outputs;
  float* out;
};

/// One tile of `Rows` rows at row `row` and output `column`; a tile that reaches over the last output goes
/// through a buffer.
template <std::size_t Rows>
HWY_INLINE void place_tile(const Product& p, std::size_t row, std::size_t column) {
  const float* const weights = p.weights + (column / kPanel) * kPanel * p.inputs + column % kPanel;
  const float* const in = p.in + row * p.stride;
  float* const out = p.out + row * p.outputs + column;
  if (column + kTileColumns <= p.outputs) {
    tile<Rows, 1>(in, p.stride, p.inputs, weights, 0, p.bias + column, out, p.outputs);
    return;
  }
  HWY_ALIGN float buffer[Rows * kTileColumns];
  tile<Rows, 1>(in, p.stride, p.inputs, weights, 0, p.bias + column, buffer, kTileColumns);
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t c = 0; column + c < p.outputs; ++c)
      out[r * p.outputs + c] = buffer[r * kTileColumns + c];
}

/// The last rows, at most `Most`, as one tile.
template <std::size_t Most>
HWY_INLINE void place_rest(const Product& p, std::size_t row, std::size_t column) {
  if constexpr (Most > 0) {
    if (p.rows - row == Most)
      place_tile<Most>(p, row, column);
    else
      place_rest<Most - 1>(p, row, column);
  }
}

void multiply(const Product& p) {
  for (std::size_t column = 0; column < p.outputs; column += kTileColumns) {
    std::size_t row = 0;
    for (; row + kTileRows <= p.rows; row += kTileRows) place_tile<kTileRows>(p, row, column);
    place_rest<kTileRows - 1>(p, row, column);
  }
}

/// One row: several groups of columns at once, so that no sum waits for another.
void multiply_row(const Product& p) {
  constexpr std::size_t kGroups = 4;
  HWY_ALIGN float buffer[kGroups * kTileColumns];
  for (std::size_t column = 0; column < p.outputs; column += kGroups * kTileColumns) {
    if (kPanel == kTileColumns) {
      const std::size_t left = (p.outputs - column + kTileColumns - 1) / kTileColumns;
      const float* const weights = p.weights + column * p.inputs;
      const float* const bias = p.bias + column;
      const std::size_t step = kPanel * p.inputs;
      if (left >= 4)
        tile<1, 4>(p.in, 0, p.inputs, weights, step, bias, buffer, 0);
      else if (left == 3)
        tile<1, 3>(p.in, 0, p.inputs, weights, step, bias, buffer, 0);
      else if (left == 2)
        tile<1, 2>(p.in, 0, p.inputs, weights, step, bias, buffer, 0);
      else
        tile<1, 1>(p.in, 0, p.inputs, weights, step, bias, buffer, 0);
    } else {
      for (std::size_t g = 0; g < kGroups && column + g * kTileColumns < p.outputs; ++g) {
        const std::size_t c = column + g * kTileColumns;
        tile<1, 1>(p.in, 0, p.inputs, p.weights + (c / kPanel) * kPanel * p.inputs + c % kPanel, 0,
                   p.bias + c, buffer + g * kTileColumns, 0);
      }
    }
    for (std::size_t c = 0; c < kGroups * kTileColumns && column + c < p.outputs; ++c)
      p.out[column + c] = buffer[c];
  }
}

void maxout(const float* HWY_RESTRICT in, std::size_t pieces, std::size_t width, float* HWY_RESTRICT out) {
  const Tag tag;
  for (std::size_t o = 0; o < width; o += kN) {
    Vector best = hn::LoadU(tag, in + o);
    for (std::size_t p = 1; p < pieces; ++p) best = hn::Max(best, hn::LoadU(tag, in + p * width + o));
    hn::StoreU(best, tag, out + o);
  }
}

/// The sum of kLanes partial sums, in one order for vectors of any length.
HWY_INLINE float total(const Vector* sums) {
  const Tag tag;
  HWY_ALIGN float lanes[kLanes];
  for (std::size_t v = 0; v < kLanes / kN; ++v) hn::Store(sums[v], tag, lanes + v * kN);
  for (std::size_t half = kLanes / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  return lanes[0];
}

void layernorm(const float* HWY_RESTRICT in, std::size_t width, const float* HWY_RESTRICT gain,
               const float* HWY_RESTRICT shift, bool add, float* HWY_RESTRICT out) {
  const Tag tag;
  constexpr std::size_t kVectors = kLanes / kN;
  Vector sums[kVectors];
  for (std::size_t v = 0; v < kVectors; ++v) sums[v] = hn::Zero(tag);
  for (std::size_t o = 0; o < width; o += kLanes)
    for (std::size_t v = 0; v < kVectors; ++v) sums[v] = hn::Add(sums[v], hn::LoadU(tag, in + o + v * kN));
  const Vector mean = hn::Set(tag, total(sums) / static_cast<float>(width));
  for (std::size_t v = 0; v < kVectors; ++v) sums[v] = hn::Zero(tag);
  for (std::size_t o = 0; o < width; o += kLanes)
    for (std::size_t v = 0; v < kVectors; ++v) {
      const Vector distance = hn::Sub(hn::LoadU(tag, in + o + v * kN), mean);
      sums[v] = hn::MulAdd(distance, distance, sums[v]);
    }
  const float variance = total(sums) / static_cast<float>(width) + 1e-8F;
  const Vector scale = hn::Set(tag, 1.0F / __builtin_sqrtf(variance));
  for (std::size_t o = 0; o < width; o += kN) {
    const Vector normal = hn::Mul(hn::Sub(hn::LoadU(tag, in + o), mean), scale);
    const Vector start =
        add ? hn::Add(hn::LoadU(tag, shift + o), hn::LoadU(tag, out + o)) : hn::LoadU(tag, shift + o);
    hn::StoreU(hn::MulAdd(normal, hn::LoadU(tag, gain + o), start), tag, out + o);
  }
}

void sum_rows(const float* const* rows, std::size_t count, std::size_t width, float* HWY_RESTRICT out) {
  const Tag tag;
  for (std::size_t o = 0; o < width; o += kN) {
    Vector sum = hn::LoadU(tag, rows[0] + o);
    for (std::size_t i = 1; i < count; ++i) sum = hn::Add(sum, hn::LoadU(tag, rows[i] + o));
    hn::StoreU(sum, tag, out + o);
  }
}

void linear(const float* in, std::size_t rows, std::size_t stride, std::size_t inputs, const float* weights,
            const float* bias, std::size_t outputs, float* out) {
  const Product product{in, rows, stride, inputs, weights, bias, outputs, out};
  if (rows == 1)
    multiply_row(product);
  else
    multiply(product);
}

std::int64_t target() {
  return HWY_TARGET;
}

}  // namespace
}  // namespace entente::nlp::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace entente::nlp {

namespace {

constexpr std::size_t kPanelColumns = ENTENTE_NLP_PANEL_COLUMNS;

HWY_EXPORT(linear);
HWY_EXPORT(maxout);
HWY_EXPORT(layernorm);
HWY_EXPORT(sum_rows);
HWY_EXPORT(target);

}  // namespace

LinearMap::LinearMap(const float* weights, const float* bias, std::size_t outputs, std::size_t inputs)
    : outputs_(outputs), inputs_(inputs) {
  const std::size_t panels = (outputs + kPanelColumns - 1) / kPanelColumns;
  panels_.resize(panels * kPanelColumns * inputs / kLanes);
  bias_.resize(panels * kPanelColumns / kLanes);
  if (outputs == 0 || inputs == 0) return;
  float* const packed = panels_.front().values;
  for (std::size_t o = 0; o < outputs; ++o)
    for (std::size_t k = 0; k < inputs; ++k)
      packed[((o / kPanelColumns) * inputs + k) * kPanelColumns + o % kPanelColumns] =
          weights[o * inputs + k];
  if (bias == nullptr) return;
  for (std::size_t o = 0; o < outputs; ++o) bias_.front().values[o] = bias[o];
}

void LinearMap::apply(const float* in, std::size_t rows, std::size_t stride, float* out) const {
  if (rows == 0 || outputs_ == 0) return;
  HWY_DYNAMIC_DISPATCH(linear)
  (in, rows, stride, inputs_, panels_.front().values, bias_.front().values, outputs_, out);
}

void maxout(const float* in, std::size_t pieces, std::size_t width, float* out) {
  HWY_DYNAMIC_DISPATCH(maxout)(in, pieces, width, out);
}

void layernorm(const float* in, std::size_t width, const float* gain, const float* shift, bool add,
               float* out) {
  HWY_DYNAMIC_DISPATCH(layernorm)(in, width, gain, shift, add, out);
}

void sum_rows(const float* const* rows, std::size_t count, std::size_t width, float* out) {
  HWY_DYNAMIC_DISPATCH(sum_rows)(rows, count, width, out);
}

const char* kernel_target() {
  return hwy::TargetName(HWY_DYNAMIC_DISPATCH(target)());
}

}  // namespace entente::nlp

#endif  // HWY_ONCE
