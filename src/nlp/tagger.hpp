// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "nlp/kernels.hpp"

namespace entente::nlp {

/// spaCy's tagger: the tag of the highest score, the first of equals.
class Tagger {
 public:
  /// Reads `tagger` of a model directory, for token vectors of `width` numbers.
  [[nodiscard]] static Result<Tagger> load(const std::string& directory, std::size_t width);

  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }

  /// Numbers in labels() for tokens with these vectors; `scores` is working memory.
  void tag(const float* vectors, std::size_t tokens, std::vector<float>& scores, std::uint16_t* out) const;

 private:
  LinearMap map_;
  std::vector<std::string> labels_;
};

}  // namespace entente::nlp
