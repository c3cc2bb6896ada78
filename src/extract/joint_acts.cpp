// SPDX-License-Identifier: Apache-2.0
#include "extract/joint_acts.hpp"

#include "extract/events.hpp"

namespace entente::extract {
namespace {

void add_agents(const Context& context, const Filler& filler, Ends& ends) {
  const Ends agents = agents_of(context, filler);
  ends.mentions.insert(ends.mentions.end(), agents.mentions.begin(), agents.mentions.end());
}

// Who takes part in an act that a noun names: those between, by, of or with whom it is, and who does the verb
// that carries it: "said in a joint statement".
Ends partners_of(const Context& context, std::uint32_t noun) {
  Ends ends;
  add_agents(context, context.roles.preposition(noun, "between"), ends);
  if (!ends.empty()) return ends;
  const Filler subject = context.roles.noun_subject(noun, true);
  ends.step = subject.step;
  add_agents(context, subject, ends);
  const std::uint32_t above = context.syntax.head(noun);
  if (ends.empty() && above != kNone && context.syntax.is(noun, {"pobj"}) &&
      context.syntax.lower(above) == "in") {
    const std::uint32_t clause = context.syntax.clause_of(above);
    if (context.syntax.is_verb(clause)) add_agents(context, context.roles.subject(clause), ends);
    ends.step = Step::light_verb;
  }
  add_agents(context, context.roles.preposition(noun, "with"), ends);
  return ends;
}

void add(const Context& context, ClaimBuilder& builder, const char* relation, const char* rule,
         Predicate predicate, Ends actors, std::vector<Draft>& drafts) {
  if (context.slots.entities_of(actors.mentions).size() < 2) return;
  const Features features = context.clauses.features(predicate.token);
  if (features.suppressed) return;
  actors.joined = true;
  const Finding finding{relation, rule, predicate, std::move(actors), {}, {}, kNone};
  drafts.push_back(builder.build(finding, features));
}

void read_joint_noun(const Context& context, ClaimBuilder& builder, std::uint32_t noun,
                     std::vector<Draft>& drafts) {
  const Syntax& syntax = context.syntax;
  if (!syntax.has_child_word(noun, {"joint", "common", "trilateral"})) return;
  const bool said = context.frames.in_list("JointStatement", syntax.lemma(noun));
  if (!said && !context.frames.in_list("JointAct", syntax.lemma(noun))) return;
  add(context, builder, said ? "jointlyStatedWith" : "cooperatedWith", said ? "joint/statement" : "joint/act",
      {noun, WordClass::noun}, partners_of(context, noun), drafts);
}

void read_joint_verb(const Context& context, ClaimBuilder& builder, std::uint32_t verb,
                     std::vector<Draft>& drafts) {
  bool jointly = false;
  for (const std::uint32_t each : context.syntax.children(verb)) {
    if (!context.syntax.is(each, {"advmod"})) continue;
    const std::string& word = context.syntax.lower(each);
    jointly = jointly || word == "jointly" ||
              (word == "together" && one_of(context.syntax.lemma(verb),
                                            {"train", "patrol", "exercise", "drill", "operate", "search",
                                             "sail", "investigate", "develop", "build", "fight"}));
  }
  if (!jointly) return;
  const Filler subject = context.roles.subject(verb);
  Ends actors = agents_of(context, subject);
  if (context.slots.entities_of(actors.mentions).size() < 2) {  // "French and Malian guards jointly combed"
    actors.mentions.clear();
    for (const std::uint32_t token : subject.tokens)
      add_agents(context, context.roles.possessor(token), actors);
  }
  add(context, builder, "cooperatedWith", "joint/adverb", {verb, WordClass::verb}, std::move(actors), drafts);
}

}  // namespace

void read_joint_acts(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    if (context.syntax.is_verb(at)) {
      read_joint_verb(context, builder, at, drafts);
    } else if (context.syntax.is_noun(at)) {
      read_joint_noun(context, builder, at, drafts);
    }
  }
}

}  // namespace entente::extract
