// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <cstring>

#include "base/file.hpp"
#include "nlp/weights.hpp"

namespace entente::nlp {

namespace {

constexpr std::string_view kMagic("\x93NUMPY\x01\x00", 8);

/// The two numbers of "'shape': (20000, 300)".
bool read_shape(std::string_view header, std::vector<std::size_t>& shape) {
  const std::size_t key = header.find("'shape': (");
  if (key == header.npos) return false;
  const char* at = header.data() + key + 10;
  const char* const end = header.data() + header.size();
  for (int i = 0; i < 2; ++i) {
    std::size_t number = 0;
    const auto [behind, failure] = std::from_chars(at, end, number);
    if (failure != std::errc{}) return false;
    shape.push_back(number);
    at = behind;
    while (at != end && (*at == ',' || *at == ' ')) ++at;
  }
  return at != end && *at == ')';
}

}  // namespace

Result<Tensor> read_npy(const std::string& file) {
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes.error());
  const auto broken = [&](const char* why) { return fail(ErrorKind::data, why, {.file = file}); };
  const std::string_view all = *bytes;
  if (all.size() < 10 || all.substr(0, 8) != kMagic) return broken("not a .npy file of version 1");
  const std::size_t length = static_cast<unsigned char>(all[8]) + 256U * static_cast<unsigned char>(all[9]);
  if (all.size() - 10 < length) return broken("file is cut short");
  const std::string_view header = all.substr(10, length);
  const std::string_view data = all.substr(10 + length);
  Tensor tensor;
  if (header.find("'<f4'") == header.npos || header.find("'fortran_order': False") == header.npos)
    return broken("not an array of float32 in C order");
  if (!read_shape(header, tensor.shape)) return broken("the array must have two dimensions");
  const std::size_t columns = tensor.shape[1];
  if (columns != 0 && tensor.shape[0] > data.size() / columns) return broken("file is cut short");
  if (tensor.shape[0] * columns * sizeof(float) != data.size())
    return broken("the shape of the array does not fit its data");
  tensor.values.resize(tensor.shape[0] * columns);
  if (!tensor.values.empty()) std::memcpy(tensor.values.data(), data.data(), data.size());
  return tensor;
}

}  // namespace entente::nlp
