// SPDX-License-Identifier: Apache-2.0
#include "importers/node_ids.hpp"

#include <functional>

namespace entente::importers {

namespace {

constexpr std::size_t kFirstSlots = 1u << 10;

std::size_t hash_of(std::string_view key) {
  return std::hash<std::string_view>{}(key);
}

std::uint32_t tag_of(std::size_t hash) {
  return static_cast<std::uint32_t>(hash >> 32U);
}

void join(std::string_view space, std::string_view id, std::string& key) {
  key.assign(space);
  key += '\x1f';
  key += id;
}

}  // namespace

std::string_view NodeIds::key(std::size_t place) const {
  const std::size_t begin = place == 0 ? 0 : ends_[place - 1];
  return std::string_view(keys_).substr(begin, ends_[place] - begin);
}

/// Where the key is, or would go.
std::size_t NodeIds::slot_of(std::string_view wanted, std::size_t hash) const {
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot].number != 0) {
    if (slots_[slot].tag == tag_of(hash) && key(slots_[slot].number - 1) == wanted) break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void NodeIds::grow() {
  slots_.assign(slots_.empty() ? kFirstSlots : 2 * slots_.size(), Slot{});
  for (std::size_t place = 0; place < ends_.size(); ++place) {
    const std::size_t hash = hash_of(key(place));
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].number != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = {tag_of(hash), static_cast<std::uint32_t>(place + 1)};
  }
}

std::optional<std::uint32_t> NodeIds::find(std::string_view space, std::string_view id) const {
  if (slots_.empty()) return std::nullopt;
  join(space, id, key_);
  const Slot& slot = slots_[slot_of(key_, hash_of(key_))];
  if (slot.number == 0) return std::nullopt;
  return slot.number - 1;
}

std::optional<std::uint32_t> NodeIds::add(std::string_view space, std::string_view id) {
  if (2 * (ends_.size() + 1) > slots_.size()) grow();
  join(space, id, key_);
  const std::size_t hash = hash_of(key_);
  Slot& slot = slots_[slot_of(key_, hash)];
  if (slot.number != 0) return std::nullopt;
  keys_ += key_;
  ends_.push_back(keys_.size());
  slot = {tag_of(hash), static_cast<std::uint32_t>(ends_.size())};
  return slot.number - 1;
}

}  // namespace entente::importers
