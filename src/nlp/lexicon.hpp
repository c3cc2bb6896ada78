// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"

namespace entente::nlp {

/// The attributes of a word form that the networks see, as string ids.
struct Lexeme {
  std::uint64_t orth = 0;
  std::uint64_t norm = 0;
  std::uint64_t prefix = 0;
  std::uint64_t suffix = 0;
  std::uint64_t shape = 0;
  bool is_space = false;
};

/// spaCy's SHAPE of a word: "Xxxxx", "dd.d"; "LONG" from 100 code points on.
[[nodiscard]] std::string word_shape(std::string_view orth);

/// What a NORM is when no tokenizer exception gives one.
class NormTable {
 public:
  /// Reads vocab/lookups.bin of a model directory.
  [[nodiscard]] static Result<NormTable> load(const std::string& directory);

  /// String id of the NORM of a word with that string id.
  [[nodiscard]] std::uint64_t norm_id(std::string_view orth, std::uint64_t orth_id) const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> norm_of_;
};

/// The word forms met so far, numbered; a cache that one thread owns.
class Lexicon {
 public:
  explicit Lexicon(const NormTable& norms) : norms_(&norms) { clear(); }

  /// Number of the word form; `norm` is the string id of a NORM from a tokenizer exception, or 0.
  [[nodiscard]] std::uint32_t intern(std::string_view orth, std::uint64_t norm = 0);

  [[nodiscard]] const Lexeme& operator[](std::uint32_t number) const { return lexemes_[number]; }
  [[nodiscard]] std::size_t size() const { return lexemes_.size(); }
  /// Forgets all word forms; numbers given before are void.
  void clear();
  /// Another number after every clear(), and for every lexicon.
  [[nodiscard]] std::uint64_t generation() const { return generation_; }

 private:
  const NormTable* norms_;
  std::uint64_t generation_ = 0;
  std::vector<Lexeme> lexemes_;
  std::unordered_map<std::uint64_t, std::uint32_t> number_of_;
};

}  // namespace entente::nlp
