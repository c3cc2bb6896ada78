// SPDX-License-Identifier: Apache-2.0
#include "nlp/string_id.hpp"

#include <cstring>
#include <unordered_map>

namespace entente::nlp {

namespace {

struct Symbol {
  std::string_view name;
  std::uint64_t id;
};

constexpr Symbol kSymbols[] = {
#include "nlp/tables/symbols.inc"
};

constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995ULL;
constexpr unsigned kShift = 47;

std::uint64_t little_endian(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return value;
}

const std::unordered_map<std::string_view, std::uint64_t>& symbols() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::uint64_t> map;
    for (const Symbol& symbol : kSymbols) map.emplace(symbol.name, symbol.id);
    return map;
  }();
  return table;
}

}  // namespace

std::uint64_t murmur64(std::string_view bytes) {
  std::uint64_t h = 1 ^ (bytes.size() * kMultiplier);
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t k = little_endian(bytes.data() + i, 8) * kMultiplier;
    k ^= k >> kShift;
    h = (h ^ (k * kMultiplier)) * kMultiplier;
  }
  if (i < bytes.size()) h = (h ^ little_endian(bytes.data() + i, bytes.size() - i)) * kMultiplier;
  h ^= h >> kShift;
  h *= kMultiplier;
  return h ^ (h >> kShift);
}

std::uint64_t string_id(std::string_view text) {
  if (text.empty()) return 0;
  const auto found = symbols().find(text);
  return found != symbols().end() ? found->second : murmur64(text);
}

}  // namespace entente::nlp
