// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "model/reading.hpp"
#include "nlp/pipeline.hpp"
#include "ontology/frames.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/nouns.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::extract {

/// Everything that extraction reads from; none of it changes. Not owned.
struct Resources {
  const nlp::Pipeline* pipeline = nullptr;
  const ontology::Vocabulary* vocabulary = nullptr;
  const ontology::Gazetteer* gazetteer = nullptr;
  const ontology::Frames* frames = nullptr;
  const ontology::Nouns* nouns = nullptr;
};

/// Repairs the text, annotates it and cuts it into sentences; document must outlive the Reading.
[[nodiscard]] Reading annotate(const Document& document, const Resources& resources);

/// Fills mentions and mention_at.
void find_mentions(Reading& reading, const Resources& resources);

/// Reads the claims of a reading whose mentions have been linked (resolve::link).
/// unmatched_verbs gets the lemmas of predicates with known actors that no frame took.
[[nodiscard]] std::vector<Claim> find_claims(const Reading& reading, const Resources& resources,
                                             std::vector<std::string>& unmatched_verbs);

}  // namespace entente::extract
