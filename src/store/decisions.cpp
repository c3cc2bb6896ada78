// SPDX-License-Identifier: Apache-2.0
#include "store/decisions.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "store/fingerprint.hpp"
#include "store/meta.hpp"
#include "store/schema.hpp"

namespace entente::store {

namespace {

constexpr char kBetweenIds = ' ';

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
  return text;
}

std::vector<std::string> parted(std::string_view text) {
  std::vector<std::string> ids;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(kBetweenIds), text.size());
    ids.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return ids;
}

/// Of all of a row, its place in the log among it.
std::string check_of(const Decision& decision, std::int64_t number) {
  return to_hex(fingerprint(decision.id + " " + std::to_string(number), decision_id(decision, 0)));
}

Result<Contents> contents_of(const Database& database) {
  const auto described = read_meta(database, kDecisions);
  if (!described) return fail(described.error());
  auto contents = described->empty() ? Contents() : Contents::parse(*described);
  if (!contents) return fail(damaged(database, "its description was changed"));
  return *contents;
}

Result<Decision> decision_at(const Statement& row, const Database& database, Contents& contents) {
  Decision decision;
  decision.id = row.text(1);
  const auto kind = decision_kind_from_text(row.text(2));
  if (!kind) return fail(damaged(database, "a decision in it was changed"));
  decision.kind = *kind;
  decision.subject = row.text(3);
  decision.value = row.text(4);
  decision.facts = parted(row.text(5));
  decision.documents = parted(row.text(6));
  decision.about = row.text(7);
  decision.by = row.text(8);
  decision.date = row.text(9);
  const std::string check = check_of(decision, row.integer(0));
  if (check != row.text(10)) return fail(damaged(database, "decision " + decision.id + " in it was changed"));
  contents.toggle(check, true);
  return decision;
}

Status insert(const Database& database, const Decision& decision, std::int64_t number, Contents& contents) {
  auto row = database.prepare("INSERT INTO decision VALUES (?,?,?,?,?,?,?,?,?,?,?)");
  if (!row) return fail(row.error());
  const std::string facts = joined(decision.facts), documents = joined(decision.documents);
  const std::string check = check_of(decision, number);
  contents.toggle(check, true);
  row->bind(number)
      .bind(decision.id)
      .bind(to_text(decision.kind))
      .bind(decision.subject)
      .bind(decision.value);
  row->bind(facts).bind(documents).bind(decision.about).bind(decision.by).bind(decision.date).bind(check);
  return row->run();
}

/// The first id of this decision that the log does not have.
std::string free_id(const Decision& decision, const std::set<std::string>& taken) {
  std::size_t before = 0;
  while (taken.count(decision_id(decision, before)) != 0) ++before;
  return decision_id(decision, before);
}

}  // namespace

Result<std::vector<Decision>> read_decisions(const Database& database) {
  const auto described = contents_of(database);
  if (!described) return fail(described.error());
  std::vector<Decision> decisions;
  Contents contents;
  const auto there = has_schema_version(database, kSchemaWithDecisions);
  if (!there) return fail(there.error());
  if (*there) {
    auto select = database.prepare("SELECT * FROM decision ORDER BY number");
    if (!select) return fail(select.error());
    while (true) {
      const auto row = select->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      auto decision = decision_at(*select, database, contents);
      if (!decision) return fail(decision.error());
      decisions.push_back(std::move(*decision));
    }
  }
  if (contents.text() != described->text())
    return fail(damaged(database, "decisions are missing from it or were changed"));
  return decisions;
}

Result<std::vector<Decision>> append_decisions(const Database& database,
                                               const std::vector<Decision>& decisions) {
  auto transaction = Transaction::begin(database, Transaction::Kind::write);
  if (!transaction) return fail(transaction.error());
  if (auto raised = raise_schema(database, kSchemaWithDecisions); !raised) return fail(raised.error());
  const auto log = read_decisions(database);
  if (!log) return fail(log.error());
  auto contents = contents_of(database);
  if (!contents) return fail(contents.error());
  std::set<std::string> taken;
  for (const Decision& decision : *log) taken.insert(decision.id);
  std::vector<Decision> added;
  for (Decision decision : decisions) {
    if (decision.id.empty()) decision.id = free_id(decision, taken);
    if (!taken.insert(decision.id).second) continue;
    const auto number = static_cast<std::int64_t>(log->size() + added.size() + 1);
    if (auto done = insert(database, decision, number, *contents); !done) return fail(done.error());
    added.push_back(std::move(decision));
  }
  if (auto set = write_meta(database, kDecisions, contents->text()); !set) return fail(set.error());
  if (auto done = transaction->commit(); !done) return fail(done.error());
  return added;
}

}  // namespace entente::store
