// SPDX-License-Identifier: Apache-2.0
#include "app/completion.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/question_line.hpp"
#include "app/statement_place.hpp"
#include "base/utf8.hpp"

namespace entente::app {

namespace {

constexpr std::array<std::string_view, 6> kFirstKeywords = {"EXPLAIN", "MATCH",  "OPTIONAL MATCH",
                                                            "PROFILE", "RETURN", "UNWIND"};
constexpr std::array<std::string_view, 36> kKeywords = {"ACYCLIC",
                                                        "ALL SHORTEST",
                                                        "AND",
                                                        "ANY SHORTEST",
                                                        "AS",
                                                        "ASC",
                                                        "CASE",
                                                        "CONTAINS",
                                                        "DESC",
                                                        "DISTINCT",
                                                        "ELSE",
                                                        "END",
                                                        "ENDS WITH",
                                                        "EXISTS",
                                                        "FALSE",
                                                        "IN",
                                                        "IS NOT NULL",
                                                        "IS NULL",
                                                        "LIMIT",
                                                        "MATCH",
                                                        "NOT",
                                                        "NULL",
                                                        "OPTIONAL MATCH",
                                                        "OR",
                                                        "ORDER BY",
                                                        "RETURN",
                                                        "SIMPLE",
                                                        "SKIP",
                                                        "STARTS WITH",
                                                        "THEN",
                                                        "TRAIL",
                                                        "TRUE",
                                                        "UNION",
                                                        "UNWIND",
                                                        "WHERE",
                                                        "WITH"};
constexpr std::array<std::string_view, 11> kQuestionWords = {
    "Did", "Does", "How many", "How much", "What", "When", "Where", "Which", "Who", "Whom", "Whose"};
constexpr std::size_t kMostWords = 8;  // of a name in a question

/// The words that begin with what is typed, without regard to case.
Completion offer(std::size_t begin, std::string_view typed, std::vector<std::string> words,
                 std::string after) {
  const std::string wanted = name_key(typed);
  const auto unfit = [&](const std::string& word) {
    return utf8::first_invalid_byte(word) || name_key(word).compare(0, wanted.size(), wanted) != 0;
  };
  words.erase(std::remove_if(words.begin(), words.end(), unfit), words.end());
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  Completion completion{begin, std::move(words), 0, {}, std::move(after)};
  if (completion.candidates.empty()) return completion;
  const std::string& first = completion.candidates.front();
  const std::string key = name_key(first);
  std::size_t common = key.size();
  for (const std::string& word : completion.candidates)
    common = std::min(common, common_size(key, name_key(word)));
  completion.common = beginning_of(first, common);
  if (completion.candidates.size() > kMostCandidates) {
    completion.more = completion.candidates.size() - kMostCandidates;
    completion.candidates.resize(kMostCandidates);
  }
  return completion;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

std::string escaped(std::string_view name, char quote) {
  std::string out;
  for (const char c : name) {
    if (c == '\\' || c == quote) out += '\\';
    out += c;
  }
  return out;
}

Completion offer_names(std::size_t begin, std::string_view typed, char quote, const NameList* names) {
  Completion completion{begin, {}, 0, {}, quote == 0 ? "" : std::string(1, quote)};
  if (names == nullptr) return completion;
  NameList::Found found =
      names->beginning_with(quote == 0 ? std::string(typed) : unescaped(typed), kMostCandidates);
  completion.more = found.more;
  completion.common = quote == 0 ? found.common : escaped(found.common, quote);
  for (std::string& name : found.names)
    completion.candidates.push_back(quote == 0 ? std::move(name) : escaped(name, quote));
  return completion;
}

/// Keywords in the case in which one is typed.
template <std::size_t n>
void add_keywords(const std::array<std::string_view, n>& keywords, std::string_view typed,
                  std::vector<std::string>& words) {
  const bool small = !typed.empty() && typed.front() >= 'a' && typed.front() <= 'z';
  for (const std::string_view keyword : keywords)
    words.push_back(small ? utf8::lower(keyword) : std::string(keyword));
}

Completion offer_words(const StatementPlace& place, std::string_view text, std::string_view typed,
                       const CompletionWords& words) {
  std::vector<std::string> all;
  if (place.first) {
    add_keywords(kFirstKeywords, typed, all);
    return offer(place.begin, typed, std::move(all), " ");
  }
  if (typed.empty()) return {place.begin, {}, 0, {}, {}};
  for (std::string& variable : variables_of(text)) all.push_back(std::move(variable));
  Completion own = offer(place.begin, typed, all, "");
  add_keywords(kKeywords, typed, all);
  for (const std::string& function : words.functions) all.push_back(function + "(");
  Completion completion = offer(place.begin, typed, std::move(all), " ");
  if (completion.candidates.size() == own.candidates.size() ||
      (!completion.candidates.empty() && completion.candidates.front().back() == '('))
    completion.after.clear();
  return completion;
}

Completion moved(Completion completion, std::size_t by) {
  completion.begin += by;
  return completion;
}

/// Files and folders that begin so; a folder ends with '/'.
Completion offer_files(std::string_view typed) {
  namespace fs = std::filesystem;
  const std::size_t slash = typed.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  const fs::path folder = begin == 0 ? fs::path(".") : fs::path(std::string(typed.substr(0, begin)));
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename().string();
    if (utf8::first_invalid_byte(name) || (name.front() == '.' && !typed.substr(begin).starts_with('.')))
      continue;
    std::error_code ignored;
    names.push_back(it->is_directory(ignored) ? name + "/" : std::move(name));
  }
  return offer(begin, typed.substr(begin), std::move(names), "");
}

/// The longest end of a question that begins names, from the start of a word.
Completion offer_in_question(std::string_view text, const CompletionWords& words) {
  std::vector<std::size_t> starts;
  for (std::size_t i = text.size(); i-- > 0 && starts.size() < kMostWords;) {
    const bool start = i == 0 || !is_word_byte(text[i - 1]);
    if (start && is_word_byte(text[i])) starts.push_back(i);
  }
  for (auto start = starts.rbegin(); start != starts.rend(); ++start) {
    Completion completion = offer_names(*start, text.substr(*start), 0, words.names);
    if (!completion.candidates.empty()) return completion;
  }
  return {text.size(), {}, 0, {}, {}};
}

Completion offer_argument(const CommandWord& command, std::string_view typed, const CompletionWords& words) {
  using Argument = CommandWord::Argument;
  switch (command.argument) {
    case Argument::words:
      return offer(0, typed, command.words, "");
    case Argument::file:
      return offer_files(typed);
    case Argument::statement:
      return complete_statement(typed, words);
    case Argument::question:
      return offer_in_question(typed, words);
    case Argument::name:
      return offer_names(0, typed, 0, words.names);
    case Argument::saved_query:
      return offer(0, typed, words.saved_queries, " ");
    case Argument::command: {
      std::vector<std::string> names;
      for (const CommandWord& other : words.commands) names.push_back(other.name);
      return offer(0, typed, std::move(names), "");
    }
    case Argument::none:
      break;
  }
  return {};
}

Completion complete_command(std::string_view line, std::size_t begin, const CompletionWords& words) {
  const std::size_t end = line.find(' ', begin);
  if (end == std::string_view::npos) {
    std::vector<std::string> names;
    for (const CommandWord& command : words.commands) names.push_back(command.name);
    return offer(begin, line.substr(begin), std::move(names), " ");
  }
  const std::size_t argument = std::min(line.find_first_not_of(' ', end), line.size());
  for (const CommandWord& command : words.commands)
    if (command.name == line.substr(begin, end - begin))
      return moved(offer_argument(command, line.substr(argument), words), argument);
  return {line.size(), {}, 0, {}, {}};
}

}  // namespace

Completion complete_statement(std::string_view text, const CompletionWords& words) {
  using Kind = StatementPlace::Kind;
  const StatementPlace place = place_at_end(text);
  const std::string_view typed = text.substr(place.begin);
  switch (place.kind) {
    case Kind::name:
      return offer_names(place.begin, typed, place.quote, words.names);
    case Kind::label:
      return offer(place.begin, typed, words.labels, "");
    case Kind::type:
      return offer(place.begin, typed, words.types, "");
    case Kind::property:
      return offer(place.begin, typed, words.properties, "");
    case Kind::key:
      return offer(place.begin, typed, words.properties, ": ");
    case Kind::parameter:
      return offer(place.begin, typed, words.parameters, "");
    case Kind::word:
      return offer_words(place, text, typed, words);
    case Kind::nothing:
      break;
  }
  return {text.size(), {}, 0, {}, {}};
}

Completion complete_line(std::string_view line, const CompletionWords& words) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
  if (begin < line.size() && (line[begin] == '.' || line[begin] == ':'))
    return complete_command(line, begin + 1, words);
  const bool one_word = line.find(' ', begin) == std::string_view::npos;
  if (one_word) {
    const std::string_view typed = line.substr(begin);
    std::vector<std::string> all;
    add_keywords(kFirstKeywords, typed, all);
    add_keywords(kQuestionWords, typed, all);
    return offer(begin, typed, std::move(all), " ");
  }
  if (looks_like_question(std::string(line))) return offer_in_question(line, words);
  return complete_statement(line, words);
}

}  // namespace entente::app
