// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace entente::test {

/// The same numbers in every run (a linear congruential generator, high bits).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2862933555777941757ULL + 3037000493ULL) {}
  /// 0 .. n - 1
  int roll(int n) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(n));
  }
  bool chance(int percent) { return roll(100) < percent; }

 private:
  std::uint64_t state_;
};

/// A random query that is well formed; its names are a, b, c (nodes) and r, s (relationships) of `MATCH
/// (a)-[r]->(b)...`.
[[nodiscard]] std::string random_query(Dice& dice);

}  // namespace entente::test
