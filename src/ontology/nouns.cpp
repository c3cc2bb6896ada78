// SPDX-License-Identifier: Apache-2.0
#include "ontology/nouns.hpp"

#include <algorithm>

#include "ontology/directories.hpp"
#include "ontology/statements.hpp"

namespace entente::ontology {

/// Makes a Nouns out of the statements of nouns.ttl; stops at the first fault.
class NounsBuilder {
 public:
  NounsBuilder(const Statements& statements, const Vocabulary& vocabulary)
      : statements_(statements), vocabulary_(vocabulary) {}

  Status build(Nouns& nouns) {
    for (const auto& [subject, numbers] : statements_.by_subject()) {
      if (statements_.find(subject, "rdf:type", "ent:NounList") == nullptr) continue;
      for (const std::string_view predicate : {"ent:namesClass", "ent:namesClassInPlural"}) {
        auto& classes = predicate == "ent:namesClass" ? nouns.class_ : nouns.plural_class_;
        if (Status status = add_classes(subject, predicate, classes); !status) return status;
      }
      const std::string list(local_name(subject));
      for (const TermStatement* noun : statements_.of(subject, "ent:noun"))
        nouns.lists_of_[noun->object].push_back(list);
    }
    return {};
  }

 private:
  Status add_classes(const std::string& subject, std::string_view predicate,
                     StringMap<std::string>& classes) const {
    for (const TermStatement* named : statements_.of(subject, predicate)) {
      const std::string cls(local_name(named->object));
      if (vocabulary_.find_class(cls) == nullptr) {
        return fail(ErrorKind::data, "unknown class ent:" + cls, named->place);
      }
      for (const TermStatement* noun : statements_.of(subject, "ent:noun")) {
        const auto [at, added] = classes.try_emplace(noun->object, cls);
        if (!added) {
          return fail(ErrorKind::data, "\"" + noun->object + "\" names ent:" + at->second + " already",
                      noun->place);
        }
      }
    }
    return {};
  }

  const Statements& statements_;
  const Vocabulary& vocabulary_;
};

Result<Nouns> Nouns::load(const std::filesystem::path& ontology_directory, const Vocabulary& vocabulary) {
  Statements statements;
  std::vector<Error> faults;
  for (const auto& file : parts_named(ontology_directory, "nouns.ttl")) statements.read(file, faults);
  if (!faults.empty()) return fail(std::move(faults.front()));
  Nouns nouns;
  if (Status status = NounsBuilder(statements, vocabulary).build(nouns); !status)
    return fail(std::move(status.error()));
  nouns.hash_ = statements.hash();
  return nouns;
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
