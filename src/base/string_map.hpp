// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// A hash of short words, eight bytes at a time.
[[nodiscard]] inline std::uint64_t hash_of_word(std::string_view word) {
  constexpr std::uint64_t kFactor = 0x9e3779b97f4a7c15;
  const auto mixed = [&](std::uint64_t hash, std::uint64_t bytes) {
    hash = (hash ^ bytes) * kFactor;
    return hash ^ hash >> 32;
  };
  const auto load = [](const char* from, auto number) {
    std::memcpy(&number, from, sizeof number);
    return number;
  };
  std::uint64_t hash = word.size() * kFactor;
  for (; word.size() > 8; word.remove_prefix(8)) hash = mixed(hash, load(word.data(), std::uint64_t{}));
  const char* const rest = word.data();
  const std::size_t size = word.size();
  std::uint64_t last = 0;
  if (size >= 4) {  // the halves may overlap
    last = std::uint64_t{load(rest + size - 4, std::uint32_t{})} << 32 | load(rest, std::uint32_t{});
  } else if (size > 0) {
    const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(rest[at])}; };
    last = byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
  }
  return mixed(hash, last);
}

/// By string, asked with string_views; made once and then looked up in, mostly for words that it does not
/// have: a search looks at one or two numbers beside one another. Nothing is taken out. In the order in which
/// the keys came; what grows it ends its iterators and references.
template <class Value>
class StringMap {
 public:
  using Entries = std::vector<std::pair<std::string, Value>>;

  StringMap() = default;
  template <class Iterator>
  StringMap(Iterator first, Iterator last) {
    for (; first != last; ++first) try_emplace(first->first, first->second);
  }

  [[nodiscard]] auto begin() { return entries_.begin(); }
  [[nodiscard]] auto end() { return entries_.end(); }
  [[nodiscard]] auto begin() const { return entries_.begin(); }
  [[nodiscard]] auto end() const { return entries_.end(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  [[nodiscard]] auto find(std::string_view key) const {
    return entries_.begin() + static_cast<std::ptrdiff_t>(number_of(key, hash_of_word(key)));
  }

  /// Leaves a key's value as it is when it is there.
  template <class... Arguments>
  std::pair<typename Entries::iterator, bool> try_emplace(std::string_view key, Arguments&&... arguments) {
    const std::uint64_t hash = hash_of_word(key);
    const std::size_t number = number_of(key, hash);
    const bool added = number == entries_.size();
    if (added) {
      entries_.emplace_back(std::string(key), Value(std::forward<Arguments>(arguments)...));
      if (entries_.size() * 2 > slots_.size())
        grow();
      else
        take_slot(hash, number);
    }
    return {entries_.begin() + static_cast<std::ptrdiff_t>(number), added};
  }
  Value& operator[](std::string_view key) { return try_emplace(key).first->second; }

 private:
  /// Half of a key's hash and its place in entries_, from 1; 0: free.
  struct Slot {
    std::uint32_t hash = 0, number = 0;
  };

  /// The key's place in entries_, or their number.
  [[nodiscard]] std::size_t number_of(std::string_view key, std::uint64_t hash) const {
    if (slots_.empty()) return entries_.size();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].number != 0; at = (at + 1) & mask) {
      const Slot slot = slots_[at];
      if (slot.hash == hash >> 32 && entries_[slot.number - 1].first == key) return slot.number - 1;
    }
    return entries_.size();
  }

  void take_slot(std::uint64_t hash, std::size_t number) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != 0) at = (at + 1) & mask;
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), static_cast<std::uint32_t>(number + 1)};
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : slots_.size() * 2, {});
    for (std::size_t number = 0; number < entries_.size(); ++number)
      take_slot(hash_of_word(entries_[number].first), number);
  }

  Entries entries_;
  std::vector<Slot> slots_;  ///< a power of two, at most half of them taken; or none
};

}  // namespace entente
