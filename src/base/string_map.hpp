// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente {

/// A hash of short words, eight bytes at a time. Not noexcept on purpose: libstdc++ then keeps the hash of
/// each key beside it, so that a search that finds nothing compares numbers alone.
struct StringHash {
  using is_transparent = void;
  [[nodiscard]] std::size_t operator()(std::string_view text) const {
    std::uint64_t hash = text.size() * kFactor;
    while (text.size() > 8) {
      hash = mixed(hash, load(text.data(), 8));
      text.remove_prefix(8);
    }
    return mixed(hash, load(text.data(), text.size()));
  }

 private:
  static constexpr std::uint64_t kFactor = 0x9e3779b97f4a7c15;
  static std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes) {
    hash = (hash ^ bytes) * kFactor;
    return hash ^ hash >> 32;
  }
  static std::uint64_t load(const char* bytes, std::size_t count) {
    std::uint64_t word = 0;
    if (count == 8) {
      std::memcpy(&word, bytes, 8);
    } else if (count >= 4) {  // the two halves may overlap
      std::uint32_t first = 0, last = 0;
      std::memcpy(&first, bytes, 4);
      std::memcpy(&last, bytes + count - 4, 4);
      word = std::uint64_t{last} << 32 | first;
    } else if (count > 0) {
      word = static_cast<unsigned char>(bytes[0]) | static_cast<unsigned char>(bytes[count / 2]) << 8U |
             static_cast<unsigned char>(bytes[count - 1]) << 16U;
    }
    return word;
  }
};

/// By string, asked with string_views; only to be looked up in, its order is nobody's.
template <class Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

}  // namespace entente
