// SPDX-License-Identifier: Apache-2.0
#include "nlp/tagger.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "nlp/weights.hpp"

namespace entente::nlp {

Result<Tagger> Tagger::load(const std::string& directory, std::size_t width) {
  const std::string file = directory + "/tagger/cfg";
  const auto text = read_file(file);
  if (!text) return fail(text.error());
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object() || !json.contains("labels") || !json["labels"].is_array())
    return fail(ErrorKind::data, "not a JSON object with a list \"labels\"", {.file = file});
  Tagger tagger;
  for (const auto& label : json["labels"]) {
    if (!label.is_string()) return fail(ErrorKind::data, "a label is not a string", {.file = file});
    tagger.labels_.push_back(label.get<std::string>());
  }
  const auto weights = Weights::read(directory + "/tagger/model");
  if (!weights) return fail(weights.error());
  const auto layers = weights->all("softmax");
  if (layers.size() != 1) return weights->error("not one layer softmax");
  const auto matrix = weights->array(*layers[0], "W", {0, width});
  if (!matrix) return fail(matrix.error());
  const std::size_t classes = (*matrix)->shape[0];
  const auto bias = weights->array(*layers[0], "b", {classes});
  if (!bias) return fail(bias.error());
  if (classes != tagger.labels_.size())
    return weights->error("the tagger scores " + std::to_string(classes) + " tags, but tagger/cfg names " +
                          std::to_string(tagger.labels_.size()));
  tagger.map_ = LinearMap((*matrix)->values.data(), (*bias)->values.data(), classes, width);
  return tagger;
}

void Tagger::tag(const float* vectors, std::size_t tokens, std::vector<float>& scores,
                 std::uint16_t* out) const {
  scores.resize(tokens * labels_.size());
  map_.apply(vectors, tokens, map_.inputs(), scores.data());
  for (std::size_t i = 0; i < tokens; ++i) {
    const float* const row = scores.data() + i * labels_.size();
    out[i] = static_cast<std::uint16_t>(std::max_element(row, row + labels_.size()) - row);
  }
}

}  // namespace entente::nlp
