// SPDX-License-Identifier: Apache-2.0
// The ends and restrictions of an interpretation: what stays the same whatever gave the relation.
#include <algorithm>

#include "ask/interpreter.hpp"
#include "ask/word_list.hpp"
#include "base/utf8.hpp"

namespace entente::ask {
namespace {

bool is_place_preposition(const std::string& word) {
  return word == "in" || word == "at" || word == "on" || word == "near" || word == "during" ||
         word == "inside" || word == "within";
}

/// Prepositions behind which the matter of an act stands: "accuse of", "thank for".
const Strings kMatters{"of", "for", "about"};

/// The last words of a phrase, as many as it has lemmas: without question word and determiner.
std::string noun_text(const Phrase& phrase) {
  std::size_t begin = phrase.text.size();
  for (std::size_t i = 0; i < phrase.lemmas.size() && begin != std::string::npos && begin > 0; ++i)
    begin = phrase.text.rfind(' ', begin - 1);
  return begin == std::string::npos
             ? phrase.text
             : phrase.text.substr(std::min(phrase.text.size(), begin + (begin > 0 ? 1 : 0)));
}

bool is_number(const std::string& lemma) {
  static const Strings words{"two",   "three", "four", "five",    "six",  "seven",
                             "eight", "nine",  "ten",  "several", "many", "both"};
  return has(words, lemma) || (!lemma.empty() && lemma.front() >= '0' && lemma.front() <= '9');
}

/// Nouns that belong to a verb or could be said of any act: no sentence need have them.
bool says_little(const std::string& noun) {
  static const Strings nouns{"touch", "contact", "help",      "part",  "charge",
                             "way",   "thing",   "something", "action"};
  return has(nouns, noun);
}

std::string without_determiner(const std::string& text) {
  const auto space = text.find(' ');
  return space != std::string::npos && is_determiner(utf8::lower(text.substr(0, space)))
             ? text.substr(space + 1)
             : text;
}

}  // namespace

/// Phrases that no role took: places and meetings of the act, else words that the sentence must say.
void Interpreter::add_rest(Interpretation& out, const Clause& clause,
                           const std::set<const Phrase*>& used) const {
  for (const auto* phrase : {&clause.subject, &clause.object, &clause.second})
    if (*phrase && !used.contains(&**phrase)) add_word(out, **phrase);
  for (const auto& each : clause.prepositions) {
    if (!each.phrase || used.contains(&*each.phrase)) continue;
    if (each.phrase->wh == Wh::how_long) {
      add_once(out.columns, "when");
      add_once(out.columns, "content");
    } else if (each.phrase->wh == Wh::what && each.phrase->head.empty() && has(kMatters, each.preposition)) {
      add_once(out.columns, "content");
      add_once(out.columns, "topic");
    } else if (each.phrase->is_asked()) {
      add_once(out.unanswered, each.preposition + " " + each.phrase->text);
    } else if (each.phrase->is_named() && is_place_preposition(each.preposition) &&
               is_somewhere(*each.phrase)) {
      for (const auto& named : each.phrase->names) add_once(out.places, names_.name_of(named.nodes.front()));
    } else {
      add_word(out, *each.phrase);
    }
  }
  for (const auto& inner : clause.complement) add_rest(out, inner, used);
}

/// A place, a meeting, a state; or a thing of a class that the vocabulary does not know.
bool Interpreter::is_somewhere(const Phrase& phrase) const {
  const auto& vocabulary = *resources_.vocabulary;
  const std::string cls = names_.class_of(phrase.names.front().nodes.front());
  return !vocabulary.find_class(cls) || vocabulary.is_class(cls, "Place") ||
         vocabulary.is_class(cls, "Meeting") || vocabulary.is_class(cls, "Country") ||
         vocabulary.is_class(cls, "Facility") || vocabulary.is_class(cls, "Agent");
}

/// As it is called in the question, or as the graph calls it.
std::string Interpreter::word_for(const Named& named) const {
  std::string word = without_determiner(named.text);
  const std::string name = named.nodes.size() == 1 ? names_.name_of(named.nodes.front()) : "";
  return name.empty() || utf8::lower(name) == utf8::lower(word) ? word : word + "|" + name;
}

void Interpreter::add_word(Interpretation& out, const Phrase& phrase) const {
  if (phrase.wh == Wh::how_much || phrase.wh == Wh::how_many) add_once(out.columns, "quantity");
  if (phrase.is_asked() || phrase.same_as >= 0) return;
  if (phrase.is_named()) {
    for (const auto& named : phrase.names) add_once(out.words, word_for(named));
    return;
  }
  for (const auto& owner : phrase.owner) add_word(out, owner);
  if (says_little(phrase.head)) return;
  if (!phrase.head.empty() && phrase.others.empty())
    for (const auto& lemma : phrase.lemmas)
      if (!is_number(lemma) && !is_determiner(lemma)) add_once(out.words, search_word(lemma));
  if (!phrase.others.empty()) add_once(out.notes, "‘" + phrase.text + "’ was not checked");
}

void Interpreter::add_adjuncts(Interpretation& out, const Clause& clause) const {
  out.times = clause.times;
  out.current = clause.now && std::any_of(out.relations.begin(), out.relations.end(), [&](const auto& name) {
                  return resources_.vocabulary->is_relation(name, "isStructurallyTiedTo");
                });
  out.yes_no = clause.yes_no;
  for (const auto wh : clause.adjuncts) {
    if (wh == Wh::when || wh == Wh::how_long) add_once(out.columns, "when");
    if (wh == Wh::where) {
      add_once(out.columns, "where");
      add_once(out.columns, "meeting");
    }
    if (wh == Wh::why) add_once(out.notes, "reasons are not in the graph: see the sentences");
    if (wh == Wh::how) add_once(out.columns, "mode");
  }
  for (const auto& attribute : clause.attributes)
    if (attribute != "role" && attribute != "sentence" && attribute != "document")
      add_once(out.columns, attribute);
  for (const auto* end : {&clause.subject, &clause.object})
    if (*end && (*end)->wh == Wh::how_many) out.counted = true;
  if (has(out.columns, "quantity")) add_once(out.columns, "resource");
  if (out.yes_no) {
    out.any_polarity = true;
    out.modalities.clear();
  }
}

void Interpreter::set_modality(Interpretation& out, const Clause& clause) const {
  out.negated = clause.negated;
  if (clause.any_modality) {
    out.modalities.clear();
    return;
  }
  if (auto wanted = modalities_of_modal(clause.modal); !wanted.empty()) {
    out.modalities = std::move(wanted);
    return;
  }
  for (const auto& relation : out.relations) {  // the call itself is a fact, so is the pledge
    if (relation == "calledOn" || relation == "demandedFrom") add_once(out.modalities, "CalledFor");
    if (relation == "pledgedTo" || relation == "threatened") add_once(out.modalities, "Planned");
  }
}

/// An act is mutual when the relation, or one that it groups, is.
void Interpreter::set_symmetry(Interpretation& out) const {
  const auto& vocabulary = *resources_.vocabulary;
  out.either_way = std::any_of(out.relations.begin(), out.relations.end(), [&](const auto& name) {
    const auto* relation = vocabulary.find_relation(name);
    if (!relation || !relation->abstract) return relation && relation->symmetric;
    const auto below = vocabulary.relation_and_below(name);
    return std::any_of(below.begin(), below.end(),
                       [&](const auto& each) { return vocabulary.find_relation(each)->symmetric; });
  });
}

End Interpreter::end_of(const Phrase& phrase, Interpretation& out) const {
  End end;
  end.text = phrase.text;
  if (!phrase.pronoun.empty())
    end.text = phrase.is_named() ? phrase.names.front().text : phrase.pronoun + " (asked for above)";
  end.asked = phrase.is_asked();
  end.same_as = phrase.same_as;
  end.same_as_subject = phrase.same_as_subject;
  for (const auto& named : phrase.names) {
    for (const auto node : named.nodes)
      if (std::find(end.nodes.begin(), end.nodes.end(), node) == end.nodes.end()) end.nodes.push_back(node);
    if (named.nodes.size() > 1)
      out.notes.push_back(std::to_string(named.nodes.size()) + " things are called ‘" + named.text +
                          "’: all are asked for");
  }
  end.all_nodes = phrase.names.size() > 1 && !phrase.alternatives;
  if (phrase.names.size() == 1 && !phrase.owner.empty() && phrase.owner.front().is_named() &&
      !phrase.lemmas.empty()) {
    end.owned =
        search_word(phrase.lemmas.front());  // where nothing is said of it, the owner's part in it is meant
    for (const auto& named : phrase.owner.front().names)
      end.owners.insert(end.owners.end(), named.nodes.begin(), named.nodes.end());
  }
  if (end.nodes.empty() && end.same_as < 0) restrict_class(end, phrase, out);
  return end;
}

/// "which African countries": a class, and where the gazetteer knows the group, its members and the group
/// itself.
void Interpreter::restrict_class(End& end, const Phrase& phrase, Interpretation& out) const {
  if (phrase.head.empty()) return;
  for (const auto& owner : phrase.owner) add_word(out, owner);
  const std::string group = noun_text(phrase);
  if (phrase.lemmas.size() > 1) {
    end.nodes = names_.members_of(group);
    for (const auto node : names_.find(group))
      if (std::find(end.nodes.begin(), end.nodes.end(), node) == end.nodes.end()) end.nodes.push_back(node);
    if (!end.nodes.empty()) return;
  }
  std::size_t used = 0;
  const auto general = class_of_words(*resources_.vocabulary, phrase.lemmas, used);
  const std::string cls = chooser_.class_of(phrase);
  if (!cls.empty())
    end.classes = {cls == "GovernmentBody" && phrase.head == "government" ? "Country|" + cls : cls};
  for (const auto& owner : phrase.owner)
    for (const auto& named : owner.names) {
      end.owners.insert(end.owners.end(), named.nodes.begin(), named.nodes.end());
      end.owner_words.push_back(word_for(named));
    }
  if (cls == "Meeting" && phrase.is_asked() && !has({"meeting", "event", "gathering"}, phrase.head))
    out.themes.push_back(phrase.head);  // "which summit": rather one of that name
  if (!general || *general != cls) {
    add_once(out.words, search_word(phrase.head));
    if (!cls.empty()) end.noun = search_word(phrase.head);
    used = 1;
  }
  for (std::size_t i = 0; i + used < phrase.lemmas.size(); ++i)
    if (!is_number(phrase.lemmas[i])) add_once(out.words, search_word(phrase.lemmas[i]));
}

/// "who" is somebody: said only where the relation leaves it open.
void Interpreter::restrict_to_agents(End& end, const Strings& relations, bool is_subject) const {
  const auto& vocabulary = *resources_.vocabulary;
  for (const auto& name : relations) {
    const auto* relation = vocabulary.find_relation(name);
    if (!relation) continue;
    for (const auto& cls : is_subject ? relation->domains : relation->ranges)
      if (!vocabulary.is_class(cls, "Agent") && !vocabulary.is_class(cls, "Place"))
        end.classes = {"Agent|Place"};
  }
}

std::string Interpreter::label_of(const Strings& relations) const {
  std::string out;
  for (const auto& name : relations) {
    const auto* relation = resources_.vocabulary->find_relation(name);
    out += (out.empty() ? "" : " or ") +
           (relation ? relation->label.substr(0, relation->label.find(',')) : name);
  }
  return out;
}

}  // namespace entente::ask
