// SPDX-License-Identifier: Apache-2.0
#include "model/record_codec.hpp"

#include <utility>

namespace entente {

namespace {

std::string text_of(ByteReader& in) {
  return std::string(in.text());
}

void write_texts(ByteWriter& out, const std::vector<std::string>& texts) {
  out.number(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> read_texts(ByteReader& in) {
  std::vector<std::string> texts(in.count());
  for (std::string& text : texts) text = text_of(in);
  return texts;
}

void write_quantity(ByteWriter& out, const std::optional<Quantity>& quantity) {
  out.number(quantity ? 1 : 0);
  if (!quantity) return;
  for (const std::string* part : {&quantity->value, &quantity->unit, &quantity->bound, &quantity->text})
    out.text(*part);
}

std::optional<Quantity> read_quantity(ByteReader& in) {
  if (in.number() == 0) return std::nullopt;
  Quantity quantity;
  for (std::string* part : {&quantity.value, &quantity.unit, &quantity.bound, &quantity.text})
    *part = text_of(in);
  return quantity;
}

void write_time(ByteWriter& out, const std::optional<TimeSpan>& when) {
  out.number(when ? 1 : 0);
  if (!when) return;
  for (const std::string* part : {&when->earliest_begin, &when->latest_begin, &when->earliest_end,
                                  &when->latest_end, &when->precision, &when->text})
    out.text(*part);
}

std::optional<TimeSpan> read_time(ByteReader& in) {
  if (in.number() == 0) return std::nullopt;
  TimeSpan when;
  for (std::string* part : {&when.earliest_begin, &when.latest_begin, &when.earliest_end, &when.latest_end,
                            &when.precision, &when.text})
    *part = text_of(in);
  return when;
}

void write_evidence(ByteWriter& out, const Evidence& evidence) {
  for (const std::uint32_t number : {evidence.begin, evidence.end, evidence.sentence}) out.number(number);
  for (const std::string* part :
       {&evidence.document, &evidence.text, &evidence.trigger, &evidence.rule, &evidence.claim})
    out.text(*part);
  out.real(evidence.confidence);
}

Evidence read_evidence(ByteReader& in) {
  Evidence evidence;
  for (std::uint32_t* number : {&evidence.begin, &evidence.end, &evidence.sentence})
    *number = static_cast<std::uint32_t>(in.number());
  for (std::string* part :
       {&evidence.document, &evidence.text, &evidence.trigger, &evidence.rule, &evidence.claim})
    *part = text_of(in);
  evidence.confidence = in.real();
  return evidence;
}

}  // namespace

void write_record(ByteWriter& out, const Entity& entity) {
  for (const std::string* part : {&entity.id, &entity.label, &entity.cls, &entity.wikidata, &entity.of_class})
    out.text(*part);
  write_texts(out, entity.aliases);
  write_quantity(out, entity.quantity);
  out.signed_number(entity.mentions);
}

Entity read_entity(ByteReader& in) {
  Entity entity;
  for (std::string* part : {&entity.id, &entity.label, &entity.cls, &entity.wikidata, &entity.of_class})
    *part = text_of(in);
  entity.aliases = read_texts(in);
  entity.quantity = read_quantity(in);
  entity.mentions = static_cast<int>(in.signed_number());
  return entity;
}

void write_record(ByteWriter& out, const Fact& fact) {
  for (const std::string* part :
       {&fact.id, &fact.relation, &fact.subject, &fact.object, &fact.attributed_to, &fact.where,
        &fact.meeting, &fact.topic, &fact.mode, &fact.context, &fact.office, &fact.content_text})
    out.text(*part);
  out.number(static_cast<std::uint64_t>(fact.modality));
  out.number(fact.negated ? 1 : 0);
  out.number(static_cast<std::uint64_t>(fact.verdict));
  write_time(out, fact.when);
  write_quantity(out, fact.quantity);
  for (const auto* list : {&fact.resources, &fact.content, &fact.notes}) write_texts(out, *list);
  out.real(fact.confidence);
  out.number(fact.evidence.size());
  for (const Evidence& evidence : fact.evidence) write_evidence(out, evidence);
}

Fact read_fact(ByteReader& in) {
  Fact fact;
  for (std::string* part :
       {&fact.id, &fact.relation, &fact.subject, &fact.object, &fact.attributed_to, &fact.where,
        &fact.meeting, &fact.topic, &fact.mode, &fact.context, &fact.office, &fact.content_text})
    *part = text_of(in);
  fact.modality = static_cast<Modality>(in.number());
  fact.negated = in.number() != 0;
  fact.verdict = static_cast<Verdict>(in.number());
  fact.when = read_time(in);
  fact.quantity = read_quantity(in);
  for (auto* list : {&fact.resources, &fact.content, &fact.notes}) *list = read_texts(in);
  fact.confidence = in.real();
  const std::size_t evidences = in.count();
  for (std::size_t i = 0; i < evidences && in.ok(); ++i) fact.evidence.push_back(read_evidence(in));
  return fact;
}

}  // namespace entente
