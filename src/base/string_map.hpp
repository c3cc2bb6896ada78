// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace entente {

/// By string, asked with string_views: a hash table with open addressing, made once and then read often. That
/// a string is not there is mostly known from one line of memory. Iterated in order of insertion; an
/// insertion ends the life of iterators and references.
template <class Value>
class StringMap {
 public:
  using Entry = std::pair<std::string, Value>;
  using const_iterator = typename std::vector<Entry>::const_iterator;
  using iterator = typename std::vector<Entry>::iterator;

  StringMap() = default;
  template <class Iterator>
  StringMap(Iterator first, Iterator last) {
    for (; first != last; ++first) try_emplace(first->first, first->second);
  }

  [[nodiscard]] const_iterator begin() const { return entries_.begin(); }
  [[nodiscard]] const_iterator end() const { return entries_.end(); }
  [[nodiscard]] iterator begin() { return entries_.begin(); }
  [[nodiscard]] iterator end() { return entries_.end(); }

  [[nodiscard]] const_iterator find(std::string_view key) const {
    if (entries_.empty()) return end();
    const Slot& slot = slots_[slot_of(key, hash_of(key))];
    return slot.entry == 0 ? end() : begin() + (slot.entry - 1);
  }

  /// Gets what tells whether the key is there on its way from memory, for find() to meet it near: of many
  /// keys that are asked for soon, all at once cost hardly more than one.
  void expect(std::string_view key) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[hash_of(key) & (slots_.size() - 1)]);
  }

  /// The value of a key, and whether it was made now.
  template <class... Arguments>
  std::pair<iterator, bool> try_emplace(std::string_view key, Arguments&&... arguments) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    const std::uint32_t hash = hash_of(key);
    Slot& slot = slots_[slot_of(key, hash)];
    if (slot.entry != 0) return {begin() + (slot.entry - 1), false};
    entries_.emplace_back(std::piecewise_construct, std::forward_as_tuple(key),
                          std::forward_as_tuple(std::forward<Arguments>(arguments)...));
    slot = {hash, static_cast<std::uint32_t>(entries_.size())};
    return {end() - 1, true};
  }

  Value& operator[](std::string_view key) { return try_emplace(key).first->second; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< from 1; 0: free
  };

  static std::uint32_t hash_of(std::string_view key) {
    std::uint64_t hash = key.size();
    const auto add = [&](std::uint64_t bytes) {
      hash = (hash ^ bytes) * 0x9e3779b97f4a7c15U;
      hash ^= hash >> 32;
    };
    while (key.size() >= 8) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, key.data(), 8);
      add(bytes);
      key.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    if (key.size() >= 4) {  // its two ends, which may overlap
      std::uint32_t first = 0, last = 0;
      std::memcpy(&first, key.data(), 4);
      std::memcpy(&last, key.data() + key.size() - 4, 4);
      rest = std::uint64_t{first} << 32 | last;
    } else {
      for (const char letter : key) rest = rest << 8 | static_cast<unsigned char>(letter);
    }
    add(rest);
    return static_cast<std::uint32_t>(hash);
  }

  /// Where the key stands, or the free slot for it.
  [[nodiscard]] std::size_t slot_of(std::string_view key, std::uint32_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].entry != 0 && (slots_[at].hash != hash || entries_[slots_[at].entry - 1].first != key))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    slots_.assign(slots_.empty() ? 16 : 2 * slots_.size(), Slot{});
    for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) {
      const std::uint32_t hash = hash_of(entries_[entry].first);
      slots_[slot_of(entries_[entry].first, hash)] = {hash, entry + 1};
    }
  }

  std::vector<Slot> slots_;  ///< a power of two, at most half of them taken
  std::vector<Entry> entries_;
};

}  // namespace entente
