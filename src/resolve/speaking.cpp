// SPDX-License-Identifier: Apache-2.0
#include "resolve/speaking.hpp"

namespace entente::resolve {
namespace {

constexpr int kClimb = 24;  // bound on walks up a tree

bool is_below(const Discourse& discourse, std::uint32_t token, std::uint32_t verb) {
  for (int steps = 0; steps < kClimb && discourse.token(token).head != token; ++steps) {
    token = discourse.token(token).head;
    if (token == verb) return true;
  }
  return false;
}

// The verb of a main clause, or one joined to it.
bool is_main(const Discourse& discourse, std::uint32_t verb) {
  for (int steps = 0; steps < kClimb && discourse.token(verb).dep == "conj"; ++steps)
    verb = discourse.token(verb).head;
  return discourse.token(verb).head == verb;
}

// "For President X, who ..., there is little doubt": who thinks so.
bool is_fronted(const Discourse& discourse, std::uint32_t token) {
  const std::uint32_t preposition = discourse.token(token).head;
  return discourse.token(token).dep == "pobj" && discourse.lower(preposition) == "for" &&
         (preposition == 0 || discourse.sentence_of(preposition - 1) != discourse.sentence_of(preposition));
}

// The first sentence of the quotation that a sentence ends or goes on with.
std::uint32_t first_quoted(const Nodes& nodes, std::uint32_t sentence) {
  const Discourse& discourse = nodes.discourse();
  const auto& sentences = nodes.reading().sentences;
  while (sentence > 0 && discourse.quoted(sentences[sentence].begin) &&
         discourse.quoted(sentences[sentence - 1].end - 1))
    --sentence;
  return sentence;
}

}  // namespace

SpokenWords::SpokenWords(const Nodes& nodes, std::uint32_t pronoun) {
  const Discourse& discourse = nodes.discourse();
  const std::uint32_t verb = discourse.token(pronoun).head;
  says_ = says_in_main_clause(discourse, pronoun);
  if (!says_) return;
  const std::uint32_t here = discourse.sentence_of(pronoun);
  const std::uint32_t first = first_quoted(nodes, here);
  for (const Mention& mention : nodes.reading().mentions) {
    const std::uint32_t sentence = discourse.sentence_of(mention.head);
    if (sentence > here) break;
    if (sentence < first || mention.entity == kNone || mention.kind != MentionKind::name) continue;
    const bool said =
        discourse.quoted(mention.head) || (sentence == here && is_below(discourse, mention.head, verb));
    if (said) named_.insert(mention.entity);
  }
}

bool says_in_main_clause(const Discourse& discourse, std::uint32_t token) {
  const std::uint32_t verb = discourse.token(token).head;
  return discourse.token(token).dep == "nsubj" && discourse.is_speech(verb) && is_main(discourse, verb) &&
         !discourse.quoted(token);
}

bool acts_in_main_clause(const Discourse& discourse, std::uint32_t token) {
  const std::uint32_t subject = discourse.role_token(token);
  if (is_fronted(discourse, subject)) return true;
  if (discourse.quoted(subject) || !one_of(discourse.token(subject).dep, {"nsubj", "nsubjpass"}))
    return false;
  const std::uint32_t verb = discourse.token(subject).head;
  return is_main(discourse, verb) || discourse.is_speech(verb);
}

}  // namespace entente::resolve
