// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ask/question.hpp"
#include "ontology/frames.hpp"

namespace entente::ask {

/// A phrase of a clause at its grammatical place: where a frame's slots look.
struct Argument {
  ontology::SlotKind place = ontology::SlotKind::object;
  std::string preposition;
  const Phrase* phrase = nullptr;  ///< never null
  bool added = false;              ///< from a clause without a verb: it need not be used
};

/// The phrases around the verb of a clause; points into it. A passive's subject stands as object, its "by" as
/// subject. Without added: what clauses without a verb put to it is left out.
[[nodiscard]] std::vector<Argument> verb_arguments(const Clause& clause, bool added);

/// The same around a noun that names an act: "China's visit to Mali", "held talks with".
[[nodiscard]] std::vector<Argument> noun_arguments(const Clause& clause, const Phrase& noun);

/// The phrase behind the first of the clause's prepositions that is one of the words, or null.
[[nodiscard]] const Phrase* phrase_behind(const Clause& clause,
                                          std::initializer_list<std::string_view> words);

/// Words behind the verb that may be its particle: adverbs and prepositions, stranded ones too; "touch" of
/// "in touch" is joined by '_' as frames write it.
[[nodiscard]] std::vector<std::string> particles_of(const Clause& clause, const Verb& verb, bool added);

}  // namespace entente::ask
