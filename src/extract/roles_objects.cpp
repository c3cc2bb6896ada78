// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "extract/roles.hpp"

namespace entente::extract {
namespace {

constexpr int kNear = 4;  // tokens between coordinated verbs that share what follows

}  // namespace

// ---- objects of verbs

// The next verb of "met and praised X": it stands so near that what follows belongs to both.
std::uint32_t Roles::verb_joined_to(std::uint32_t verb) const {
  if (one_of(syntax_.lemma(verb), {"try", "go", "come"}))
    return kNone;  // "must try and free X": X is not tried
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (syntax_.is(each, {"conj"}) && syntax_.is_verb(each) && each > verb && each - verb <= kNear &&
        syntax_.child(each, {"nsubj", "nsubjpass"}) == kNone)
      return each;
  }
  return kNone;
}

Filler Roles::own_object(std::uint32_t verb, int depth) const {
  if (depth > kClimb) return {};
  Filler found;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (syntax_.is(each, {"dobj"})) {
      add_once(found.tokens, expand(each));
      const bool that = syntax_.lower(each) == "that" && syntax_.tag(each) == "IN";
      if (that || one_of(syntax_.tag(each), {"WDT", "WP"})) found.step = Step::relative;
      for (const std::uint32_t along :
           syntax_.children(verb))  // "dissolved the court, along with parliament"
        if (along == syntax_.range(each).end + 1 && syntax_.lower(along) == "along")
          add_companion(along, found.tokens);
    }
    const bool phrasal = syntax_.is(each, {"prep"}) &&
                         frames_.in_list("PhrasalVerb", syntax_.lemma(verb) + ' ' + syntax_.lower(each));
    const std::uint32_t object = phrasal ? syntax_.child(each, {"pobj"}) : kNone;
    if (object != kNone) add_once(found.tokens, expand(object));
  }
  return found;
}

const Filler& Roles::object(std::uint32_t verb) const {
  if (!objects_[verb]) objects_[verb] = find_object(verb);
  return *objects_[verb];
}

Filler Roles::find_object(std::uint32_t verb) const {
  Filler found = own_object(verb, 0);
  if (!found.empty()) return found;
  if (syntax_.is_passive(verb)) {
    found = surface_subject(verb, 0);
    if (found.step == Step::direct) found.step = Step::passive;
    return found;
  }
  const std::uint32_t noun = syntax_.head(verb);
  const bool stranded =
      std::any_of(syntax_.children(verb).begin(), syntax_.children(verb).end(), [&](auto each) {
        return syntax_.is(each, {"prep"}) &&
               syntax_.child(each, {"pobj", "pcomp", "amod"}) == kNone;  // "dismissed as absurd"
      });
  const std::uint32_t own = syntax_.child(verb, {"nsubj"});
  if (syntax_.is(verb, {"relcl"}) && own != kNone && !one_of(syntax_.tag(own), {"WDT", "WP"}) && !stranded &&
      syntax_.child(verb, {"ccomp", "dative"}) == kNone) {
    bool other = false;  // "to which", "where": the noun is not the object
    for (const std::uint32_t each : syntax_.children(verb)) {
      const std::uint32_t inner = syntax_.child(each, {"pobj"});
      other = other || one_of(syntax_.tag(each), {"WRB"}) ||
              (inner != kNone && one_of(syntax_.tag(inner), {"WDT", "WP"}));
    }
    if (!other) return {expand(noun), Step::relative};
  }
  const std::uint32_t next = verb_joined_to(verb);
  if (next != kNone && syntax_.child(verb, {"prep", "ccomp", "xcomp"}) == kNone) {
    found = own_object(next, 1);
    found.step = Step::conjunct;
  }
  return found;
}

Filler Roles::dative(std::uint32_t verb) const {
  Filler found;
  for (const std::uint32_t each : syntax_.children(verb)) {
    if (!syntax_.is(each, {"dative"})) continue;
    const std::uint32_t inner = syntax_.child(each, {"pobj"});
    add_once(found.tokens, expand(inner == kNone ? each : inner));
  }
  const std::uint32_t object = syntax_.child(verb, {"dobj"});
  if (found.empty() && syntax_.is_passive(verb) && object != kNone) {
    found = surface_subject(verb, 0);
    found.step = Step::passive;
  }
  if (found.empty() && object != kNone && syntax_.child(object, {"cc"}) == kNone) {  // "set X a deadline"
    const bool name = syntax_.tag(object).starts_with("NNP");
    for (const std::uint32_t each : syntax_.children(verb))
      if (each > object && syntax_.is(each, {"dobj"}) && syntax_.tag(each).starts_with("NN") &&
          (name || syntax_.child(each, {"poss"}) != kNone))  // "lent the plan its support"
        return {expand(object), Step::direct};
  }
  if (!found.empty() || object == kNone || syntax_.has_child_word(verb, {"to"})) return found;
  const std::uint32_t first =
      syntax_.range(object).begin;  // "denied Pakistan military aid", read as one phrase
  const bool state = first < object && syntax_.head(first) == object &&
                     syntax_.is(first, {"nmod", "compound"}) && syntax_.token(first).ent_type == "GPE" &&
                     syntax_.lower(first).size() > 3;
  if (state &&
      one_of(syntax_.lemma(verb), {"give", "deny", "refuse", "grant", "offer", "promise", "send", "lend"}) &&
      frames_.in_list("AidWords", syntax_.lemma(object)))
    return {{first}, Step::direct};
  bool number = false;  // "gave Chad 300 tents", read as one phrase
  for (const std::uint32_t each : syntax_.children(object)) number = number || syntax_.is(each, {"nummod"});
  for (const std::uint32_t each : syntax_.children(object))
    if (number && syntax_.is(each, {"nmod", "compound", "poss"}) && syntax_.tag(each) == "NNP" &&
        each < object && syntax_.child(each, {"case"}) == kNone && syntax_.tag(each + 1) != "NNP")
      add_once(found.tokens, {each});
  return found;
}

// ---- prepositions

// "stayed away from X", "pulled out of X": the preposition hangs on an adverb; "out of" is from.
void Roles::add_behind_adverb(std::uint32_t adverb, std::string_view word, Tokens& found) const {
  if (!syntax_.is(adverb, {"advmod", "prt", "prep", "npadvmod"})) return;
  const bool date = syntax_.is(adverb, {"npadvmod"});  // "met on Thursday with X", said without "on"
  if (!date &&
      !one_of(syntax_.lower(adverb), {"out", "away", "back", "home", "up", "down", "over", "along", "ahead"}))
    return;
  if (syntax_.child(adverb, {"pobj"}) != kNone) return;
  for (const std::uint32_t each : syntax_.children(adverb)) {
    const bool out_of = word == "from" && syntax_.lower(adverb) == "out" && syntax_.lower(each) == "of";
    if (syntax_.is(each, {"prep"}) && (out_of || syntax_.lower(each) == word)) add_object_of(each, found);
  }
}

// "a rally by X against Y", "talks in Paris with Y": the parser hangs what follows the name on the name.
void Roles::add_behind_name(std::uint32_t trigger, std::string_view word, Tokens& found) const {
  for (const std::uint32_t each : syntax_.children(trigger)) {
    const bool by = syntax_.is(each, {"prep", "agent"}) && syntax_.lower(each) == "by";
    const bool place = syntax_.is(each, {"prep"}) && one_of(syntax_.lower(each), {"in", "at"}) &&
                       one_of(word, {"with", "against", "between"});
    std::uint32_t doer = syntax_.is(each, {"prep", "agent"}) ? syntax_.child(each, {"pobj"}) : kNone;
    const bool help = doer != kNone && syntax_.lower(each) == "with" && word == "against" &&
                      one_of(syntax_.lemma(doer), {"support", "help", "aid", "backing", "assistance"});
    const bool forum =
        word == "against" && syntax_.is(each, {"prep"}) &&
        one_of(syntax_.lower(each), {"with", "to", "before"});  // "a complaint with X against Y"
    if (!by && !place && !help && !forum) doer = kNone;
    const bool loose = word == "against" || (by && word == "on");
    if (doer == kNone || !(syntax_.tag(doer).starts_with("NNP") || loose)) continue;
    for (const std::uint32_t below : syntax_.children(doer))
      if (syntax_.is(below, {"prep"}) && syntax_.lower(below) == word) add_object_of(below, found);
  }
}

// "Fighting flared between X and Y", "talks continued with X": the phrase hangs on the verb that only says
// that it happens.
void Roles::add_on_happening(std::uint32_t noun, std::string_view word, Tokens& found) const {
  const std::uint32_t verb = syntax_.head(noun);
  if (verb == kNone || !syntax_.is(noun, {"nsubj", "nsubjpass", "csubj"}) ||
      syntax_.child(verb, {"dobj"}) != kNone)
    return;
  if (syntax_.lemma(verb) != "be" && !frames_.in_list("EventVerb", syntax_.lemma(verb))) return;
  add_objects_of(verb, word, found);
  for (const std::uint32_t each : syntax_.children(verb)) {  // "are under way between X and Y"
    const std::uint32_t inner = syntax_.is(each, {"prep"}) ? syntax_.child(each, {"pobj"}) : kNone;
    if (found.empty() && inner != kNone && syntax_.lemma(inner) == "way") add_objects_of(inner, word, found);
  }
}

void Roles::add_object_of(std::uint32_t preposition, Tokens& found) const {
  const std::uint32_t object = syntax_.child(preposition, {"pobj"});
  if (object == kNone || frames_.in_list("DegreeNoun", syntax_.lower(object))) return;
  if (syntax_.lower(preposition) == "at" && frames_.in_list("Behest", syntax_.lemma(object))) return;
  const bool day = syntax_.lower(preposition) == "on" && syntax_.token(object).ent_type == "DATE";
  if (!day) add_once(found, expand(object));  // "on Monday eased an embargo on X": X
}

// "to X, not to Y": Y.
bool Roles::is_denied(std::uint32_t preposition) const {
  return syntax_.child(preposition, {"neg"}) != kNone && syntax_.child(preposition, {"pobj"}) != kNone;
}

Tokens Roles::denied(std::uint32_t at, std::string_view word) const {
  Tokens found, pending{at};
  for (std::size_t done = 0; done < pending.size() && done < 8; ++done) {
    for (const std::uint32_t each : syntax_.children(pending[done])) {
      if (!syntax_.is(each, {"prep", "conj"}) || syntax_.lower(each) != word) continue;
      if (is_denied(each)) add_object_of(each, found);
      pending.push_back(each);
    }
  }
  return found;
}

void Roles::add_objects_of(std::uint32_t at, std::string_view word, Tokens& found) const {
  std::array<std::uint32_t, 8> pending{at};  // more are not followed
  std::size_t known = 1;
  for (std::size_t done = 0; done < known; ++done) {
    for (const std::uint32_t each : syntax_.children(pending[done])) {
      const bool inside = done > 0 && syntax_.is(each, {"conj"});  // "to X and to Y"
      const bool stray = syntax_.is(each, {"dep"}) && syntax_.tag(each) == "IN";
      if (done == 0) add_behind_adverb(each, word, found);
      if (!syntax_.is(each, {"prep", "agent", "dative"}) && !inside && !stray) continue;
      if (done == 0 && syntax_.lower(each) != word)  // "with X on Monday and with Y"
        for (const std::uint32_t joined : syntax_.children(each))
          if (syntax_.is(joined, {"conj"}) && syntax_.lower(joined) == word) add_object_of(joined, found);
      if (syntax_.lower(each) != word) continue;
      const std::uint32_t object = syntax_.child(each, {"pobj"});
      if (object != kNone && frames_.in_list("DegreeNoun", syntax_.lower(object))) continue;
      if (is_denied(each)) continue;
      add_object_of(each, found);
      const std::uint32_t direct = object == kNone && done == 0 ? syntax_.child(at, {"dobj"}) : kNone;
      if (direct != kNone && each + 1 == syntax_.range(direct).begin)
        add_once(found, expand(direct));  // "call on all parties", with the object hung on the verb
      if (object == kNone && syntax_.child(each, {"pcomp"}) == kNone && syntax_.is(pending[0], {"relcl"}) &&
          syntax_.head(pending[0]) != kNone)
        add_once(found, expand(syntax_.head(pending[0])));  // "the country that it sells to"
      if (known < pending.size()) pending[known++] = each;
    }
  }
}

Tokens Roles::themes(std::uint32_t verb) const {
  Tokens all = object(verb).tokens;
  for (std::size_t done = 0; done < all.size() && all.size() < 64; ++done) {
    for (const std::uint32_t each : syntax_.children(all[done])) {
      if (!syntax_.is(each, {"prep"}) || syntax_.lower(each) != "of") continue;
      const std::uint32_t inner = syntax_.child(each, {"pobj"});
      if (inner != kNone &&
          (frames_.in_list("Partitive", syntax_.lemma(all[done])) || syntax_.tag(all[done]) == "CD"))
        add_once(all, {inner});
    }
    if (const std::uint32_t goods = worth_of(all[done]); goods != kNone) add_once(all, {goods});
  }
  return all;
}

// "was fired on by X": the subject of the passive is what the preposition would have.
bool Roles::is_stranded(std::uint32_t verb, std::string_view word) const {
  if (!syntax_.is_passive(verb)) return false;
  const auto below = syntax_.children(verb);
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t each) {
    return syntax_.is(each, {"prep", "prt"}) && syntax_.lower(each) == word &&
           syntax_.child(each, {"pobj", "pcomp"}) == kNone && each == verb + 1;
  });
}

Filler Roles::preposition(std::uint32_t trigger, std::string_view word) const {
  const bool out_of = word == "from" && syntax_.may_stand_near(trigger, "out");
  if (!out_of && !syntax_.may_stand_near(trigger, word)) return {};
  for (const auto& [asked, found] : governed_[trigger])
    if (asked == word) return found;
  Filler found = find_governed(trigger, word);
  governed_[trigger].emplace_back(word, found);
  return found;
}

Filler Roles::find_governed(std::uint32_t trigger, std::string_view word) const {
  Filler found;
  add_objects_of(trigger, word, found.tokens);
  if (!syntax_.is_verb(trigger)) {
    std::uint32_t light = light_verb(trigger);
    if (light == kNone && syntax_.is(trigger, {"attr", "acomp"}))
      light = syntax_.head(trigger);  // "of which X is a member"
    if (found.empty() && light != kNone && (word != "of" || syntax_.is(trigger, {"attr"}))) {
      add_objects_of(light, word, found.tokens);
      found.step = Step::light_verb;
    } else {
      found.step = Step::nominal;
    }
  }
  if (found.empty() && syntax_.is_verb(trigger) && is_stranded(trigger, word)) {
    found = surface_subject(trigger, 0);
    found.step = Step::passive;
  }
  if (!found.empty()) return found;
  Tokens nouns = syntax_.is_verb(trigger) ? object(trigger).tokens : Tokens{trigger};
  const std::uint32_t whole = syntax_.is_verb(trigger) ? syntax_.child(trigger, {"dobj"}) : kNone;
  if (whole != kNone && word != "of") add_once(nouns, {whole});  // "thousands of troops along the border"
  for (std::size_t done = 0; done < nouns.size() && nouns.size() < 64 && word != "of"; ++done) {
    add_objects_of(nouns[done], word, found.tokens);
    for (const std::uint32_t each : syntax_.children(nouns[done]))  // "arms worth 6 million to X"
      if (syntax_.lower(each) == "worth" && each > nouns[done]) add_objects_of(each, word, found.tokens);
    for (const std::uint32_t each : syntax_.children(nouns[done])) {  // "300 tonnes of rice to X"
      if (one_of(syntax_.tag(each), {"VBN", "VBG"}) && syntax_.is(each, {"acl"}) &&
          frames_.in_list("ImposingVerb", syntax_.lemma(each)))
        add_objects_of(each, word, found.tokens);  // "a curfew imposed on X"
      const bool part =
          syntax_.lower(each) == "in" &&
          (one_of(syntax_.lemma(nouns[done]), {"involvement", "role", "part", "hand", "complicity"}) ||
           worth_of(nouns[done]) != kNone);  // "65 million euros in aid for X"
      const bool goes_on =
          syntax_.lower(each) == "of" || (found.empty() && syntax_.lower(each) != word &&
                                          (part || one_of(syntax_.lower(each), {"for", "over"}) ||
                                           (word == "with" && one_of(syntax_.lower(each), {"on", "about"}))));
      const std::uint32_t inner = goes_on ? syntax_.child(each, {"pobj"}) : kNone;
      if (inner != kNone) add_once(nouns, syntax_.coordinated(inner));
    }
  }
  if (found.empty() && syntax_.is_verb(trigger)) {  // "working in tandem with X", "at odds with"
    for (const std::uint32_t each : syntax_.children(trigger)) {
      const std::uint32_t inner = syntax_.is(each, {"prep"}) ? syntax_.child(each, {"pobj"}) : kNone;
      if (inner == kNone || syntax_.child(inner, {"poss"}) != kNone) continue;
      if (syntax_.child(inner, {"amod"}) != kNone &&
          !frames_.in_list("StrengthenedWords", syntax_.lemma(inner)))
        continue;  // "in close coordination with X", not "in southern areas with X"
      if (syntax_.tag(inner) != "NN" && !(syntax_.tag(inner) == "NNS" && syntax_.lower(each) == "at"))
        continue;
      const std::uint32_t determiner = syntax_.child(inner, {"det"});
      if (determiner != kNone && !one_of(syntax_.lower(determiner), {"a", "an"})) continue;
      add_objects_of(inner, word, found.tokens);
    }
  }
  const std::uint32_t next = found.empty() ? verb_joined_to(trigger) : kNone;
  if (next != kNone && syntax_.child(trigger, {"dobj"}) == kNone) {
    add_objects_of(next, word, found.tokens);
    found.step = Step::conjunct;
  }
  if (found.empty() && (word != "of" || !syntax_.is_verb(trigger))) {
    add_behind_name(trigger, word, found.tokens);
    if (found.empty() && syntax_.is_verb(trigger))
      for (const std::uint32_t noun : object(trigger).tokens) add_behind_name(noun, word, found.tokens);
  }
  if (found.empty() && !syntax_.is_verb(trigger) && one_of(word, {"between", "with", "against", "among"}))
    add_on_happening(trigger, word, found.tokens);
  if (found.empty() && word == "with") found = companion_before(trigger);
  return found;
}

bool Roles::has_preposition(std::uint32_t trigger, std::string_view word) const {
  const auto below = [&](std::uint32_t at) {
    return std::any_of(syntax_.children(at).begin(), syntax_.children(at).end(),
                       [&](auto each) { return syntax_.is(each, {"prep"}) && syntax_.lower(each) == word; });
  };
  if (word == "for" && syntax_.is_verb(trigger)) {  // "called for X to act"
    for (const std::uint32_t each : syntax_.children(trigger)) {
      const std::uint32_t mark =
          syntax_.is(each, {"advcl", "ccomp", "xcomp"}) ? syntax_.child(each, {"mark"}) : kNone;
      if (mark != kNone && syntax_.lower(mark) == "for" && syntax_.has_child_word(each, {"to"})) return true;
    }
  }
  return below(trigger) || !preposition(trigger, word).empty();
}

bool Roles::has_particle(std::uint32_t trigger, std::string_view particle) const {
  const std::size_t cut = particle.find('_');
  if (particle.empty()) {
    const std::uint32_t own = syntax_.child(trigger, {"prt"});
    return own == kNone || frames_.in_list("NeutralParticle", syntax_.lower(own));
  }
  for (const std::uint32_t each : syntax_.children(trigger)) {
    if (cut == std::string_view::npos) {
      const bool fronted = each < trigger && syntax_.is(each, {"prep"}) &&
                           syntax_.child(each, {"pobj"}) != kNone &&
                           !one_of(syntax_.tag(syntax_.child(each, {"pobj"})), {"WDT", "WP"});
      const bool about = each > trigger + 1 && one_of(particle, {"over", "up", "down", "off"}) &&
                         syntax_.is(each, {"prep"}) && syntax_.child(each, {"pobj"}) != kNone;
      if (fronted || about) continue;  // "In Mali, elders believe ...", "took X to court | over Y"
      if (syntax_.lower(each) == particle && !syntax_.is(each, {"dobj", "nsubj", "punct", "aux"}))
        return true;
      if (syntax_.is(each, {"dobj"}) && syntax_.has_child_word(each, {particle}) && particle == "informed")
        return true;
    } else if (syntax_.lower(each) == particle.substr(0, cut)) {
      const std::uint32_t object = syntax_.child(each, {"pobj", "pcomp"});
      const auto is_word = [&](const std::string& word) { return word == particle.substr(cut + 1); };
      if (object != kNone && (is_word(syntax_.lemma(object)) || is_word(syntax_.lower(object)))) return true;
    }
  }
  if (cut == std::string_view::npos) return false;
  for (const std::uint32_t noun : object(trigger).tokens) {  // "brought the outbreak under control"
    for (const std::uint32_t each : syntax_.children(noun)) {
      const std::uint32_t inner =
          syntax_.lower(each) == particle.substr(0, cut) ? syntax_.child(each, {"pobj"}) : kNone;
      if (inner != kNone && syntax_.lemma(inner) == particle.substr(cut + 1)) return true;
    }
  }
  return false;
}

}  // namespace entente::extract
