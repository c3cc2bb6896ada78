// SPDX-License-Identifier: Apache-2.0
#include "nlp/kernels.hpp"

#include <hwy/highway.h>
#include <hwy/targets.h>

#include <cmath>
#include <random>
#include <string>

#include "support/catch.hpp"

using namespace entente::nlp;

namespace {

std::vector<float> numbers(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(count);
  for (float& x : out) x = static_cast<float>(random() % 2000) / 1000.0F - 1.0F;
  return out;
}

/// Runs `body` once for every instruction set that this processor and program have.
template <class Body>
void for_every_target(const Body& body) {
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    INFO(hwy::TargetName(target));
    body(std::string(hwy::TargetName(target)));
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

bool fuses(const std::string& target) {
  return target.rfind("AVX", 0) == 0;
}

}  // namespace

TEST_CASE("a linear map is the product that it says, for any shape") {
  for_every_target([](const std::string&) {
    for (const std::size_t outputs : {1u, 31u, 32u, 50u, 106u, 288u})
      for (const std::size_t rows : {1u, 2u, 5u, 13u, 30u}) {
        const std::size_t inputs = 48;
        const std::size_t stride = 16;  // rows overlap
        const auto weights = numbers(outputs * inputs, 1);
        const auto bias = numbers(outputs, 2);
        const auto in = numbers((rows - 1) * stride + inputs, 3);
        std::vector<float> out(rows * outputs + 1, -99.0F);
        LinearMap(weights.data(), bias.data(), outputs, inputs).apply(in.data(), rows, stride, out.data());
        double largest = 0;
        for (std::size_t r = 0; r < rows; ++r)
          for (std::size_t o = 0; o < outputs; ++o) {
            double sum = bias[o];
            for (std::size_t k = 0; k < inputs; ++k)
              sum += static_cast<double>(in[r * stride + k]) * weights[o * inputs + k];
            largest = std::max(largest, std::abs(sum - out[r * outputs + o]));
          }
        CHECK(largest < 1e-5);
        CHECK(out.back() == -99.0F);
      }
  });
}

TEST_CASE("a row has the same bits in any company, on every processor that fuses multiply and add") {
  const std::size_t inputs = 288;
  const std::size_t outputs = 96;
  const auto weights = numbers(outputs * inputs, 4);
  const LinearMap map(weights.data(), nullptr, outputs, inputs);
  const auto in = numbers(40 * inputs, 5);
  std::vector<float> first;
  for_every_target([&](const std::string& target) {
    std::vector<float> together(40 * outputs);
    map.apply(in.data(), 40, inputs, together.data());
    for (std::size_t r = 0; r < 40; ++r) {
      std::vector<float> alone(outputs);
      map.apply(in.data() + r * inputs, 1, inputs, alone.data());
      CHECK(std::equal(alone.begin(), alone.end(),
                       together.begin() + static_cast<std::ptrdiff_t>(r * outputs)));
    }
    if (!fuses(target)) return;
    if (first.empty()) first = together;
    CHECK(together == first);
  });
}

TEST_CASE("maxout, layer norm and sums") {
  std::vector<float> first;
  for_every_target([&](const std::string& target) {
    const auto in = numbers(3 * 96, 6);
    std::vector<float> best(96);
    maxout(in.data(), 3, 96, best.data());
    for (std::size_t o = 0; o < 96; ++o) CHECK(best[o] == std::max({in[o], in[96 + o], in[192 + o]}));

    const auto gain = numbers(96, 7);
    const auto shift = numbers(96, 8);
    std::vector<float> out(96, 0.5F);
    layernorm(best.data(), 96, gain.data(), shift.data(), true, out.data());
    double mean = 0;
    double variance = 0;
    for (const float x : best) mean += x / 96.0;
    for (const float x : best) variance += (x - mean) * (x - mean) / 96.0;
    for (std::size_t o = 0; o < 96; ++o)
      CHECK(out[o] ==
            Approx((best[o] - mean) / std::sqrt(variance + 1e-8) * gain[o] + shift[o] + 0.5).margin(1e-5));

    const float* const rows[] = {in.data(), in.data() + 96, in.data() + 192};
    std::vector<float> sum(96);
    sum_rows(rows, 3, 96, sum.data());
    CHECK(sum[95] == (in[95] + in[191]) + in[287]);
    if (!fuses(target)) return;
    if (first.empty()) first = out;
    CHECK(out == first);
  });
}

TEST_CASE("an empty map does nothing") {
  float out = 1;
  LinearMap().apply(nullptr, 3, 1, &out);
  CHECK(out == 1);
  CHECK(std::string(kernel_target()).size() > 2);
}
