// SPDX-License-Identifier: Apache-2.0
#include "app/why.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

#include "app/long_document.hpp"
#include "base/edit_distance.hpp"
#include "base/utf8.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kShortestPrefix = 4;

std::string label_of(const FactBase& base, const std::string& id) {
  const Entity* entity = base.entity(id);
  return entity == nullptr ? id : entity->label;
}

std::string two_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  return text;
}

/// Gathers the features that are there.
class Features {
 public:
  void add(const char* name, std::string value) {
    if (!value.empty()) list_.push_back({name, std::move(value)});
  }
  [[nodiscard]] std::vector<Feature> take() { return std::move(list_); }

 private:
  std::vector<Feature> list_;
};

std::string sentence_of(const FactBase& base, const Fact& fact) {
  return label_of(base, fact.subject) + " -[" + fact.relation + "]-> " +
         (fact.object.empty() ? "()" : label_of(base, fact.object));
}

std::string interval(const TimeSpan& when) {
  if (when.earliest_begin.empty() && when.latest_end.empty()) return when.text;
  const std::string range = when.earliest_begin == when.latest_end
                                ? when.earliest_begin
                                : when.earliest_begin + ".." + when.latest_end;
  return when.text + " (" + range + ")";
}

/// A document, its offsets, and the byte at which the part that was read begins.
struct PartPlace {
  const Document& document;
  const utf8::CodePointIndex& index;
  std::uint32_t begin;
};

/// Mentions of an entity in one part, as code points of the document as it came in.
void add_mentions(const Entity& entity, const Reading& reading, const PartPlace& part,
                  std::vector<MentionReason>& all) {
  for (const Mention& mention : reading.mentions) {
    if (mention.entity == kNone || reading.entities[mention.entity].id != entity.id) continue;
    const std::uint32_t first = reading.analysis.tokens[mention.begin].span.begin;
    const std::uint32_t last = reading.analysis.tokens[mention.end - 1].span.end;
    const std::uint32_t begin = part.begin + reading.original[first],
                        end = part.begin + reading.original[last];
    MentionReason reason{
        part.document.id, part.document.name, 0, 0, part.document.text.substr(begin, end - begin),
        mention.why};
    reason.begin = static_cast<std::uint32_t>(part.index.code_point_of_byte(begin));
    reason.end = static_cast<std::uint32_t>(part.index.code_point_of_byte(end));
    all.push_back(std::move(reason));
  }
}

}  // namespace

Result<const Fact*> find_fact(const FactBase& base, std::string_view id) {
  if (const Fact* fact = base.fact(id)) return fact;
  const auto first =
      std::lower_bound(base.facts.begin(), base.facts.end(), id,
                       [](const Fact& fact, std::string_view wanted) { return fact.id < wanted; });
  if (id.size() < kShortestPrefix || first == base.facts.end() || !first->id.starts_with(id)) {
    return fail(ErrorKind::data, "no fact with id " + std::string(id), {},
                "ids are 16 hex digits, 4 are enough when they are clear; RETURN f.id shows them");
  }
  if (std::next(first) != base.facts.end() && std::next(first)->id.starts_with(id)) {
    return fail(ErrorKind::data, "several facts have ids that begin with " + std::string(id), {},
                "give more digits");
  }
  return &*first;
}

std::vector<Feature> features_of(const Fact& fact, const FactBase& base) {
  Features features;
  features.add("fact", fact.id);
  features.add("edge", sentence_of(base, fact));
  features.add("modality", std::string(to_text(fact.modality)));
  features.add("negated", fact.negated ? "yes" : "");
  features.add("attributed to", label_of(base, fact.attributed_to));
  features.add("when", fact.when ? interval(*fact.when) : "");
  features.add("where", label_of(base, fact.where));
  features.add("meeting", label_of(base, fact.meeting));
  features.add("topic", label_of(base, fact.topic));
  for (const std::string& resource : fact.resources) features.add("resource", label_of(base, resource));
  features.add("quantity", fact.quantity ? fact.quantity->text : "");
  features.add("mode", fact.mode);
  features.add("context", fact.context);
  features.add("office", fact.office);
  for (const std::string& content : fact.content) {
    const Fact* inner = base.fact(content);
    features.add("content", inner == nullptr ? content : sentence_of(base, *inner) + "  " + content);
  }
  features.add("content words", fact.content_text);
  features.add("confidence", two_digits(fact.confidence));
  if (fact.verdict != Verdict::none)
    features.add("decision", std::string(to_text(fact.verdict)) + " by a person");
  for (const std::string& note : fact.notes) features.add("note", note);
  return features.take();
}

Result<std::vector<const Entity*>> find_entities(const FactBase& base, std::string_view name) {
  const std::string wanted = utf8::lower(name);
  std::vector<const Entity*> found;
  std::vector<std::string> labels;
  for (const Entity& entity : base.entities) {
    const bool is_alias = std::any_of(entity.aliases.begin(), entity.aliases.end(),
                                      [&](const std::string& alias) { return utf8::lower(alias) == wanted; });
    if (entity.id == name || is_alias || utf8::lower(entity.label) == wanted) found.push_back(&entity);
    labels.push_back(entity.label);
  }
  if (!found.empty()) return found;
  const auto near = did_you_mean(name, labels);
  return fail(ErrorKind::data, "no entity is called '" + std::string(name) + "'", {},
              near ? "did you mean '" + *near + "'?" : "");
}

Result<std::vector<MentionReason>> mentions_of(const Entity& entity, const FactBase& base,
                                               const Reader& reader) {
  std::vector<MentionReason> all;
  std::set<std::string> documents;
  for (const Fact& fact : base.facts) {
    const bool speaks_of_it = fact.subject == entity.id || fact.object == entity.id ||
                              fact.meeting == entity.id || fact.where == entity.id ||
                              fact.topic == entity.id || fact.attributed_to == entity.id ||
                              std::count(fact.resources.begin(), fact.resources.end(), entity.id) != 0;
    if (!speaks_of_it) continue;
    for (const Evidence& evidence : fact.evidence) documents.insert(evidence.document);
  }
  for (const std::string& id : documents) {
    const Document* document = base.document(id);
    if (document == nullptr) continue;
    const utf8::CodePointIndex index(document->text);
    for (const Span& span : parts_of(*document)) {
      const Document part = part_of(*document, span);
      add_mentions(entity, read_mentions(part, reader.pipeline, *reader.knowledge),
                   {*document, index, span.begin}, all);
    }
  }
  return all;
}

}  // namespace entente::app
