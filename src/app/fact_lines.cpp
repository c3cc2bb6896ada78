// SPDX-License-Identifier: Apache-2.0
#include "app/fact_lines.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/sha256.hpp"
#include "resolve/near_copies.hpp"

namespace entente::app {

namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 8;

/// Reads the parts of a line; the first fault is kept.
class LineReader {
 public:
  explicit LineReader(const Json& json) : json_(json) {}

  bool read(FactLine& line);
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  bool fails(const std::string& fault) {
    if (fault_.empty()) fault_ = fault;
    return false;
  }
  /// Null and absent leave the target as it is.
  template <class T>
  void take(const Json& from, const char* name, T& into);
  [[nodiscard]] const Json* part(const Json& from, const char* name);
  std::string entity(const Json& json);
  std::string entity_at(const char* name);
  void quantity(const Json& from, const char* name, std::optional<Quantity>& into);
  void time(std::optional<TimeSpan>& into);
  Evidence evidence(const Json& from);
  void document();
  void circumstances(Fact& fact);
  void fact();

  const Json& json_;
  DocumentFacts* reading_ = nullptr;
  std::string* made_with_ = nullptr;
  std::string fault_;
};

template <class T>
void LineReader::take(const Json& from, const char* name, T& into) {
  const auto found = from.find(name);
  if (found == from.end() || found->is_null()) return;
  if constexpr (std::is_same_v<T, std::string>) {
    if (!found->is_string())
      fails(std::string("\"") + name + "\" is not a text");
    else
      into = found->template get<std::string>();
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!found->is_boolean())
      fails(std::string("\"") + name + "\" is not true or false");
    else
      into = found->template get<bool>();
  } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
    if (!found->is_array() ||
        !std::all_of(found->begin(), found->end(), [](const Json& e) { return e.is_string(); }))
      fails(std::string("\"") + name + "\" is not a list of texts");
    else
      into = found->template get<T>();
  } else if constexpr (std::is_floating_point_v<T>) {
    if (!found->is_number())
      fails(std::string("\"") + name + "\" is not a number");
    else
      into = found->template get<T>();
  } else {
    if (!found->is_number_unsigned() || found->template get<std::uint64_t>() > 0x7fffffff)
      fails(std::string("\"") + name + "\" is not a number from 0");
    else
      into = found->template get<T>();
  }
}

/// An object; null where it is absent.
const Json* LineReader::part(const Json& from, const char* name) {
  const auto found = from.find(name);
  if (found == from.end() || found->is_null()) return nullptr;
  if (!found->is_object()) fails(std::string("\"") + name + "\" is not an object");
  return found->is_object() ? &*found : nullptr;
}

void LineReader::quantity(const Json& from, const char* name, std::optional<Quantity>& into) {
  const Json* said = part(from, name);
  if (said == nullptr) return;
  Quantity& made = into.emplace();
  take(*said, "value", made.value);
  take(*said, "unit", made.unit);
  take(*said, "bound", made.bound);
  take(*said, "text", made.text);
}

/// Keeps the entity and gives its id.
std::string LineReader::entity(const Json& json) {
  Entity made;
  take(json, "id", made.id);
  take(json, "name", made.label);
  take(json, "class", made.cls);
  take(json, "mentions", made.mentions);
  take(json, "aliases", made.aliases);
  take(json, "wikidata", made.wikidata);
  take(json, "of_class", made.of_class);
  quantity(json, "quantity", made.quantity);
  if (made.id.empty()) fails("an entity has no \"id\"");
  std::string id = made.id;
  // What map knew no more of than its id is none of the document's entities.
  if (json.contains("mentions")) reading_->entities.push_back(std::move(made));
  return id;
}

std::string LineReader::entity_at(const char* name) {
  const Json* said = part(json_, name);
  return said == nullptr ? std::string() : entity(*said);
}

void LineReader::time(std::optional<TimeSpan>& into) {
  const Json* said = part(json_, "when");
  if (said == nullptr) return;
  TimeSpan& made = into.emplace();
  take(*said, "text", made.text);
  take(*said, "earliest_begin", made.earliest_begin);
  take(*said, "latest_begin", made.latest_begin);
  take(*said, "earliest_end", made.earliest_end);
  take(*said, "latest_end", made.latest_end);
  take(*said, "precision", made.precision);
}

Evidence LineReader::evidence(const Json& from) {
  Evidence made;
  made.document = reading_->document.id;
  take(from, "claim", made.claim);
  take(from, "sentence", made.text);
  take(from, "begin", made.begin);
  take(from, "end", made.end);
  take(from, "sentence_index", made.sentence);
  take(from, "trigger", made.trigger);
  take(from, "rule", made.rule);
  take(from, "evidence_confidence", made.confidence);
  return made;
}

void LineReader::document() {
  const Json* said = part(json_, "document");
  if (said == nullptr) {
    fails("no \"document\"");
    return;
  }
  Document& document = reading_->document;
  take(*said, "sha256", document.sha256);
  take(*said, "signature", document.signature);
  take(*said, "name", document.name);
  take(*said, "date", document.date);
  take(*said, "title", document.title);
  take(*said, "url", document.url);
  take(*said, "sentences", reading_->sentences);
  take(*said, "made_with", *made_with_);
  if (document.sha256.size() != 64 ||
      document.sha256.find_first_not_of("0123456789abcdef") != std::string::npos)
    fails("\"sha256\" is not 64 hex digits");
  if (!document.signature.empty() && !resolve::signature_of(document))
    fails("\"signature\" is not 256 hex digits");
  document.id = document.sha256.substr(0, 16);
  if (document.id == short_hash({})) document.sha256.clear();  // an empty text is there whole
}

void LineReader::circumstances(Fact& fact) {
  time(fact.when);
  fact.where = entity_at("place");
  fact.meeting = entity_at("meeting");
  fact.topic = entity_at("topic");
  fact.attributed_to = entity_at("attributed_to");
  quantity(json_, "quantity", fact.quantity);
  take(json_, "office", fact.office);
  take(json_, "mode", fact.mode);
  take(json_, "context", fact.context);
  take(json_, "content", fact.content);
  take(json_, "content_text", fact.content_text);
  if (const auto list = json_.find("resource"); list != json_.end() && list->is_array())
    for (const Json& each : *list)
      if (each.is_object()) fact.resources.push_back(entity(each));
}

void LineReader::fact() {
  Fact made;
  take(json_, "fact", made.id);
  take(json_, "relation", made.relation);
  made.subject = entity_at("subject");
  made.object = entity_at("object");
  std::string modality;
  take(json_, "modality", modality);
  const auto known = modality_from_text(modality);
  if (!known) fails("there is no modality '" + modality + "'");
  made.modality = known.value_or(Modality::asserted);
  take(json_, "negated", made.negated);
  take(json_, "confidence", made.confidence);
  circumstances(made);
  made.evidence.push_back(evidence(json_));
  if (const auto more = json_.find("more_evidence"); more != json_.end() && more->is_array())
    for (const Json& each : *more)
      if (each.is_object()) made.evidence.push_back(evidence(each));
  if (made.id != fact_id(made)) fails("the id of the fact is not made of what the fact says");
  reading_->facts.push_back(std::move(made));
}

bool LineReader::read(FactLine& line) {
  reading_ = &line.reading;
  made_with_ = &line.made_with;
  document();
  const auto said = json_.find("fact");
  if (said == json_.end()) return fails("no \"fact\"");
  if (!said->is_null()) fact();
  return fault_.empty();
}

template <class Item>
void add_once(std::vector<Item>& into, std::vector<Item> more) {
  for (Item& item : more) {
    const auto place = std::lower_bound(into.begin(), into.end(), item.id,
                                        [](const Item& a, const std::string& id) { return a.id < id; });
    if (place == into.end() || place->id != item.id) into.insert(place, std::move(item));
  }
}

}  // namespace

Result<FactLine> read_fact_line(std::string_view line, const Place& place) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kMaxDepth;
    return !too_deep;
  };
  const Json json = Json::parse(line, guard, false);
  if (too_deep || json.is_discarded() || !json.is_object())
    return fail(ErrorKind::data, "not a JSON object", place, "entente map writes such lines");
  FactLine read;
  LineReader reader(json);
  if (reader.read(read)) return read;
  return fail(ErrorKind::data, "no line of entente map: " + reader.fault(), place);
}

void join_line(DocumentFacts& into, DocumentFacts line) {
  add_once(into.entities, std::move(line.entities));
  add_once(into.facts, std::move(line.facts));
}

}  // namespace entente::app
