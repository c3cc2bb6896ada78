// SPDX-License-Identifier: Apache-2.0
#include "extract/charges.hpp"

#include <algorithm>

#include "extract/responsibility.hpp"
#include "extract/stances.hpp"

namespace entente::extract {
namespace {

/// Reads the charges of one document.
class ChargeReader {
 public:
  ChargeReader(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts)
      : context_(context), syntax_(context.syntax), stances_(context, builder, drafts) {}

  void read(std::uint32_t verb) {
    const bool meant = syntax_.has_child_word(verb, {"to"});  // "a scheme to destroy X"
    const bool content =
        syntax_.is(verb, {"acl"}) && syntax_.has_child_word(verb, {"that"});  // "evidence that X"
    if (syntax_.is_passive(verb) || (syntax_.is(verb, {"relcl", "acl", "advcl"}) && !meant && !content))
      return;
    const std::uint32_t trace = trace_of_doer(context_, verb);
    const bool told = trace != kNone || is_harm(verb) || is_misconduct(verb);
    const bool quoted = !told && is_quoted_verdict(verb);
    if (!told && !quoted) return;
    if (is_aside(verb)) return;
    const Features features = context_.clauses.features(verb);
    if (features.suppressed || features.negated || features.speakers.empty()) return;
    if (features.modality == Modality::obligation || features.modality == Modality::called_for) return;
    if (quoted && (features.modality != Modality::asserted || features.embedders.size() > 1)) return;
    const Ends speakers = stances_.speakers_of(features);
    Ends targets = trace == kNone ? targets_of(stances_.talked_of(verb, features), told)
                                  : stances_.ends_of(context_.roles.owner(trace), "Agent");
    if (speakers.empty() || targets.empty() || is_neutral(speakers, told)) return;
    auto& mentions = targets.mentions;
    mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                  [&](std::uint32_t target) {
                                    return (told && !is_named(target)) || are_one_side(speakers, target);
                                  }),
                   mentions.end());
    stances_.add(verb, Stance::blame, speakers, std::move(targets), told ? "charge/told" : "charge/quoted");
  }

 private:
  // "that Y broke an order that led X to impose duties": of X nothing is held against.
  [[nodiscard]] bool is_aside(std::uint32_t verb) const {
    for (int step = 0; step < 4 && syntax_.is(verb, {"xcomp", "ccomp"}); ++step) {
      verb = syntax_.head(verb);
      if (syntax_.is(verb, {"relcl"})) return true;
    }
    return false;
  }

  [[nodiscard]] bool in_list(std::string_view list, std::uint32_t token) const {
    return context_.frames.in_list(list, syntax_.lemma(token)) ||
           context_.frames.in_list(list, syntax_.lower(token));
  }

  // Also with its particle: "cut off".
  [[nodiscard]] bool is_harmful_verb(std::uint32_t verb) const {
    const std::uint32_t particle = syntax_.child(verb, {"prt"});
    if (particle == kNone) return in_list("HarmAct", verb);
    return context_.frames.in_list("HarmAct", syntax_.lemma(verb) + " " + syntax_.lower(particle));
  }

  // "Y's jets had bombed the camp": Y.
  [[nodiscard]] Ends targets_of(const Filler& subject, bool told) const {
    Ends targets = stances_.ends_of(subject, told ? "Agent" : "");
    for (const std::uint32_t thing : subject.tokens)
      if (targets.empty()) targets = stances_.ends_of(context_.roles.owner(thing), "Agent");
    return targets;
  }

  // The nouns a verb acts on, by itself or with a preposition: "wage | war", "play with | fire".
  [[nodiscard]] Tokens complements(std::uint32_t verb) const {
    Tokens found;
    if (const std::uint32_t object = syntax_.child(verb, {"dobj"}); object != kNone) {
      found = syntax_.coordinated(object);
      const bool climate = one_of(syntax_.lemma(object), {"climate", "campaign", "culture", "atmosphere",
                                                          "policy", "reign", "pattern", "wave", "act"});
      for (const std::uint32_t of : climate ? context_.roles.preposition(object, "of").tokens : Tokens{})
        found.push_back(of);  // "a climate of fear"
      for (const std::uint32_t into : context_.roles.preposition(verb, "into").tokens)
        found.push_back(into);  // "turns the trial into a farce"
      return found;
    }
    for (const std::uint32_t each : syntax_.children(verb)) {
      const std::uint32_t governed = syntax_.is(each, {"prep"}) ? syntax_.child(each, {"pobj"}) : kNone;
      if (governed != kNone) found.push_back(governed);
      if (syntax_.is(each, {"npadvmod", "attr"})) found.push_back(each);  // "looks the other way"
    }
    return found;
  }

  // Those whom it is no blame to harm: rebels, smugglers, an armed group.
  [[nodiscard]] bool is_outlaw(std::uint32_t noun) const {
    const std::uint32_t mention = context_.slots.mention_of(noun);
    return in_list("Outlaw", noun) || (mention != kNone && context_.slots.is_class(mention, "ArmedGroup"));
  }

  // "had bombed the camp", "is arming the rebels".
  [[nodiscard]] bool is_harm(std::uint32_t verb) const {
    const bool harm = is_harmful_verb(verb);
    if (!harm && !in_list("BackingAct", verb)) return false;
    const std::uint32_t object = syntax_.child(verb, {"dobj"});
    if (object == kNone) return harm && syntax_.child(verb, {"prep"}) != kNone;
    const Tokens all = syntax_.coordinated(object);
    const bool outlaws =
        std::any_of(all.begin(), all.end(), [&](std::uint32_t each) { return is_outlaw(each); });
    return outlaws ? in_list("BackingAct", verb) : harm;
  }

  // "is spreading lies", "was dragging its feet", "treats us like slaves".
  [[nodiscard]] bool is_misconduct(std::uint32_t verb) const {
    const bool does = in_list("DoingVerb", verb);
    for (const std::uint32_t noun : complements(verb)) {
      if (does && (in_list("BlameWord", noun) || in_list("Misdeed", noun) || in_list("EvilNoun", noun)))
        return !syntax_.has_child_word(noun, {"no"});
      if (context_.frames.in_list("BlameIdiom", syntax_.lemma(verb) + " " + syntax_.lemma(noun))) return true;
    }
    if (syntax_.lemma(verb) == "fail" &&
        syntax_.tag(verb) != "VBD")  // "is failing to act", no race that was lost
      return syntax_.child(verb, {"xcomp"}) != kNone;
    if (syntax_.lemma(verb) != "treat") return false;
    for (const std::uint32_t each : syntax_.children(verb)) {
      const std::uint32_t name =
          one_of(syntax_.lower(each), {"as", "like"}) ? syntax_.child(each, {"pobj"}) : kNone;
      if (name != kNone) return !in_list("BackingWord", name) && stances_.of_word(name) != Stance::praise;
    }
    return false;
  }

  // 'the launch "flies in the face of" the accord': words that a reporter leaves to the speaker are mostly
  // blame. The subject stands before the marks.
  [[nodiscard]] bool is_quoted_verdict(std::uint32_t verb) const {
    const std::uint32_t subject = syntax_.child(verb, {"nsubj"});
    if (subject == kNone || subject > verb || one_of(syntax_.lemma(subject), {"purpose", "aim", "goal"}))
      return false;
    const Sentence& sentence = context_.reading.sentences[syntax_.sentence_of(verb)];
    if (stances_.opens_quotation(subject)) return false;
    const TokenRange range = syntax_.range(verb);
    std::uint32_t opened = kNone;
    for (std::uint32_t at = subject; at < std::min(range.end + 1, sentence.end); ++at) {
      if (!is_quotation_mark(syntax_.lower(at))) {
        if (opened != kNone && is_kind_word(at)) return false;
        continue;
      }
      if (opened != kNone) return true;
      opened = at;
      if (at > verb + 4) return false;  // not of what this verb says
    }
    return false;
  }

  [[nodiscard]] bool is_kind_word(std::uint32_t at) const {
    return stances_.of_word(at) == Stance::praise || stances_.of_word(at) == Stance::backing ||
           in_list("KindWord", at);
  }

  // Those who tell what they saw; for a phrase in quotation marks only papers are neutral.
  [[nodiscard]] bool is_neutral(const Ends& speakers, bool told) const {
    return std::any_of(speakers.mentions.begin(), speakers.mentions.end(), [&](std::uint32_t mention) {
      const std::uint32_t head = context_.reading.mentions[mention].head;
      return in_list("Medium", head) || context_.slots.is_class(mention, "MediaOrganization") ||
             (told && in_list("Witness", head));
    });
  }

  // Whom a mention stands for, with the body or country of an office and what stands within its phrase:
  // "the Israeli defence minister" is of Israel.
  void add_sides(std::uint32_t mention, std::vector<std::uint32_t>& sides) const {
    const Mention& named = context_.reading.mentions[mention];
    std::vector<std::uint32_t> parts{mention};
    if (named.office_in != kNone) parts.push_back(named.office_in);
    const TokenRange range = syntax_.range(named.head);
    for (std::uint32_t at = range.begin; at <= named.head; ++at)
      if (context_.reading.mention_at[at] != kNone) parts.push_back(context_.reading.mention_at[at]);
    for (const std::uint32_t part : parts)
      for (const std::uint32_t entity : context_.slots.entities_of(part)) sides.push_back(entity);
  }

  // Of "gunmen" or "crowds" one tells what they did, but does not blame them.
  [[nodiscard]] bool is_named(std::uint32_t mention) const {
    const auto entities = context_.slots.entities_of(mention);
    return std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) {
      const std::string& label = context_.reading.entities[entity].label;
      return !label.empty() && (label[0] < 'a' || label[0] > 'z');
    });
  }

  [[nodiscard]] bool is_official(std::uint32_t mention) const {
    const Mention& named = context_.reading.mentions[mention];
    return !leads_opposition(syntax_, named.head) &&
           (!named.office.empty() || in_list("OfficialNoun", named.head) ||
            context_.slots.is_class(mention, "GovernmentBody"));
  }

  // Who speaks for a country does not blame it.
  [[nodiscard]] bool are_one_side(const Ends& speakers, std::uint32_t target) const {
    const auto targets = context_.slots.entities_of(target);
    const std::uint32_t head = context_.reading.mentions[target].head;
    const Ends owners = stances_.ends_of(context_.roles.possessor(head), "Agent");
    for (const std::uint32_t speaker : speakers.mentions) {
      for (const std::uint32_t owner : owners.mentions)  // "X said its army had"
        if (context_.slots.entities_of(owner) == context_.slots.entities_of(speaker)) return true;
      const std::uint32_t same = context_.reading.mentions[speaker].entity;
      std::vector<std::uint32_t> sides;
      for (std::uint32_t each = 0; each < context_.reading.mentions.size(); ++each)
        if (same != kNone && context_.reading.mentions[each].entity == same && is_official(each))
          add_sides(each, sides);
      for (const std::uint32_t entity : targets)
        if (std::find(sides.begin(), sides.end(), entity) != sides.end()) return true;
    }
    return false;
  }

  const Context& context_;
  const Syntax& syntax_;
  Stances stances_;
};

}  // namespace

void read_charges(const Context& context, ClaimBuilder& builder, std::vector<Draft>& drafts) {
  ChargeReader reader(context, builder, drafts);
  read_predicates(context, reader);
}

}  // namespace entente::extract
