// SPDX-License-Identifier: Apache-2.0
#include "extract/confidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "extract/confidence_weights.hpp"

namespace entente::extract {
namespace {

constexpr std::uint32_t kFar = 12;           // tokens between trigger and end
constexpr std::uint32_t kLongSentence = 40;  // tokens

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
    read_end(draft_.claim.subjects,
             {"subject phrase", "subject referring", "subject far", "subject unnamed class", "subject list"});
    read_end(draft_.claim.objects,
             {"object phrase", "object referring", "object far", "object unnamed class", "object list"});
    read_object_class();
    read_statement();
    return std::move(signs_);
  }

 private:
  struct EndSigns {
    std::string_view phrase, referring, far, unknown, list;
  };

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
    if (rule.starts_with("verdict/") || rule.starts_with("directive/")) add("read off what is said");
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
  }

  void read_object_class() {
    if (draft_.claim.objects.empty()) return add("no object");
    const std::uint32_t object = draft_.claim.objects.front();
    const bool actor = context_.slots.is_class(object, "Agent") || context_.slots.is_class(object, "Place");
    if (!actor) add("object thing");
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
  double sum = kBaseWeight;
  for (const std::string_view sign : signs) {
    const auto* found = std::find_if(kSignWeights.begin(), kSignWeights.end(),
                                     [&](const SignWeight& each) { return each.sign == sign; });
    if (found != kSignWeights.end()) sum += found->weight;
  }
  const double likely = 1 / (1 + std::exp(-sum));
  return std::round(std::clamp(likely, 0.02, 0.98) * 100) / 100;
}

}  // namespace entente::extract
