// SPDX-License-Identifier: Apache-2.0
#include "ontology/nouns.hpp"

#include <algorithm>
#include <utility>

#include "base/edit_distance.hpp"
#include "ontology/directories.hpp"
#include "ontology/statements.hpp"

namespace entente::ontology {

/// Makes a Nouns out of the statements of nouns.ttl and keeps the faults.
class NounsBuilder {
 public:
  NounsBuilder(const std::filesystem::path& ontology_directory, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary) {
    for (const auto& file : parts_named(ontology_directory, "nouns.ttl")) statements_.read(file, faults_);
    for (const auto& [subject, numbers] : statements_.by_subject())
      if (!is_declaration(subject)) add_list(subject, numbers);
    nouns_.hash_ = statements_.hash();
  }

  [[nodiscard]] const std::vector<Error>& faults() const { return faults_; }
  Nouns take() { return std::move(nouns_); }

 private:
  // "ent:noun a owl:AnnotationProperty": a term of the lists, no list.
  [[nodiscard]] bool is_declaration(std::string_view subject) const {
    return statements_.find(subject, "rdf:type", "owl:AnnotationProperty") != nullptr ||
           statements_.find(subject, "rdf:type", "owl:Class") != nullptr;
  }

  void add_list(const std::string& subject, const std::vector<std::size_t>& numbers) {
    const TermStatement& first = statements_.all()[numbers.front()];
    if (statements_.find(subject, "rdf:type", "ent:NounList") == nullptr)
      return fault(first, subject + " is no list of nouns", "say: " + subject + " a ent:NounList");
    for (const std::size_t number : numbers) check_property(statements_.all()[number]);
    const auto nouns = statements_.of(subject, "ent:noun");
    if (nouns.empty()) return fault(first, subject + " lists no noun (ent:noun)");
    for (const TermStatement* noun : nouns) nouns_.lists_of_[noun->object].emplace_back(local_name(subject));
    add_classes(subject, nouns, "ent:namesClass", nouns_.class_);
    add_classes(subject, nouns, "ent:namesClassInPlural", nouns_.plural_class_);
  }

  void check_property(const TermStatement& statement) {
    static const std::vector<std::string> kKnown = {"rdf:type",       "rdfs:label", "rdfs:comment",
                                                    "ent:namesClass", "ent:noun",   "ent:namesClassInPlural"};
    if (std::find(kKnown.begin(), kKnown.end(), statement.predicate) != kKnown.end()) return;
    const auto near = did_you_mean(statement.predicate, kKnown);
    fault(statement, "unknown property " + statement.predicate, near ? "did you mean " + *near + "?" : "");
  }

  void add_classes(const std::string& subject, const std::vector<const TermStatement*>& nouns,
                   std::string_view predicate, StringMap<std::string>& classes) {
    for (const TermStatement* named : statements_.of(subject, predicate)) {
      const std::string cls(local_name(named->object));
      if (vocabulary_.find_class(cls) == nullptr) {
        fault(*named, "unknown class ent:" + cls);
        continue;
      }
      for (const TermStatement* noun : nouns) {
        const auto [at, added] = classes.try_emplace(noun->object, cls);
        if (!added) fault(*noun, "\"" + noun->object + "\" names ent:" + at->second + " already");
      }
    }
  }

  void fault(const TermStatement& statement, std::string message, std::string hint = {}) {
    faults_.push_back({ErrorKind::data, std::move(message), statement.place, std::move(hint)});
  }

  const Vocabulary& vocabulary_;
  Statements statements_;
  std::vector<Error> faults_;
  Nouns nouns_;
};

Result<Nouns> Nouns::load(const std::filesystem::path& ontology_directory, const Vocabulary& vocabulary) {
  NounsBuilder builder(ontology_directory, vocabulary);
  if (!builder.faults().empty()) return fail(builder.faults().front());
  return builder.take();
}

std::vector<Error> check_nouns(const std::filesystem::path& ontology_directory,
                               const Vocabulary& vocabulary) {
  return NounsBuilder(ontology_directory, vocabulary).faults();
}

std::string_view Nouns::class_of(std::string_view lemma) const {
  const auto found = class_.find(lemma);
  return found == class_.end() ? std::string_view{} : std::string_view(found->second);
}

std::string_view Nouns::plural_class_of(std::string_view lemma) const {
  const auto found = plural_class_.find(lemma);
  return found == plural_class_.end() ? class_of(lemma) : std::string_view(found->second);
}

bool Nouns::in_list(std::string_view list, std::string_view word) const {
  const auto found = lists_of_.find(word);
  return found != lists_of_.end() &&
         std::find(found->second.begin(), found->second.end(), list) != found->second.end();
}

}  // namespace entente::ontology
