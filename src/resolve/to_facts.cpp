// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "resolve/admission.hpp"
#include "resolve/link.hpp"

namespace entente::resolve {
namespace {

// Turns the claims of one document into facts.
class FactMaker {
 public:
  FactMaker(const Reading& reading, const std::vector<Claim>& claims, const ontology::Vocabulary& vocabulary)
      : reading_(reading), claims_(claims), vocabulary_(vocabulary), offsets_(reading.document->text) {}

  DocumentFacts make(std::vector<std::string> unmatched_verbs) {
    ids_of_claim_.resize(claims_.size());
    for (std::size_t c = 0; c < claims_.size(); ++c) add_claim(c);
    join_contents();
    DocumentFacts result;
    result.document = *reading_.document;
    result.sentences = static_cast<std::uint32_t>(reading_.sentences.size());
    std::sort(unmatched_verbs.begin(), unmatched_verbs.end());
    result.unmatched_verbs = std::move(unmatched_verbs);
    for (auto& [id, fact] : facts_) result.facts.push_back(finished(std::move(fact)));
    result.entities = used_entities(result.facts);
    return result;
  }

 private:
  using Ends = std::vector<std::uint32_t>;  // indices into Reading::entities

  // The entities that mentions stand for, each once, in order.
  [[nodiscard]] Ends entities_of(const std::vector<std::uint32_t>& mentions) const {
    Ends ends;
    const auto add = [&](std::uint32_t entity) {
      if (entity != kNone && std::find(ends.begin(), ends.end(), entity) == ends.end())
        ends.push_back(entity);
    };
    for (const std::uint32_t m : mentions) {
      if (m == kNone) continue;
      add(reading_.mentions[m].entity);
      for (const std::uint32_t member : reading_.mentions[m].members) add(member);
    }
    return ends;
  }

  [[nodiscard]] std::string entity_id_of(std::uint32_t m) const {
    const Ends ends = m == kNone ? Ends{} : entities_of({m});
    return ends.empty() ? std::string{} : reading_.entities[ends.front()].id;
  }

  void add_claim(std::size_t c) {
    const Claim& claim = claims_[c];
    const ontology::Relation* relation = vocabulary_.find_relation(claim.relation);
    if (relation == nullptr || relation->abstract) return;
    const Ends subjects = entities_of(claim.subjects), objects = entities_of(claim.objects);
    if (claim.pairwise_subjects && objects.empty()) {
      for (std::size_t a = 0; a < subjects.size(); ++a) {
        for (std::size_t b = a + 1; b < subjects.size(); ++b)
          add_fact(c, *relation, subjects[a], subjects[b]);
      }
      return;
    }
    for (const std::uint32_t subject : subjects) {
      if (objects.empty() && claim.objects.empty()) add_fact(c, *relation, subject, kNone);
      for (const std::uint32_t object : objects) add_fact(c, *relation, subject, object);
    }
  }

  void add_fact(std::size_t c, const ontology::Relation& relation, std::uint32_t subject,
                std::uint32_t object) {
    const Claim& claim = claims_[c];
    if (subject == object) return;
    const Entity& from = reading_.entities[subject];
    const Entity* to = object == kNone ? nullptr : &reading_.entities[object];
    if (!admits(vocabulary_, relation, from, to)) return;
    Fact fact = bare_fact(claim);
    if (to != nullptr && counts_an_object(claim)) fact.quantity = to->quantity;
    fact.relation = relation.name;
    fact.subject = from.id;
    if (to != nullptr) fact.object = to->id;
    if (relation.symmetric && !fact.object.empty() && fact.object < fact.subject)
      std::swap(fact.subject, fact.object);
    fact.id = fact_id(fact);
    ids_of_claim_[c].push_back(fact.id);
    Evidence evidence = evidence_of(claim);
    const auto [at, added] = facts_.try_emplace(fact.id);
    Fact& kept = at->second;
    if (added)
      kept = std::move(fact);
    else
      fill_gaps(kept, std::move(fact));
    if (std::find(kept.evidence.begin(), kept.evidence.end(), evidence) == kept.evidence.end())
      kept.evidence.push_back(std::move(evidence));
    for (const std::uint32_t content : claim.content) contents_[kept.id].insert(content);
  }

  // "to 150 countries and four organizations": the number belongs to one of the objects, not to the act.
  [[nodiscard]] bool counts_an_object(const Claim& claim) const {
    return claim.quantity && claim.objects.size() > 1 &&
           std::any_of(claim.objects.begin(), claim.objects.end(),
                       [&](std::uint32_t m) { return reading_.mentions[m].quantity == claim.quantity; });
  }

  // All that the claim says beside its ends.
  [[nodiscard]] Fact bare_fact(const Claim& claim) const {
    Fact fact;
    fact.modality = claim.modality;
    fact.negated = claim.negated;
    fact.attributed_to = entity_id_of(claim.attributed_to);
    fact.when = claim.when;
    fact.where = entity_id_of(claim.where);
    fact.meeting = entity_id_of(claim.meeting);
    fact.topic = entity_id_of(claim.topic);
    for (const std::uint32_t entity : entities_of(claim.resources))
      fact.resources.push_back(reading_.entities[entity].id);
    std::sort(fact.resources.begin(), fact.resources.end());
    fact.quantity = claim.quantity;
    fact.mode = claim.mode;
    fact.context = claim.context;
    fact.office = claim.office;
    fact.content_text = claim.content_text;
    return fact;
  }

  // A second reading of the same fact adds what the first did not know.
  static void fill_gaps(Fact& fact, Fact more) {
    const auto fill = [](std::string& to, std::string& from) {
      if (to.empty()) to = std::move(from);
    };
    fill(fact.where, more.where);
    fill(fact.meeting, more.meeting);
    fill(fact.topic, more.topic);
    fill(fact.mode, more.mode);
    fill(fact.context, more.context);
    fill(fact.office, more.office);
    fill(fact.content_text, more.content_text);
    if (!fact.quantity) fact.quantity = std::move(more.quantity);
    fact.resources.insert(fact.resources.end(), more.resources.begin(), more.resources.end());
    std::sort(fact.resources.begin(), fact.resources.end());
    fact.resources.erase(std::unique(fact.resources.begin(), fact.resources.end()), fact.resources.end());
  }

  // Code points of the original text that tokens [begin, end) come from.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> original_range(std::uint32_t begin,
                                                                       std::uint32_t end) const {
    const auto& tokens = reading_.analysis.tokens;
    const std::string& text = reading_.document->text;
    const std::size_t first = reading_.original[tokens[begin].span.begin];
    std::size_t last = reading_.original[tokens[end - 1].span.end - 1] + 1;
    while (last < text.size() && (text[last] & 0xC0) == 0x80) ++last;
    return {static_cast<std::uint32_t>(offsets_.code_point_of_byte(first)),
            static_cast<std::uint32_t>(offsets_.code_point_of_byte(last))};
  }

  [[nodiscard]] std::string original_text(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t first = offsets_.byte_of_code_point(begin), last = offsets_.byte_of_code_point(end);
    return reading_.document->text.substr(first, last - first);
  }

  [[nodiscard]] Evidence evidence_of(const Claim& claim) const {
    Evidence evidence;
    evidence.document = reading_.document->id;
    evidence.sentence = claim.sentence;
    const auto [begin, end] =
        original_range(claim.clause_begin, std::max(claim.clause_end, claim.clause_begin + 1));
    evidence.begin = begin;
    evidence.end = end;
    evidence.text = original_text(begin, end);
    const auto [from, to] =
        original_range(claim.trigger_begin, std::max(claim.trigger_end, claim.trigger_begin + 1));
    evidence.trigger = original_text(from, to);
    evidence.rule = claim.rule;
    evidence.confidence = claim.confidence;
    evidence.claim = reading_.document->id + "-" + std::to_string(from);
    return evidence;
  }

  void join_contents() {
    for (const auto& [id, claims] : contents_) {
      std::set<std::string> content;
      for (const std::uint32_t c : claims) {
        if (c < ids_of_claim_.size()) content.insert(ids_of_claim_[c].begin(), ids_of_claim_[c].end());
      }
      content.erase(id);
      facts_[id].content.assign(content.begin(), content.end());
    }
  }

  // A text that says a thing twice is no second witness: the best of its readings counts.
  static Fact finished(Fact fact) {
    std::sort(fact.evidence.begin(), fact.evidence.end());
    for (const Evidence& evidence : fact.evidence)
      fact.confidence = std::max(fact.confidence, evidence.confidence);
    return fact;
  }

  [[nodiscard]] std::vector<Entity> used_entities(const std::vector<Fact>& facts) const {
    std::set<std::string_view> used;
    for (const Fact& fact : facts) {
      used.insert({fact.subject, fact.object, fact.attributed_to, fact.where, fact.meeting, fact.topic});
      used.insert(fact.resources.begin(), fact.resources.end());
    }
    std::vector<Entity> entities;
    for (const Entity& entity : reading_.entities) {
      if (used.count(entity.id) > 0) entities.push_back(entity);
    }
    std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) { return a.id < b.id; });
    return entities;
  }

  const Reading& reading_;
  const std::vector<Claim>& claims_;
  const ontology::Vocabulary& vocabulary_;
  utf8::CodePointIndex offsets_;
  std::map<std::string, Fact> facts_;
  std::vector<std::vector<std::string>> ids_of_claim_;
  std::map<std::string, std::set<std::uint32_t>> contents_;
};

}  // namespace

DocumentFacts to_facts(const Reading& reading, const std::vector<Claim>& claims,
                       std::vector<std::string> unmatched_verbs, const ontology::Vocabulary& vocabulary) {
  return FactMaker(reading, claims, vocabulary).make(std::move(unmatched_verbs));
}

}  // namespace entente::resolve
