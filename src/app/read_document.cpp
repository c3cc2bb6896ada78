// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <utility>

#include "app/long_document.hpp"
#include "app/session.hpp"
#include "extract/parsed.hpp"
#include "resolve/link.hpp"

namespace entente::app {

extract::Resources resources_of(const nlp::Pipeline& pipeline, const Knowledge& knowledge) {
  return {&pipeline, &knowledge.vocabulary, &knowledge.gazetteer, &knowledge.frames, &knowledge.nouns};
}

Reading read_mentions(const Document& document, const nlp::Pipeline& pipeline, const Knowledge& knowledge) {
  const extract::Resources resources = resources_of(pipeline, knowledge);
  Reading reading = extract::annotate(document, resources);
  extract::find_mentions(reading, resources);
  resolve::link(reading, knowledge.vocabulary, knowledge.gazetteer);
  return reading;
}

namespace {

std::function<DocumentFacts()> begin_whole(const Document& document, const nlp::Pipeline& pipeline,
                                           const Knowledge& knowledge) {
  const extract::Resources resources = resources_of(pipeline, knowledge);
  const auto annotated = std::make_shared<Reading>(extract::annotate(document, resources));
  return [annotated, resources, &knowledge] {
    Reading& reading = *annotated;
    const extract::Parsed parsed(reading, resources);
    extract::find_mentions(reading, parsed, resources);
    resolve::link(reading, knowledge.vocabulary, knowledge.gazetteer);
    std::vector<std::string> unmatched_verbs;
    const std::vector<Claim> claims = extract::find_claims(reading, parsed, resources, unmatched_verbs);
    return resolve::to_facts(reading, claims, std::move(unmatched_verbs), knowledge.vocabulary);
  };
}

}  // namespace

std::function<DocumentFacts()> begin_document(const Document& document, const nlp::Pipeline& pipeline,
                                              const Knowledge& knowledge) {
  const std::vector<Span> parts = parts_of(document);
  if (parts.size() <= 1) return begin_whole(document, pipeline, knowledge);
  return [&document, &pipeline, &knowledge, parts] {
    const auto read = [&](const Document& part) { return begin_whole(part, pipeline, knowledge)(); };
    return read_in_parts(document, parts, read, knowledge.vocabulary);
  };
}

DocumentFacts read_document(const Document& document, const nlp::Pipeline& pipeline,
                            const Knowledge& knowledge) {
  return begin_document(document, pipeline, knowledge)();
}

}  // namespace entente::app
