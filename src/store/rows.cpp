// SPDX-License-Identifier: Apache-2.0
#include "store/rows.hpp"

#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "store/fingerprint.hpp"
#include "store/text_hashes.hpp"

namespace entente::store {

namespace {

enum Table : std::size_t {
  kDocument,
  kVerb,
  kEntity,
  kAlias,
  kFact,
  kResource,
  kContent,
  kPassage,
  kEvidence,
  kTables
};

constexpr std::array<std::string_view, kTables> kInserts = {
    "INSERT INTO document (id, fingerprint, name, date, title, url, sentences, text) VALUES "
    "(?,?,?,?,?,?,?,?)",
    "INSERT INTO unmatched_verb VALUES (?,?,?)",
    "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO alias VALUES (?,?,?,?)",
    "INSERT INTO fact VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "INSERT INTO fact_resource VALUES (?,?,?,?)",
    "INSERT INTO fact_content VALUES (?,?,?,?)",
    "INSERT INTO passage VALUES (?,?,?,?,?,?)",
    "INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?)",
};

constexpr std::array<std::string_view, kTables> kSelects = {
    "SELECT id, fingerprint, name, date, title, url, sentences, text FROM document WHERE number = ?",
    "SELECT lemma FROM unmatched_verb WHERE document = ? ORDER BY position",
    "SELECT * FROM entity WHERE document = ? ORDER BY position",
    "SELECT entity, name FROM alias WHERE document = ? ORDER BY entity, position",
    "SELECT * FROM fact WHERE document = ? ORDER BY position",
    "SELECT fact, entity FROM fact_resource WHERE document = ? ORDER BY fact, position",
    "SELECT fact, content FROM fact_content WHERE document = ? ORDER BY fact, position",
    "SELECT begin, end, sentence, text FROM passage WHERE document = ? ORDER BY position",
    "SELECT fact, passage, trigger_words, rule, confidence, claim FROM evidence WHERE document = ? ORDER BY "
    "fact, position",
};

Result<std::vector<Statement>> prepare_all(const Database& database,
                                           const std::array<std::string_view, kTables>& texts) {
  std::vector<Statement> statements;
  for (const std::string_view text : texts) {
    auto statement = database.prepare(text);
    if (!statement) return fail(statement.error());
    statements.push_back(std::move(*statement));
  }
  return statements;
}

void bind(Statement& statement, const std::optional<Quantity>& quantity) {
  if (quantity) {
    statement.bind(quantity->value).bind(quantity->unit).bind(quantity->bound).bind(quantity->text);
  } else {
    statement.bind_null().bind_null().bind_null().bind_null();
  }
}

void bind(Statement& statement, const std::optional<TimeSpan>& when) {
  if (when) {
    statement.bind(when->earliest_begin)
        .bind(when->latest_begin)
        .bind(when->earliest_end)
        .bind(when->latest_end);
    statement.bind(when->precision).bind(when->text);
  } else {
    statement.bind_null().bind_null().bind_null().bind_null().bind_null().bind_null();
  }
}

std::string string_at(const Statement& row, int column) {
  return std::string(row.text(column));
}

std::optional<Quantity> quantity_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Quantity{string_at(row, column), string_at(row, column + 1), string_at(row, column + 2),
                  string_at(row, column + 3)};
}

std::optional<TimeSpan> time_at(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return TimeSpan{string_at(row, column),     string_at(row, column + 1), string_at(row, column + 2),
                  string_at(row, column + 3), string_at(row, column + 4), string_at(row, column + 5)};
}

Entity entity_at(const Statement& row) {
  Entity entity;
  entity.id = row.text(2);
  entity.label = row.text(3);
  entity.cls = row.text(4);
  entity.wikidata = row.text(5);
  entity.of_class = row.text(6);
  entity.mentions = static_cast<int>(row.integer(7));
  entity.quantity = quantity_at(row, 8);
  return entity;
}

/// Nothing when the modality is none.
std::optional<Fact> fact_at(const Statement& row) {
  const auto modality = modality_from_text(row.text(6));
  if (!modality) return std::nullopt;
  Fact fact;
  fact.modality = *modality;
  fact.negated = row.integer(7) != 0;
  const std::array<std::pair<int, std::string*>, 12> texts = {{{2, &fact.id},
                                                               {3, &fact.relation},
                                                               {4, &fact.subject},
                                                               {5, &fact.object},
                                                               {8, &fact.attributed_to},
                                                               {9, &fact.where},
                                                               {10, &fact.meeting},
                                                               {11, &fact.topic},
                                                               {12, &fact.mode},
                                                               {13, &fact.context},
                                                               {14, &fact.office},
                                                               {15, &fact.content_text}}};
  for (const auto& [column, text] : texts) *text = row.text(column);
  fact.confidence = row.real(16);
  fact.when = time_at(row, 17);
  fact.quantity = quantity_at(row, 23);
  return fact;
}

/// Hands over every row below a document; what the function finds to be impossible (false) is damage.
template <class Function>
Result<bool> each_row(Statement& statement, std::int64_t number, Function function) {
  statement.bind(number);
  while (true) {
    const auto row = statement.step();
    if (!row) return fail(row.error());
    if (!*row) return true;
    if (!function(statement)) {
      statement.reset();
      return false;
    }
  }
}

/// The item that a row belongs to, or null.
template <class T>
T* owner(std::vector<T>& items, std::int64_t position) {
  const auto place = static_cast<std::size_t>(position);
  return position >= 0 && place < items.size() ? &items[place] : nullptr;
}

}  // namespace

Result<RowWriter> RowWriter::make(const Database& database) {
  RowWriter writer(database);
  auto statements = prepare_all(database, kInserts);
  if (!statements) return fail(statements.error());
  writer.inserts_ = std::move(*statements);
  return writer;
}

Status RowWriter::write(const DocumentFacts& reading, std::string_view fingerprint) {
  for (const Fact& fact : reading.facts)
    for (const Evidence& evidence : fact.evidence)
      if (evidence.document != reading.document.id)
        return fail(ErrorKind::data,
                    "document " + reading.document.id + " has evidence of document " + evidence.document,
                    Place{database_->file()});
  if (auto written = write_document(reading, fingerprint); !written) return written;
  const std::int64_t number = database_->last_row_id();
  std::int64_t position = 0;
  for (const std::string& lemma : reading.unmatched_verbs)
    if (auto written = inserts_[kVerb].bind(number).bind(position++).bind(lemma).run(); !written)
      return written;
  position = 0;
  for (const Entity& entity : reading.entities)
    if (auto written = write_entity(number, position++, entity); !written) return written;
  position = 0;
  for (const Fact& fact : reading.facts)
    if (auto written = write_fact(number, position++, fact); !written) return written;
  return write_evidence(number, reading.facts);
}

Status RowWriter::write_document(const DocumentFacts& reading, std::string_view fingerprint) {
  const Document& document = reading.document;
  Statement& row = inserts_[kDocument];
  row.bind(document.id)
      .bind(fingerprint)
      .bind(document.name)
      .bind(document.date)
      .bind(document.title)
      .bind(document.url);
  if (auto written = row.bind(std::int64_t{reading.sentences}).bind(document.text).run(); !written)
    return written;
  if (document.sha256.empty()) return {};
  return write_text_hash(*database_, database_->last_row_id(), document);
}

Status RowWriter::write_entity(std::int64_t number, std::int64_t position, const Entity& entity) {
  Statement& row = inserts_[kEntity];
  row.bind(number).bind(position).bind(entity.id).bind(entity.label).bind(entity.cls).bind(entity.wikidata);
  row.bind(entity.of_class).bind(std::int64_t{entity.mentions});
  bind(row, entity.quantity);
  if (auto written = row.run(); !written) return written;
  return write_list(kAlias, number, position, entity.aliases);
}

Status RowWriter::write_fact(std::int64_t number, std::int64_t position, const Fact& fact) {
  Statement& row = inserts_[kFact];
  row.bind(number).bind(position).bind(fact.id).bind(fact.relation).bind(fact.subject).bind(fact.object);
  row.bind(to_text(fact.modality)).bind(std::int64_t{fact.negated ? 1 : 0}).bind(fact.attributed_to);
  row.bind(fact.where)
      .bind(fact.meeting)
      .bind(fact.topic)
      .bind(fact.mode)
      .bind(fact.context)
      .bind(fact.office);
  row.bind(fact.content_text).bind(fact.confidence);
  bind(row, fact.when);
  bind(row, fact.quantity);
  if (auto written = row.run(); !written) return written;
  if (auto written = write_list(kResource, number, position, fact.resources); !written) return written;
  return write_list(kContent, number, position, fact.content);
}

Status RowWriter::write_evidence(std::int64_t number, const std::vector<Fact>& facts) {
  // Several facts are read from one sentence: its words are kept once.
  using Passage = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string_view>;
  std::map<Passage, std::int64_t> passages;
  for (std::size_t fact = 0; fact < facts.size(); ++fact) {
    std::int64_t position = 0;
    for (const Evidence& evidence : facts[fact].evidence) {
      const auto [passage, is_new] =
          passages.try_emplace({evidence.begin, evidence.end, evidence.sentence, evidence.text},
                               static_cast<std::int64_t>(passages.size()));
      if (is_new) {
        Statement& row = inserts_[kPassage];
        row.bind(number)
            .bind(passage->second)
            .bind(std::int64_t{evidence.begin})
            .bind(std::int64_t{evidence.end});
        if (auto written = row.bind(std::int64_t{evidence.sentence}).bind(evidence.text).run(); !written)
          return written;
      }
      Statement& row = inserts_[kEvidence];
      row.bind(number).bind(static_cast<std::int64_t>(fact)).bind(position++).bind(passage->second);
      row.bind(evidence.trigger).bind(evidence.rule).bind(evidence.confidence).bind(evidence.claim);
      if (auto written = row.run(); !written) return written;
    }
  }
  return {};
}

Status RowWriter::write_list(std::size_t table, std::int64_t number, std::int64_t owner_position,
                             const std::vector<std::string>& values) {
  std::int64_t position = 0;
  for (const std::string& value : values) {
    Statement& row = inserts_[table].bind(number).bind(owner_position).bind(position++).bind(value);
    if (auto written = row.run(); !written) return written;
  }
  return {};
}

Result<RowReader> RowReader::make(const Database& database) {
  RowReader reader(database);
  auto statements = prepare_all(database, kSelects);
  if (!statements) return fail(statements.error());
  reader.selects_ = std::move(*statements);
  return reader;
}

Result<DocumentFacts> RowReader::read(std::int64_t number) {
  DocumentFacts reading;
  const auto expected = read_document(number, reading);
  if (!expected) return fail(expected.error());
  if (auto read = read_entities(number, reading); !read) return fail(read.error());
  if (auto read = read_facts(number, reading); !read) return fail(read.error());
  if (auto read = read_evidence(number, reading); !read) return fail(read.error());
  if (to_hex(fingerprint(reading)) != *expected) return fail(damaged(reading.document.id));
  return reading;
}

Result<std::string> RowReader::read_document(std::int64_t number, DocumentFacts& reading) {
  Statement& row = selects_[kDocument].bind(number);
  const auto found = row.step();
  if (!found) return fail(found.error());
  if (!*found) return fail(damaged("in row " + std::to_string(number)));
  Document& document = reading.document;
  document.id = row.text(0);
  std::string fingerprint(row.text(1));
  document.name = row.text(2);
  document.date = row.text(3);
  document.title = row.text(4);
  document.url = row.text(5);
  reading.sentences = static_cast<std::uint32_t>(row.integer(6));
  document.text = row.text(7);
  row.reset();
  if (!document.text.empty()) return fingerprint;
  if (auto read = read_text_hash(*database_, number, document); !read) return fail(std::move(read.error()));
  return fingerprint;
}

Status RowReader::read_entities(std::int64_t number, DocumentFacts& reading) {
  const auto entities = each_row(selects_[kEntity], number, [&](const Statement& row) {
    reading.entities.push_back(entity_at(row));
    return true;
  });
  if (!entities) return fail(entities.error());
  const auto aliases = each_row(selects_[kAlias], number, [&](const Statement& row) {
    Entity* entity = owner(reading.entities, row.integer(0));
    if (entity != nullptr) entity->aliases.emplace_back(row.text(1));
    return entity != nullptr;
  });
  if (!aliases) return fail(aliases.error());
  const auto verbs = each_row(selects_[kVerb], number, [&](const Statement& row) {
    reading.unmatched_verbs.emplace_back(row.text(0));
    return true;
  });
  if (!verbs) return fail(verbs.error());
  if (!*aliases) return fail(damaged(reading.document.id));
  return {};
}

Status RowReader::read_facts(std::int64_t number, DocumentFacts& reading) {
  const auto facts = each_row(selects_[kFact], number, [&](const Statement& row) {
    auto fact = fact_at(row);
    if (fact) reading.facts.push_back(std::move(*fact));
    return fact.has_value();
  });
  if (!facts) return fail(facts.error());
  const auto resources = each_row(selects_[kResource], number, [&](const Statement& row) {
    Fact* fact = owner(reading.facts, row.integer(0));
    if (fact != nullptr) fact->resources.emplace_back(row.text(1));
    return fact != nullptr;
  });
  if (!resources) return fail(resources.error());
  const auto contents = each_row(selects_[kContent], number, [&](const Statement& row) {
    Fact* fact = owner(reading.facts, row.integer(0));
    if (fact != nullptr) fact->content.emplace_back(row.text(1));
    return fact != nullptr;
  });
  if (!contents) return fail(contents.error());
  if (!*facts || !*resources || !*contents) return fail(damaged(reading.document.id));
  return {};
}

Status RowReader::read_evidence(std::int64_t number, DocumentFacts& reading) {
  std::vector<Evidence> passages;
  const auto read = each_row(selects_[kPassage], number, [&](const Statement& row) {
    Evidence& passage = passages.emplace_back();
    passage.document = reading.document.id;
    passage.begin = static_cast<std::uint32_t>(row.integer(0));
    passage.end = static_cast<std::uint32_t>(row.integer(1));
    passage.sentence = static_cast<std::uint32_t>(row.integer(2));
    passage.text = row.text(3);
    return true;
  });
  if (!read) return fail(read.error());
  const auto evidence = each_row(selects_[kEvidence], number, [&](const Statement& row) {
    Fact* fact = owner(reading.facts, row.integer(0));
    const Evidence* passage = owner(passages, row.integer(1));
    if (fact == nullptr || passage == nullptr) return false;
    Evidence& made = fact->evidence.emplace_back(*passage);
    made.trigger = row.text(2);
    made.rule = row.text(3);
    made.confidence = row.real(4);
    made.claim = row.text(5);
    return true;
  });
  if (!evidence) return fail(evidence.error());
  if (!*evidence) return fail(damaged(reading.document.id));
  return {};
}

Error RowReader::damaged(const std::string& document_id) const {
  return {ErrorKind::data,
          "the graph file is damaged: what it keeps of document " + document_id + " was changed",
          Place{database_->file()}, "build it anew from the documents"};
}

}  // namespace entente::store
