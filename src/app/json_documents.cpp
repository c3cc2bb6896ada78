// SPDX-License-Identifier: Apache-2.0
#include "app/json_documents.hpp"

#include <istream>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "text/reader.hpp"

namespace entente::app {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kPortionLines = 64;
constexpr std::size_t kPortionBytes = 4u << 20;

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
  }
}

/// A text field; absent and null are empty. A number is taken where numbers are (ids).
Result<std::string> field(const Json& json, const char* name, const Place& place,
                          bool number_allowed = false) {
  const auto found = json.find(name);
  if (found == json.end() || found->is_null()) return std::string();
  if (found->is_string()) return found->get<std::string>();
  if (number_allowed && found->is_number()) return found->dump();
  return fail(ErrorKind::data, std::string("\"") + name + "\" is not a text", place);
}

}  // namespace

Result<JsonDocument> parse_json_document(const std::string& line, std::size_t number,
                                         const std::string& file) {
  const Place place{.file = file, .line = number};
  auto json = parse_line(line, place);
  if (!json) return fail(std::move(json.error()));
  if (!json->contains("text"))
    return fail(ErrorKind::data, "no \"text\"", place, R"(a line is {"id": ..., "text": ...})");
  JsonDocument result;
  Document given;
  for (const auto& [name, target] :
       {std::pair{"id", &result.id}, std::pair{"text", &given.text}, std::pair{"date", &given.date},
        std::pair{"title", &given.title}, std::pair{"url", &given.url}}) {
    auto value = field(*json, name, place, target == &result.id);
    if (!value) return fail(std::move(value.error()));
    *target = std::move(*value);
  }
  auto document = document_from_bytes(std::move(given.text), file);
  if (!document) {
    document.error().place = place;
    return fail(std::move(document.error()));
  }
  if (result.id.empty()) result.id = document->id;
  document->name = result.id;
  document->date = std::move(given.date);
  document->title = std::move(given.title);
  document->url = std::move(given.url);
  result.document = std::move(*document);
  return result;
}

std::vector<Result<JsonDocument>> JsonDocuments::next_portion() {
  std::vector<Result<JsonDocument>> portion;
  std::size_t bytes = 0;
  std::string line;
  while (portion.size() < kPortionLines && bytes < kPortionBytes && std::getline(in_, line)) {
    ++line_;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    bytes += line.size();
    portion.push_back(parse_json_document(line, line_, file_));
  }
  return portion;
}

}  // namespace entente::app
