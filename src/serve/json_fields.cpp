// SPDX-License-Identifier: Apache-2.0
#include "serve/json_fields.hpp"

#include <algorithm>

#include "app/value_json.hpp"

namespace entente::serve {

JsonFields::JsonFields(std::string_view body) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > app::kDeepestJson;
    return !too_deep;
  };
  body_ = Json::parse(body, guard, /*allow_exceptions=*/false);
  if (too_deep) wrong("the body is nested too deeply");
  if (!body_.is_object()) wrong("the body is no JSON object");
}

void JsonFields::wrong(std::string message) {
  if (wrong_.empty()) wrong_ = std::move(message);
}

const Json* JsonFields::find(const std::string& name) {
  asked_.insert(name);
  if (!body_.is_object()) return nullptr;
  const auto found = body_.find(name);
  return found == body_.end() || found->is_null() ? nullptr : &*found;
}

std::string JsonFields::text(const std::string& name, bool is_needed) {
  const Json* value = find(name);
  if (value == nullptr && is_needed) wrong("'" + name + "' is missing");
  if (value == nullptr) return {};
  if (!value->is_string()) wrong("'" + name + "' must be a text");
  return value->is_string() ? value->get<std::string>() : std::string();
}

bool JsonFields::flag(const std::string& name, bool otherwise) {
  const Json* value = find(name);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) wrong("'" + name + "' must be true or false");
  return value->is_boolean() ? value->get<bool>() : otherwise;
}

std::size_t JsonFields::number(const std::string& name, std::size_t otherwise, std::size_t most) {
  const Json* value = find(name);
  if (value == nullptr) return otherwise;
  const bool good =
      value->is_number_unsigned() && value->get<std::uint64_t>() >= 1 && value->get<std::uint64_t>() <= most;
  if (!good) wrong("'" + name + "' must be a whole number from 1 to " + std::to_string(most));
  return good ? value->get<std::size_t>() : otherwise;
}

std::string JsonFields::one_of(const std::string& name, const std::vector<std::string>& words) {
  std::string word = text(name, false);
  if (word.empty()) return words.front();
  if (std::find(words.begin(), words.end(), word) != words.end()) return word;
  std::string all;
  for (const std::string& each : words) all += (all.empty() ? "" : ", ") + each;
  wrong("'" + name + "' must be one of: " + all);
  return words.front();
}

std::vector<std::string> JsonFields::texts(const std::string& name, std::size_t most) {
  const Json* value = find(name);
  std::vector<std::string> list;
  if (value == nullptr) return list;
  const auto is_text = [](const Json& item) { return item.is_string(); };
  if (!value->is_array() || value->size() > most || !std::all_of(value->begin(), value->end(), is_text))
    wrong("'" + name + "' must be a list of at most " + std::to_string(most) + " texts");
  else
    for (const Json& item : *value) list.push_back(item.get<std::string>());
  return list;
}

Json JsonFields::object(const std::string& name) {
  const Json* value = find(name);
  if (value == nullptr) return Json::object();
  if (!value->is_object()) wrong("'" + name + "' must be an object");
  return value->is_object() ? *value : Json::object();
}

Status JsonFields::done() {
  if (body_.is_object())
    for (const auto& [name, value] : body_.items())
      if (asked_.count(name) == 0) wrong("the field '" + name + "' is not known");
  if (wrong_.empty()) return {};
  return fail(ErrorKind::usage, wrong_);
}

}  // namespace entente::serve
