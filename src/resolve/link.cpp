// SPDX-License-Identifier: Apache-2.0
#include "resolve/link.hpp"

#include <string>

#include "base/utf8.hpp"
#include "resolve/coref.hpp"
#include "resolve/homonyms.hpp"
#include "resolve/names.hpp"
#include "resolve/naming.hpp"
#include "resolve/nodes.hpp"
#include "resolve/offices.hpp"
#include "resolve/own_side.hpp"

namespace entente::resolve {
namespace {

// Code point in the original document of a token's first byte.
std::size_t original_offset(const Reading& reading, const utf8::CodePointIndex& index, std::uint32_t token) {
  return index.code_point_of_byte(reading.original[reading.analysis.tokens[token].span.begin]);
}

// Things of one text alone: what it points at without a name. Kinds and stuffs are the same everywhere.
bool belongs_to_text(const Mention& mention) {
  if (mention.plural && !mention.definite) return false;
  return !one_of(mention.cls, {"Resource", "Concept", "HealthThreat", "Population"}) || mention.definite;
}

// "the Front", "the Authority" inside a sentence: the full name stands in no text that is at hand.
bool is_short_for_a_name(const Mention& mention) {
  const bool capital = !mention.name.empty() && mention.name[0] >= 'A' && mention.name[0] <= 'Z';
  return capital && mention.definite && mention.kind == MentionKind::nominal &&
         mention.end - mention.begin == 1;
}

class Linker {
 public:
  Linker(Reading& reading, const ontology::Vocabulary& vocabulary, const ontology::Gazetteer& gazetteer)
      : reading_(reading), nodes_(reading, vocabulary, gazetteer), offsets_(reading.document->text) {}

  void link() {
    link_names(nodes_);
    OwnSide own_side(nodes_);
    fill_offices(nodes_, own_side.only_country());
    own_side.note_offices();
    Coref coref(nodes_, own_side);
    for (const bool first_person : {false, true}) {  // who speaks must be known before "we"
      for (std::uint32_t m = 0; m < reading_.mentions.size(); ++m) link_mention(coref, m, first_person);
    }
    part_homonyms(nodes_, own_side.only_country());
    nodes_.finish();
  }

 private:
  void link_mention(Coref& coref, std::uint32_t m, bool first_person) {
    const Mention& mention = reading_.mentions[m];
    if (mention.entity != kNone || !mention.members.empty()) return;
    if (first_person !=
        (mention.kind == MentionKind::pronoun && nodes_.discourse().is_first_person(mention.head)))
      return;
    for (const std::uint32_t sender : coref.senders_behind(m))  // "envoys of the government and the rebels"
      if (sender > m && reading_.mentions[sender].kind == MentionKind::nominal)
        link_mention(coref, sender, first_person);
    if (mention.kind == MentionKind::pronoun) {
      coref.link_pronoun(m);
    } else if (mention.kind != MentionKind::name && !coref.link_description(m)) {
      own_node(m);
    }
  }
  // A phrase that refers back to nothing is a thing of its own.
  void own_node(std::uint32_t m) {
    const Mention& mention = reading_.mentions[m];
    if (mention.kind == MentionKind::counted_group) {
      const std::uint32_t node = nodes_.fresh(mention.name, {});
      nodes_.at(node).id = "group-" + reading_.document->id + "-" +
                           std::to_string(original_offset(reading_, offsets_, mention.begin));
      nodes_.assign(m, node, "counted group");
      return;
    }
    const std::string plain = plain_name(mention.name);
    if (plain.empty()) return;
    std::string sense = belongs_to_text(mention) ? reading_.document->id : std::string{};
    if (mention.office_in != kNone && reading_.mentions[mention.office_in].entity != kNone) {
      sense += "/" + nodes_.at(reading_.mentions[mention.office_in].entity).label;
    }
    const std::uint32_t node = nodes_.keyed("phrase:" + plain + "/" + sense, mention.name, sense);
    nodes_.assign(m, node, "phrase of its own");
    if (is_short_for_a_name(mention)) nodes_.at(node).named = true;
  }

  Reading& reading_;
  Nodes nodes_;
  utf8::CodePointIndex offsets_;
};

}  // namespace

void link(Reading& reading, const ontology::Vocabulary& vocabulary, const ontology::Gazetteer& gazetteer) {
  Linker(reading, vocabulary, gazetteer).link();
}

}  // namespace entente::resolve
