// SPDX-License-Identifier: Apache-2.0
#include "extract/repair.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "extract/letters.hpp"

namespace entente::extract {

std::vector<Word> words_of(std::string_view text, std::size_t limit) {
  static constexpr std::string_view kMarks = ".,;:!?()[]\"'";
  std::vector<Word> words;
  std::size_t i = 0;
  while (i < text.size() && words.size() < limit) {
    while (i < text.size() && text[i] == ' ') ++i;
    const std::size_t start = i;
    while (i < text.size() && text[i] != ' ') ++i;
    Word word{start, i};
    while (word.begin < word.end && kMarks.find(text[word.begin]) != std::string_view::npos) ++word.begin;
    while (word.end > word.begin && kMarks.find(text[word.end - 1]) != std::string_view::npos) --word.end;
    word.stopped = word.end < i;
    if (word.begin < word.end) words.push_back(word);
  }
  return words;
}

namespace {

// Bytes of a white-space character at i, or 0.
std::size_t blank_length(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (text.substr(i, 2) == "\xC2\xA0") return 2;
  const std::string_view three = text.substr(i, 3);
  if (three == "\xE3\x80\x80" || three == "\xE2\x80\xAF" || three == "\xE2\x80\x8B" ||
      three == "\xEF\xBB\xBF")
    return 3;
  if (three.size() == 3 && three.substr(0, 2) == "\xE2\x80" && static_cast<unsigned char>(three[2]) <= 0x8A)
    return 3;
  return 0;
}

// The run of non-blanks around i.
std::string_view chunk_around(std::string_view text, std::size_t i) {
  std::size_t begin = i, end = i;
  while (begin > 0 && text[begin - 1] != ' ' && i - begin < 80) --begin;
  while (end < text.size() && text[end] != ' ' && end - i < 80) ++end;
  return text.substr(begin, end - begin);
}

bool is_address(std::string_view chunk) {
  return chunk.find("://") != std::string_view::npos || chunk.find("www.") != std::string_view::npos ||
         chunk.find('@') != std::string_view::npos || chunk.find(".com") != std::string_view::npos ||
         chunk.find(".org") != std::string_view::npos || chunk.find('/') != std::string_view::npos;
}

// The word that ends before i.
std::string_view word_before(std::string_view text, std::size_t i) {
  std::size_t begin = i;
  while (begin > 0 && (is_letter_at(text, begin - 1) || is_digit(text[begin - 1]))) --begin;
  return text.substr(begin, i - begin);
}

bool has_upper_start(std::string_view word) {
  return !word.empty() && is_upper(word[0]);
}

// A capital that begins a word of prose: "This", "I ", "A ".
bool begins_sentence(std::string_view text, std::size_t i) {
  if (i >= text.size() || !is_upper(text[i])) return false;
  return is_lower_at(text, i + 1) || (i + 1 < text.size() && (text[i + 1] == ' ' || is_upper(text[i + 1])));
}

// True when the full stop at i ends a sentence although no blank follows.
bool is_glued_stop(std::string_view text, std::size_t i) {
  if (!begins_sentence(text, i + 1) || i == 0) return false;
  const char before = text[i - 1];
  if (before == ')' || before == '"' || before == '%') return true;
  const std::string_view word = word_before(text, i);
  if (word.size() < 2) return is_digit(before);
  if (i > word.size() && text[i - word.size() - 1] == '.') return false;  // "a.b.C"
  if (is_upper(before)) return is_lower_at(text, i + 2);                  // "II.China" but not "U.S.A"
  return true;
}

// What to write instead of the mark at i; the mark itself where nothing is to be done.
std::string mark_with_blank(std::string_view text, std::size_t i) {
  const char mark = text[i];
  if (i + 1 >= text.size() || i == 0) return {mark};
  switch (mark) {
    case '.':
      return is_glued_stop(text, i) ? ". " : ".";
    case ',':
      if (begins_sentence(text, i + 1) && is_lower_at(text, i - 1) && !has_upper_start(word_before(text, i)))
        return ". ";
      return is_letter_at(text, i + 1) ? ", " : ",";
    case ';':
    case '!':
    case '?':
    case ')':
      return is_letter_at(text, i + 1) && (mark != ')' || is_upper(text[i + 1])) ? std::string{mark} + " "
                                                                                 : std::string{mark};
    case ':':
      return is_letter_at(text, i + 1) && is_lower_at(text, i - 1) ? ": " : ":";
    default:
      return {mark};
  }
}

}  // namespace

MappedText with_plain_blanks(const MappedText& text) {
  std::vector<Edit> edits;
  const std::string& bytes = text.text;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t end = i;
    while (end < bytes.size()) {
      const std::size_t length = blank_length(bytes, end);
      if (length == 0) break;
      end += length;
    }
    if (end == i) {
      ++i;
      continue;
    }
    const bool at_end = i == 0 || end == bytes.size();
    if (at_end || end - i > 1 || bytes[i] != ' ') edits.push_back({i, end, at_end ? "" : " "});
    i = end;
  }
  return edits.empty() ? text : edited(text, edits);
}

MappedText with_dashes(const MappedText& text) {
  std::vector<Edit> edits;
  const std::string_view bytes = text.text;
  const auto in_word = [&](std::size_t at) {
    return is_letter_at(bytes, at) || std::string_view("\"'()").find(bytes[at]) != std::string_view::npos;
  };
  for (std::size_t i = bytes.find(" - "); i != std::string_view::npos; i = bytes.find(" - ", i + 1)) {
    const bool between = i > 0 && i + 3 < bytes.size() && in_word(i - 1) && in_word(i + 3);
    if (between) edits.push_back({i + 1, i + 2, "\xE2\x80\x93"});
  }
  return edits.empty() ? text : edited(text, edits);
}

MappedText without_editors_brackets(const MappedText& text) {
  std::vector<Edit> edits;
  const std::string_view bytes = text.text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '[') continue;
    std::size_t end = i + 1;
    while (end < bytes.size() && end - i < 24 && is_letter_at(bytes, end)) ++end;
    if (end == i + 1 || end >= bytes.size() || bytes[end] != ']') continue;
    edits.push_back({i, i + 1, ""});
    edits.push_back({end, end + 1, ""});
    i = end;
  }
  return edits.empty() ? text : edited(text, edits);
}

MappedText with_plain_apostrophes(const MappedText& text) {
  const std::string_view bytes = text.text;
  std::vector<Edit> edits;
  for (std::size_t i = 1; i + 1 < bytes.size(); ++i) {
    const std::size_t length = bytes[i] == '`' ? 1 : bytes.substr(i, 2) == "\xC2\xB4" ? 2 : 0;
    const bool ending =
        length > 0 && is_letter_at(bytes, i - 1) && is_letter_at(bytes, i + length) &&
        (!is_letter_at(bytes, i + length + 1) || !is_letter_at(bytes, i + length + 2));  // "t", "s", "re"
    if (ending) edits.push_back({i, i + length, "'"});
  }
  return edits.empty() ? text : edited(text, edits);
}

MappedText without_stops_before_hyphens(const MappedText& text) {
  std::vector<Edit> edits;
  const std::string_view bytes = text.text;
  const auto letter_and_stop = [&](std::size_t i) {
    return i + 1 < bytes.size() && is_upper(bytes[i]) && bytes[i + 1] == '.';
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!letter_and_stop(i) || !letter_and_stop(i + 2) || (i > 0 && bytes[i - 1] != ' ')) continue;
    std::size_t end = i;
    while (letter_and_stop(end)) end += 2;
    if (end + 1 < bytes.size() && bytes[end] == '-' && is_letter_at(bytes, end + 1)) {
      for (std::size_t stop = i + 1; stop < end; stop += 2) edits.push_back({stop, stop + 1, ""});
    }
    i = end;
  }
  return edits.empty() ? text : edited(text, edits);
}

MappedText with_sentences_parted(const MappedText& text) {
  static constexpr std::string_view kMarks = ".,;:!?)";
  std::vector<Edit> edits;
  const std::string_view bytes = text.text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (kMarks.find(bytes[i]) == std::string_view::npos) continue;
    const bool loose = i > 0 && bytes[i - 1] == ' ' && bytes[i] != ')' &&
                       (i + 1 >= bytes.size() || !is_digit(bytes[i + 1])) &&
                       (i + 1 >= bytes.size() || bytes[i + 1] == ' ' || bytes[i] == ',');
    std::string with = mark_with_blank(bytes, i);
    if (loose && with.size() == 1 && is_letter_at(bytes, i + 1)) with += ' ';
    if (!loose && (with.size() == 1 || is_address(chunk_around(bytes, i)))) continue;
    if (loose) edits.push_back({i - 1, i, ""});
    edits.push_back({i, i + 1, std::move(with)});
  }
  return edits.empty() ? text : edited(text, edits);
}

namespace {

bool is_all_upper(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The letters of an acronym in brackets at i ("(UNHCR)", "(the \"Mission\")" is none), or nothing; end is
// moved behind ')'.
std::string bracketed_acronym(std::string_view text, std::size_t i, std::size_t& end) {
  end = text.find(')', i);
  if (end == std::string_view::npos || end - i > 16) return {};
  const std::string_view inside = text.substr(i + 1, end - i - 1);
  ++end;
  std::size_t uppers = 0;
  for (const char c : inside) {
    if (!is_upper(c) && !is_digit(c) && !(c >= 'a' && c <= 'z') && c != '&' && c != '.') return {};
    uppers += is_upper(c) ? 1 : 0;
  }
  return inside.size() >= 2 && is_upper(inside[0]) && (uppers >= 2 || inside.size() >= 5)
             ? std::string(inside)
             : std::string{};
}

// True when the capital letters of an acronym begin words that stand before it.
bool initials_match(std::string_view before, std::string_view acronym) {
  std::vector<Word> words = words_of(before);
  const std::size_t from = words.size() > 10 ? words.size() - 10 : 0;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(from), words.end(),
                     [&](const Word& word) { return before[word.begin] == acronym[0]; });
}

bool stands_behind_name(std::string_view before, const std::string& acronym,
                        const ontology::Gazetteer& gazetteer) {
  const std::vector<Word> words = words_of(before.size() > 200 ? before.substr(before.size() - 200) : before);
  if (words.empty()) return false;
  const std::string_view tail = before.size() > 200 ? before.substr(before.size() - 200) : before;
  if (initials_match(tail, acronym)) return true;
  const bool has_digit = std::any_of(acronym.begin(), acronym.end(), is_digit);
  const bool known = !gazetteer.names(ontology::name_key(acronym)).empty();
  return !has_digit && !known && acronym.size() >= 3 && is_all_upper(acronym) &&
         is_upper(tail[words.back().begin]);
}

}  // namespace

MappedText without_acronyms(const MappedText& text, const ontology::Gazetteer& gazetteer,
                            std::vector<AcronymNote>& notes) {
  std::vector<Edit> edits;
  std::size_t cut = 0;
  const std::string_view bytes = text.text;
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    if (bytes[i] != '(' || bytes[i - 1] != ' ') continue;
    std::size_t end = i;
    std::string acronym = bracketed_acronym(bytes, i, end);
    if (acronym.empty() || !stands_behind_name(bytes.substr(0, i), acronym, gazetteer)) continue;
    acronym.erase(std::remove(acronym.begin(), acronym.end(), '.'), acronym.end());
    notes.push_back({static_cast<std::uint32_t>(i - 1 - cut), std::move(acronym)});
    edits.push_back({i - 1, end, ""});
    cut += end - i + 1;
    i = end - 1;
  }
  return edits.empty() ? text : edited(text, edits);
}

namespace {

constexpr std::array<std::string_view, 16> kOfficeHeads = {
    "president", "minister", "chairman", "chairperson",  "chancellor", "secretary",
    "premier",   "director", "governor", "commissioner", "speaker",    "chief",
    "head",      "leader",   "general",  "ambassador"};

bool is_office_head(std::string_view word) {
  return std::find(kOfficeHeads.begin(), kOfficeHeads.end(), utf8::lower(word)) != kOfficeHeads.end();
}

// "co-chaired" and the like: how the word is written for the parser, or nothing.
void add_co_edit(std::string_view bytes, const Word& word, std::vector<Edit>& edits) {
  if (word.end - word.begin < 3 || bytes[word.begin + 2] != '-') return;
  const std::string lower = utf8::lower(bytes.substr(word.begin, word.end - word.begin));
  if (lower.rfind("co-", 0) != 0) return;
  const std::string_view rest = std::string_view(lower).substr(3);
  const auto starts = [&](std::string_view stem) { return rest.rfind(stem, 0) == 0; };
  if (starts("chair") || starts("host") || starts("led") || starts("lead") || starts("organi") ||
      starts("found") || starts("author")) {
    edits.push_back({word.begin, word.begin + 3, ""});
  } else if (starts("sponsor") || starts("sign") || starts("operat")) {
    edits.push_back({word.begin + 2, word.begin + 3, ""});
  }
}

void add_hyphen_edit(std::string_view bytes, const Word& word, std::vector<Edit>& edits) {
  const std::string_view text = bytes.substr(word.begin, word.end - word.begin);
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return;
  const std::string first = utf8::lower(text.substr(0, hyphen)),
                    second = utf8::lower(text.substr(hyphen + 1));
  const bool prefix =
      first == "vice" || first == "deputy" || first == "under" || first == "prime" || first == "co";
  const bool office = is_office_head(second) || second.rfind("secretary", 0) == 0;
  if ((prefix && office && first != "co") ||
      (second == "general" && (first == "secretary" || first == "director"))) {
    edits.push_back({word.begin + hyphen, word.begin + hyphen + 1, " "});
  }
}

// Index of the word that begins a person's name inside the phrase that starts behind "of", or 0.
std::size_t name_inside(std::string_view bytes, const std::vector<Word>& words, std::size_t first,
                        const ontology::Gazetteer& gazetteer) {
  const auto text = [&](std::size_t i) {
    return bytes.substr(words[i].begin, words[i].end - words[i].begin);
  };
  for (std::size_t i = first; i + 1 < words.size() && i < first + 9; ++i) {
    const bool small = text(i) == "of" || text(i) == "the" || text(i) == "and" || text(i) == "for";
    if (!small && !is_upper(text(i)[0])) return 0;
    if (i > first && !small && gazetteer.in_list("given-names", utf8::lower(text(i))) &&
        is_upper(text(i - 1)[0]) && !words[i - 1].stopped && !words[i].stopped) {
      const std::string_view next = text(i + 1);
      const bool particle = next == "von" || next == "van" || next == "de" || next == "al" || next == "bin";
      if (is_upper(next[0]) || particle) return i;
    }
    if (words[i].stopped) return 0;
  }
  return 0;
}

// "Secretary of State Anna Lind": the words behind "of" name a field, no body.
bool is_portfolio(std::string_view bytes, const std::vector<Word>& words, std::size_t first, std::size_t end,
                  const ontology::Nouns& nouns) {
  for (std::size_t i = first; i < end; ++i) {
    const std::string word = utf8::lower(bytes.substr(words[i].begin, words[i].end - words[i].begin));
    if (word != "and" && !nouns.in_list("PortfolioNoun", word) && !nouns.in_list("TitleModifier", word))
      return false;
  }
  return true;
}

}  // namespace

MappedText with_offices_plain(const MappedText& text, const ontology::Gazetteer& gazetteer,
                              const ontology::Nouns& nouns) {
  std::vector<Edit> edits;
  const std::string_view bytes = text.text;
  const std::vector<Word> words = words_of(bytes);
  std::size_t name_from = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = bytes.substr(words[i].begin, words[i].end - words[i].begin);
    if (name_from == i && i > 0) edits.push_back({words[i - 1].end, words[i - 1].end, ","});
    add_co_edit(bytes, words[i], edits);
    add_hyphen_edit(bytes, words[i], edits);
    if (words[i].stopped || i + 3 >= words.size() || !is_upper(word[0])) continue;
    const auto is = [&](std::size_t k, std::string_view what) {
      return bytes.substr(words[k].begin, words[k].end - words[k].begin) == what;
    };
    if (!is(i + 1, "of") || words[i + 1].stopped) continue;
    const std::size_t hyphen = word.rfind('-');
    const std::string_view last = hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
    if (!is_office_head(last) && utf8::lower(last) != "general") continue;
    const std::size_t first = is(i + 2, "the") ? i + 3 : i + 2;
    const std::size_t name = name_inside(bytes, words, first, gazetteer);
    if (name > 0 && !is_portfolio(bytes, words, first, name, nouns)) name_from = name;
  }
  return edits.empty() ? text : edited(text, edits);
}

}  // namespace entente::extract
