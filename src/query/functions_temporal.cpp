// SPDX-License-Identifier: Apache-2.0
#include "query/evaluate.hpp"
#include "query/functions.hpp"
#include "query/temporal.hpp"

// date(), datetime.truncate(), duration.between() and their kin.

namespace entente::query {

namespace {

template <class T>
Value given(const Call& call, Result<T> result) {
  if (result) return Value(std::move(*result));
  return call.wrong("InvalidArgumentValue", result.error().message);
}

Value now_as(Call& call, MomentKind kind, bool real, const Zone& zone) {
  const auto instant = real ? call.context.real_time() : call.context.statement_time();
  return given(call, convert(kind, moment_of(instant, zone)));
}

/// A map that tells no more than the zone asks for the present.
bool asks_for_now(const Map& map) {
  return map.size() == 1 && map.begin()->first == "timezone";
}

template <bool real>
Value clock(Call& call, MomentKind kind) {
  if (call.args.empty()) return now_as(call, kind, real, {});
  const auto& arg = call.args[0];
  if (arg.is_null()) return {};
  const auto* map = arg.as<Map>();
  const auto* text =
      map && asks_for_now(*map) ? map->begin()->second.as<std::string>() : arg.as<std::string>();
  if (!text) return call.wrong_type(0, type::string);
  const auto zone = read_zone(*text);
  if (!zone) return call.wrong("InvalidArgumentValue", "there is no time zone '" + *text + "'");
  return now_as(call, kind, real, *zone);
}

Value make(Call& call, MomentKind kind) {
  if (call.args.empty()) return now_as(call, kind, false, {});
  const auto& arg = call.args[0];
  if (const auto* text = arg.as<std::string>()) return given(call, read_moment(kind, *text));
  if (const auto* moment = arg.as<Moment>()) return given(call, convert(kind, *moment));
  if (const auto* map = arg.as<Map>()) {
    if (asks_for_now(*map)) return clock<false>(call, kind);
    return given(call, build(kind, *map, call.context.statement_time()));
  }
  return arg.is_null() ? Value() : call.wrong_type(0, type::string | type::map | type::moment);
}

Value cut(Call& call, MomentKind kind) {
  if (call.args[0].is_null() || call.args[1].is_null()) return {};
  const auto* unit = call.args[0].as<std::string>();
  const auto* moment = call.args[1].as<Moment>();
  const bool with_map = call.args.size() > 2 && !call.args[2].is_null();
  const auto* map = with_map ? call.args[2].as<Map>() : nullptr;
  if (!unit) return call.wrong_type(0, type::string);
  if (!moment) return call.wrong_type(1, type::moment);
  if (with_map && !map) return call.wrong_type(2, type::map);
  return given(call, truncate(kind, *unit, *moment, map ? *map : Map()));
}

// One function each: the catalogue holds plain pointers.
template <MomentKind kind>
Value make_kind(Call& call) {
  return make(call, kind);
}
template <MomentKind kind>
Value statement_clock(Call& call) {
  return clock<false>(call, kind);
}
template <MomentKind kind>
Value real_clock(Call& call) {
  return clock<true>(call, kind);
}
template <MomentKind kind>
Value truncate_kind(Call& call) {
  return cut(call, kind);
}

Value from_epoch(Call& call) {
  if (call.any_null()) return {};
  const Map map = {{"epochSeconds", call.args[0]}, {"nanosecond", call.args[1]}};
  return given(call, build(MomentKind::date_time, map, {}));
}

Value from_epoch_millis(Call& call) {
  if (call.any_null()) return {};
  return given(call, build(MomentKind::date_time, {{"epochMillis", call.args[0]}}, {}));
}

Value make_duration(Call& call) {
  const auto& arg = call.args[0];
  if (arg.is_null() || arg.as<Duration>()) return arg;
  if (const auto* text = arg.as<std::string>()) return given(call, read_duration(*text));
  if (const auto* map = arg.as<Map>()) return given(call, build_duration(*map));
  return call.wrong_type(0, type::string | type::map | type::duration);
}

template <Span span>
Value duration_between(Call& call) {
  if (call.any_null()) return {};
  for (std::size_t i = 0; i < 2; ++i)
    if (!call.args[i].as<Moment>()) return call.wrong_type(i, type::moment);
  return given(call, between(*call.args[0].as<Moment>(), *call.args[1].as<Moment>(), span));
}

constexpr TypeSet kTold = type::string | type::map | type::moment;

/// name(), name.truncate(), name.transaction(), name.statement(), name.realtime()
template <MomentKind kind>
void add_functions(std::vector<Function>& out, const std::array<std::string_view, 5>& names, TypeSet kinds) {
  const TypeSet gives = kinds | type::null;
  const TypeSet zone = type::string | type::map;
  out.push_back({names[0], 0, 1, {kTold}, gives, make_kind<kind>});
  out.push_back({names[1], 2, 3, {type::string, type::moment, type::map}, gives, truncate_kind<kind>});
  out.push_back({names[2], 0, 1, {zone}, gives, statement_clock<kind>});
  out.push_back({names[3], 0, 1, {zone}, gives, statement_clock<kind>});
  out.push_back({names[4], 0, 1, {zone}, gives, real_clock<kind>});
}

void add_duration_functions(std::vector<Function>& out) {
  const TypeSet gives = type::duration | type::null;
  const TypeSet told = type::string | type::map | type::duration;
  out.push_back({"duration", 1, 1, {told}, gives, make_duration});
  out.push_back(
      {"duration.between", 2, 2, {type::moment, type::moment}, gives, duration_between<Span::whole>});
  out.push_back(
      {"duration.inMonths", 2, 2, {type::moment, type::moment}, gives, duration_between<Span::months>});
  out.push_back({"duration.inDays", 2, 2, {type::moment, type::moment}, gives, duration_between<Span::days>});
  out.push_back(
      {"duration.inSeconds", 2, 2, {type::moment, type::moment}, gives, duration_between<Span::seconds>});
}

std::vector<Function> catalogue() {
  std::vector<Function> out;
  add_functions<MomentKind::date>(
      out, {"date", "date.truncate", "date.transaction", "date.statement", "date.realtime"}, type::date);
  add_functions<MomentKind::local_time>(out,
                                        {"localtime", "localtime.truncate", "localtime.transaction",
                                         "localtime.statement", "localtime.realtime"},
                                        type::local_time);
  add_functions<MomentKind::time>(
      out, {"time", "time.truncate", "time.transaction", "time.statement", "time.realtime"}, type::time);
  add_functions<MomentKind::local_date_time>(
      out,
      {"localdatetime", "localdatetime.truncate", "localdatetime.transaction", "localdatetime.statement",
       "localdatetime.realtime"},
      type::local_date_time);
  add_functions<MomentKind::date_time>(
      out,
      {"datetime", "datetime.truncate", "datetime.transaction", "datetime.statement", "datetime.realtime"},
      type::date_time);
  const TypeSet epoch = type::date_time | type::null;
  out.push_back({"datetime.fromEpoch", 2, 2, {type::integer, type::integer}, epoch, from_epoch});
  out.push_back({"datetime.fromEpochMillis", 1, 1, {type::integer}, epoch, from_epoch_millis});
  add_duration_functions(out);
  return out;
}

}  // namespace

const std::vector<Function>& temporal_functions() {
  static const std::vector<Function> kFunctions = catalogue();
  return kFunctions;
}

}  // namespace entente::query
