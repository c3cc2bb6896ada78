// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <iterator>
#include <span>

#include "graph/ids.hpp"

namespace entente::graph {

/// The steps from one node over the edges of one type in one direction, sorted by the other end, parallel
/// edges in order of insertion. A view into a snapshot: two words to copy, lives as long as the snapshot.
class Steps {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Step;
    using difference_type = std::ptrdiff_t;
    using pointer = const Step*;
    using reference = Step;

    Iterator(const Steps* steps, std::size_t place) : steps_(steps), place_(place) {}
    Step operator*() const { return (*steps_)[place_]; }
    Iterator& operator++() {
      ++place_;
      return *this;
    }
    bool operator==(const Iterator& other) const { return place_ == other.place_; }

   private:
    const Steps* steps_;
    std::size_t place_;
  };

  Steps() = default;
  /// Edges with ids from `first` on.
  Steps(const NodeId* nodes, std::size_t size, EdgeId first) : nodes_(nodes), size_(size), first_(first) {}
  Steps(const NodeId* nodes, std::size_t size, const EdgeId* edges)
      : nodes_(nodes), size_(size), edges_(edges) {}

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Step operator[](std::size_t place) const { return {edge(place), nodes_[place]}; }
  [[nodiscard]] NodeId node(std::size_t place) const { return nodes_[place]; }
  [[nodiscard]] EdgeId edge(std::size_t place) const {
    if (edges_ != nullptr) return edges_[place];
    return static_cast<EdgeId>(static_cast<std::uint32_t>(first_) + static_cast<std::uint32_t>(place));
  }
  /// Those from a place up to, not including, another one.
  [[nodiscard]] Steps part(std::size_t from, std::size_t to) const {
    if (edges_ != nullptr) return {nodes_ + from, to - from, edges_ + from};
    return {nodes_ + from, to - from, edge(from)};
  }
  /// Only the other ends, sorted.
  [[nodiscard]] std::span<const NodeId> nodes() const { return {nodes_, size_}; }

  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size_}; }

 private:
  const NodeId* nodes_ = nullptr;
  std::size_t size_ = 0;
  const EdgeId* edges_ = nullptr;
  EdgeId first_{};
};

/// The relation types that a node has edges of in one direction, in order. for (TypeId type : types) ...
class TypesAt {
 public:
  class Iterator {
   public:
    Iterator(const std::uint32_t* words, std::uint32_t count) : words_(words), count_(count) {
      word_ = count_ > 0 ? words_[0] : 0;
      settle();
    }
    TypeId operator*() const {
      return static_cast<TypeId>(32 * at_ + static_cast<std::uint32_t>(std::countr_zero(word_)));
    }
    Iterator& operator++() {
      word_ &= word_ - 1;
      settle();
      return *this;
    }
    bool operator==(std::default_sentinel_t) const { return at_ >= count_; }

   private:
    void settle() {
      while (word_ == 0 && at_ < count_)
        if (++at_ < count_) word_ = words_[at_];
    }
    const std::uint32_t* words_;
    std::uint32_t count_, at_ = 0, word_ = 0;
  };

  TypesAt(const std::uint32_t* words, std::uint32_t count) : words_(words), count_(count) {}
  [[nodiscard]] Iterator begin() const { return {words_, count_}; }
  [[nodiscard]] static std::default_sentinel_t end() { return {}; }
  /// The types from 32 * place on, as bits.
  [[nodiscard]] std::uint32_t word(std::size_t place) const { return words_[place]; }
  /// Whether the node has an edge of the type, without looking for it.
  [[nodiscard]] bool contains(TypeId type) const {
    const auto bit = static_cast<std::uint32_t>(type);
    return ((words_[bit / 32] >> (bit % 32)) & 1U) != 0;
  }

 private:
  const std::uint32_t* words_;
  std::uint32_t count_;
};

}  // namespace entente::graph
