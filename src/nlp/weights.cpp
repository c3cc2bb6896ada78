// SPDX-License-Identifier: Apache-2.0
#include "nlp/weights.hpp"

#include <cstring>

#include "nlp/msgpack.hpp"

namespace entente::nlp {

namespace {

using Value = Msgpack::Value;
using Kind = Msgpack::Kind;

/// Number of elements, or nothing when it does not fit the bytes given.
std::optional<std::size_t> element_count(const std::vector<std::size_t>& shape, std::size_t bytes) {
  std::size_t count = 1;
  for (const std::size_t size : shape) {
    if (size != 0 && count > bytes / size) return std::nullopt;
    count *= size;
  }
  return count * sizeof(float) == bytes ? std::optional(count) : std::nullopt;
}

Result<Tensor> read_tensor(const Msgpack& data, const Value& value) {
  const auto type = value.find("type");
  const auto shape = value.find("shape");
  const auto bytes = value.find("data");
  if (!type || type->text() != "<f4") return data.error(value, "an array must have type <f4");
  if (!shape || shape->kind() != Kind::array || !bytes || !bytes->text())
    return data.error(value, "an array must have shape and data");
  Tensor tensor;
  for (const Value& size : shape->children()) {
    const auto number = size.unsigned_integer();
    if (!number) return data.error(size, "a shape must be of whole numbers");
    tensor.shape.push_back(*number);
  }
  const auto count = element_count(tensor.shape, bytes->text()->size());
  if (!count) return data.error(value, "the shape of an array does not fit its data");
  tensor.values.resize(*count);
  if (*count != 0) std::memcpy(tensor.values.data(), bytes->text()->data(), bytes->text()->size());
  return tensor;
}

Status read_arrays(const Msgpack& data, const Value& params, Layer& layer) {
  const auto entries = params.children();
  if (params.kind() != Kind::map) return data.error(params, "the parameters of a layer must be a map");
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    if (entries[i + 1].kind() == Kind::nil) continue;
    const auto name = entries[i].text();
    if (!name) return data.error(entries[i], "an array has no name");
    auto tensor = read_tensor(data, entries[i + 1]);
    if (!tensor) return fail(tensor.error());
    layer.arrays[std::string(*name)] = std::move(*tensor);
  }
  return {};
}

/// Attributes are msgpack texts of their own; kinds of value that no layer here needs are passed over.
Status read_attributes(const Msgpack& data, const Value& attributes, Layer& layer) {
  const auto entries = attributes.children();
  if (attributes.kind() != Kind::map)
    return data.error(attributes, "the attributes of a layer must be a map");
  for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
    const auto name = entries[i].text();
    const auto packed = entries[i + 1].text();
    if (!name || !packed) return data.error(entries[i], "an attribute must have a name and a value");
    const auto inner = Msgpack::parse(std::string(*packed), data.file());
    if (!inner) return data.error(entries[i + 1], inner.error().message);
    const Value value = (*inner)->root();
    if (const auto number = value.integer()) layer.numbers[std::string(*name)] = *number;
    if (value.kind() != Kind::array) continue;
    auto& names = layer.name_lists[std::string(*name)];
    for (const Value& item : value.children())
      if (const auto text = item.text()) names.emplace_back(*text);
  }
  return {};
}

std::string to_text(const std::vector<std::size_t>& shape) {
  std::string text = "(";
  for (const std::size_t size : shape) {
    if (text.size() > 1) text += ',';
    text += size == 0 ? "*" : std::to_string(size);
  }
  return text + ")";
}

bool fits(const std::vector<std::size_t>& shape, const std::vector<std::size_t>& wanted) {
  if (shape.size() != wanted.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (wanted[i] == 0 ? shape[i] == 0 : shape[i] != wanted[i]) return false;
  return true;
}

}  // namespace

Result<Weights> Weights::read(const std::string& file) {
  const auto packed = Msgpack::read(file);
  if (!packed) return fail(packed.error());
  const Msgpack& data = **packed;
  const auto nodes = data.root().find("nodes");
  const auto attributes = data.root().find("attrs");
  const auto params = data.root().find("params");
  if (!nodes || !attributes || !params)
    return data.error(data.root(), "not a weight file: nodes, attrs and params expected");
  const auto node_list = nodes->children();
  const auto attribute_list = attributes->children();
  const auto param_list = params->children();
  if (node_list.size() != attribute_list.size() || node_list.size() != param_list.size())
    return data.error(data.root(), "nodes, attrs and params differ in length");

  Weights weights;
  weights.file_ = file;
  for (std::size_t i = 0; i < node_list.size(); ++i) {
    const auto name = node_list[i].find("name");
    if (!name || !name->text()) return data.error(node_list[i], "a layer has no name");
    Layer layer;
    layer.name = *name->text();
    if (auto read = read_attributes(data, attribute_list[i], layer); !read) return fail(read.error());
    if (auto read = read_arrays(data, param_list[i], layer); !read) return fail(read.error());
    weights.layers_.push_back(std::move(layer));
  }
  return weights;
}

std::vector<const Layer*> Weights::all(std::string_view name) const {
  std::vector<const Layer*> found;
  for (const Layer& layer : layers_)
    if (layer.name == name) found.push_back(&layer);
  return found;
}

Result<const Tensor*> Weights::array(const Layer& layer, const std::string& name,
                                     const std::vector<std::size_t>& shape) const {
  const auto found = layer.arrays.find(name);
  if (found == layer.arrays.end()) return error("layer " + layer.name + " has no array " + name);
  if (!fits(found->second.shape, shape))
    return error("array " + name + " of layer " + layer.name + " has shape " + to_text(found->second.shape) +
                 ", not " + to_text(shape));
  return &found->second;
}

Result<std::int64_t> Weights::number(const Layer& layer, const std::string& name) const {
  const auto found = layer.numbers.find(name);
  if (found == layer.numbers.end()) return error("layer " + layer.name + " has no number " + name);
  return found->second;
}

tl::unexpected<Error> Weights::error(std::string message) const {
  return fail(ErrorKind::data, std::move(message), {.file = file_});
}

}  // namespace entente::nlp
