// SPDX-License-Identifier: Apache-2.0
#include "query/memory_use.hpp"

namespace entente::query {

namespace {

constexpr std::size_t kMapEntry = 64;  // what a map needs for an entry beside key and value

std::size_t beyond(const Value& value) {
  if (const auto* text = value.as<std::string>()) return text->capacity();
  if (const auto* list = value.as<List>()) return bytes_of(*list);
  if (const auto* path = value.as<Path>())
    return path->nodes.size() * sizeof(graph::NodeId) + path->edges.size() * sizeof(graph::EdgeId);
  std::size_t bytes = 0;
  if (const auto* map = value.as<Map>())
    for (const auto& [key, entry] : *map) bytes += kMapEntry + key.size() + bytes_of(entry);
  return bytes;
}

}  // namespace

std::size_t bytes_of(const Value& value) {
  return sizeof(Value) + beyond(value);
}

std::size_t bytes_of(const List& row) {
  auto bytes = sizeof(List);
  for (const auto& value : row) bytes += bytes_of(value);
  return bytes;
}

}  // namespace entente::query
