// SPDX-License-Identifier: Apache-2.0
#include "app/streamed_facts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "model/record_codec.hpp"
#include "resolve/decisions.hpp"
#include "resolve/merge_steps.hpp"

namespace entente::app {

namespace {

void drop_unknown(Fact& fact, const std::set<std::string>& known) {
  resolve::drop_unknown_content(fact, [&](const std::string& id) { return known.count(id) != 0; });
}

/// The steps from a store to its merged facts.
class Streaming {
 public:
  Streaming(const ontology::Vocabulary& vocabulary, const std::vector<Decision>& log)
      : vocabulary_(vocabulary),
        decisions_(log, vocabulary),
        entities_(*spool_),
        facts_(*spool_),
        merged_(*out_spool_) {}

  Result<StreamedFacts> run(const store::Store& store) {
    if (auto done = read(store); !done) return fail(std::move(done.error()));
    auto imported = read_imported(store, decisions_);
    if (!imported) return fail(std::move(imported.error()));
    find_needed(*imported);
    const resolve::Sources sources(texts_);
    texts_ = {};
    if (auto done = merge_entities(sources); !done) return fail(std::move(done.error()));
    if (auto done = merge_facts(sources); !done) return fail(std::move(done.error()));
    return finish(std::move(*imported));
  }

 private:
  Status read(const store::Store& store) {
    return store.each([this](DocumentFacts&& reading) { return take(std::move(reading)); });
  }

  Status take(DocumentFacts&& reading) {
    const Document& document = reading.document;
    if (const auto signature = resolve::signature_of(document)) texts_.push_back({document.id, *signature});
    Document& kept = base_.documents.emplace_back();
    kept.id = document.id;
    kept.name = document.name;
    kept.date = document.date;
    decisions_.rewrite(reading);
    for (const Entity& entity : reading.entities)
      if (auto put = entities_.put(kept.id, entity); !put) return put;
    for (const Fact& fact : reading.facts) {
      contents_.insert(fact.content.begin(), fact.content.end());
      if (auto put = facts_.put(kept.id, fact); !put) return put;
    }
    return {};
  }

  void find_needed(const std::vector<ImportedFacts>& imported) {
    needed_ = decisions_.facts_needed();
    for (const ImportedFacts& each : imported)
      for (const Fact& fact : each.base.facts) {
        needed_.insert(fact.id);
        contents_.insert(fact.content.begin(), fact.content.end());
      }
  }

  Status merge_entities(const resolve::Sources& sources) {
    for (std::size_t part = 0; part < RecordParts<Entity>::kParts; ++part) {
      const auto readings = entities_.get(part);
      if (!readings) return fail(readings.error());
      auto merged = resolve::merge_entities(*readings, sources, vocabulary_);
      std::move(merged.begin(), merged.end(), std::back_inserter(base_.entities));
    }
    std::sort(base_.entities.begin(), base_.entities.end(),
              [](const Entity& a, const Entity& b) { return a.id < b.id; });
    return {};
  }

  Status merge_facts(const resolve::Sources& sources) {
    resolve::EntityClosing closing(base_.entities, vocabulary_);
    for (std::size_t part = 0; part < RecordParts<Fact>::kParts; ++part) {
      const auto readings = facts_.get(part);
      if (!readings) return fail(readings.error());
      for (Fact& fact : resolve::merge_facts(*readings, sources)) {
        closing.see(fact);
        if (contents_.count(fact.id) != 0) {
          known_contents_.insert(fact.id);
          names_.add_content(fact);
        }
        if (needed_.count(fact.id) != 0)
          base_.facts.push_back(std::move(fact));
        else if (auto put = put_merged(fact); !put)
          return put;
      }
    }
    closing.finish();
    return {};
  }

  Status put_merged(const Fact& fact) {
    ByteWriter out;
    write_record(out, fact);
    return merged_.put(out.take());
  }

  StreamedFacts finish(std::vector<ImportedFacts> imported) {
    for (Fact& fact : base_.facts) drop_unknown(fact, known_contents_);
    ImportMarks marks = join_imported(std::move(imported), base_);
    decisions_.finish(base_);
    for (const Fact& fact : base_.facts) names_.add_content(fact);
    for (const Entity& entity : base_.entities) names_.add_entity(entity);
    for (const Document& document : base_.documents) names_.add_document(document);
    return {std::move(base_.entities), std::move(names_),  std::move(marks),
            std::move(out_spool_),     std::move(merged_), std::move(base_.facts),
            std::move(known_contents_)};
  }

  const ontology::Vocabulary& vocabulary_;
  resolve::Decisions decisions_;
  std::unique_ptr<Spool> spool_ = std::make_unique<Spool>(), out_spool_ = std::make_unique<Spool>();
  RecordParts<Entity> entities_;
  RecordParts<Fact> facts_;
  RecordPile merged_;
  std::vector<resolve::Signed> texts_;
  std::set<std::string> contents_,
      known_contents_;            ///< facts that are content: all ids, those that are there
  std::set<std::string> needed_;  ///< facts that stay in memory
  graph::KnownNames names_;
  FactBase base_;  ///< documents, entities and the facts that are needed
};

}  // namespace

Status StreamedFacts::each(const std::function<Status(const Fact&)>& take) const {
  auto next = changed.begin();
  const auto in_turn = [&](ByteReader& in) -> Status {
    Fact fact = read_fact(in);
    drop_unknown(fact, contents);
    for (; next != changed.end() && next->id < fact.id; ++next)
      if (auto taken = take(*next); !taken) return taken;
    return take(fact);
  };
  if (auto done = facts.each(in_turn); !done) return done;
  for (; next != changed.end(); ++next)
    if (auto taken = take(*next); !taken) return taken;
  return {};
}

Result<StreamedFacts> stream_facts(const store::Store& store, const ontology::Vocabulary& vocabulary) {
  const auto log = store.decisions();
  if (!log) return fail(log.error());
  return Streaming(vocabulary, *log).run(store);
}

}  // namespace entente::app
