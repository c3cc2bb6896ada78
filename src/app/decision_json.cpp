// SPDX-License-Identifier: Apache-2.0
#include "app/decision_json.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace entente::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxDepth = 4;
constexpr std::size_t kIdDigits = 16;

/// Under which name the subject and the value of a kind stand; empty: it has none.
struct Names {
  std::string_view subject, value;
};

Names names_of(DecisionKind kind) {
  constexpr std::array<Names, 8> kNames = {{{"fact", ""},
                                            {"fact", ""},
                                            {"fact", "text"},
                                            {"entity", "into"},
                                            {"entity", "name"},
                                            {"entity", "name"},
                                            {"entity", "class"},
                                            {"decision", ""}}};
  return kNames[static_cast<std::size_t>(kind)];
}

bool is_id(std::string_view text) {
  return text.size() == kIdDigits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Reads one line; `failure` is what is wrong with it.
class LineReader {
 public:
  explicit LineReader(const Json& json) : json_(json) {}

  [[nodiscard]] bool read(Decision& decision);
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  bool fails(std::string failure) {
    if (failure_.empty()) failure_ = std::move(failure);
    return false;
  }
  bool text(std::string_view name, std::string& into, bool needed);
  bool ids(const char* name, std::vector<std::string>& into);

  const Json& json_;
  std::string failure_;
};

bool LineReader::text(std::string_view name, std::string& into, bool needed) {
  const auto found = json_.find(std::string(name));
  if (found == json_.end()) return !needed || fails("no \"" + std::string(name) + "\"");
  if (!found->is_string()) return fails("\"" + std::string(name) + "\" is not a text");
  into = found->get<std::string>();
  return !needed || !into.empty() || fails("\"" + std::string(name) + "\" is empty");
}

bool LineReader::ids(const char* name, std::vector<std::string>& into) {
  const auto found = json_.find(name);
  if (found == json_.end()) return true;
  if (!found->is_array()) return fails(std::string("\"") + name + "\" is not a list of ids");
  for (const Json& each : *found) {
    if (!each.is_string() || !is_id(each.get<std::string>()))
      return fails(std::string("\"") + name + "\" is not a list of ids");
    into.push_back(each.get<std::string>());
  }
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
  return true;
}

bool LineReader::read(Decision& decision) {
  std::string kind;
  if (!text("kind", kind, true) || !text("id", decision.id, false)) return false;
  const auto known = decision_kind_from_text(kind);
  if (!known) return fails("there is no kind of decision '" + kind + "'");
  decision.kind = *known;
  const Names names = names_of(decision.kind);
  if (!text(names.subject, decision.subject, true)) return false;
  if (!names.value.empty() && !text(names.value, decision.value, true)) return false;
  if (!decision.id.empty() && !is_id(decision.id)) return fails("\"id\" is not 16 hex digits");
  if (decision.kind == DecisionKind::split) {
    if (!ids("facts", decision.facts) || !ids("documents", decision.documents)) return false;
    if (decision.facts.empty() && decision.documents.empty())
      return fails("no \"facts\" and no \"documents\"");
  }
  return text("about", decision.about, false) && text("by", decision.by, false) &&
         text("date", decision.date, false);
}

Result<Decision> decision_of(std::string_view line, const Place& place) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kMaxDepth;
    return !too_deep;
  };
  const Json json = Json::parse(line, guard, false);
  if (too_deep || json.is_discarded() || !json.is_object())
    return fail(ErrorKind::data, "not a JSON object", place,
                "entente decisions --export shows how lines look");
  Decision decision;
  LineReader reader(json);
  if (reader.read(decision)) return decision;
  return fail(ErrorKind::data, "no decision: " + reader.failure(), place,
              "entente decisions --export shows how lines look");
}

}  // namespace

std::string decision_as_json(const Decision& decision) {
  Json json = Json::object();
  const auto add = [&json](std::string_view name, const std::string& text) {
    if (!text.empty()) json[std::string(name)] = text;
  };
  const Names names = names_of(decision.kind);
  add("id", decision.id);
  add("kind", std::string(to_text(decision.kind)));
  add(names.subject, decision.subject);
  if (!names.value.empty()) add(names.value, decision.value);
  if (!decision.facts.empty()) json["facts"] = decision.facts;
  if (!decision.documents.empty()) json["documents"] = decision.documents;
  add("about", decision.about);
  add("by", decision.by);
  add("date", decision.date);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<Decision>> decisions_from_json(std::string_view lines, const std::string& file_name) {
  std::vector<Decision> decisions;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    auto decision = decision_of(line, {.file = file_name, .line = number});
    if (!decision) return fail(std::move(decision.error()));
    decisions.push_back(std::move(*decision));
  }
  return decisions;
}

}  // namespace entente::app
