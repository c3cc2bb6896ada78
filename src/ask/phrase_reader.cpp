// SPDX-License-Identifier: Apache-2.0
#include "ask/phrase_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace entente::ask {
namespace {

bool has_capital(const std::string& text) {
  return utf8::lower(text) != text;
}

bool is_possessive_mark(const Word& word) {
  return word.tag == "POS";
}

const std::string kUnknownName = "nothing in the graph is called ‘";

/// "Bank of Korea", "Hill Farmers' Party".
bool joins_names(const Word& word) {
  return word.lower == "of" || is_possessive_mark(word);
}

bool is_possessive_pronoun(const std::string& word) {
  return word == "its" || word == "his" || word == "their" || word == "her" || word == "whose";
}

Phrase pronoun_phrase(const Word& word) {
  Phrase out;
  out.text = word.text;
  out.pronoun = word.lower;
  return out;
}

bool is_function_word(const Word& word) {
  return wh_of(word.lower) != Wh::none || is_preposition(word.lower) || is_pronoun(word.lower) ||
         is_determiner(word.lower) || is_negation(word.lower) || !auxiliary_of(word.lower).empty() ||
         is_filler(word.lower) || word.lower == "and" || word.lower == "or" || word.lower == "us";
}

}  // namespace

std::string unknown_name_of(const Error& error) {
  if (!error.message.starts_with(kUnknownName)) return {};
  const std::string name = error.message.substr(kUnknownName.size());
  return name.substr(0, name.size() - std::string_view("’").size());
}

bool PhraseReader::in_noun_run(std::size_t at, std::size_t end) const {
  if (at >= end || words_.time_at(at)) return false;
  const Word& word = words_[at];
  if (is_function_word(word) && !word.is_proper()) return false;
  if (word.is_noun() || word.is_adjective() || word.is_number() || word.tag == "HYPH") return true;
  if (word.tag == "VBN" || word.tag == "VBG") {  // "written message", "joint declaring": only before a noun
    return at + 1 < end && words_[at + 1].is_noun() && !(at > 0 && words_[at - 1].is_noun());
  }
  return false;
}

bool PhraseReader::starts_phrase(std::size_t at, std::size_t end) const {
  if (at >= end || words_.time_at(at)) return false;
  const Word& word = words_[at];
  if (wh_of(word.lower) != Wh::none || is_pronoun(word.lower)) return true;
  if (is_determiner(word.lower)) return at + 1 < end;
  return in_noun_run(at, end) || name_length(at, end) > 0;
}

bool PhraseReader::is_verb_lemma(const std::string& lemma) const {
  return !frames_.frames_for(ontology::WordClass::verb, lemma).empty() ||
         frames_.embedding(ontology::WordClass::verb, lemma, "", false) != nullptr;
}

std::size_t PhraseReader::name_length(std::size_t at, std::size_t end) const {
  return longest_name(at, end).words;
}

std::vector<graph::NodeId> PhraseReader::nodes_called(std::size_t at, std::size_t count, std::size_t end,
                                                      bool& adjective) const {
  adjective = false;
  const std::string text = words_.text(at, at + count);
  auto nodes = names_.find(text);
  if (!nodes.empty() && may_be_name(at, count, end, nodes)) return nodes;
  const bool all_lower = utf8::lower(words_.question.substr(1)) == words_.question.substr(1);
  const bool alone =
      all_lower && count == 1 && words_[at].is_noun() && nouns_.class_of(words_[at].lemma).empty();
  const bool proper_words = alone || (words_[at].is_proper() && words_[at + count - 1].is_proper());
  if (nodes = proper_words ? names_.find_person_by_part(text) : nodes; proper_words && !nodes.empty())
    return nodes;
  nodes = names_.find_in_gazetteer(text, adjective);
  return may_be_name(at, count, end, nodes) ? nodes : std::vector<graph::NodeId>{};
}

/// Function words are names only in capitals ("WHO"); names in lower case ("countries in need") only as a
/// whole phrase that is not the name of a class.
bool PhraseReader::may_be_name(std::size_t at, std::size_t count, std::size_t end,
                               const std::vector<graph::NodeId>& nodes) const {
  if (nodes.empty()) return false;
  const Word& first = words_[at];
  if (count == 1 && is_function_word(first))
    return first.text.size() > 1 && first.text != first.lower &&
           first.text.substr(1) != first.lower.substr(1);
  const auto& next = words_.lower(at + count);
  const bool related = next == "that" || next == "which" || next == "who" || next == "whom";
  if (related && !has_capital(words_.text(at, at + count))) return false;  // "the party that X leads"
  const bool proper = std::any_of(nodes.begin(), nodes.end(),
                                  [&](const auto node) { return has_capital(names_.name_of(node)); });
  if (proper) return true;
  if (at + count < end && (words_[at + count].is_noun() || words_[at + count].tag == "HYPH")) return false;
  if (at > 0 && (words_[at - 1].is_adjective() || words_[at - 1].is_noun())) return false;
  std::vector<std::string> lemmas;
  for (std::size_t i = at; i < at + count; ++i) lemmas.push_back(words_[i].lemma);
  std::size_t used = 0;
  return !(class_of_words(vocabulary_, lemmas, used) && used == lemmas.size());
}

PhraseReader::Match PhraseReader::longest_name(std::size_t at, std::size_t end) const {
  Match match;
  for (std::size_t count = std::min(names_.longest_name(), end > at ? end - at : 0); count > 0; --count) {
    auto nodes = nodes_called(at, count, end, match.named.adjective);
    if (nodes.empty()) continue;
    match.words = count;
    match.named.text = words_.text(at, at + count);
    match.named.nodes = std::move(nodes);
    return match;
  }
  return {};
}

bool PhraseReader::continues_list(std::size_t at, std::size_t end, std::size_t& next) const {
  if (at >= end) return false;
  const bool comma = words_[at].text == ",";
  if (!comma && words_[at].lower != "and" && words_[at].lower != "or") return false;
  next = at + 1;
  if (comma && (words_.lower(next) == "and" || words_.lower(next) == "or")) ++next;
  if (next >= end || wh_of(words_.lower(next)) != Wh::none || is_pronoun(words_.lower(next))) return false;
  if (words_[next].is_verb() && name_length(next, end) == 0) return false;
  return starts_phrase(next, end);
}

Result<Phrase> PhraseReader::read(std::size_t& at, std::size_t end) const {
  const std::size_t begin = at;
  auto first = read_one(at, end);
  if (!first) return first;
  const bool takes_more = first->wh == Wh::none || !first->head.empty();
  for (std::size_t next = 0; takes_more && first->pronoun.empty() && continues_list(at, end, next);) {
    first->alternatives = first->alternatives || words_.lower(next - 1) == "or";
    at = next;
    auto more = read_one(at, end);
    if (!more) return more;
    if (first->is_named() && more->is_named() && more->owner.empty()) {
      first->names.insert(first->names.end(), more->names.begin(), more->names.end());
    } else {
      first->others.push_back(std::move(*more));
    }
  }
  first->text = words_.text(begin, at);
  return first;
}

Result<Phrase> PhraseReader::read_one(std::size_t& at, std::size_t end) const {
  if (at < end && wh_of(words_[at].lower) != Wh::none && name_length(at, end) == 0)
    return read_question_word(at, end);
  const std::size_t begin = at;
  Phrase phrase;
  if (at + 1 < end && is_determiner(words_[at].lower) && name_length(at + 1, end) + 1 > name_length(at, end))
    ++at;
  while (at + 1 < end && name_length(at, end) == 0 &&
         (is_determiner(words_[at].lower) || words_[at].lower == "of" || is_filler(words_[at].lower)))
    ++at;
  if (at < end && is_possessive_pronoun(words_[at].lower) && in_noun_run(at + 1, end)) {
    phrase.owner.push_back(pronoun_phrase(words_[at++]));
  } else if (at < end && is_pronoun(words_[at].lower) && name_length(at, end) == 0) {
    phrase = pronoun_phrase(words_[at++]);
    return phrase;
  }
  phrase.text = words_.text(begin, at);
  return read_nouns(at, end, std::move(phrase));
}

/// Names and nouns up to the end of the run: "China's Kenyan medical teams" has the owner China.
Result<Phrase> PhraseReader::read_nouns(std::size_t& at, std::size_t end, Phrase phrase) const {
  const std::size_t begin = at;
  while (at < end) {
    if (auto match = longest_name(at, end); match.words > 0) {
      const std::size_t behind = at + match.words;
      const bool possessive = behind < end && is_possessive_mark(words_[behind]);
      const bool modifies = !possessive && in_noun_run(behind, end);
      if (modifies && words_[behind].is_proper() && name_length(behind, end) == 0)
        return unknown_name(at, end);
      for (std::size_t i = at; i < behind; ++i) phrase.lemmas.push_back(words_[i].lemma);
      const bool compound =
          modifies && words_[at].is_proper() && words_[behind].is_proper();  // "OAS Secretary General"
      if (possessive || (modifies && name_length(behind, end) == 0) || compound) {
        Phrase owner;
        owner.text = match.named.text;
        owner.names = {std::move(match.named)};
        phrase.owner = {std::move(owner)};
        phrase.lemmas.clear();
        at = behind + (possessive ? 1 : 0);
        continue;
      }
      phrase.names = {std::move(match.named)};
      if (words_[behind - 1].is_noun() &&
          (!words_[behind - 1].is_proper() || !has_capital(words_[behind - 1].text)))
        phrase.head = words_[behind - 1].lemma;
      at = behind;
      break;
    }
    if (!in_noun_run(at, end)) break;
    if (is_unknown_name(at)) return unknown_name(at, end);
    if (words_[at].is_noun() || words_[at].is_number()) phrase.head = words_[at].lemma;
    phrase.lemmas.push_back(utf8::lower(words_[at].lemma));
    ++at;
  }
  phrase.text += (phrase.text.empty() ? "" : " ") + words_.text(begin, at);
  if (at == begin && phrase.owner.empty()) {
    return not_understood(at, end);
  }
  describe(phrase, at, end);
  return phrase;
}

/// "the congress of X", "X's foreign minister", "talks between X and Y": what the graph has of that
/// description.
void PhraseReader::describe(Phrase& phrase, std::size_t& at, std::size_t end) const {
  if (phrase.head.empty()) return;
  const auto found = [&](const std::vector<std::vector<graph::NodeId>>& owners) {
    auto nodes = names_.described(phrase.is_named() ? std::vector{phrase.head} : phrase.lemmas, owners);
    if (nodes.empty() && owners.size() == 1) nodes = names_.holders_of(owners.front(), phrase.lemmas);
    return nodes;
  };
  if (!phrase.owner.empty()) {
    const auto& owner = phrase.owner.front();
    if (phrase.is_named() || !owner.is_named() || owner.names.front().adjective) return;
    if (auto nodes = found({owner.names.front().nodes}); !nodes.empty())
      phrase.described = {{phrase.text, std::move(nodes)}};
    return;
  }
  const auto& preposition = words_.lower(at);
  if (preposition != "of" && preposition != "between" && preposition != "in") return;
  std::size_t behind = at + 1;
  Phrase tail;
  std::vector<std::vector<graph::NodeId>> owners;
  while (behind < end) {
    if (is_determiner(words_.lower(behind)) && name_length(behind, end) == 0) ++behind;
    auto match = longest_name(behind, end);
    if (match.words == 0) break;
    behind += match.words;
    owners.push_back(match.named.nodes);
    tail.names.push_back(std::move(match.named));
    if (words_.lower(behind) != "and" || name_length(behind + 1, end) == 0) break;
    ++behind;
  }
  if (owners.empty()) return;
  auto nodes = found(owners);
  if (nodes.empty()) return;
  if (phrase.is_named()) {  // "the congress" is known by that name too
    phrase.names = {{phrase.text + " " + words_.text(at, behind), std::move(nodes)}};
    phrase.text = phrase.names.front().text;
    at = behind;
    return;
  }
  tail.text = words_.text(at + 1, behind);
  phrase.text += " " + words_.text(at, behind);
  phrase.described = {{phrase.text, std::move(nodes)}};
  phrase.tail_preposition = preposition;
  phrase.tail = {std::move(tail)};
  at = behind;
}

Result<Phrase> PhraseReader::read_question_word(std::size_t& at, std::size_t end) const {
  const std::size_t begin = at;
  Phrase phrase;
  phrase.wh = wh_of(words_[at].lower);
  ++at;
  if (phrase.wh == Wh::how &&
      (words_.lower(at) == "many" || words_.lower(at) == "much" || words_.lower(at) == "long")) {
    phrase.wh = words_.lower(at) == "many"   ? Wh::how_many
                : words_.lower(at) == "much" ? Wh::how_much
                                             : Wh::how_long;
    ++at;
  }
  while (words_.lower(at) == "else") ++at;
  const bool takes_noun = phrase.wh == Wh::what || phrase.wh == Wh::which || phrase.wh == Wh::whose ||
                          phrase.wh == Wh::how_many || phrase.wh == Wh::how_much;
  if (takes_noun && words_.lower(at) == "of" && at + 1 < end) {  // "which of the two countries"
    ++at;
    while (is_determiner(words_.lower(at)) || (at < end && words_[at].is_number())) ++at;
    if (!in_noun_run(at, end)) return not_understood(begin, at);  // "which of these"
  }
  const bool as_verb = takes_noun && at + 1 < end && words_[at].is_verb() &&
                       auxiliary_of(words_[at].lower).empty() &&
                       !auxiliary_of(words_[at + 1].lower).empty();  // "which plans does": tagged as a verb
  if (as_verb) {
    phrase.head = words_[at].lemma;
    phrase.lemmas.push_back(words_[at++].lemma);
  }
  while (takes_noun && at < end && in_noun_run(at, end)) {
    if (words_[at].is_noun()) phrase.head = words_[at].lemma;
    phrase.lemmas.push_back(words_[at].lemma);
    ++at;
  }
  phrase.text = words_.text(begin, at);
  return phrase;
}

tl::unexpected<Error> PhraseReader::not_understood(std::size_t begin, std::size_t end) const {
  return fail(ErrorKind::data,
              "the question is not understood at ‘" + words_.text(begin, std::max(end, begin + 1)) + "’",
              Place{"", 0, 0, begin < words_.size() ? words_[begin].begin : words_.question.size()});
}

/// A proper noun behind the first word that the graph does not know; titles and names of classes in capitals
/// are words.
bool PhraseReader::is_unknown_name(std::size_t at) const {
  if (!words_[at].is_proper() || at == 0) return false;
  const auto& lower = words_[at].lower;
  const bool before_office = nouns_.in_list("OfficeNoun", words_.lower(at + 1));  // "Prime Minister"
  return nouns_.class_of(lower).empty() && !nouns_.in_list("OfficeNoun", lower) && !before_office;
}

tl::unexpected<Error> PhraseReader::unknown_name(std::size_t begin, std::size_t end) const {
  std::size_t behind = begin;
  while (behind < end &&
         (words_[behind].is_proper() || words_[behind].is_number() || words_[behind].tag == "HYPH" ||
          (joins_names(words_[behind]) && behind + 1 < end && words_[behind + 1].is_proper())))
    ++behind;
  const std::string name = words_.text(begin, std::max(behind, begin + 1));
  const auto near = names_.nearest(name);
  return fail(ErrorKind::data, kUnknownName + name + "’", Place{"", 0, 0, words_[begin].begin},
              near ? "did you mean ‘" + *near + "’?" : "");
}

}  // namespace entente::ask
