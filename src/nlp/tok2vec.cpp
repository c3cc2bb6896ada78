// SPDX-License-Identifier: Apache-2.0
#include "nlp/tok2vec.hpp"

#include <algorithm>

namespace entente::nlp {

namespace {

constexpr std::size_t kMostMixRows = 20'000;

std::uint64_t rotate_left(std::uint64_t x, unsigned n) {
  return x << n | x >> (64 - n);
}

std::uint64_t mixed(std::uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdULL;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ULL;
  return h ^ h >> 33;
}

}  // namespace

HashRows hash_rows(std::uint64_t id, std::uint64_t seed, std::uint32_t table_rows) {
  std::uint64_t h1 = rotate_left(id * 0x87c37b91114253d5ULL, 31) * 0x4cf5ad432745937fULL;
  std::uint64_t h2 = seed ^ 8U;
  h1 = (h1 ^ seed ^ 8U) + h2;
  h2 += h1;
  h1 = mixed(h1);
  h2 = mixed(h2);
  h1 += h2;
  h2 += h1;
  const auto low = [](std::uint64_t h) { return static_cast<std::uint32_t>(h); };
  const auto high = [](std::uint64_t h) { return static_cast<std::uint32_t>(h >> 32); };
  return {{low(h1) % table_rows, high(h1) % table_rows, low(h2) % table_rows, high(h2) % table_rows}};
}

std::uint64_t Tok2Vec::value_of(const Lexeme& lexeme, bool space_after, Column column) {
  switch (column) {
    case Column::norm:
      return lexeme.norm;
    case Column::prefix:
      return lexeme.prefix;
    case Column::suffix:
      return lexeme.suffix;
    case Column::shape:
      return lexeme.shape;
    case Column::spacy:
      return space_after ? 1 : 0;
    case Column::is_space:
      return lexeme.is_space ? 1 : 0;
  }
  return 0;
}

/// The input of the mixing layer: one vector a column, then the static one.
void Tok2Vec::embed(const Lexeme& lexeme, bool space_after, float* out) const {
  for (const Embedding& embedding : embeddings_) {
    const HashRows rows =
        hash_rows(value_of(lexeme, space_after, embedding.column), embedding.seed, embedding.rows);
    const auto vector = [&](int k) { return embedding.table.data() + rows.row[k] * width_; };
    const float* const vectors[] = {vector(0), vector(1), vector(2), vector(3)};
    sum_rows(vectors, std::size(vectors), width_, out);
    out += width_;
  }
  if (vector_map_.outputs() == 0) return;
  if (const float* const vector = vectors_->find(lexeme.orth))
    vector_map_.apply(vector, 1, vector_map_.inputs(), out);
  else
    std::fill_n(out, width_, 0.0F);
}

/// What the mixing layer makes of the tokens first..last, to `out`. A row depends on the word form (and the
/// space behind it) alone, so rows are remembered.
void Tok2Vec::mix(const Lexicon& lexicon, std::span<const RawToken> tokens, Scratch& scratch,
                  float* out) const {
  MixMemory& memory = scratch.mix;
  if (memory.generation != lexicon.generation() || memory.rows.size() > kMostMixRows * width_) memory = {};
  memory.generation = lexicon.generation();
  memory.row_of.resize(2 * lexicon.size());
  const std::size_t known = memory.rows.size() / width_;
  scratch.fresh.clear();
  const auto slot = [&](const RawToken& token) -> std::uint32_t& {
    return memory.row_of[2 * token.lexeme + (token.space_after ? 1 : 0)];
  };
  for (const RawToken& token : tokens) {
    if (slot(token) != 0) continue;
    scratch.fresh.push_back(&token);
    slot(token) = static_cast<std::uint32_t>(known + scratch.fresh.size());
  }
  compute_mix(lexicon, scratch);
  for (const RawToken& token : tokens) {
    std::copy_n(memory.rows.data() + (slot(token) - 1) * width_, width_, out);
    out += width_;
  }
}

/// Appends the rows of scratch.fresh to the mix memory.
void Tok2Vec::compute_mix(const Lexicon& lexicon, Scratch& scratch) const {
  const std::size_t count = scratch.fresh.size();
  const std::size_t inputs = mix_.map.inputs();
  scratch.features.resize(count * inputs);
  scratch.products.resize(std::max(scratch.products.size(), count * width_ * pieces_));
  for (std::size_t i = 0; i < count; ++i) {
    const RawToken& token = *scratch.fresh[i];
    embed(lexicon[token.lexeme], token.space_after, scratch.features.data() + i * inputs);
  }
  mix_.map.apply(scratch.features.data(), count, inputs, scratch.products.data());
  auto& rows = scratch.mix.rows;
  const std::size_t known = rows.size();
  rows.resize(known + count * width_);
  for (std::size_t i = 0; i < count; ++i)
    activate(mix_, scratch.products.data() + i * width_ * pieces_, false, rows.data() + known + i * width_);
}

void Tok2Vec::activate(const MaxoutLayer& layer, const float* products, bool add, float* out) const {
  float best[kWidest];
  maxout(products, pieces_, width_, best);
  layernorm(best, width_, layer.gain.data(), layer.shift.data(), add, out);
}

void Tok2Vec::run(const Lexicon& lexicon, std::span<const RawToken> document, std::size_t begin,
                  std::size_t end, Scratch& scratch, float* out) const {
  const std::size_t first = begin > halo() ? begin - halo() : 0;  // tokens whose rows are needed
  const std::size_t last = std::min(end + halo(), document.size());
  const std::size_t rows = end - begin + 2 * halo();  // with zero rows before and behind the document
  scratch.products.resize(std::max(scratch.products.size(), rows * width_ * pieces_));
  scratch.rows.assign(rows * width_, 0.0F);
  mix(lexicon, document.subspan(first, last - first), scratch,
      scratch.rows.data() + (first + halo() - begin) * width_);

  // Every layer sees one row less at either end, so that the rows asked for are left in the middle.
  for (std::size_t depth = 1; depth <= halo(); ++depth) {
    const MaxoutLayer& layer = encoder_[depth - 1];
    const std::size_t left = rows - 2 * depth;
    layer.map.apply(scratch.rows.data() + (depth - 1) * width_, left, width_, scratch.products.data());
    for (std::size_t i = 0; i < left; ++i)
      activate(layer, scratch.products.data() + i * width_ * pieces_, true,
               scratch.rows.data() + (depth + i) * width_);
  }
  std::copy_n(scratch.rows.data() + halo() * width_, (end - begin) * width_, out);
}

}  // namespace entente::nlp
