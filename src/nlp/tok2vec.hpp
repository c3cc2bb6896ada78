// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "nlp/kernels.hpp"
#include "nlp/lexicon.hpp"
#include "nlp/tokenizer.hpp"
#include "nlp/weights.hpp"

namespace entente::nlp {

/// The word vectors of an "md" pipeline; empty in an "sm" one.
class StaticVectors {
 public:
  /// Reads vocab/vectors and vocab/key2row of a model directory.
  [[nodiscard]] static Result<StaticVectors> load(const std::string& directory);

  [[nodiscard]] std::size_t width() const { return width_; }
  /// The vector of a word by the string id of its ORTH, or null.
  [[nodiscard]] const float* find(std::uint64_t orth) const;

 private:
  std::size_t width_ = 0;
  std::vector<float> values_;
  std::unordered_map<std::uint64_t, std::uint32_t> row_of_;
};

/// The rows of a table of vectors that spaCy adds up for an id.
struct HashRows {
  std::uint32_t row[4];
};
[[nodiscard]] HashRows hash_rows(std::uint64_t id, std::uint64_t seed, std::uint32_t table_rows);

/// A hash embedding network with a window encoder: a vector for every token that also sees four neighbours on
/// either side.
class Tok2Vec {
 public:
  /// Rows of the mixing layer that were computed before, by word form.
  struct MixMemory {
    std::uint64_t generation = 0;  ///< of the lexicon that they belong to
    std::vector<std::uint32_t>
        row_of;  ///< place + 1 of a lexeme's row, without and with a space behind it; 0: none yet
    std::vector<float> rows;
  };

  /// Working memory; one a thread and network.
  struct Scratch {
    MixMemory mix;
    std::vector<const RawToken*> fresh;
    std::vector<float> features;
    std::vector<float> rows;
    std::vector<float> products;
  };

  /// The network among the layers of a weight file.
  [[nodiscard]] static Result<Tok2Vec> make(const Weights& weights, const StaticVectors& vectors);

  [[nodiscard]] std::size_t width() const { return width_; }
  /// How many neighbours on either side a token's vector depends on.
  [[nodiscard]] std::size_t halo() const { return encoder_.size(); }

  /// Vectors of the tokens begin..end of a document, to `out` (width() floats a token). A token's vector has
  /// the same bits whatever range is asked for.
  void run(const Lexicon& lexicon, std::span<const RawToken> document, std::size_t begin, std::size_t end,
           Scratch& scratch, float* out) const;

 private:
  enum class Column : std::uint8_t { norm, prefix, suffix, shape, spacy, is_space };
  struct Embedding {
    Column column = Column::norm;
    std::uint64_t seed = 0;
    std::uint32_t rows = 0;
    std::vector<float> table;
  };
  struct MaxoutLayer {
    LinearMap map;  ///< outputs piece by piece
    std::vector<float> gain;
    std::vector<float> shift;
  };

  [[nodiscard]] static Result<Column> column_named(const Weights& weights, const std::string& name);
  [[nodiscard]] Status read_embeddings(const Weights& weights);
  [[nodiscard]] Status read_encoder(const Weights& weights);
  [[nodiscard]] Result<MaxoutLayer> read_layer(const Weights& weights, const Layer& maxout, const Layer& norm,
                                               std::size_t inputs) const;
  [[nodiscard]] std::size_t mix_inputs() const;
  [[nodiscard]] static std::uint64_t value_of(const Lexeme& lexeme, bool space_after, Column column);
  void embed(const Lexeme& lexeme, bool space_after, float* out) const;
  void mix(const Lexicon& lexicon, std::span<const RawToken> tokens, Scratch& scratch, float* out) const;
  void compute_mix(const Lexicon& lexicon, Scratch& scratch) const;
  void activate(const MaxoutLayer& layer, const float* products, bool add, float* out) const;

  static constexpr std::size_t kWidest = 1024;

  std::size_t width_ = 0;
  std::size_t pieces_ = 0;
  std::vector<Embedding> embeddings_;
  const StaticVectors* vectors_ = nullptr;
  LinearMap vector_map_;  ///< no outputs when there are no static vectors
  MaxoutLayer mix_;
  std::vector<MaxoutLayer> encoder_;
};

}  // namespace entente::nlp
