// SPDX-License-Identifier: Apache-2.0
#include "app/session.hpp"
#include "resolve/link.hpp"

namespace entente::app {

DocumentFacts read_document(const Document& document, const nlp::Pipeline& pipeline, const Knowledge& knowledge) {
  const extract::Resources resources{&pipeline, &knowledge.vocabulary, &knowledge.gazetteer, &knowledge.frames};
  Reading reading = extract::annotate(document, resources);
  extract::find_mentions(reading, resources);
  resolve::link(reading, knowledge.vocabulary, knowledge.gazetteer);
  std::vector<std::string> unmatched_verbs;
  const std::vector<Claim> claims = extract::find_claims(reading, resources, unmatched_verbs);
  return resolve::to_facts(reading, claims, std::move(unmatched_verbs), knowledge.vocabulary);
}

}  // namespace entente::app
