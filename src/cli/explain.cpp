// SPDX-License-Identifier: Apache-2.0
#include "cli/explain.hpp"

#include <cstdio>

namespace entente::cli {

namespace {

constexpr std::size_t kNameColumn = 15;

std::string line(const std::string& name, const std::string& value) {
  const std::string blanks(name.size() < kNameColumn ? kNameColumn - name.size() : 1, ' ');
  return name + blanks + value + "\n";
}

std::string flat(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return text;
}

std::string range(std::uint32_t begin, std::uint32_t end) {
  return std::to_string(begin) + "-" + std::to_string(end);
}

std::string explain_evidence(const Evidence& evidence, const FactBase& base) {
  const Document* document = base.document(evidence.document);
  const std::string name = document == nullptr ? "" : " " + document->name;
  char confidence[32];
  std::snprintf(confidence, sizeof confidence, "%.2f", evidence.confidence);
  return line("  document", evidence.document + name + ", characters " + range(evidence.begin, evidence.end) +
                                ", sentence " + std::to_string(evidence.sentence + 1)) +
         line("  sentence", flat(evidence.text)) + line("  trigger", evidence.trigger) +
         line("  rule", evidence.rule) + line("  confidence", confidence);
}

}  // namespace

std::string explain_fact(const Fact& fact, const FactBase& base) {
  std::string text;
  for (const app::Feature& feature : app::features_of(fact, base)) text += line(feature.name, feature.value);
  for (std::size_t i = 0; i < fact.evidence.size(); ++i) {
    text += "evidence " + std::to_string(i + 1) + " of " + std::to_string(fact.evidence.size()) + "\n";
    text += explain_evidence(fact.evidence[i], base);
  }
  return text;
}

std::string explain_entity(const Entity& entity, const std::vector<app::MentionReason>& mentions) {
  std::string text = line("entity", entity.id) + line("label", entity.label) + line("class", entity.cls);
  for (const std::string& alias : entity.aliases) text += line("alias", alias);
  if (!entity.wikidata.empty()) text += line("wikidata", entity.wikidata);
  text += line("mentions", std::to_string(mentions.size()));
  for (const app::MentionReason& mention : mentions) {
    text += "  " + mention.name + " " + range(mention.begin, mention.end) + "  \"" + flat(mention.text) +
            "\"  " + mention.rule + "\n";
  }
  return text;
}

}  // namespace entente::cli
