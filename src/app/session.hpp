// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "extract/extract.hpp"
#include "model/fact_base.hpp"
#include "ontology/frames.hpp"
#include "ontology/gazetteer.hpp"
#include "ontology/nouns.hpp"
#include "ontology/vocabulary.hpp"

namespace entente::app {

/// The ontology of one run: vocabulary, frames, gazetteer, nouns. Immutable.
struct Knowledge {
  ontology::Vocabulary vocabulary;
  ontology::Frames frames;
  ontology::Gazetteer gazetteer;
  ontology::Nouns nouns;

  /// SHA-256 of all of it, for the store.
  [[nodiscard]] std::string hash() const;
};

/// What extraction reads from, pointing into both.
[[nodiscard]] extract::Resources resources_of(const nlp::Pipeline& pipeline, const Knowledge& knowledge);

/// Where the ontology is looked for: the given directory, $ENTENTE_ONTOLOGY, ./ontology,
/// <prefix>/share/entente/ontology, and the source tree that the program was built from.
[[nodiscard]] Result<std::filesystem::path> find_ontology(const std::filesystem::path& given);
[[nodiscard]] Result<std::unique_ptr<Knowledge>> load_knowledge(const std::filesystem::path& directory);

/// The first half of reading a document: annotate, find mentions, link them. document must outlive the
/// Reading.
[[nodiscard]] Reading read_mentions(const Document& document, const nlp::Pipeline& pipeline,
                                    const Knowledge& knowledge);

/// Reads one document: annotate, find mentions, link, find claims, make facts. Pure; callable from several
/// threads.
[[nodiscard]] DocumentFacts read_document(const Document& document, const nlp::Pipeline& pipeline,
                                          const Knowledge& knowledge);

/// The same in two steps: annotates now, what it returns does the rest. document, pipeline and knowledge must
/// outlive it.
[[nodiscard]] std::function<DocumentFacts()> begin_document(const Document& document,
                                                            const nlp::Pipeline& pipeline,
                                                            const Knowledge& knowledge);

}  // namespace entente::app
