// SPDX-License-Identifier: Apache-2.0
// Who belongs to what, where words of membership say so: "one of", "including", "a coalition of".
#include "extract/membership.hpp"

#include "extract/ties.hpp"

namespace entente::extract {
namespace {

class MembershipReader : Ties {
 public:
  using Ties::Ties;

  // "one of the hostages", "one of the party's founders".
  void read_one_of(std::uint32_t token) {
    const Syntax& syntax = context_.syntax;
    const std::uint32_t beside = syntax.child(token, {"appos"});  // "one of the party's lawmakers, X"
    if ((beside == kNone && !syntax.is(token, {"attr", "appos"})) ||
        !one_of(syntax.lemma(token), {"one", "two", "three", "some", "among"}))
      return;
    Features features;
    if (beside == kNone) features = context_.clauses.features(token);
    if (features.suppressed) return;
    for (const std::uint32_t group : context_.roles.preposition(token, "of").tokens) {
      std::uint32_t people = context_.slots.mention_of(group);
      if (one_of(syntax.lower(group), {"theirs", "ours", "them", "us"}) && !features.speakers.empty())
        people = context_.slots.mention_of(features.speakers.front());  // "they deny that X is one of theirs"
      if (people == kNone || (!is(people, "Collective") && !is(people, "Organization"))) continue;
      const std::uint32_t body = body_of(mention_at(people));
      const std::string_view noun = context_.syntax.lemma(group);
      if (body == kNone &&
          (context_.frames.in_list("ChiefNoun", noun) || context_.frames.in_list("MemberNoun", noun)))
        continue;  // "one of their leaders"
      const std::uint32_t whole = body == kNone ? people : body;
      const bool one = syntax.lower(token) == "one";
      const Tokens parts = beside == kNone ? context_.roles.described(token).tokens
                           : one           ? Tokens{beside}
                                           : context_.roles.expand(beside);
      for (const std::uint32_t part : parts) {
        const std::uint32_t member = context_.slots.mention_of(part);
        if (member == kNone || !is(member, "Agent") ||
            !tie("memberOf", "one-of/described", member, whole, Step::described))
          continue;
        drafts_.back().claim.negated = features.negated;
        drafts_.back().claim.modality = features.modality;
      }
    }
  }

  // "three members of the ANC, including X and Y"
  void read_including(std::uint32_t token) {
    const Syntax& syntax = context_.syntax;
    const std::uint32_t above = syntax.head(token);
    if (syntax.lower(token) != "including" || !syntax.is(token, {"prep"}) || above > token) return;
    const std::uint32_t people = context_.reading.mention_at[above];
    const std::uint32_t body =
        people == kNone || !mention_at(people).plural ? kNone : body_of(mention_at(people));
    const std::uint32_t first = body == kNone ? kNone : syntax.child(token, {"pobj"});
    if (first == kNone) return;
    for (const std::uint32_t each : syntax.coordinated(first)) {
      const std::uint32_t member = context_.slots.mention_of(each);
      if (member != kNone && mention_at(member).kind == MentionKind::name && !is(member, "Organization"))
        tie("memberOf", "including/name", member, body, Step::described);
    }
  }

  // "X, the coalition of opposition parties and unions"
  void read_coalition(std::uint32_t token) {
    const Syntax& syntax = context_.syntax;
    if (!syntax.is(token, {"appos"}) ||
        !one_of(syntax.lemma(token), {"coalition", "alliance", "grouping", "bloc"}))
      return;
    const std::uint32_t whole = context_.reading.mention_at[syntax.head(token)];
    if (whole == kNone || mention_at(whole).kind != MentionKind::name) return;
    for (const std::uint32_t each : context_.roles.preposition(token, "of").tokens) {
      const std::uint32_t member = context_.slots.mention_of(each);
      if (member != kNone && is(member, "Agent") && !is(member, "Person"))
        tie("memberOf", "coalition/of", member, whole, Step::described);
    }
  }

  // "the Geneva-based group", "the Texas-based company X"
  void read_seat(std::uint32_t based) {
    const Syntax& syntax = context_.syntax;
    const std::uint32_t town = syntax.child(based, {"npadvmod", "compound", "nmod", "nsubj"});
    if (syntax.lower(based) != "based" || town == kNone || town > based || syntax.lower(based - 1) != "-")
      return;
    const std::uint32_t noun = syntax.head(based);
    if (noun == kNone || noun < based) return;
    const std::uint32_t beside = syntax.child(noun, {"appos"});
    const std::uint32_t place = context_.reading.mention_at[town];
    std::uint32_t body = context_.slots.mention_of(noun);
    if (beside == noun + 1 && context_.slots.mention_of(beside) != kNone)
      body = context_.slots.mention_of(beside);
    if (place != kNone && body != kNone && is(place, "Place") && is(body, "Organization"))
      tie("locatedIn", "place/based", body, place, Step::nominal);
  }

  // "the river is Nicaragua's"
  void read_belonging(std::uint32_t verb) {
    const Syntax& syntax = context_.syntax;
    const std::uint32_t owner = syntax.child(verb, {"attr"}), owned = syntax.child(verb, {"nsubj"});
    if (owner == kNone || owned == kNone || syntax.child(owner, {"case"}) == kNone ||
        syntax.child(verb, {"neg"}) != kNone)
      return;
    const std::uint32_t place = context_.slots.mention_of(owned), country = context_.slots.mention_of(owner);
    if (place != kNone && country != kNone && is(place, "Place") && is(country, "Country"))
      tie("locatedIn", "place/belongs", place, country, Step::described);
  }
};

}  // namespace

void read_membership(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts) {
  MembershipReader reader(context, builder, drafts);
  for (std::uint32_t at = 0; at < context.syntax.size(); ++at) {
    reader.read_one_of(at);
    reader.read_including(at);
    reader.read_coalition(at);
    if (context.syntax.lower(at) == "based") reader.read_seat(at);
    if (context.syntax.lemma(at) == "be") reader.read_belonging(at);
  }
}

}  // namespace entente::extract
