// SPDX-License-Identifier: Apache-2.0
#include "query/compare.hpp"

#include <cmath>
#include <functional>

#include "query/temporal.hpp"

namespace entente::query {

namespace {

template <class T>
int three_way(const T& a, const T& b) {
  return a < b ? -1 : b < a ? 1 : 0;
}

bool is_number(const Value& v) {
  return v.as<std::int64_t>() || v.as<double>();
}

/// Exact for all 64-bit integers and doubles (80-bit long double has a 64-bit mantissa).
long double number(const Value& v) {
  if (const auto* integer = v.as<std::int64_t>()) return static_cast<long double>(*integer);
  return static_cast<long double>(*v.as<double>());
}

bool is_nan(const Value& v) {
  return v.as<double>() && std::isnan(*v.as<double>());
}

Truth equal_lists(const List& a, const List& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto same_element = equals(a[i], b[i]);
    if (same_element && !*same_element) return false;
    unknown = unknown || !same_element;
  }
  return unknown ? Truth() : Truth(true);
}

Truth equal_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
    if (x->first != y->first) return false;
    const auto same_value = equals(x->second, y->second);
    if (same_value && !*same_value) return false;
    unknown = unknown || !same_value;
  }
  return unknown ? Truth() : Truth(true);
}

std::optional<int> compare_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const auto decided = compare(a[i], b[i]);
    if (!decided || *decided != 0) return decided;
  }
  return three_way(a.size(), b.size());
}

/// Rank of a type in the order of ORDER BY.
int rank(const Value& v) {
  if (is_nan(v)) return 14;
  switch (v.data.index()) {
    case 0:
      return 15;
    case 1:
      return 12;
    case 2:
    case 3:
      return 13;
    case 4:
      return 11;
    case 5:
      return 3;
    case 6:
      return 0;
    case 7:
      return 1;
    case 8:
      return 2;
    case 10:  // the kinds, the fullest first
      return 9 - static_cast<int>(v.as<Moment>()->kind);
    case 11:
      return 10;
    default:
      return 4;
  }
}

int order_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    if (const int decided = order(a[i], b[i]); decided != 0) return decided;
  return three_way(a.size(), b.size());
}

int order_maps(const Map& a, const Map& b) {
  auto x = a.begin();
  auto y = b.begin();
  for (; x != a.end() && y != b.end(); ++x, ++y) {
    if (const int keys = x->first.compare(y->first); keys != 0) return keys;
    if (const int values = order(x->second, y->second); values != 0) return values;
  }
  return three_way(a.size(), b.size());
}

int order_paths(const Path& a, const Path& b) {
  if (const int nodes = three_way(a.nodes, b.nodes); nodes != 0) return nodes;
  return three_way(a.edges, b.edges);
}

std::size_t mix(std::size_t seed, std::size_t value) {
  return seed ^ (value + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

}  // namespace

Truth equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (is_number(a) && is_number(b)) return number(a) == number(b);
  if (a.data.index() != b.data.index()) return false;
  if (const auto* list = a.as<List>()) return equal_lists(*list, *b.as<List>());
  if (const auto* map = a.as<Map>()) return equal_maps(*map, *b.as<Map>());
  return order(a, b) == 0;
}

std::optional<int> compare(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return {};
  if (is_number(a) && is_number(b)) {
    if (is_nan(a) || is_nan(b)) return {};
    return three_way(number(a), number(b));
  }
  if (a.data.index() != b.data.index()) return {};
  if (const auto* moment = a.as<Moment>()) {
    const auto& other = *b.as<Moment>();
    return moment->kind == other.kind ? std::optional(order(*moment, other)) : std::nullopt;
  }
  if (const auto* text = a.as<std::string>()) return three_way(text->compare(*b.as<std::string>()), 0);
  if (const auto* flag = a.as<bool>()) return three_way(*flag, *b.as<bool>());
  if (const auto* list = a.as<List>()) return compare_lists(*list, *b.as<List>());
  return {};
}

int order(const Value& a, const Value& b) {
  if (const int ranks = three_way(rank(a), rank(b)); ranks != 0) return ranks;
  if (is_nan(a)) return 0;
  if (is_number(a)) return three_way(number(a), number(b));
  switch (a.data.index()) {
    case 1:
      return three_way(*a.as<bool>(), *b.as<bool>());
    case 4:
      return a.as<std::string>()->compare(*b.as<std::string>());
    case 5:
      return order_lists(*a.as<List>(), *b.as<List>());
    case 6:
      return order_maps(*a.as<Map>(), *b.as<Map>());
    case 7:
      return three_way(*a.as<graph::NodeId>(), *b.as<graph::NodeId>());
    case 8:
      return three_way(*a.as<graph::EdgeId>(), *b.as<graph::EdgeId>());
    case 9:
      return order_paths(*a.as<Path>(), *b.as<Path>());
    case 10:
      return order(*a.as<Moment>(), *b.as<Moment>());
    case 11:
      return order(*a.as<Duration>(), *b.as<Duration>());
    default:
      return 0;
  }
}

std::size_t hash(const Value& value) {
  if (is_number(value)) return is_nan(value) ? 1 : std::hash<long double>()(number(value) + 0.0L);
  auto seed = value.data.index();
  if (const auto* flag = value.as<bool>()) return mix(seed, *flag ? 1 : 0);
  if (const auto* text = value.as<std::string>()) return mix(seed, std::hash<std::string>()(*text));
  if (const auto* list = value.as<List>()) return mix(seed, RowHash()(*list));
  if (const auto* map = value.as<Map>()) {
    for (const auto& [key, element] : *map)
      seed = mix(mix(seed, std::hash<std::string>()(key)), hash(element));
    return seed;
  }
  if (const auto* node = value.as<graph::NodeId>()) return mix(seed, static_cast<std::size_t>(*node));
  if (const auto* edge = value.as<graph::EdgeId>()) return mix(seed, static_cast<std::size_t>(*edge));
  if (const auto* moment = value.as<Moment>())
    return mix(mix(seed, static_cast<std::size_t>(moment->day)), static_cast<std::size_t>(moment->nano));
  if (const auto* length = value.as<Duration>()) {
    for (const auto part : {length->months, length->days, length->seconds})
      seed = mix(seed, static_cast<std::size_t>(part));
    return seed;
  }
  if (const auto* path = value.as<Path>()) {
    for (const auto node : path->nodes) seed = mix(seed, static_cast<std::size_t>(node));
    for (const auto edge : path->edges) seed = mix(seed, static_cast<std::size_t>(edge));
  }
  return seed;
}

std::size_t RowHash::operator()(const List& row) const {
  std::size_t seed = row.size();
  for (const auto& value : row) seed = mix(seed, hash(value));
  return seed;
}

bool RowSame::operator()(const List& a, const List& b) const {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same(a[i], b[i])) return false;
  return true;
}

}  // namespace entente::query
