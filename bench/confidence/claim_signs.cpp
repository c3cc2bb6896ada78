// SPDX-License-Identifier: Apache-2.0
// The claims of JSON-lines documents on standard input with the signs that their confidence is reckoned from,
// one JSON row per pair of ends: what fit.py learns the weights on.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "app/resources.hpp"
#include "app/session.hpp"
#include "extract/extract.hpp"

using namespace entente;

namespace {

std::vector<std::uint32_t> entities_of(const Reading& reading, const std::vector<std::uint32_t>& mentions) {
  std::vector<std::uint32_t> all;
  for (const std::uint32_t index : mentions) {
    const Mention& mention = reading.mentions[index];
    if (mention.entity != kNone) all.push_back(mention.entity);
    all.insert(all.end(), mention.members.begin(), mention.members.end());
  }
  return all;
}

void print(const Reading& reading, const Claim& claim, std::uint32_t subject, std::uint32_t object) {
  if (subject == object) return;
  const auto words = [&](std::uint32_t sentence) {
    const Sentence& range = reading.sentences[sentence];
    const auto& tokens = reading.analysis.tokens;
    const std::uint32_t begin = tokens[range.begin].span.begin;
    return reading.analysis.text.substr(begin, tokens[range.end - 1].span.end - begin);
  };
  nlohmann::ordered_json row = {{"doc", reading.document->id},
                                {"subject", {{"name", reading.entities[subject].label}}},
                                {"relation", claim.relation},
                                {"object", {{"name", reading.entities[object].label}}},
                                {"modality", to_text(claim.modality)},
                                {"negated", claim.negated},
                                {"sentence", words(claim.sentence)},
                                {"rule", claim.rule},
                                {"signs", claim.signs}};
  std::cout << row.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

void print_all(const Document& document, const app::Reader& reader) {
  const Reading reading = app::read_mentions(document, reader.pipeline, *reader.knowledge);
  std::vector<std::string> unmatched;
  const app::Knowledge& knowledge = *reader.knowledge;
  for (const Claim& claim :
       extract::find_claims(reading, app::resources_of(reader.pipeline, knowledge), unmatched)) {
    const auto subjects = entities_of(reading, claim.subjects);
    const auto objects = claim.pairwise_subjects ? subjects : entities_of(reading, claim.objects);
    for (const std::uint32_t subject : subjects)
      for (const std::uint32_t object : objects)
        if (!claim.pairwise_subjects || subject < object) print(reading, claim, subject, object);
  }
}

}  // namespace

int main() {
  const auto reader = app::load_reader({});
  if (!reader) return std::cerr << reader.error().message << '\n', 1;
  for (std::string line; std::getline(std::cin, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) return std::cerr << "no JSON line\n", 3;
    Document document;
    document.id = json.value("id", "");
    document.text = json.value("text", "");
    document.date = json.value("date", "");
    print_all(document, *reader);
  }
  return 0;
}
