// SPDX-License-Identifier: Apache-2.0
#include "ask/variants.hpp"

#include <algorithm>

#include "ask/word_list.hpp"

namespace entente::ask {
namespace {

/// What all forms of a word begin with: "recognise", "recognition" and "recognized" with "recogni".
std::string stem(std::string word) {
  for (const std::string_view ending : {"ation", "tion", "ion", "ing", "ise", "ize", "e", "y"})
    if (word.size() > ending.size() + 4 && word.ends_with(ending)) {
      word.resize(word.size() - ending.size() + (ending == "tion" ? 1U : 0U));
      if (ending == "ise" || ending == "ize") word += "i";
      break;
    }
  return word;
}

/// A graph may be coarser than the vocabulary: where it has no edge of a relation, those of the same group
/// whose sentence has the word.
void widen_absent(Interpretation& part, const NameIndex& names, const ontology::Vocabulary& vocabulary) {
  if (part.relations.empty() || part.trigger.size() < 5) return;
  for (const auto& name : part.relations)
    if (names.has_relation(vocabulary.relation_and_below(name))) return;
  Strings wider;
  for (const auto& name : part.relations) {
    const auto* relation = vocabulary.find_relation(name);
    if (!relation) continue;
    for (const auto& parent : relation->parents)
      if (!has(wider, parent) && parent != "related") wider.push_back(parent);
  }
  if (wider.empty()) return;
  part.notes.push_back("no edge of the graph is ‘" + part.verb + "’: near relations whose sentence says ‘" +
                       stem(part.trigger) + "’");
  part.relations = std::move(wider);
  for (auto* end : {&part.subject, &part.object})
    if (end->classes == Strings{"Agent|Place"}) end->classes.clear();
  part.words.push_back(stem(part.trigger));
}

/// Acts of states and bodies are done by those who hold office in them.
bool put_holders(End& end, const NameIndex& names, const ontology::Vocabulary& vocabulary) {
  if (end.nodes.empty()) return false;
  for (const auto node : end.nodes)
    if (vocabulary.is_class(names.class_of(node), "Person")) return false;
  auto holders = names.holders_of(end.nodes);
  if (holders.empty()) return false;
  end.nodes = std::move(holders);
  end.text = "those who hold office in " + end.text;
  return true;
}

bool is_mutual(const Interpretation& part) {
  return part.either_way && !part.subject.nodes.empty() && !part.object.nodes.empty() &&
         part.subject.same_as < 0 && part.object.same_as < 0;
}

/// A graph may class things otherwise: "which embassy" is what is called an embassy.
void add_noun_variant(std::vector<Interpretation>& out, const Interpretation& part) {
  Interpretation named = part;
  bool any = false;
  for (auto* end : {&named.subject, &named.object}) {
    if (end->noun.empty() || end->classes.empty()) continue;
    std::erase(named.words, end->noun);
    end->classes.clear();
    end->named_by_noun = any = true;
  }
  if (any) out.push_back(std::move(named));
}

void add_owner_variant(std::vector<Interpretation>& out, const Interpretation& part) {
  if (part.object.owners.empty() && part.subject.owners.empty()) return;
  Interpretation owned = part;
  for (auto* end : {&owned.subject, &owned.object}) {
    if (end->owners.empty()) continue;
    end->nodes = end->owners;
    for (const auto& word : end->owner_words) std::erase(owned.words, word);
    end->classes.clear();
    if (!end->owned.empty()) owned.words.push_back(end->owned);
  }
  owned.on_edge = true;
  const End& end = part.object.owners.empty() ? part.subject : part.object;
  owned.notes.push_back(end.owned.empty()
                            ? "the graph has no ‘" + end.text + "’: what is said of it stands with its owner"
                            : "nothing is found with ‘" + end.text + "’ itself: it stands with its owner");
  out.push_back(std::move(owned));
}

}  // namespace

std::vector<Interpretation> variants_of(const Interpretation& part, const NameIndex& names,
                                        const ontology::Vocabulary& vocabulary) {
  Interpretation base = part;
  if (base.kind == Interpretation::Kind::edges) widen_absent(base, names, vocabulary);
  std::vector<Interpretation> out;
  if (!base.deed.empty()) out.push_back(base);
  base.deed.clear();
  if (!base.words.empty() || !base.themes.empty()) {
    out.push_back(base);
    out.back().on_edge = true;
  }
  if (!base.words.empty() && !base.themes.empty()) {
    out.push_back(base);
    out.back().on_edge = true;
    out.back().themes.clear();
  }
  out.push_back(base);
  add_noun_variant(out, base);
  add_owner_variant(out, base);
  if (base.current) {
    out.push_back(base);
    out.back().current = false;
    out.back().notes.push_back("all have a time in the text: which hold now is not known");
  }
  if (is_mutual(base) && !base.yes_no) {
    Interpretation held = base;
    const bool subject = put_holders(held.subject, names, vocabulary);
    const bool object = put_holders(held.object, names, vocabulary);
    if (subject && object) {
      held.notes.push_back("nothing between the two themselves: acts of those who hold office in them");
      out.push_back(std::move(held));
    }
  }
  for (const auto& other : part.otherwise) {  // they have none themselves
    auto more = variants_of(other, names, vocabulary);
    out.insert(out.end(), more.begin(), more.end());
  }
  return out;
}

}  // namespace entente::ask
