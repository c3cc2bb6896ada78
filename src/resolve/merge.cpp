// SPDX-License-Identifier: Apache-2.0
#include "resolve/merge.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "resolve/merge_steps.hpp"

namespace entente::resolve {

namespace {

/// Of several records the smallest value that is not empty.
void take_smallest(std::string& into, const std::string& from) {
  if (into.empty() || (!from.empty() && from < into)) into = from;
}

std::vector<Document> merge_documents(const std::vector<DocumentFacts>& documents) {
  std::map<std::string_view, Document> by_id;
  for (const DocumentFacts& reading : documents) {
    const Document& document = reading.document;
    Document& merged = by_id[document.id];
    merged.id = document.id;
    take_smallest(merged.name, document.name);
    take_smallest(merged.text, document.text);
    take_smallest(merged.date, document.date);
    take_smallest(merged.title, document.title);
    take_smallest(merged.url, document.url);
    take_smallest(merged.sha256, document.sha256);
    take_smallest(merged.signature, document.signature);
  }
  std::vector<Document> merged;
  merged.reserve(by_id.size());
  for (auto& [id, document] : by_id) merged.push_back(std::move(document));
  return merged;
}

Sources sources_of(const std::vector<DocumentFacts>& readings) {
  std::vector<Signed> texts;
  for (const DocumentFacts& reading : readings)
    if (const auto signature = signature_of(reading.document))
      texts.push_back({reading.document.id, *signature});
  return Sources(texts);
}

}  // namespace

FactBase merge(const std::vector<DocumentFacts>& documents, const ontology::Vocabulary& vocabulary) {
  FactBase base;
  base.documents = merge_documents(documents);
  const Sources sources = sources_of(documents);
  base.entities = merge_entities(documents, sources, vocabulary);
  base.facts = merge_facts(documents, sources);
  EntityClosing closing(base.entities, vocabulary);
  for (Fact& fact : base.facts) {
    closing.see(fact);
    drop_unknown_content(fact, [&](const std::string& id) { return base.fact(id) != nullptr; });
  }
  closing.finish();
  return base;
}

}  // namespace entente::resolve
