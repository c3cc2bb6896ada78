// SPDX-License-Identifier: Apache-2.0
#include "extract/structure.hpp"

#include <algorithm>
#include <cctype>

namespace entente::extract {
namespace {

/// Reads the structural ties of one mention after the other.
class StructureReader {
 public:
  StructureReader(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts)
      : context_(context), builder_(builder), drafts_(drafts) {}

  void read(std::uint32_t mention) {
    const Mention& found = context_.reading.mentions[mention];
    if (context_.slots.entities_of(mention).empty() || found.kind == MentionKind::pronoun) return;
    read_title(mention);
    const bool agent = is(mention, "Agent") && !is(mention, "Country");
    if (agent) read_owner(mention);
    read_place(mention);
    read_place_after_comma(mention);
  }

 private:
  bool is(std::uint32_t mention, std::string_view cls) const { return context_.slots.is_class(mention, cls); }
  const Mention& mention_at(std::uint32_t index) const { return context_.reading.mentions[index]; }

  void tie(std::string relation, std::string rule, std::uint32_t subject, std::uint32_t object, Step step,
           const std::string& office = {}) {
    const auto owned = context_.slots.entities_of(subject), owners = context_.slots.entities_of(object);
    if (owned == owners || owners.empty()) return;
    Finding finding;
    finding.relation = std::move(relation);
    finding.rule = std::move(rule);
    finding.predicate = {mention_at(subject).head, WordClass::noun};
    finding.subjects = {{subject}, step, false};
    finding.objects = {{object}, step, false};
    Draft draft = builder_.tie(finding);
    draft.claim.office = office;
    drafts_.push_back(std::move(draft));
  }

  // The noun of an office, singular: "official" of "senior officials of X".
  std::string head_word(const std::string& office) const {
    std::string word, last;
    for (const char letter : office + " ") {
      if (std::isalpha(static_cast<unsigned char>(letter)) != 0) {
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        continue;
      }
      if (word == "of" || word == "for" || word == "at" || word == "in") break;
      if (!word.empty()) last = word;
      word.clear();
    }
    if (last.size() > 3 && last.ends_with('s')) last.pop_back();
    return last;
  }

  void read_title(std::uint32_t mention) {
    const Mention& person = mention_at(mention);
    if (person.office.empty() || person.office_in == kNone) return;
    const std::string word = head_word(person.office);
    if (context_.frames.in_list("FounderNoun", word)) {
      tie("established", "title/founder", mention, person.office_in, Step::direct, person.office);
    } else if (context_.frames.in_list("AffiliationNoun", word)) {
      tie("affiliatedWith", "title/affiliation", mention, person.office_in, Step::direct, person.office);
    } else {
      tie("holdsOfficeIn", "title/office", mention, person.office_in, Step::direct, person.office);
    }
  }

  // "Kenya's Ministry of Health", "Hamas official", "the Dutch Red Cross", "a group of Iraqi lawmakers".
  void read_owner(std::uint32_t mention) {
    const Mention& found = mention_at(mention);
    std::vector<std::uint32_t> owners;
    for (const std::uint32_t token : context_.roles.possessor(found.head).tokens) add_owner(token, owners);
    const bool group = !is(mention, "Person") || found.kind == MentionKind::nominal;
    if (group && owners.empty())
      for (const std::uint32_t token : context_.roles.preposition(found.head, "of").tokens) add_owner(token, owners);
    for (const std::uint32_t owner : owners) {
      if (owner == found.office_in) continue;
      const bool body = is(mention, "Organization");
      tie(body ? "partOf" : "affiliatedWith", body ? "owner/organ" : "owner/member", mention, owner, Step::nominal);
    }
  }

  void add_owner(std::uint32_t token, std::vector<std::uint32_t>& owners) const {
    const std::uint32_t owner = context_.reading.mention_at[token];
    if (owner == kNone || mention_at(owner).kind == MentionKind::pronoun) return;
    if (is(owner, "Country") || is(owner, "Organization")) owners.push_back(owner);
  }

  // "the embassy in Dakar", "US troops in Iraq", "protests in Santiago".
  void read_place(std::uint32_t mention) {
    const Mention& found = mention_at(mention);
    if (is(mention, "Resource") || is(mention, "Concept")) return;
    for (const std::uint32_t each : context_.syntax.children(found.head)) {
      if (!context_.syntax.is(each, {"prep"}) || each < found.head) continue;
      if (!one_of(context_.syntax.lower(each), {"in", "at", "near", "outside"})) continue;
      const std::uint32_t object = context_.syntax.child(each, {"pobj"});
      if (object == kNone) continue;
      for (const std::uint32_t token : context_.syntax.coordinated(object)) {
        const std::uint32_t place = context_.slots.mention_of(token);
        if (place != kNone && is(place, "Place")) tie("locatedIn", "place/in", mention, place, Step::nominal);
      }
    }
  }

  // "Santiago, Chile": a place, a comma, and the country or region that it lies in.
  void read_place_after_comma(std::uint32_t mention) {
    if (!is(mention, "Place") || is(mention, "Country") || mention + 1 >= context_.reading.mentions.size()) return;
    const Mention& found = mention_at(mention);
    const Mention& next = mention_at(mention + 1);
    const bool wider = is(mention + 1, "Country") || is(mention + 1, "Region");
    if (!wider || found.end + 1 != next.begin || context_.syntax.lower(found.end) != ",") return;
    const bool listed = context_.syntax.is(next.head, {"conj"}) || context_.syntax.child(next.head, {"cc", "conj"}) != kNone;
    if (!listed) tie("locatedIn", "place/comma", mention, mention + 1, Step::nominal);
  }

  const Context& context_;
  const ClaimBuilder& builder_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void read_structure(const Context& context, const ClaimBuilder& builder, std::vector<Draft>& drafts) {
  StructureReader reader(context, builder, drafts);
  for (std::uint32_t mention = 0; mention < context.reading.mentions.size(); ++mention) reader.read(mention);
}

}  // namespace entente::extract
