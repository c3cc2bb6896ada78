// SPDX-License-Identifier: Apache-2.0
#include "app/fact_json.hpp"

#include <algorithm>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.hpp"
#include "resolve/near_copies.hpp"

namespace entente::app {

namespace {

using Json = nlohmann::ordered_json;

void append_json(std::string& out, const Json& value) {
  out += value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A string as JSON; most have nothing that must be escaped.
void append_text(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(),
                                 [](char c) { return c >= ' ' && c < '\x7f' && c != '"' && c != '\\'; });
  if (!plain) return append_json(out, Json(text));
  out += '"';
  out += text;
  out += '"';
}

/// A list of strings; [] for none.
void append_texts(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += ',';
    append_text(out, texts[i]);
  }
  out += ']';
}

/// The members of an object whose values are strings: {"text":"3 million","unit":"USD"}
void append_object(std::string& out,
                   std::initializer_list<std::pair<std::string_view, std::string_view>> members) {
  char before = '{';
  for (const auto& [name, value] : members) {
    out += before;
    out += '"';
    out += name;
    out += "\":";
    append_text(out, value);
    before = ',';
  }
  out += '}';
}

void append_quantity(std::string& out, const Quantity& quantity) {
  append_object(out, {{"value", quantity.value},
                      {"unit", quantity.unit},
                      {"bound", quantity.bound},
                      {"text", quantity.text}});
}

void append_time(std::string& out, const TimeSpan& when) {
  append_object(out, {{"text", when.text},
                      {"earliest_begin", when.earliest_begin},
                      {"latest_begin", when.latest_begin},
                      {"earliest_end", when.earliest_end},
                      {"latest_end", when.latest_end},
                      {"precision", when.precision}});
}

/// Writes the facts of one document, a line each; entities are looked up in it.
class FactLines {
 public:
  FactLines(const DocumentFacts& facts, const std::string& doc, const std::string& made_with)
      : facts_(facts), doc_(doc), entities_(facts.entities.size()) {
    append_json(document_, document_json(facts, made_with));
  }

  /// For a document that says nothing.
  void add_empty() {
    out_ += "{\"doc\":";
    append_text(out_, doc_);
    bare("fact", "null");
    bare("document", document_);
    out_ += "}\n";
  }

  void add(const Fact& fact) {
    const Evidence none;
    const Evidence& evidence = fact.evidence.empty() ? none : fact.evidence.front();
    out_ += "{\"doc\":";
    append_text(out_, doc_);
    text("fact", fact.id);
    text("claim", evidence.claim);
    entity("subject", fact.subject);
    text("relation", fact.relation);
    entity("object", fact.object);
    text("modality", to_text(fact.modality));
    bare("negated", fact.negated ? "true" : "false");
    number("confidence", fact.confidence);
    add_features(fact);
    add_evidence(evidence);
    if (fact.evidence.size() > 1) add_more_evidence(fact);
    bare("document", document_);
    out_ += "}\n";
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static Json document_json(const DocumentFacts& facts, const std::string& made_with) {
    const Document& document = facts.document;
    Json json = {{"sha256", sha256_hex(document.text)}, {"name", document.name}};
    for (const auto& [name, value] : {std::pair{"date", &document.date}, std::pair{"title", &document.title},
                                      std::pair{"url", &document.url}})
      if (!value->empty()) json[name] = *value;
    if (const auto signature = resolve::signature_of(document))
      json["signature"] = resolve::signature_text(signature);
    json["sentences"] = facts.sentences;
    json["made_with"] = made_with;
    return json;
  }

  void key(std::string_view name) {
    out_ += ",\"";
    out_ += name;
    out_ += "\":";
  }
  void bare(std::string_view name, std::string_view value) {
    key(name);
    out_ += value;
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    append_text(out_, value);
  }
  void text_or_null(std::string_view name, const std::string& value) {
    value.empty() ? bare(name, "null") : text(name, value);
  }
  void number(std::string_view name, double value) {
    if (number_text_.empty() || value != number_) {  // a fact and its evidence are mostly as sure
      number_ = value;
      number_text_.clear();
      append_json(number_text_, Json(value));
    }
    bare(name, number_text_);
  }
  void number(std::string_view name, std::uint32_t value) { bare(name, std::to_string(value)); }
  void entity(std::string_view name, const std::string& id) {
    key(name);
    append_entity(id);
  }
  void add_evidence(const Evidence& evidence) {
    text("sentence", evidence.text);
    number("begin", evidence.begin);
    number("end", evidence.end);
    number("sentence_index", evidence.sentence);
    text("trigger", evidence.trigger);
    text("rule", evidence.rule);
    number("evidence_confidence", evidence.confidence);
  }

  void add_more_evidence(const Fact& fact) {
    bare("more_evidence", "[");
    for (std::size_t i = 1; i < fact.evidence.size(); ++i) {
      out_ += i > 1 ? ",{\"claim\":" : "{\"claim\":";
      append_text(out_, fact.evidence[i].claim);
      add_evidence(fact.evidence[i]);
      out_ += '}';
    }
    out_ += ']';
  }

  void add_features(const Fact& fact) {
    key("when");
    fact.when ? append_time(out_, *fact.when) : void(out_ += "null");
    entity("place", fact.where);
    entity("meeting", fact.meeting);
    key("quantity");
    fact.quantity ? append_quantity(out_, *fact.quantity) : void(out_ += "null");
    bare("resource", "[");
    for (std::size_t i = 0; i < fact.resources.size(); ++i) {
      if (i > 0) out_ += ',';
      append_entity(fact.resources[i]);
    }
    out_ += ']';
    entity("topic", fact.topic);
    text_or_null("office", fact.office);
    text_or_null("mode", fact.mode);
    text_or_null("context", fact.context);
    key("content");
    append_texts(out_, fact.content);
    text_or_null("content_text", fact.content_text);
    entity("attributed_to", fact.attributed_to);
  }

  void append_entity(const std::string& id) {
    if (id.empty()) {
      out_ += "null";
      return;
    }
    const auto found =
        std::lower_bound(facts_.entities.begin(), facts_.entities.end(), id,
                         [](const Entity& e, const std::string& wanted) { return e.id < wanted; });
    if (found == facts_.entities.end() || found->id != id)
      return append_object(out_, {{"id", id}, {"name", id}, {"class", ""}});
    std::string& written = entities_[static_cast<std::size_t>(found - facts_.entities.begin())];
    if (written.empty()) append_known(written, *found);
    out_ += written;
  }

  static void append_known(std::string& out, const Entity& entity) {
    append_object(out, {{"id", entity.id}, {"name", entity.label}, {"class", entity.cls}});
    out.back() = ',';  // the object goes on
    out += "\"mentions\":";
    out += std::to_string(entity.mentions);
    if (!entity.aliases.empty()) {
      out += ",\"aliases\":";
      append_texts(out, entity.aliases);
    }
    for (const auto& [name, value] :
         {std::pair{",\"wikidata\":", &entity.wikidata}, std::pair{",\"of_class\":", &entity.of_class}}) {
      if (value->empty()) continue;
      out += name;
      append_text(out, *value);
    }
    if (entity.quantity) {
      out += ",\"quantity\":";
      append_quantity(out, *entity.quantity);
    }
    out += '}';
  }

  const DocumentFacts& facts_;
  const std::string& doc_;
  std::vector<std::string> entities_;  ///< of facts_, as they were written first; empty: not yet
  std::string document_, out_;
  double number_ = 0;  ///< written last, as number_text_
  std::string number_text_;
};

}  // namespace

std::string facts_as_json_lines(const DocumentFacts& facts, const std::string& doc,
                                const std::string& made_with) {
  FactLines lines(facts, doc, made_with);
  if (facts.facts.empty()) lines.add_empty();
  for (const Fact& fact : facts.facts) lines.add(fact);
  return lines.take();
}

}  // namespace entente::app
