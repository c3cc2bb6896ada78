// SPDX-License-Identifier: Apache-2.0
#include "graph/value_codec.hpp"

#include <memory>
#include <string>
#include <utility>

namespace entente::graph {

namespace {

/// What stands before a value of any kind. Numbers are never changed: they stand in files.
enum class Tag : std::uint8_t { null, no, yes, integer, real, text, list, map, day, moment, duration };

void tag(ByteWriter& out, Tag kind) {
  out.number(static_cast<std::uint64_t>(kind));
}

void write_moment(ByteWriter& out, const Moment& moment) {
  if (moment.kind == MomentKind::date) {
    tag(out, Tag::day);
    return out.signed_number(moment.day);
  }
  tag(out, Tag::moment);
  out.number(static_cast<std::uint64_t>(moment.kind));
  out.signed_number(moment.day);
  out.signed_number(moment.nano);
  out.signed_number(moment.offset);
  out.text(moment.zone ? *moment.zone : std::string());
}

Value read_moment(ByteReader& in) {
  Moment moment;
  const auto kind = in.number();
  moment.kind = kind <= static_cast<std::uint64_t>(MomentKind::date_time) ? static_cast<MomentKind>(kind)
                                                                          : MomentKind::date;
  moment.day = in.signed_number();
  moment.nano = in.signed_number();
  moment.offset = static_cast<std::int32_t>(in.signed_number());
  if (const auto zone = in.text(); !zone.empty()) moment.zone = std::make_shared<const std::string>(zone);
  return Value(std::move(moment));
}

Value read_duration(ByteReader& in) {
  Duration duration;
  duration.months = in.signed_number();
  duration.days = in.signed_number();
  duration.seconds = in.signed_number();
  duration.nanos = static_cast<std::int32_t>(in.signed_number());
  return Value(duration);
}

/// Writes what a value holds.
struct Writer {
  ByteWriter& out;
  int depth;

  void operator()(std::monostate) const { tag(out, Tag::null); }
  void operator()(bool flag) const { tag(out, flag ? Tag::yes : Tag::no); }
  void operator()(std::int64_t integer) const {
    tag(out, Tag::integer);
    out.signed_number(integer);
  }
  void operator()(double real) const {
    tag(out, Tag::real);
    out.real(real);
  }
  void operator()(const std::string& text) const {
    tag(out, Tag::text);
    out.text(text);
  }
  void operator()(const Moment& moment) const { write_moment(out, moment); }
  void operator()(const Duration& duration) const {
    tag(out, Tag::duration);
    for (const std::int64_t part :
         {duration.months, duration.days, duration.seconds, std::int64_t{duration.nanos}})
      out.signed_number(part);
  }
  void operator()(const List& list) const {
    if (depth >= kDeepestValue) return tag(out, Tag::null);
    tag(out, Tag::list);
    out.number(list.size());
    for (const Value& element : list) write_value(out, element, depth + 1);
  }
  void operator()(const Map& map) const {
    if (depth >= kDeepestValue) return tag(out, Tag::null);
    tag(out, Tag::map);
    out.number(map.size());
    for (const auto& [key, element] : map) {
      out.text(key);
      write_value(out, element, depth + 1);
    }
  }
};

}  // namespace

void write_value(ByteWriter& out, const Value& value, int depth) {
  std::visit(Writer{out, depth}, value.data);
}

Value read_value(ByteReader& in, int depth) {
  const auto kind = static_cast<Tag>(in.number());
  if (kind == Tag::no || kind == Tag::yes) return Value(kind == Tag::yes);
  if (kind == Tag::integer) return Value(in.signed_number());
  if (kind == Tag::real) return Value(in.real());
  if (kind == Tag::text) return Value(std::string(in.text()));
  if (kind == Tag::moment) return read_moment(in);
  if (kind == Tag::duration) return read_duration(in);
  if (kind == Tag::day) {
    Moment moment;
    moment.day = in.signed_number();
    return Value(std::move(moment));
  }
  if (depth > kDeepestValue) return {};
  if (kind == Tag::list) {
    List list;
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left)
      list.push_back(read_value(in, depth + 1));
    return Value(std::move(list));
  }
  if (kind != Tag::map) return {};
  Map map;
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::string key(in.text());
    map.emplace(std::move(key), read_value(in, depth + 1));
  }
  return Value(std::move(map));
}

}  // namespace entente::graph
