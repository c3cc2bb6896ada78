// SPDX-License-Identifier: Apache-2.0
#include "nlp/tree.hpp"

#include <algorithm>
#include <numeric>

namespace entente::nlp {

namespace {

constexpr int kMostPasses = 12;
constexpr std::uint32_t kNobody = UINT32_MAX;

void widen(const std::vector<std::uint32_t>& head, std::size_t i, Edges& edges) {
  const std::uint32_t h = head[i];
  edges.left[h] = std::min(edges.left[h], edges.left[i]);
  edges.right[h] = std::max(edges.right[h], edges.right[i]);
}

void mark_sentences(const std::vector<std::uint32_t>& head, Edges& edges) {
  edges.sentence_start.assign(head.size(), false);
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == i) edges.sentence_start[edges.left[i]] = true;
}

/// True if every head lies in its sentence (the last token of a sentence is not looked at, as in spaCy).
bool heads_stay_inside(const std::vector<std::uint32_t>& head, const Edges& edges) {
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if ((i == 0 || !edges.sentence_start[i]) && i + 1 != head.size()) continue;
    for (std::size_t j = sentence; j < i; ++j)
      if (head[j] < sentence || head[j] > i) return false;
    sentence = i;
  }
  return true;
}

/// The children of every token in ascending order, under arcs that move.
class Children {
 public:
  explicit Children(const std::vector<std::uint32_t>& head)
      : first_(head.size(), kNobody), next_(head.size(), kNobody) {
    for (std::size_t i = head.size(); i-- > 0;)
      if (head[i] != i) push_front(static_cast<std::uint32_t>(i), head[i]);
  }

  [[nodiscard]] std::uint32_t first(std::uint32_t token) const { return first_[token]; }
  [[nodiscard]] std::uint32_t next(std::uint32_t child) const { return next_[child]; }

  void move(std::uint32_t child, std::uint32_t from, std::uint32_t to) {
    std::uint32_t* link = &first_[from];
    while (*link != child && *link != kNobody) link = &next_[*link];
    if (*link == child) *link = next_[child];
    link = &first_[to];
    while (*link != kNobody && *link < child) link = &next_[*link];
    next_[child] = *link;
    *link = child;
  }

 private:
  void push_front(std::uint32_t child, std::uint32_t parent) {
    next_[child] = first_[parent];
    first_[parent] = child;
  }
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> next_;
};

/// The nearest token labelled `wanted` below `top`, breadth first, or `top` itself; `moved` and what is below
/// it do not count.
std::uint32_t find_head(const Forest& forest, const Edges& edges, const Children& children,
                        const std::vector<bool>& is_space, std::uint32_t top, std::uint32_t moved,
                        std::uint16_t wanted) {
  std::vector<std::uint32_t> queue{top};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const std::uint32_t t = queue[i];
    for (std::uint32_t c = children.first(t); c != kNobody; c = children.next(c)) {
      if (c < edges.left[t] || c > edges.right[t] || c == moved || is_space[c]) continue;
      if (forest.label[c] == wanted) return c;
      queue.push_back(c);
    }
  }
  return top;
}

}  // namespace

Edges find_edges(const std::vector<std::uint32_t>& head) {
  Edges edges;
  edges.left.resize(head.size());
  std::iota(edges.left.begin(), edges.left.end(), 0U);
  edges.right = edges.left;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    for (std::size_t i = 0; i < head.size(); ++i) widen(head, i, edges);
    for (std::size_t i = head.size(); i-- > 0;) widen(head, i, edges);
    mark_sentences(head, edges);
    if (heads_stay_inside(head, edges)) break;
  }
  return edges;
}

std::uint16_t Labels::add(const std::string& label) {
  for (std::size_t i = 0; i < labels_.size(); ++i)
    if (labels_[i].name == label) return static_cast<std::uint16_t>(i);
  Entry entry{label, kNone, kNone};
  const std::size_t bar = label.find("||");
  if (bar != label.npos && label.rfind("||") == bar) {
    entry.own = add(label.substr(0, bar));
    entry.head = add(label.substr(bar + 2));
  }
  labels_.push_back(std::move(entry));
  return static_cast<std::uint16_t>(labels_.size() - 1);
}

Edges deprojectivise(Forest& forest, const Labels& labels, const std::vector<bool>& is_space) {
  Edges edges = find_edges(forest.head);
  const auto lifted = [&](std::uint16_t label) { return labels.own(label) != Labels::kNone; };
  if (std::none_of(forest.label.begin(), forest.label.end(), lifted)) return edges;
  Children children(forest.head);
  for (std::uint32_t i = 0; i < forest.head.size(); ++i) {
    const std::uint16_t label = forest.label[i];
    if (!lifted(label)) continue;
    const std::uint32_t old_head = forest.head[i];
    const std::uint32_t head = find_head(forest, edges, children, is_space, old_head, i, labels.head(label));
    if (head != old_head) children.move(i, old_head, head);
    forest.head[i] = head;
    forest.label[i] = labels.own(label);
  }
  return find_edges(forest.head);
}

}  // namespace entente::nlp
