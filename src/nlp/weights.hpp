// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace entente::nlp {

/// A dense array of floats, row-major.
struct Tensor {
  std::vector<std::size_t> shape;
  std::vector<float> values;
};

/// One layer of a network as spaCy's library writes it.
struct Layer {
  std::string name;  ///< its kind: "maxout", "hashembed", ...
  std::map<std::string, Tensor> arrays;
  std::map<std::string, std::int64_t> numbers;  ///< integer attributes, such as "seed" and "column"
  std::map<std::string, std::vector<std::string>> name_lists;  ///< attributes such as "columns"
};

/// The layers of a weight file, in file order. Every question that it cannot answer is an error naming the
/// file.
class Weights {
 public:
  [[nodiscard]] static Result<Weights> read(const std::string& file);

  [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }
  [[nodiscard]] std::vector<const Layer*> all(std::string_view name) const;

  /// The array, if it has the shape asked for; a 0 stands for any size.
  [[nodiscard]] Result<const Tensor*> array(const Layer& layer, const std::string& name,
                                            const std::vector<std::size_t>& shape) const;
  [[nodiscard]] Result<std::int64_t> number(const Layer& layer, const std::string& name) const;

  [[nodiscard]] tl::unexpected<Error> error(std::string message) const;

 private:
  std::string file_;
  std::vector<Layer> layers_;
};

/// A NumPy .npy file (version 1) of two dimensions of little-endian float32 in C order.
[[nodiscard]] Result<Tensor> read_npy(const std::string& file);

}  // namespace entente::nlp
