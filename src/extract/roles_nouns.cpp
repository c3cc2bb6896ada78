// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "extract/roles.hpp"

namespace entente::extract {

// The verb of a word list that a noun is the object (or passive subject, or participle's noun) of.
std::uint32_t Roles::carrier(std::uint32_t noun, std::string_view list) const {
  std::uint32_t at = syntax_.first_conjunct(noun);
  for (int step = 0; step < kClimb; ++step) {  // "a series of talks"
    const std::uint32_t of = syntax_.head(at);
    if (!syntax_.is(at, {"pobj"}) || of == kNone || syntax_.lower(of) != "of") break;
    const std::uint32_t outer = syntax_.head(of);
    if (outer == kNone || !frames_.in_list("Partitive", syntax_.lemma(outer))) break;
    at = syntax_.first_conjunct(outer);
  }
  const std::uint32_t above = syntax_.head(at);
  if (above != kNone && syntax_.lemma(above) == "break" && syntax_.has_child_word(above, {"up"}))
    return kNone;  // "broke up a rally against X": no part of it
  if (above != kNone && syntax_.is(at, {"dobj", "nsubjpass"}) &&
      frames_.in_list(list, syntax_.lemma(above))) {
    const Tokens given =
        dative(above).tokens;  // "lent the proposal its support": no light verb of the proposal
    return std::find(given.begin(), given.end(), at) == given.end() ? above : kNone;
  }
  if (above != kNone && syntax_.is(at, {"pobj"}) && syntax_.head(above) != kNone &&
      frames_.in_list(list, syntax_.lemma(syntax_.head(above)) + ' ' + syntax_.lower(above)))
    return syntax_.head(above);
  for (const std::uint32_t each : syntax_.children(at)) {
    if (!frames_.in_list(list, syntax_.lemma(each))) continue;
    if (syntax_.is(each, {"acl"}) && syntax_.is_passive(each)) return each;
    if (syntax_.is(each, {"relcl"}) && !object(each).empty() && object(each).tokens.front() == at)
      return each;
  }
  return kNone;
}

std::uint32_t Roles::light_verb(std::uint32_t noun) const {
  if (!light_verbs_[noun]) light_verbs_[noun] = carrier(noun, "LightVerb");
  return *light_verbs_[noun];
}
std::uint32_t Roles::converse_verb(std::uint32_t noun) const {
  if (!converse_verbs_[noun]) converse_verbs_[noun] = carrier(noun, "ConverseVerb");
  return *converse_verbs_[noun];
}

Filler Roles::possessor(std::uint32_t noun) const {
  Filler found{{}, Step::nominal};
  for (const std::uint32_t each : syntax_.children(noun))
    if (syntax_.is(each, {"poss"})) add_once(found.tokens, expand(each));
  if (!found.empty() && frames_.in_list("OwnPeople", syntax_.lemma(noun))) return found;
  for (const std::uint32_t each : syntax_.children(noun)) {
    if (!syntax_.is(each, {"amod", "compound", "nmod"}) || each > noun) continue;
    const std::string_view form = syntax_.token(each).pos;
    const bool origin = form == "ADJ" && syntax_.has_capital(each);  // "Kenyan", not "joint"
    if (form == "PROPN" || origin || form == "NOUN") add_once(found.tokens, syntax_.coordinated(each));
  }
  return found;
}

// "the capture of the town of X by rebels": the parser hangs who did it on the name, or on the verb in front.
void Roles::add_agent_behind_object(std::uint32_t noun, Tokens& found) const {
  std::uint32_t at = noun;
  for (int step = 0; step < kClimb && found.empty(); ++step) {
    std::uint32_t inner = kNone;
    for (const std::uint32_t each : syntax_.children(at))
      if (syntax_.is(each, {"prep"}) && one_of(syntax_.lower(each), {"of", "against", "on"}))
        inner = syntax_.child(each, {"pobj"});
    if (inner == kNone) break;
    const bool act_alone = frames_.frames_for(ontology::WordClass::noun, syntax_.lemma(inner)).empty() &&
                           !frames_.frames_for(ontology::WordClass::noun, syntax_.lemma(noun)).empty();
    const bool acted_on = syntax_.tag(inner).starts_with("NNP") || act_alone ||
                          frames_.in_list("PersonnelWords", syntax_.lemma(inner)) ||
                          frames_.in_list("TerritoryWords", syntax_.lemma(inner));
    if (acted_on) add_objects_of(inner, "by", found);
    at = inner;
  }
  const std::uint32_t behind = syntax_.range(noun).end;  // "condemned the capture of X | by rebels"
  if (!found.empty() || at == noun || behind >= syntax_.size() || syntax_.lower(behind) != "by") return;
  const std::uint32_t clause = syntax_.head(behind), doer = syntax_.child(behind, {"pobj"});
  if (clause == kNone || doer == kNone || !syntax_.is_verb(clause) || syntax_.is_passive(clause)) return;
  if (frames_.in_list("PersonnelWords", syntax_.lemma(doer)) ||
      frames_.in_list("PresentNoun", syntax_.lemma(doer)))
    add_object_of(behind, found);
}

Filler Roles::noun_subject(std::uint32_t noun, bool of_is_subject) const {
  Filler found{{}, Step::nominal};
  add_objects_of(noun, "by", found.tokens);
  if (found.empty()) add_agent_behind_object(noun, found.tokens);
  if (!found.empty()) return found;
  const std::uint32_t converse = converse_verb(noun);
  if (converse != kNone) {
    for (const std::string_view word : {"from", "by", "of"}) {
      if (word == "of" && !of_is_subject) continue;  // "met with the approval of X"
      if (found.empty()) add_objects_of(noun, word, found.tokens);
      if (found.empty()) add_objects_of(converse, word, found.tokens);
    }
    found.step = Step::light_verb;
    if (!found.empty()) return found;
    return possessor(noun);
  }
  const std::uint32_t light = light_verb(noun);
  if (light != kNone) {
    const bool drawn = one_of(syntax_.lemma(light), {"lock", "embroil", "involve", "entangle"});
    found = drawn ? object(light) : subject(light);  // "is locked in a row with X": who is in it
    found.step = Step::light_verb;
    if (!found.empty()) return found;
  }
  found = possessor(noun);
  if (of_is_subject) add_objects_of(noun, "of", found.tokens);
  if (found.empty()) add_objects_of(noun, "from", found.tokens);
  const std::uint32_t in = syntax_.head(noun);
  const std::uint32_t lack = in != kNone && syntax_.lower(in) == "of" ? syntax_.head(in) : kNone;
  if (found.empty() && lack != kNone && one_of(syntax_.lemma(lack), {"lack", "absence"}))
    return possessor(lack);  // "X's lack of cooperation with Y"
  if (found.empty() && in != kNone && syntax_.is(noun, {"nsubj"}) &&
      one_of(syntax_.lemma(in), {"come", "emanate", "arrive", "pour"}))
    add_objects_of(in, "from", found.tokens);  // "praise for X came from Y"
  if (!found.empty() || !syntax_.is(noun, {"pobj"}) || in == kNone) return found;
  const bool bare = syntax_.lower(in) == "in" && syntax_.child(noun, {"det", "poss"}) == kNone;
  const bool meanwhile = frames_.in_list("Contention", syntax_.lemma(noun)) &&
                         one_of(syntax_.lower(in), {"during", "after", "before", "following", "with"});
  const bool joined = !meanwhile && !syntax_.has_child_word(noun, {"between"}) &&
                      frames_.in_list("JoinedAct", syntax_.lemma(noun)) &&
                      one_of(syntax_.lower(in), {"in", "on", "with", "during", "after", "before", "following",
                                                 "for", "at", "from", "under"});
  const bool lacked =
      syntax_.lower(in) == "without" && syntax_.child(noun, {"prep"}) != kNone &&
      one_of(syntax_.lemma(noun), {"deal", "agreement", "accord", "meeting", "pact", "truce"});
  if (lacked && syntax_.is_verb(syntax_.head(in)) && !syntax_.is_passive(syntax_.head(in)))
    return subject(syntax_.head(in));  // "left without a deal with X"
  const bool lent = syntax_.lower(in) == "with" && syntax_.has_child_word(noun, {"the"}) &&
                    syntax_.has_child_word(noun, {"of"});
  if ((!bare && !joined) || lent) return found;  // "with the support of X": X lends it
  const std::uint32_t clause =
      syntax_.clause_of(in);  // "in support of X", "in the fight against X", "after talks with X"
  if (!syntax_.is_verb(clause)) return found;
  found = subject(clause);
  found.step = Step::light_verb;
  return found;
}

Filler Roles::noun_object(std::uint32_t noun, bool of_is_subject) const {
  Filler found{{}, Step::nominal};
  if (!of_is_subject) add_objects_of(noun, "of", found.tokens);
  if (!found.empty()) return found;
  const std::uint32_t converse = converse_verb(noun);
  const std::uint32_t with = syntax_.head(noun);
  if (converse != kNone) {
    found = subject(converse);
    found.step = Step::light_verb;
  } else if (const std::uint32_t light = light_verb(noun);
             light != kNone && syntax_.child(noun, {"prep"}) == kNone) {
    found = dative(light);  // "gave the plan its blessing"
    found.step = Step::light_verb;
  } else if (with != kNone && syntax_.is(noun, {"pobj"}) &&
             one_of(syntax_.lower(with), {"with", "without"}) &&
             !one_of(syntax_.lemma(syntax_.clause_of(with)), {"go", "agree", "disagree"}) &&
             (!possessor(noun).empty() ||
              (syntax_.lower(with) == "without" && of_is_subject && syntax_.has_child_word(noun, {"of"}))) &&
             syntax_.is_verb(syntax_.clause_of(with))) {
    found = subject(syntax_.clause_of(with));  // "began with U.S. support"
    found.step = Step::light_verb;
  } else if (with != kNone && syntax_.is(noun, {"pobj"}) && syntax_.is_verb(syntax_.clause_of(with))) {
    const bool under = syntax_.lower(with) == "under";  // "under pressure from X", "under X's mediation"
    const bool helped = of_is_subject && syntax_.lower(with) == "with" &&
                        (syntax_.has_child_word(noun, {"from"}) || syntax_.has_child_word(noun, {"of"}));
    const bool plea = of_is_subject && frames_.in_list("PleaNoun", syntax_.lemma(noun)) &&
                      one_of(syntax_.lower(with),
                             {"despite", "amid", "after", "following", "over", "at", "notwithstanding"});
    if (!under && !helped && !plea) return found;
    std::uint32_t clause = syntax_.clause_of(plea ? syntax_.head(with) : with);
    for (std::uint32_t at = clause + 1; plea && at < with; ++at)
      if (syntax_.is_verb(at) && !syntax_.is(at, {"amod"}))
        return found;  // which act it is about is not sure
    if (plea && syntax_.is(clause, {"xcomp", "ccomp"}) && syntax_.has_child_word(clause, {"to"}))
      clause = syntax_.head(clause);  // "X let Z land despite appeals by Y": who lets him
    if (plea && syntax_.child(clause, {"nsubj", "nsubjpass"}) == kNone) return found;
    found = subject(clause);
    found.step = Step::light_verb;
  }
  return found;
}

std::uint32_t Roles::predicate_of(std::uint32_t noun) const {
  const std::uint32_t of = syntax_.is(noun, {"pobj"}) ? syntax_.head(noun) : kNone;
  const std::uint32_t one = of != kNone && syntax_.lower(of) == "of" ? syntax_.head(of) : kNone;
  return one != kNone && syntax_.lower(one) == "one" && syntax_.is(one, {"attr"}) ? one : noun;
}

// "Members of the band include X and Y", "The candidates were X and Y", "Among the guests were X and Y".
Filler Roles::named_ones(std::uint32_t noun) const {
  const std::uint32_t above = syntax_.head(noun);
  if (above == kNone || !one_of(syntax_.tag(noun), {"NNS", "NNPS"})) return {};
  std::uint32_t name = kNone;
  if (syntax_.is(noun, {"nsubj"})) {
    if (one_of(syntax_.lemma(above), {"include", "comprise", "number"}))
      name = syntax_.child(above, {"dobj"});
    if (syntax_.lemma(above) == "be") name = syntax_.child(above, {"attr"});
  } else if (syntax_.is(noun, {"pobj"}) && syntax_.lower(above) == "among") {
    const std::uint32_t be = syntax_.head(above);
    if (be != kNone && syntax_.lemma(be) == "be") name = syntax_.child(be, {"nsubj", "attr"});
  }
  if (name == kNone || name < noun || !syntax_.tag(name).starts_with("NNP")) return {};
  return {expand(name), Step::described};
}

Filler Roles::described(std::uint32_t noun) const {
  const std::uint32_t first = syntax_.first_conjunct(noun);
  const std::uint32_t above = syntax_.head(first);
  if (above != kNone) {
    if (syntax_.is(first, {"attr"})) return {surface_subject(above, 0).tokens, Step::described};
    if (syntax_.is(first, {"appos"})) return {{above}, Step::described};
    if (Filler named = named_ones(first); !named.empty()) return named;
    if (const std::uint32_t one = predicate_of(first); one != first) return described(one);
    if (syntax_.is(first, {"oprd"})) {
      Filler named = object(above);
      const std::uint32_t one = named.tokens.size() == 1 ? named.tokens.front() : kNone;
      if (one != kNone && one != first && syntax_.is(one, {"attr"}) && !syntax_.tag(one).starts_with("NNP"))
        named = surface_subject(syntax_.head(one), 0);  // "X is the first woman to be elected president"
      return {named.tokens, Step::described};
    }
    const bool as = syntax_.is(first, {"pobj"}) && syntax_.lower(above) == "as" &&
                    syntax_.head(above) != kNone && syntax_.is_verb(syntax_.head(above)) &&
                    !syntax_.has_child_word(above, {"such"});
    if (as) {
      const bool tells = one_of(syntax_.lemma(syntax_.head(above)),
                                {"regard", "see", "view", "recognise", "recognize", "consider", "include",
                                 "describe", "claim", "treat", "count", "accept", "list", "remain", "serve"});
      if (syntax_.lemma(noun) == "part" && !tells) return {};  // "arrested X as part of a crackdown"
      Filler named = object(syntax_.head(above));
      if (named.empty()) named = subject(syntax_.head(above));
      return {named.tokens, Step::described};
    }
    if (syntax_.is(noun, {"compound"}) && noun < above) {  // "members China and Russia"
      const bool several = syntax_.tag(noun) == "NNS";
      return {several ? expand(above) : Tokens{above}, Step::described};
    }
  }
  const std::uint32_t beside = syntax_.child(noun, {"appos"});
  const std::uint32_t own =
      syntax_.child(noun, {"compound"});  // "Anbar province, Iraq": no name of the province
  const bool place =
      own != kNone && syntax_.tag(own) == "NNP" &&
      one_of(syntax_.lemma(noun), {"province", "region", "state", "district", "county", "island"});
  if (beside != kNone && !place && syntax_.tag(beside).starts_with("NNP"))
    return {expand(beside), Step::described};
  return {{noun}, Step::nominal};
}

// "$25 million in Libyan funds": the funds; or kNone.
std::uint32_t Roles::worth_of(std::uint32_t amount) const {
  if (syntax_.tag(amount) != "CD" && !one_of(syntax_.lemma(amount), {"dollar", "euro", "pound"}))
    return kNone;
  for (const std::uint32_t each : syntax_.children(amount)) {
    const std::uint32_t goods =
        syntax_.is(each, {"prep"}) && syntax_.lower(each) == "in" ? syntax_.child(each, {"pobj"}) : kNone;
    if (goods != kNone && one_of(syntax_.tag(goods), {"NN", "NNS"})) return goods;
  }
  return kNone;
}

// "the argument that X must choose": what is claimed or asked of X is not X's.
bool Roles::says_of_others(std::uint32_t noun, std::uint32_t clause) const {
  if (syntax_.child(clause, {"mark"}) == kNone) return false;
  const auto* embedding = embedding_of(noun, true);
  const bool claimed = embedding != nullptr && (embedding->suppressed || !embedding->modality.empty());
  return claimed || syntax_.has_child_word(clause, {"must", "should", "ought", "could", "may", "might"});
}

// "the line on which X depends", "the town in which X met": not X's.
bool Roles::is_behind_preposition(std::uint32_t clause) const {
  return std::any_of(syntax_.children(clause).begin(), syntax_.children(clause).end(), [&](std::uint32_t at) {
    const std::uint32_t which = at < clause && syntax_.is(at, {"prep"}) ? syntax_.child(at, {"pobj"}) : kNone;
    return which != kNone && one_of(syntax_.tag(which), {"WDT", "WP"});
  });
}

// "the withdrawal from X" is not X's.
bool Roles::leaves_place(std::uint32_t noun) const {
  return one_of(syntax_.lemma(noun), {"withdrawal", "pullout", "retreat", "departure", "exit", "expulsion",
                                      "evacuation", "secession", "eviction", "return", "escape", "flight"});
}

Filler Roles::owner(std::uint32_t noun) const {
  Filler found{{}, Step::nominal};
  const std::uint32_t holder = syntax_.child(noun, {"poss"});
  const bool border = one_of(syntax_.lemma(noun), {"border", "frontier", "boundary"});
  if (border && holder != kNone && syntax_.tag(holder) == "PRP$")  // "its border with X"
    add_objects_of(noun, "with", found.tokens);
  const bool undergone = frames_.in_list("UndergoneAct", syntax_.lemma(noun));
  const bool suffered = undergone && preposition(noun, "of").empty();  // "X's arrest"
  if (holder != kNone && found.empty() && !suffered) found = possessor(noun);
  const std::uint32_t above = syntax_.head(noun);
  const bool lent = above != kNone && syntax_.is(noun, {"pobj"}) &&  // "with the support of X": X lends it
                    one_of(syntax_.lower(above), {"with", "without"});
  const bool about = (!lent && frames_.in_list("AboutNoun", syntax_.lemma(noun))) || undergone;
  const bool sent =
      frames_.in_list("PersonnelWords", syntax_.lemma(noun));  // "the expulsion of diplomats by X"
  const bool act = !frames_.frames_for(ontology::WordClass::noun, syntax_.lemma(noun)).empty();
  for (const std::string_view word : {"by", "of", "from"}) {
    if (found.empty() && !(about && word == "of") && !(word == "from" && leaves_place(noun)) &&
        !(sent && word == "by"))
      add_objects_of(noun, word, found.tokens);
    if (found.empty() && act && word == "by") add_agent_behind_object(noun, found.tokens);
  }
  if (found.empty() && border) add_objects_of(noun, "with", found.tokens);
  if (const std::uint32_t goods = found.empty() ? worth_of(noun) : kNone; goods != kNone) return owner(goods);
  for (const std::uint32_t each : syntax_.children(noun)) {
    if (!found.empty() || !syntax_.is(each, {"acl", "relcl"})) continue;
    if (frames_.in_list("StanceVerb", syntax_.lemma(each))) continue;  // "a bill backed by X" is not X's
    if (says_of_others(noun, each) || is_behind_preposition(each) || syntax_.has_child_word(each, {"where"}))
      continue;
    if (syntax_.lemma(each) == "belong") add_objects_of(each, "to", found.tokens);
    const std::uint32_t by = syntax_.child(each, {"agent"});
    const std::uint32_t doer = by != kNone ? syntax_.child(by, {"pobj"}) : syntax_.child(each, {"nsubj"});
    if (doer != kNone && !one_of(syntax_.tag(doer), {"WDT", "WP"})) add_once(found.tokens, expand(doer));
  }
  return found.empty() && !suffered ? possessor(noun) : found;
}

// "found X guilty of doing": X; empty elsewhere.
Filler Roles::said_to_be(std::uint32_t adjective, int depth) const {
  if (syntax_.token(adjective).pos != "ADJ") return {};
  const std::uint32_t own = syntax_.child(adjective, {"nsubj"});
  if (own != kNone) return {expand(own), Step::control};
  return syntax_.is(adjective, {"oprd"}) ? own_object(syntax_.head(adjective), depth) : Filler{};
}

Filler Roles::complement_subject(std::uint32_t verb) const {
  for (const std::uint32_t each : syntax_.children(verb)) {
    const bool of_noun =
        syntax_.is(each, {"acl"}) && syntax_.child(each, {"mark"}) != kNone;  // "its demand that X ..."
    if (!syntax_.is(each, {"ccomp", "xcomp", "advcl"}) && !of_noun) continue;
    const std::uint32_t mark = syntax_.is(each, {"advcl"}) ? syntax_.child(each, {"mark"}) : kNone;
    if (mark != kNone && !one_of(syntax_.lower(mark), {"that", "for"})) continue;  // "after X resigned"
    const std::uint32_t own = syntax_.child(each, {"nsubj", "nsubjpass"});
    if (own != kNone && asks_of_others(verb, own)) continue;
    if (own != kNone) return {expand(own), Step::direct};
  }
  return {};
}

// "demanded that the envoy be expelled": he is not asked.
bool Roles::asks_of_others(std::uint32_t verb, std::uint32_t subject) const {
  return syntax_.is(subject, {"nsubjpass"}) &&
         one_of(syntax_.lemma(verb), {"demand", "urge", "request", "recommend", "propose", "insist", "ask",
                                      "call", "want", "advise", "require"});
}

// "pleaded with X | to act": whether an infinitive stands right behind the one asked.
bool Roles::is_behind_asked(std::uint32_t verb, std::uint32_t infinitive) const {
  const std::uint32_t begin = syntax_.range(infinitive).begin;
  for (const std::uint32_t each : syntax_.children(verb))
    if (syntax_.is(each, {"prep"}) && each > verb && syntax_.range(each).end == begin)
      return one_of(syntax_.lower(each), {"with", "to", "on", "upon"});
  return false;
}

std::uint32_t Roles::through_partitive(std::uint32_t nominal) const {
  const std::uint32_t named = syntax_.child(nominal, {"appos"});  // "one of the lawmakers, X"
  if (named != kNone && syntax_.lower(nominal) == "one" && syntax_.tag(named) == "NNP") return named;
  for (int step = 0; step < kClimb; ++step) {
    const std::uint32_t of = syntax_.child(nominal, {"prep"});
    const bool nobody = one_of(syntax_.lower(nominal), {"nobody", "none", "no-one"}) ||
                        (syntax_.lower(nominal) == "one" && syntax_.has_child_word(nominal, {"no"}));
    if (of == kNone || !(syntax_.lower(of) == "of" || (nobody && syntax_.lower(of) == "from")))
      return nominal;
    const std::uint32_t inner = syntax_.child(of, {"pobj"});
    if (inner == kNone || !(nobody || frames_.in_list("Partitive", syntax_.lemma(nominal)))) return nominal;
    nominal = inner;
  }
  return nominal;
}

// "two neighbours, X and Y": X and Y.
Tokens Roles::names_behind(std::uint32_t plural) const {
  if (syntax_.tag(plural) != "NNS") return {};
  for (const std::uint32_t each : syntax_.children(plural)) {
    if (!syntax_.is(each, {"appos"}) || syntax_.tag(each) != "NNP") continue;
    const Tokens names = syntax_.coordinated(each);
    if (names.size() > 1) return names;
  }
  return {};
}

}  // namespace entente::extract
