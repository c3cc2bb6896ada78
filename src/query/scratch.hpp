// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "graph/ids.hpp"

namespace entente::query {

/// A number for each of some nodes, forgotten all at once.
class NodeMarks {
 public:
  void begin(std::size_t nodes) {
    if (marks_.size() < nodes) marks_.resize(nodes);
    if (++round_ != 0) return;
    for (auto& mark : marks_) mark.round = 0;
    round_ = 1;
  }
  [[nodiscard]] bool has(graph::NodeId node) const { return at(node).round == round_; }
  [[nodiscard]] std::uint32_t get(graph::NodeId node) const { return at(node).value; }
  /// Of a node without a mark: 0.
  [[nodiscard]] std::uint32_t get_or_zero(graph::NodeId node) const {
    const auto& mark = at(node);
    return mark.round == round_ ? mark.value : 0;
  }
  void set(graph::NodeId node, std::uint32_t value) {
    marks_[static_cast<std::size_t>(node)] = {round_, value};
  }
  /// False when the node has a mark already.
  bool add(graph::NodeId node, std::uint32_t value = 0) {
    auto& mark = marks_[static_cast<std::size_t>(node)];
    if (mark.round == round_) return false;
    mark = {round_, value};
    return true;
  }

 private:
  struct Mark {
    std::uint32_t round = 0, value = 0;
  };
  [[nodiscard]] const Mark& at(graph::NodeId node) const { return marks_[static_cast<std::size_t>(node)]; }
  std::vector<Mark> marks_;
  std::uint32_t round_ = 0;
};

/// Marks that are kept from search to search, so that a short one does not pay for the size of the graph. A
/// search within a search gets marks of its own.
class Scratch {
 public:
  class Lease {
   public:
    Lease(Scratch& scratch, std::size_t nodes) : scratch_(scratch) {
      if (!scratch.free_.empty()) {
        marks_ = std::move(scratch.free_.back());
        scratch.free_.pop_back();
      } else {
        marks_ = std::make_unique<NodeMarks>();
      }
      marks_->begin(nodes);
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() { scratch_.free_.push_back(std::move(marks_)); }
    NodeMarks& operator*() const { return *marks_; }
    NodeMarks* operator->() const { return marks_.get(); }

   private:
    Scratch& scratch_;
    std::unique_ptr<NodeMarks> marks_;
  };

  /// A number for each node, all 0 when it is taken and when it is given back.
  [[nodiscard]] std::vector<std::uint32_t> take_zeros(std::size_t nodes) {
    auto zeros = std::move(zeros_);
    zeros_.clear();
    zeros.resize(nodes);
    return zeros;
  }
  void give_zeros(std::vector<std::uint32_t> zeros) { zeros_ = std::move(zeros); }

  /// A bit for each node, likewise.
  [[nodiscard]] std::vector<std::uint64_t> take_bits(std::size_t nodes) {
    auto bits = std::move(bits_);
    bits_.clear();
    bits.resize(nodes / 64 + 1);
    return bits;
  }
  void give_bits(std::vector<std::uint64_t> bits) { bits_ = std::move(bits); }

 private:
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> zeros_;
  std::vector<std::unique_ptr<NodeMarks>> free_;
};

}  // namespace entente::query
