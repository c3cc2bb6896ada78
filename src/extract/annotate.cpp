// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>
#include <vector>

#include "extract/blocks.hpp"
#include "extract/calendar.hpp"
#include "extract/extract.hpp"
#include "extract/headline.hpp"
#include "extract/letters.hpp"
#include "extract/mend_quotes.hpp"
#include "extract/mend_tree.hpp"
#include "extract/repair.hpp"
#include "extract/resolutions.hpp"
#include "extract/second_look.hpp"
#include "extract/tree.hpp"
#include "extract/true_case.hpp"

namespace entente::extract {
namespace {

struct RepairedBlock {
  MappedText text;
  std::vector<AcronymNote> acronyms;
  Front front;
};

// "Kremlin: Putin to visit Pyongyang in June": one name, a colon, and a clause.
bool is_attributed_headline(std::string_view text) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || text.substr(0, colon).find(' ') != std::string_view::npos)
    return false;
  return std::count(text.begin() + static_cast<std::ptrdiff_t>(colon) + 2, text.end(), ' ') >= 3;
}

RepairedBlock repair(std::string_view text, const Block& block, const TrueCase& true_case,
                     ResolutionReader& resolutions, const Resources& resources) {
  RepairedBlock result;
  MappedText mapped = MappedText::of(text.substr(block.begin, block.end - block.begin), block.begin);
  if (block.heading) mapped = true_case.heading(std::move(mapped));
  mapped = with_sentences_parted(without_stops_before_hyphens(
      with_plain_apostrophes(without_editors_brackets(with_plain_blanks(mapped)))));
  if (!block.heading || is_attributed_headline(mapped.text))
    mapped =
        without_place(without_front(mapped, block.item, result.front), *resources.gazetteer, result.front);
  if (!block.heading) mapped = resolutions.with_subject(with_dashes(mapped), block);
  mapped = with_headline_pair(mapped, *resources.gazetteer);
  mapped = with_offices_plain(mapped, *resources.gazetteer, *resources.nouns);
  result.text = without_acronyms(mapped, *resources.gazetteer, result.acronyms);
  return result;
}

bool is_finite_verb(const nlp::Token& token) {
  return token.tag == "VBD" || token.tag == "VBZ" || token.tag == "VBP" || token.tag == "MD";
}

bool has_finite_verb(const nlp::Analysis& analysis, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(analysis.tokens.begin() + begin, analysis.tokens.begin() + end, is_finite_verb);
}

bool is_break_mark(std::string_view text) {
  return text == ";" || text == ":";
}

// First token behind i that is a break mark or ends a sentence.
std::uint32_t stretch_end(const nlp::Analysis& analysis, std::uint32_t i) {
  for (++i; i < analysis.tokens.size(); ++i) {
    if (is_break_mark(analysis.token_text(i)) || analysis.token_text(i) == ".") return i;
  }
  return static_cast<std::uint32_t>(analysis.tokens.size());
}

// True when the mark at token i parts two clauses, so that they are better read apart.
// A list that a clause began goes on: "It was attended by X, head of A; Y, head of B; and Z".
bool parts_clauses(const nlp::Analysis& analysis, std::uint32_t i, std::uint32_t stretch_begin,
                   std::uint32_t piece_begin) {
  if (i + 1 >= analysis.tokens.size() || i == stretch_begin || !analysis.tokens[i].space_after) return false;
  const std::uint32_t end = stretch_end(analysis, i);
  const bool before = has_finite_verb(analysis, stretch_begin, i),
             after = has_finite_verb(analysis, i + 1, end);
  if (analysis.token_text(i) == ";") return after || !has_finite_verb(analysis, piece_begin, i);
  const char first = analysis.token_text(i + 1)[0];
  return after && (before || i - stretch_begin <= 4) && (is_upper(first) || first == '"');
}

// Bytes at which a block's text is cut into pieces.
std::vector<std::size_t> clause_cuts(const nlp::Analysis& analysis) {
  std::vector<std::size_t> cuts;
  std::uint32_t stretch = 0, piece = 0;
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    const std::string_view text = analysis.token_text(i);
    if (text == ".") {
      stretch = piece = i + 1;
    } else if (is_break_mark(text)) {
      if (parts_clauses(analysis, i, stretch, piece)) {
        cuts.push_back(analysis.tokens[i].span.end);
        piece = i + 1;
      }
      stretch = i + 1;
    }
  }
  return cuts;
}

// Adds a piece's annotation to the reading's.
void append_analysis(Reading& reading, nlp::Analysis piece, std::uint32_t byte_offset,
                     const Sentence& pattern) {
  const auto first = static_cast<std::uint32_t>(reading.analysis.tokens.size());
  for (std::uint32_t i = 0; i < piece.tokens.size(); ++i) {
    nlp::Token& token = piece.tokens[i];
    token.span = {token.span.begin + byte_offset, token.span.end + byte_offset};
    token.head += first;
    if (i == 0 || token.sentence_start) {
      token.sentence_start = true;
      if (i > 0) reading.sentences.back().end = first + i;
      reading.sentences.push_back(pattern);
      reading.sentences.back().begin = first + i;
      reading.sentences.back().paragraph = pattern.paragraph && i == 0;
    }
    reading.analysis.tokens.push_back(std::move(token));
  }
  if (!piece.tokens.empty())
    reading.sentences.back().end = static_cast<std::uint32_t>(reading.analysis.tokens.size());
}

// The cut's mark becomes a full stop for the parser.
std::string as_sentence(std::string_view text) {
  std::string result(text);
  while (!result.empty() && result.back() == ' ') result.pop_back();
  if (!result.empty() && is_break_mark(std::string_view(result).substr(result.size() - 1)))
    result.back() = '.';
  return result;
}

// The parts of a block's text that are read apart; none when it is read as a whole.
std::vector<nlp::Part> parts_of(const nlp::Analysis& tagged) {
  std::vector<std::size_t> cuts = clause_cuts(tagged);
  if (cuts.empty()) return {};
  cuts.push_back(tagged.text.size());
  std::vector<nlp::Part> parts;
  std::size_t begin = 0;
  for (const std::size_t cut : cuts) {
    while (begin < cut && tagged.text[begin] == ' ') ++begin;
    parts.push_back({static_cast<std::uint32_t>(begin),
                     as_sentence(std::string_view(tagged.text).substr(begin, cut - begin))});
    begin = cut;
  }
  return parts;
}

void read_block(Reading& reading, RepairedBlock block, const Sentence& pattern,
                const nlp::Pipeline& pipeline) {
  if (block.text.text.empty()) return;
  if (reading.analysis.text.empty()) {
    reading.original.clear();
  } else {  // a line break stands between two blocks
    reading.analysis.text += '\n';
    reading.original.push_back(block.text.original.front());
  }
  const auto offset = static_cast<std::uint32_t>(reading.analysis.text.size());
  for (AcronymNote& note : block.acronyms)
    reading.acronyms.push_back({note.byte + offset, std::move(note.acronym)});
  std::vector<nlp::Part> parts;
  auto analyses = pipeline.analyse_parts(block.text.text, [&](const nlp::Analysis& tagged) {
    parts = parts_of(tagged);
    return parts;
  });
  if (parts.empty()) parts.push_back({0, block.text.text});
  Sentence first = pattern;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    block.text.text.replace(parts[i].begin, parts[i].text.size(), parts[i].text);
    append_analysis(reading, std::move(analyses[i]), offset + parts[i].begin, first);
    first.paragraph = false;
  }
  reading.analysis.text += block.text.text;
  block.text.original.pop_back();
  reading.original.insert(reading.original.end(), block.text.original.begin(), block.text.original.end());
}

std::string date_of_front(const Document& document, const std::string& dateline) {
  if (!document.date.empty() && parse_iso_date(document.date)) return document.date;
  return dateline;
}

}  // namespace

Reading annotate(const Document& document, const Resources& resources) {
  Reading reading;
  reading.document = &document;
  const TrueCase true_case(document.text);
  std::string dateline_date;
  std::string turn;
  ResolutionReader resolutions(*resources.frames);
  std::uint32_t author = kNone;
  for (const Block& block : cut_blocks(document.text)) {
    RepairedBlock repaired = repair(document.text, block, true_case, resolutions, resources);
    Sentence pattern;
    pattern.heading = block.heading;
    pattern.paragraph = true;
    if (!repaired.front.label.empty() && !block.item) turn = repaired.front.label;
    pattern.label = block.item ? repaired.front.label : block.heading ? std::string{} : turn;
    if (resolutions.opened()) author = static_cast<std::uint32_t>(reading.sentences.size());
    if (resolutions.added()) pattern.author = author;
    if (reading.dateline_place.empty()) reading.dateline_place = repaired.front.dateline_place;
    if (dateline_date.empty()) dateline_date = repaired.front.dateline_date;
    read_block(reading, std::move(repaired), pattern, *resources.pipeline);
  }
  reading.original.push_back(static_cast<std::uint32_t>(document.text.size()));
  look_again(reading, resources);
  mend_quotes(reading.analysis, *resources.nouns);
  mend_tree(reading.analysis, *resources.gazetteer);
  reading.date = date_of_front(document, dateline_date);
  return reading;
}

}  // namespace entente::extract
