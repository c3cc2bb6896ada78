// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/name_list.hpp"

namespace entente::app {

/// What may stand at the end of a text.
struct Completion {
  std::size_t begin = 0;                ///< byte where the word to be completed begins
  std::vector<std::string> candidates;  ///< whole words, in order: the first ones
  std::size_t more = 0;                 ///< how many others there are
  std::string common;                   ///< what all of them begin with
  std::string after;                    ///< follows a word that is the only one: a closing quote, a space
};

/// A command of the shell and what its argument is.
struct CommandWord {
  enum class Argument { none, words, file, statement, question, name, saved_query, command };
  std::string name;
  Argument argument = Argument::none;
  std::vector<std::string> words;  ///< what the argument may be
};

/// What can be completed. Lists need no order.
struct CompletionWords {
  std::vector<std::string> labels, types, properties, functions, parameters, saved_queries;
  std::vector<CommandWord> commands;
  const NameList* names = nullptr;  ///< of entities; null: none are known yet
};

inline constexpr std::size_t kMostCandidates = 200;

/// Words for the end of a statement: labels and relation types after ':', properties after '.' and as keys,
/// names in quotes, parameters after '$', else keywords, functions and the statement's variables.
[[nodiscard]] Completion complete_statement(std::string_view text, const CompletionWords& words);

/// Words for the end of a line that begins a statement, is a command or an English question. In a question
/// names of several words are completed too.
[[nodiscard]] Completion complete_line(std::string_view line, const CompletionWords& words);

}  // namespace entente::app
