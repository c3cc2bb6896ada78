// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace entente::nlp {

/// The state of spaCy's arc-eager, non-monotonic transition system: a stack, a buffer (tokens put back first,
/// then the text's), and the arcs so far. Tokens are numbered; -1 stands for none.
class ParserState {
 public:
  enum class Move : std::uint8_t { shift, reduce, left, right, sentence_break };
  static constexpr std::size_t kMoves = 5;
  static constexpr std::size_t kSlots = 8;

  /// The state before the first move. Memory is used again.
  void start(std::size_t tokens);

  [[nodiscard]] bool is_final() const { return stack_.empty() && buffer_size() == 0; }
  [[nodiscard]] std::array<bool, kMoves> valid_moves() const;
  /// The tokens that the network looks at: B0, B1, S0, S1, S2, and the last children L(B0), L(S0), R(S0).
  [[nodiscard]] std::array<int, kSlots> features() const;

  /// Makes a valid move; `label` is that of a new arc.
  void apply(Move move, std::uint16_t label);

  /// Head of a token, or -1, and the label of its arc.
  [[nodiscard]] int head(std::size_t token) const { return head_[token]; }
  [[nodiscard]] std::uint16_t label(std::size_t token) const { return label_[token]; }

 private:
  [[nodiscard]] std::size_t buffer_size() const { return returned_.size() + (tokens_ - next_); }
  [[nodiscard]] int stack(std::size_t depth) const;
  [[nodiscard]] int buffer(std::size_t place) const;
  [[nodiscard]] bool starts_sentence(int token) const {
    return token >= 0 && sentence_start_[static_cast<std::size_t>(token)];
  }
  void add_arc(int head, int child, std::uint16_t label);
  void push_buffer_front();
  void reduce();

  std::size_t tokens_ = 0;
  std::size_t next_ = 0;  ///< first token that was never in play
  std::vector<int> stack_;
  std::vector<int> returned_;  ///< tokens put back, the front of the buffer last
  std::vector<int> head_;
  std::vector<std::uint16_t> label_;
  std::vector<int> last_left_;  ///< the left child added last
  std::vector<int> last_right_;
  std::vector<int> earlier_;  ///< the child that its head got on the same side before this one
  std::vector<bool> unshiftable_;
  std::vector<bool> sentence_start_;
};

}  // namespace entente::nlp
