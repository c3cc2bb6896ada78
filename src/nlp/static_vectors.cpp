// SPDX-License-Identifier: Apache-2.0
#include "nlp/msgpack.hpp"
#include "nlp/tok2vec.hpp"

namespace entente::nlp {

Result<StaticVectors> StaticVectors::load(const std::string& directory) {
  auto array = read_npy(directory + "/vocab/vectors");
  if (!array) return fail(array.error());
  const auto file = Msgpack::read(directory + "/vocab/key2row");
  if (!file) return fail(file.error());
  const Msgpack& data = **file;
  if (data.root().kind() != Msgpack::Kind::map) return data.error(data.root(), "not a map");

  StaticVectors vectors;
  const std::size_t rows = array->shape[0];
  vectors.width_ = array->shape[1];
  vectors.values_ = std::move(array->values);
  const auto entries = data.root().children();
  vectors.row_of_.reserve(entries.size() / 2);
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    const auto key = entries[i].unsigned_integer();
    const auto row = entries[i + 1].integer();
    if (!key || !row) return data.error(entries[i], "key2row must map numbers to numbers");
    if (*row < 0) continue;
    if (static_cast<std::uint64_t>(*row) >= rows)
      return data.error(entries[i + 1], "there is no such row in vocab/vectors");
    vectors.row_of_[*key] = static_cast<std::uint32_t>(*row);
  }
  return vectors;
}

const float* StaticVectors::find(std::uint64_t orth) const {
  const auto found = row_of_.find(orth);
  return found == row_of_.end() ? nullptr : values_.data() + std::size_t{found->second} * width_;
}

}  // namespace entente::nlp
