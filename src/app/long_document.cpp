// SPDX-License-Identifier: Apache-2.0
#include "app/long_document.hpp"

#include <algorithm>
#include <utility>

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "resolve/merge.hpp"

namespace entente::app {

namespace {

/// Best place for a cut in the second half of a window; 0: none.
std::size_t best_cut(std::string_view window) {
  for (const std::string_view mark : {"\n\n", "\n", ". ", " "}) {
    const std::size_t found = window.rfind(mark);
    if (found != std::string_view::npos && found >= window.size() / 2) return found + mark.size();
  }
  return 0;
}

/// The end of the part that begins at `begin`.
std::size_t part_end(std::string_view text, std::size_t begin, std::size_t longest) {
  if (text.size() - begin <= longest) return text.size();
  if (const std::size_t cut = best_cut(text.substr(begin, longest)); cut != 0) return begin + cut;
  std::size_t end = begin + longest;
  while (end > begin + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return end;
}

/// What stands before a part in the whole text.
struct Before {
  std::uint32_t code_points = 0;
  std::uint32_t sentences = 0;
};

/// Gives the evidence of a part the places that it has in the whole.
void shift(DocumentFacts& facts, const std::string& document_id, const Before& before) {
  for (Fact& fact : facts.facts) {
    for (Evidence& evidence : fact.evidence) {
      evidence.document = document_id;
      evidence.begin += before.code_points;
      evidence.end += before.code_points;
      evidence.sentence += before.sentences;
    }
  }
}

}  // namespace

std::vector<Span> cut_text(std::string_view text, std::size_t longest_part) {
  std::vector<Span> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = part_end(text, begin, longest_part);
    parts.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  }
  return parts;
}

std::vector<Span> parts_of(const Document& document) {
  const std::size_t size = document.text.size();
  return cut_text(document.text, size <= kLongestWhole ? kLongestWhole : kLongestPart);
}

Document part_of(const Document& document, Span span) {
  if (span.size() == document.text.size()) return document;
  Document part{short_hash(document.id + "/" + std::to_string(span.begin)),
                document.name,
                {},
                document.date,
                document.title,
                document.url,
                {},
                {}};
  part.text = document.text.substr(span.begin, span.size());
  return part;
}

DocumentFacts read_in_parts(const Document& document, const std::vector<Span>& parts,
                            const std::function<DocumentFacts(const Document&)>& read,
                            const ontology::Vocabulary& vocabulary) {
  std::vector<DocumentFacts> all;
  Before before;
  for (const Span& span : parts) {
    const Document part = part_of(document, span);
    DocumentFacts facts = read(part);
    shift(facts, document.id, before);
    before.code_points += static_cast<std::uint32_t>(utf8::length(part.text));
    before.sentences += facts.sentences;
    facts.document.text.clear();
    all.push_back(std::move(facts));
  }
  DocumentFacts whole{document, before.sentences, {}, {}, {}};
  for (DocumentFacts& facts : all) {
    whole.unmatched_verbs.insert(whole.unmatched_verbs.end(), facts.unmatched_verbs.begin(),
                                 facts.unmatched_verbs.end());
  }
  std::sort(whole.unmatched_verbs.begin(), whole.unmatched_verbs.end());
  FactBase merged = resolve::merge(all, vocabulary);
  whole.entities = std::move(merged.entities);
  whole.facts = std::move(merged.facts);
  return whole;
}

}  // namespace entente::app
