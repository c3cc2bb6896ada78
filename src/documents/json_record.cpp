// SPDX-License-Identifier: Apache-2.0
#include "documents/json_record.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "documents/date.hpp"
#include "text/reader.hpp"

namespace entente::documents {

namespace {

using Json = nlohmann::json;

/// Keeps the parse from recursing deeper than any document line needs.
constexpr int kMaxDepth = 64;

Result<Json> parse_line(const std::string& line, const Place& place) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kMaxDepth;
    return !too_deep;
  };
  try {
    Json json = Json::parse(line, guard);
    if (too_deep) return fail(ErrorKind::data, "the JSON is nested too deep", place);
    if (!json.is_object())
      return fail(ErrorKind::data, "not a JSON object", place, R"(a line is {"id": ..., "text": ...})");
    return json;
  } catch (const Json::parse_error& error) {
    Place at = place;
    at.column = error.byte == 0 ? 1 : error.byte;
    return fail(ErrorKind::data, "not valid JSON", std::move(at));
  } catch (const Json::out_of_range&) {
    return fail(ErrorKind::data, "a number is too large", place,
                "numbers end at 1.8e308; write it as a string");
  }
}

/// The value of a field, by its name or by a path of names with dots; null where there is none.
const Json* value_of(const Json& json, const std::string& name) {
  const Json* here = &json;
  for (std::size_t at = 0;;) {
    if (!here->is_object()) return nullptr;
    if (const auto found = here->find(name.substr(at)); found != here->end()) return &*found;
    const std::size_t dot = name.find('.', at);
    if (dot == std::string::npos) return nullptr;
    const auto found = here->find(name.substr(at, dot - at));
    if (found == here->end()) return nullptr;
    here = &*found;
    at = dot + 1;
  }
}

/// A text field; absent and null are empty. A number is taken where numbers are (ids).
Result<std::string> field(const Json& json, const std::string& name, const Place& place,
                          bool number_allowed = false) {
  const Json* found = value_of(json, name);
  if (found == nullptr || found->is_null()) return std::string();
  if (found->is_string()) return found->get<std::string>();
  if (number_allowed && found->is_number()) return found->dump();
  return fail(ErrorKind::data, "\"" + name + "\" is not a text", place);
}

}  // namespace

Result<Record> make_record(std::string id, Document given, const Place& place) {
  auto document = document_from_bytes(std::move(given.text), place.file);
  if (!document) {
    document.error().place = place;
    return fail(std::move(document.error()));
  }
  Record record;
  record.id = id.empty() ? document->id : std::move(id);
  document->name = record.id;
  document->date = day_of(given.date);
  document->title = std::move(given.title);
  document->url = std::move(given.url);
  record.document = std::move(*document);
  return record;
}

Result<Record> parse_json_record(const std::string& line, std::size_t number, const std::string& file,
                                 const Fields& fields) {
  const Place place{.file = file, .line = number};
  auto json = parse_line(line, place);
  if (!json) return fail(std::move(json.error()));
  if (value_of(*json, fields.text) == nullptr)
    return fail(ErrorKind::data, "no \"" + fields.text + "\"", place,
                fields.text == "text" ? R"(a line is {"id": ..., "text": ...})"
                                      : "--field says which field is the text");
  std::string id;
  Document given;
  for (const auto& [name, target] :
       {std::pair{&fields.id, &id}, std::pair{&fields.text, &given.text},
        std::pair{&fields.date, &given.date}, std::pair{&fields.title, &given.title},
        std::pair{&fields.url, &given.url}}) {
    auto value = field(*json, *name, place, target == &id);
    if (!value) return fail(std::move(value.error()));
    *target = std::move(*value);
  }
  return make_record(std::move(id), std::move(given), place);
}

}  // namespace entente::documents
