// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::nlp {

/// A document's dependency trees while they are made: head of every token (a root is its own) and the arc's
/// label.
struct Forest {
  std::vector<std::uint32_t> head;
  std::vector<std::uint16_t> label;  ///< number in a Labels
};

/// First and last token of every token's subtree, and which tokens begin a sentence.
struct Edges {
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> right;
  std::vector<bool> sentence_start;
};
[[nodiscard]] Edges find_edges(const std::vector<std::uint32_t>& head);

/// The labels of arcs, numbered; "x||y" is an x whose true head is a token labelled y below the head it was
/// given.
class Labels {
 public:
  static constexpr std::uint16_t kNone = UINT16_MAX;

  /// Number of a label; a label with "||" brings its two parts in too.
  std::uint16_t add(const std::string& label);
  [[nodiscard]] const std::string& name(std::uint16_t label) const { return labels_[label].name; }
  [[nodiscard]] std::size_t size() const { return labels_.size(); }

  /// For "x||y" the numbers of x and y, else kNone.
  [[nodiscard]] std::uint16_t own(std::uint16_t label) const { return labels_[label].own; }
  [[nodiscard]] std::uint16_t head(std::uint16_t label) const { return labels_[label].head; }

 private:
  struct Entry {
    std::string name;
    std::uint16_t own = kNone;
    std::uint16_t head = kNone;
  };
  std::vector<Entry> labels_;
};

/// Moves arcs with "||" labels to their true heads, if any; returns the edges of what results.
[[nodiscard]] Edges deprojectivise(Forest& forest, const Labels& labels, const std::vector<bool>& is_space);

}  // namespace entente::nlp
