// SPDX-License-Identifier: Apache-2.0
#include "extract/parsed.hpp"

namespace entente::extract {

Parsed::Parsed(const Reading& reading, const Resources& resources) : syntax(reading) {
  for (std::uint32_t at = 0; at < syntax.size(); ++at) {
    resources.nouns->expect(syntax.lower(at));
    resources.gazetteer->expect(syntax.lower(at));
    resources.frames->expect(syntax.lemma(at));
  }
  times.reserve(reading.sentences.size());
  for (const Sentence& sentence : reading.sentences)
    times.push_back(find_times(reading, sentence.begin, sentence.end));
}

}  // namespace entente::extract
