// SPDX-License-Identifier: Apache-2.0
#include "extract/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/string_map.hpp"
#include "extract/confidence_weights.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kFar = 12;           // tokens between trigger and end
constexpr std::uint32_t kLongSentence = 40;  // tokens
constexpr std::size_t kManyReadings = 5;     // frames of the trigger's word

class SignReader {
 public:
  SignReader(const Context& context, const Draft& draft) : context_(context), draft_(draft) {}

  std::vector<std::string_view> read() {
    read_relation();
    read_trigger();
    static constexpr std::array<std::string_view, 10> kSubject = {"",
                                                                  "subject passive",
                                                                  "subject conjunct",
                                                                  "subject control",
                                                                  "subject relative",
                                                                  "subject light verb",
                                                                  "subject nominal",
                                                                  "subject described",
                                                                  "subject lifted",
                                                                  "subject context"};
    static constexpr std::array<std::string_view, 10> kObject = {"",
                                                                 "object passive",
                                                                 "object conjunct",
                                                                 "object control",
                                                                 "object relative",
                                                                 "object light verb",
                                                                 "object nominal",
                                                                 "object described",
                                                                 "object lifted",
                                                                 "object context"};
    add(kSubject.at(static_cast<std::size_t>(draft_.subject_step)));
    add(kObject.at(static_cast<std::size_t>(draft_.object_step)));
    read_end(draft_.claim.subjects, kSubjectSigns);
    read_end(draft_.claim.objects, kObjectSigns);
    read_classes();
    read_statement();
    read_clause();
    read_sentence();
    read_fit();
    read_together();
    return std::move(signs_);
  }

 private:
  /// What may be said of one end.
  struct EndSigns {
    std::string_view phrase, referring, far, unknown, list;
    std::string_view pronoun, plural, indefinite, known, fresh, country, person;
    std::array<std::string_view, 6> steps;    ///< in the tree between trigger and end
    std::array<std::string_view, 4> between;  ///< other names and phrases between trigger and end
  };
  static constexpr EndSigns kSubjectSigns{
      "subject phrase",
      "subject referring",
      "subject far",
      "subject unnamed class",
      "subject list",
      "subject pronoun",
      "subject plural",
      "subject indefinite",
      "subject known name",
      "subject new name",
      "subject country",
      "subject person",
      {"subject at the trigger", "", "subject two steps off", "subject three steps off",
       "subject four steps off", "subject further off"},
      {"subject next", "one between subject", "two between subject", "more between subject"}};
  static constexpr EndSigns kObjectSigns{
      "object phrase",
      "object referring",
      "object far",
      "object unnamed class",
      "object list",
      "object pronoun",
      "object plural",
      "object indefinite",
      "object known name",
      "object new name",
      "object country",
      "object person",
      {"object at the trigger", "", "object two steps off", "object three steps off", "object four steps off",
       "object further off"},
      {"object next", "one between object", "two between object", "more between object"}};

  void add(std::string_view sign) {
    if (!sign.empty()) signs_.push_back(sign);
  }
  [[nodiscard]] const Mention& mention(std::uint32_t index) const { return context_.reading.mentions[index]; }

  void read_relation() {
    static constexpr std::array<std::string_view, 13> kKinds = {"holdsOfficeIn",
                                                                "locatedIn",
                                                                "affiliatedWith",
                                                                "partOf",
                                                                "memberOf",
                                                                "visited",
                                                                "communicated",
                                                                "conflictedVerbally",
                                                                "conflictedMaterially",
                                                                "cooperatedVerbally",
                                                                "cooperatedMaterially",
                                                                "pursued",
                                                                "tookPartIn"};
    static constexpr std::array<std::string_view, 14> kRelations = {
        "calledOn", "supported", "rejected",   "criticized",  "praised",     "providedAidTo",  "coerced",
        "attacked", "informed",  "sanctioned", "established", "implemented", "cooperatedWith", "stated"};
    for (const std::string_view relation : kRelations)
      if (draft_.claim.relation == relation) add(relation);
    for (const std::string_view kind : kKinds) {
      if (context_.vocabulary.is_relation(draft_.claim.relation, kind)) return add(kind);
    }
  }

  void read_trigger() {
    const Syntax& syntax = context_.syntax;
    const std::string_view rule = draft_.claim.rule;
    if (rule.starts_with("verdict/") || rule.starts_with("charge/") || rule.starts_with("directive/"))
      add("read off what is said");
    if (rule.ends_with("/owner") || rule.ends_with("/act")) add("read off an object");
    if (!syntax.is_verb(draft_.trigger))
      add(syntax.token(draft_.trigger).pos == "ADJ" ? "trigger adjective" : "trigger noun");
    if (draft_.claim.trigger_end - draft_.claim.trigger_begin > 1) add("trigger of several words");
    const Sentence& sentence = context_.reading.sentences[draft_.claim.sentence];
    if (sentence.end - sentence.begin > kLongSentence) add("long sentence");
    if (sentence.heading) add("heading");
  }

  void read_end(const std::vector<std::uint32_t>& ends, const EndSigns& names) {
    bool phrase = false, referring = false, far = false, unknown = false;
    for (const std::uint32_t index : ends) {
      const Mention& end = mention(index);
      phrase = phrase || (end.kind != MentionKind::name && end.antecedent == kNone);
      referring = referring || end.antecedent != kNone;
      const std::uint32_t gap =
          end.head > draft_.trigger ? end.head - draft_.trigger : draft_.trigger - end.head;
      far = far || gap > kFar;
      unknown = unknown || one_of(context_.slots.class_of(index), {"", "Entity"});
    }
    if (phrase) add(names.phrase);
    if (referring) add(names.referring);
    if (far) add(names.far);
    if (unknown) add(names.unknown);
    if (ends.size() > 1) add(names.list);
    if (!ends.empty()) read_first(ends.front(), names);
  }

  /// What the first of an end is and how it hangs on the trigger.
  void read_first(std::uint32_t index, const EndSigns& names) {
    const Mention& end = mention(index);
    if (end.kind == MentionKind::pronoun) add(names.pronoun);
    if (end.kind != MentionKind::name && end.plural) add(names.plural);
    if (end.kind == MentionKind::nominal && !end.definite) add(names.indefinite);
    if (end.kind == MentionKind::name) add(end.candidates.empty() ? names.fresh : names.known);
    if (context_.slots.is_class(index, "Country")) add(names.country);
    if (context_.slots.is_class(index, "Person")) add(names.person);
    add(names.steps.at(std::min<std::size_t>(steps_between(draft_.trigger, end.head), 5)));
    add(names.between.at(std::min<std::size_t>(mentions_between(draft_.trigger, end.head, index), 3)));
  }

  /// A token with all above it.
  [[nodiscard]] Tokens upward(std::uint32_t at) const {
    Tokens all;
    for (int i = 0; i < kClimb && at != kNone; ++i, at = context_.syntax.head(at)) all.push_back(at);
    return all;
  }

  [[nodiscard]] std::size_t steps_between(std::uint32_t a, std::uint32_t b) const {
    const Tokens from_a = upward(a), from_b = upward(b);
    for (std::size_t i = 0; i < from_a.size(); ++i) {
      const auto met = std::find(from_b.begin(), from_b.end(), from_a[i]);
      if (met != from_b.end()) return i + static_cast<std::size_t>(met - from_b.begin());
    }
    return kClimb;
  }

  [[nodiscard]] std::size_t mentions_between(std::uint32_t a, std::uint32_t b, std::uint32_t self) const {
    if (context_.syntax.sentence_of(a) != context_.syntax.sentence_of(b)) return 0;
    std::size_t count = 0;
    for (std::uint32_t at = std::min(a, b) + 1; at < std::max(a, b); ++at) {
      const std::uint32_t other = context_.reading.mention_at[at];
      count += other != kNone && other != self && mention(other).entity != kNone;
    }
    return count;
  }

  /// Where the trigger stands: in which clause, below how many others.
  void read_clause() {
    const Syntax& syntax = context_.syntax;
    struct Place {
      std::string_view dep, sign;
    };
    static constexpr std::array<Place, 8> kPlaces = {{{"ROOT", "main clause"},
                                                      {"advcl", "adverbial clause"},
                                                      {"relcl", "relative clause"},
                                                      {"acl", "clause of a noun"},
                                                      {"pcomp", "clause behind a preposition"},
                                                      {"conj", "coordinated"},
                                                      {"xcomp", "infinitive clause"},
                                                      {"ccomp", "content clause"}}};
    for (const Place& place : kPlaces)
      if (syntax.dep(draft_.trigger) == place.dep) add(place.sign);
    if (!draft_.embedders.empty()) add(draft_.embedders.size() == 1 ? "embedded" : "embedded twice");
    const auto word_class = syntax.is_verb(draft_.trigger)              ? ontology::WordClass::verb
                            : syntax.token(draft_.trigger).pos == "ADJ" ? ontology::WordClass::adjective
                                                                        : ontology::WordClass::noun;
    const auto readings = context_.frames.frames_for(word_class, syntax.lemma(draft_.trigger)).size();
    if (readings == 0) add("trigger of no frame");
    if (readings >= kManyReadings) add("trigger of many readings");
  }

  void read_sentence() {
    const Sentence& sentence = context_.reading.sentences[draft_.claim.sentence];
    for (std::uint32_t at = sentence.begin; at < sentence.end; ++at)
      if (one_of(context_.syntax.lower(at), {"i", "we", "my", "our"})) return add("first person");
  }

  /// Ends of a class that the relation does not ask for; rules that are surer or less sure than others.
  void read_fit() {
    const Claim& claim = draft_.claim;
    static constexpr std::array<std::string_view, 6> kRules = {
        "title/office", "office/described", "owner/organ", "owner/leader", "place/in", "place/comma"};
    for (const std::string_view rule : kRules)
      if (claim.rule == rule) add(rule);
    if (claim.relation == "holdsOfficeIn" && !claim.subjects.empty() && !claim.objects.empty()) {
      if (!context_.slots.is_class(claim.subjects.front(), "Person")) add("office of no person");
      if (context_.slots.is_class(claim.objects.front(), "Person")) add("office in a person");
    }
    const ontology::Relation* relation = context_.vocabulary.find_relation(claim.relation);
    if (relation == nullptr) return;
    const auto outside = [&](const auto& ends, const std::vector<std::string>& classes) {
      return !ends.empty() && !context_.slots.fits(ends.front(), classes);
    };
    if (outside(claim.subjects, relation->domains)) add("subject outside the domain");
    if (outside(claim.objects, relation->ranges)) add("object outside the range");
  }

  [[nodiscard]] bool has(std::string_view sign) const {
    return std::find(signs_.begin(), signs_.end(), sign) != signs_.end();
  }
  [[nodiscard]] bool has_any(std::initializer_list<std::string_view> signs) const {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return has(sign); });
  }

  /// Signs that tell more together: what a reader finds plain at first sight.
  void read_together() {
    const bool subject = has_any({"subject new name", "subject known name"});
    const bool object = has_any({"object new name", "object known name"});
    if (subject && object) add("two names");
    if (!subject && !object) add("no name");
    if (subject && has("main clause") && has("subject next") && has("object next"))
      add("name beside a main verb");
    if (subject &&
        !has_any({"embedded", "embedded twice", "adverbial clause", "relative clause", "subject control"}))
      add("name in a plain clause");
  }

  [[nodiscard]] bool is_thing(std::uint32_t index) const {
    return !context_.slots.is_class(index, "Agent") && !context_.slots.is_class(index, "Place");
  }

  void read_classes() {
    if (!draft_.claim.subjects.empty() && is_thing(draft_.claim.subjects.front())) add("subject thing");
    if (draft_.claim.objects.empty()) return add("no object");
    const std::uint32_t object = draft_.claim.objects.front();
    if (is_thing(object)) add("object thing");
    if (context_.slots.is_class(object, "Collective") || context_.slots.is_class(object, "Population"))
      add("object people");
  }

  void read_statement() {
    static constexpr std::array<std::string_view, 6> kModality = {"",           "planned",  "called for",
                                                                  "obligation", "reported", "hypothetical"};
    add(kModality.at(static_cast<std::size_t>(draft_.claim.modality)));
    if (draft_.claim.negated) add("negated");
  }

  const Context& context_;
  const Draft& draft_;
  std::vector<std::string_view> signs_;
};

}  // namespace

std::vector<std::string_view> signs_of(const Context& context, const Draft& draft) {
  return SignReader(context, draft).read();
}

double confidence(const std::vector<std::string_view>& signs) {
  static const StringMap<double> kWeights = [] {
    StringMap<double> weights;
    for (const SignWeight& each : kSignWeights) weights.try_emplace(each.sign, each.weight);
    return weights;
  }();
  double sum = kBaseWeight;
  for (const std::string_view sign : signs)
    if (const auto found = kWeights.find(sign); found != kWeights.end()) sum += found->second;
  const double likely = 1 / (1 + std::exp(-sum));
  return std::round(std::clamp(likely, 0.02, 0.98) * 100) / 100;
}

}  // namespace entente::extract
