// SPDX-License-Identifier: Apache-2.0
#include "app/imported_facts.hpp"

#include <algorithm>
#include <utility>

#include "importers/graph_block.hpp"
#include "importers/graphml_import.hpp"
#include "importers/turtle_facts.hpp"

namespace entente::app {

namespace {

/// Adds to a list sorted by id what is not in it; what is in it already is handed to `join`.
template <class Item, class Join>
void add_sorted(std::vector<Item>& items, std::vector<Item> others, const Join& join) {
  std::vector<Item> added;
  for (Item& other : others) {
    const auto found = std::lower_bound(items.begin(), items.end(), other.id,
                                        [](const Item& item, const std::string& id) { return item.id < id; });
    const bool there = found != items.end() && found->id == other.id;
    join(there ? &*found : nullptr, other);
    if (!there) added.push_back(std::move(other));
  }
  items.insert(items.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
}

void join_aliases(Entity& entity, const Entity& other) {
  for (const std::string& alias : other.aliases)
    if (alias != entity.label) entity.aliases.push_back(alias);
  std::sort(entity.aliases.begin(), entity.aliases.end());
  entity.aliases.erase(std::unique(entity.aliases.begin(), entity.aliases.end()), entity.aliases.end());
}

/// Evidence of places, or with words, that the fact does not have yet.
void join_evidence(Fact& fact, const Fact& other) {
  const std::vector<Evidence> known = fact.evidence;
  for (const Evidence& evidence : other.evidence) {
    const bool there = std::any_of(known.begin(), known.end(), [&](const Evidence& own) {
      const bool same_place =
          own.document == evidence.document && own.begin == evidence.begin && own.end == evidence.end;
      return own.text == evidence.text && (same_place || evidence.end == 0);
    });
    if (!there) fact.evidence.push_back(evidence);
  }
  std::sort(fact.evidence.begin(), fact.evidence.end());
}

void join(FactBase& base, FactBase imported, const std::string& file, ImportMarks& marks) {
  add_sorted(base.documents, std::move(imported.documents), [](const Document*, const Document&) {});
  add_sorted(base.entities, std::move(imported.entities), [&](Entity* known, const Entity& other) {
    if (known != nullptr)
      join_aliases(*known, other);
    else
      marks.entities.emplace(other.id, file);
  });
  add_sorted(base.facts, std::move(imported.facts), [&](Fact* known, const Fact& other) {
    if (known != nullptr)
      join_evidence(*known, other);
    else
      marks.facts.emplace(other.id, file);
  });
}

}  // namespace

Result<FactBase> read_export(std::string_view bytes, const std::string& format,
                             const std::string& file_name) {
  return format == kTurtleFormat ? importers::read_turtle_facts(bytes, file_name)
                                 : importers::read_graphml_facts(bytes, file_name);
}

Result<std::vector<ImportedFacts>> read_imported(const store::Store& store, resolve::Decisions& decisions) {
  std::vector<ImportedFacts> all;
  const auto files = store.imports();
  if (!files) return fail(files.error());
  for (const store::ImportedFile& file : *files) {
    if (file.format != kTurtleFormat && file.format != kGraphmlFormat) continue;
    const auto handle = [&](std::string_view bytes) -> Status {
      auto imported = read_export(bytes, file.format, file.name);
      if (!imported) return fail(imported.error());
      decisions.rewrite(*imported);
      all.push_back({std::move(*imported), file.name});
      return {};
    };
    if (auto read = store.read_import(file.id, handle); !read) return fail(read.error());
  }
  return all;
}

ImportMarks join_imported(std::vector<ImportedFacts> imported, FactBase& base) {
  ImportMarks marks;
  for (ImportedFacts& each : imported) join(base, std::move(each.base), each.file, marks);
  return marks;
}

void mark_imported(const ImportMarks& marks, const FactBase& base, graph::PropertyGraph& graph) {
  for (const auto& [id, file] : marks.entities) {
    const Entity* entity = base.entity(id);
    const auto node = static_cast<graph::NodeId>(entity - base.entities.data());
    graph.enrich(node, {}, {{importers::kImported, file}});
  }
  if (marks.facts.empty()) return;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto edge = static_cast<graph::EdgeId>(i);
    const graph::Map& properties = graph.properties(edge);
    const auto id = properties.find("id");
    const auto* text = id == properties.end() ? nullptr : std::get_if<std::string>(&id->second.data);
    const auto mark = text == nullptr ? marks.facts.end() : marks.facts.find(*text);
    if (mark != marks.facts.end()) graph.enrich(edge, {{importers::kImported, mark->second}});
  }
}

}  // namespace entente::app
