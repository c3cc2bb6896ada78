// SPDX-License-Identifier: Apache-2.0
#include "ask/ask.hpp"

#include <algorithm>

#include "ask/clause_reader.hpp"
#include "ask/compile.hpp"
#include "ask/interpreter.hpp"
#include "ask/settle.hpp"
#include "ask/variants.hpp"

namespace entente::ask {
namespace {

using query::Table;
using query::Value;

bool is_empty(const Value& value) {
  if (value.is_null()) return true;
  if (const auto* list = std::get_if<query::List>(&value.data)) return list->empty();
  if (const auto* text = std::get_if<std::string>(&value.data)) return text->empty();
  return false;
}

bool is_text(const Value& value, std::string_view text) {
  const auto* found = std::get_if<std::string>(&value.data);
  return found && *found == text;
}

/// True when a column says nothing in any row: no value, "Asserted", not denied.
bool says_nothing(const Table& table, std::size_t column) {
  return std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    const auto* flag = std::get_if<bool>(&row[column].data);
    return is_empty(row[column]) || (flag && !*flag) ||
           (table.columns[column] == "modality" && is_text(row[column], "Asserted"));
  });
}

/// Takes out columns that may be left out and say nothing; the query's columns with them.
void prune(Table& table, std::vector<Column>& columns) {
  for (std::size_t i = columns.size(); i-- > 0;) {
    if (columns[i].always || !says_nothing(table, i)) continue;
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns.erase(columns.begin() + at);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
}

std::size_t column_index(Table& table, const std::string& name) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), name);
  const auto index = static_cast<std::size_t>(at - table.columns.begin());
  if (at != table.columns.end()) return index;
  const auto evidence =
      std::find(table.columns.begin(), table.columns.end(), "sentence");  // the evidence stays last
  const auto place = static_cast<std::size_t>(evidence - table.columns.begin());
  table.columns.insert(evidence, name);
  for (auto& row : table.rows) row.insert(row.begin() + static_cast<std::ptrdiff_t>(place), Value{});
  return place;
}

void append(Table& into, const Table& more) {
  if (into.columns.empty()) {
    into = more;
    return;
  }
  for (const auto& name : more.columns) column_index(into, name);
  for (const auto& row : more.rows) {
    std::vector<Value> added(into.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) added[column_index(into, more.columns[i])] = row[i];
    into.rows.push_back(std::move(added));
  }
}

std::size_t different(const Table& table, const std::string& name) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), name);
  if (at == table.columns.end()) return 0;
  std::vector<std::string> seen;
  for (const auto& row : table.rows)
    if (const auto* text =
            std::get_if<std::string>(&row[static_cast<std::size_t>(at - table.columns.begin())].data))
      seen.push_back(*text);
  std::sort(seen.begin(), seen.end());
  return static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
}

/// "more", "largest": amounts are not compared, which must not be overlooked; most and fewest count facts.
Status refuse_comparison(const Words& words, const PhraseReader& phrases) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const auto name = phrases.name_length(i, words.size()); name > 0) {
      i += name - 1;
      continue;
    }
    const auto& tag = words[i].tag;
    if (tag != "JJS" && tag != "RBS" && tag != "JJR" && tag != "RBR") continue;
    if (rank_of(words[i].lower) != Clause::Rank::none) continue;
    return fail(
        ErrorKind::data, "amounts cannot be compared: ‘" + words[i].text + "’",
        Place{"", 0, 0, words[i].begin},
        "ask without it, or for most or fewest; or edit the query: ... count(f) AS n ORDER BY n DESC");
  }
  return {};
}

/// A question for facts: neither for plans, duties ... nor for denials.
bool asks_for_facts(const Interpretation& part) {
  const auto& list = part.modalities;
  return !part.negated && std::find(list.begin(), list.end(), "Asserted") != list.end();
}

/// Takes planned, called-for and denied facts in.
void widen(Interpretation& part) {
  std::for_each(part.otherwise.begin(), part.otherwise.end(), widen);  // one level
  if (!asks_for_facts(part)) return;
  part.modalities.clear();
  part.any_polarity = true;
}

}  // namespace

struct Asker::Impl {
  const graph::Snapshot& graph;
  extract::Resources resources;
  NameIndex names;

  Impl(const graph::Snapshot& g, const extract::Resources& r)
      : graph(g), resources(r), names(g, *r.gazetteer) {}

  /// The parts of a question; a name that can only be one of the graph's misspelt is read as that one.
  Result<std::vector<Interpretation>> read(std::string question, std::vector<std::string>& notes) const {
    constexpr int kMostRepairs = 4;
    for (int repairs = 0;; ++repairs) {
      auto parts = read_as_written(question);
      if (parts || repairs == kMostRepairs || !mend_name(question, parts.error(), notes)) return parts;
    }
  }

  /// Puts the name that an error calls unknown right in the question.
  bool mend_name(std::string& question, const Error& error, std::vector<std::string>& notes) const {
    const std::string unknown = unknown_name_of(error);
    if (unknown.empty()) return false;
    for (const std::string& name : {unknown, unknown.substr(0, unknown.find_first_of("'\xE2"))}) {
      const auto at = question.find(name, std::min(error.place.byte_offset, question.size()));
      const auto meant = names.misspelt(name);
      if (!meant || at == std::string::npos) continue;
      question.replace(at, name.size(), *meant);
      notes.push_back("‘" + name + "’ was read as ‘" + *meant + "’");
      return true;
    }
    return false;
  }

  Result<std::vector<Interpretation>> read_as_written(std::string_view question) const {
    const Words words = read_words(question, resources);
    if (words.size() == 0) return fail(ErrorKind::data, "the question is empty");
    const PhraseReader phrases(words, names, resources);
    if (const auto known = refuse_comparison(words, phrases); !known) return fail(known.error());
    auto clauses = ClauseReader(words, phrases).read();
    if (!clauses) return fail(clauses.error());
    return Interpreter(resources, names).run(settle(std::move(*clauses), names, *resources.vocabulary));
  }

  /// The query's own conditions say which facts it means; by_default leaves that to the query language.
  Result<Table> run(const std::string& text, const Options& options, bool by_default = false) const {
    auto parsed = query::Query::parse(text);
    if (!parsed) return fail(parsed.error());
    query::Options how;
    how.all_facts = options.all_facts || !by_default;
    how.max_rows = options.max_rows;
    how.timeout_ms = options.timeout_ms;
    how.stop = options.stop;
    return parsed->run(graph, resources.vocabulary, how);
  }

  /// The part as its first variant that finds something reads, with the rows; the plain one where none does.
  Result<Table> find(std::vector<Interpretation>& parts, std::size_t index, const Options& options) const {
    const bool path = parts[index].kind == Interpretation::Kind::path;
    const auto variants = variants_of(parts[index], names, *resources.vocabulary);
    std::optional<Result<Table>> plain;
    const Interpretation* nothing = nullptr;
    for (const auto& variant : variants) {
      parts[index] = variant;
      if (variant.rank != Interpretation::Rank::none)
        if (const auto done = keep_first(parts, index, options); !done) return fail(done.error());
      auto table = run(query_text(parts, index, columns_of(parts[index]), names), options, path);
      if (!table || !table->rows.empty()) return table;
      if (nothing && (!nothing->on_edge || variant.on_edge)) continue;
      nothing = &variant;
      plain = std::move(table);
    }
    parts[index] = *nothing;
    return std::move(*plain);
  }

  /// Keeps of what is asked for only those with most, or fewest, facts.
  Status keep_first(std::vector<Interpretation>& parts, std::size_t index, const Options& options) const {
    auto& part = parts[index];
    const auto table = run(ranking_text(parts, index, names), options);
    if (!table) return fail(table.error());
    End& end = ranked_end(part);
    const Value* best = nullptr;
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
      const auto& row = table->rows[i];
      if (best && i >= part.rank_count && to_text(row[1], graph) != to_text(*best, graph)) break;
      best = &row[1];
      const auto* name = std::get_if<std::string>(&row[0].data);
      const auto nodes = name ? names.find(*name) : std::vector<graph::NodeId>{};
      end.nodes.insert(end.nodes.end(), nodes.begin(), nodes.end());
    }
    if (best)
      part.notes.push_back("ranked by the number of facts (" + to_text(table->rows.front()[1], graph) +
                           "): amounts are not added up");
    return {};
  }

  Status answer_part(Answer& answer, std::vector<Interpretation>& parts, std::size_t index,
                     const Options& options) const {
    if (parts[index].support) return {};
    auto table = find(parts, index, options);
    if (!table) return fail(table.error());
    const auto& part = parts[index];
    const bool path = part.kind == Interpretation::Kind::path;
    auto columns = columns_of(part);
    if (!path) prune(*table, columns);
    answer.query += (answer.query.empty() ? "" : ";\n") + query_text(parts, index, columns, names);
    answer.reading += (answer.reading.empty() ? "" : "\n") + reading_of(part);
    for (const auto& note : part.notes)
      if (std::find(answer.notes.begin(), answer.notes.end(), note) == answer.notes.end())
        answer.notes.push_back(note);
    add_notes(answer, parts, index, *table, options);
    const std::size_t hidden = answer.table.hidden + table->hidden;
    append(answer.table, *table);
    answer.table.hidden = hidden;
    answer.all_facts = answer.all_facts || !path;
    return {};
  }

  void add_notes(Answer& answer, const std::vector<Interpretation>& parts, std::size_t index,
                 const Table& table, const Options& options) const {
    const auto& part = parts[index];
    if (part.yes_no) answer.notes.push_back(verdict(table));
    if (part.counted) {
      const std::string column = part.subject.asked ? "subject" : "object";
      answer.notes.push_back(std::to_string(different(table, column)) +
                             " different by name; groups count as the text counts them");
    }
    if (part.negated) answer.notes.push_back("only what a text denies is found: silence is no denial");
    if (const auto n = count(hidden_count_text(parts, index, names), options); asks_for_facts(part))
      answer.table.hidden += static_cast<std::size_t>(n);
    else if (n != 0)
      answer.notes.push_back(std::to_string(n) +
                             " more with another modality or polarity (planned, called for, denied ...)");
    if (!table.rows.empty()) return;
    if (const auto n = count(unrestricted_count_text(parts, index, names), options))
      answer.notes.push_back(std::to_string(n) + " without the restrictions of time, place and words");
  }

  /// The number that a counting query gives; 0 for an empty or failing one.
  [[nodiscard]] std::int64_t count(const std::string& text, const Options& options) const {
    if (text.empty()) return 0;
    const auto table = run(text, options);
    if (!table || table->rows.empty()) return 0;
    const auto* n = std::get_if<std::int64_t>(&table->rows.front().front().data);
    return n ? *n : 0;
  }

  static std::string verdict(const Table& table) {
    const auto modality = std::find(table.columns.begin(), table.columns.end(), "modality");
    const auto denied = std::find(table.columns.begin(), table.columns.end(), "denied");
    if (table.rows.empty()) return "no text says so";
    const auto value = [&](const auto& row, auto column) -> const Value& {
      return row[static_cast<std::size_t>(column - table.columns.begin())];
    };
    const auto yes = std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
      if (denied != table.columns.end()) {
        const auto* flag = std::get_if<bool>(&value(row, denied).data);
        if (flag && *flag) return false;
      }
      return modality == table.columns.end() || is_text(value(row, modality), "Asserted");
    });
    return yes ? "yes, a text says so" : "not as a fact: see modality and denial";
  }
};

Asker::Asker(const graph::Snapshot& graph, const extract::Resources& resources)
    : impl_(std::make_unique<Impl>(graph, resources)) {}
Asker::Asker(Asker&&) noexcept = default;
Asker& Asker::operator=(Asker&&) noexcept = default;
Asker::~Asker() = default;

Result<Answer> Asker::ask(std::string_view question, const Options& options) const {
  Answer answer;
  auto parts = impl_->read(std::string(question), answer.notes);
  if (!parts) return fail(parts.error());
  if (options.all_facts) std::for_each(parts->begin(), parts->end(), widen);
  for (std::size_t i = 0; i < parts->size(); ++i)
    if (const auto done = impl_->answer_part(answer, *parts, i, options); !done) return fail(done.error());
  return answer;
}

Result<Answer> ask(std::string_view question, const graph::Snapshot& graph,
                   const extract::Resources& resources, const Options& options) {
  return Asker(graph, resources).ask(question, options);
}

}  // namespace entente::ask
