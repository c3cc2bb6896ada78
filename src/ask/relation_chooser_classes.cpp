// SPDX-License-Identifier: Apache-2.0
// Which phrases may fill a role, by the class of what they stand for.
#include <algorithm>

#include "ask/relation_chooser.hpp"

namespace entente::ask {

std::string RelationChooser::class_of(const Phrase& phrase) const {
  if (phrase.head.empty()) return {};
  std::size_t used = 0;
  const auto& lemmas = phrase.lemmas;
  if (lemmas.size() > 1) {
    if (const auto two = resources_.nouns->class_of(lemmas[lemmas.size() - 2] + " " + lemmas.back());
        !two.empty())
      return std::string(two);
  }
  if (const auto known = class_of_words(*resources_.vocabulary, lemmas, used)) return *known;
  return std::string(resources_.nouns->class_of(phrase.head));
}

std::string RelationChooser::class_of_filler(const Phrase& phrase) const {
  return phrase.is_named() ? names_.class_of(phrase.names.front().nodes.front()) : class_of(phrase);
}

bool RelationChooser::compatible(const Phrase* phrase, const std::vector<std::string>& classes) const {
  if (!phrase || classes.empty()) return true;
  const std::string own = class_of_filler(*phrase);
  if (own.empty()) return suits_question_word(*phrase, classes);
  return std::any_of(classes.begin(), classes.end(), [&](const auto& each) {
    return resources_.vocabulary->is_class(own, each) ||
           (!phrase->is_named() && resources_.vocabulary->is_class(each, own));
  });
}

/// "who" asks for agents, "what" for anything else.
bool RelationChooser::suits_question_word(const Phrase& phrase,
                                          const std::vector<std::string>& classes) const {
  const auto& vocabulary = *resources_.vocabulary;
  const auto is_agent = [&](const auto& each) { return vocabulary.is_class(each, "Agent"); };
  if (phrase.wh == Wh::who)
    return std::any_of(classes.begin(), classes.end(), [&](const auto& each) {
      return is_agent(each) || vocabulary.is_class("Agent", each);
    });
  if (phrase.wh == Wh::what && phrase.head.empty())
    return !std::all_of(classes.begin(), classes.end(), is_agent);
  return true;
}

/// Names (the graph knows what it has of them), unknowns, and nouns that name a fitting class; other nouns
/// are no ends of edges but words of the sentence.
bool RelationChooser::fills_role(const Phrase& phrase, const std::vector<std::string>& role_classes) const {
  if (phrase.is_named()) return true;
  if (!phrase.is_asked() && phrase.same_as < 0 && class_of(phrase).empty()) return false;
  return compatible(&phrase, role_classes);
}

}  // namespace entente::ask
