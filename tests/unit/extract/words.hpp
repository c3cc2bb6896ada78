// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "model/reading.hpp"

namespace entente::test {

/// A reading of "word/TAG/ENT word/TAG" without a parse: one sentence, the document's text is the words with
/// one blank each. TAG and ENT may be left out.
struct Words {
  Document document;
  Reading reading;

  explicit Words(std::string_view marked, std::string date = {}) {
    std::size_t at = 0;
    while (at < marked.size()) {
      const std::size_t end = std::min(marked.find(' ', at), marked.size());
      add(marked.substr(at, end - at));
      at = end + 1;
    }
    document = make_document(reading.analysis.text, "test");
    for (std::uint32_t i = 0; i <= document.text.size(); ++i) reading.original.push_back(i);
    reading.document = &document;
    reading.date = std::move(date);
    reading.sentences.emplace_back();
    reading.sentences.back().end = static_cast<std::uint32_t>(reading.analysis.tokens.size());
    reading.mention_at.assign(reading.analysis.tokens.size(), kNone);
  }
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(reading.analysis.tokens.size());
  }

 private:
  void add(std::string_view marked) {
    const std::size_t first = marked.find('/'),
                      second = first == std::string_view::npos ? first : marked.find('/', first + 1);
    if (!reading.analysis.text.empty()) reading.analysis.text += ' ';
    nlp::Token token;
    token.span.begin = static_cast<std::uint32_t>(reading.analysis.text.size());
    reading.analysis.text += marked.substr(0, first);
    token.span.end = static_cast<std::uint32_t>(reading.analysis.text.size());
    token.space_after = true;
    token.head = static_cast<std::uint32_t>(reading.analysis.tokens.size());
    token.tag =
        first == std::string_view::npos
            ? "NN"
            : marked.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
    if (second != std::string_view::npos) token.ent_type = marked.substr(second + 1);
    token.lemma = std::string(marked.substr(0, first));
    if (token.tag == "NNS" && token.lemma.size() > 3 && token.lemma.substr(token.lemma.size() - 3) == "ies") {
      token.lemma.replace(token.lemma.size() - 3, 3, "y");
    } else if (token.tag == "NNS" && token.lemma.back() == 's') {
      token.lemma.pop_back();
    }
    reading.analysis.tokens.push_back(std::move(token));
  }
};

}  // namespace entente::test
