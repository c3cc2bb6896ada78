// SPDX-License-Identifier: Apache-2.0
#include "ontology/vocabulary_builder.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "base/edit_distance.hpp"
#include "ontology/directories.hpp"

namespace entente::ontology {

namespace {

constexpr std::string_view kClass = "owl:Class";
constexpr std::string_view kRelationType = "ent:RelationType";
constexpr std::string_view kRootClass = "Entity";

std::string term_of(std::string_view local) {
  return "ent:" + std::string(local);
}

bool contains(const std::vector<std::string>& sorted, std::string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

bool by_place(const Error& a, const Error& b) {
  return std::tie(a.place.file, a.place.line, a.place.column) <
         std::tie(b.place.file, b.place.line, b.place.column);
}

}  // namespace

VocabularyBuilder::VocabularyBuilder(const std::filesystem::path& directory) {
  for (const auto& file : vocabulary_files(directory)) statements_.read(file, faults_);
  if (faults_.empty()) build();
  std::stable_sort(faults_.begin(), faults_.end(), by_place);
}

void VocabularyBuilder::build() {
  const Names all_classes = subjects_typed(kClass), relation_names = subjects_typed(kRelationType);
  const Parents class_parents = parents_of(all_classes, "rdfs:subClassOf", "class");
  auto class_ancestors = ancestors_of(class_parents, "rdfs:subClassOf");
  auto classes = entity_classes(class_parents, class_ancestors);

  const Parents relation_parents = parents_of(relation_names, "rdfs:subPropertyOf", "relation");
  auto relation_ancestors = ancestors_of(relation_parents, "rdfs:subPropertyOf");
  std::vector<Relation> relations;
  for (const std::string& name : relation_names)
    relations.push_back(relation(name, relation_parents.at(name)));

  check_labels_differ(classes_);
  check_labels_differ(relation_names);
  check_every_term_is_declared();
  for (auto at = class_ancestors.begin(); at != class_ancestors.end();)
    at = contains(classes_, at->first) ? std::next(at) : class_ancestors.erase(at);
  vocabulary_ = Vocabulary(std::move(classes), std::move(relations), std::move(class_ancestors),
                           std::move(relation_ancestors), statements_.hash());
}

VocabularyBuilder::Names VocabularyBuilder::subjects_typed(std::string_view type) const {
  Names names;
  for (const auto& [subject, numbers] : statements_.by_subject())
    if (!local_name(subject).empty() && statements_.find(subject, "rdf:type", type) != nullptr)
      names.emplace_back(local_name(subject));
  return names;
}

VocabularyBuilder::Parents VocabularyBuilder::parents_of(const Names& terms, std::string_view predicate,
                                                         std::string_view what) {
  Parents parents;
  for (const std::string& name : terms) parents[name] = names_of(term_of(name), predicate, what, terms);
  return parents;
}

Vocabulary::Ancestors VocabularyBuilder::ancestors_of(const Parents& parents, std::string_view predicate) {
  Vocabulary::Ancestors ancestors;
  for (const auto& [name, direct] : parents) {
    std::set<std::string> above;
    Names open = direct;
    while (!open.empty()) {
      const std::string next = std::move(open.back());
      open.pop_back();
      if (!above.insert(next).second) continue;
      const Names& more = parents.at(next);
      open.insert(open.end(), more.begin(), more.end());
    }
    if (above.count(name) != 0) report_cycle(name, parents, predicate);
    above.insert(name);
    ancestors[name] = Names(above.begin(), above.end());
  }
  return ancestors;
}

/// Walks up, always to the smallest parent that leads back, and reports the cycle once: at its smallest name.
void VocabularyBuilder::report_cycle(const std::string& name, const Parents& parents,
                                     std::string_view predicate) {
  std::map<std::string, std::string> below;  // breadth first: how each name was reached
  Names open{name};
  for (std::size_t i = 0; i < open.size() && below.count(name) == 0; ++i)
    for (const std::string& parent : Names(parents.at(open[i])))
      if (below.emplace(parent, open[i]).second) open.push_back(parent);
  Names chain{name};
  for (std::string at = below.at(name); at != name; at = below.at(at)) chain.push_back(at);
  if (*std::min_element(chain.begin(), chain.end()) != name) return;
  std::string text = term_of(name);
  for (auto at = chain.rbegin(); at != chain.rend(); ++at) text += " < " + term_of(*at);
  const TermStatement* upward = statements_.find(term_of(name), predicate, term_of(chain.back()));
  fault(upward->place, "cycle in " + std::string(predicate) + ": " + text);
}

std::vector<EntityClass> VocabularyBuilder::entity_classes(const Parents& parents,
                                                           const Vocabulary::Ancestors& ancestors) {
  std::vector<EntityClass> classes;
  for (const auto& [name, above] : ancestors) {
    check_declared_once(term_of(name), kClass);
    const bool unsure = std::any_of(above.begin(), above.end(),
                                    [this](const std::string& one) { return unsure_.count(one) != 0; });
    if (!contains(above, kRootClass) && !unsure) continue;
    classes.push_back({name, label_of(term_of(name), place_of(term_of(name))), parents.at(name)});
    classes_.push_back(name);
  }
  if (classes.empty() && !statements_.all().empty())
    fault({.file = statements_.all().front().place.file}, "class ent:Entity is not declared");
  return classes;
}

Relation VocabularyBuilder::relation(const std::string& name, const Names& parents) {
  const std::string term = term_of(name);
  const Place place = statements_.find(term, "rdf:type", kRelationType)->place;
  Relation relation;
  relation.name = name;
  relation.parents = parents;
  relation.label = label_of(term, place);
  relation.symmetric = statements_.find(term, "rdf:type", "owl:SymmetricProperty") != nullptr;
  relation.domains = names_of(term, "schema:domainIncludes", "class", classes_);
  relation.ranges = names_of(term, "schema:rangeIncludes", "class", classes_);
  for (const TermStatement* word : statements_.of(term, "ent:triggerWord"))
    relation.triggers.push_back(word->object);
  std::sort(relation.triggers.begin(), relation.triggers.end());
  check_declared_once(term, kRelationType);
  read_abstract(relation, term);
  read_inverse(relation, term, place);
  check_relation(relation, place);
  return relation;
}

void VocabularyBuilder::read_abstract(Relation& relation, const std::string& term) {
  for (const TermStatement* statement : statements_.of(term, "ent:abstract")) {
    if (statement->object != "true" && statement->object != "false")
      fault(statement->place, "ent:abstract is true or false, not '" + statement->object + "'");
    relation.abstract = statement->object == "true";
  }
}

void VocabularyBuilder::read_inverse(Relation& relation, const std::string& term, const Place& place) {
  const auto inverses = statements_.of(term, "owl:inverseOf");
  if (inverses.empty()) return;
  if (relation.symmetric)
    return fault(inverses.front()->place, term + " is symmetric, so it has no other inverse");
  if (inverses.size() > 1) fault(inverses[1]->place, term + " has a second inverse");
  const TermStatement& inverse = *inverses.front();
  if (statements_.by_subject().count(inverse.object) == 0) {
    Names known;
    for (const auto& [subject, numbers] : statements_.by_subject()) known.emplace_back(local_name(subject));
    return fault_unknown(inverse.place, "inverse", local_name(inverse.object), known);
  }
  if (statements_.find(inverse.object, "owl:inverseOf", term) == nullptr)
    fault(place_of(inverse.object), inverse.object + " does not name " + term + " as its inverse");
  relation.inverse = std::string(local_name(inverse.object));
  relation.inverse_label = label_of(inverse.object, place);
}

void VocabularyBuilder::check_relation(const Relation& relation, const Place& place) {
  const std::string term = term_of(relation.name);
  if (statements_.of(term, "schema:domainIncludes").empty())
    fault(place, "relation " + term + " has no subject class (schema:domainIncludes)");
  if (statements_.of(term, "schema:rangeIncludes").empty())
    fault(place, "relation " + term + " has no object class (schema:rangeIncludes)");
  if (relation.abstract && !relation.triggers.empty())
    fault(statements_.of(term, "ent:triggerWord").front()->place,
          "grouping relation " + term + " is never extracted, so it has no trigger words");
  if (!relation.abstract && relation.triggers.empty())
    fault(place, "relation " + term + " has no trigger words",
          "add ent:triggerWord, or 'ent:abstract true' for a grouping relation");
}

void VocabularyBuilder::check_every_term_is_declared() {
  Names declared;
  for (const auto& [subject, numbers] : statements_.by_subject())
    if (!statements_.of(subject, "rdf:type").empty() && !local_name(subject).empty())
      declared.emplace_back(local_name(subject));
  std::set<std::string> reported;
  for (const TermStatement& statement : statements_.all()) {
    const std::string_view subject = local_name(statement.subject),
                           predicate = local_name(statement.predicate);
    if (!subject.empty() && !contains(declared, subject) && reported.insert(statement.subject).second)
      fault_unknown(statement.place, "term (it has no rdf:type)", subject, declared);
    if (!predicate.empty() && !contains(declared, predicate))
      fault_unknown(statement.place, "property", predicate, declared);
    const std::string_view type =
        statement.predicate == "rdf:type" ? local_name(statement.object) : std::string_view();
    if (!type.empty() && !contains(declared, type)) fault_unknown(statement.place, "class", type, declared);
  }
}

void VocabularyBuilder::check_declared_once(const std::string& term, std::string_view type) {
  std::size_t count = 0;
  for (const TermStatement* statement : statements_.of(term, "rdf:type"))
    if (statement->object == type && ++count == 2) fault(statement->place, term + " is declared twice");
}

void VocabularyBuilder::check_labels_differ(const Names& terms) {
  std::map<std::string, std::string> term_of_label;
  for (const TermStatement& label : statements_.all()) {
    if (label.predicate != "rdfs:label" || !contains(terms, local_name(label.subject))) continue;
    const auto [at, added] = term_of_label.emplace(label.object, label.subject);
    if (!added && at->second != label.subject)
      fault(label.place, "label '" + label.object + "' is already that of " + at->second);
  }
}

std::string VocabularyBuilder::label_of(const std::string& term, const Place& place) {
  std::string label;
  for (const TermStatement* statement : statements_.of(term, "rdfs:label")) {
    if (!statement->language.empty() && statement->language.substr(0, 2) != "en") continue;
    if (!label.empty())
      fault(statement->place, term + " has a second label");
    else
      label = statement->object;
  }
  if (label.empty()) fault(place, term + " has no label");
  return label;
}

VocabularyBuilder::Names VocabularyBuilder::names_of(const std::string& term, std::string_view predicate,
                                                     std::string_view what, const Names& known) {
  Names names;
  for (const TermStatement* statement : statements_.of(term, predicate)) {
    const std::string_view name = local_name(statement->object);
    if (name.empty() && !statement->literal) continue;  // of another vocabulary
    if (contains(known, name)) {
      names.emplace_back(name);
    } else if (&known == &classes_ && statements_.find(statement->object, "rdf:type", kClass) != nullptr) {
      fault(statement->place, statement->object + " is no class of entities: it is not below ent:Entity");
    } else {
      unsure_.insert(std::string(local_name(term)));
      fault_unknown(statement->place, what, name.empty() ? statement->object : name, known);
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

Place VocabularyBuilder::place_of(const std::string& term) const {
  const auto at = statements_.by_subject().find(term);
  return at == statements_.by_subject().end() ? Place{} : statements_.all()[at->second.front()].place;
}

void VocabularyBuilder::fault(const Place& place, std::string message, std::string hint) {
  faults_.push_back({ErrorKind::data, std::move(message), place, std::move(hint)});
}

void VocabularyBuilder::fault_unknown(const Place& place, std::string_view what, std::string_view name,
                                      const Names& known) {
  const auto near = did_you_mean(name, known);
  fault(place, "unknown " + std::string(what) + " ent:" + std::string(name),
        near ? "did you mean ent:" + *near + "?" : "");
}

}  // namespace entente::ontology
