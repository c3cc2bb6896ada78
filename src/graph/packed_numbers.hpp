// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/growing_array.hpp"

namespace entente::graph {

/// Integers, all of them in as few bytes each (1, 2, 4 or 8) as the widest so far needs.
class PackedNumbers {
 public:
  void push_back(std::int64_t number) {
    while (!fits(number)) widen();
    put(number);
  }
  [[nodiscard]] std::int64_t operator[](std::size_t at) const {
    const char* place = bytes_.data() + at * width_;
    if (width_ == 1) return static_cast<signed char>(*place);
    if (width_ == 2) return read<std::int16_t>(place);
    return width_ == 4 ? read<std::int32_t>(place) : read<std::int64_t>(place);
  }
  [[nodiscard]] std::size_t size() const { return bytes_.size() / width_; }

 private:
  template <class T>
  [[nodiscard]] static std::int64_t read(const char* place) {
    T number = 0;
    std::memcpy(&number, place, sizeof number);
    return number;
  }
  [[nodiscard]] bool fits(std::int64_t number) const {
    if (width_ == 8) return true;
    const auto most = std::int64_t{1} << (8 * width_ - 1);
    return -most <= number && number < most;
  }
  void put(std::int64_t number) {
    bytes_.append(reinterpret_cast<const char*>(&number), width_);  // little-endian
  }
  void widen() {
    PackedNumbers wide;
    wide.width_ = 2 * width_;
    for (std::size_t i = 0; i < size(); ++i) wide.put((*this)[i]);
    *this = std::move(wide);
  }

  unsigned width_ = 1;
  GrowingArray<char> bytes_;
};

}  // namespace entente::graph
