// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <vector>

#include "query/batch.hpp"
#include "query/match_test.hpp"

namespace entente::query {

/// Relationships taken so far, in order: asking for one takes the same time however many there are.
class UsedEdges {
 public:
  void push_back(graph::EdgeId edge) {
    if (edges_.size() >= kFew) mark(edge, true);
    edges_.push_back(edge);
  }
  void pop_back() {
    if (edges_.size() > kFew) mark(edges_.back(), false);
    edges_.pop_back();
  }
  /// Gives back the last ones.
  void shrink(std::size_t size) {
    while (edges_.size() > size) pop_back();
  }
  [[nodiscard]] std::size_t size() const { return edges_.size(); }
  [[nodiscard]] auto from(std::size_t place) const {
    return edges_.begin() + static_cast<std::ptrdiff_t>(place);
  }
  [[nodiscard]] auto end() const { return edges_.end(); }
  [[nodiscard]] bool contains(graph::EdgeId edge) const {
    const auto few = edges_.begin() + static_cast<std::ptrdiff_t>(std::min(kFew, edges_.size()));
    if (std::find(edges_.begin(), few, edge) != few) return true;
    const auto at = static_cast<std::size_t>(edge);
    return edges_.size() > kFew && at < marks_.size() && marks_[at];
  }

 private:
  static constexpr std::size_t kFew = 8;  ///< the first ones are looked through, the others have marks
  void mark(graph::EdgeId edge, bool on) {
    const auto at = static_cast<std::size_t>(edge);
    if (at >= marks_.size()) marks_.resize(at + at / 2 + 64);
    marks_[at] = on;
  }

  std::vector<graph::EdgeId> edges_;
  std::vector<bool> marks_;
};

/// What the steps of one MATCH share: the row, and the relationships taken so far (none is taken twice).
struct MatchState {
  Context& context;
  UsedEdges used;
  std::vector<graph::EdgeId>
      hidden;  ///< those of them that the default filter hides: the match counts, but gives no row

  [[nodiscard]] bool is_used(graph::EdgeId edge) const { return used.contains(edge); }
  [[nodiscard]] Value& slot(Slot at) const { return context.row[static_cast<std::size_t>(at)]; }
};

/// One step of a match: binds a node, walks a relationship ... Steps are tried in order and backtracked.
class MatchStep {
 public:
  virtual ~MatchStep() = default;
  /// Works out what does not change during one MATCH.
  virtual void prepare(Context&) {}
  /// Starts for what the steps before have bound.
  virtual void open(MatchState& state) = 0;
  /// Binds the next possibility (taking back the last one); false when there is none left.
  virtual bool next(MatchState& state) = 0;
  /// The same for some possibilities at a time; asked of the last step only, and only where the match so far
  /// takes no hidden relationship. From one open() to the next it is either this or next().
  virtual bool next_batch(MatchState& state, Batch& batch) {
    batch = {};
    batch.rows = next(state) ? 1 : 0;
    return batch.rows != 0;
  }
};

/// Takes a relationship for the match, and gives it back.
class Taken {
 public:
  void take(graph::EdgeId edge, bool hidden, MatchState& state) {
    state.used.push_back(edge);
    if (hidden) state.hidden.push_back(edge);
    taken_ = true;
    hidden_ = hidden;
  }
  void give_back(MatchState& state) {
    if (!taken_) return;
    state.used.pop_back();
    if (hidden_) state.hidden.pop_back();
    taken_ = false;
  }
  void forget() { taken_ = false; }

 private:
  bool taken_ = false, hidden_ = false;
};

using MatchStepPtr = std::unique_ptr<MatchStep>;

/// How to come to the first node of a connected part of a pattern.
struct Access {
  enum class Kind { all, label, property } kind = Kind::all;
  const LabelTest* label = nullptr;
  const std::string* key = nullptr;
  const Expr* value = nullptr;  ///< of the property
  bool any_of = false;          ///< the value is a list: any of its elements
  bool aliases = false;
};

/// A relationship pattern as it is walked: from a bound end to the other one.
struct Hop {
  const EdgePattern* pattern = nullptr;
  Slot from = kNoSlot, to = kNoSlot;
  bool forward = true;  ///< from the left end of the pattern to the right one
  bool to_bound = false;
  bool record = false;    ///< the relationship, or the list of a repeated one, is asked for
  bool keeps_end = true;  ///< the node at `to` is asked for
  bool alone = false;     ///< no other relationship in the MATCH, so that none is taken twice

  /// As seen from the `from` end.
  [[nodiscard]] Direction direction() const {
    return forward ? pattern->direction : flipped(pattern->direction);
  }
};

[[nodiscard]] MatchStepPtr make_check_node(Slot slot, NodeTest test);
[[nodiscard]] MatchStepPtr make_scan(Slot slot, Access access, NodeTest test);
/// All relationships of the hop's types, which are walked in one direction; binds both ends.
[[nodiscard]] MatchStepPtr make_scan_edges(const Hop& hop, EdgeTest edge, NodeTest from, NodeTest to,
                                           bool keeps_from);
[[nodiscard]] MatchStepPtr make_expand(const Hop& hop, EdgeTest edge, NodeTest to);
[[nodiscard]] MatchStepPtr make_repeat(const Hop& hop, EdgeTest edge, NodeTest to);
[[nodiscard]] MatchStepPtr make_shortest(const Hop& hop, EdgeTest edge, NodeTest to, bool all);
/// The nodes that repetitions of a relationship lead to, each once; the path is not asked for.
[[nodiscard]] MatchStepPtr make_reach(const Hop& hop, EdgeTest edge, NodeTest to);
/// Shortest paths between two bound nodes, searched from both: one, or all.
[[nodiscard]] MatchStepPtr make_meet_any(const Hop& hop, EdgeTest edge);
[[nodiscard]] MatchStepPtr make_meet_all(const Hop& hop, EdgeTest edge);
/// Counts the nodes that two relationships join with two bound nodes; neither they nor the relationships are
/// asked for. The far end of `inner` is looked at anew each time, that of `outer` is kept.
[[nodiscard]] MatchStepPtr make_close(const Hop& outer, EdgeTest outer_edge, const Hop& inner,
                                      EdgeTest inner_edge, NodeTest node);
/// A relationship, or a list of them, that an earlier clause has bound; binds or checks its ends.
[[nodiscard]] MatchStepPtr make_bound_edge(const Hop& hop, EdgeTest edge, bool from_bound, NodeTest from,
                                           NodeTest to);
[[nodiscard]] MatchStepPtr make_bind_path(const PathPattern& path);

}  // namespace entente::query
