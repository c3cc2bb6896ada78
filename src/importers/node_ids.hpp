// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::importers {

/// The imported nodes of a graph: place by id. An id belongs to a space, so that two files may number from 1.
class NodeIds {
 public:
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view space, std::string_view id) const;
  /// The next place; nothing when the id is taken.
  std::optional<std::uint32_t> add(std::string_view space, std::string_view id);
  [[nodiscard]] std::size_t size() const { return ends_.size(); }

 private:
  struct Slot {
    std::uint32_t tag = 0;     ///< some bits of the hash, so that few texts are compared
    std::uint32_t number = 0;  ///< place + 1; 0: free
  };

  [[nodiscard]] std::string_view key(std::size_t place) const;
  [[nodiscard]] std::size_t slot_of(std::string_view key, std::size_t hash) const;
  void grow();

  std::vector<Slot> slots_;        ///< open addressing, at most half full; their number is a power of two
  std::string keys_;               ///< one behind the other
  std::vector<std::size_t> ends_;  ///< of the keys, by place
  mutable std::string key_;        ///< that is looked for
};

}  // namespace entente::importers
