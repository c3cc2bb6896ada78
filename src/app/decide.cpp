// SPDX-License-Identifier: Apache-2.0
#include "app/decide.hpp"

#include <algorithm>
#include <utility>

#include "app/decision_json.hpp"
#include "app/open_graph.hpp"
#include "app/why.hpp"
#include "base/edit_distance.hpp"

namespace entente::app {

namespace {

constexpr std::size_t kMostNamed = 5;

std::string label_of(const FactBase& base, const std::string& id) {
  const Entity* entity = base.entity(id);
  return entity == nullptr ? id : entity->label;
}

/// The one entity that is meant.
Result<const Entity*> the_entity(const FactBase& base, const std::string& name) {
  if (const Entity* entity = base.entity(name)) return entity;
  const auto found = find_entities(base, name);
  if (!found) return fail(found.error());
  if (found->size() == 1) return found->front();
  std::string ids;
  for (std::size_t i = 0; i < found->size() && i < kMostNamed; ++i)
    ids += (i == 0 ? "" : ", ") + (*found)[i]->id + " (" + (*found)[i]->cls + ")";
  return fail(ErrorKind::data, "several entities are called '" + name + "'", {},
              "give the id of one: " + ids);
}

Result<std::string> the_document(const FactBase& base, const std::string& given) {
  std::vector<const Document*> found;
  for (const Document& document : base.documents) {
    if (document.id == given) return given;
    if (document.name == given) found.push_back(&document);
  }
  if (found.size() == 1) return found.front()->id;
  if (found.empty())
    return fail(ErrorKind::data, "the graph has no document '" + given + "'", {}, "give its name or its id");
  return fail(ErrorKind::data, "several documents are called '" + given + "'", {},
              "give the id of one: " + found.front()->id + ", " + found.back()->id);
}

void sort_once(std::vector<std::string>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool names(const Fact& fact, const std::string& entity) {
  return fact.subject == entity || fact.object == entity || fact.attributed_to == entity ||
         fact.where == entity || fact.meeting == entity || fact.topic == entity ||
         std::count(fact.resources.begin(), fact.resources.end(), entity) != 0;
}

Status check_split(Decision& decision, const FactBase& base) {
  if (decision.facts.empty() && decision.documents.empty())
    return fail(ErrorKind::usage, "say which facts or documents speak of the other one", {},
                "--fact FACT or --document DOC, as often as needed");
  for (std::string& given : decision.facts) {
    const auto fact = find_fact(base, given);
    if (!fact) return fail(fact.error());
    if (!names(**fact, decision.subject))
      return fail(ErrorKind::data, "the fact " + (*fact)->id + " does not speak of " + decision.about, {},
                  "it says: " + in_words(**fact, base));
    given = (*fact)->id;
  }
  for (std::string& given : decision.documents) {
    auto document = the_document(base, given);
    if (!document) return fail(std::move(document.error()));
    given = std::move(*document);
  }
  sort_once(decision.facts);
  sort_once(decision.documents);
  return {};
}

Status check_class(Decision& decision, const ontology::Vocabulary& vocabulary) {
  std::vector<std::string> names;
  for (const auto& cls : vocabulary.classes()) names.push_back(cls.name);
  if (std::find(names.begin(), names.end(), decision.value) != names.end()) return {};
  const auto near = did_you_mean(decision.value, names);
  return fail(ErrorKind::data, "the vocabulary has no class '" + decision.value + "'", {},
              near ? "did you mean '" + *near + "'?" : "");
}

Status check_merge(Decision& decision, const FactBase& base) {
  const auto other = the_entity(base, decision.value);
  if (!other) return fail(other.error());
  if ((*other)->id == decision.subject)
    return fail(ErrorKind::data, "both are the same entity already: " + decision.subject);
  decision.value = (*other)->id;
  return {};
}

Status check_about_entity(Decision& decision, const FactBase& base, const ontology::Vocabulary& vocabulary) {
  const auto entity = the_entity(base, decision.subject);
  if (!entity) return fail(entity.error());
  decision.subject = (*entity)->id;
  decision.about = (*entity)->label;
  if (decision.value.find_first_not_of(" \t\r\n") == std::string::npos)
    return fail(ErrorKind::usage, "the name is empty");
  if (decision.kind == DecisionKind::merge) return check_merge(decision, base);
  if (decision.kind == DecisionKind::set_class) return check_class(decision, vocabulary);
  return decision.kind == DecisionKind::split ? check_split(decision, base) : Status();
}

Result<store::Store> open_to_write(const std::filesystem::path& graph) {
  // Opened for reading first: a decision makes no new graph file.
  if (const auto there = store::Store::open(graph, store::Store::Mode::read_only); !there)
    return fail(there.error());
  return store::Store::open(graph, store::Store::Mode::read_write);
}

/// The place in the log of what is to be withdrawn.
Result<std::size_t> find_decision(const std::vector<Decision>& log, const std::string& which) {
  const auto outcomes = resolve::standing(log);
  const auto is_open = [&](std::size_t i) {
    return log[i].kind != DecisionKind::withdraw && outcomes[i].state != resolve::DecisionState::withdrawn;
  };
  for (std::size_t i = log.size(); i-- > 0;) {
    const bool is_meant = which.empty() ? is_open(i) : which == log[i].id || which == std::to_string(i + 1);
    if (!is_meant) continue;
    if (is_open(i)) return i;
    return fail(ErrorKind::data,
                log[i].kind == DecisionKind::withdraw ? "decision " + which + " is itself a withdrawal"
                                                      : "decision " + which + " was withdrawn already",
                {}, "decide anew instead; entente decisions lists them");
  }
  return fail(ErrorKind::data,
              which.empty() ? "there is no decision to withdraw" : "there is no decision " + which, {},
              "entente decisions lists them");
}

}  // namespace

std::string in_words(const Fact& fact, const FactBase& base) {
  std::string words = label_of(base, fact.subject) + " " + fact.relation;
  return fact.object.empty() ? words : words + " " + label_of(base, fact.object);
}

Result<Decision> check_decision(Decision decision, const FactBase& base,
                                const ontology::Vocabulary& vocabulary) {
  if (decision.kind == DecisionKind::withdraw)
    return fail(ErrorKind::usage, "withdrawals are no decisions about the graph");
  if (!is_about_fact(decision.kind)) {
    if (auto checked = check_about_entity(decision, base, vocabulary); !checked)
      return fail(std::move(checked.error()));
    return decision;
  }
  const auto fact = find_fact(base, decision.subject);
  if (!fact) return fail(fact.error());
  decision.subject = (*fact)->id;
  decision.about = in_words(**fact, base);
  if (decision.kind == DecisionKind::note && decision.value.empty())
    return fail(ErrorKind::usage, "the note is empty");
  return decision;
}

Result<Decision> record_decision(const std::filesystem::path& graph, const Decision& decision) {
  auto store = open_to_write(graph);
  if (!store) return fail(std::move(store.error()));
  auto added = store->add_decisions({decision});
  if (!added) return fail(std::move(added.error()));
  return added->empty() ? decision : std::move(added->front());
}

Result<Decision> decide(const std::filesystem::path& graph, const ResourcePaths& paths, Decision decision) {
  const auto vocabulary = load_vocabulary(paths);
  if (!vocabulary) return fail(vocabulary.error());
  const auto base = load_fact_base(graph, *vocabulary);
  if (!base) return fail(base.error());
  const auto checked = check_decision(std::move(decision), *base, *vocabulary);
  return checked ? record_decision(graph, *checked) : checked;
}

Result<Decision> withdraw(const std::filesystem::path& graph, const std::string& which, const std::string& by,
                          const std::string& date) {
  auto store = open_to_write(graph);
  if (!store) return fail(std::move(store.error()));
  auto log = store->decisions();
  if (!log) return fail(std::move(log.error()));
  const auto place = find_decision(*log, which);
  if (!place) return fail(place.error());
  Decision& withdrawn = (*log)[*place];
  Decision withdrawal;
  withdrawal.kind = DecisionKind::withdraw;
  withdrawal.subject = withdrawn.id;
  withdrawal.about = std::string(to_text(withdrawn.kind)) + " " + withdrawn.about;
  withdrawal.by = by;
  withdrawal.date = date;
  if (auto added = store->add_decisions({withdrawal}); !added) return fail(std::move(added.error()));
  return std::move(withdrawn);
}

Result<DecidedFacts> load_decided_facts(const std::filesystem::path& graph, const ResourcePaths& paths) {
  const auto vocabulary = load_vocabulary(paths);
  if (!vocabulary) return fail(vocabulary.error());
  const auto store = store::Store::open(graph, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto reading = store->begin_read();
  if (!reading) return fail(reading.error());
  return decided_facts(*store, *vocabulary);
}

Result<std::string> export_decisions(const std::filesystem::path& graph) {
  const auto store = store::Store::open(graph, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto log = store->decisions();
  if (!log) return fail(log.error());
  std::string lines;
  for (const Decision& decision : *log) lines += decision_as_json(decision) + "\n";
  return lines;
}

Result<DecisionImport> import_decisions(const std::filesystem::path& graph, std::string_view lines,
                                        const std::string& file_name) {
  const auto decisions = decisions_from_json(lines, file_name);
  if (!decisions) return fail(decisions.error());
  auto store = open_to_write(graph);
  if (!store) return fail(std::move(store.error()));
  const auto added = store->add_decisions(*decisions);
  if (!added) return fail(added.error());
  return DecisionImport{added->size(), decisions->size() - added->size()};
}

Result<std::size_t> count_conflicts(const std::filesystem::path& graph,
                                    const ontology::Vocabulary& vocabulary) {
  const auto store = store::Store::open(graph, store::Store::Mode::read_only);
  if (!store) return fail(store.error());
  const auto reading = store->begin_read();
  if (!reading) return fail(reading.error());
  const auto log = store->decisions();
  if (!log) return fail(log.error());
  if (log->empty()) return std::size_t{0};
  const auto decided = decided_facts(*store, vocabulary);
  if (!decided) return fail(decided.error());
  return static_cast<std::size_t>(std::count_if(decided->outcomes.begin(), decided->outcomes.end(),
                                                [](const auto& outcome) { return outcome.conflict; }));
}

}  // namespace entente::app
