// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "query/evaluate.hpp"
#include "query/types.hpp"

// Properties, elements and slices.

namespace entente::query {

namespace {

Value lookup(const Map& map, const std::string& name) {
  const auto found = map.find(name);
  return found == map.end() ? Value() : found->second;
}

Value part(std::optional<Value> found, const Value& base, const std::string& name, const Expr& place,
           Context& context) {
  if (found) return std::move(*found);
  return context.wrong(place.range, "InvalidArgumentValue",
                       std::string(describe(base)) + " has no component '" + name + "'");
}

Value named(const Value& base, const std::string& name, const Expr& place, Context& context) {
  if (base.is_null()) return {};
  if (const auto* node = base.as<graph::NodeId>()) return from_property(context.graph.cell(*node, name));
  if (const auto* edge = base.as<graph::EdgeId>()) return from_property(context.graph.cell(*edge, name));
  if (const auto* map = base.as<Map>()) return lookup(*map, name);
  if (const auto* moment = base.as<Moment>())
    return part(component(*moment, name), base, name, place, context);
  if (const auto* duration = base.as<Duration>())
    return part(component(*duration, name), base, name, place, context);
  return context.wrong(
      place.range, "InvalidArgumentType",
      "only nodes, relationships and maps have properties, but this is " + std::string(describe(base)));
}

Value element(const List& list, std::int64_t at) {
  const auto size = static_cast<std::int64_t>(list.size());
  if (at < 0) at += size;
  return at < 0 || at >= size ? Value() : list[static_cast<std::size_t>(at)];
}

constexpr int kMaxValueDepth = 300;

bool is_deeper(const Value& value, int levels) {
  if (levels == 0) return true;
  if (const auto* list = value.as<List>())
    return std::any_of(list->begin(), list->end(), [&](const Value& v) { return is_deeper(v, levels - 1); });
  if (const auto* map = value.as<Map>())
    return std::any_of(map->begin(), map->end(),
                       [&](const auto& entry) { return is_deeper(entry.second, levels - 1); });
  return false;
}

}  // namespace

bool has_safe_depth(const Value& value, Range place, Context& context) {
  if (!is_deeper(value, kMaxValueDepth)) return true;
  context.wrong(place, "TooDeep",
                "lists are nested deeper than " + std::to_string(kMaxValueDepth) + " levels");
  return false;
}

constexpr std::size_t kBytesPerStep = 256;  // copied in the time of one step

bool has_safe_size(std::size_t size, std::size_t limit, Range place, Context& context) {
  if (size <= limit) return context.steps(size / kBytesPerStep);
  context.wrong(
      place, "TooLarge",
      "the value grows beyond " + std::to_string(limit) + (limit == kMaxListSize ? " elements" : " bytes"));
  return false;
}

Value property_of(const Value& base, const Expr& property, Context& context) {
  return named(base, property.name, property, context);
}

Value element_of(const Value& base, const Value& key, const Expr& place, Context& context) {
  if (const auto* list = base.as<List>()) {
    if (key.is_null()) return {};
    if (const auto* at = key.as<std::int64_t>()) return element(*list, *at);
    return context.wrong(place.range, "InvalidArgumentType",
                         "a list is indexed by an integer, not by " + std::string(describe(key)));
  }
  if (base.is_null()) return {};
  if ((type_of(base) & (type::map | type::entity | type::temporal)) != 0) {
    if (key.is_null()) return {};
    if (const auto* name = key.as<std::string>()) return named(base, *name, place, context);
    return context.wrong(place.range, "MapElementAccessByNonString",
                         "a property is named by a string, not by " + std::string(describe(key)));
  }
  return context.wrong(
      place.range, "InvalidArgumentType",
      "only lists, maps, nodes and relationships have elements, but this is " + std::string(describe(base)));
}

Value slice_of(const Value& base, const Value* from, const Value* to, const Expr& place, Context& context) {
  if (base.is_null() || (from && from->is_null()) || (to && to->is_null())) return {};
  const auto* list = base.as<List>();
  if (!list || (from && !from->as<std::int64_t>()) || (to && !to->as<std::int64_t>()))
    return context.wrong(place.range, "InvalidArgumentType", "a slice needs a list and integers");
  const auto size = static_cast<std::int64_t>(list->size());
  const auto clamp = [&](std::int64_t at) {
    return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
  };
  const auto begin = from ? clamp(*from->as<std::int64_t>()) : 0;
  const auto end = std::max(begin, to ? clamp(*to->as<std::int64_t>()) : size);
  return List(list->begin() + begin, list->begin() + end);
}

}  // namespace entente::query
