// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "nlp/tok2vec.hpp"

namespace entente::nlp {

namespace {

constexpr std::size_t kWindow = 3;

/// Rows o * pieces + p of a matrix, in the order p * width + o.
std::vector<float> by_piece(const std::vector<float>& values, std::size_t width, std::size_t pieces,
                            std::size_t row) {
  std::vector<float> out(values.size());
  for (std::size_t o = 0; o < width; ++o)
    for (std::size_t p = 0; p < pieces; ++p)
      std::copy_n(values.data() + (o * pieces + p) * row, row, out.data() + (p * width + o) * row);
  return out;
}

}  // namespace

Result<Tok2Vec::Column> Tok2Vec::column_named(const Weights& weights, const std::string& name) {
  static constexpr std::string_view kNames[] = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    if (name == kNames[i]) return static_cast<Column>(i);
  return weights.error("no feature is known by the name \"" + name + "\"");
}

Status Tok2Vec::read_embeddings(const Weights& weights) {
  const auto extractors = weights.all("extract_features");
  if (extractors.size() != 1) return weights.error("not one layer extract_features");
  const auto names = extractors[0]->name_lists.find("columns");
  if (names == extractors[0]->name_lists.end()) return weights.error("layer extract_features has no columns");
  const auto layers = weights.all("hashembed");
  if (layers.empty() || layers.size() != names->second.size())
    return weights.error("not one layer hashembed for every column");
  embeddings_.resize(layers.size());
  std::vector<bool> filled(layers.size());
  for (const Layer* layer : layers) {
    const auto column = weights.number(*layer, "column");
    const auto seed = weights.number(*layer, "seed");
    const auto table = weights.array(*layer, "E", {0, width_});
    if (!column) return fail(column.error());
    if (!seed) return fail(seed.error());
    if (!table) return fail(table.error());
    if (*column < 0 || static_cast<std::size_t>(*column) >= layers.size() ||
        filled[static_cast<std::size_t>(*column)])
      return weights.error("layer hashembed has a column that cannot be");
    const auto index = static_cast<std::size_t>(*column);
    const auto kind = column_named(weights, names->second[index]);
    if (!kind) return fail(kind.error());
    filled[index] = true;
    embeddings_[index] = {*kind, static_cast<std::uint64_t>(*seed),
                          static_cast<std::uint32_t>((*table)->shape[0]), (*table)->values};
  }
  return {};
}

Result<Tok2Vec::MaxoutLayer> Tok2Vec::read_layer(const Weights& weights, const Layer& maxout,
                                                 const Layer& norm, std::size_t inputs) const {
  const auto matrix = weights.array(maxout, "W", {width_, pieces_, inputs});
  const auto bias = weights.array(maxout, "b", {width_, pieces_});
  const auto gain = weights.array(norm, "G", {width_});
  const auto shift = weights.array(norm, "b", {width_});
  if (!matrix) return fail(matrix.error());
  if (!bias) return fail(bias.error());
  if (!gain) return fail(gain.error());
  if (!shift) return fail(shift.error());
  MaxoutLayer layer;
  layer.map = LinearMap(by_piece((*matrix)->values, width_, pieces_, inputs).data(),
                        by_piece((*bias)->values, width_, pieces_, 1).data(), width_ * pieces_, inputs);
  layer.gain = (*gain)->values;
  layer.shift = (*shift)->values;
  return layer;
}

std::size_t Tok2Vec::mix_inputs() const {
  return width_ * (embeddings_.size() + (vector_map_.outputs() != 0 ? 1 : 0));
}

/// The mixing layer is the one whose inputs are all embeddings; the others are the encoder, in file order.
Status Tok2Vec::read_encoder(const Weights& weights) {
  const auto maxouts = weights.all("maxout");
  const auto norms = weights.all("layernorm");
  if (maxouts.size() != norms.size()) return weights.error("not one layer layernorm for every maxout");
  bool mixed = false;
  for (std::size_t i = 0; i < maxouts.size(); ++i) {
    const auto matrix = weights.array(*maxouts[i], "W", {0, 0, 0});
    if (!matrix) return fail(matrix.error());
    const bool mix = !mixed && (*matrix)->shape[2] == mix_inputs();
    auto layer = read_layer(weights, *maxouts[i], *norms[i], mix ? mix_inputs() : kWindow * width_);
    if (!layer) return fail(layer.error());
    if (mix)
      mix_ = std::move(*layer);
    else
      encoder_.push_back(std::move(*layer));
    mixed = mixed || mix;
  }
  if (!mixed) return weights.error("no layer maxout takes the embeddings");
  return {};
}

Result<Tok2Vec> Tok2Vec::make(const Weights& weights, const StaticVectors& vectors) {
  Tok2Vec network;
  const auto maxouts = weights.all("maxout");
  if (maxouts.empty()) return weights.error("no layer maxout");
  const auto matrix = weights.array(*maxouts[0], "W", {0, 0, 0});
  if (!matrix) return fail(matrix.error());
  network.width_ = (*matrix)->shape[0];
  network.pieces_ = (*matrix)->shape[1];
  if (network.width_ > kWidest || network.width_ % kLanes != 0)
    return weights.error("the network's width is not a multiple of 16 up to 1024");
  if (auto read = network.read_embeddings(weights); !read) return fail(read.error());
  const auto statics = weights.all("static_vectors");
  if (statics.size() > 1) return weights.error("more than one layer static_vectors");
  if (statics.size() == 1) {
    if (vectors.width() == 0)
      return weights.error("layer static_vectors needs vocab/vectors, which is empty");
    const auto map = weights.array(*statics[0], "W", {network.width_, vectors.width()});
    if (!map) return fail(map.error());
    network.vectors_ = &vectors;
    network.vector_map_ = LinearMap((*map)->values.data(), nullptr, network.width_, vectors.width());
  }
  if (auto read = network.read_encoder(weights); !read) return fail(read.error());
  return network;
}

}  // namespace entente::nlp
